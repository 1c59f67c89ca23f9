"""The paragraphs of an article, as people see them: what a reviewer judges at a time.

In: a document. Out: spans in code points of its text, in order, none overlapping. Each paragraph lies in the
body; captions, bylines and "share this" lines are in none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.document import Document
from onrecord.model.span import Span, subtract, trim

_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"\n\s*")


def paragraphs(document: Document) -> list[Span]:
    """The paragraphs of a document's body that hold words, without the white space around them.

    Blank lines part them; in a text that has none, each line is one.
    """
    text = document.text
    whole = trim(Span(0, len(text)), text)
    gap = _LINE if stands_in_lines(text) else _BLANK
    gaps = [Span(*found.span()) for found in gap.finditer(text, *whole)]
    pieces = (piece for body in document.body() for piece in subtract(body, gaps))
    return [piece for piece in (trim(piece, text) for piece in pieces) if _holds_words(piece, text)]


def stands_in_lines(text: str) -> bool:
    """Whether a text has no blank line, so that each of its lines is a paragraph."""
    # White space at the ends parts nothing.
    return _BLANK.search(text, *trim(Span(0, len(text)), text)) is None


def holding(spans: list[Span], place: int) -> Span | None:
    """The one of some spans in which a place lies; None where none does."""
    return next((span for span in spans if span.start <= place < span.end), None)


def joined(spans: list[Span], text: str) -> Iterator[Span]:
    """Neighbouring stretches as one: those that nothing but white space parts. They must be in order."""
    last: Span | None = None
    for span in spans:
        if last is not None and not text[last.end : span.start].strip():
            last = Span(last.start, span.end)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _holds_words(span: Span, text: str) -> bool:
    return any(char.isalnum() for char in span.slice(text))
