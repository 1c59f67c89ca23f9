"""Takes a document out of a record, so that none of its words is left: in no table, index, file or log.

In: an open connection and a document. Out: nothing of it, but for entries of judgements without words. What
other rows still need stays: a speaker whom other documents name, the bytes that another document is made of.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, select, text, update

from onrecord.record.asking.searching import search_for
from onrecord.record.schema.tables import (
    documents,
    genders,
    heirs,
    judged,
    judgements,
    labels,
    merged,
    names,
    readings,
    referred,
    sampled,
    sketches,
    speakers,
    statements,
    voices,
)
from onrecord.record.writing.originals import Originals
from onrecord.record.writing.tallying import forget, recount

OF_A_DOCUMENT = (readings, labels, voices, genders, sketches)
REMOVED = "removed"  # what stands for the key of a document that is gone, and for what was decided on it
# Where a speaker may be needed still.
USED = (
    statements.c.speaker, referred.c.speaker, labels.c.target, labels.c.user, voices.c.whose,
    judged.c.speaker, merged.c.speaker, merged.c.into,
)  # fmt: skip


def purge(connection: Connection, number: int) -> None:
    """Takes out a document with all that was read in it."""
    key = connection.execute(select(documents.c.key).where(documents.c.number == number)).scalar_one()
    mine = select(statements.c.number).where(statements.c.document == number)
    people = _speakers_of(connection, number)
    search = search_for(connection.dialect.name)
    for statement in connection.execute(mine).scalars().all():
        search.drop(connection, statement)
    _forget_judgements(connection, number, key)
    connection.execute(delete(heirs).where(heirs.c.statement.in_(mine) | heirs.c.heir.in_(mine)))
    for table in (referred, judged):
        connection.execute(delete(table).where(table.c.statement.in_(mine)))
    connection.execute(delete(statements).where(statements.c.document == number))
    forget(connection, [number])
    for table in OF_A_DOCUMENT:
        connection.execute(delete(table).where(table.c.document == number))
    connection.execute(update(sampled).where(sampled.c.document == key).values(document=REMOVED))
    in_its_place = _unlink(connection, number)
    connection.execute(delete(documents).where(documents.c.number == number))
    recount(connection, in_its_place)
    drop_unused(connection, people)


def drop_unused(connection: Connection, numbers: Collection[int]) -> None:
    """Takes out those of some speakers whom nothing in the record needs any more, with their names."""
    needed = {
        number
        for column in USED
        for number in connection.execute(select(column).where(column.in_(numbers)).distinct()).scalars()
    }
    unused = set(numbers) - needed
    connection.execute(delete(names).where(names.c.speaker.in_(unused)))
    connection.execute(delete(speakers).where(speakers.c.number.in_(unused), speakers.c.type != "own"))


def drop_original(connection: Connection, originals: Originals | None, digest: str | None) -> None:
    """Forgets the bytes that a document was made of, where no other one is made of them."""
    if originals is None or digest is None:
        return
    others = select(func.count()).select_from(documents).where(documents.c.original_digest == digest)
    if not connection.execute(others).scalar():
        originals.remove(digest)


def wipe(engine: Engine) -> None:
    """Makes an engine give up what it still holds of rows that are gone: free pages, log and index.

    A PostgreSQL server may keep its own log and copies for longer: that is its keeper's business.
    """
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM FULL"))
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        has_words = connection.execute(
            text("SELECT count(*) FROM sqlite_master WHERE name = 'statement_words'")
        ).scalar()
        if has_words:
            connection.execute(text("INSERT INTO statement_words(statement_words) VALUES ('optimize')"))
        connection.execute(text("VACUUM"))
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def _speakers_of(connection: Connection, number: int) -> set[int]:
    """Everybody whom a document's rows name."""
    mine = select(statements.c.number).where(statements.c.document == number)
    queries: list[Any] = [
        select(statements.c.speaker).where(statements.c.document == number),
        select(referred.c.speaker).where(referred.c.statement.in_(mine)),
        select(judged.c.speaker).where(judged.c.statement.in_(mine)),
        *(select(column).where(labels.c.document == number) for column in (labels.c.target, labels.c.user)),
        select(voices.c.whose).where(voices.c.document == number),
    ]
    return {one for query in queries for one in connection.execute(query).scalars() if one is not None}


def _forget_judgements(connection: Connection, number: int, key: str) -> None:
    """Leaves of judgements on a document who decided and when: ids and details could tell its words.

    A claim that stands in another document too keeps its judgements.
    """
    mine = select(statements.c.id).where(statements.c.document == number)
    others = select(statements.c.id).where(statements.c.document != number)
    only_mine = judgements.c.statement.in_(mine) & judgements.c.statement.not_in(others)
    its_speakers = judgements.c.detail.like(f'%"{key}:%')
    connection.execute(
        update(judgements)
        .where(only_mine | (judgements.c.document == key) | its_speakers)
        .values(action=REMOVED, statement=None, document=None, detail="{}")
    )


def _unlink(connection: Connection, number: int) -> list[int]:
    """Closes the gap that a document leaves among its versions and copies; gives those that may count now."""
    row = connection.execute(select(documents).where(documents.c.number == number)).one()
    if row.previous is not None:
        before = update(documents).where(documents.c.number == row.previous)
        connection.execute(before.values(next=row.next))
    if row.next is not None:
        after = update(documents).where(documents.c.number == row.next)
        connection.execute(after.values(previous=row.previous))
    copies = list(connection.execute(select(documents.c.number).where(documents.c.near == number)).scalars())
    if copies:
        first = min(copies)
        connection.execute(update(documents).where(documents.c.number.in_(copies)).values(near=first))
        connection.execute(update(documents).where(documents.c.number == first).values(near=None))
    return [one for one in (row.previous, min(copies, default=None)) if one is not None]
