"""Counts over time as a row of months or years, none left out between the first and the last.

In: ISO months, or years where the month is not known, with counts. Out: `Periods` to be drawn. A row of more
months than an eye can part is one of years.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model.days import MONTHS, days_words

MOST_MONTHS = 48  # beyond these it is years
MOST_YEARS = 100  # what is older than so many years before the last is left out: most such dates are mistakes
MOST_TICKS = 10  # years that are written under a picture
QUARTERS = (4, 7, 10)  # months with which quarters begin, but for January
ISO = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year in ISO form and in words, and what may be written under it, if anything."""

    iso: str
    words: str
    tick: str


@dataclass(frozen=True, slots=True)
class Periods:
    """Months or years in order."""

    every: tuple[Period, ...]
    by: str  # month or year

    def counts(self, found: Iterable[tuple[str | None, int]]) -> list[int]:
        """Counts by ISO month or year put to their periods; what is in none of these is left out."""
        length = 7 if self.by == "month" else 4
        summed = Counter[str]()
        for iso, count in found:
            if iso and ISO.fullmatch(iso):
                summed[iso[:length]] += count
        return [summed[period.iso] for period in self.every]

    def ticks(self, most: int = MOST_TICKS) -> list[str]:
        """What is written under a picture: years, no more than there is room for."""
        begun = [place for place, period in enumerate(self.every) if period.tick]
        step = 1 + max(0, len(begun) - 1) // most
        told = set(begun[::step])
        return [period.tick if place in told else "" for place, period in enumerate(self.every)]


def periods(months: Iterable[str | None]) -> Periods:
    """The months or years that some ISO months and years need; none where there are none."""
    known = sorted(month for month in months if month and ISO.fullmatch(month))
    if not known:
        return Periods((), "year")
    first, last = int(known[0][:4]), int(known[-1][:4])
    first = max(first, last - MOST_YEARS + 1)
    dated = [_number(month) for month in known if len(month) == 7 and int(month[:4]) >= first]
    if len(dated) > len(known) / 2 and dated[-1] - dated[0] < MOST_MONTHS:
        # Whole years: the eye finds its way from January to January.
        return Periods(tuple(_months(dated[0] // 12, dated[-1] // 12)), "month")
    years = (str(year) for year in range(first, last + 1))
    return Periods(tuple(Period(f"{year:0>4}", year, year) for year in years), "year")


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:]) - 1


def _months(first: int, last: int) -> Iterator[Period]:
    """All months of some years; a year stands under its January, and in one year alone some months do."""
    for year in range(first, last + 1):
        for month in range(1, 13):
            iso = f"{year:04}-{month:02}"
            name = MONTHS[month - 1] if first == last and month in QUARTERS else ""
            yield Period(iso, days_words(iso, iso), str(year) if month == 1 else name)
