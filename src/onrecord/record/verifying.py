"""Proves a record: statements are verbatim slices of their texts, digests hold, nothing hangs in the air.

In: an engine. Out: a fault for each thing that is not so, as they are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Engine, select

from onrecord.model.document import digest_of
from onrecord.record.bodies import spans_of
from onrecord.record.tables import documents, judged, judgements, readings, statements


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a record that is not as it must be: where, and what is wrong."""

    where: str
    what: str


def verify(engine: Engine) -> Iterator[Fault]:
    """Every fault of a record. Reads all of it, a document at a time."""
    with engine.connect() as connection:
        keys = connection.execute(select(documents.c.key).order_by(documents.c.key)).scalars().all()
    for key in keys:
        yield from _document(engine, key)
    yield from _judgements(engine)


def _document(engine: Engine, key: str) -> Iterator[Fault]:
    with engine.connect() as connection:
        document = connection.execute(select(documents).where(documents.c.key == key)).one()
        rows = connection.execute(select(statements).where(statements.c.document == key)).all()
        current = connection.execute(
            select(readings.c.number).where(readings.c.document == key, readings.c.current.is_(True))
        ).all()
    text = document.text
    if digest_of(text.encode("utf-8", "surrogatepass")) != document.digest:
        yield Fault(f"document {key}", "its text does not have its digest")
    if len(current) != 1:
        yield Fault(f"document {key}", f"it has {len(current)} current readings, not one")
    for row in rows:
        for name in ("source", "cue", "content"):
            spans = spans_of(getattr(row, name))
            if any(not 0 <= span.start < span.end <= len(text) for span in spans):
                yield Fault(f"statement {row.id}", f"its {name} lies outside its text")
            elif " … ".join(span.slice(text) for span in spans) != getattr(row, f"{name}_words"):
                yield Fault(f"statement {row.id}", f"the words of its {name} differ from its text")


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
