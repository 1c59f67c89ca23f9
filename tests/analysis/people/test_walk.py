"""Where a pronoun stands: who governs its clause, who may not be meant, and which groups are known."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.parties import PERSON, Party
from onrecord.analysis.people.walk import Walk, group_of, is_person, place_of, seen_at
from onrecord.model import Span
from tests.analysis.parses import called, scene_of, walk_of


def governor(marked: str, words: str) -> str | None:
    """Who governs the clause of the last phrase of these words."""
    walk = walk_of(marked)
    phrase = [p for p in walk.scene.phrases if p.span(walk.scene.parse).slice(walk.scene.text) == words][-1]
    found = place_of(walk, phrase).governor
    return called(walk, found) if found else None


@pytest.mark.parametrize(
    ("marked", "words", "name"),
    [
        ("Hanno Lee said he knew that it rained.", "he", "Hanno Lee"),
        ("Hanno Lee slept because he was ill.", "he", "Hanno Lee"),
        ("Hanno Lee slept. He knew that it rained.", "He", None),
        # The credit of the content around it goes before the parse.
        ("[S1 Hanno Lee] [C1 said] [Q1 [S2 he] [C2 knew] [Q2 that it rained]].", "he", "Hanno Lee"),
    ],
)
def test_the_subject_of_the_clause_around(marked: str, words: str, name: str | None) -> None:
    assert governor(marked, words) == name


def test_in_direct_speech_nobody_calls_himself_he() -> None:
    walk = walk_of("[S1 Hanno Lee] [C1 said]: [Q1 “[S2 He] [C2 knew] [Q2 that it rained].”]")
    (phrase,) = (p for p in walk.scene.phrases if walk.scene.parse.lower(p.head) == "he")
    place = place_of(walk, phrase)
    assert place.barred == {id(walk.credits[0].party)}
    assert (place.content, place.quoted, place.source_of) == (0, True, 1)


@pytest.mark.parametrize(("cue", "answering"), [("replied", True), ("said", False)])
def test_answers(cue: str, answering: bool) -> None:
    walk = walk_of(f"Hanno Lee asked Oskar Pell if it rained. [S He] [C {cue}] [Q that it rained].")
    (phrase,) = (p for p in walk.scene.phrases if walk.scene.parse.lower(p.head) == "he")
    place = place_of(walk, phrase)
    assert (place.answering, place.role) == (answering, "subject")


def test_a_group_is_made_once() -> None:
    walk = Walk(scene_of("Lee and Park slept."))
    lee, park = Party(type=PERSON), Party(type=PERSON)
    group = group_of(walk, [lee, park], Span(0, 12))
    assert group_of(walk, [park, lee], Span(13, 18)) is group
    assert group_of(walk, [lee], Span(0, 3)) is not group
    assert (group.members, group.mentions, group.plural) == ([lee, park], [Span(0, 12), Span(13, 18)], True)


def test_a_phrase_as_it_was_seen() -> None:
    walk = walk_of("It rained in Orvesk. Ada Lee met Hanno Pell.")
    seen = walk.seen[-1]
    assert seen == seen_at(walk, walk.by_head[seen.word], seen.party)
    assert (called(walk, seen.party), seen.sentence, seen.paragraph, seen.role) == (
        "Hanno Pell",
        1,
        0,
        "object",
    )
    assert (seen.opens, seen.content, seen.quoted, seen.leads) == (False, None, False, False)


def test_who_leads_a_paragraph() -> None:
    walk = walk_of("Ada Lee met Hanno Pell. She slept.\n\nJo Park slept.")
    assert [(called(walk, seen.party), seen.leads) for seen in walk.seen] == [
        ("Ada Lee", True),
        ("Hanno Pell", False),
        ("Ada Lee", False),
        ("Jo Park", True),
    ]


def test_people_and_others() -> None:
    walk = walk_of("Ada Lee met the Orvesk Rail Union. It rained.")
    found = [is_person(walk, phrase) for phrase in walk.scene.phrases]
    assert found == [True, False, False]
