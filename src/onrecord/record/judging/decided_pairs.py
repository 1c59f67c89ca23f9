"""What people decided of pairs of speakers: who is one, and who is not.

In: an open connection. Out: numbers of speakers. A judgement that was undone counts as never made.
"""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from onrecord.record.judging.settling import undone
from onrecord.record.schema.tables import judgements, merged
from onrecord.record.writing.speaking import numbers_of_keys

PARTED = {
    "apart": "other",
    "split": "into",
}  # judgements that say that two are not one, and where the second is


def merged_heads(connection: Connection) -> dict[int, int]:
    """For whom people merged into somebody: into whom."""
    return {row.speaker: row.into for row in connection.execute(select(merged))}


def apart_pairs(connection: Connection) -> frozenset[frozenset[int]]:
    """Pairs of speakers who are not one, by numbers of those they are merged into."""
    taken_back = undone(connection)
    query = select(judgements.c.number, judgements.c.action, judgements.c.detail).where(
        judgements.c.action.in_(PARTED)
    )
    keys: list[tuple[str, str]] = []
    for row in connection.execute(query):
        detail = json.loads(row.detail)
        if row.number not in taken_back and "key" in detail:
            keys.append((detail["key"], detail[PARTED[row.action]]))
    numbers = numbers_of_keys(connection, {key for pair in keys for key in pair})
    heads = merged_heads(connection)
    found = {key: heads.get(number, number) for key, number in numbers.items()}
    return frozenset(
        frozenset((found[one], found[other])) for one, other in keys if one in found and other in found
    )


def are_one(connection: Connection, key: str, other: str) -> bool:
    """Whether people decided that two speakers are one."""
    numbers = numbers_of_keys(connection, [key, other])
    heads = merged_heads(connection)
    return len(numbers) == 2 and len({heads.get(number, number) for number in numbers.values()}) == 1
