"""Copies of a record that is in use, and whether its file is sound.

In: an open record. Out: a copy in one file, made while others may write; or what SQLite says of the file.
PostgreSQL has better means of its own for both.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from onrecord.errors import Cause, StopRun
from onrecord.record.engines import engine_for, sqlite_module
from onrecord.record.opening import Record
from onrecord.record.originals import _beside

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
    originals = Path(_beside(record.address))
    if originals.exists():
        copies.append((engine_for(str(originals)), Path(_beside(str(target)))))
    for _, path in copies:
        if path.exists():
            raise StopRun(Cause.OUTPUT, f"{path} is there already. Give another name for the copy.")
    for engine, path in copies:
        _copy(engine, path)
        if engine is not record.engine:
            engine.dispose()
    return [path for _, path in copies]


def _copy(engine: Engine, path: Path) -> None:
    half = path.with_name(path.name + ".part")
    half.unlink(missing_ok=True)
    errors: Any = sqlite_module()
    source = engine.raw_connection()
    try:
        copy = errors.connect(str(half))
        try:
            source.driver_connection.backup(copy, pages=PAGES)  # type: ignore[union-attr]
        finally:
            copy.close()
        os.replace(half, path)
    except (OSError, errors.Error) as error:
        half.unlink(missing_ok=True)
        raise StopRun(Cause.OUTPUT, f"The copy {path} can't be written: {error}.") from None
    finally:
        source.close()


def unsound(engine: Engine) -> list[str]:
    """What SQLite finds wrong with the file; nothing for a sound one, and for PostgreSQL."""
    if engine.dialect.name == "postgresql":
        return []
    with engine.connect() as connection:
        rows = connection.execute(text("PRAGMA integrity_check")).scalars().all()
    return [str(row) for row in rows if row != "ok"]
