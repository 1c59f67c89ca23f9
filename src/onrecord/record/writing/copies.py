"""Which documents of a record are one text: versions read at one address, and nearly equal ones elsewhere.

In: an open connection and a document, or its sketch. Out: the numbers of its like. Wire copy that ten outlets
print is ten documents; counts take the first of them.
"""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, select, update

from onrecord.model import Document
from onrecord.record.schema.tables import documents, sketches
from onrecord.record.writing import sketching

CANDIDATES = 20  # nearly equal documents that are looked at
LOOKED_UP = 1_000  # bands of theirs: a press release that everybody prints has very many


def version_before(connection: Connection, document: Document) -> int | None:
    """The document that was last added from the same address, with another text."""
    if document.address is None:
        return None
    found = connection.execute(
        select(documents.c.number)
        .where(documents.c.address == document.address, documents.c.digest != document.digest)
        .order_by(documents.c.number.desc())
        .limit(1)
    ).scalar()
    return found if found is None else int(found)


def note_next(connection: Connection, before: int, number: int) -> None:
    """Notes that a document is the next version of one before it."""
    connection.execute(update(documents).where(documents.c.number == before).values(next=number))


def nearest(connection: Connection, sketch: tuple[int, ...]) -> int | None:
    """The first document with nearly the same text, if there is one."""
    values = sketching.bands(sketch)
    if not values:
        return None
    bands = select(sketches.c.document).where(sketches.c.value.in_(values)).limit(LOOKED_UP)
    shared = Counter(connection.execute(bands).scalars())
    likely = [number for number, _ in shared.most_common(CANDIDATES)]
    kept = connection.execute(
        select(documents.c.number, documents.c.near, documents.c.sketch).where(documents.c.number.in_(likely))
    )
    alike = [
        row.near or row.number
        for row in kept
        if sketching.likeness(sketching.unpacked(row.sketch), sketch) >= sketching.ALIKE
    ]
    return min(alike, default=None)


def keep_sketch(connection: Connection, number: int, sketch: tuple[int, ...]) -> None:
    """Keeps by what nearly equal documents will be found."""
    rows = [{"value": value, "document": number} for value in sketching.bands(sketch)]
    if rows:
        connection.execute(sketches.insert(), rows)


def keys_of_documents(connection: Connection, numbers: set[int]) -> dict[int, str]:
    """The keys of some documents by their numbers."""
    query = select(documents.c.number, documents.c.key).where(documents.c.number.in_(numbers))
    return {row.number: row.key for row in connection.execute(query)}
