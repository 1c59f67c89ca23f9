"""Documents come into a record whole, once, and with a trace of every reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from onrecord.errors import Reason
from onrecord.model import Document, Failure, Status
from onrecord.record import Filter, Record
from onrecord.record.schema.tables import metadata, readings, statements
from onrecord.record.writing.writer import Became, document_key
from tests.record.made import by_model, flood, having, long_text, talks
from tests.stub import INFO, StubReader, reading_of

ALL = Filter(status=None)


def counts(record: Record) -> dict[str, int]:
    """How many rows each table has."""
    with record.engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }


def test_a_reading_is_added_once(record: Record) -> None:
    first = record.writer.add(talks())
    before = counts(record)
    assert first.became is Became.ADDED
    assert record.writer.add(talks()).became is Became.KNOWN
    assert counts(record) == before
    assert before["documents"] == 1
    assert before["statements"] == 3


def test_the_outlet_and_the_address_make_another_document(record: Record) -> None:
    keys = {
        document_key(talks(**known).document)
        for known in ({}, {"outlet": "Other"}, {"address": "https://a.test/"})
    }
    assert len(keys) == 3


def test_what_was_not_read_is_a_problem_until_it_is(record: Record) -> None:
    failed = replace(talks(), statements=(), error=Failure(Reason.LANGUAGE.value, "Not English."))
    assert record.writer.add(failed).became is Became.FAILED
    assert record.questions.problems() == [("talks.txt", "language", "Not English.")]
    record.writer.add(talks())
    assert record.questions.problems() == []


def test_another_model_leaves_a_trace_and_what_it_lost_is_gone(record: Record) -> None:
    record.writer.add(talks())
    fewer = by_model(having(talks(), *talks().statements[:2]), "newer")
    assert record.writer.add(fewer).became is Became.REREAD
    assert counts(record)["readings"] == 2
    assert len(record.questions.search(which=ALL)) == 2
    assert [row.origin for row in record.questions.search(which=replace(ALL, gone=True))].count("gone") == 1
    record.writer.add(by_model(talks(), "newest"))
    assert len(record.questions.search(which=ALL)) == 3


def test_only_one_reading_is_current(record: Record) -> None:
    for model in ("one", "two", "three"):
        record.writer.add(by_model(talks(), model))
    with record.engine.connect() as connection:
        current = (
            connection.execute(select(readings.c.model).where(readings.c.current.is_(True))).scalars().all()
        )
    assert current == ["three"]


def test_judgements_go_on_to_statements_with_the_same_words(record: Record) -> None:
    reading = talks()
    record.writer.add(reading)
    stmt = reading.statements[2]
    record.judgements.accept(stmt.id, by="ada")
    moved = replace(stmt, id="f" * 16, cue=(), text=replace(stmt.text, cue=()))
    newer = by_model(having(reading, *reading.statements[:2], moved), "newer")
    record.writer.add(newer)
    assert record.questions.statement("f" * 16)[0].verdict == "accepted"
    record.judgements.change("f" * 16, by="bo", addressee="the press")
    row = record.questions.statement("f" * 16)[0]
    assert (row.verdict, row.addressee) == ("accepted", ("the press",))
    assert record.judgements.lost() == []
    record.judgements.undo(1, by="ada")
    assert record.questions.statement("f" * 16)[0].verdict is None
    record.writer.add(by_model(reading, "newest"))
    assert record.questions.statement(stmt.id)[0].verdict is None


def test_a_judgement_whose_words_no_statement_has_any_more_is_listed(record: Record) -> None:
    reading = talks()
    record.writer.add(reading)
    record.judgements.accept(reading.statements[2].id, by="ada")
    record.writer.add(by_model(having(reading, *reading.statements[:2]), "newer"))
    assert [entry.statement for entry in record.judgements.lost()] == [reading.statements[2].id]
    record.writer.add(by_model(reading, "newest"))
    assert record.judgements.lost() == []
    assert record.questions.statement(reading.statements[2].id)[0].verdict == "accepted"


def test_the_same_address_with_another_text_is_a_new_version(record: Record) -> None:
    first = record.writer.add(talks(address="https://courier.test/a"))
    record.writer.add(flood(address="https://courier.test/a"))
    old, new = record.questions.documents()
    assert (old.previous, old.next, new.previous, new.next) == (None, new.key, first.key, None)
    assert {row.document for row in record.questions.search(which=ALL)} == {new.key}
    assert len(record.questions.search(which=replace(ALL, versions=True))) == 5


def test_a_new_reading_of_the_same_claim_is_told_as_it_was_read_last(record: Record) -> None:
    reading = talks()
    record.writer.add(reading)
    denied = replace(reading.statements[0], status=Status.NEGATED, speaker=reading.statements[2].speaker)
    record.writer.add(by_model(replace(reading, statements=(denied, *reading.statements[1:])), "newer"))
    row = record.questions.statement(denied.id)[0]
    assert (row.status, row.speaker_name, row.about) == ("negated", "Hanno Pell", ())
    assert record.verify() == []


def test_what_a_person_added_and_the_next_model_reads_is_read(record: Record) -> None:
    reading = talks()
    fewer = having(reading, *reading.statements[:2])
    key = record.writer.add(fewer).key
    missed = reading.statements[2]
    assert key is not None
    made = record.judgements.add(key, by="ada", content=missed.content, source=missed.source, cue=missed.cue)
    assert made == missed.id
    record.writer.add(by_model(reading, "newer"))
    row = record.questions.statement(made)[0]
    assert (row.origin, row.verdict, row.speaker_name) == ("read", "accepted", "Hanno Pell")


@pytest.mark.parametrize(
    ("text", "near"),
    [(long_text(300, change=150), True), (long_text(300)[:900], False), ("Lee said: it rained", False)],
)
def test_near_copies_are_linked(record: Record, text: str, near: bool) -> None:
    first = record.writer.add(StubReader().read(Document(id="one", text=long_text(300))))
    copy = record.writer.add(StubReader().read(Document(id="two", text=text)))
    assert copy.near == (first.key if near else None)


def test_original_bytes_are_kept_beside_the_record(record: Record) -> None:
    reading = talks(original_digest="sha256:" + "1" * 64)
    record.writer.add(reading, b"<p>bytes</p>")
    assert record.originals is not None
    assert record.originals.get("sha256:" + "1" * 64) == b"<p>bytes</p>"
    assert record.originals.get("sha256:" + "2" * 64) is None


def test_a_document_without_statements(record: Record) -> None:
    empty = reading_of(Document(id="empty", text="Nothing is said here.", language="en"), [])
    assert record.writer.add(empty).became is Became.ADDED
    assert record.verify() == []
    assert empty.reader == INFO


def test_numbers_of_statements_are_never_shared(record: Record) -> None:
    record.writer.add(talks())
    record.writer.add(flood())
    with record.engine.connect() as connection:
        numbers = connection.execute(select(statements.c.number)).scalars().all()
    assert len(set(numbers)) == len(numbers) == 5
