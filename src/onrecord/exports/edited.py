"""What a person has made of exported statements in another program, read back as plain values.

The record takes these as judgements. Nothing here says what was changed: that takes the reading.
"""

from __future__ import annotations

from onrecord.model import Form, Kind, Span, Status
from onrecord.model.edited import EditedDocument, EditedStatement

__all__ = ["BadAnnotation", "EditedDocument", "EditedStatement", "choice", "edited_statement"]


class BadAnnotation(ValueError):
    """A file that came back can't be understood. The message says where, and what was met."""


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
