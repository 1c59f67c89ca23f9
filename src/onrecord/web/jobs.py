"""Work that a visitor began and need not wait for: adding articles, with what has become of each so far.

In: a name and something that yields outcomes. Out: a `Job` that pages show. Jobs are remembered as long as
the site runs; what they did is in the record. One runs at a time, since one reads and one writes.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.web.site import Became

KEPT = 50  # jobs that are remembered


@dataclass(slots=True)
class Job:
    """One piece of work: what it has brought so far, and whether it has ended."""

    id: str
    by: str
    total: int
    done: list[Became] = field(default_factory=list)
    ended: bool = False
    error: str = ""


class Jobs:
    """The jobs of a site."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._one_at_a_time = threading.Lock()
        self._list = threading.Lock()

    def begin(self, work: Callable[[], Iterator[Became]], *, by: str, total: int) -> Job:
        """Begins a piece of work in a thread of its own."""
        job = Job(secrets.token_urlsafe(9), by, total)
        with self._list:
            ended = [old.id for old in self._jobs.values() if old.ended]
            for old in ended[: max(0, len(self._jobs) - KEPT + 1)]:
                del self._jobs[old]
            self._jobs[job.id] = job
        threading.Thread(target=self._run, args=(job, work), daemon=True).start()
        return job

    def get(self, id: str) -> Job | None:
        """A job by its id, while it is remembered."""
        return self._jobs.get(id)

    def _run(self, job: Job, work: Callable[[], Iterator[Became]]) -> None:
        try:
            with self._one_at_a_time:
                for one in work():
                    job.done.append(one)
        except Exception as error:  # the edge: whatever goes wrong is shown to who began it
            job.error = str(error) or type(error).__name__
        finally:
            job.ended = True
