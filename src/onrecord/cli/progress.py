"""Tells how far a run has come, on stderr only: a bar on a terminal, else a line every ten seconds.

Goes in: one call a document, before its page is shown. Notes about documents pass through here too, so
that they don't tear the bar. Where documents themselves scroll over the terminal, nothing is told; of a
single document only that it is being read and for how long, on a terminal, when it is a large one.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import chain
from typing import NamedTuple, Protocol

from onrecord.cli.edge import harmless, line_of, say
from onrecord.ingest import Input

# Seconds between two lines where there is no bar: a log of a night's run stays readable.
INTERVAL = 10.0

# Inputs that are looked for beforehand to know how many there are: their names fill about 10 MB.
COUNTED = 20_000

# Bytes. A single document up to this is read in about five seconds, at some 11,000 characters a second on
# one core of 2024; who waits longer wants to see that something goes on.
LARGE = 50_000


class Coming(NamedTuple):
    """What is to be read: the inputs, how many there are where that is known, and the only one if it is."""

    inputs: Iterator[Input]
    total: int | None
    only: Input | None = None


class Progress(Protocol):
    """What a run tells while it goes on."""

    def advance(self) -> None:
        """One document more is read; its page is shown next."""
        ...

    def note(self, message: str) -> None:
        """Something that the user should know of one document."""
        ...


def counted(inputs: Iterable[Input]) -> Coming:
    """The inputs, and how many there are; None where that would take too long or too much memory.

    Inputs that carry their bytes are not gathered only to be counted, but for a first one that was a whole
    stream: the next line of JSON may be long in coming, after a stream nothing has to be waited for.
    """
    coming = iter(inputs)
    seen: list[Input] = []
    for item in coming:
        seen.append(item)
        is_gathered = item.data is not None and (len(seen) > 1 or item.reader == "json")
        if is_gathered or len(seen) == COUNTED:
            return Coming(chain(seen, coming), None)
    return Coming(iter(seen), len(seen), seen[0] if len(seen) == 1 else None)


def progress(
    total: int | None, *, screen_is_taken: bool, only: Input | None = None
) -> AbstractContextManager[Progress]:
    """How far the run has come, in the way that suits where stderr goes.

    `total` is the number of documents, if it is known, and `only` the single one. `screen_is_taken`: the
    output goes to the terminal.
    """
    if total == 1 and only is not None and sys.stderr.isatty() and _size(only) > LARGE:
        return _spinner(f"reading {harmless(only.path)}, {_size(only) / 1e6:.1f} MB")
    if total == 1 or (screen_is_taken and sys.stderr.isatty()):
        return _silent()
    return _bar(total) if sys.stderr.isatty() else _lines(total)


def _size(item: Input) -> int:
    """The bytes of a document; 0 where they can't be told."""
    if item.data is not None:
        return len(item.data)
    try:
        return os.path.getsize(item.file or item.path)
    except (OSError, ValueError):
        return 0


class _Silent:
    def advance(self) -> None:
        pass

    def note(self, message: str) -> None:
        say(message)


class _Lines(_Silent):
    def __init__(self, total: int | None, clock: Callable[[], float]) -> None:
        self._total = total
        self._clock = clock
        self._began = self._told = clock()
        self._done = 0

    def advance(self) -> None:
        self._done += 1
        now = self._clock()
        if now - self._told >= INTERVAL:
            self._told = now
            say(how_far(self._done, self._total, now - self._began))


@contextmanager
def _silent() -> Iterator[Progress]:
    yield _Silent()


@contextmanager
def _lines(total: int | None, clock: Callable[[], float] = time.monotonic) -> Iterator[Progress]:
    yield _Lines(total, clock)


@contextmanager
def _bar(total: int | None) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    speed = TextColumn("{task.fields[speed]}")
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), speed, TimeRemainingColumn())
    console = Console(stderr=True, highlight=False)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("reading", total=total, speed="")

        class Bar:
            def advance(self) -> None:
                speed = bar.tasks[0].speed
                bar.update(task, advance=1, speed=f"{speed:.1f} a second" if speed else "")

            def note(self, message: str) -> None:
                console.print(line_of(message), markup=False, soft_wrap=True)

        yield Bar()


@contextmanager
def _spinner(what: str) -> Iterator[Progress]:
    """What is being read and for how long; it is gone when the document is read, before its page is shown."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    console = Console(stderr=True, highlight=False)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as spinner:
        spinner.add_task(what, total=None)

        class Spinner(_Silent):
            def advance(self) -> None:
                spinner.stop()

        yield Spinner()


def how_far(done: int, total: int | None, seconds: float) -> str:
    """So many documents are done, how fast, and how long the rest will take, where that is known."""
    rate = done / seconds if seconds > 0 else 0.0
    if total is None:
        return f"{done:,} documents, {rate:.1f} a second"
    left = f", {_duration((total - done) / rate)} left" if rate else ""
    return f"{done:,} of {total:,} documents, {rate:.1f} a second{left}"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 90 * 60 else f"{seconds / 3600:.1f} h"
