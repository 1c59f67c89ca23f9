"""What is said about somebody, by whom, and in whose voice names that take a stand are put on him."""

from __future__ import annotations

import pytest

from onrecord.record import Filter, Record
from onrecord.record.asking.subjects import Subject, Subjects
from tests.record.made import talks
from tests.record.profiled import harbour

EDDA, HANNO = "per:edda lorne", "per:hanno pell"


@pytest.fixture
def filled(record: Record) -> Record:
    record.writer.add(talks())
    record.writer.add(harbour())
    record.writer.add(harbour(outlet="Dale Post", published="2024-02-01"))
    return record


def subject(record: Record, key: str = HANNO) -> Subject:
    found = Subjects(record.engine).subject(key)
    assert found is not None
    return found


def test_speakers_come_by_how_much_they_say(filled: Record) -> None:
    found = subject(filled)
    assert (found.statements, found.speakers) == (6, 1)
    assert found.statements == filled.questions.count(which=Filter(about=HANNO))
    assert found.months == (("2023-11", 3), ("2024-02", 3))
    assert [(one.key, one.unnamed, one.statements) for one in found.cards] == [
        (EDDA, False, 4),
        (None, True, 2),
    ]


def test_a_card_has_the_latest_statements(filled: Record) -> None:
    edda = subject(filled).cards[0]
    assert [one.said for one in edda.latest] == ["2024-02-01", "2024-02-01", "2023-11-20"]
    assert {one.words for one in edda.latest} == {"that Hanno Pell was a liar", "“Pell sold the cranes”"}
    assert edda.latest[0].outlet == "Dale Post"


def test_what_was_rejected_is_on_no_card(filled: Record) -> None:
    for one in filled.questions.about(HANNO):
        if one.speaker == EDDA:
            filled.judgements.reject(one.id, by="Ann")
    assert [one.unnamed for one in subject(filled).cards] == [True]


def test_names_are_told_by_voice(filled: Record) -> None:
    names = {one.words: one for one in subject(filled).names}
    assert set(names) == {"quay rats", "liar"}
    assert {one.name for one in names["quay rats"].outlets} == {"The Courier", "Dale Post"}
    assert names["quay rats"].speakers == ()
    assert [(one.key, one.count) for one in names["liar"].speakers] == [(EDDA, 2)]
    assert names["liar"].outlets == names["liar"].unclear == ()


def test_nothing_is_said_about_others_and_nobody_has_other_keys(filled: Record) -> None:
    found = subject(filled, EDDA)
    assert (found.statements, found.cards, found.names, found.months) == (0, (), (), ())
    assert Subjects(filled.engine).subject("per:nobody at all") is None
