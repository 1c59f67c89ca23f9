"""Short names ("Dovan", "the interior minister") of one article each, and all whom they may mean.

In: an open connection, speakers with full names and with short ones. Out: `Link`s, of which nothing is known
yet but the name. All bearers of a short name are linked, so that one that may mean several is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, not_, select

from onrecord.model.likeness import Known, Link
from onrecord.record.schema.engines import batched
from onrecord.record.schema.tables import names, speakers
from onrecord.record.writing.naming import fold
from onrecord.record.writing.speaking import is_full

TYPES = ("person", "organisation", "place")
IS_FULL = is_full(speakers.c.key)
KNOWN = (speakers.c.number, speakers.c.key, speakers.c.name, speakers.c.type)
OFFICES = 5  # names that are looked for before others, for which there is no index
MOST_BEARERS = 10  # speakers whom one short name may mean: one that more bear tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """A speaker of one article, and a name that he has there."""

    known: Known
    folded: str
    word: str


def known_of(number: int, key: str, name: str, type: str) -> Known:
    """A speaker as others need to know him. "~2" behind a key is no part of the name."""
    return Known(number=number, key=key, name=name, type=type, folded=fold(name.partition(" (")[0]))


def names_of(connection: Connection, numbers: Collection[int]) -> list[tuple[int, str, str]]:
    """The names of some speakers: number, folded, and as written."""
    found: list[tuple[int, str, str]] = []
    for some in batched(numbers):
        query = select(names.c.speaker, names.c.folded, names.c.name).where(names.c.speaker.in_(some))
        found += [(row.speaker, row.folded, row.name) for row in connection.execute(query)]
    return found


def called(connection: Connection, full: Iterable[Known]) -> dict[str, set[int]]:
    """By what short names others may be called who have these full names: names, surnames and offices."""
    own = {one.number: one for one in full}
    found: dict[str, set[int]] = {}
    for one in own.values():
        if one.type == "person" and one.folded:
            found.setdefault(one.folded.split()[-1], set()).add(one.number)
    for number, folded, _ in names_of(connection, own):
        found.setdefault(folded, set()).add(number)
        if folded.endswith(" " + own[number].folded):
            # An office before the name: "interior minister ilir dovan".
            found.setdefault(folded.removesuffix(" " + own[number].folded), set()).add(number)
    return found


def in_office(connection: Connection, shorts: Iterable[Short]) -> dict[str, set[int]]:
    """Who has some words before his full name, of the first few that are more than one."""
    words = [folded for folded in dict.fromkeys(short.folded for short in shorts) if " " in folded]
    found: dict[str, set[int]] = {}
    for folded in words[:OFFICES]:
        longer = names.c.folded.startswith(folded + " ", autoescape=True)
        query = select(*KNOWN, names.c.folded).join(names, names.c.speaker == speakers.c.number)
        for row in connection.execute(query.where(longer, IS_FULL, speakers.c.type.in_(TYPES))):
            if row.folded == f"{folded} {known_of(*row[:4]).folded}":
                found.setdefault(folded, set()).add(row.number)
    return found


def shorts_called(connection: Connection, folded: Collection[str], *, each: int) -> list[Short]:
    """Speakers of one article each who are called so there, of each name the latest ones."""
    found: list[Short] = []
    for some in batched(folded):
        place = func.row_number().over(partition_by=names.c.folded, order_by=names.c.speaker.desc())
        ranked = (
            _bearing(names.c.folded.in_(some), not_(IS_FULL)).add_columns(place.label("place")).subquery()
        )
        query = select(ranked).where(ranked.c.place <= each)
        found += [_short(row) for row in connection.execute(query)]
    return found


def shorts_of(connection: Connection, numbers: Collection[int]) -> list[Short]:
    """The names of some speakers of one article each."""
    found: list[Short] = []
    for some in batched(numbers):
        rows = connection.execute(_bearing(speakers.c.number.in_(some), not_(IS_FULL)))
        found += [_short(row) for row in rows]
    return found


def links(
    connection: Connection,
    shorts: Collection[Short],
    full: Mapping[int, Known],
    *,
    known: Iterable[Mapping[str, set[int]]] = (),
) -> list[Link]:
    """Each short name with all whom it may mean, where they are few; `known` are bearers of names."""
    wanted = {short.folded for short in shorts}
    bearers: dict[str, set[int]] = {}
    for some_known in known:
        for folded in some_known.keys() & wanted:
            bearers.setdefault(folded, set()).update(some_known[folded])
    for one in full.values():
        if one.type == "person" and one.folded and (surname := one.folded.split()[-1]) in wanted:
            bearers.setdefault(surname, set()).add(one.number)
    for some in batched(wanted):
        query = select(names.c.folded, names.c.speaker).join(speakers, speakers.c.number == names.c.speaker)
        for row in connection.execute(query.where(names.c.folded.in_(some), IS_FULL)):
            bearers.setdefault(row.folded, set()).add(row.speaker)
    found: dict[tuple[int, int], Link] = {}
    for short in shorts:
        theirs = bearers.get(short.folded, set()) & full.keys()
        for number in theirs if len(theirs) <= MOST_BEARERS else ():
            link = Link(local=short.known.number, full=number, called=short.folded, word=short.word)
            found.setdefault((link.local, link.full), link)
    return list(found.values())


def _bearing(*which: ColumnElement[bool]) -> Select[Any]:
    """Speakers and their names."""
    query = select(*KNOWN, names.c.folded, names.c.name.label("word"))
    query = query.join(names, names.c.speaker == speakers.c.number)
    return query.where(speakers.c.type.in_(TYPES), *which)


def _short(row: Row[Any]) -> Short:
    return Short(known=known_of(row.number, row.key, row.name, row.type), folded=row.folded, word=row.word)
