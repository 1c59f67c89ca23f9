"""The versions of one article: documents that were read at one address, each linked to the one before it.

In: an open record and a name or an address. Out: rows in the order in which they came, and their readings as
they stand. What differs between them is told by `onrecord.compare`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine, or_, select

from onrecord.errors import Cause, StopRun
from onrecord.model import Reading
from onrecord.record.asking.reading_back import ReadingsBack
from onrecord.record.schema.tables import documents, judged, statements

SHOWN = 5  # keys that a message names


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of an article. `captured` is when it was fetched, `added` when it came into the record."""

    key: str
    id: str
    path: str
    address: str | None
    title: str | None
    outlet: str | None
    published: str | None
    captured: str | None
    added: str
    digest: str
    words: int


COLUMNS = tuple(documents.c[name] for name in Version.__dataclass_fields__)


def versions(engine: Engine, name: str) -> list[Version]:
    """All versions of the article with this key, id, path or address, the earliest first.

    Raises `StopRun` where there is none, or the name stands for several articles.
    """
    named = or_(*(documents.c[column] == name for column in ("key", "id", "path", "address")))
    with engine.connect() as connection:
        numbers = list(connection.execute(select(documents.c.number).where(named)).scalars())
        if not numbers:
            raise StopRun(
                Cause.INPUT,
                f"There is no document {name!r} in the record. Give its key, id, path or address.",
            )
        chains = {tuple(_chain(connection, number)) for number in numbers}
        if len(chains) > 1:
            firsts = select(documents.c.key).where(documents.c.number.in_([chain[-1] for chain in chains]))
            keys = sorted(connection.execute(firsts).scalars())[:SHOWN]
            raise StopRun(
                Cause.INPUT, f"{name!r} stands for {len(chains)} articles. Give a key: {', '.join(keys)}."
            )
        (chain,) = chains
        query = select(*COLUMNS).where(documents.c.number.in_(chain)).order_by(documents.c.number)
        return [Version(**row) for row in connection.execute(query).mappings()]


def standing_reading(engine: Engine, key: str) -> Reading:
    """A document's reading as it stands: with what people set right and added, without what they rejected."""
    reading = ReadingsBack(engine).reading(key, decided=True)
    if reading is None:
        raise StopRun(Cause.INPUT, f"There is no document {key} in the record.")
    query = (
        select(statements.c.id)
        .join(judged, judged.c.statement == statements.c.number)
        .join(documents, documents.c.number == statements.c.document)
        .where(documents.c.key == key, judged.c.verdict == "rejected")
    )
    with engine.connect() as connection:
        rejected = set(connection.execute(query).scalars())
    return replace(reading, statements=tuple(stmt for stmt in reading.statements if stmt.id not in rejected))


def _chain(connection: Connection, number: int) -> list[int]:
    """The numbers of all versions that one belongs to, the earliest first."""
    found = [number]
    for column in (documents.c.previous, documents.c.next):
        at: int | None = number
        while True:
            at = connection.execute(select(column).where(documents.c.number == at)).scalar()
            if at is None or at in found:
                break
            found.append(at)
    return sorted(found)
