"""A record is proved: whatever is not as it must be is told."""

from __future__ import annotations

import pytest
from sqlalchemy import Insert, Update, text

from onrecord.model import Span
from onrecord.record import Record
from onrecord.record.schema.tables import documents, judgements, statements
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
        (statements.update().values(content=(Span(1, 2),)), "not those that were read"),
        (statements.update().values(id="0" * 16).where(statements.c.number == 1), "does not have it"),
        (statements.update().values(cue=(Span(0, 9999),)), "its cue lies outside"),
        ("UPDATE readings SET current = false", "0 current readings"),
        (
            judgements.insert().values(at="now", by="ada", action="accept", statement="0" * 16, detail="{}"),
            "not in the record",
        ),
    ],
)
def test_harm_is_found(record: Record, harm: str | Update | Insert, told: str) -> None:
    record.writer.add(talks())
    with record.engine.begin() as connection:
        connection.execute(text(harm) if isinstance(harm, str) else harm)
    assert any(told in fault.what for fault in record.verify())
