"""What people decide about statements and speakers: kept for ever, undone by a further entry.

In: who decides, and what. Out: the number of the judgement. Texts and what was read in them stay untouched;
what the judgements come to is made anew from them whenever one is added or undone (see `settling`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, Select, select

from onrecord.errors import Cause, StopRun
from onrecord.model import Kind, Span, Status
from onrecord.record.asking.searching import Search
from onrecord.record.judging.decided_pairs import are_one
from onrecord.record.judging.noting import check_spans, note, standing_rows, standing_spans
from onrecord.record.judging.parting import insert_statement, merge_statements, split_speaker, split_statement
from onrecord.record.judging.settling import settle_claims, settle_merges, touched
from onrecord.record.judging.settling import undone as taken_back
from onrecord.record.schema.tables import documents, judgements
from onrecord.record.writing.newcomers import unnamed_speaker
from onrecord.record.writing.rereading import lost_judgements
from onrecord.record.writing.speaking import numbers_of_keys

CHANGES = (
    "speaker", "unnamed", "addressee", "source", "cue", "content", "when_start", "when_end", "status",
)  # fmt: skip


FOR_GOOD = ("remove", "redact", "removed")  # what can't be undone


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
    part_of: int | None = None


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
        """Sets right what was read of a statement: speaker, addressee, spans, days or status.

        `speaker` and `addressee` are names; with `unnamed` the speaker is nobody known by name, and stands
        under the words given, else those of the source. `source`, `cue` and `content` are spans in code
        points of the document's text; `when_start` and `when_end` are ISO days. `status` says
        whether it was made (see `Status`).
        """
        for name in changes:
            if name not in CHANGES:
                raise StopRun(Cause.INPUT, f"{name!r} can't be changed; what can is {', '.join(CHANGES)}.")
        if changes.get("status") not in (None, *Status):
            allowed = ", ".join(Status)
            raise StopRun(Cause.INPUT, f"{changes['status']!r} is no status. It can be {allowed}.")
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
        unnamed: bool = False,
        kind: Kind = Kind.SPEECH,
    ) -> str:
        """Adds a statement that the reader missed; gives its id. Spans are code points of the text.

        With `unnamed` the speaker is nobody known by name, and stands under the words given ("two
        officials"), else those of the source.
        """
        with self._engine.begin() as connection:
            row = connection.execute(select(documents).where(documents.c.key == document)).first()
            if row is None:
                raise StopRun(Cause.INPUT, f"There is no document {document} in the record.")
            check_spans(row.text, (*source, *cue, *content))
            made, _ = insert_statement(connection, row, kind, (tuple(source), tuple(cue), tuple(content)))
            if unnamed:
                speaker = unnamed_speaker(connection, document, speaker or _words(source, row.text))
            detail = {"document": document, "speaker": speaker}
            note(connection, "add", detail, by=by, statement=made, document=document)
            settle_claims(connection, [made])
        return made

    def merge(self, key: str, into: str, *, by: str) -> int:
        """Decides that two speakers are one, by their keys."""
        if key == into:
            raise StopRun(Cause.INPUT, f"{key} can't be merged with itself.")
        with self._engine.begin() as connection:
            for one in (key, into):
                if not numbers_of_keys(connection, [one]):
                    raise StopRun(Cause.INPUT, f"There is no speaker {one} in the record.")
            number = note(connection, "merge", {"key": key, "into": into}, by=by)
            settle_merges(connection)
        return number

    def apart(self, key: str, other: str, *, by: str) -> int:
        """Decides that two speakers are not one, by their keys: they are not suggested as one any more."""
        if key == other:
            raise StopRun(Cause.INPUT, f"{key} can't be parted from itself. `split` makes two of one.")
        with self._engine.begin() as connection:
            for one in (key, other):
                if not numbers_of_keys(connection, [one]):
                    raise StopRun(Cause.INPUT, f"There is no speaker {one} in the record.")
            if are_one(connection, key, other):
                raise StopRun(Cause.INPUT, f"{key} and {other} were merged. Undo that judgement first.")
            return note(connection, "apart", {"key": key, "other": other}, by=by)

    def split(
        self,
        key: str,
        into: str,
        *,
        by: str,
        word: str | None = None,
        documents: Collection[str] = (),
        statements: Collection[str] = (),
        outlet: str | None = None,
    ) -> tuple[int, str, int]:
        """Decides that some statements of a speaker are another's (see `parting.split_speaker`)."""
        with self._engine.begin() as connection:
            return split_speaker(
                connection, key, into, by=by, word=word, of_documents=documents, of_statements=statements,
                outlet=outlet,
            )  # fmt: skip

    def split_statement(self, statement: str, starts: Sequence[int], *, by: str) -> tuple[int, list[str]]:
        """Decides that one content is several, cut where the next begins; gives the number, and the ids."""
        with self._engine.begin() as connection:
            return split_statement(connection, statement, starts, by=by)

    def merge_statements(self, statements: Sequence[str], *, by: str) -> int:
        """Decides that several statements are one; the first keeps its id."""
        with self._engine.begin() as connection:
            return merge_statements(connection, statements, by=by)

    def undo(self, number: int, *, by: str) -> int:
        """Takes a judgement back, with all its parts; it stays in the list, and so does this."""
        with self._engine.begin() as connection:
            row = connection.execute(select(judgements).where(judgements.c.number == number)).first()
            if row is None:
                raise StopRun(Cause.INPUT, f"There is no judgement {number}.")
            if row.action in FOR_GOOD:
                raise StopRun(
                    Cause.INPUT, f"Judgement {number} took words out for good: nothing brings them back."
                )
            if row.part_of is not None:
                raise StopRun(
                    Cause.INPUT, f"Judgement {number} is part of {row.part_of}, with which it is undone."
                )
            entry = note(
                connection, "undo", {"number": number}, by=by, statement=row.statement, undoes=number
            )
            settle_claims(connection, touched(connection, entry))
            settle_merges(connection)
        return entry

    def entries(self, statement: str | None = None) -> list[Entry]:
        """All judgements in order, or those on one statement."""
        query = select(judgements).order_by(judgements.c.number)
        if statement is not None:
            query = query.where(judgements.c.statement == statement)
        return self._entries(query)

    def latest(
        self, *, limit: int, before: int | None = None, by: str | None = None, action: str | None = None
    ) -> list[Entry]:
        """The latest judgements, the last one first; where given, only those before a number, by one person
        or of one action.
        """
        query = select(judgements).order_by(judgements.c.number.desc()).limit(limit)
        if before is not None:
            query = query.where(judgements.c.number < before)
        for column, wanted in ((judgements.c.by, by), (judgements.c.action, action)):
            if wanted is not None:
                query = query.where(column == wanted)
        return self._entries(query)

    def people(self) -> list[str]:
        """Who has judged, by name."""
        with self._engine.connect() as connection:
            query = select(judgements.c.by).distinct().order_by(judgements.c.by)
            return list(connection.execute(query).scalars())

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
            Entry(
                number=row.number,
                at=row.at,
                by=row.by,
                action=row.action,
                statement=row.statement,
                detail=json.loads(row.detail),
                undone=row.number in undone,
                part_of=row.part_of,
            )
            for row in rows
        ]

    def _decide(self, action: str, statement: str, detail: dict[str, Any], by: str) -> int:
        with self._engine.begin() as connection:
            row = standing_rows(connection, statement)[0]
            spans = [span for name in ("source", "cue", "content") for span in detail.get(name, ())]
            check_spans(row.text, spans)
            if detail.pop("unnamed", False):
                name = detail.get("speaker") or _words(standing_spans(row, "source"), row.text)
                detail["speaker"] = unnamed_speaker(connection, row.document_key, name)
            number = note(connection, action, detail, by=by, statement=statement)
            settle_claims(connection, [statement])
        return number


def _words(spans: Sequence[Span], text: str) -> str:
    return " … ".join(span.slice(text) for span in spans)
