"""Writes one judgement down, and checks what it is about. What it comes to is for `settling`.

In: an open connection, who decides, and what. Out: the number of the judgement, or a `StopRun` that says what
is wrong with it. A judgement may be part of another one, with which it is made and undone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from onrecord.errors import Cause, StopRun
from onrecord.model import Span, Spans
from onrecord.record.schema.clock import now
from onrecord.record.schema.tables import documents, judged, judgements, statements


def note(
    connection: Connection,
    action: str,
    detail: Mapping[str, Any],
    *,
    by: str,
    statement: str | None = None,
    document: str | None = None,
    undoes: int | None = None,
    part_of: int | None = None,
) -> int:
    """Writes a judgement down; gives its number. `document` is a key, `statement` an id."""
    if not by.strip():
        raise StopRun(Cause.INPUT, "A judgement needs the name of who makes it. Give --by.")
    row = {
        "at": now(), "by": by, "action": action, "document": document, "statement": statement,
        "detail": json.dumps(detail, ensure_ascii=False), "undoes": undoes, "part_of": part_of,
    }  # fmt: skip
    return int(connection.execute(insert(judgements).returning(judgements.c.number), row).scalar_one())


def standing_rows(connection: Connection, statement: str) -> list[Row[Any]]:
    """The rows of a statement with what was decided (`judged_…`), its document's text and key.

    The same claim may stand in several documents with one text. Raises `StopRun` where there is none.
    """
    rows = connection.execute(
        select(
            statements,
            documents.c.text,
            documents.c.digest,
            documents.c.published,
            documents.c.key.label("document_key"),
            *(column.label(f"judged_{column.name}") for column in judged.c),
        )
        .join(documents, documents.c.number == statements.c.document)
        .outerjoin(judged, judged.c.statement == statements.c.number)
        .where(statements.c.id == statement)
        .order_by(statements.c.number)
    ).all()
    if not rows:
        raise StopRun(Cause.INPUT, f"There is no statement {statement} in the record.")
    return list(rows)


def standing_spans(row: Row[Any], name: str) -> Spans:
    """The source, cue or content of one of `standing_rows`, as decided, else as read."""
    spans: Spans = row._mapping[f"judged_{name}"] or row._mapping[name]
    return spans


def check_spans(text: str, spans: Sequence[Span]) -> None:
    """Raises `StopRun` where a span is no stretch of the text."""
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise StopRun(
                Cause.INPUT, f"[{start}, {end}] is no stretch of the text, which has {len(text)} characters."
            )
