"""Finds the words that tell a time in a stretch of text.

In: a text and a stretch of it, such as a sentence. Out: time expressions in order, none overlapping, each
with its preposition ("on Tuesday", "in a 2015 interview") and its meaning in normal form. What days they
stand for is reckoned by `intervals`, and whose time it is by `time_of_saying`. Words that tell no time by
themselves ("recently", "later") are none; nor is a time in a name: "Friday's vote", "the 2015 law".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.analysis.times.intervals import resolve
from onrecord.analysis.times.moments import Moment, Part, TimeExpression, Unit
from onrecord.analysis.times.patterns import FORMS
from onrecord.analysis.times.readings import AT, PARTS, TODAY, Reading
from onrecord.analysis.times.vocabulary import (
    ADJECTIVE,
    CLOCK,
    DETERMINER,
    GAP,
    MEDIUM,
    MONTH_ALONE,
    NO_WEEKDAY,
    PART_OF_DAY,
    SEASON,
)
from onrecord.model.span import Span

__all__ = ["TimeExpression", "find_times", "resolve"]

REACH = 80  # characters beside an expression that are looked at: some twelve words

# One of these is in every expression; most sentences have none, and are then read only once.
ANY = re.compile(
    rf"\d|{MONTH_ALONE}|{SEASON}|day|noon|night|week|month|year|hour|minute|moment|decade|quarter|morning|ago\b"
    r"|midday|evening|lunchtime|tomorrow",
    re.IGNORECASE,
)

# Between two expressions that make one: "Monday to Wednesday", "noon on Tuesday".
BETWEEN = re.compile(rf"{GAP}(?:and|or|to|till|until|through){GAP}|[-–—]|,{GAP}(?:and{GAP})?", re.IGNORECASE)
CLOCK_FIRST = re.compile(rf",?{GAP}(?:on{GAP})?", re.IGNORECASE)
CLOCK_LAST = re.compile(rf",?{GAP}(?:about|around|at|by){GAP}", re.IGNORECASE)
IS_CLOCK = re.compile(CLOCK, re.IGNORECASE)

# What stands before.
PART = re.compile(
    rf"\b(?:(?P<part>early|mid|late|earlier|later)(?:-|{GAP})(?:(?:on|in){GAP})?"
    rf"|(?:the{GAP})?(?:(?P<third>start|beginning|middle|end)|(?:early{GAP})?hours|{PART_OF_DAY}){GAP}of{GAP})$",
    re.IGNORECASE,
)
PREPOSITION = re.compile(
    rf"\b(?P<word>at|between|during|from|in|of|on|over|since|throughout|via|within){GAP}$", re.IGNORECASE
)
DETERMINED = re.compile(rf"(?:\b{DETERMINER}|(?P<name>\w['’]s?)){GAP}$", re.IGNORECASE)
TOLD_HER = re.compile(rf"\w{GAP}her{GAP}$", re.IGNORECASE)
DETERMINED_FAR = re.compile(
    rf"(?:\b{DETERMINER}|(?P<name>\w['’]s?)){GAP}(?:{ADJECTIVE}{GAP}){{1,2}}$", re.IGNORECASE
)
NO_MONTH = re.compile(
    rf"\b(?:(?:belie\w{{1,4}}|confidence|disappointed|faith|trust){GAP}in|\d{{1,2}}(?:st|nd|rd|th)?){GAP}$",
    re.IGNORECASE,
)
IN = re.compile(rf"\bin{GAP}$", re.IGNORECASE)
ONE_IN = re.compile(rf"(?:\bone|\b\d{{1,3}}){GAP}in{GAP}$", re.IGNORECASE)
# What stands behind.
OF_ITS_OWN = re.compile(r"['’]s?(?!\w)|['’]s\b")
TITLE_ENDS = re.compile(r"[.,]?[”\"]")  # “Aldmoor News Sunday”
BOUND = re.compile(rf"(?:['’]s?)?{GAP}(?:{ADJECTIVE}{GAP}){{0,3}}?{MEDIUM}s?\b(?!['’-])", re.IGNORECASE)
# "USA Today", "This Week": a name unless it stands at the start of a sentence.
NAMED = re.compile(r"T(?:oday|ODAY|onight)|This\s[A-Z]")
LEFT_OUT = frozenset(("of", "via"))  # prepositions that are no part of an expression
WITH_RANGES = frozenset(("between", "from"))  # only before a range: "from Monday" is no time of saying
BEFORE_MEDIUM = frozenset("at during from in on over via".split())


class _Atom(NamedTuple):
    """An expression without what stands beside it."""

    span: Span
    reading: Reading


def find_times(text: str, stretch: Span) -> list[TimeExpression]:
    """The words that tell a time in a stretch of text, in order; spans are code points of the whole text."""
    if ANY.search(text, *stretch) is None:
        return []
    atoms = _joined(_with_clocks(_apart(_matches(text, stretch)), text), text)
    found = [_in_context(text, stretch, atom) for atom in atoms]
    return _without_overlaps([expression for expression in found if expression])


def _matches(text: str, stretch: Span) -> Iterator[_Atom]:
    for pattern, reader in FORMS:
        for match in pattern.finditer(text, *stretch):
            reading = reader(match)
            span = Span(*match.span())
            if reading and not _is_name(text, span, reading.moment):
                yield _Atom(span, reading)


def _is_name(text: str, span: Span, moment: Moment) -> bool:
    """Whether words are a name or no time: "Black Friday", "every Friday", "one in 2000", 31 "June"."""
    before = text[max(0, span.start - REACH) : span.start]
    if _is_weekday(moment):
        return NO_WEEKDAY.search(before) is not None
    if moment.unit is Unit.MONTH:
        return NO_MONTH.search(before) is not None
    if moment.unit is Unit.YEAR:
        return ONE_IN.search(before) is not None
    return NAMED.match(span.slice(text)) is not None and before.rstrip()[-1:].isalnum()


def _is_weekday(moment: Moment) -> bool:
    return moment.unit is Unit.DAY and moment.number is not None and not moment.turn


def _apart(atoms: Iterator[_Atom]) -> list[_Atom]:
    """Of atoms that share characters the first one, and of those the longest."""
    kept: list[_Atom] = []
    for atom in sorted(atoms, key=lambda atom: (atom.span.start, -atom.span.end)):
        if not kept or kept[-1].span.end <= atom.span.start:
            kept.append(atom)
    return kept


def _with_clocks(atoms: Sequence[_Atom], text: str) -> list[_Atom]:
    """The atoms with times of day joined to the day beside them: "noon on Tuesday"."""
    joined: list[_Atom] = []
    for atom in atoms:
        last = joined[-1] if joined else None
        if last and last.reading.moment.unit is atom.reading.moment.unit is Unit.DAY:
            first_is, last_is = (IS_CLOCK.match(one.span.slice(text)) is not None for one in (last, atom))
            link = CLOCK_FIRST if first_is else CLOCK_LAST
            if first_is != last_is and link.fullmatch(text, last.span.end, atom.span.start):
                day = (atom if first_is else last).reading
                joined[-1] = _Atom(Span(last.span.start, atom.span.end), day)
                continue
        joined.append(atom)
    return joined


def _joined(atoms: Sequence[_Atom], text: str) -> list[_Atom]:
    """The atoms with ranges and lists as one: "Monday to Wednesday", "May, June and July"."""
    joined: list[_Atom] = []
    for atom in atoms:
        last = joined[-1] if joined else None
        if last and _alike(last.reading, atom.reading) and _linked(text, last.span, atom.span):
            reading = last.reading._replace(until=atom.reading.until or atom.reading.moment)
            joined[-1] = _Atom(Span(last.span.start, atom.span.end), reading)
        else:
            joined.append(atom)
    return joined


def _alike(first: Reading, last: Reading) -> bool:
    one, other = (
        (moment.unit, moment.number is None, moment.frame, moment.turn, moment.back)
        for moment in (first.until or first.moment, last.moment)
    )
    return one == other and not first.moment.vague and not last.moment.vague


def _linked(text: str, first: Span, last: Span) -> bool:
    between = BETWEEN.fullmatch(text, first.end, last.start) is not None
    return between and OF_ITS_OWN.match(text, last.end) is None


def _in_context(text: str, stretch: Span, atom: _Atom) -> TimeExpression | None:
    """An atom with the words beside it that belong to it; None where it is no time by itself."""
    reading, start = atom.reading, atom.span.start
    before = text[max(stretch.start, start - REACH) : start]
    part = PART.search(before)
    if part and _takes(reading, part):
        reading, start = _with_part(reading, part), start - len(part[0])
        before = before[: part.start()]
    # "Assured her [the night before]", "asked her [last year]": "her" is whom it was said to.
    own = text[start : atom.span.end].lower().startswith(("the ", "that ", "last ", "this "))
    determiner = None if own and TOLD_HER.search(before) else DETERMINED.search(before)
    if determiner is None and not part and _may_be_bound(reading):
        determiner = DETERMINED_FAR.search(before)
    in_weekday = not part and _is_weekday(reading.moment) and IN.search(before)  # "in Monday testimony"
    if determiner or in_weekday or OF_ITS_OWN.match(text, atom.span.end):
        return _bound(text, stretch, Span(start, atom.span.end), reading, determiner)
    return _with_preposition(text, Span(start, atom.span.end), reading, before)


def _takes(reading: Reading, part: re.Match[str]) -> bool:
    """Whether words go with an expression: "the end of" with no day, "the morning of" with nothing else."""
    if reading.moment.unit is Unit.DAY:
        return part["third"] is None and (part["part"] or "").lower() != "mid"
    return part["part"] is not None or part["third"] is not None


def _with_part(reading: Reading, part: re.Match[str]) -> Reading:
    """The part of a stretch that "early", "earlier" or "the end of" make of it."""
    moment = reading.moment
    meant = PARTS.get((part["part"] or part["third"] or "").lower(), Part.WHOLE)
    whole = moment.unit in (Unit.DAY, Unit.WEEKEND) or moment.vague or moment.back or reading.until
    if whole or (meant in (Part.PAST, Part.COMING) and moment.shift):
        return reading._replace(needs="")
    return reading._replace(moment=replace(moment, part=meant), needs="")


def _may_be_bound(reading: Reading) -> bool:
    """Whether adjectives may stand before it: "a lengthy 2015 interview", not "the mayor Tuesday"."""
    return bool(reading.needs) and reading.moment.unit in (Unit.YEAR, Unit.MONTH)


def _bound(
    text: str, stretch: Span, core: Span, reading: Reading, determiner: re.Match[str] | None
) -> TimeExpression | None:
    """An expression that belongs to a noun, if things are said there: "during a 2015 interview"."""
    noun = BOUND.match(text, core.end, stretch.end)
    if noun is None or reading.needs == AT:
        return None
    start = core.start
    if determiner:
        start -= len(determiner[0]) if determiner["name"] is None else 0
    before = text[max(stretch.start, start - REACH) : start]
    preposition = PREPOSITION.search(before)
    if preposition and preposition["word"].lower() in BEFORE_MEDIUM:
        start -= len(preposition[0])
    return TimeExpression(Span(start, noun.end()), reading.moment, reading.until, medium=True)


def _with_preposition(text: str, core: Span, reading: Reading, before: str) -> TimeExpression | None:
    """An expression by itself, if the prepositions that it needs are there."""
    preposition = PREPOSITION.search(before)
    word = preposition["word"].lower() if preposition else ""
    if word in LEFT_OUT or (word in WITH_RANGES and reading.until is None):
        preposition, word = None, ""
    if reading.needs and word not in reading.needs.split():
        return None
    if not word and _is_weekday(reading.moment) and TITLE_ENDS.match(text, core.end):
        return None
    start = core.start - (len(preposition[0]) if preposition else 0)
    until = TODAY if word == "since" and reading.until is None else reading.until
    return TimeExpression(Span(start, core.end), reading.moment, until)


def _without_overlaps(expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    kept: list[TimeExpression] = []
    for expression in expressions:
        if not kept or kept[-1].span.end <= expression.span.start:
            kept.append(expression)
    return kept
