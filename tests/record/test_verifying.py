"""A record is proved: whatever is not as it must be is told."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from onrecord.record import Record
from tests.record.made import flood, talks


def test_a_sound_record_has_no_faults(record: Record) -> None:
    record.writer.add(talks())
    record.writer.add(flood())
    record.judgements.accept(record.questions.search()[0].id, by="ada")
    assert record.verify() == []


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("UPDATE documents SET text = text || '!'", "does not have its digest"),
        ("UPDATE statements SET content_words = 'other'", "the words of its content differ"),
        ("UPDATE statements SET cue = '[[0, 9999]]'", "its cue lies outside"),
        ("UPDATE readings SET current = false", "0 current readings"),
        (
            "INSERT INTO judgements VALUES (1, 'now', 'ada', 'accept', NULL, 'lost', '{}', NULL)",
            "not in the record",
        ),
    ],
)
def test_harm_is_found(record: Record, harm: str, told: str) -> None:
    record.writer.add(talks())
    with record.engine.begin() as connection:
        connection.execute(text(harm))
    assert any(told in fault.what for fault in record.verify())
