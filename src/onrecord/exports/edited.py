"""What a person has made of exported statements in another program, read back as plain values.

The record takes these as judgements. Nothing here says what was changed: that takes the reading.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Form, Kind, Span, Spans, Status


class BadAnnotation(ValueError):
    """A file that came back can't be understood. The message says where, and what was met."""


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


def choice(kind: type[Form] | type[Kind] | type[Status], value: str | None, where: str) -> str | None:
    """The value if it is one of the kind's; None for none. Raises `BadAnnotation` for any other."""
    if not value:
        return None
    allowed = [member.value for member in kind]
    if value not in allowed:
        raise BadAnnotation(
            f"{where}: '{value}' is no {kind.__name__.lower()}; allowed: {', '.join(allowed)}"
        )
    return value


def edited_statement(
    where: str,
    *,
    id: str | None,
    source: list[Span],
    cue: list[Span],
    content: list[Span],
    speaker: str | None,
    chosen: dict[str, str],
) -> EditedStatement:
    """A statement of what a file holds at `where`; `chosen` are form, kind and status in words."""
    form, kind, status = (
        choice(noun, chosen.get(noun.__name__.lower()), where) for noun in (Form, Kind, Status)
    )
    return EditedStatement(
        id=id or None,
        source=tuple(sorted(set(source))),
        cue=tuple(sorted(set(cue))),
        content=tuple(sorted(set(content))),
        speaker=(speaker or "").strip() or None,
        form=Form(form) if form else None,
        kind=Kind(kind) if kind else None,
        status=Status(status) if status else None,
    )
