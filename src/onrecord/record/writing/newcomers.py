"""Speakers whom people bring in: the second bearer of a name, and unnamed people of one document.

In: an open connection, and the name that somebody typed. Out: the key of a speaker of his own. Who is known
by his name alone is found by `speaking`; nobody is made the same as anybody here.
"""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from onrecord.errors import Cause, StopRun
from onrecord.record.schema.tables import names, speakers
from onrecord.record.writing.entries import LONGEST
from onrecord.record.writing.naming import LONGEST as LONGEST_KEY
from onrecord.record.writing.naming import fold
from onrecord.record.writing.speaking import insert_new

ROOM = 4  # characters of a key kept free for "~12"


def new_speaker(connection: Connection, name: str, *, word: str | None = None, type: str = "person") -> str:
    """Makes a speaker of his own and gives his key, also where others have the name: "per:john lee~2".

    A word that tells him from them is part of his key and of the name that is shown: "John Lee (judge)".
    """
    folded = fold(name)
    if not folded:
        raise StopRun(Cause.INPUT, f"{name!r} is no name: it has no letter.")
    called = f"{name} ({word})" if word else name
    key = f"{type[:3]}:{folded}" + (f"~{fold(word)}" if word else "")
    return _made(connection, key, called, type, (name, called))


def unnamed_speaker(connection: Connection, document: str, name: str) -> str:
    """The key of unnamed people of one document, known there by some words such as "two officials"."""
    if not fold(name):
        raise StopRun(Cause.INPUT, "No words stand for the unnamed speaker. Give some as the speaker's name.")
    key = f"{document}:{fold(name)}"[:LONGEST_KEY]
    known = connection.execute(select(speakers.c.type).where(speakers.c.key == key)).scalar()
    return key if known == "anonymous" else _made(connection, key, name, "anonymous", (name,))


def _made(connection: Connection, key: str, called: str, type: str, known_as: tuple[str, ...]) -> str:
    """A speaker with this key, or with the first of "key~2", "key~3" … that nobody has."""
    own = key = key[: LONGEST_KEY - ROOM]
    number = 1
    while _taken(connection, key):
        number += 1
        key = f"{own}~{number}"
    row = {"key": key, "name": called, "type": type}
    made = connection.execute(insert(speakers).returning(speakers.c.number), row).scalar_one()
    folded = {fold(one)[:LONGEST]: one for one in known_as}
    insert_new(
        connection, names, [{"speaker": made, "folded": form, "name": one} for form, one in folded.items()]
    )
    return key


def _taken(connection: Connection, key: str) -> bool:
    found = connection.execute(select(speakers.c.number).where(speakers.c.key == key)).first()
    return found is not None
