"""What a site lets robots fetch, and how often: its robots.txt, read and remembered.

Goes in: addresses, and a function that fetches a robots.txt. Comes out: yes or no, and the seconds to leave
between two questions. By RFC 9309: a site without the file (4xx) allows everything; one whose file can't
be had (5xx, no answer) is left alone for now.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.ingest.web import NotFetched, Trouble

if TYPE_CHECKING:
    import httpx
    from protego import Protego

LARGEST = 512_000  # bytes that are read, as the RFC asks; the rest is not looked at
KEPT = 24 * 3600.0  # seconds for which it is remembered, as the RFC allows
KEPT_UNKNOWN = 300.0  # seconds after which one that could not be had is asked for again
MOST_SITES = 5000  # remembered; a feed can name any number


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsFile:
    """What came of asking for a robots.txt: the server's status, None when there was no answer."""

    status: int | None
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class _Site:
    """The rules of a site: None when there are none; `unknown` says why they can't be had."""

    rules: Protego | None
    until: float
    unknown: str | None = None


class Robots:
    """The rules of all sites that were asked about, each read once a day.

    `agent` is the name by which rules are looked up; `fetch` asks for a robots.txt, redirects followed, and
    may raise `NotFetched`. May be used from several threads.
    """

    def __init__(
        self,
        agent: str,
        fetch: Callable[[httpx.URL], RobotsFile],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._agent = agent
        self._fetch = fetch
        self._clock = clock
        self._sites: OrderedDict[str, _Site] = OrderedDict()
        self._lock = threading.Lock()

    def check(self, url: httpx.URL) -> None:
        """Raise `NotFetched` when the site forbids this address, or can't be asked now."""
        site = self._site(url)
        if site.unknown is not None:
            raise NotFetched(
                Trouble.ROBOTS_UNKNOWN,
                f"The rules of {url.host} (robots.txt) can't be had: {site.unknown} Nothing is fetched from "
                "it for now.",
            )
        if site.rules is not None and not site.rules.can_fetch(str(url), self._agent):
            raise NotFetched(
                Trouble.ROBOTS,
                f"{url.host} forbids robots to fetch {url} (robots.txt). Save the page by hand.",
            )

    def delay(self, url: httpx.URL) -> float:
        """The seconds that the site asks to leave between two questions; 0 when it does not."""
        rules = self._site(url).rules
        if rules is None:
            return 0.0
        rate = rules.request_rate(self._agent)
        paced = rate.seconds / rate.requests if rate and rate.requests > 0 else 0.0
        return max(0.0, float(rules.crawl_delay(self._agent) or 0.0), float(paced))

    def _site(self, url: httpx.URL) -> _Site:
        """The rules of an address's site, asked for when they are not known or too old."""
        key = f"{url.scheme}://{url.netloc.decode('ascii')}"
        with self._lock:
            site = self._sites.get(key)
            if site is not None and site.until > self._clock():
                self._sites.move_to_end(key)
                return site
        site = self._asked(url)
        with self._lock:
            self._sites[key] = site
            self._sites.move_to_end(key)
            while len(self._sites) > MOST_SITES:
                self._sites.popitem(last=False)
        return site

    def _asked(self, url: httpx.URL) -> _Site:
        from protego import Protego

        try:
            file = self._fetch(url.copy_with(raw_path=b"/robots.txt", fragment=None))
        except NotFetched as error:
            if error.trouble == Trouble.PRIVATE:
                raise
            return self._unknown(error.message)
        if file.status == 200:
            text = file.body[:LARGEST].decode("utf-8", "replace")
            return _Site(Protego.parse(text.removeprefix("\ufeff")), self._clock() + KEPT)
        if file.status is not None and file.status != 429 and file.status // 100 in (2, 4):
            return _Site(None, self._clock() + KEPT)
        return self._unknown(f"The server answers with status {file.status}.")

    def _unknown(self, why: str) -> _Site:
        return _Site(None, self._clock() + KEPT_UNKNOWN, why)
