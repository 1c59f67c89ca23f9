"""What people have judged completely: paragraphs of a document, and every statement in them.

The measure for readers, and what they can be trained on. Spans are code points of the document's text.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.document import Document
from onrecord.model.span import Spans
from onrecord.model.statement import Kind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """A statement that people let stand, set right or added. `within` is the id of the one around it."""

    id: str
    kind: Kind
    status: Status
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None
    anonymous: bool
    within: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A document, its stretches that were judged completely, and the statements that begin in them."""

    document: Document
    complete: Spans
    statements: tuple[GoldStatement, ...]
