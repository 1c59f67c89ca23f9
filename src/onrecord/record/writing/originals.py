"""The bytes that documents were made of, compressed, in a store beside the record.

On SQLite a file of its own, `NAME-originals.db`, so that the record stays small; on PostgreSQL a table. An
original is written before its document: one without a document harms nobody.
"""

from __future__ import annotations

import zlib

from sqlalchemy import Connection, Engine, select, text

from onrecord.record.schema.engines import engine_for, is_postgresql, path_of
from onrecord.record.schema.tables import originals


class Originals:
    """The store of original bytes of one record."""

    def __init__(self, engine: Engine, address: str) -> None:
        self._own = not is_postgresql(address)
        self._engine = engine_for(beside(address)) if self._own else engine
        originals.metadata.create_all(self._engine)

    def keep(self, digest: str, data: bytes) -> None:
        """Keeps some bytes under their digest, once."""
        with self._engine.begin() as connection:
            if not _is_kept(connection, digest):
                connection.execute(originals.insert().values(digest=digest, bytes=zlib.compress(data, 9)))

    def has(self, digest: str) -> bool:
        """Whether the bytes with a digest were kept."""
        with self._engine.connect() as connection:
            return _is_kept(connection, digest)

    def get(self, digest: str) -> bytes | None:
        """The bytes with a digest, where they were kept."""
        with self._engine.connect() as connection:
            found = connection.execute(select(originals.c.bytes).where(originals.c.digest == digest)).scalar()
        return None if found is None else zlib.decompress(found)

    def remove(self, digest: str) -> None:
        """Forgets the bytes with a digest."""
        with self._engine.begin() as connection:
            connection.execute(originals.delete().where(originals.c.digest == digest))

    def wipe(self) -> None:
        """Gives up the room of bytes that were forgotten, so that the file holds them no more."""
        if self._own:
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM"))
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def close(self) -> None:
        """Lets go of the file."""
        if self._own:
            self._engine.dispose()


def _is_kept(connection: Connection, digest: str) -> bool:
    kept = select(originals.c.digest).where(originals.c.digest == digest)
    return connection.execute(kept).first() is not None


def beside(address: str) -> str:
    """Where the originals of a record in a file are kept."""
    path = path_of(address)
    return str(path.with_name(path.stem + "-originals.db"))
