"""Where paragraphs stand in a text.

Blank lines part paragraphs, and so does every line break, except in text that was wrapped by hand at a
fixed width: there a break inside a paragraph follows a line of middling length that ends no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.model.span import Span

LINE = re.compile(r"[^\r\n]+")
ENDS = frozenset(".!?:;\"'”’»)")
WIDTHS = range(45, 101)  # code points in a line that was wrapped
# A word that was parted because its line was full.
PARTED = re.compile(r"^(?P<line>[^\r\n]{1,200}[a-z]{2}-)\r?\n[ \t]*[a-z]{2}", re.MULTILINE)
MIN_BREAKS = 4  # single line breaks that are enough to tell
MIN_WRAPPED = 0.6  # share of them that look wrapped


def find_paragraphs(text: str, within: Span | None = None, *, wrapped: bool | None = None) -> list[Span]:
    """The paragraphs of a text, or of a part of it, in order; blank lines are in none.

    Who asks for many parts of one text says whether it is `wrapped`, to have that looked at only once.
    """
    lines = _lines(text, within)
    if not (is_wrapped(text) if wrapped is None else wrapped):
        return lines
    joined: list[Span] = []
    for line in lines:
        if joined and _one_break(text, joined[-1], line):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def is_wrapped(text: str) -> bool:
    """Whether a text was wrapped at a fixed width, so that line breaks inside paragraphs mean nothing."""
    if any(len(match["line"]) in WIDTHS for match in PARTED.finditer(text)):
        return True
    followed = [line for line, after in pairwise(_lines(text)) if _one_break(text, line, after)]
    lines = [line.slice(text).rstrip() for line in followed]
    wrapped = sum(len(line) in WIDTHS and line[-1] not in ENDS for line in lines)
    return len(lines) >= MIN_BREAKS and wrapped >= MIN_WRAPPED * len(lines)


def _lines(text: str, within: Span | None = None) -> list[Span]:
    """The lines that are not blank. A pattern for these alone would take a time that grows as a square."""
    start, end = within or (0, len(text))
    return [Span(*match.span()) for match in LINE.finditer(text, start, end) if not match[0].isspace()]


def _one_break(text: str, line: Span, after: Span) -> bool:
    return text[line.end : min(after.start, line.end + 3)] in ("\n", "\r\n")


def openings(words: Sequence[Span], paragraphs: Sequence[Span]) -> list[bool]:
    """Whether each word is the first of its paragraph; both lists are in order."""
    opens, upcoming = [], 0
    for word in words:
        first = upcoming < len(paragraphs) and word.start >= paragraphs[upcoming].start
        while upcoming < len(paragraphs) and word.start >= paragraphs[upcoming].start:
            upcoming += 1
        opens.append(first)
    return opens
