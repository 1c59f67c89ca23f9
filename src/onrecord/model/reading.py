"""What was read from one document: statements, voices, labels and entities.

A reading keeps two laws, which `check` tests: the words of every statement equal the slices at its
spans, and the voices cover the document's body exactly once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.errors import BrokenReading
from onrecord.model.document import Document
from onrecord.model.entity import Entity
from onrecord.model.span import Span, merge
from onrecord.model.statement import Form, Statement, words_at


class OwnVoice(StrEnum):
    """Who speaks where a document speaks for itself."""

    OUTLET = "outlet"
    AGENCY = "agency"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who answers for a stretch of text: a speaker, by statements, or the document itself.

    `hedges` are the words with which the document keeps its distance in its own voice ("reportedly").
    """

    span: Span
    statements: tuple[str, ...]
    form: Form | None
    own: OwnVoice | None
    hedges: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A name that takes a stand, whom it is put on and who uses it.

    `target` is the id of an entity. `user` is one too, or `outlet`, `agency`, `author`, or `unclear`:
    indirect content is worded by the outlet. `statement` is the innermost one whose content holds the label.
    """

    span: Span
    words: str
    target: str | None
    user: str
    statement: str | None


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """Which program and which weights made a reading."""

    name: str
    version: str
    model: str
    weights: str
    extractor: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document could not be read: a kind from the list of reasons, and a sentence."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What onrecord found in one document."""

    document: Document
    reader: ReaderInfo
    statements: tuple[Statement, ...] = ()
    entities: tuple[Entity, ...] = ()
    voices: tuple[Voice, ...] = ()
    labels: tuple[Label, ...] = ()
    error: Failure | None = field(default=None)

    def check(self) -> None:
        """Raise `BrokenReading` if words differ from their spans or voices do not cover the body once."""
        text = self.document.text
        for stmt in self.statements:
            spans = stmt.source + stmt.cue + stmt.content
            if any(not 0 <= span.start < span.end <= len(text) for span in spans):
                raise BrokenReading(f"statement {stmt.id} has a span outside its text: {spans}")
            if stmt.text != words_at(text, stmt.source, stmt.cue, stmt.content):
                raise BrokenReading(f"the words of statement {stmt.id} differ from the text at its spans")
        covered = [voice.span for voice in self.voices]
        once = sum(span.end - span.start for span in covered)
        if self.error is None and (merge(covered) != self.document.body() or once != _length(covered)):
            raise BrokenReading(f"the voices of document {self.document.id} do not cover its body once")

    def _repr_html_(self) -> str:
        from onrecord.model.display import reading_html

        return reading_html(self)


def _length(spans: list[Span]) -> int:
    return sum(span.end - span.start for span in merge(spans))
