"""The lines of a PDF → paragraphs.

A PDF draws lines and knows no paragraphs. A new one begins where the gap to the line before is larger than
usual, the letters are of another size, the line is set in, or the line before ends a sentence early. Goes in:
lines with their places. Comes out: paragraphs, without what repeats at the head and foot of pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

# How far lines of one paragraph are apart at most, in usual gaps; paragraphs that are parted by space have
# at least half a line more.
WIDER_GAP = 1.35
OTHER_SIZE = 1.12  # headings are at least an eighth larger than the text
INDENT = range(1, 7)  # widths of the letter m by which first lines are set in
SHORT_LINE = 0.75  # of a usual line's characters; a sentence that ends there ends its paragraph
EDGE_LINES = 2  # lines at the head and foot of a page among which running titles are looked for
LONGEST_WORD = 100  # characters
MOST_LIKE = 3  # pages on which a line stands that is a running title, at least

_SENTENCE_END = re.compile(r"[.!?…][”’\")\]]*$")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_PARTED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}


class PdfLine(NamedTuple):
    """A line of a page: its words, the page from 0, where it begins and how large it is, in points."""

    words: str
    page: int
    x: float
    y: float
    size: float


def paragraphs(lines: Sequence[PdfLine]) -> list[str]:
    """The paragraphs that the lines make up."""
    lines = [line._replace(words=line.words.translate(_LIGATURES)) for line in _without_edges(lines)]
    gap = _usual_gap(lines)
    full = median([len(line.words) for line in lines]) if lines else 0
    hyphened = Counter(word.casefold() for line in lines for word in _WORD.findall(line.words) if "-" in word)
    found: list[list[str]] = []  # paragraphs, each in parts to be put together
    before: PdfLine | None = None
    for line in lines:
        if before is None or _begins(before, line, gap, full):
            found.append([line.words])
        else:
            _join(found[-1], line.words, hyphened)
        before = line
    return ["".join(parts) for parts in found]


def _begins(before: PdfLine, line: PdfLine, gap: float, full: float) -> bool:
    """Whether a line begins a paragraph."""
    sizes = sorted((before.size, line.size))
    if sizes[0] > 0 and sizes[1] > OTHER_SIZE * sizes[0]:
        return True
    ended = _SENTENCE_END.search(before.words) is not None
    down = before.y - line.y
    if line.page != before.page or down < -0.5:  # a page or a column further
        return not line.words[:1].islower() and (ended or len(before.words) < SHORT_LINE * full)
    if gap and down > WIDER_GAP * gap:
        return True
    if line.size and down > 0.5 and INDENT.start <= (line.x - before.x) / line.size < INDENT.stop:
        return True
    return ended and len(before.words) < SHORT_LINE * full


def _join(parts: list[str], words: str, hyphened: Counter[str]) -> None:
    """Add a line to a paragraph's parts; a word that was parted at the line's end is one again."""
    last = parts[-1]
    parted = _PARTED.search(last[-LONGEST_WORD:])
    if parted is None or not words[:1].islower():
        parts.append(f" {words}")
        return
    rest = _WORD.match(words[:LONGEST_WORD])
    whole = f"{parted[1]}-{rest[0] if rest else ''}".casefold()
    if last.endswith("\u00ad") or not hyphened[whole]:
        parts[-1] = last[:-1]
    parts.append(words)


def _usual_gap(lines: Sequence[PdfLine]) -> float:
    """The distance between the lines of a paragraph, in points; 0 when it can't be told."""
    gaps = [
        round(one.y - other.y, 1)
        for one, other in pairwise(lines)
        if one.page == other.page and 0 < one.y - other.y < 4 * max(one.size, other.size, 1)
    ]
    return Counter(gaps).most_common(1)[0][0] if gaps else 0.0


def _without_edges(lines: Sequence[PdfLine]) -> Iterator[PdfLine]:
    """The lines but page numbers and running titles, which stand at the head and foot of pages."""
    pages: dict[int, list[PdfLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {number: _edges(page) for number, page in pages.items()}
    seen = Counter(key for page in edges.values() for key in {_key(line) for line in page})
    often = max(MOST_LIKE, len(pages) // 3)
    for number, page in pages.items():
        for line in page:
            at_edge = line in edges[number]
            if at_edge and (_PAGE_NUMBER.fullmatch(line.words) or seen[_key(line)] >= often):
                continue
            yield line


def _edges(page: Sequence[PdfLine]) -> list[PdfLine]:
    """The highest and the lowest lines of a page."""
    by_height = sorted(page, key=lambda line: -line.y)
    return [*by_height[:EDGE_LINES], *by_height[-EDGE_LINES:]]


def _key(line: PdfLine) -> str:
    """What running titles share that differ in the page's number."""
    return re.sub(r"\d+", "#", line.words.casefold())
