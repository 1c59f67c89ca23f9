"""Whom a person means who types a name in one document: the one who is called so there, before anybody else.

In: an open connection and a reading. Out: keys and numbers of speakers. Makes nobody: who is new is made when
the judgement is settled (`speaking.speaker_decided`).
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from onrecord.model import EntityType, Reading
from onrecord.record.schema.tables import names
from onrecord.record.writing.entries import LONGEST
from onrecord.record.writing.naming import LONGEST as LONGEST_KEY
from onrecord.record.writing.naming import fold, keys_of
from onrecord.record.writing.speaking import numbers_of_keys


class Named:
    """The names of one document."""

    def __init__(self, connection: Connection, reading: Reading, document: str) -> None:
        self._connection = connection
        keys = keys_of(reading.entities, document)
        known = numbers_of_keys(connection, set(keys.values()))
        self._called: dict[str, set[str]] = {}
        for entity in reading.entities:
            if keys[entity.id] not in known:
                continue
            folded = {fold(name) for name in (entity.name, *entity.names)}
            if entity.type is EntityType.PERSON:
                folded |= {name.split()[-1] for name in folded if name}
            for name in folded:
                self._called.setdefault(name, set()).add(keys[entity.id])

    def key_of(self, name: str) -> str:
        """The key of whom the document calls so, or whose surname it is, where that is one; else the name."""
        keys = self._called.get(fold(name), set())
        return next(iter(keys)) if len(keys) == 1 else name

    def number_of(self, name: str) -> int | None:
        """The number of the speaker whom a key or a name would be settled to; None for one who is new."""
        folded = fold(name)[:LONGEST]
        key = f"per:{folded}"[:LONGEST_KEY]
        known = numbers_of_keys(self._connection, [name, key])
        if name in known:
            return known[name]
        bearers = select(names.c.speaker).where(names.c.folded == folded).distinct().limit(2)
        found = list(self._connection.execute(bearers).scalars())
        return found[0] if len(found) == 1 else known.get(key)
