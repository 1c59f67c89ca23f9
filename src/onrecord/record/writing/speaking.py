"""The speakers of a record by key, number and name.

In: an open connection, and keys or a name that somebody typed. Out: numbers of speakers, those whom people
decided to be one with them included. Nobody is told to be somebody by likeness alone.
"""

from __future__ import annotations

import importlib
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, literal_column, select

from onrecord.errors import Cause, StopRun
from onrecord.record.schema.tables import merged, names, speakers
from onrecord.record.writing.entries import LONGEST, OWN
from onrecord.record.writing.naming import LONGEST as LONGEST_KEY
from onrecord.record.writing.naming import MARK, fold

MANY = 100  # speakers whom part of a name may stand for


def insert_new(connection: Connection, table: Table, rows: Collection[dict[str, Any]]) -> None:
    """Inserts the rows that are not there yet, also where another process inserts the same ones."""
    if rows:
        # Each engine's own module, and only that one: the other takes a third of a second to load.
        dialect = importlib.import_module(f"sqlalchemy.dialects.{connection.dialect.name}")
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), list(rows))


def numbers_of(connection: Connection, rows: Collection[dict[str, Any]]) -> dict[str, int]:
    """The numbers of speakers by key, those of the record's own (`entries.OWN`) among them."""
    own = [{"key": name, "name": name, "type": "own"} for name in OWN]
    wanted = {row["key"]: row for row in (*own, *rows)}
    known = numbers_of_keys(connection, wanted)
    missing = [row for key, row in sorted(wanted.items()) if key not in known]
    if missing:
        insert_new(connection, speakers, missing)
        known = numbers_of_keys(connection, wanted)
    return known


def numbers_of_keys(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """The numbers of speakers by their keys, of those that are there."""
    query = select(speakers.c.key, speakers.c.number).where(speakers.c.key.in_(list(keys)))
    return {row.key: row.number for row in connection.execute(query)}


def is_full(key: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a key is of one speaker in all documents (see `naming.is_everywhere`). Holds no parameter."""
    place: ColumnElement[int] = literal_column(str(MARK + 1))
    mark: ColumnElement[str] = literal_column("':'")
    return func.substr(key, place, literal_column("1")) == mark


def speakers_named(connection: Connection, name: str) -> list[int]:
    """Whom a name or a key stands for, just so or else within a longer name; merged ones too."""
    found = list(connection.execute(select(speakers.c.number).where(speakers.c.key == name)).scalars())
    folded = fold(name)
    if not found and folded:
        exact = select(names.c.speaker).where(names.c.folded == folded[:LONGEST]).distinct()
        found = list(connection.execute(exact).scalars())
    if not found and folded:
        part = names.c.folded.contains(folded, autoescape=True)
        query = select(names.c.speaker).where(part).distinct().limit(MANY)
        found = list(connection.execute(query).scalars())
    return with_merged(connection, found)


def with_merged(connection: Connection, numbers: Collection[int]) -> list[int]:
    """Speakers with all whom people decided to be the same."""
    if not numbers:
        return []
    into = connection.execute(select(merged.c.into).where(merged.c.speaker.in_(numbers)))
    heads = {*numbers, *into.scalars()}
    same = connection.execute(select(merged.c.speaker).where(merged.c.into.in_(heads)))
    return sorted({*heads, *same.scalars()})


def speaker_decided(connection: Connection, name: str) -> int:
    """The speaker whom a person named, by key or name: one who is known, or else a new one."""
    of_people = select(speakers.c.number).where(speakers.c.key == name, speakers.c.type != "own")
    known = connection.execute(of_people).scalar()
    if known is not None:
        return int(known)
    folded = fold(name)[:LONGEST]
    if not folded:
        raise StopRun(Cause.INPUT, f"{name!r} is no name: it has no letter.")
    same = connection.execute(
        select(names.c.speaker)
        .join(speakers, speakers.c.number == names.c.speaker)
        .where(names.c.folded == folded)
        .distinct()
        .limit(2)
    ).all()
    if len(same) == 1:
        return int(same[0].speaker)
    key = f"per:{folded}"[:LONGEST_KEY]
    number = numbers_of(connection, [{"key": key, "name": name, "type": "person"}])[key]
    insert_new(connection, names, [{"speaker": number, "folded": folded, "name": name}])
    return number


def keys_by_number(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    """The keys of speakers by their numbers."""
    query = select(speakers.c.number, speakers.c.key).where(speakers.c.number.in_(numbers))
    return {row.number: row.key for row in connection.execute(query)}


def aliases(connection: Connection, numbers: Collection[int]) -> dict[int, list[str]]:
    """The names of speakers by their numbers."""
    query = select(names.c.speaker, names.c.name).where(names.c.speaker.in_(numbers))
    found: dict[int, list[str]] = {}
    for row in connection.execute(query.order_by(names.c.name)):
        found.setdefault(row.speaker, []).append(row.name)
    return found
