"""Which speakers of a record are worth a look, whether they are one: found by indexes, never in pairs.

In: a name, or nothing for the whole record. Out: `Candidates`, which `onrecord.compare` weighs. Of a whole
record short names are looked up for those who speak most, and in the latest copies of articles.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, Engine, func, or_, select

from onrecord.model.likeness import Alias, Candidates, Known
from onrecord.record.judging.decided_pairs import apart_pairs, merged_heads
from onrecord.record.likeness.families import latest_copies
from onrecord.record.likeness.meetings import Meetings
from onrecord.record.likeness.short_names import (
    IS_FULL,
    KNOWN,
    TYPES,
    called,
    in_office,
    known_of,
    links,
    names_of,
    shorts_called,
    shorts_of,
)
from onrecord.record.schema.engines import batched
from onrecord.record.schema.tables import names, speakers, spoke, statements
from onrecord.record.writing.naming import fold
from onrecord.record.writing.speaking import speakers_named

MOST = 100  # speakers with full names for whom short ones are looked up, of a whole record
# Articles with one short name, the latest ones: of a whole record, and of a name that is asked for.
EACH, EACH_ASKED = 5, 200
COPIES = 60  # articles with copies that are looked at, the latest ones
OWN = select(func.substr(speakers.c.key, 5)).where(IS_FULL)  # the names in keys
SHARED = 50  # speakers with full names who share a name: one that more share tells nothing


class Likely:
    """The questions behind `onrecord suggest`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def candidates(self, name: str | None = None) -> Candidates:
        """Who may be one with somebody of this name; without a name, in the whole record."""
        with self._engine.connect() as connection:
            full = _full(connection)
            asked = None if name is None else _asked(connection, name, full)
            if asked is None:
                some = _most(connection, full)
                short = shorts_of(connection, _in_copies(connection))
            else:
                some = {number: full[number] for number in asked if number in full}
                short = shorts_of(connection, sorted(asked - some.keys(), reverse=True)[:EACH_ASKED])
            offices = in_office(connection, short) if asked is not None else {}
            bearers = called(connection, some.values())
            each = EACH if asked is None else EACH_ASKED
            short += shorts_called(connection, bearers, each=each)
            known = {one.known.number: one.known for one in short}
            meetings = Meetings(connection, known.values())
            return Candidates(
                full=tuple(full.values()),
                locals=(*known.values(), *_others(connection, meetings, known)),
                asked=None if asked is None else frozenset(asked),
                aliases=tuple(_aliases(connection, None if asked is None else some)),
                links=tuple(meetings.met(links(connection, short, full, known=(bearers, offices)))),
                twins=tuple(meetings.twins()),
                heads=merged_heads(connection),
                apart=apart_pairs(connection),
            )

    def counts(self, numbers: Collection[int]) -> dict[int, int]:
        """How many statements of some speakers count, by number."""
        found: dict[int, int] = {}
        with self._engine.connect() as connection:
            for some in batched(numbers):
                query = select(spoke.c.speaker, func.sum(spoke.c.statements)).where(spoke.c.speaker.in_(some))
                rows = connection.execute(query.group_by(spoke.c.speaker))
                found.update((speaker, int(count)) for speaker, count in rows)
        return found

    def latest(self, numbers: Collection[int]) -> dict[int, str]:
        """The ids of the latest statements that were read of some speakers, by number."""
        found: dict[int, str] = {}
        with self._engine.connect() as connection:
            for number in numbers:  # each by the index: some have said very much
                query = select(statements.c.id).where(statements.c.speaker == number)
                id = connection.execute(query.order_by(statements.c.said.desc()).limit(1)).scalar()
                if id is not None:
                    found[number] = id
        return found


def _full(connection: Connection) -> dict[int, Known]:
    """All speakers with full names."""
    query = select(*KNOWN).where(IS_FULL, speakers.c.type.in_(TYPES)).order_by(speakers.c.number)
    return {row.number: known_of(*row) for row in connection.execute(query)}


def _asked(connection: Connection, name: str, full: Mapping[int, Known]) -> set[int]:
    """Whom a name or a key stands for, and those whose surname it is."""
    folded = fold(name)
    found = set(speakers_named(connection, name))
    return found | {
        one.number for one in full.values() if one.type == "person" and one.folded.split()[-1:] == [folded]
    }


def _most(connection: Connection, full: Mapping[int, Known]) -> dict[int, Known]:
    """Those with full names who said most."""
    query = (
        select(spoke.c.speaker)
        .join(speakers, speakers.c.number == spoke.c.speaker)
        .where(IS_FULL, speakers.c.type.in_(TYPES))
        .group_by(spoke.c.speaker)
        .order_by(func.sum(spoke.c.statements).desc(), spoke.c.speaker)
        .limit(MOST)
    )
    return {number: full[number] for number in connection.execute(query).scalars() if number in full}


def _in_copies(connection: Connection) -> list[int]:
    """Who speaks in the latest articles that have copies."""
    found: dict[int, None] = {}
    for some in batched(latest_copies(connection, COPIES)):
        query = select(statements.c.speaker).where(statements.c.document.in_(some)).distinct()
        found |= dict.fromkeys(number for number in connection.execute(query).scalars() if number is not None)
    return list(found)


def _others(connection: Connection, meetings: Meetings, known: Mapping[int, Known]) -> list[Known]:
    """The twins who are not known yet."""
    numbers = {number for twins in meetings.twins() for number in (twins.one, twins.other)} - known.keys()
    found: list[Known] = []
    for some in batched(sorted(numbers)):
        query = select(*KNOWN).where(speakers.c.number.in_(some))
        found += [known_of(*row) for row in connection.execute(query)]
    return found


def _aliases(connection: Connection, some: Mapping[int, Known] | None) -> list[Alias]:
    """Names that several speakers with full names bear; of some of them, or of all.

    A surname alone is none of them, unless it is all that one is called.
    """
    query = (
        select(names.c.folded, names.c.name, names.c.speaker)
        .join(speakers, speakers.c.number == names.c.speaker)
        .where(
            IS_FULL, speakers.c.type.in_(TYPES), or_(names.c.folded.contains(" "), names.c.folded.in_(OWN))
        )
        .order_by(names.c.folded, names.c.speaker)
    )
    bearers: dict[str, list[int]] = {}
    words: dict[str, str] = {}
    if some is None:
        several = select(names.c.folded).group_by(names.c.folded).having(func.count() > 1)
        queries = [query.where(names.c.folded.in_(several))]
    else:
        theirs = sorted({folded for _, folded, _ in names_of(connection, some)})
        queries = [query.where(names.c.folded.in_(few)) for few in batched(theirs)]
    for one in queries:
        for folded, name, speaker in connection.execute(one):
            bearers.setdefault(folded, []).append(speaker)
            words.setdefault(folded, name)
    return [
        Alias(folded=folded, word=words[folded], bearers=tuple(numbers))
        for folded, numbers in bearers.items()
        if 1 < len(numbers) <= SHARED
    ]
