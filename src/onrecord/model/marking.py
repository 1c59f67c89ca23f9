"""Cuts a document's text where statements begin and end, so that a view can show who said what in place.

In: a reading. Out: its body as paragraphs of pieces, each with what it is to which statement, and notes
where text that is not of the article was left out. Knows nothing of colours, terminals or HTML.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from onrecord.model.document import Document, RegionKind
from onrecord.model.paragraphs import stands_in_lines
from onrecord.model.reading import Reading
from onrecord.model.span import Span

_SPACE = re.compile(r"\s+")


class Role(StrEnum):
    """What a piece of text is to a statement."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a piece is to the statement with this number, counted from 1 in the order of the reading."""

    number: int
    role: Role


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is the same to all statements.

    `marks` names every statement that it belongs to, the innermost last. `ends` are the numbers of the
    statements of which a stretch of content ends with it.
    """

    span: Span
    marks: tuple[Mark, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article, or its headline."""

    pieces: tuple[Piece, ...]
    title: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch that is not of the article: how many lines that are not blank, and what they are."""

    lines: int
    kinds: tuple[RegionKind, ...]

    def __str__(self) -> str:
        """The note that a view shows in its place."""
        lines = "1 line" if self.lines == 1 else f"{self.lines} lines"
        return f"({lines} left out: {', '.join(kind.value.replace('_', ' ') for kind in self.kinds)})"


def lay_out(reading: Reading) -> Iterator[Paragraph | LeftOut]:
    """The article's paragraphs in order, each cut into pieces, and notes on what is left out between them."""
    doc = reading.document
    titles = [region.span for region in doc.regions if region.kind is RegionKind.TITLE]
    page = _Page(doc.text, _breaks(doc.text))
    for piece, kind in _pieces(reading):
        is_title = any(title.contains(piece.span) for title in titles)
        yield from page.add(piece, kind, is_title=is_title)
    yield from page.end()


@dataclass(slots=True)
class _Page:
    """Gathers pieces into paragraphs and what lies outside the body into notes."""

    text: str
    breaks: int
    pieces: list[Piece] = field(default_factory=list)
    title: bool = True
    out: list[tuple[Span, RegionKind]] = field(default_factory=list)

    def add(self, piece: Piece, kind: RegionKind | None, *, is_title: bool) -> Iterator[Paragraph | LeftOut]:
        words = piece.span.slice(self.text)
        if kind is not None:
            yield from self._end_paragraph()
            self.out.append((piece.span, kind))
        elif words.isspace() and words.count("\n") >= self.breaks:
            yield from self._end_paragraph()
        elif self.pieces or not words.isspace():
            yield from self._end_note()
            self.pieces.append(piece)
            self.title = self.title and (is_title or words.isspace())

    def end(self) -> Iterator[Paragraph | LeftOut]:
        yield from self._end_paragraph()
        yield from self._end_note()

    def _end_paragraph(self) -> Iterator[Paragraph]:
        while self.pieces and self.pieces[-1].span.slice(self.text).isspace():
            self.pieces.pop()
        if self.pieces:
            yield Paragraph(tuple(self.pieces), self.title)
        self.pieces, self.title = [], True

    def _end_note(self) -> Iterator[LeftOut]:
        lines = sum(bool(line.strip()) for span, _ in self.out for line in span.slice(self.text).splitlines())
        if lines:
            yield LeftOut(lines, tuple(dict.fromkeys(kind for _, kind in self.out)))
        self.out = []


def _pieces(reading: Reading) -> Iterator[tuple[Piece, RegionKind | None]]:
    """The whole text in pieces, in order, each with the kind of region that keeps it out of the body."""
    opens: dict[int, list[tuple[Span, Mark]]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for number, stmt in enumerate(reading.statements, start=1):
        for role, spans in zip(Role, (stmt.source, stmt.cue, stmt.content), strict=True):
            for span in spans:
                opens[span.start].append((span, Mark(number, role)))
        for span in stmt.content:
            ends[span.end].append(number)
    outside = _outside(reading.document)
    active: list[tuple[Span, Mark]] = []
    for start, end in pairwise(_cuts(reading.document, opens)):
        active = [(span, mark) for span, mark in active + opens[start] if span.end > start]
        # The longest first, so that the innermost comes last.
        active.sort(key=lambda entry: entry[0].start - entry[0].end)
        while outside and outside[0][0].end <= start:
            outside.popleft()
        kind = outside[0][1] if outside and outside[0][0].start <= start else None
        yield Piece(Span(start, end), tuple(mark for _, mark in active), tuple(ends[end])), kind


def _breaks(text: str) -> int:
    """How many line breaks part two paragraphs: one alone does where a text has no blank line."""
    return 1 if stands_in_lines(text) else 2


def _outside(doc: Document) -> deque[tuple[Span, RegionKind]]:
    """The regions that are not of the body, in order; they do not overlap."""
    return deque(sorted((region.span, region.kind) for region in doc.regions if not region.kind.in_body))


def _cuts(doc: Document, opens: dict[int, list[tuple[Span, Mark]]]) -> list[int]:
    """Every place where something begins or ends: spans, regions, paragraphs and the text itself."""
    cuts = {0, len(doc.text)}
    cuts.update(place for entries in opens.values() for span, _ in entries for place in span)
    cuts.update(place for region in doc.regions for place in region.span)
    breaks = _breaks(doc.text)
    for found in _SPACE.finditer(doc.text):
        if found[0].count("\n") >= breaks or found.end() == len(doc.text):
            cuts.update(found.span())
    return sorted(cuts)
