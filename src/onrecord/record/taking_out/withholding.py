"""What people took out of a record does not come in again by itself.

In: an open connection, and where a document is from. Out: why it is kept out, where it is. Only the place is
remembered, path or address: a digest of what was there would let anybody who guesses the words be sure.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from onrecord.model import Document
from onrecord.record.schema.clock import now
from onrecord.record.schema.tables import withheld
from onrecord.record.writing.speaking import insert_new

WITHHELD = "withheld"  # the reason, among problems
STDIN = "-"


def withhold(connection: Connection, document: Document, key: str | None) -> None:
    """Keeps out what comes from where a document was; `key` is of what is left of it."""
    rows = [{"place": place, "document": key, "at": now()} for place in _places(document)]
    connection.execute(delete(withheld).where(withheld.c.place.in_([row["place"] for row in rows])))
    insert_new(connection, withheld, rows)


def allow(connection: Connection, place: str) -> bool:
    """Lets in again what comes from a path or an address; whether it was kept out."""
    return bool(connection.execute(delete(withheld).where(withheld.c.place == place)).rowcount)


def withheld_at(connection: Connection, document: Document, key: str) -> str | None:
    """Why a document is kept out; None where it is not."""
    row = connection.execute(select(withheld).where(withheld.c.place.in_(_places(document)))).first()
    if row is None or row.document == key:
        return None
    done = "was blanked out in part" if row.document else "was removed"
    return (
        f"What was at {row.place} {done} on {row.at[:10]}. To let it in again: "
        f"onrecord remove --allow {row.place!r}"
    )


def _places(document: Document) -> list[str]:
    return [place for place in (document.path, document.address) if place and place != STDIN]
