"""The day that a text told last before a place, from which "the next day" and "that night" are reckoned.

In: a text, a place in code points and the day of publication. Out: a day, or None.
"""

from __future__ import annotations

from datetime import date

from onrecord.analysis.times.expressions import find_times
from onrecord.analysis.times.intervals import published_day, resolve
from onrecord.model.span import Span

BACK = 1500  # characters before a time in which the day is looked for that it is reckoned from


def told_before(text: str, place: int, published: str | None) -> date | None:
    """The day that a text told last before a place: "on Monday … the next day"; else the day published.

    A month or year alone gives its first day, which serves for "that year" only.
    """
    for expression in reversed(find_times(text, Span(max(0, place - BACK), place))):
        if expression.moment.anchored or expression.moment.vague:
            continue
        when = resolve(expression, published, past=True)
        if when.start is not None:
            return date.fromisoformat(when.start)
    return published_day(published)
