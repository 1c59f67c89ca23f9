"""Days in few words, as views show when something was said.

In: the first and the last day of a stretch, as ISO days, months or years. Out: "16 Mar 2021", "Mar 2021",
"8–14 Mar 2021". Looks at no clock, and calls no day "yesterday": a page is read later than it is made.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

MONTHS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def days_words(start: str | None, end: str | None) -> str:
    """The days from `start` to `end`, both included, in few words; what is no date stays as it is written."""
    if start is None or end is None:
        word = "from" if end is None else "until"
        only = start or end
        return f"{word} {days_words(only, only)}" if only else ""
    first, last = _edges(start), _edges(end)
    if first is None or last is None:
        return start if start == end else f"{start} – {end}"
    return _between(first[0], last[1])


def _edges(iso: str) -> tuple[date, date] | None:
    """The first and the last day of "2021-03-16", "2021-03" or "2021"; a time of day is left out."""
    found = _ISO.fullmatch(iso.partition("T")[0])
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        last = day or monthrange(year or 0, month or 12)[1]
        return date(year or 0, month or 1, day or 1), date(year or 0, month or 12, last)
    except ValueError:  # no such day in the calendar
        return None


def _between(first: date, last: date) -> str:
    if first == last:
        return f"{first.day} {_month(first)}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {_month(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {last.day} {_month(last)}"
    return f"{first.day} {_month(first)} – {last.day} {_month(last)}"


def _months(first: date, last: date) -> str:
    """Whole months, or whole years."""
    if (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{_month(first)} – {_month(last)}"
    return _month(last) if first.month == last.month else f"{MONTHS[first.month - 1]}–{_month(last)}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
