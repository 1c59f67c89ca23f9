"""Copies of a record that is in use, and whether its file is sound.

In: an open record. Out: a copy in one file, made while others may write; or what SQLite says of the file.
PostgreSQL has better means of its own for both. Putting a copy back is for `restoring`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from onrecord.errors import Cause, StopRun
from onrecord.record.opening import Record
from onrecord.record.schema.clock import now
from onrecord.record.schema.engines import engine_for, sqlite_module
from onrecord.record.schema.tables import backups
from onrecord.record.writing.originals import beside
from onrecord.record.writing.speaking import insert_new

PAGES = 1000  # of a copy at a time; in between others may write


def back_up(record: Record, target: Path) -> list[Path]:
    """Copies a record, and its originals where there are any, to new files; gives their paths.

    A copy has its name only when it is whole. Raises `StopRun` for PostgreSQL, and for a file that is there.
    """
    if record.engine.dialect.name == "postgresql":
        raise StopRun(
            Cause.INPUT,
            "This record is on PostgreSQL: copy it with its own pg_dump, which does it while in use.",
        )
    copies = [(record.engine, target)]
    originals = Path(beside(record.address))
    if originals.exists():
        copies.append((engine_for(str(originals)), Path(beside(str(target)))))
    for _, path in copies:
        if path.exists():
            raise StopRun(Cause.OUTPUT, f"{path} is there already. Give another name for the copy.")
    for engine, path in copies:
        source = engine.raw_connection()
        try:
            copy_file(source.driver_connection, path)
        finally:
            source.close()
        if engine is not record.engine:
            engine.dispose()
    with record.engine.begin() as connection:
        insert_new(connection, backups, [{"path": str(target.resolve()), "at": now()}])
    return [path for _, path in copies]


def copy_file(source: Any, path: Path) -> None:
    """Copies what SQLite has at this moment, by an open connection of its own kind, to one file.

    The copy is of one moment, whatever others write meanwhile: without that SQLite would begin again after
    every write, and never end beside a busy writer. Raises `StopRun` where it can't be written.
    """
    half = path.with_name(path.name + ".part")
    errors: Any = sqlite_module()
    try:
        half.unlink(missing_ok=True)
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchall()  # from here on it is that moment
        copy = errors.connect(str(half))
        try:
            source.backup(copy, pages=PAGES)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
        finally:
            copy.close()
        os.replace(half, path)
    except (OSError, errors.Error) as error:
        half.unlink(missing_ok=True)
        raise StopRun(Cause.OUTPUT, f"The copy {path} can't be written: {error}.") from None
    finally:
        source.rollback()


def unsound(engine: Engine) -> list[str]:
    """What SQLite finds wrong with the file; nothing for a sound one, and for PostgreSQL."""
    if engine.dialect.name == "postgresql":
        return []
    with engine.connect() as connection:
        rows = connection.execute(text("PRAGMA integrity_check")).scalars().all()
    return [str(row) for row in rows if row != "ok"]
