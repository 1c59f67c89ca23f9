"""What became of a look at a feed, and the wish to stop: what whoever follows feeds is told, and tells.

Nothing here fetches, and nothing handles signals; `Stop` is asked by whoever does.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from onrecord.errors import Reason, SkipDocument
from onrecord.jobs.adding import Added
from onrecord.model import Failure

# Seconds after which a rest looks whether the end was asked for. To end it at once, a signal's handler would
# need a lock, and might find it taken by the very program that it interrupts.
GLANCE = 0.2

_SKIPPED = {reason.value for reason in Reason if reason.skipped}


class Stopped(Exception):
    """The user asked to stop, and nothing is left half done."""


class Stop:
    """Whether the user asked to stop; may be asked from a signal's handler."""

    def __init__(self, sleep: Callable[[float], None] = time.sleep) -> None:
        self._asked = False
        self._sleep = sleep

    def ask(self) -> None:
        """Ask to stop, as soon as the document at hand is done."""
        self._asked = True

    @property
    def asked(self) -> bool:
        """Whether it was asked for."""
        return self._asked

    def check(self) -> None:
        """Raise `Stopped` when it was asked for."""
        if self._asked:
            raise Stopped

    def rest(self, seconds: float) -> None:
        """Do nothing for so long. Raises `Stopped` as soon as that is asked for."""
        until = time.monotonic() + seconds
        self.check()
        while (left := until - time.monotonic()) > 0:
            self._sleep(min(GLANCE, left))
            self.check()


@dataclass(slots=True, kw_only=True)
class Look:
    """What became of one look at a feed: how many documents are new, known, skipped, or problems.

    `later` articles are left for the next look, at `next` (seconds since 1970); `more` says that there are so
    many that it comes at once. `unchanged`: the feed has not changed. `left` says why it was left alone.
    `stopped`: it was not looked at to its end. `trouble` says why the feed itself could not be looked at, and
    `failures` how often that was, in a row.
    """

    feed: str
    new: int = 0
    known: int = 0
    skipped: int = 0
    problems: int = 0
    later: int = 0
    next: float = 0.0
    more: bool = False
    begun: bool = False
    unchanged: bool = False
    left: str | None = None
    stopped: bool = False
    trouble: Failure | None = None
    failures: int = 0
    notes: list[Added] = field(default_factory=list)

    def count(self, one: Added) -> None:
        """Count a document."""
        if one.failure is None:
            self.known += one.became == "known"
            self.new += one.became != "known"
        elif one.failure.kind in _SKIPPED:
            self.skipped += 1
        else:
            self.problems += 1

    def note(self, address: str, failure: SkipDocument) -> None:
        """Note a part of the feed that could not be had: no document, so it is no problem of the record."""
        one = Added(id=address, path=address, became="failed", failure=Failure(failure.kind, failure.message))
        self.count(one)
        self.notes.append(one)
