"""A record is proved: whatever is not as it must be is told."""

from __future__ import annotations

import pytest
from sqlalchemy import Update, text

from onrecord.record import Record
from onrecord.record.tables import documents
from tests.record.made import flood, talks


def test_a_sound_record_has_no_faults(record: Record) -> None:
    record.writer.add(talks())
    record.writer.add(flood())
    record.judgements.accept(record.questions.search()[0].id, by="ada")
    assert record.verify() == []


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (documents.update().values(text="Nobody said a thing."), "does not have its digest"),
        ("UPDATE documents SET regions = 'none'", "damaged"),
        ("UPDATE statements SET content = '[[1, 2]]'", "not those that were read"),
        ("UPDATE statements SET id = 'other' || number", "current reading does not have it"),
        ("UPDATE statements SET cue = '[[0, 9999]]'", "its cue lies outside"),
        ("UPDATE readings SET current = false", "0 current readings"),
        (
            "INSERT INTO judgements VALUES (1, 'now', 'ada', 'accept', NULL, 'lost', '{}', NULL, NULL)",
            "not in the record",
        ),
    ],
)
def test_harm_is_found(record: Record, harm: str | Update, told: str) -> None:
    record.writer.add(talks())
    with record.engine.begin() as connection:
        connection.execute(text(harm) if isinstance(harm, str) else harm)
    assert any(told in fault.what for fault in record.verify())
