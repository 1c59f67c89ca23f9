"""`onrecord add`: articles into a record.

`add_command` is what is typed; `add` does it, and can be called by itself.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import read
from onrecord.cli.edge import edge, say
from onrecord.cli.options import MaxBytes, Outlet, Published, Workers
from onrecord.cli.records import DEFAULT, RecordOption, opened
from onrecord.cli.tally import Tally
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.ingest import Input
    from onrecord.jobs import Added, Task
    from onrecord.model import ReaderInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOptions:
    """What to add, what is known of it, and to which record."""

    paths: tuple[str, ...]
    record: str = DEFAULT
    published: str | None = None
    outlet: str | None = None
    originals: bool = True
    allow_private: bool = False
    workers: int | None = None
    settings: Settings = field(default_factory=Settings)


def reader_info(settings: Settings) -> ReaderInfo:
    """Which reader it will be, imported only where that is asked."""
    from onrecord.loading import reader_info

    return reader_info(settings)


def add(options: AddOptions) -> int:
    """Add everything that was named. The exit status: 0, 1, or 126 when most failed.

    Raises `StopRun` when the run can't go on.
    """
    from onrecord.cli.progress import counted, progress
    from onrecord.jobs import add_inputs

    tally, became = Tally(), Counter[str]()
    with opened(options.record, create=True, originals=options.originals) as record:
        coming = counted(_inputs(options))
        outcomes = add_inputs(coming.inputs, record, _task(options), keep_originals=options.originals)
        with progress(coming.total, screen_is_taken=False, only=coming.only) as told:
            for one in outcomes:
                told.advance()
                _count(one, tally, became)
                if one.failure is not None:
                    told.note(f"{_where(one)}: {one.failure.message}")
    say(summary(tally, became))
    return tally.exit_status


def summary(tally: Tally, became: Counter[str]) -> str:
    """The run in one line: "12 added, 80 statements; 3 known already; skipped 1: 1 empty; …"."""
    statements = "1 statement" if tally.statements == 1 else f"{tally.statements:,} statements"
    parts = [f"{became['added']:,} added, {statements}"]
    for word, told in (
        ("known", "known already"),
        ("reread", "read anew by another model"),
        ("near", "nearly the same as others"),
    ):
        if became[word]:
            parts.append(f"{became[word]:,} {told}")
    if tally.failed or tally.skipped:
        parts += [tally.sentence().partition("; ")[2], "`onrecord problems` lists them"]
    return "; ".join(parts)


def _count(one: Added, tally: Tally, became: Counter[str]) -> None:
    became[one.became] += 1
    became["near"] += one.near is not None
    tally.add(one.failure, 0 if one.became == "known" else one.statements)


def _where(one: Added) -> str:
    return one.path if one.id in one.path else f"{one.path}, {one.id}"


def _inputs(options: AddOptions) -> Iterator[Input]:
    from onrecord.cli.fetching import open_or_fetch

    max_bytes = options.settings.max_bytes
    found = open_or_fetch(
        options.paths, max_bytes=max_bytes, allow_private=options.allow_private, outlet=options.outlet
    )
    return (item for item in found if not of_the_record(item.file or item.path, options.record))


def of_the_record(path: str, record: str) -> bool:
    """Whether a file is one of the record's own, which often lies in the folder that is added."""
    from onrecord.record.schema.engines import file_of

    own = file_of(record)
    if own is None:
        return False
    stores = (own.name, f"{own.stem}-originals.db")
    names = {store + log for store in stores for log in ("", "-wal", "-shm", "-journal")}
    if os.path.basename(path) not in {*names, f"{own.stem}-feeds.json", f"{own.stem}-feeds.lock"}:
        return False
    try:
        return os.path.samefile(os.path.dirname(path) or ".", own.parent)
    except (OSError, ValueError):  # a link that leads in a circle, say
        return False


def _task(options: AddOptions) -> Task:
    from onrecord.ingest import Defaults
    from onrecord.jobs import Task

    return Task(
        load_reader=partial(read.load_reader, options.settings),
        defaults=Defaults(published=options.published, outlet=options.outlet),
        workers=options.workers,
        info=reader_info(options.settings),
    )


AddPaths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files, folders, patterns, - for stdin, or web addresses, which are fetched."
    ),
]
NoOriginals = Annotated[
    bool, typer.Option("--no-originals", help="Keep the texts alone, not the files' bytes too.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from this machine and its own network.")
]


def add_command(
    paths: AddPaths,
    record: RecordOption = DEFAULT,
    published: Published = None,
    outlet: Outlet = None,
    no_originals: NoOriginals = False,
    allow_private: AllowPrivate = False,
    workers: Workers = None,
    max_bytes: MaxBytes = None,
) -> None:
    """Read articles and keep what was said in a record.

    What the record has already is not read again, so a run that was stopped, or killed, is gone on with by
    the same command. What can't be read is kept as a problem: `onrecord problems` lists it. The exit status
    is that of `onrecord read`.

    \b
    Examples:
      onrecord add news/
      onrecord add news/ --record war.db --outlet "The Post"
      onrecord add articles.jsonl --no-originals
      onrecord add https://example.org/2018/07/26/article.html
      onrecord add news/ --record postgresql://ann@localhost/news
    """
    with edge():
        settings = Settings.from_environment()
        status = add(
            AddOptions(
                paths=tuple(paths),
                record=record,
                published=published,
                outlet=outlet,
                originals=not no_originals,
                allow_private=allow_private,
                workers=workers or settings.workers,
                settings=settings if max_bytes is None else replace(settings, max_bytes=max_bytes),
            )
        )
    raise typer.Exit(status)
