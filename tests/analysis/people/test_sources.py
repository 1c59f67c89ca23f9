"""A source falls into its parties, each told by the phrase that names it best."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.parties import PERSON
from onrecord.analysis.people.sources import read_source
from onrecord.model.span import hull
from tests.analysis.parses import scene_of


def parts(marked: str) -> list[tuple[str, str, str]]:
    """For each part of the first source the words that lead, that name, and all of it."""
    scene = scene_of(marked)
    source = hull(scene.statements[0].source)
    people = {phrase for phrase, party in scene.cast.of_phrase.items() if party.type is PERSON}
    found = read_source(scene.parse, scene.phrases_in(source), source, lambda phrase: phrase in people)
    return [
        (part.leading.span(scene.parse).slice(scene.text), part.named.span(scene.parse).slice(scene.text),
         part.span.slice(scene.text))
        for part in found
    ]  # fmt: skip


def alone(words: str) -> list[tuple[str, str, str]]:
    return [(words, words, words)]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[S Lee] [C said] [Q it rained].", alone("Lee")),
        ("[S She] [C said] [Q it rained].", alone("She")),
        ("[S Orvesk’s foreign ministry] [C said] [Q it rained].", alone("Orvesk’s foreign ministry")),
        ("[S A spokesman for Hanno Pell] [C said] [Q it rained].",
         [("A spokesman", "A spokesman", "A spokesman for Hanno Pell")]),
        ("[S The head of the port authority] [C said] [Q it rained].",
         [("The head", "The head", "The head of the port authority")]),
        ("[S Lee, who chairs the council,] [C said] [Q it rained].", alone("Lee")),
        ("[S Ada Lee, of Orvesk and Brack Police,] [C said] [Q it rained].",
         [("Ada Lee", "Ada Lee", "Ada Lee")]),
    ],
)  # fmt: skip
def test_one_party(marked: str, found: list[tuple[str, str, str]]) -> None:
    assert parts(marked) == found


@pytest.mark.parametrize(
    ("marked", "leading", "named"),
    [
        ("[S The mayor, Ada Lee,] [C said] [Q it rained].", "The mayor", "Ada Lee"),
        ("[S The council’s chief negotiator, Hanno Pell,] [C said] [Q it rained].",
         "The council’s chief negotiator", "Hanno Pell"),
        ("[S The head of the port authority, Edda Lorne,] [C said] [Q it rained].", "The head", "Edda Lorne"),
        ("[S The head of the Orvesk Rail Union (ORU), Edda Lorne,] [C said] [Q it rained].",
         "The head", "Edda Lorne"),
        ("[S Edda Lorne, head of the port authority,] [C said] [Q it rained].", "Edda Lorne", "Edda Lorne"),
        ("[S One of them, a pilot,] [C said] [Q it rained].", "One", "a pilot"),
        ("[S The head of the hospital Edda Lorne] [C said] [Q it rained].",
         "The head", "the hospital Edda Lorne"),
        ("[S A pilot at Brack University Edda Lorne] [C said] [Q it rained].",
         "A pilot", "Brack University Edda Lorne"),
        ("[S Pilot and lawyer Edda Lorne] [C said] [Q it rained].", "Pilot", "lawyer Edda Lorne"),
        ("[S The minister of Lusmark Hanno Pell] [C said] [Q it rained].",
         "The minister", "Lusmark Hanno Pell"),
        ("[S A commander known as Grey Marten] [C said] [Q it rained].", "A commander", "Grey Marten"),
        ("[S A pilot named Dovan] [C said] [Q it rained].", "A pilot named Dovan", "A pilot named Dovan"),
        ("[S A man who gave only his first name Dovan] [C said] [Q it rained].",
         "A man", "his first name Dovan"),
        ("[S A man named only as Dovan] [C said] [Q it rained].", "A man", "Dovan"),
        ("[S Leader of the Opposition Ada Lee] [C said] [Q it rained].", "Leader", "the Opposition Ada Lee"),
        ("[S A man who gave his name as Dovan] [C said] [Q it rained].", "A man", "Dovan"),
        ("According to [S the Dovan Times, Professor Ada Lee] [C said] [Q it rained].",
         "the Dovan Times", "Professor Ada Lee"),
    ],
)  # fmt: skip
def test_the_name_beside_a_description(marked: str, leading: str, named: str) -> None:
    ((first, name, _),) = parts(marked)
    assert (first, name) == (leading, named)


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[S Lee and Park] [C said] [Q it rained].", ["Lee", "Park"]),
        ("[S Lee, as well as Park,] [C said] [Q it rained].", ["Lee", "Park"]),
        ("[S Lee and the mayor] [C said] [Q it rained].", ["Lee", "the mayor"]),
        ("[S The pilot and lawyer Edda Lorne] [C said] [Q it rained].", ["The pilot", "lawyer Edda Lorne"]),
        ("[S He and Park] [C said] [Q it rained].", ["He", "Park"]),
        ("[S The mayor and the council] [C said] [Q it rained].", ["The mayor", "the council"]),
        (
            "[S The head of the port authority and Lee] [C said] [Q it rained].",
            ["The head of the port authority"],
        ),
        ("[S The head of Dovan and Aquavale] [C said] [Q it rained].", ["The head of Dovan"]),
        ("[S Arre, his deputy and finance minister,] [C said] [Q it rained].", ["Arre"]),
        (
            "[S Ada Lee of Brack Rail and Jo Park] [C said] [Q it rained].",
            ["Ada Lee of Brack Rail", "Jo Park"],
        ),
        ("[S Fishermen and farmers] [C said] [Q it rained].", ["Fishermen"]),
    ],
)
def test_several_parties(marked: str, found: list[str]) -> None:
    assert [whole for _, _, whole in parts(marked)] == found


def test_no_noun_phrase_no_part() -> None:
    assert parts("[S Quietly] [C said] [Q it rained].") == []
