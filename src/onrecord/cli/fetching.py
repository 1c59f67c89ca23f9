"""Web addresses that a user names → inputs, fetched one after the other as a polite guest does.

A page is one input, a feed or a sitemap the pages that it names. Nothing is fetched but what was named, and
nothing that leads to this machine or its network unless it is allowed. An address that can't be had is an
input that fails.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from onrecord.errors import Reason, SkipDocument

if TYPE_CHECKING:
    from onrecord.ingest import Fetched, Fetcher, Input

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_address(path: str) -> bool:
    """Whether what was typed is a web address."""
    return _ADDRESS.match(path) is not None


def open_or_fetch(
    paths: Iterable[str], *, max_bytes: int, allow_private: bool, outlet: str | None = None
) -> Iterator[Input]:
    """The documents that paths and addresses name, in that order.

    `outlet` is the name that the user gives to who published them, which goes before a feed's title.
    """
    from onrecord.ingest import open_inputs

    guest: _Guest | None = None
    for addresses, group in groupby(paths, is_address):
        if not addresses:
            yield from open_inputs(group, max_bytes=max_bytes)
            continue
        guest = guest or _Guest(polite_fetcher(max_bytes, allow_private=allow_private), max_bytes, outlet)
        for address in group:
            yield from guest.visit(address)


def polite_fetcher(
    max_bytes: int, *, allow_private: bool, sleep: Callable[[float], None] = time.sleep
) -> Fetcher:
    """What fetches for onrecord, by its name; `sleep` waits between two questions to a site."""
    import onrecord
    from onrecord.ingest import Fetcher

    agent = f"onrecord/{onrecord.__version__}"
    return Fetcher(agent, allow_private=allow_private, max_bytes=max_bytes, sleep=sleep)


@dataclass(frozen=True, slots=True)
class _Guest:
    """Fetches what was named, and what a feed or sitemap names in turn."""

    fetcher: Fetcher
    max_bytes: int
    outlet: str | None

    def visit(self, address: str) -> Iterator[Input]:
        """The documents at an address."""
        from onrecord.ingest import FetchedKind, kind_of, open_fetched

        def documents() -> Iterator[Input]:
            page = self.fetcher.fetch(address)
            if kind_of(page) is FetchedKind.DOCUMENTS:
                yield from open_fetched(page, max_bytes=self.max_bytes)
            else:
                yield from self._articles(page)

        yield from _or_failed(address, documents())

    def _articles(self, page: Fetched) -> Iterator[Input]:
        """The articles that a feed or a sitemap names; then the sitemaps that could not be had."""
        from onrecord.ingest import read_list

        failures: list[Input] = []
        none = True

        def note(address: str, failure: SkipDocument) -> None:
            failures.append(_failed(address, failure))

        fetch = self.fetcher.fetch
        for one in read_list(page, fetch, max_bytes=self.max_bytes, on_failure=note, outlet=self.outlet):
            none = False
            yield from _or_failed(one.address or one.key, one.open(fetch, max_bytes=self.max_bytes))
        yield from failures
        if none and not failures:
            raise SkipDocument(Reason.EMPTY, "It is a feed or a sitemap that names no article.")


def _or_failed(address: str, found: Iterator[Input]) -> Iterator[Input]:
    """The inputs of an address, and one that fails where they end in an error."""
    try:
        yield from found
    except SkipDocument as failure:
        yield _failed(address, failure)
    except Exception as error:  # the edge: what one address brings out must not cost the others
        why = f"{type(error).__name__}: {error}. This is a bug: please report it."
        yield _failed(address, SkipDocument(Reason.UNREADABLE, why))


def _failed(address: str, failure: SkipDocument) -> Input:
    from onrecord.ingest import Input
    from onrecord.ingest.files import printable

    shown = printable(address.encode("utf-8", "replace").decode())
    return Input(id=shown, path=shown, max_bytes=0, failure=failure)
