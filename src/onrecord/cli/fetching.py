"""Web addresses that a user names → inputs, fetched one after the other as a polite guest does.

A page is one input, a feed or a sitemap the pages that it names. Nothing is fetched but what was named, and
nothing that leads to this machine or its network unless it is allowed. An address that can't be had is an
input that fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from onrecord.errors import SkipDocument

if TYPE_CHECKING:
    from onrecord.ingest import Fetched, Fetcher, Input

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_address(path: str) -> bool:
    """Whether what was typed is a web address."""
    return _ADDRESS.match(path) is not None


def open_or_fetch(paths: Iterable[str], *, max_bytes: int, allow_private: bool) -> Iterator[Input]:
    """The documents that paths and addresses name, in that order."""
    from onrecord.ingest import open_inputs

    guest: _Guest | None = None
    for addresses, group in groupby(paths, is_address):
        if not addresses:
            yield from open_inputs(group, max_bytes=max_bytes)
            continue
        guest = guest or _Guest(_fetcher(max_bytes, allow_private), max_bytes)
        for address in group:
            yield from guest.visit(address)


def _fetcher(max_bytes: int, allow_private: bool) -> Fetcher:
    import onrecord
    from onrecord.ingest import Fetcher

    return Fetcher(f"onrecord/{onrecord.__version__}", allow_private=allow_private, max_bytes=max_bytes)


@dataclass(frozen=True, slots=True)
class _Guest:
    """Fetches what was named, and what a feed or sitemap names in turn."""

    fetcher: Fetcher
    max_bytes: int

    def visit(self, address: str) -> Iterator[Input]:
        """The documents at an address."""
        from onrecord.ingest import FetchedKind, kind_of, open_fetched

        try:
            page = self.fetcher.fetch(address)
            kind = kind_of(page)
            if kind is FetchedKind.FEED:
                yield from self._feed(page)
            elif kind is FetchedKind.SITEMAP:
                yield from self._sitemap(page)
            else:
                yield from open_fetched(page, max_bytes=self.max_bytes)
        except SkipDocument as failure:
            yield _failed(address, failure)

    def _feed(self, page: Fetched) -> Iterator[Input]:
        """The articles that a feed names: their pages, or what the feed itself holds of them."""
        from onrecord.ingest import read_feed

        feed = read_feed(page.body, address=page.final_address)
        for entry in feed.entries:
            held = entry.as_input(path=page.address, max_bytes=self.max_bytes, outlet=feed.title)
            if entry.address is None:
                if held is not None:
                    yield held
                continue
            yield from self._page(entry.address, held)

    def _sitemap(self, page: Fetched) -> Iterator[Input]:
        """The pages of a site, as its sitemaps name them."""
        from onrecord.ingest import walk_sitemap

        failures: list[Input] = []

        def note(address: str, failure: SkipDocument) -> None:
            failures.append(_failed(address, failure))

        for one in walk_sitemap(page.address, self.fetcher.fetch, on_failure=note):
            yield from self._page(one.address, None)
        yield from failures

    def _page(self, address: str, instead: Input | None) -> Iterator[Input]:
        """The documents of a page that a feed or sitemap names, or what the feed holds of it."""
        from onrecord.ingest import open_fetched

        try:
            yield from open_fetched(self.fetcher.fetch(address), max_bytes=self.max_bytes)
        except SkipDocument as failure:
            yield instead if instead is not None else _failed(address, failure)


def _failed(address: str, failure: SkipDocument) -> Input:
    from onrecord.ingest import Input

    return Input(id=address, path=address, max_bytes=0, failure=failure)
