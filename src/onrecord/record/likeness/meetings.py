"""When and where a short name of one article meets a full one: in its copies, its outlet, its days.

In: an open connection, speakers with short names, and `Link`s. Out: the same with what is known, but for
those of whom one article has both: there the reader kept them apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select, text

from onrecord.model.likeness import Known, Link, Twins
from onrecord.record.likeness.families import documents_with, families
from onrecord.record.schema.engines import batched
from onrecord.record.schema.tables import documents, statements
from onrecord.record.writing.speaking import numbers_of_keys

NEAR = timedelta(days=62)  # around an article, in which statements are looked for: two months
KEY = 16  # characters of a document's key, which begin that of a speaker of it alone
AT_A_TIME = 100  # speakers whose statements are asked for at a time: each has days of his own
STRETCHES = 20  # of days that are asked for of one speaker; of more the whole time they are in

Days = dict[int, set[tuple[date, str | None]]]


class Meetings:
    """The articles in which some speakers have short names."""

    def __init__(self, connection: Connection, locals_: Iterable[Known]) -> None:
        self._connection = connection
        self._locals = list(locals_)
        rows = documents_with(connection, {one.key[:KEY] for one in self._locals})
        self._article = {one.number: rows[one.key[:KEY]] for one in self._locals if one.key[:KEY] in rows}
        self._families = families(connection, rows.values())

    def met(self, links: Collection[Link]) -> list[Link]:
        """The links with what is known of them."""
        mine = [link for link in links if link.local in self._article]
        spoke = self._spoke({link.full for link in mine})
        days = self._days(mine)
        return [
            self._told(link, spoke.get(link.full, set()), days)
            for link in mine
            if self._article[link.local].number not in spoke.get(link.full, ())
        ]

    def twins(self) -> list[Twins]:
        """Pairs with the same short name in documents that are one article."""
        keys: dict[str, Known] = {}
        for one in self._locals:
            article = self._article.get(one.number)
            for key in self._families[article.number].values() if article is not None else ():
                keys.setdefault(key + one.key[KEY:], one)
        return [
            Twins(one=one.number, other=other, word=one.name)
            for some in batched(keys)
            for key, other in numbers_of_keys(self._connection, some).items()
            if (one := keys[key]).number < other or other not in self._article
        ]

    def _told(self, link: Link, spoke: set[int], days: Days) -> Link:
        article = self._article[link.local]
        day = _day(article.published)
        said = days.get(link.full, set()) if day is not None else set()
        near = [(abs((other - day).days), outlet) for other, outlet in said if day is not None]
        here = [apart for apart, outlet in near if outlet is not None and outlet == article.outlet]
        return replace(
            link,
            outlet=article.outlet,
            days=min((apart for apart, _ in near), default=None),
            days_in_outlet=min(here, default=None),
            is_family=not spoke.isdisjoint(self._families[article.number]),
        )

    def _spoke(self, full: set[int]) -> dict[int, set[int]]:
        """Who with a full name spoke in which of the articles, their copies and versions."""
        numbers = {row.number for row in self._article.values()}
        numbers |= {other for family in self._families.values() for other in family}
        found: dict[int, set[int]] = {}
        for some in batched(sorted(numbers)):
            query = select(statements.c.speaker, statements.c.document).where(statements.c.document.in_(some))
            for speaker, document in self._connection.execute(query.distinct()):
                if speaker in full:
                    found.setdefault(speaker, set()).add(document)
        return found

    def _days(self, links: Iterable[Link]) -> Days:
        """The days on which, and the outlets in which, somebody spoke around the articles."""
        around: dict[int, set[date]] = {}
        for link in links:
            day = _day(self._article[link.local].published)
            if day is not None:
                around.setdefault(link.full, set()).add(day)
        found: Days = {}
        for some in batched(around, AT_A_TIME):
            query = (
                select(statements.c.speaker, statements.c.said, documents.c.outlet)
                .join(documents, documents.c.number == statements.c.document)
                .where(text(" OR ".join(_spoke_around(number, around[number]) for number in some)))
                .distinct()
            )
            for speaker, said, outlet in self._connection.execute(query):
                if (day := _day(said)) is not None:
                    found.setdefault(speaker, set()).add((day, outlet))
        return found


def _spoke_around(number: int, days: Iterable[date]) -> str:
    """SQL for the statements of a speaker in the months around some days. Holds numbers alone.

    Plain text, since there are thousands of these, and SQLAlchemy takes longer to build them than a database
    to answer.
    """
    stretches = list(_stretches(days))
    if len(stretches) > STRETCHES:
        stretches = [(stretches[0][0], stretches[-1][1])]
    said = " OR ".join(f"said BETWEEN {first:%Y%m%d} AND {last:%Y%m%d}" for first, last in stretches)
    return f"(speaker = {number:d} AND ({said}))"


def _stretches(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """The time around days, in as few stretches as there are."""
    first = last = None
    for day in sorted(days):
        begins, ends = _moved(day, -NEAR), _moved(day, NEAR)
        if first is not None and last is not None and begins > last:
            yield first, last
            first = None
        first, last = first or begins, ends
    if first is not None and last is not None:
        yield first, last


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:  # somebody's year 1 or 9999
        return day


def _day(told: Any) -> date | None:
    """The day of an ISO day or time; None where it tells only a month, or none."""
    try:
        return date.fromisoformat(str(told)[:10]) if told else None
    except ValueError:
        return None
