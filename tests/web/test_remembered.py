"""What was counted is counted anew only when the record has changed."""

from __future__ import annotations

from onrecord.record import Record
from onrecord.web.remembered import MOST, Remembered
from tests.record.made import by_model, talks


def test_a_count_is_made_anew_when_the_record_has_changed(record: Record) -> None:
    remembered, made = Remembered(), iter(range(100))

    def count() -> int:
        return remembered.get(record, "name", lambda: next(made))

    assert (count(), count()) == (0, 0)
    key = record.writer.add(talks(address="http://a.example/")).key
    assert (count(), count()) == (1, 1)
    statement = record.questions.search()[0].id
    number = record.judgements.reject(statement, by="Ann")
    assert (count(), count()) == (2, 2)
    record.judgements.undo(number, by="Ann")
    assert count() == 3
    record.writer.add(by_model(talks(address="http://a.example/"), "other"))
    assert count() == 4
    assert key
    record.removing.document(key, by="Ann")
    assert (count(), count()) == (5, 5)


def test_not_everything_is_remembered(record: Record) -> None:
    remembered = Remembered()
    for number in range(MOST + 1):
        remembered.get(record, number, lambda: "first")
    assert remembered.get(record, MOST, lambda: "again") == "first"
    assert remembered.get(record, 0, lambda: "again") == "again"
