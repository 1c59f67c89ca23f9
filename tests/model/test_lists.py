"""Speakers, labels and voices are listed, and every word is in just one voice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Anonymity, Entity, EntityType, Label, Reading, Span, Speaker
from onrecord.model.entity import Knowledge
from onrecord.model.lists import (
    SHOWN_NAMES,
    TOP,
    hedge_words,
    label_rows,
    share_words,
    speaker_rows,
    voice_rows,
)
from onrecord.model.shares import word_shares
from tests.stub import read_marked

MARKED = """[S1 The mayor] [C1 said] [Q1 “it rained hard”]. [S2 Lee] [C2 said] [Q2 that [L1 quay rats] swam].
[S3 She] [C3 did not say] [Q3 why]. Then [S4 Kim] [C4 said] [Q4 no].
---
1: speaker="Lee"
2: speaker="Lee"
3: speaker="Lee" status=negated
4: speaker="Kim"
L1: user="Lee" target="Kim"
"""


def with_entity(reading: Reading, id: str, **known: object) -> Reading:
    """The reading with more known of one entity."""
    entities = tuple(
        replace(entity, **known) if entity.id == id else entity  # type: ignore[arg-type]
        for entity in reading.entities
    )
    return replace(reading, entities=entities)


def crowd(count: int) -> Reading:
    """So many speakers with a word each."""
    return read_marked(" ".join(f"[S{i} Person{i}] [C{i} said] [Q{i} no]." for i in range(1, count + 1)))


def test_speakers_are_listed_with_what_they_said_and_did_not_say() -> None:
    lee, kim = speaker_rows(read_marked(MARKED))
    assert (lee.name, lee.type, lee.statements, lee.unsaid, lee.words) == ("Lee", "person", 2, 1, 7)
    assert (kim.name, kim.statements, kim.unsaid, kim.words) == ("Kim", 1, 0, 1)
    assert (lee.also, lee.notes) == (("The mayor",), ())
    assert lee.number != kim.number


def test_a_source_that_nobody_is_known_for_is_listed_by_its_words() -> None:
    (row,) = speaker_rows(read_marked("[S1 Officials] [C1 said] [Q1 no]. [S2 OFFICIALS] [C2 said] [Q2 no]."))
    assert (row.name, row.type, row.statements) == ("Officials", "", 2)


def test_nobody_is_no_speaker() -> None:
    assert speaker_rows(read_marked("[C Rumour has it] [Q that it rained].")) == []


@pytest.mark.parametrize(
    ("known", "note"),
    [
        (Anonymity(None, None, None), "unnamed: no reason told"),
        (Anonymity("two", None, None), "unnamed (two): no reason told"),
        (Anonymity(None, "the army", None), "unnamed (of the army): no reason told"),
        (
            Anonymity("two", "the army", "because they were not allowed to"),
            "unnamed (two of the army): “because they were not allowed to”",
        ),
    ],
)
def test_what_is_told_of_unnamed_people_is_noted(known: Anonymity, note: str) -> None:
    row = speaker_rows(with_entity(read_marked(MARKED), "e1", anonymous=known))[0]
    assert row.notes == (note,)


@pytest.mark.parametrize(
    ("until", "spell"), [(None, "since May 2017"), ("2021-06", "May 2017 – Jun 2021")], ids=["now", "over"]
)
def test_who_held_an_office_is_told_apart_from_the_article(until: str | None, spell: str) -> None:
    known = Knowledge("Ann Lee", "mayor", "2017-05", until, "a table")
    row = speaker_rows(with_entity(read_marked(MARKED), "e1", knowledge=known))[0]
    assert row.notes == (f"not from the article: Ann Lee, mayor, {spell} (a table)",)


def test_other_names_are_told_once_and_not_all() -> None:
    names = ("Lee", "LEE", "the  mayor", "The mayor", *(f"name {i}" for i in range(9)))
    row = speaker_rows(with_entity(read_marked(MARKED), "e1", names=names))[0]
    assert row.also == ("the mayor", *(f"name {i}" for i in range(SHOWN_NAMES - 1)), "…")


def test_labels_are_listed_with_target_user_and_statement() -> None:
    (row,) = label_rows(read_marked(MARKED))
    assert (row.words, row.target, row.user, row.times) == ("quay rats", "Kim", "Lee", 1)
    assert row.statements == (2,)


@pytest.mark.parametrize(
    ("user", "told"),
    [
        ("outlet", "The Post (own voice)"),
        ("agency", "the agency (own voice)"),
        ("author", "Ann Oss (own voice)"),
        ("unclear", "unclear"),
        ("e1", "Lee"),
        ("e77", "e77"),
    ],
)
def test_a_labels_user_has_a_name(user: str, told: str) -> None:
    reading = read_marked(MARKED, outlet="The Post", byline="Ann Oss")
    labels = (Label(Span(0, 3), "so-called", None, user, None),)
    (row,) = label_rows(replace(reading, labels=labels))
    assert (row.user, row.target, row.statements) == (told, "", ())


def test_a_label_used_again_is_one_row() -> None:
    reading = read_marked(MARKED)
    (label,) = reading.labels
    third = reading.statements[2].id
    again = replace(label, words="QUAY rats", statement=third)
    other = replace(label, user="outlet", statement="left out")
    first, second = label_rows(replace(reading, labels=(label, again, other)))
    assert (first.times, first.statements) == (2, (2, 3))
    assert (second.times, second.statements) == (1, ())


def test_voices_are_the_own_voice_the_speakers_and_what_is_nobodys() -> None:
    marked = MARKED.replace("Then", "[C5 Rumour has] [Q5 it so]. Then")
    rows = voice_rows(read_marked(marked, outlet="The Post"))
    assert [(row.name, row.words, row.quoted, row.reworded) for row in rows] == [
        ("The Post", 14, 0, 0),
        ("Lee", 7, 3, 4),
        ("Kim", 1, 0, 1),
        ("nobody named", 2, 0, 2),
        ("not said, or not yet", 1, 0, 1),
    ]
    assert [row.is_own for row in rows] == [True, False, False, False, False]
    assert [row.number is None for row in rows] == [True, False, False, True, True]


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (TOP, TOP), (TOP + 1, TOP + 1), (TOP + 2, TOP + 1)])
def test_those_with_few_words_are_summed_up(count: int, rows: int) -> None:
    found = voice_rows(crowd(count))[1:]
    assert len(found) == rows
    assert sum(row.words for row in found) == count
    assert (found[-1].name == "2 others") == (count == TOP + 2)


def test_those_who_share_words_are_named_together() -> None:
    reading = read_marked("[S1 Lee] [C1 said] and [S2 Kim] [C2 hoped] [Q1 it rained] [Q2 well].")
    both = tuple(stmt.id for stmt in reading.statements)
    shared = tuple(replace(v, statements=both) if v.statements else v for v in reading.voices)
    assert voice_rows(replace(reading, voices=shared))[1].name == "Lee and Kim"
    assert [row.words for row in speaker_rows(replace(reading, voices=shared))] == [3, 3]


@given(st.lists(st.sampled_from(["asserted", "negated", "future"]), min_size=1, max_size=14), st.data())
def test_every_word_is_in_one_voice(statuses: list[str], data: st.DataObject) -> None:
    marks = ["[C{0} Rumour] [Q{0} it rained]", "[S{0} P{0}] [C{0} said] [Q{0} “no”]", "[S{0} Q] [Q{0} a b c]"]
    chosen = [data.draw(st.sampled_from(marks)) for _ in statuses]
    text = ". ".join(mark.format(number) for number, mark in enumerate(chosen, start=1))
    tail = "\n".join(f"{number}: status={status}" for number, status in enumerate(statuses, start=1))
    reading = read_marked(f"{text}\n---\n{tail}\n")
    rows = voice_rows(reading)
    assert sum(row.words for row in rows) == word_shares(reading).total
    assert all(row.words == row.quoted + row.reworded for row in rows if not row.is_own)


def test_hedges_of_the_own_voice_are_counted() -> None:
    marked = "It reportedly rained. [S Lee] [C said] [Q it apparently snowed]. Apparently so; reportedly."
    assert hedge_words(read_marked(marked)) == "2 hedges in the own voice: “reportedly” (2)"
    assert hedge_words(read_marked("It apparently rained.")) == "1 hedge in the own voice: “apparently”"
    assert hedge_words(read_marked("It rained.")) == ""


@pytest.mark.parametrize(
    ("words", "total", "told"),
    [(0, 9, "0 %"), (1, 1000, "<1 %"), (1, 3, "33 %"), (0, 0, "0 %"), (9, 9, "100 %")],
)
def test_a_little_is_told_from_nothing(words: int, total: int, told: str) -> None:
    assert share_words(words, total) == told


def test_a_speaker_who_is_not_among_the_entities_is_listed() -> None:
    reading = read_marked("[S She] [C said] [Q no].")
    stmt = replace(reading.statements[0], speaker=Speaker("e7", "Lee", Span(0, 3), "", 0.9))
    (row,) = speaker_rows(replace(reading, statements=(stmt,)))
    assert (row.name, row.type, row.also) == ("Lee", "", ())
    entity = Entity(id="e7", name="Lee", type=EntityType.PLACE)
    assert speaker_rows(replace(reading, statements=(stmt,), entities=(entity,)))[0].type == "place"
