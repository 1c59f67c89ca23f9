"""What documents come to is always what their statements come to, whatever was decided or taken out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from onrecord.model import Gender, Reading
from onrecord.record import Record
from onrecord.record.asking.counting import Counting
from onrecord.record.schema.tables import tallies
from tests.record.asking.test_reading_back import read
from tests.record.made import by_model, flood, having, long_text, talks


def summed(record: Record) -> list[tuple[int, int, int, int]]:
    """Statements, and those of unnamed people, women and men, of each document that counts."""
    assert record.verify() == []
    wanted = [tallies.c[name] for name in ("statements", "unnamed", "women", "men")]
    with record.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(*wanted).order_by(tallies.c.document))]


def of_women(reading: Reading) -> Reading:
    """The reading as if its text called the first who is named a woman."""
    first, *others = reading.entities
    return replace(reading, entities=(replace(first, gender=Gender("female", "she")), *others))


def test_what_was_made_is_summed_up_by_who_made_it(record: Record) -> None:
    record.writer.add(of_women(talks()))
    record.writer.add(flood())
    assert summed(record) == [(2, 0, 1, 0), (2, 1, 0, 0)]


def test_decisions_change_the_sums(record: Record) -> None:
    reading = flood()
    record.writer.add(reading)
    first, second = (stmt.id for stmt in reading.statements)
    number = record.judgements.reject(first, by="Ann")
    assert summed(record) == [(1, 1, 0, 0)]
    record.judgements.undo(number, by="Ann")
    record.judgements.change(second, by="Ann", speaker="Edda Lorne")
    assert summed(record) == [(2, 0, 0, 0)]


def test_of_versions_and_copies_one_counts(record: Record) -> None:
    first = record.writer.add(read(long_text(200))).key
    record.writer.add(read(long_text(200, change=3)))
    assert len(summed(record)) == 1
    assert first
    record.removing.document(first, by="Ann")
    assert len(summed(record)) == 1
    record.writer.add(talks(address="http://courier.example/1"))
    later = record.writer.add(flood(address="http://courier.example/1")).key
    assert [row[:2] for row in summed(record)] == [(1, 0), (2, 1)]
    assert later
    record.removing.document(later, by="Ann")
    assert [row[:2] for row in summed(record)] == [(1, 0), (2, 0)]


def test_another_model_s_reading_is_summed_up_anew(record: Record) -> None:
    reading = talks()
    record.writer.add(reading)
    record.writer.add(by_model(having(reading, reading.statements[0]), "other"))
    assert summed(record) == [(1, 0, 0, 0)]


def test_who_was_merged_counts_as_one(record: Record) -> None:
    record.writer.add(talks())
    keys = {row.name: row.key for row in record.questions.speakers()}
    record.judgements.merge(keys["Hanno Pell"], keys["Edda Lorne"], by="Ann")
    (only,) = record.questions.speakers()
    assert (only.name, only.statements) == ("Edda Lorne", 2)


def test_a_wrong_sum_is_a_fault(record: Record) -> None:
    record.writer.add(talks())
    with record.engine.begin() as connection:
        connection.execute(update(tallies).values(statements=7))
    (fault,) = record.verify()
    assert "counts" in fault.what


@pytest.mark.parametrize("name", ["women", "men"])
def test_stats_tell_what_the_text_tells_of_women_and_men(record: Record, name: str) -> None:
    record.writer.add(of_women(talks()))
    (row,) = Counting(record.engine).by_outlet_and_month()
    assert getattr(row, name) == (1 if name == "women" else 0)
