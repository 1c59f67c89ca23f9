"""`onrecord read`: articles in, who said what out.

`read_command` is what is typed; `read` does it, and can be called by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.cli.edge import edge, say
from onrecord.cli.options import (
    SUFFIXES,
    Force,
    Format,
    FormatOption,
    Kinds,
    MaxBytes,
    MinConfidence,
    NoText,
    Out,
    Outlet,
    Paths,
    Published,
    Resume,
    Statuses,
    Workers,
)
from onrecord.cli.tally import Tally
from onrecord.exports.filter import Filter
from onrecord.model import Document, Kind, Reading, Status
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.cli.output import Output
    from onrecord.cli.progress import Progress
    from onrecord.cli.writers import Writer
    from onrecord.ingest import Input
    from onrecord.jobs.one import DocumentReader


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What to read, what is known of it, what to keep, and where it goes."""

    paths: tuple[str, ...]
    format: Format | None = None
    published: str | None = None
    outlet: str | None = None
    keep: Filter = field(default_factory=Filter)
    with_text: bool = True
    out: Path | None = None
    resume: bool = False
    force: bool = False
    workers: int | None = None
    settings: Settings = field(default_factory=Settings)

    @property
    def chosen_format(self) -> Format:
        """The format asked for, else the one that the file's name says, else text."""
        if self.format is not None:
            return self.format
        return SUFFIXES.get(self.out.suffix.lower(), Format.TEXT) if self.out else Format.TEXT


def load_reader(settings: Settings) -> DocumentReader:
    """The reader that ships with onrecord, imported only where one is needed."""
    from onrecord.loading import load

    return load(settings)


def read(options: ReadOptions) -> int:
    """Read everything that was named, and write it. The exit status: 0, 1, or 126 when most failed.

    Raises `StopRun` when the run can't go on.
    """
    from onrecord.cli.progress import counted, progress
    from onrecord.cli.writers import writer_for
    from onrecord.ingest import open_inputs

    tally = Tally()
    output, done = _open(options, tally)
    with output:
        writer = writer_for(options.chosen_format, output, with_text=options.with_text)
        coming = counted(open_inputs(options.paths, max_bytes=options.settings.max_bytes))
        missing = (item for item in coming.inputs if item.id not in done)
        left = None if coming.total is None else max(0, coming.total - len(done))
        with progress(left, screen_is_taken=output.is_terminal, only=coming.only) as told:
            _read_all(missing, options, writer=writer, tally=tally, told=told)
    if tally.documents > 1:
        say(tally.sentence())
    return tally.exit_status


def _read_all(
    inputs: Iterable[Input], options: ReadOptions, *, writer: Writer, tally: Tally, told: Progress
) -> None:
    for reading in _readings(inputs, options):
        kept = options.keep.apply(reading)
        told.advance()
        writer.write(kept)
        tally.add(kept.error, len(kept.statements))
        if kept.error is not None:
            told.note(f"{_where(kept.document)}: {kept.error.message}")


def _where(doc: Document) -> str:
    """A document's file, and its id too where the file holds others."""
    return doc.path if doc.id in doc.path else f"{doc.path}, {doc.id}"


def _readings(inputs: Iterable[Input], options: ReadOptions) -> Iterator[Reading]:
    from onrecord.ingest import Defaults
    from onrecord.jobs import Task, read_inputs

    task = Task(
        load_reader=partial(load_reader, options.settings),
        defaults=Defaults(published=options.published, outlet=options.outlet),
        workers=options.workers,
    )
    return read_inputs(inputs, task)


def _open(options: ReadOptions, tally: Tally) -> tuple[Output, set[str]]:
    """The output, and the ids of documents that are in it already."""
    from onrecord.cli import output

    if options.out is None:
        return output.to_stdout(), set()
    if options.resume:
        return output.to_resumed_file(options.out, tally)
    return output.to_new_file(options.out, force=options.force), set()


def read_command(
    paths: Paths,
    format: FormatOption = None,
    published: Published = None,
    outlet: Outlet = None,
    kinds: Kinds = None,
    statuses: Statuses = None,
    min_confidence: MinConfidence = None,
    no_text: NoText = False,
    out: Out = None,
    resume: Resume = False,
    force: Force = False,
    workers: Workers = None,
    max_bytes: MaxBytes = None,
) -> None:
    """Read articles and show who said what.

    Text, HTML and JSON lines are read. A document that can't be read is reported, and the others are
    read. The exit status is 0 when all were read or skipped (empty, not in English), 1 when some failed,
    126 when more than half did, 2 when the command is wrong or could not go on.

    \b
    Examples:
      onrecord read article.txt
      onrecord read page.html --published 2018-07-26 --outlet "The Post"
      onrecord read news/ --format jsonl --out news.jsonl
      onrecord read news/ --out news.jsonl --resume
      onrecord read news/ --format csv --kinds speech --min-confidence 0.8
      cat article.txt | onrecord read - --format jsonl --no-text
    """
    with edge():
        settings = Settings.from_environment()
        options = ReadOptions(
            paths=tuple(paths),
            format=format,
            published=published,
            outlet=outlet,
            with_text=not no_text,
            out=out,
            resume=resume,
            force=force,
            workers=workers or settings.workers,
            settings=settings if max_bytes is None else replace(settings, max_bytes=max_bytes),
        )
        _check(options)
        keep = Filter(
            kinds=kinds or frozenset(Kind),
            statuses=statuses or _usual_statuses(options.chosen_format),
            min_confidence=min_confidence or 0.0,
        )
        status = read(replace(options, keep=keep))
    raise typer.Exit(status)


def _usual_statuses(format: Format) -> frozenset[Status]:
    """A row of a table is counted by whoever opens it, so what was not said is left out unless asked for."""
    return frozenset({Status.ASSERTED}) if format is Format.CSV else frozenset(Status)


def _check(options: ReadOptions) -> None:
    """Refuse options that contradict each other."""
    if options.resume and options.out is None:
        raise typer.BadParameter("--resume needs --out FILE, the file to go on with.")
    if options.resume and options.force:
        raise typer.BadParameter("--resume goes on with a file and --force overwrites it: give one of them.")
    if options.resume and options.chosen_format is not Format.JSONL:
        raise typer.BadParameter("--resume works with JSON lines only: add --format jsonl.")
