"""Finds headline and dateline where they were run into the text.

Some collectors of news join headline, agency, date and article into one line: "Shells kill 12 – monitor AFP
Sunday 26 Jul 2015 Shells fell on …". Goes in: the first line of a text, and the headline where it is known.
Comes out: the regions in it. A date that may be part of a sentence is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.ingest.bylines import agency_name
from onrecord.ingest.pulled import letters
from onrecord.model import Region, RegionKind, Span

REACH = 300  # code points of a line; a headline may stand before
MOST_AGENCY_WORDS = 3
LEAST_WORDS = 4  # of a headline; a sentence may begin with a shorter one

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6}|\.)?"
# "Jun 142016" lost its comma.
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? ?\d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? ?\d{{4}}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2})"
)
_LABEL = (
    r"(?:(?:(?:[Ll]ast )?(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Mm]odified)(?: (?:on|at))?"
    r"|Date of publication):? )"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?,? )"
# "2037" alone may be how many were hurt.
_TIME = (
    r"(?:,? (?:at \d{1,2}[:.]?\d{2}|\d{1,2}[:.]\d{2}|\d{4}(?= (?:GMT|UTC)))(?: ?[ap]\.?m\.?)?"
    r"(?: (?:GMT|UTC|EST|EDT|CET|BST)(?:[+-]\d{1,2})?)?(?!\w))"
)
_LINK = r"(?:\)? ?Get short URL(?: \d+)?)"
# "NEW DELHI: The minister said …", where no other line has a label as transcripts have.
_PLACE = re.compile(r"[A-Z][A-Z.’'-]{2,}(?: [A-Z][A-Z.’'-]*){0,2}:(?= [A-Z“\"].{15,}\b(?:said|told|says)\b)")
_SPEAKS = re.compile(r"\b(?:I|me|my|we|our|us)\b")
_LABELLED = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}:")
_DATELINE = re.compile(
    rf"(?<![\w-])(?P<label>{_LABEL})?(?P<weekday>{_WEEKDAY})?{_DATE}(?P<time>{_TIME})?(?P<link>{_LINK})?"
    r"(?=\s+[\"“(‘']?[A-Z0-9])"
)
# Behind these a date is part of a sentence.
_IN_SENTENCE = frozenset(
    """after and at before between by dated during early for from in last late next of on or since that the
    this through till to until""".split()
)
# Marks of the headline, then the article.
_FOLLOWS = re.compile(r"([^\w\s]*(?: [.!?])?)\s+(?=[\"“(‘']?[A-Z0-9])")


class RunIn(NamedTuple):
    """What was run into a line: regions in code points of the line, and the agency named in them."""

    regions: tuple[Region, ...]
    agency: str | None


def run_in(line: str, title: str | None) -> RunIn:
    """Headline and datelines in a line that goes on behind them.

    Where the headline isn't known, it is what stands before a dateline and is no sentence.
    """
    start = next((span.end for span, _ in _datelines(line) if span.start == 0), 0)
    start += len(line[start:]) - len(line[start:].lstrip())
    headline = _known(title, line, start) if title else None
    datelines = list(_datelines(line, headline.end if headline else 0))
    if not title:
        headline = _before_dateline(line, start, [span for span, _ in datelines])
    found = [Region(span, RegionKind.BYLINE) for span, _ in datelines]
    if headline is not None:
        found.append(Region(headline, RegionKind.TITLE))
    agency = next((name for _, name in datelines if name), None)
    return RunIn(tuple(sorted(found, key=lambda region: region.span)), agency)


def _datelines(line: str, headline: int = 0) -> Iterator[tuple[Span, str | None]]:
    """Where datelines stand, each with the agency that it names; a headline may end at `headline`."""
    for found in _DATELINE.finditer(line, 0, REACH):
        before = line[: found.start()].rstrip(" ,–—-")
        agency = _agency_start(before)
        if agency is None and before.rpartition(" ")[2].lower() in _IN_SENTENCE:
            continue
        told = agency is not None or any(map(found.group, ("label", "weekday", "time", "link")))
        if told or not before or not line[headline : found.start()].strip():
            start = found.start() if agency is None else agency
            yield Span(start, found.end()), None if agency is None else before[agency:]


def _agency_start(before: str) -> int | None:
    """Where the name of an agency begins that ends these words; None where none does."""
    words = list(re.finditer(r"\S+", before))[-MOST_AGENCY_WORDS:]
    return next((word.start() for word in words if agency_name(before[word.start() :])), None)


def _before_dateline(line: str, start: int, datelines: list[Span]) -> Span | None:
    """What stands before the first dateline behind `start`, if it may be a headline."""
    end = next((span.start for span in datelines if span.start > start), start)
    words = line[start:end].rstrip(" –—-")
    return Span(start, start + len(words)) if words and not words.endswith((".", ",")) else None


def _known(title: str, line: str, start: int) -> Span | None:
    """Where a line has the headline at `start`, if a sentence follows it."""
    wanted, met, end = letters(title), 0, start
    if len(title.split()) < LEAST_WORDS:
        return None
    while met < len(wanted) and end < len(line):
        shown = letters(line[end])
        if not wanted.startswith(shown, met):
            return None
        met += len(shown)
        end += 1
    follows = _FOLLOWS.match(line, end)
    return Span(start, follows.end(1)) if follows and met == len(wanted) else None


def place_before(lines: Iterable[str]) -> int:
    """How long the place is that stands before the article in the first of some lines, or 0."""
    first, *others = lines
    found = _PLACE.match(first)
    speaks = _SPEAKS.search(first) is not None  # "LEE: I told them that …"
    return found.end() if found and not speaks and not any(map(_LABELLED.match, others)) else 0
