"""What questions to a record give back: plain rows, with what was read and what was decided told apart."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.span import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document without its text."""

    key: str
    id: str
    path: str
    address: str | None
    title: str | None
    outlet: str | None
    published: str | None
    digest: str
    words: int
    near: str | None
    previous: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A statement that answers a question.

    `verdict` is accepted or rejected, None where nobody decided; `changed` names what a person set right;
    `origin` is read, added (by a person) or gone (a later reading no longer has it). `said` is the day it
    was said, or else the day its document was published. Spans are code points of the document's text.
    """

    id: str
    document: str
    document_id: str
    outlet: str | None
    title: str | None
    published: str | None
    address: str | None
    form: str
    kind: str
    status: str
    act: str
    stance: str
    confidence: float
    speaker: str | None
    speaker_name: str | None
    speaker_type: str | None
    because: str | None
    source_words: str
    cue_words: str
    content_words: str
    source: Spans
    cue: Spans
    content: Spans
    when_start: str | None
    when_end: str | None
    said: str | None
    within: str | None
    origin: str
    verdict: str | None = None
    changed: tuple[str, ...] = ()
    addressee: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """A speaker across documents: the key, the name seen most, and how much there is of him."""

    key: str
    name: str
    type: str
    statements: int
    documents: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """A count under a heading: how many of how many, where shares make sense."""

    heading: str
    count: int
    of: int | None = None
