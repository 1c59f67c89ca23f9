"""Puts a copy of a record back in its place: checked before, and what is there is kept aside.

In: a copy that `keeping.back_up` made, and where the record is to be. Out: the record as it was then. A
record in use is replaced from within, in one transaction of SQLite: who reads it reads on in the old one,
who waits to write goes on in the new one, and whoever pulls the plug has either.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from onrecord.errors import Cause, StopRun
from onrecord.record.keeping.backing_up import PAGES, copy_file, unsound
from onrecord.record.opening import Record, open_record
from onrecord.record.schema.clock import now
from onrecord.record.schema.engines import BUSY, engine_for, is_postgresql, path_of, sqlite_module
from onrecord.record.schema.tables import backups, originals, withheld
from onrecord.record.writing.originals import beside
from onrecord.record.writing.speaking import insert_new

DUMP = b"PGDMP"  # what a file of pg_dump begins with
WAITING = 0.05  # seconds between two tries for a record that somebody writes into
LOGS = ("-wal", "-shm")  # what SQLite keeps beside a file while it is in use


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was put back: the files, where the old ones are, and how many removed documents came back.

    Whoever had something taken out since the copy was made has to take it out again.
    """

    files: tuple[Path, ...]
    aside: tuple[Path, ...] = ()
    came_back: int = 0


def restore(copy: Path, address: str, *, force: bool = False) -> Restored:
    """Makes the record at an address what a copy of it holds, originals too.

    A record that is there is replaced only with `force`, and is kept aside. Raises `StopRun` for PostgreSQL,
    and where the copy is no record, or is not sound.
    """
    if is_postgresql(address) or is_postgresql(str(copy)):
        raise StopRun(
            Cause.INPUT,
            "A record on PostgreSQL is put back by the server's own pg_restore: "
            "pg_restore --clean --if-exists --dbname=postgresql://… FILE, made by pg_dump --format=custom.",
        )
    target = path_of(address)
    _check_places(copy, target, force=force)
    pairs = [(Path(beside(str(copy))), Path(beside(str(target)))), (copy, target)]
    pairs = [(of, to) for of, to in pairs if of.exists()]
    stamp = now().replace(":", "-").removesuffix("+00-00")
    old = [path for path in (Path(beside(str(target))), target) if path.exists()]
    aside = {path: _free(target, path, stamp) for path in old}
    with _fetched(pairs) as halves:
        for of, to in pairs:
            _check_file(halves[to], of)
        came_back = _check(halves[target], copy, target, aside.get(target))
        for _, to in pairs:
            _put(halves[to], to, aside.get(to))
        for path in old:
            if path not in halves:  # the copy has no originals: the old record keeps a copy of its own
                with closing(_connect(path)) as source:
                    copy_file(source, aside[path])
    return Restored(
        files=tuple(to for _, to in reversed(pairs)),
        aside=tuple(reversed(aside.values())),
        came_back=came_back,
    )


def _check_places(copy: Path, target: Path, *, force: bool) -> None:
    if not copy.is_file():
        raise StopRun(Cause.INPUT, f"There is no copy at {copy}. `onrecord backup FILE` makes one.")
    with copy.open("rb") as file:
        if file.read(len(DUMP)) == DUMP:
            raise StopRun(
                Cause.INPUT, f"{copy} is a dump of PostgreSQL: put it back with the server's own pg_restore."
            )
    if not target.parent.is_dir():
        raise StopRun(Cause.INPUT, f"There is no folder {target.parent} for a record. Make it first.")
    if target.exists() and copy.samefile(target):
        raise StopRun(Cause.INPUT, f"{copy} is the record itself. Give a copy of it.")
    if target.exists() and not force:
        raise StopRun(
            Cause.OUTPUT,
            f"{target} is there already. Replace it by --force, which keeps it aside, or give a --record.",
        )


def _free(target: Path, path: Path, stamp: str) -> Path:
    """Where an old file is kept: "onrecord-before-2018-07-26T10-20-30.db", or with a number."""
    number = 1
    while True:
        more = f"~{number}" if number > 1 else ""
        place = target.with_name(f"{target.stem}-before-{stamp}{more}{target.suffix}")
        if not place.exists():
            return place if path == target else Path(beside(str(place)))
        number += 1


@contextmanager
def _fetched(pairs: list[tuple[Path, Path]]) -> Iterator[dict[Path, Path]]:
    """The files of a copy beside where they are to be, under other names; the copy itself is only read."""
    halves = {to: to.with_name(to.name + ".restoring") for _, to in pairs}
    try:
        for of, to in pairs:
            with closing(_connect(of, read_only=True)) as source:
                _check_is_ours(source, of)
                copy_file(source, halves[to])
        yield halves
    except sqlite_module().DatabaseError as error:
        raise StopRun(Cause.OUTPUT, f"The copy can't be put back: {error}. Nothing was changed.") from None
    finally:
        for half in halves.values():
            for name in (half.name, *(half.name + log for log in LOGS)):
                half.with_name(name).unlink(missing_ok=True)


def _check_is_ours(connection: Any, file: Path) -> None:
    """Raises `StopRun` where a file is neither a record nor a store of originals."""
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite_module().DatabaseError as error:
        raise StopRun(Cause.INPUT, f"{file} is no record of onrecord: {error}.") from None
    if not tables & {"alembic_version", originals.name}:
        raise StopRun(Cause.INPUT, f"{file} is no record of onrecord: it has none of its tables.")


def _check_file(half: Path, file: Path) -> None:
    """Raises `StopRun` where SQLite finds a file damaged."""
    engine = engine_for(str(half), create=False)
    try:
        faults = unsound(engine)
    finally:
        engine.dispose()
    if faults:
        raise StopRun(Cause.INPUT, f"{file} is not sound, and nothing was changed: {faults[0]}.")


def _check(half: Path, copy: Path, target: Path, aside: Path | None) -> int:
    """Raises `StopRun` where a copy is no sound record; gives how many documents come back by it."""
    try:
        record = open_record(half, create=False, originals=False)
    except StopRun as stop:
        raise StopRun(stop.cause, stop.message.replace(str(half), str(copy))) from None
    with record:
        faults = record.verify()
        if faults:
            raise StopRun(
                Cause.INPUT,
                f"{copy} is not sound, and nothing was changed. The first of {len(faults):,} faults: "
                f"{faults[0].where}: {faults[0].what}.",
            )
        return _carry_over(record, target, aside)


def _carry_over(restored: Record, target: Path, aside: Path | None) -> int:
    """Tells a record of the copies that the old one knew of, and of the old one; counts what came back."""
    known = [{"path": str(aside.resolve()), "at": now()}] if aside else []
    gone: set[str] = set()
    if target.exists():
        with closing(_connect(target)) as old:
            try:
                known += [
                    {"path": path, "at": at} for path, at in old.execute("SELECT path, at FROM backups")
                ]
                gone = {place for (place,) in old.execute("SELECT place FROM withheld")}
            except sqlite_module().DatabaseError:
                pass  # a damaged or very old record: there is nothing to be learnt from it
    with restored.engine.begin() as connection:
        insert_new(connection, backups, known)
        return len(gone - set(connection.execute(select(withheld.c.place)).scalars()))


def _put(half: Path, target: Path, aside: Path | None) -> None:
    """Puts a checked file in the place of another one, which is kept aside."""
    if aside is None:
        _move_logs(target, target.with_name(target.name + "-stray"))
        os.replace(half, target)
        return
    try:
        _replace_within(half, target, aside)
    except sqlite_module().DatabaseError as error:
        if isinstance(error, sqlite_module().OperationalError):
            raise
        # What is there is damaged, or no database: nobody can be reading it.
        aside.unlink(missing_ok=True)
        os.replace(target, aside)
        _move_logs(target, aside)
        os.replace(half, target)


def _replace_within(half: Path, target: Path, aside: Path) -> None:
    """Replaces all that a database holds in one transaction, having copied what it held before."""
    with (
        closing(_connect(half)) as source,
        closing(_connect(target)) as old,
        closing(_connect(target)) as new,
    ):
        if new.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":
            raise StopRun(
                Cause.OUTPUT, f"{target} is in use by something else than onrecord. Nothing was changed."
            )
        pages = source.execute("PRAGMA page_count").fetchone()[0]
        waited = 0.0

        def keep_old(status: int, *_: int) -> None:
            # After the first step nobody else can write: what is copied now is the last state.
            nonlocal waited
            if status and (waited := waited + WAITING) > BUSY / 1000:
                raise StopRun(
                    Cause.OUTPUT, f"Somebody writes into {target} without end. Nothing was changed."
                )
            if not status and not aside.exists():
                copy_file(old, aside)

        # In two steps at least, so that there is a moment between the lock and the end.
        source.backup(new, pages=max(1, min(PAGES, pages // 2)), progress=keep_old, sleep=WAITING)


def _move_logs(path: Path, to: Path) -> None:
    """Takes logs away that another file of this name left: SQLite would take them for the new one's."""
    for log in LOGS:
        stray = path.with_name(path.name + log)
        if stray.exists():
            os.replace(stray, to.with_name(to.name + log))


def _connect(path: Path, *, read_only: bool = False) -> Any:
    """A connection of SQLite's own kind to a file that is there."""
    mode = "ro" if read_only else "rw"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite_module().connect(uri, uri=True, timeout=BUSY / 1000)
    if read_only:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite_module().OperationalError:  # in a folder where SQLite may not put its log
            connection.close()
            connection = sqlite_module().connect(f"{uri}&immutable=1", uri=True)
        except sqlite_module().DatabaseError:
            pass  # no database: said when it is checked
    return connection
