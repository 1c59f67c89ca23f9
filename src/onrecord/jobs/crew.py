"""A crew of processes that read documents side by side, one document each at a time.

In: a function that loads a reader, and inputs with their numbers. Out: numbered outcomes, in the order
in which they are done.
A process that dies (killed for want of memory, say) costs the document it had, and is replaced.
A process is sent its next input only when its outcome has come back: so neither side ever waits for
the other to read while both are writing, however large a document is.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Self

from onrecord.errors import Cause, OnrecordError, StopRun
from onrecord.ingest import Defaults, Input
from onrecord.jobs.one import DIED, DocumentReader, failed, read_one
from onrecord.model import Failure, ReaderInfo, Reading

# Seconds that a process gets to end by itself before it is killed.
PATIENCE = 5.0

Numbered = tuple[int, Reading]
LoadReader = Callable[[], DocumentReader]


@dataclass(slots=True)
class _Worker:
    """One process: what it is, how to reach it, and what it has to do."""

    process: SpawnProcess
    connection: Connection
    info: ReaderInfo | None = None  # None until it has loaded its reader
    job: tuple[int, Input] | None = None

    @property
    def idle(self) -> bool:
        return self.info is not None and self.job is None


class Crew:
    """So many processes, for use in a `with` statement, which ends them whatever happens."""

    def __init__(self, load_reader: LoadReader, defaults: Defaults | None, count: int) -> None:
        self._load_reader = load_reader
        self._defaults = defaults
        self._count = count
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        try:
            for _ in range(self._count):
                self._workers.append(self._start())
        except BaseException:  # an interrupt too must leave no process behind
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    @property
    def has_idle(self) -> bool:
        """Whether a process waits for something to do."""
        return any(worker.idle for worker in self._workers)

    def give(self, number: int, item: Input) -> None:
        """Hand an input to a process that is idle."""
        worker = next(worker for worker in self._workers if worker.idle)
        worker.job = number, item
        with suppress(OSError):  # it has died since: `collect` will see that
            worker.connection.send(item)

    def collect(self, *, block: bool) -> list[Numbered]:
        """The outcomes that have come in; with `block`, wait until something has happened.

        Raises `StopRun` when a process says that nothing can be read, or when none of them can start.
        """
        reachable = {worker.connection: worker for worker in self._workers}
        outcomes: list[Numbered] = []
        for ready in wait(list(reachable), timeout=None if block else 0):
            if isinstance(ready, Connection):
                outcomes += self._hear(reachable[ready])
        return outcomes

    def _hear(self, worker: _Worker) -> list[Numbered]:
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            return self._bury(worker)
        if isinstance(message, OnrecordError):
            raise message
        if isinstance(message, ReaderInfo):
            worker.info = message
            return []
        number, _ = _expect(worker.job)
        worker.job = None
        return [(number, message)]

    def _bury(self, worker: _Worker) -> list[Numbered]:
        """Replace a process that died; its document is an outcome that says so."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join(PATIENCE)
        how = _how_it_ended(worker.process.exitcode)
        if worker.info is None:
            # It never got as far as a document, and neither would its successor.
            if not self._workers:
                raise StopRun(Cause.WEIGHTS, f"The process that reads {how} while it was starting.")
            return []
        self._workers.append(self._start())
        if worker.job is None:
            return []
        number, item = worker.job
        message = f"The process that read it {how}. It may need more memory than there is."
        return [(number, failed(item, Failure(DIED, message), worker.info))]

    def _start(self) -> _Worker:
        # Spawned, not forked: a fork of a process whose libraries run threads can hang.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        equipment = (theirs, self._load_reader, self._defaults)
        process = context.Process(target=_serve, args=equipment, daemon=True)
        with _interrupts_ignored():
            process.start()
        theirs.close()  # else its end would stay open when the process has died, and nobody would notice
        return _Worker(process, ours)

    def _end(self) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Let processes that start here inherit that Ctrl-C is not for them, from their first moment on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(connection: Connection, load_reader: LoadReader, defaults: Defaults | None) -> None:
    """The life of a process: load the reader, then read what is sent until nothing more comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        reader = load_reader()
        connection.send(reader.info)
        while True:
            connection.send(read_one(connection.recv(), reader, defaults))
    except OnrecordError as error:
        connection.send(error)
    except (EOFError, OSError):
        pass  # the run is over, or the process that began it is gone


def _how_it_ended(code: int | None) -> str:
    """Words for an exit code, which is negative for a signal."""
    if code is not None and code < 0:
        return f"was killed (signal {-code})"
    return f"ended (exit status {code})"


def _expect(job: tuple[int, Input] | None) -> tuple[int, Input]:
    if job is None:
        raise RuntimeError("a process answered though it had nothing to do")
    return job
