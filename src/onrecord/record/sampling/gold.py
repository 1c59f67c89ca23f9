"""What people have judged completely, out of a record.

In: an engine, and which documents. Out: each document with its complete stretches and the statements that are
there by people's word. Paragraphs that are not complete, or open again, are in no stretch: nothing is known
of them, and nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Engine, Row, select

from onrecord.model import Kind, Status
from onrecord.model.gold import Gold, GoldStatement
from onrecord.model.paragraphs import joined
from onrecord.record.sampling.checking import true_statements
from onrecord.record.sampling.completing import Place, complete_by, reopened
from onrecord.record.sampling.samples import Scope, chosen_by
from onrecord.record.schema.tables import documents
from onrecord.record.writing.bodies import document_of


def gold(engine: Engine, scope: Scope | None = None) -> Iterator[Gold]:
    """The documents of which something is judged completely, in the order in which they came."""
    with engine.connect() as connection:
        done = set(complete_by(connection))
        done -= reopened(connection, done)
        mine: dict[str, list[Place]] = {}
        for place in sorted(done):
            mine.setdefault(place.document, []).append(place)
        numbers = connection.execute(
            select(documents.c.number, documents.c.key)
            .where(*chosen_by(scope or Scope()))
            .order_by(documents.c.number)
        ).all()
        for number, key in numbers:
            if key not in mine:
                continue
            row = connection.execute(select(documents).where(documents.c.number == number)).one()
            found = {stmt.id: stmt for _, stmt in true_statements(connection, mine[key])}
            statements = sorted(map(_statement, found.values()), key=lambda stmt: (stmt.content, stmt.source))
            complete = tuple(joined([place.span for place in mine[key]], row.text))
            yield Gold(document=document_of(row), complete=complete, statements=tuple(statements))


def _statement(row: Row[Any]) -> GoldStatement:
    source, cue, content = (
        row._mapping[f"judged_{name}"] or row._mapping[name] for name in ("source", "cue", "content")
    )
    return GoldStatement(
        id=row.id, kind=Kind(row.kind), status=Status(row.judged_status or row.status), source=source,
        cue=cue, content=content,
        speaker=row.speaker_name, anonymous=row.true_type == "anonymous", within=row.within,
    )  # fmt: skip
