"""Reads many inputs to outcomes, in the order of the inputs, in this process or side by side.

However many inputs there are, only a few are held at a time. Failures of documents are outcomes; only
`StopRun` and interrupts come out as exceptions, and then no process is left behind.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import cast

from onrecord.ingest import Defaults, Input
from onrecord.jobs.crew import Crew
from onrecord.jobs.one import DocumentReader, read_one
from onrecord.model import ReaderInfo, Reading

# Documents up to which this process does it alone: starting another costs as much as reading about as
# many articles (1 to 2 seconds; an article takes a fifth of one).
FEW = 8

# The most processes that are started without being asked for: each needs up to half a gigabyte.
MOST_UNASKED = 16

# Documents per process that may be finished or begun ahead of the first one that is not finished, so
# that one long article does not keep the others waiting. Their readings are what a run holds in memory.
AHEAD = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """How to read: with which reader, and what is known of all documents.

    `load_reader` makes the reader; it is called in each process, so it must be a function of a module, or
    a `functools.partial` of one. `defaults` fill in what documents don't say of themselves. `workers` is
    the number of processes; None means one for a few documents, and one for each core for more.
    `info` tells beforehand what the reader is, where somebody needs to know: see `add_inputs`.
    """

    load_reader: Callable[[], DocumentReader]
    defaults: Defaults | None = None
    workers: int | None = None
    info: ReaderInfo | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Stands for an input that need not be read, and comes out in its place: `key` is its document's."""

    key: str


def read_inputs(inputs: Iterable[Input], task: Task) -> Iterator[Reading]:
    """An outcome for each input, in their order, as soon as it and those before it are there.

    Raises `StopRun` when nothing can be read.
    """
    return cast("Iterator[Reading]", read_unknown(inputs, task))


def read_unknown(inputs: Iterable[Input | Known], task: Task) -> Iterator[Reading | Known]:
    """The same where some need not be read. No process is started before there is something to read."""
    coming = iter(inputs)
    for begin in coming:
        if not isinstance(begin, Known):
            break
        yield begin
    else:
        return
    first = [begin, *islice(coming, (task.workers or FEW + 1) - 1)]
    workers = task.workers or (1 if len(first) <= FEW else min(cores(), MOST_UNASKED))
    workers = min(workers, len(first))
    together = chain(first, coming)
    yield from _alone(together, task) if workers <= 1 else _side_by_side(together, task, workers)


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _alone(inputs: Iterable[Input | Known], task: Task) -> Iterator[Reading | Known]:
    reader: DocumentReader | None = None
    for item in inputs:
        if isinstance(item, Known):
            yield item
            continue
        reader = reader or task.load_reader()
        yield read_one(item, reader, task.defaults)


def _side_by_side(inputs: Iterator[Input | Known], task: Task, workers: int) -> Iterator[Reading | Known]:
    done: dict[int, Reading | Known] = {}
    taken = given = 0  # inputs taken from the iterator, readings given out
    more = True
    with Crew(task.load_reader, task.defaults, workers) as crew:
        while more or given < taken:
            while more and crew.has_idle and taken - given < AHEAD * workers:
                item = next(inputs, None)
                if item is None:
                    more = False
                    continue
                if isinstance(item, Known):
                    done[taken] = item
                else:
                    crew.give(taken, item)
                taken += 1
            waiting = given not in done and (more or given < taken)
            done.update(crew.collect(block=waiting))
            if given in done:
                yield done.pop(given)
                given += 1
