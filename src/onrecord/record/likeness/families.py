"""Which documents are one article: nearly equal ones, and the versions before and after.

In: an open connection and rows of documents. Out: numbers and keys of their like.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from onrecord.record.schema.engines import batched
from onrecord.record.schema.tables import documents

PLACE = tuple(
    documents.c[name] for name in ("number", "key", "outlet", "published", "near", "previous", "next")
)


def documents_with(connection: Connection, keys: Collection[str]) -> dict[str, Row[Any]]:
    """Where and when documents were published and what they are like, by key."""
    found: dict[str, Row[Any]] = {}
    for some in batched(keys):
        found |= {row.key: row for row in connection.execute(select(*PLACE).where(documents.c.key.in_(some)))}
    return found


def latest_copies(connection: Connection, count: int) -> list[int]:
    """The numbers of the latest documents that are nearly another one, and of these others."""
    query = select(documents.c.number, documents.c.near).where(documents.c.near.is_not(None))
    rows = connection.execute(query.order_by(documents.c.number.desc()).limit(count))
    return list(dict.fromkeys(number for row in rows for number in row))


def families(connection: Connection, rows: Iterable[Row[Any]]) -> dict[int, Mapping[int, str]]:
    """Of each document the others that are one article with it: keys by numbers."""
    rows = list(rows)
    roots = {row.near or row.number for row in rows}
    versions = {number for row in rows for number in (row.previous, row.next) if number is not None}
    keys: dict[int, str] = {}
    of_root: dict[int, set[int]] = {}
    for some in batched(roots | versions):
        query = select(documents.c.number, documents.c.key, documents.c.near)
        like = or_(documents.c.near.in_(some), documents.c.number.in_(some))
        for number, key, near in connection.execute(query.where(like)):
            keys[number] = key
            of_root.setdefault(near or number, set()).add(number)
    found: dict[int, Mapping[int, str]] = {}
    for row in rows:
        mine = {*of_root.get(row.near or row.number, ()), row.previous, row.next} - {row.number, None}
        found[row.number] = {number: keys[number] for number in sorted(mine & keys.keys())}
    return found
