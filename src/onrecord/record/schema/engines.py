"""An address → an engine: SQLite in one file by default, PostgreSQL by `postgresql://…`.

SQLite runs with a write-ahead log, foreign keys and full durability: a document that was reported done is
still there after the power went out.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, create_engine, event, select
from sqlalchemy.exc import ArgumentError, OperationalError

from onrecord.errors import Cause, StopRun

BUSY = 30_000  # milliseconds that a process waits for another one's write
PAGE = 1024  # bytes
FEW = 1000  # values that are asked for at a time: databases bear some thousands
SQLITE = "sqlite:///"  # what may stand before the file of a record
POSTGRESQL = ("postgresql://", "postgres://", "postgresql+psycopg://")

_Value = TypeVar("_Value")


def is_postgresql(address: str) -> bool:
    """Whether an address is of a PostgreSQL server."""
    return address.startswith(POSTGRESQL)


def file_of(address: str) -> Path | None:
    """The file of a record; None for an address of anything else."""
    return None if "://" in address.removeprefix(SQLITE) else path_of(address)


def path_of(address: str) -> Path:
    """The file of a record that is known to be in one."""
    return Path(address.removeprefix(SQLITE)).expanduser()


def engine_for(address: str, *, create: bool = True) -> Engine:
    """The engine of a record. Raises `StopRun` where the address is no good or nothing is there."""
    if is_postgresql(address):
        return _postgresql(address)
    path = file_of(address)
    if path is None:
        raise StopRun(
            Cause.SETTINGS,
            f"{address!r} is no address of a record. Give a file such as onrecord.db, or postgresql://…",
        )
    if not create and not path.exists():
        raise StopRun(
            Cause.INPUT, f"There is no record at {path}. Add documents with `onrecord add`, or give --record."
        )
    if not path.parent.is_dir():
        raise StopRun(Cause.INPUT, f"There is no folder {path.parent} for a record. Make it first.")
    return _sqlite(path)


def _sqlite(path: Path) -> Engine:
    engine = create_engine(f"{SQLITE}{path}", module=sqlite_module(), connect_args={"timeout": BUSY / 1000})

    def prepare(connection: Any, _: object) -> None:
        try:
            for setting in (
                f"busy_timeout={BUSY}",
                f"page_size={PAGE}",  # of a new file: articles are a few pages, and half a page each is lost
                "journal_mode=WAL",
                "synchronous=FULL",
                "foreign_keys=ON",
            ):
                connection.execute(f"PRAGMA {setting}")
        except Exception:
            connection.close()  # nobody else knows of it yet
            raise

    event.listen(engine, "connect", prepare)
    return engine


def sqlite_module() -> ModuleType:
    """A current SQLite where there is one: the interpreter's own may have a bug in its write-ahead log."""
    try:
        return importlib.import_module("pysqlite3")
    except ImportError:
        return importlib.import_module("sqlite3")


def _postgresql(address: str) -> Engine:
    for short in ("postgres://", "postgresql://"):
        if address.startswith(short):
            address = "postgresql+psycopg://" + address.removeprefix(short)
    try:
        return create_engine(address, pool_pre_ping=True)
    except ModuleNotFoundError:
        raise StopRun(
            Cause.SETTINGS, "PostgreSQL needs psycopg: pip install 'onrecord[postgresql]'."
        ) from None
    except ArgumentError as error:
        raise StopRun(Cause.SETTINGS, f"The address of the record can't be read: {error}") from None


def unreachable(error: OperationalError, address: str) -> StopRun:
    """What to say when a record can't be opened; passwords are left out."""
    first = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
    shown = address.rsplit("@", 1)[-1]
    return StopRun(Cause.INPUT, f"The record at {shown} can't be opened: {first}")


def batched(values: Iterable[_Value], size: int = FEW) -> Iterator[list[_Value]]:
    """Values in lists of as many as can be asked for at a time."""
    left = iter(values)
    while some := list(islice(left, size)):
        yield some


def at_once(connection: Connection, *numbers: ColumnElement[Any]) -> tuple[Any, ...]:
    """Values of several tables, such as a count of each, by one question."""
    return tuple(connection.execute(select(*(select(one).scalar_subquery() for one in numbers))).one())
