"""Tells how far a run has come, on stderr only: a bar on a terminal, else a line every ten seconds.

Goes in: one call a document. Notes about documents pass through here too, so that they don't tear the
bar. Where documents themselves scroll over the terminal, nothing is told.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import chain
from typing import Protocol

from onrecord.cli.edge import line_of, say
from onrecord.ingest import Input

# Seconds between two lines where there is no bar: a log of a night's run stays readable.
INTERVAL = 10.0

# Inputs that are looked for beforehand to know how many there are: their names fill about 10 MB.
COUNTED = 20_000


class Progress(Protocol):
    """What a run tells while it goes on."""

    def advance(self) -> None:
        """One document more is done."""
        ...

    def note(self, message: str) -> None:
        """Something that the user should know of one document."""
        ...


def counted(inputs: Iterable[Input]) -> tuple[Iterator[Input], int | None]:
    """The inputs, and how many there are; None where that would take too long or too much memory.

    Inputs that carry their bytes (lines of JSON) are not gathered only to be counted.
    """
    coming = iter(inputs)
    seen: list[Input] = []
    for item in coming:
        seen.append(item)
        if item.data is not None or len(seen) == COUNTED:
            return chain(seen, coming), None
    return iter(seen), len(seen)


def progress(total: int | None, *, screen_is_taken: bool) -> AbstractContextManager[Progress]:
    """How far the run has come, in the way that suits where stderr goes.

    `total` is the number of documents, if it is known. `screen_is_taken`: the output goes to the terminal.
    """
    if total == 1 or (screen_is_taken and sys.stderr.isatty()):
        return _silent()
    return _bar(total) if sys.stderr.isatty() else _lines(total)


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
