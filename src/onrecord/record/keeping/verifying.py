"""Proves a record: statements are verbatim slices of their texts, digests hold, nothing hangs in the air.

In: an engine. Out: a fault for each thing that is not so, as they are found.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Engine, select

from onrecord.errors import BrokenReading
from onrecord.model import ReaderInfo, Reading
from onrecord.model.document import digest_of
from onrecord.record.schema.tables import documents, judged, judgements, readings, statements
from onrecord.record.writing.bodies import document_of, unpacked
from onrecord.record.writing.tallying import is_miscounted

DAMAGED = (zlib.error, msgspec.MsgspecError, ValueError, struct.error)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a record that is not as it must be: where, and what is wrong."""

    where: str
    what: str


def verify(engine: Engine) -> Iterator[Fault]:
    """Every fault of a record. Reads all of it, a document at a time."""
    with engine.connect() as connection:
        numbers = connection.execute(select(documents.c.number).order_by(documents.c.number)).scalars().all()
    for number in numbers:
        try:
            yield from _document(engine, number)
        except DAMAGED as error:
            yield Fault(f"document number {number}", f"what is kept of it is damaged: {error}")
    yield from _judgements(engine)


def _document(engine: Engine, number: int) -> Iterator[Fault]:
    with engine.connect() as connection:
        row = connection.execute(select(documents).where(documents.c.number == number)).one()
        rows = connection.execute(select(statements).where(statements.c.document == number)).all()
        current = connection.execute(
            select(readings).where(readings.c.document == number, readings.c.current.is_(True))
        ).all()
        miscounted = is_miscounted(connection, number)
    if digest_of(row.text.encode("utf-8", "surrogatepass")) != row.digest:
        yield Fault(f"document {row.key}", "its text does not have its digest")
        return  # all else that could be said of it would follow from that
    if len(current) != 1:
        yield Fault(f"document {row.key}", f"it has {len(current)} current readings, not one")
        return
    if miscounted:
        yield Fault(f"document {row.key}", "what it adds to the counts is not what its statements come to")
    made = current[0]
    info = ReaderInfo(made.program, made.version, made.model, made.weights, row.extractor)
    read = unpacked(made.body, document_of(row), info)
    try:
        read.check()
    except BrokenReading as error:
        yield Fault(f"document {row.key}", str(error))
    yield from _statements(row.text, read, rows)


def _statements(text: str, read: Reading, rows: Sequence[Any]) -> Iterator[Fault]:
    """Faults of the rows of statements against the text and the reading that they are from."""
    found = {stmt.id: stmt for stmt in read.statements}
    for row in rows:
        spans = {name: getattr(row, name) for name in ("source", "cue", "content")}
        for name, places in spans.items():
            if any(not 0 <= span.start < span.end <= len(text) for span in places):
                yield Fault(f"statement {row.id}", f"its {name} lies outside its text")
        stmt = found.pop(row.id, None)
        if stmt is not None and any(getattr(stmt, name) != places for name, places in spans.items()):
            yield Fault(f"statement {row.id}", "its places are not those that were read")
        if stmt is None and row.origin == "read":
            yield Fault(f"statement {row.id}", "the current reading does not have it")
    for id in found:
        yield Fault(f"statement {id}", "it was read, but questions do not know of it")


def _judgements(engine: Engine) -> Iterator[Fault]:
    with engine.connect() as connection:
        hanging = connection.execute(
            select(judgements.c.number, judgements.c.statement)
            .outerjoin(statements, statements.c.id == judgements.c.statement)
            .where(judgements.c.statement.is_not(None), statements.c.number.is_(None))
        ).all()
        lost = connection.execute(
            select(judged.c.statement)
            .outerjoin(statements, statements.c.number == judged.c.statement)
            .where(statements.c.number.is_(None))
        ).all()
    for row in hanging:
        yield Fault(f"judgement {row.number}", f"its statement {row.statement} is not in the record")
    for row in lost:
        yield Fault(f"statement number {row.statement}", "it was judged, but is not in the record")
