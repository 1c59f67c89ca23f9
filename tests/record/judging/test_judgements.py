"""What people decide goes before what was read, is never lost, and can be taken back."""

from __future__ import annotations

import pytest

from onrecord.errors import StopRun
from onrecord.model import Span
from onrecord.record import Filter, Record
from tests.record.made import flood, talks


@pytest.fixture
def judged(record: Record) -> Record:
    record.writer.add(talks())
    record.writer.add(flood())
    return record


def id_of(record: Record, name: str) -> str:
    return record.questions.who(name)[0].id


def test_what_is_rejected_counts_no_more_until_that_is_undone(judged: Record) -> None:
    wrong = id_of(judged, "Hanno Pell")
    number = judged.judgements.reject(wrong, by="ada")
    assert judged.questions.who("Hanno Pell") == []
    judged.judgements.undo(number, by="ada")
    assert len(judged.questions.who("Hanno Pell")) == 1


def test_an_undo_can_be_undone(judged: Record) -> None:
    first = judged.judgements.reject(id_of(judged, "Hanno Pell"), by="ada")
    second = judged.judgements.undo(first, by="ada")
    judged.judgements.undo(second, by="ada")
    assert judged.questions.who("Hanno Pell") == []


def test_a_speaker_is_set_right(judged: Record) -> None:
    stmt = id_of(judged, "Hanno Pell")
    judged.judgements.change(stmt, by="ada", speaker="Edda Lorne")
    assert judged.questions.who("Hanno Pell") == []
    assert len(judged.questions.who("Edda Lorne")) == 3
    row = judged.questions.statement(stmt)[0]
    assert (row.speaker_name, row.changed) == ("Edda Lorne", ("speaker",))


def test_what_was_not_said_counts_no_more(judged: Record) -> None:
    stmt = id_of(judged, "Hanno Pell")
    number = judged.judgements.change(stmt, by="ada", status="negated")
    assert judged.questions.who("Hanno Pell") == []
    row = judged.questions.who("Hanno Pell", Filter(status="negated"))[0]
    assert (row.status, row.changed) == ("negated", ("status",))
    assert "Hanno Pell" not in {row.name for row in judged.questions.speakers()}
    assert judged.verify() == []
    judged.judgements.undo(number, by="ada")
    assert len(judged.questions.who("Hanno Pell")) == 1


def test_a_status_is_one_that_there_is(judged: Record) -> None:
    with pytest.raises(StopRun, match="It can be asserted, negated"):
        judged.judgements.change(id_of(judged, "Hanno Pell"), by="ada", status="denied")


def test_a_speaker_may_be_new(judged: Record) -> None:
    judged.judgements.change(id_of(judged, "Hanno Pell"), by="ada", speaker="Oskar Wind")
    assert [row.speaker_name for row in judged.questions.who("Oskar Wind")] == ["Oskar Wind"]


def test_spans_are_set_right_and_what_was_read_stays(judged: Record) -> None:
    stmt = id_of(judged, "Hanno Pell")
    judged.judgements.change(stmt, by="ada", content=[Span(0, 10)])
    row = judged.questions.statement(stmt)[0]
    assert row.content == (Span(0, 10),)
    assert row.content_words == "Edda Lorne"
    assert row.changed == ("content",)
    assert [found.id for found in judged.questions.search("lorne")] == [stmt]
    assert judged.questions.search("trick") == []
    assert judged.verify() == []


def test_a_missed_statement_is_added_and_taken_away_by_undoing(judged: Record) -> None:
    document = judged.questions.who("Hanno Pell")[0].document
    made = judged.judgements.add(document, by="ada", content=[Span(0, 10)], speaker="Edda Lorne")
    assert judged.questions.statement(made)[0].origin == "added"
    assert len(judged.questions.who("Edda Lorne")) == 3
    judged.judgements.undo(judged.judgements.entries(made)[0].number, by="ada")
    assert len(judged.questions.who("Edda Lorne")) == 2
    assert judged.verify() == []


def test_two_speakers_become_one_and_two_again(judged: Record) -> None:
    keys = {row.name: row.key for row in judged.questions.speakers()}
    number = judged.judgements.merge(keys["Hanno Pell"], keys["Edda Lorne"], by="ada")
    assert len(judged.questions.who("Hanno Pell")) == len(judged.questions.who("Edda Lorne")) == 3
    judged.judgements.undo(number, by="ada")
    assert len(judged.questions.who("Hanno Pell")) == 1


def test_every_judgement_stays_in_the_list(judged: Record) -> None:
    stmt = id_of(judged, "Hanno Pell")
    judged.judgements.accept(stmt, by="ada")
    judged.judgements.undo(judged.judgements.reject(stmt, by="bo"), by="ada")
    entries = judged.judgements.entries(stmt)
    assert [(e.by, e.action, e.undone) for e in entries] == [
        ("ada", "accept", False), ("bo", "reject", True), ("ada", "undo", False),
    ]  # fmt: skip
    assert judged.questions.statement(stmt)[0].verdict == "accepted"


@pytest.mark.parametrize(
    ("attempt", "told"),
    [
        (lambda j: j.accept("nothing", by="ada"), "no statement nothing"),
        (lambda j: j.undo(99, by="ada"), "no judgement 99"),
        (lambda j: j.merge("per:a", "per:a", by="ada"), "with itself"),
        (lambda j: j.merge("per:a", "per:b", by="ada"), "no speaker per:a"),
        (lambda j: j.add("nowhere", by="ada", content=[Span(0, 1)]), "no document nowhere"),
    ],
)
def test_mistakes_are_told(judged: Record, attempt: object, told: str) -> None:
    with pytest.raises(StopRun, match=told):
        attempt(judged.judgements)  # type: ignore[operator]
    assert judged.judgements.entries() == []


def test_a_change_must_be_one_that_there_is(judged: Record) -> None:
    stmt = id_of(judged, "Hanno Pell")
    with pytest.raises(StopRun, match="'mood' can't be changed"):
        judged.judgements.change(stmt, by="ada", mood="bad")
    with pytest.raises(StopRun, match="no stretch of the text"):
        judged.judgements.change(stmt, by="ada", content=[Span(0, 10_000)])
    with pytest.raises(StopRun, match="who makes it"):
        judged.judgements.accept(stmt, by=" ")


def test_what_was_taken_out_for_good_can_not_be_undone(judged: Record) -> None:
    judged.removing.document(judged.questions.documents()[0].key, by="ada")
    last = judged.judgements.entries()[-1]
    assert last.action == "remove"
    with pytest.raises(StopRun, match="nothing brings them back"):
        judged.judgements.undo(last.number, by="ada")


@pytest.mark.parametrize("name", ["unclear", "outlet", "—"])
def test_nobody_is_made_the_record_s_own_voice_or_nobody(judged: Record, name: str) -> None:
    stmt = id_of(judged, "Hanno Pell")
    if name == "—":
        with pytest.raises(StopRun, match="has no letter"):
            judged.judgements.change(stmt, by="ada", speaker=name)
        return
    judged.judgements.change(stmt, by="ada", speaker=name)
    assert judged.questions.statement(stmt)[0].speaker_type == "person"
