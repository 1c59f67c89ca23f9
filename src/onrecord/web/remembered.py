"""What pages counted of a record, remembered as long as nothing has come in, gone or been decided.

In: a name for what is counted, and how to count it. Out: the count, made anew only when the record is another
one than last time: asking that takes a thousandth of a second, counting half a million a fifth of one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from onrecord.record import Record

MOST = 200  # counts that are remembered; the oldest are forgotten

_Counted = TypeVar("_Counted")


class Remembered:
    """The counts of a record that were made lately."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: object = None
        self._counts: dict[Hashable, object] = {}

    def get(self, record: Record, name: Hashable, count: Callable[[], _Counted]) -> _Counted:
        """A count by its name, as it is for the record as it is now."""
        state = record.questions.state()
        with self._lock:
            if state != self._state:
                self._state = state
                self._counts.clear()  # at once: what was taken out of the record is not to be kept here
            if name in self._counts:
                return self._counts[name]  # type: ignore[return-value]
        made = count()
        with self._lock:
            if state == self._state:
                self._counts[name] = made
                while len(self._counts) > MOST:
                    del self._counts[next(iter(self._counts))]
        return made
