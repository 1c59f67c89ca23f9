"""Statements over time: a column for each month or year, which leads to what was said then.

In: ISO months with counts, and where each leads to. Out: a `Timeline`: a picture, and its numbers as rows for
who can't see it or wants them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.web.drawing import Column, columns
from onrecord.web.periods import periods
from onrecord.web.templates import many


@dataclass(frozen=True, slots=True)
class Moment:
    """A month or a year in which something was said."""

    words: str
    count: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A picture of statements over time, and its numbers. `left_out` have no day that is known enough."""

    picture: Markup
    moments: list[Moment]
    by: str
    left_out: int


def timeline(
    months: Sequence[tuple[str, int]], *, total: int, says: str, css: str, address: Callable[[str], str]
) -> Timeline:
    """Statements by month or year, `total` of them in all; `address` is where a month or year leads to."""
    row = periods(month for month, _ in months)
    counts = row.counts(months)
    drawn = [
        Column(count, f"{period.words}: {many(count, 'statement')}", tick, address(period.iso))
        for period, count, tick in zip(row.every, counts, row.ticks(), strict=True)
    ]
    moments = [
        Moment(period.words, count, address(period.iso))
        for period, count in zip(row.every, counts, strict=True)
        if count
    ]
    return Timeline(
        picture=columns(drawn, says=_told(says, row.by, moments), css=css)
        if len(moments) > 1
        else Markup(""),
        moments=moments,
        by=row.by,
        left_out=max(0, total - sum(counts)),
    )


def _told(says: str, by: str, moments: Sequence[Moment]) -> str:
    """What a picture shows, in words."""
    if not moments:
        return says
    most = max(moments, key=lambda moment: moment.count)
    return (
        f"{says}, by {by}, from {moments[0].words} to {moments[-1].words}; "
        f"most in {most.words}: {many(most.count, 'statement')}"
    )
