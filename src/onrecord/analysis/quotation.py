"""Pairs quotation marks by rule.

In: text. Out: every quotation with its outer marks, in order, nested ones included. Straight, curly,
single, doubled ('' and ``, or two single curly ones), French and low-high marks are known; an apostrophe
is no mark, nor are feet and inches. A quotation that is not closed ends with its paragraph: so unbalanced
marks never swallow a text, and the work grows with its length only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from onrecord.analysis.paragraphs import find_paragraphs
from onrecord.model.span import Span, trim
from onrecord.neural.words import QuoteState

DOUBLE = re.compile(r"''|``|‘‘|’’|[\"“”„‟«»＂]")
SINGLE = re.compile(r"['‘’‹›‚‛]")
OPENERS = frozenset(["“", "„", "‟", "«", "``", "‘‘"])
CLOSERS = frozenset(["”", "»", "’’"])
# Marks of different families nest in each other; of one family they don't. A straight mark goes with any.
CURLY, FRENCH = frozenset(["“", "”", "„", "‟", "‘‘", "’’"]), frozenset("«»")
# What may close a single mark.
ENDS_OF = {"‘": "’'", "‛": "’'", "'": "'’", "’": "’'", "‚": "‘’'", "‹": "›", "›": "‹"}
BRACKETS = "([{"
TRAILING = ".,;:!?)]}—–-"  # what follows a closing mark
# Contractions that open with an apostrophe, as in "’tis".
ELIDED = re.compile(r"(?:em|tis|twas|til|till|cause|bout|round|n|cos|cuz|s|\d\ds?)\b", re.IGNORECASE)
FEET = re.compile(r"\d['’]\s?\d{1,2}$")  # what stands before the mark of inches
MAX_DEPTH = 3  # marks of news nest no deeper; a fourth level is a mark gone wrong


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, marks included.

    `inner` is the stretch without its marks. `closed` says whether a closing mark was found; `single`
    whether the marks are single; `depth` is 1 for the outermost.
    """

    span: Span
    inner: Span
    single: bool
    closed: bool
    depth: int


class _Mark(NamedTuple):
    """A mark with the characters beside it; a space stands for the paragraph's edge."""

    start: int
    end: int
    mark: str
    before: str
    after: str

    @property
    def single(self) -> bool:
        return self.mark in ENDS_OF


class _Pair(NamedTuple):
    """An opening mark and its closing one; None where it is not closed."""

    opened: _Mark
    closed: _Mark | None


def find_quotations(text: str) -> list[Quotation]:
    """All quotations of a text in order of their opening marks."""
    found: list[Quotation] = []
    paragraphs = [trim(paragraph, text) for paragraph in find_paragraphs(text)]
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        doubles = [mark for mark in _marks(text, paragraph, DOUBLE) if not _is_inches(text, mark)]
        goes_on = following is not None and text[following.start] == text[paragraph.start]
        unclosed = paragraph.start if goes_on else None
        singles = _single_pairs(_unmarked(_marks(text, paragraph, SINGLE), doubles), text, unclosed)
        found += _with_depths(_pair(doubles, singles), paragraph.end)
    return found


def outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations that stand in no other one."""
    return [quotation for quotation in quotations if quotation.depth == 1]


def _with_depths(pairs: Sequence[_Pair], paragraph_end: int) -> list[Quotation]:
    """Pairs of one paragraph, which never cross, as quotations in order."""
    quotations: list[Quotation] = []
    ends: list[int] = []  # of the quotations that are open at a place
    for opened, closed in sorted(pairs, key=lambda pair: pair.opened.start):
        end, inner_end = (closed.end, closed.start) if closed else (paragraph_end, paragraph_end)
        while ends and ends[-1] <= opened.start:
            ends.pop()
        ends.append(end)
        span, inner = Span(opened.start, end), Span(opened.end, inner_end)
        quotations.append(Quotation(span, inner, opened.single, closed is not None, len(ends)))
    return quotations


def _pair(doubles: Sequence[_Mark], singles: Sequence[_Pair]) -> list[_Pair]:
    """Pairs the double marks of a paragraph, and keeps the single pairs that cross none of them."""
    closing = {pair.closed for pair in singles}
    marks = sorted([*doubles, *(mark for pair in singles for mark in pair if mark)])
    found: list[_Pair] = []
    stack: list[_Mark] = []
    for mark in marks:
        place = next((i for i in range(len(stack) - 1, -1, -1) if _fits(stack[i], mark)), None)
        if place is not None and (mark in closing if mark.single else _closes(mark, stack[place].mark)):
            found.append(_Pair(stack[place], mark))
            del stack[place:]
        elif _nests(mark, stack) and mark not in closing and (mark.single or _opens(mark)):
            stack.append(mark)
    return [*found, _Pair(stack[0], None)] if stack else found


def _fits(opened: _Mark, mark: _Mark) -> bool:
    """Whether two marks may be the ends of one quotation."""
    if opened.single or mark.single:
        return opened.single and mark.single
    return not ({opened.mark, mark.mark} & CURLY and {opened.mark, mark.mark} & FRENCH)


def _nests(mark: _Mark, stack: Sequence[_Mark]) -> bool:
    """Whether a mark can open inside those that are open: not right inside one of its own family."""
    return not stack or (
        len(stack) < MAX_DEPTH
        and (stack[-1].single, stack[-1].mark in CURLY, stack[-1].mark in FRENCH)
        != (mark.single, mark.mark in CURLY, mark.mark in FRENCH)
    )


def _marks(text: str, paragraph: Span, pattern: re.Pattern[str]) -> list[_Mark]:
    marks = []
    for match in pattern.finditer(text, *paragraph):
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        marks.append(_Mark(start, end, match[0], before, after))
    return marks


def _is_inches(text: str, mark: _Mark) -> bool:
    return mark.before.isdigit() and FEET.search(text[max(0, mark.start - 5) : mark.start]) is not None


def _unmarked(singles: Sequence[_Mark], doubles: Sequence[_Mark]) -> list[_Mark]:
    """The single marks that are no half of a doubled one."""
    taken = {i for mark in doubles for i in range(mark.start, mark.end)}
    return [mark for mark in singles if mark.start not in taken]


def _single_pairs(marks: Iterable[_Mark], text: str, unclosed: int | None) -> list[_Pair]:
    """Of the single marks of a paragraph those that pair; apostrophes are left out.

    A closing mark after a plain "s" may be a plural's apostrophe: the next sure one before the next
    opening mark is preferred to it. Only a mark at the place `unclosed` needs no closing one: it opens
    the paragraph, and another one the next paragraph.
    """
    pairs: list[_Pair] = []
    opened: _Mark | None = None
    close: _Mark | None = None
    for mark in marks:
        if _opens_single(mark, text):
            if opened and close:
                pairs.append(_Pair(opened, close))
                opened = close = None
            if opened is None or (mark.mark == "‘" and opened.mark in "'’"):
                opened = mark
        elif (
            opened and _closes_single(mark, opened) and (close is None or close.before == "s" != mark.before)
        ):
            close = mark
    if opened and (close or opened.start == unclosed):
        pairs.append(_Pair(opened, close))
    return pairs


def _opens_single(mark: _Mark, text: str) -> bool:
    before, after = mark.before, mark.after
    if after.isspace() or before.isalnum() or before in ".,!?" or ELIDED.match(text, mark.end):
        return False
    return before.isspace() or before in BRACKETS or after not in TRAILING


def _closes_single(mark: _Mark, opened: _Mark) -> bool:
    return mark.mark in ENDS_OF[opened.mark] and not mark.before.isspace() and not mark.after.isalnum()


def _opens(mark: _Mark) -> bool:
    """Whether a double mark can open a quotation, to judge from what stands beside it."""
    starts = mark.before.isspace() or mark.before in BRACKETS
    if mark.mark in OPENERS:
        return starts or not (mark.after.isspace() or mark.after in TRAILING)
    if mark.after.isspace():
        return False
    return starts or (mark.mark not in CLOSERS and mark.after not in TRAILING)


def _closes(mark: _Mark, opened: str) -> bool:
    """Whether a double mark closes a quotation that `opened` opened."""
    starts = mark.before.isspace() or mark.before in BRACKETS
    if mark.mark in CLOSERS or (mark.mark, opened) in (("“", "„"), ("«", "»")):
        return True
    if mark.mark in OPENERS:
        # A mark turned the wrong way, as in “Frozen“.
        return mark.mark == "“" and not starts and (mark.after.isspace() or mark.after in TRAILING)
    # A straight mark after white space and before a word opens again: the first one was never closed.
    return not (starts and mark.after.isalnum())


def quote_states(words: Sequence[Span], quotations: Sequence[Quotation]) -> list[QuoteState]:
    """For each word of a text whether it stands outside, inside or is a mark of an outermost quotation."""
    states = [QuoteState.OUTSIDE] * len(words)
    starts = [word.start for word in words]
    for quotation in outermost(quotations):
        inside = QuoteState.IN_SINGLE if quotation.single else QuoteState.INSIDE
        first, last = bisect_left(starts, quotation.span.start), bisect_left(starts, quotation.span.end)
        for i in range(first, last):
            states[i] = (
                inside if quotation.inner.start <= words[i].start < quotation.inner.end else QuoteState.MARK
            )
    return states
