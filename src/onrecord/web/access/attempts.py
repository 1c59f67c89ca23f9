"""How often somebody may try to sign in: a few times freely, then after longer and longer waits.

In: the name that was typed and the address that it came from. Out: seconds to wait, or none. Each is counted
by itself, so that neither one name from many places nor many names from one place can be tried for long. The
counts are kept in memory, for a limited number of names and addresses.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

FREE = 5  # attempts that cost no wait
WINDOW = 15 * 60  # seconds without one after which all is forgotten
FIRST_WAIT = 30  # seconds; each further attempt doubles it
LONGEST_WAIT = 15 * 60  # seconds: whoever is kept out by a stranger's attempts is so for no longer
KEPT = 10_000  # names and addresses; the longest untouched is forgotten first
NEIGHBOURS = 64  # bits that addresses of one IPv6 line share


@dataclass(slots=True)
class _Count:
    """Attempts that did not succeed, and when the last of them was."""

    tries: int = 0
    last: float = 0.0

    @property
    def wait(self) -> float:
        """Seconds to wait after the last of them."""
        if self.tries < FREE:
            return 0.0
        return min(float(LONGEST_WAIT), FIRST_WAIT * 2.0 ** min(self.tries - FREE, 20))


class Attempts:
    """Attempts at signing in that did not succeed."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, *, kept: int = KEPT) -> None:
        self._clock = clock
        self._kept = kept
        self._counts: OrderedDict[tuple[str, str], _Count] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """How many names and addresses are remembered."""
        return len(self._counts)

    def begin(self, name: str, address: str) -> float:
        """Counts an attempt before it is looked at; gives seconds to wait where it may not be made yet.

        It counts as failed until `succeed`, so that many at once are no more than many after each other.
        """
        keys = _keys(name, address)
        with self._lock:
            now = self._clock()
            wait = max(self._left(key, now) for key in keys)
            if wait > 0:
                return wait
            for key in keys:
                self._touch(key, now)
        return 0.0

    def succeed(self, name: str, address: str) -> None:
        """Forgets what was tried by this name, and this one attempt from this address."""
        by_name, by_address = _keys(name, address)
        with self._lock:
            self._counts.pop(by_name, None)
            if count := self._counts.get(by_address):
                count.tries = max(0, count.tries - 1)

    def _left(self, key: tuple[str, str], now: float) -> float:
        count = self._counts.get(key)
        if count is None:
            return 0.0
        if now - count.last > max(WINDOW, 2 * count.wait):
            del self._counts[key]
            return 0.0
        return count.last + count.wait - now

    def _touch(self, key: tuple[str, str], now: float) -> None:
        count = self._counts.setdefault(key, _Count())
        count.tries += 1
        count.last = now
        self._counts.move_to_end(key)
        while len(self._counts) > self._kept:
            self._counts.popitem(last=False)


def _keys(name: str, address: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("name", name), ("address", _line(address))


def _line(address: str) -> str:
    """The line that an address is of: an IPv6 line has more addresses than could be counted."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:60]
    if found.version == 4:
        return str(found)
    mapped = found.ipv4_mapped
    return str(mapped or ipaddress.ip_network((found, NEIGHBOURS), strict=False))
