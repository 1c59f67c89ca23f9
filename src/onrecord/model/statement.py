"""A statement: who is credited, by which signal, with which words.

Spans are code points of the document's text, end exclusive. `text` repeats the words at the spans,
so that a statement can be checked against its document by anyone.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.entity import Reference, Speaker
from onrecord.model.span import Span, Spans, hull


class Form(StrEnum):
    """How much of the content stands in quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Kind(StrEnum):
    """Whether something was said, thought or decreed."""

    SPEECH = "speech"
    THOUGHT = "thought"
    DECREE = "decree"


class Status(StrEnum):
    """Whether the document says that the statement was made. Only `asserted` counts as made."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    FUTURE = "future"
    POSSIBLE = "possible"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class When:
    """When something was said: the words that say so, and the days they stand for (ISO, inclusive)."""

    span: Span
    start: str | None
    end: str | None
    precision: str


@dataclass(frozen=True, slots=True)
class Medium:
    """Where something was said (interview, letter, post …): its words and its kind."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words at a statement's spans, parallel to them."""

    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An attribution found in one document: source, cue and content.

    `confidence` is the calibrated chance, 0 to 1, that content and source are right. `within` is the id
    of the statement whose content holds this one. `speaker`, `addressee`, `about`, `when` and `medium`
    are empty where they were not resolved.
    """

    id: str
    form: Form
    kind: Kind
    status: Status
    act: str
    stance: str
    confidence: float
    source: Spans
    cue: Spans
    content: Spans
    text: Words
    speaker: Speaker | None = None
    addressee: tuple[Reference, ...] = ()
    about: tuple[Reference, ...] = ()
    when: When | None = None
    medium: Medium | None = None
    translated: bool | None = None
    within: str | None = None

    @property
    def source_words(self) -> str:
        """Who is credited, in the document's words; empty where nobody is."""
        return " … ".join(self.text.source)

    @property
    def cue_words(self) -> str:
        """The words that signal the attribution."""
        return " … ".join(self.text.cue)

    @property
    def content_words(self) -> str:
        """What is attributed, its parts joined by an ellipsis."""
        return " … ".join(self.text.content)

    @property
    def hull(self) -> Span:
        """The stretch of text from the statement's first character to its last."""
        return hull(self.source + self.cue + self.content)


def words_at(text: str, source: Spans, cue: Spans, content: Spans) -> Words:
    """The words of `text` at a statement's spans."""
    return Words(*(tuple(span.slice(text) for span in spans) for spans in (source, cue, content)))


def statement_id(digest: str, kind: Kind, source: Spans, cue: Spans, content: Spans) -> str:
    """A name for a statement that follows from its claim: document digest, spans and kind.

    The same article read twice gives the same ids. Sixteen hexadecimal digits.
    """
    claim = repr((digest, kind.value, [list(map(tuple, spans)) for spans in (source, cue, content)]))
    return hashlib.sha256(claim.encode()).hexdigest()[:16]
