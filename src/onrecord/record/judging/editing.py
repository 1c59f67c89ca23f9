"""Takes what people did in another program as judgements: once, whatever came into the record meanwhile.

In: a record's engine, a text with statements as they came back, and what had been exported of it. Out: one
judgement "import" with a part for each thing that a person did, which is undone with all its parts. The same
file twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from onrecord.errors import Cause, StopRun
from onrecord.model import Kind, Status
from onrecord.model.document import digest_of
from onrecord.model.edited import EditedDocument, EditedStatement, Exported
from onrecord.record.asking.reading_back import ReadingsBack
from onrecord.record.judging.edit_plan import EditPlan, Step
from onrecord.record.judging.noting import check_spans, note
from onrecord.record.judging.parting import insert_statement
from onrecord.record.judging.settling import settle_claims
from onrecord.record.schema.tables import documents
from onrecord.record.writing.newcomers import unnamed_speaker

REPLACED = "\ufffd"  # what stands in a file for a character that its format can't carry


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a file came to: judgements, and reasons for what could not be one.

    `number` is the judgement that has all the others as its parts; None where there was nothing to decide,
    or nothing was to be written. `untouched` counts the statements that nobody touched.
    """

    documents: tuple[str, ...]
    steps: tuple[Step, ...]
    left: tuple[str, ...]
    untouched: int
    number: int | None = None


def take_edits(
    engine: Engine,
    edited: EditedDocument,
    *,
    by: str,
    file: str,
    exported: Exported | None = None,
    accept_untouched: bool = False,
    dry_run: bool = False,
) -> Taken:
    """Takes a file that people edited as judgements, in one transaction.

    Without `exported` it is compared with what the record says now, and what is missing in it is not taken
    for removed. With `dry_run` nothing is written. Raises `StopRun` where no document has the file's text.
    """
    with engine.begin() as connection:
        rows = _documents(connection, edited.text, exported)
        reading = ReadingsBack(engine).reading(rows[0].key, decided=True)
        assert reading is not None
        plan = EditPlan(connection, rows, reading, edited, exported)
        steps = tuple(plan.steps(accept_untouched=accept_untouched))
        number = _write(connection, rows, steps, by=by, file=file) if steps and not dry_run else None
    return Taken(
        documents=tuple(row.key for row in rows),
        steps=steps,
        left=tuple(plan.left),
        untouched=plan.untouched,
        number=number,
    )


def _documents(connection: Connection, text: str, exported: Exported | None) -> list[Row[Any]]:
    """The document that was exported, or else all with the file's text. Raises `StopRun` where none has."""
    if exported is not None:
        row = connection.execute(select(documents).where(documents.c.key == exported.key)).first()
        if row is not None and _is_carried(row.text, text):
            return [row]
    digest = digest_of(text.encode("utf-8", "surrogatepass"))
    query = select(documents).where(documents.c.digest == digest).order_by(documents.c.number)
    rows = list(connection.execute(query))
    if not rows:
        raise StopRun(
            Cause.INPUT,
            f"No document in the record has its text, whose digest is {digest}. Was the text changed, or the "
            "document taken out? Export it again.",
        )
    return rows


def _is_carried(text: str, file: str) -> bool:
    """Whether a file has a text, but for characters that its format can't carry."""
    if text == file:
        return True
    return len(text) == len(file) and all(
        one == other or other == REPLACED for one, other in zip(text, file, strict=True)
    )


def _write(
    connection: Connection, rows: Sequence[Row[Any]], steps: Sequence[Step], *, by: str, file: str
) -> int:
    """Writes the judgements down; gives the number of the one that has them as parts."""
    first = rows[0]
    number = note(connection, "import", {"file": file}, by=by, document=first.key)
    for step in steps:
        detail = dict(step.detail)
        check_spans(
            first.text, [span for name in ("source", "cue", "content") for span in detail.get(name, ())]
        )
        if step.unnamed is not None:
            detail["speaker"] = unnamed_speaker(connection, first.key, step.unnamed)
        if step.added is None:
            note(connection, step.action, detail, by=by, statement=step.statement, part_of=number)
            continue
        for row in rows:
            _insert(connection, row, step.added)
            told = {"document": row.key} | detail
            note(
                connection,
                step.action,
                told,
                by=by,
                statement=step.statement,
                document=row.key,
                part_of=number,
            )
    settle_claims(connection, [step.statement for step in steps])
    return number


def _insert(connection: Connection, row: Row[Any], stmt: EditedStatement) -> None:
    check_spans(row.text, (*stmt.source, *stmt.cue, *stmt.content))
    spans = stmt.source, stmt.cue, stmt.content
    status = (stmt.status or Status.ASSERTED).value
    insert_statement(connection, row, stmt.kind or Kind.SPEECH, spans, status=status)
