"""What a record knows of one speaker: how much, when, about whom, to whom, where, and under which names.

In: a speaker's key. Out: a `Profile`, in which all whom people decided to be one with him are one. Counted is
what a search for him finds: what counts (see `filtering`), what groups said of which he is a member among it.
Counting is left to the database: nobody's statements are all fetched.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Integer, Select, case, func, literal_column, select
from sqlalchemy import type_coerce as taken_as

from onrecord.record.asking.filtering import STANDING, Filter, counting, said_about, said_by
from onrecord.record.judging.settling import undone
from onrecord.record.schema.tables import (
    documents,
    genders,
    judged,
    judgements,
    merged,
    referred,
    speakers,
    statements,
)
from onrecord.record.writing.naming import fold
from onrecord.record.writing.speaking import aliases, is_full, with_merged

MOST = 8  # of those whom somebody speaks about, and of those to whom he speaks
LATEST = 200  # statements whose words for their speaker are looked at: more would keep people waiting
NAMES = 8  # of these words that are told
PRONOUNS = frozenset(
    "he she they it i we you who him her them his hers their its my our this that those".split()
)

OF = re.compile(r"['’]s$")

# The month in which something was said, as a number: 201807, or 201800 where only the year is known.
MONTH: ColumnElement[int] = taken_as(statements.c.said, Integer) // literal_column("100", Integer)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who stands under a key."""

    key: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Somebody or something with a count; without a key where it is only known by its name."""

    key: str | None
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Merge:
    """A decision that two keys are one speaker, which stands."""

    number: int
    key: str
    into: str
    by: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One speaker. `months` are ISO months, or years where the month is not known, with statements.

    `copies` of his statements stand in articles that are nearly the same as another one. `called` are words
    that stood for him in his latest statements, "he" and the like left out, with how many of the `looked_at`
    articles have them; `also` are names of his that are not among them. `women` and `men` are the articles
    whose words tell it.
    """

    who: Known
    others: tuple[Known, ...]
    merges: tuple[Merge, ...]
    statements: int
    articles: int
    copies: int
    months: tuple[tuple[str, int], ...]
    outlets: tuple[Counted, ...]
    forms: dict[str, int]
    about: tuple[Counted, ...]
    addressees: tuple[Counted, ...]
    called: tuple[Counted, ...]
    looked_at: int
    also: tuple[str, ...]
    women: int
    men: int
    said_about: int


class Profiles:
    """What is known of speakers."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def profile(self, key: str) -> Profile | None:
        """The speaker with a key, whatever key of his it is; None where nobody has it."""
        with self._engine.connect() as connection:
            group = same_as(connection, key)
            if not group:
                return None
            who, *others = group.values()
            numbers = list(group)
            by = _counts(connection, numbers)
            within = (statements.c.document.distinct(), documents.c.near, judged.c.addressee)
            articles, copies, readdressed = connection.execute(
                _his(numbers, *(func.count(column) for column in within))
            ).one()
            called, looked_at = _called(connection, numbers)
            told = _genders(connection, numbers)
            return Profile(
                who=who,
                others=tuple(others),
                merges=tuple(_merges(connection, {one.key for one in group.values()})) if others else (),
                statements=sum(by["form"].values()),
                articles=articles,
                copies=copies,
                months=tuple(sorted((iso_month(month), n) for month, n in by["month"].items() if month)),
                outlets=tuple(Counted(None, name or "", n) for name, n in by["outlet"].most_common()),
                forms=dict(by["form"]),
                about=_referred(connection, numbers, "about"),
                addressees=_addressees(connection, numbers, decided=bool(readdressed)),
                called=called,
                looked_at=looked_at,
                also=_also(connection, numbers, called),
                women=told.get("female", 0),
                men=told.get("male", 0),
                said_about=_count_about(connection, numbers),
            )


def same_as(connection: Connection, key: str) -> dict[int, Known]:
    """A speaker and all who were decided to be one with him, by number; under whose key they stand first."""
    number = connection.execute(select(speakers.c.number).where(speakers.c.key == key)).scalar()
    if number is None:
        return {}
    head = connection.execute(select(merged.c.into).where(merged.c.speaker == number)).scalar() or number
    query = select(speakers).where(speakers.c.number.in_(with_merged(connection, [number])))
    rows = connection.execute(query.where(speakers.c.type != "own").order_by(speakers.c.number)).all()
    head_first = sorted(rows, key=lambda row: bool(row.number != head))
    return {row.number: Known(row.key, row.name, row.type) for row in head_first}


def iso_month(number: int) -> str:
    """201807 as "2018-07", and 201800 as "2018"."""
    year, month = divmod(number, 100)
    return f"{year:04}-{month:02}" if month else f"{year:04}"


def named(connection: Connection, counts: Iterable[tuple[int, int]]) -> tuple[Counted, ...]:
    """Speakers with counts, by their numbers."""
    given = list(counts)
    query = select(speakers).where(speakers.c.number.in_([number for number, _ in given]))
    rows = {row.number: row for row in connection.execute(query)}
    return tuple(Counted(rows[number].key, rows[number].name, n) for number, n in given)


def _his(numbers: Sequence[int], *columns: Any) -> Select[Any]:
    """Columns of the statements of some speakers that count."""
    return select(*columns).select_from(STANDING).where(said_by(numbers), *counting(Filter()))


def _pairs(connection: Connection, query: Select[Any]) -> dict[Any, Any]:
    """The rows of a query of two columns."""
    return {row[0]: row[1] for row in connection.execute(query)}


def _counts(connection: Connection, numbers: Sequence[int]) -> dict[str, Counter[Any]]:
    """Statements by month, by outlet and by form, counted together: they are gone through once."""
    keys = (MONTH, documents.c.outlet, statements.c.form)
    found: dict[str, Counter[Any]] = {"month": Counter(), "outlet": Counter(), "form": Counter()}
    for *values, count in connection.execute(_his(numbers, *keys, func.count()).group_by(*keys)):
        for name, value in zip(found, values, strict=True):
            found[name][value] += count
    return found


def _referred(connection: Connection, numbers: Sequence[int], role: str) -> tuple[Counted, ...]:
    """Whom statements are about, or to whom they were made; those who are one count as one.

    So do all of one name whose keys are of one document each, such as "reporters": together they have no key.
    """
    other = speakers.alias()
    one = case((is_full(other.c.key), other.c.key), else_=func.lower(other.c.name)).label("one")
    count = func.count(statements.c.number.distinct())
    told = (func.min(other.c.key), func.max(other.c.key), func.min(other.c.name), count)
    query = (
        _his(numbers, one, *told)
        .join(referred, referred.c.statement == statements.c.number)
        .outerjoin(merged, merged.c.speaker == referred.c.speaker)
        .join(other, other.c.number == func.coalesce(merged.c.into, referred.c.speaker))
        .where(referred.c.role == role)
        .group_by(one)
        .order_by(count.desc(), one)
        .limit(MOST)
    )
    if role == "addressee":  # what people decided goes first
        query = query.where(judged.c.addressee.is_(None))
    return tuple(
        Counted(first if first == last else None, name, found)
        for _, first, last, name, found in connection.execute(query)
    )


def _addressees(connection: Connection, numbers: Sequence[int], *, decided: bool) -> tuple[Counted, ...]:
    """To whom statements were made: as people decided, where they did, and else as it was read."""
    query = _his(numbers, judged.c.addressee, func.count()).where(judged.c.addressee.is_not(None))
    by_people: dict[str, int] = _pairs(connection, query.group_by(judged.c.addressee)) if decided else {}
    read = _referred(connection, numbers, "addressee")
    both = [Counted(one.key, one.name, one.count + by_people.pop(one.name, 0)) for one in read]
    both += [Counted(None, name, count) for name, count in by_people.items()]
    return tuple(sorted(both, key=lambda one: (-one.count, one.name))[:MOST])


def _called(connection: Connection, numbers: Sequence[int]) -> tuple[tuple[Counted, ...], int]:
    """Words that stand for the speaker in the latest statements, and of how many articles these are."""
    latest = _his(numbers, statements.c.number).order_by(statements.c.said.desc(), statements.c.number)
    wanted = list(connection.execute(latest.limit(LATEST)).scalars())
    query = (
        select(statements.c.document, statements.c.source, judged.c.source.label("decided"))
        .outerjoin(judged, judged.c.statement == statements.c.number)
        .where(statements.c.number.in_(wanted))
    )
    rows = connection.execute(query).all()
    within = {row.document for row in rows}
    each = select(documents.c.number, documents.c.text).where(documents.c.number.in_(within))
    texts: dict[int, str] = _pairs(connection, each)
    places: dict[str, set[int]] = {}
    spelled: dict[str, Counter[str]] = {}
    for row in rows:
        words = " … ".join(span.slice(texts[row.document]) for span in row.decided or row.source)
        words = OF.sub("", words)
        if (folded := fold(words)) and folded not in PRONOUNS:
            places.setdefault(folded, set()).add(row.document)
            spelled.setdefault(folded, Counter())[words] += 1
    most = sorted(places.items(), key=lambda one: (-len(one[1]), one[0]))[:NAMES]
    called = (Counted(None, spelled[folded].most_common(1)[0][0], len(found)) for folded, found in most)
    return tuple(called), len(within)


def _also(connection: Connection, numbers: Sequence[int], called: Sequence[Counted]) -> tuple[str, ...]:
    """Names of the speaker that are not among the words that were told already."""
    told = {fold(one.name) for one in called}
    found = dict.fromkeys(name for names in aliases(connection, numbers).values() for name in names)
    return tuple(name for name in found if fold(name) not in told)


def _genders(connection: Connection, numbers: Sequence[int]) -> dict[str, int]:
    """How many articles tell by a word that somebody is a woman, or a man."""
    query = (
        select(genders.c.gender, func.count(genders.c.document.distinct()))
        .join(documents, documents.c.number == genders.c.document)
        .where(genders.c.speaker.in_(numbers), documents.c.next.is_(None))
        .group_by(genders.c.gender)
    )
    return _pairs(connection, query)


def _count_about(connection: Connection, numbers: Sequence[int]) -> int:
    query = select(func.count()).select_from(STANDING).where(said_about(numbers), *counting(Filter()))
    return connection.execute(query).scalar() or 0


def _merges(connection: Connection, keys: Collection[str]) -> Iterable[Merge]:
    """The decisions by which some keys are one speaker."""
    taken_back = undone(connection)
    query = select(judgements).where(judgements.c.action == "merge").order_by(judgements.c.number)
    for row in connection.execute(query):
        detail = json.loads(row.detail)
        if row.number not in taken_back and {detail["key"], detail["into"]} <= set(keys):
            yield Merge(row.number, detail["key"], detail["into"], row.by, row.at)
