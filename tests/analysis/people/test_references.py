"""Pronouns and descriptions find whom they stand for, and what they tell is noted."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.parties import PERSON
from tests.analysis.parses import called, said, walk_of, who


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ada Lee met Hanno Pell. She slept.", "She", "Ada Lee"),
        ("Ada Lee met Hanno Pell. He slept.", "He", "Hanno Pell"),
        ("Ada Lee met Hanno Pell. Her lawyer slept.", "Her lawyer", "Her lawyer"),
        ("Ada Lee and Hanno Pell slept. They left.", "They", "Ada Lee + Hanno Pell"),
        ("Ada Lee met Hanno Pell. Both men slept.", "Both men", "Ada Lee + Hanno Pell"),
        ("Ada Lee met Hanno Pell. Both slept.", "Both", "Ada Lee + Hanno Pell"),
        ("Ada Lee met Hanno Pell. The two men slept.", "The two men", "Ada Lee + Hanno Pell"),
        ("Ada Lee met Hanno Pell. Two women slept.", "Two women", "Two women"),
        ("Ada Lee and Hanno Pell slept. Both left.", "Both", "Ada Lee + Hanno Pell"),
        ("The Orvesk Rail Union met the Brack Council. Both groups left.", "Both groups",
         "Orvesk Rail Union + Brack Council"),
        ("Ada Lee, 58, and Hanno Pell slept. They left.", "They", "Ada Lee + Hanno Pell"),
        ("The ORU and the Brack Council slept. They left.", "They", "ORU + Brack Council"),
        ("Minister Ada Lee met Minister Hanno Pell. Mayor Jo Park slept. Both ministers left.",
         "Both ministers", "Ada Lee + Hanno Pell"),
        ("The Orvesk Observatory for Human Rights voted. The Observatory slept.", "The Observatory",
         "Orvesk Observatory for Human Rights"),
        ("The Orvesk Observatory for Human Rights voted. The Brack-based group slept.",
         "The Brack-based group", "Orvesk Observatory for Human Rights"),
        ("The Brack Council met. The Brack-based group slept.", "The Brack-based group",
         "The Brack-based group"),  # a council is no group
        ("The Lee family slept. The Lees left.", "The Lees", "The Lee family"),
        ("Ada Lee slept. The Lees left.", "The Lees", "Lees"),  # no family was spoken of
        ("The pilot, who slept, saw it.", "who", "The pilot"),
        ("Ada Lee, who slept, saw it.", "who", "Ada Lee"),
        ("The head of the port authority, who slept, left.", "who", "The head of the port authority"),
        ("The ORU, which voted, left.", "which", "ORU"),
        ("Ada Lee met the ORU, which voted.", "which", "ORU"),
        ("Ada Lee, of the ORU, who slept, left.", "who", "Ada Lee"),
    ],
)  # fmt: skip
def test_pronouns(text: str, words: str, name: str) -> None:
    assert dict(who(text))[words] == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ORU met. It rained.", "It"),  # the weather
        ("Both slept.", "Both"),
        ("Ada Lee slept. Both men left.", "Both men"),
        ("She saw him.", "She"),
        ("Ada Lee slept. Those who left saw it.", "who"),
        ("Mayor Jo Park slept. Both ministers left.", "Both ministers"),
        ("The Orvesk Rail Union met the Brack Council. Both sides left.", "Both sides"),  # of whatever it is
    ],
)
def test_nobody_known(text: str, words: str) -> None:
    assert dict(who(text)).get(words, words) == words


@pytest.mark.parametrize(
    ("text", "words", "because"),
    [
        ("Ada Lee met Hanno Pell. He slept.", "He", "“he”: the nearest man spoken of"),
        ("Ada Lee met Hanno Pell. Both men slept.", "Both men", "“both”: the last two spoken of"),
        ("Ada Lee and Hanno Pell slept. Both left.", "Both", "“both”: the two spoken of before"),
        ("Ada Lee, who slept, saw it.", "who", "“who”: right before it"),
        ("Hanno Lee said he knew that it rained.", "he", "“he”: the subject of the clause around it"),
        ("[S Hanno Lee] [C said] [Q it rained]. He slept.", "He", "“he”: who spoke last"),
        ("Mayor Ada Lee came. The mayor left.", "The mayor", "called “mayor” before"),
        ("The mayor left. Mayor Ada Lee came.", "The mayor", "called “mayor” further on"),
        ("The old pilot slept. The pilot slept.", "The pilot", "called “old pilot” before"),
        ("The Brack Council met. The council voted.", "The council", "the council last named"),
        ("Hanno Pell fell. The man slept.", "The man", "the person last spoken of"),
        ("Ada Lee, the mayor, slept.", "the mayor", "the name beside it"),
        ("The pilots — Ada Lee and Hanno Pell — slept.", "The pilots", "the names beside it"),
        ("A report came. The document slept.", "The document", "the document last spoken of"),
        ("The Orvesk Rail Union group slept.", "The Orvesk Rail Union group", "the name within it"),
        ("A pilot landed.", "A pilot", "described here"),
        (
            "Pilot found in Orvesk\nHanno Pell slept.",
            "Pilot",
            "the one person that the first paragraph names",
        ),
    ],
)
def test_why(text: str, words: str, because: str) -> None:
    walk = walk_of(text)
    told = {p.span(walk.scene.parse).slice(walk.scene.text): why for p, (why, _) in walk.why.items()}
    assert told[words] == because


def test_how_surely() -> None:
    walk = walk_of("Ada Lee met Hanno Pell. He slept.")
    assert all(0 < sure <= 0.97 for _, sure in walk.why.values())


def gender(text: str, name: str) -> tuple[str, str] | None:
    walk = walk_of(text)
    (party,) = {id(p): p for p in walk.party_of.values() if called(walk, p) == name}.values()
    return party.gender


def test_a_pronoun_tells_a_gender() -> None:
    assert gender("Jo Park slept. She left.", "Jo Park") == ("female", "She")
    assert gender("Jo Park slept. Park left.", "Jo Park") is None


def test_a_description_tells_a_gender() -> None:
    assert gender("Jo Park, the spokeswoman, slept.", "Jo Park") == ("female", "spokeswoman")


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("An ORU spokesman slept.", "An ORU spokesman", "ORU"),
        ("The head of the ORU slept.", "The head of the ORU", "ORU"),
        ("A spokesman for the Brack Council slept.", "A spokesman for the Brack Council", "Brack Council"),
        ("Ada Lee of the ORU slept.", "Ada Lee", "ORU"),
        ("Ada Lee met the ORU, which voted.", "Ada Lee", None),
        ("Ada Lee slept in Orvesk.", "Ada Lee", None),
    ],
)
def test_whom_somebody_works_for(text: str, name: str, body: str | None) -> None:
    walk = walk_of(text)
    (party,) = {id(p): p for p in walk.party_of.values() if called(walk, p) == name}.values()
    assert party.type is PERSON
    assert (called(walk, party.body) if party.body else None) == body


@pytest.mark.parametrize(
    "text",
    [
        "Captain Ada Lee met Mayor Hanno Lee. Captain Lee left.",
        "Ada Lee, the captain, met Hanno Lee. Captain Lee left.",
        "Ada Lee, the captain, met Hanno Lee. Captain Lee left. Captain Lee left.",
    ],
)
def test_a_title_tells_two_people_of_one_surname(text: str) -> None:
    walk = walk_of(text)
    last = max(walk.party_of, key=lambda phrase: phrase.words.start)
    party = walk.party_of[last]
    assert called(walk, party) == "Ada Lee"
    assert party.names.keys() == {"Ada Lee", "Lee"}


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Ada Lee and Hanno Pell slept.", ["Ada Lee + Hanno Pell"]),
        ("Ada Lee met Hanno Pell.", []),
        ("Ada Lee and the ORU slept.", []),
        ("Ada Lee, 58, and Hanno Pell slept.", ["Ada Lee + Hanno Pell"]),
        ("The ORU and the Brack Council slept.", ["ORU + Brack Council"]),
    ],
)
def test_couples(text: str, groups: list[str]) -> None:
    walk = walk_of(text)
    assert [called(walk, group) for group in walk.groups.values()] == groups


def test_who_asked_does_not_answer() -> None:
    asked = "[Q1 “Was it wet?”] [S1 Edda Lorne] [C1 asked] Ada Lee. "
    assert said(asked + "[Q2 “It was,”] [S2 she] [C2 said].") == ["Edda Lorne", "Ada Lee"]
