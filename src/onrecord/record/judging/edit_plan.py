"""What edits of a document come to as judgements, by what the record says of it now. Writes nothing.

In: an open connection, a text with statements as they came back, and what had been exported of it. Out:
steps, and reasons for what can't be one. What the record says already is no step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, func, select

from onrecord.model import Kind, Reading
from onrecord.model.edited import EditedDocument, EditedStatement, Exported, as_exported
from onrecord.model.statement import statement_id
from onrecord.record.judging.edits import PLACES, Change, edits_between, same_place
from onrecord.record.judging.noting import standing_spans
from onrecord.record.likeness.named import Named
from onrecord.record.schema.tables import THERE, judged, speakers, statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A judgement to be made: its action, the statement's id, and what is set right.

    `added` is the statement that a person added; `unnamed` says that the speaker is the source's words.
    """

    action: str
    statement: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    added: EditedStatement | None = None
    unnamed: str | None = None


class EditPlan:
    """What one file comes to. `left` has a reason for each thing that can't be kept."""

    def __init__(
        self,
        connection: Connection,
        documents: Sequence[Row[Any]],
        reading: Reading,
        edited: EditedDocument,
        exported: Exported | None,
    ) -> None:
        first = documents[0]
        self.left: list[str] = []
        self._text: str = first.text
        self._digest: str = first.digest
        self._named = Named(connection, reading, first.key)
        self._rows = _rows(connection, [row.number for row in documents])
        self._by_id: dict[str, Row[Any]] = {}
        for row in self._rows:
            self._by_id.setdefault(row.id, row)
        rejected = {row.id for row in self._rows if row.verdict == "rejected"}
        before = (
            exported.statements
            if exported is not None
            else [stmt for stmt in as_exported(reading) if stmt.id not in rejected]
        )
        self._knows_export = exported is not None
        self._edits = edits_between(self._text, before, edited.statements)

    @property
    def untouched(self) -> int:
        """How many statements came back as they went."""
        return len(self._edits.untouched)

    def steps(self, *, accept_untouched: bool) -> Iterator[Step]:
        """The judgements that are to be made."""
        for change in self._edits.changed:
            yield from self._changed(change)
        if self._knows_export:
            for id in self._edits.removed:
                yield from self._rejected(id)
        elif self._edits.removed:
            self.left.append(
                f"{len(self._edits.removed):,} statements of the record are not in it; whether they were "
                "removed is told by what was exported: keep its .onrecord.json beside it, or give --exported"
            )
        for stmt in self._edits.added:
            yield from self._added(stmt)
        for id in self._edits.untouched if accept_untouched else ():
            row = self._by_id.get(id)
            if row is not None and row.verdict != "accepted":
                yield Step(action="accept", statement=id)

    def _changed(self, change: Change) -> Iterator[Step]:
        stmt = change.after
        row = self._by_id.get(stmt.id or "")
        if row is None:
            self.left.append(f"{stmt.id}: the record does not have it any more")
            return
        if "kind" in change.fields and stmt.kind != row.kind:
            # A thought that was taken for speech is another claim: one is wrong, the other was missed.
            yield from self._rejected(row.id)
            yield from self._added(stmt)
            return
        if "form" in change.fields and stmt.form != row.form:
            self.left.append(f"{row.id}: a changed form ({stmt.form}) can't be kept: it follows the content")
        detail = self._places(row, change)
        if "status" in change.fields and stmt.status not in (None, row.judged_status or row.status):
            detail["status"] = stmt.status
        unnamed = None
        if "speaker" in change.fields and stmt.speaker is not None:
            detail |= self._speaker(row, stmt.speaker)
        elif "speaker" in change.fields and row.speaker_type != "anonymous":
            unnamed = self._words(row)
        if detail or unnamed:
            yield Step(action="change", statement=row.id, detail=detail, unnamed=unnamed)

    def _places(self, row: Row[Any], change: Change) -> dict[str, Any]:
        """The places that are to be set right."""
        found: dict[str, Any] = {}
        for name in PLACES:
            spans = getattr(change.after, name)
            if name not in change.fields or same_place(self._text, spans, standing_spans(row, name)):
                continue
            if spans:
                found[name] = spans
            else:
                self.left.append(f"{row.id}: a {name} can be set right, but not taken away")
        return found

    def _speaker(self, row: Row[Any], name: str) -> dict[str, Any]:
        key = self._named.key_of(name)
        return {} if self._named.number_of(key) == row.standing_speaker else {"speaker": key}

    def _words(self, row: Row[Any]) -> str | None:
        """The words that stand for somebody without a name."""
        words = " … ".join(span.slice(self._text) for span in standing_spans(row, "source"))
        if not words:
            self.left.append(f"{row.id}: it has no source that could stand for a speaker without a name")
        return words or None

    def _rejected(self, id: str) -> Iterator[Step]:
        row = self._by_id.get(id)
        if row is not None and row.verdict != "rejected" and row.origin in THERE:
            yield Step(action="reject", statement=id)

    def _added(self, stmt: EditedStatement) -> Iterator[Step]:
        kind = stmt.kind or Kind.SPEECH
        id = statement_id(self._digest, kind, stmt.source, stmt.cue, stmt.content)
        known = self._by_id.get(id) or self._standing_at(stmt, kind)
        if known is None or known.origin == "dropped":
            speaker = self._named.key_of(stmt.speaker) if stmt.speaker else None
            yield Step(action="add", statement=id, detail={"speaker": speaker}, added=stmt)
        elif known.verdict == "rejected" and known.origin == "read":
            yield Step(action="accept", statement=known.id)
        elif known.verdict == "rejected":
            self.left.append(f"{known.id}: it was added before, and rejected since")

    def _standing_at(self, stmt: EditedStatement, kind: Kind) -> Row[Any] | None:
        """A statement that the record has with these words, whatever its id."""
        for row in self._rows:
            if row.kind == kind.value and row.origin in THERE:
                places = ((standing_spans(row, name), getattr(stmt, name)) for name in ("content", "source"))
                if all(same_place(self._text, *pair) for pair in places):
                    return row
        return None


def _rows(connection: Connection, numbers: Sequence[int]) -> list[Row[Any]]:
    """The statements of some documents with what was decided of them, and who is taken to have made them."""
    standing = func.coalesce(judged.c.speaker, statements.c.speaker)
    query = (
        select(
            statements,
            judged.c.verdict,
            *(judged.c[name].label(f"judged_{name}") for name in (*PLACES, "status")),
            standing.label("standing_speaker"),
            speakers.c.type.label("speaker_type"),
        )
        .outerjoin(judged, judged.c.statement == statements.c.number)
        .outerjoin(speakers, speakers.c.number == standing)
        .where(statements.c.document.in_(numbers))
        .order_by(statements.c.document, statements.c.number)
    )
    return list(connection.execute(query))
