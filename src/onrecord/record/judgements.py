"""What people decide about statements and speakers: kept for ever, undone by a further entry.

In: who decides, and what. Out: the number of the judgement. Texts and what was read in them stay untouched;
what the judgements come to is made anew from them whenever one is added or undone (see `settling`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Select, insert, select

from onrecord.errors import Cause, StopRun
from onrecord.model import Kind, Span
from onrecord.model.statement import statement_id, words_at
from onrecord.record.bodies import spans_json
from onrecord.record.clock import now
from onrecord.record.rereading import lost_judgements
from onrecord.record.searching import Search
from onrecord.record.settling import settle_claim, settle_merges
from onrecord.record.settling import undone as taken_back
from onrecord.record.speaking import numbers_of_keys
from onrecord.record.tables import documents, judgements, statements

CHANGES = ("speaker", "addressee", "source", "cue", "content", "when_start", "when_end")


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement: its number, when, by whom, and what."""

    number: int
    at: str
    by: str
    action: str
    statement: str | None
    detail: Mapping[str, Any]
    undone: bool


class Judgements:
    """The decisions of people on a record."""

    def __init__(self, engine: Engine, search: Search) -> None:
        self._engine = engine
        self._search = search

    def accept(self, statement: str, *, by: str) -> int:
        """Decides that a statement is right."""
        return self._decide("accept", statement, {}, by)

    def reject(self, statement: str, *, by: str) -> int:
        """Decides that a statement is wrong: it counts no more."""
        return self._decide("reject", statement, {}, by)

    def change(self, statement: str, *, by: str, **changes: Any) -> int:
        """Sets right what was read of a statement: speaker, addressee, spans or days.

        `speaker` and `addressee` are names; `source`, `cue` and `content` are spans in code points of the
        document's text; `when_start` and `when_end` are ISO days.
        """
        for name in changes:
            if name not in CHANGES:
                raise StopRun(Cause.INPUT, f"{name!r} can't be changed; what can is {', '.join(CHANGES)}.")
        return self._decide("change", statement, changes, by)

    def add(
        self,
        document: str,
        *,
        by: str,
        content: Sequence[Span],
        source: Sequence[Span] = (),
        cue: Sequence[Span] = (),
        speaker: str | None = None,
        kind: Kind = Kind.SPEECH,
    ) -> str:
        """Adds a statement that the reader missed; gives its id. Spans are code points of the text."""
        with self._engine.begin() as connection:
            row = connection.execute(select(documents).where(documents.c.key == document)).first()
            if row is None:
                raise StopRun(Cause.INPUT, f"There is no document {document} in the record.")
            _check_spans(row.text, (*source, *cue, *content))
            made: str = statement_id(row.digest, kind, tuple(source), tuple(cue), tuple(content))
            known = connection.execute(
                select(statements.c.number).where(
                    statements.c.document == row.number, statements.c.id == made
                )
            ).scalar()
            if known is None:
                self._insert(connection, row, made, (tuple(source), tuple(cue), tuple(content)), kind)
            detail = {"document": document, "speaker": speaker}
            _note(connection, "add", made, detail, by, document)
            settle_claim(connection, made)
        return made

    def merge(self, key: str, into: str, *, by: str) -> int:
        """Decides that two speakers are one, by their keys."""
        if key == into:
            raise StopRun(Cause.INPUT, f"{key} can't be merged with itself.")
        with self._engine.begin() as connection:
            for one in (key, into):
                if not numbers_of_keys(connection, [one]):
                    raise StopRun(Cause.INPUT, f"There is no speaker {one} in the record.")
            number = _note(connection, "merge", None, {"key": key, "into": into}, by)
            settle_merges(connection)
        return number

    def undo(self, number: int, *, by: str) -> int:
        """Takes a judgement back; it stays in the list, and so does this."""
        with self._engine.begin() as connection:
            row = connection.execute(select(judgements).where(judgements.c.number == number)).first()
            if row is None:
                raise StopRun(Cause.INPUT, f"There is no judgement {number}.")
            entry = _note(connection, "undo", row.statement, {"number": number}, by, undoes=number)
            if row.statement is not None:
                settle_claim(connection, row.statement)
            settle_merges(connection)
        return entry

    def entries(self, statement: str | None = None) -> list[Entry]:
        """All judgements in order, or those on one statement."""
        query = select(judgements).order_by(judgements.c.number)
        if statement is not None:
            query = query.where(judgements.c.statement == statement)
        return self._entries(query)

    def lost(self) -> list[Entry]:
        """Judgements on statements that a later reading no longer has, nor any with the same words."""
        with self._engine.connect() as connection:
            numbers = lost_judgements(connection)
        query = select(judgements).where(judgements.c.number.in_(numbers)).order_by(judgements.c.number)
        return [entry for entry in self._entries(query) if not entry.undone]

    def _entries(self, query: Select[Any]) -> list[Entry]:
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
            undone = taken_back(connection)
        return [
            Entry(r.number, r.at, r.by, r.action, r.statement, json.loads(r.detail), r.number in undone)
            for r in rows
        ]

    def _decide(self, action: str, statement: str, detail: dict[str, Any], by: str) -> int:
        with self._engine.begin() as connection:
            row = connection.execute(
                select(statements.c.number, documents.c.text)
                .join(documents, documents.c.number == statements.c.document)
                .where(statements.c.id == statement)
            ).first()
            if row is None:
                raise StopRun(Cause.INPUT, f"There is no statement {statement} in the record.")
            spans = [span for name in ("source", "cue", "content") for span in detail.get(name, ())]
            _check_spans(row.text, spans)
            number = _note(connection, action, statement, detail, by)
            settle_claim(connection, statement)
        return number

    def _insert(
        self, connection: Connection, document: Any, made: str, spans: tuple[Any, Any, Any], kind: Kind
    ) -> None:
        row = {
            "id": made, "document": document.number, "origin": "added", "within": None, "form": "indirect",
            "kind": kind.value, "status": "asserted", "act": "statement", "stance": "neutral",
            "confidence": 1.0, "source": spans_json(spans[0]), "cue": spans_json(spans[1]),
            "content": spans_json(spans[2]), "said": (document.published or "")[:10] or None,
        }  # fmt: skip
        number = connection.execute(insert(statements).returning(statements.c.number), row).scalar_one()
        content = words_at(document.text, *spans).content
        self._search.add(connection, [(number, " … ".join(content))])


def _check_spans(text: str, spans: Sequence[Span]) -> None:
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise StopRun(
                Cause.INPUT, f"[{start}, {end}] is no stretch of the text, which has {len(text)} characters."
            )


def _note(
    connection: Connection,
    action: str,
    statement: str | None,
    detail: Mapping[str, Any],
    by: str,
    document: str | None = None,
    undoes: int | None = None,
) -> int:
    if not by.strip():
        raise StopRun(Cause.INPUT, "A judgement needs the name of who makes it. Give --by.")
    row = {
        "at": now(), "by": by, "action": action, "document": document, "statement": statement,
        "detail": json.dumps(detail, ensure_ascii=False), "undoes": undoes,
    }  # fmt: skip
    return int(connection.execute(insert(judgements).returning(judgements.c.number), row).scalar_one())
