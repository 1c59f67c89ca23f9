"""Places in a text.

A span says where words stand: `start` is the first character, `end` is one past the last, both in
Unicode code points of the document's text. Nothing here looks at a text except to slice it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """Where words stand in a text, in code points, end exclusive."""

    start: int
    end: int

    def slice(self, text: str) -> str:
        """The characters of `text` at this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


# What `str.strip` takes for white space, and the byte-order mark.
WHITE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + "\ufeff"

Spans = tuple[Span, ...]


def trim(span: Span, text: str, marks: str = WHITE) -> Span:
    """The span without white space and byte-order marks, or other `marks`, at its ends.

    One that holds nothing else becomes empty.
    """
    words = span.slice(text)
    start = span.start + len(words) - len(words.lstrip(marks))
    end = span.start + len(words.rstrip(marks))
    return Span(start, max(start, end))


def merge(spans: Iterable[Span]) -> list[Span]:
    """The same characters as non-touching spans in order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def subtract(span: Span, holes: Iterable[Span]) -> list[Span]:
    """The parts of `span` that none of `holes` covers, in order."""
    left, start = [], span.start
    for hole in merge(holes):
        if hole.end <= start or hole.start >= span.end:
            continue
        if hole.start > start:
            left.append(Span(start, hole.start))
        start = max(start, hole.end)
    if start < span.end:
        left.append(Span(start, span.end))
    return left


def hull(spans: Sequence[Span]) -> Span:
    """The smallest span that covers all of `spans`, of which there is at least one."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def holder(spans: Sequence[Span], place: Span) -> int | None:
    """Which of `spans` (in order, none overlapping) holds `place`, by index; None if none does."""
    i = bisect_right(spans, place.start, key=lambda span: span.start) - 1
    return i if i >= 0 and spans[i].contains(place) else None


def overlapping(spans: Sequence[Span], place: Span) -> Sequence[Span]:
    """Those of `spans` (in order, none overlapping) that share a character with `place`, in order."""
    first = bisect_right(spans, place.start, key=lambda span: span.end)
    return spans[first : max(first, bisect_left(spans, place.end, key=lambda span: span.start))]
