"""Statements as they left onrecord for another program, and as a person left them there.

The record takes what differs as judgements. Spans are code points of the document's text.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.reading import Reading
from onrecord.model.span import Spans
from onrecord.model.statement import Form, Kind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedStatement:
    """A statement as a person left it; spans are code points of the text, in order.

    `id` is the statement's id as it was exported, None for one that the person added. `speaker` is what is
    noted of who speaks. What the person left open is None.
    """

    id: str | None
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None = None
    form: Form | None = None
    kind: Kind | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedDocument:
    """A text and the statements that a person left in it, in the order of the text."""

    text: str
    statements: tuple[EditedStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What left onrecord of one document: the fingerprint of the text as it was written, and its statements.

    `key` is the document's key. Only what differs from this was done by a person.
    """

    key: str
    digest: str
    statements: tuple[EditedStatement, ...]


def as_exported(reading: Reading) -> tuple[EditedStatement, ...]:
    """The statements of a reading as they stand in a file that nobody has edited."""
    return tuple(
        EditedStatement(
            id=stmt.id,
            source=tuple(sorted(set(stmt.source))),
            cue=tuple(sorted(set(stmt.cue))),
            content=tuple(sorted(set(stmt.content))),
            speaker=" ".join(stmt.speaker.name.split()) or None if stmt.speaker else None,
            form=stmt.form,
            kind=stmt.kind,
            status=stmt.status,
        )
        for stmt in reading.statements
    )
