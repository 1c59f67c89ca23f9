"""Fetches pages as a good guest does: named, by the site's rules, slowly, and never more than it must.

Every address, also one that a redirect leads to, is checked for itself: it is on the web, its site's
robots.txt allows it, its machine is on the open net, and its site has had its pause. Nothing is fetched but
what is asked for and robots.txt. Goes in: an address. Comes out: what the server answered, or `NotFetched`.
"""

from __future__ import annotations

import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from onrecord.ingest.robots import LARGEST, Robots, RobotsFile
from onrecord.ingest.web import Fetched, NotFetched, Trouble, parse_address

if TYPE_CHECKING:
    import httpx

    from onrecord.ingest.wire import Answer

AGENT = "onrecord"
MAX_BYTES = 20_000_000  # of a page, as of a file
SECONDS = 60.0  # for one address with all its redirects; pauses apart
PAUSE = 1.0  # seconds between two questions to one site that names no other
LONGEST_PAUSE = 120.0  # seconds; a site that asks for more is left for later instead of waited for
MOST_REDIRECTS = 5
MOST_SITES = 5000  # whose pauses are remembered
ROBOTS_SECONDS = 20.0  # for a robots.txt with all its redirects

_KEPT_HEADERS = ("content-type", "content-language", "date", "etag", "last-modified")
_REDIRECTS = {301, 302, 303, 307, 308}
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"
# What a page to read can be sent as. "" is none stated; archives and unknown bytes are looked at later.
TYPES = frozenset(
    (
        *("", "text/html", "text/plain", "text/xml", "text/markdown", "text/x-markdown", "application/xml"),
        *("application/json", "application/x-ndjson", "application/jsonl", "application/feed+json"),
        *("application/pdf", "application/x-pdf", "message/rfc822", "application/octet-stream"),
        *("application/zip", "application/x-zip-compressed", "application/warc", "application/gzip"),
        *("application/x-gzip", "binary/octet-stream", "application/download", "application/force-download"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
)
_NAME = re.compile(r"[A-Za-z_-]+")
_AGENT = re.compile(r"[A-Za-z_-]+[\x20-\x7e]{0,250}")
_VALIDATOR = re.compile(r"[\x20-\x7e\x80-\xff]{1,500}")


class Fetcher:
    """Fetches addresses, one site at a time politely.

    `agent` names us to servers, such as "onrecord/1.0 (+https://example.org/who)"; its first word is the name
    that robots.txt is read for. `max_bytes` is the largest page, `seconds` the longest time for one address,
    `pause` the least time between two questions to one site. `allow_private` lets machines of one's own
    network be asked. May be used from several threads; it keeps no connection open.
    """

    def __init__(
        self,
        agent: str = AGENT,
        *,
        allow_private: bool = False,
        max_bytes: int = MAX_BYTES,
        seconds: float = SECONDS,
        pause: float = PAUSE,
        longest_pause: float = LONGEST_PAUSE,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        name = _NAME.match(agent)
        if name is None or not _AGENT.fullmatch(agent):
            raise ValueError(f"agent is {agent!r}; it must begin with a name, in letters, and be one line.")
        self._agent = agent
        self._allow_private = allow_private
        self._max_bytes = max_bytes
        self._seconds = seconds
        self._pauses = _Pauses(pause, longest_pause, sleep)
        self._robots = Robots(name[0], self._robots_file)

    def fetch(self, address: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """What a server answers at this address: a page (status 200), or that it has not changed (304).

        `etag` and `last_modified` are those of an earlier answer; with them a page that has not changed
        is not sent again. Raises `NotFetched`, a `SkipDocument`, when there is no page to have.
        """
        url = parse_address(address)
        more = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {key: value for key, value in more.items() if value and _VALIDATOR.fullmatch(value)}
        left = self._seconds
        for _ in range(MOST_REDIRECTS + 1):
            self._robots.check(url)
            self._pauses.take(url, self._robots.delay(url))
            began = time.monotonic()
            answer = self._get(url, headers, left, self._max_bytes)
            left = max(0.01, left - (time.monotonic() - began))
            if answer.status not in _REDIRECTS:
                return self._fetched(address, url, answer)
            url = _next(url, answer)
        raise NotFetched(Trouble.REDIRECTS, f"{address} leads on and on, more than {MOST_REDIRECTS} times.")

    def _get(
        self, url: httpx.URL, headers: dict[str, str], seconds: float, max_bytes: int, *, robots: bool = False
    ) -> Answer:
        from onrecord.ingest.wire import Ask, get

        ask = Ask(
            headers={
                "User-Agent": self._agent,
                "Accept": _ACCEPT,
                "Accept-Encoding": "gzip, deflate",
                "Connection": "close",
                **headers,
            },
            until=time.monotonic() + seconds,
            max_bytes=max_bytes,
            allow_private=self._allow_private,
            cut=robots,
            types=None if robots else TYPES,
        )
        return get(url, ask)

    def _robots_file(self, url: httpx.URL) -> RobotsFile:
        """A site's robots.txt, also where it lies elsewhere. Endless redirects count as there being none."""
        until = time.monotonic() + ROBOTS_SECONDS
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._get(url, {}, max(0.01, until - time.monotonic()), LARGEST, robots=True)
            if answer.status not in _REDIRECTS:
                return RobotsFile(status=answer.status, body=answer.body)
            url = _next(url, answer)
        return RobotsFile(status=404)

    def _fetched(self, address: str, url: httpx.URL, answer: Answer) -> Fetched:
        """The answer, when it holds a page or the word that there is no new one."""
        if answer.status not in (200, 304):
            raise self._refusal(url, answer)
        kept = tuple((name, answer.headers[name]) for name in _KEPT_HEADERS if name in answer.headers)
        return Fetched(
            address=address,
            final_address=str(url),
            status=answer.status,
            headers=kept,
            body=answer.body,
            fetched_at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        )

    def _refusal(self, url: httpx.URL, answer: Answer) -> NotFetched:
        """What an answer without a page means."""
        status = answer.status
        if status in (404, 410):
            return NotFetched(Trouble.GONE, f"There is nothing at {url} (status {status}).", status)
        if status == 429 or status >= 500:
            wait = _seconds(answer.headers.get("retry-after"))
            self._pauses.hold(url, wait or 0.0)
            after = f" in {wait:.0f} seconds" if wait else " later"
            return NotFetched(
                Trouble.BUSY,
                f"{url.host} can't answer now (status {status}). Try again{after}.",
                status,
                wait,
            )
        if status in (401, 402, 403, 407, 451):
            return NotFetched(
                Trouble.REFUSED,
                f"{url.host} does not let us have {url} (status {status}). Save the page by hand.",
                status,
            )
        return NotFetched(Trouble.BROKEN, f"{url} answers with status {status}, without a page.", status)


class _Pauses:
    """When each site may be asked again."""

    def __init__(self, pause: float, longest: float, sleep: Callable[[float], None]) -> None:
        self._pause = pause
        self._longest = longest
        self._sleep = sleep
        self._free: OrderedDict[str, float] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, url: httpx.URL, asked: float) -> None:
        """Wait until a site may be asked. Raises `NotFetched` when that takes too long."""
        host = url.netloc.decode("ascii")
        with self._lock:
            now = time.monotonic()
            free = max(now, self._free.get(host, now))
            if free - now > self._longest:
                raise NotFetched(
                    Trouble.BUSY,
                    f"{url.host} asks for a pause of {free - now:.0f} seconds; the longest waited for "
                    f"is {self._longest:.0f}. Try again later.",
                    None,
                    free - now,
                )
            self._set(host, free + max(self._pause, asked))
        if free > now:
            self._sleep(free - now)

    def hold(self, url: httpx.URL, seconds: float) -> None:
        """Leave a site alone for so long."""
        host = url.netloc.decode("ascii")
        with self._lock:
            self._set(host, max(self._free.get(host, 0.0), time.monotonic() + seconds))

    def _set(self, host: str, free: float) -> None:
        self._free[host] = free
        self._free.move_to_end(host)
        while len(self._free) > MOST_SITES:
            self._free.popitem(last=False)


def _next(url: httpx.URL, answer: Answer) -> httpx.URL:
    """The address to which an answer leads on, checked like one that was given."""
    import httpx

    try:
        found = str(url.join(answer.headers.get("location", "").strip()))
    except (httpx.InvalidURL, ValueError, TypeError):
        found = ""
    if not answer.headers.get("location"):
        raise NotFetched(Trouble.BROKEN, f"{url} leads on, but does not say where to.", answer.status)
    return parse_address(found)


def _seconds(stated: str | None) -> float | None:
    """How long a server asks to wait, as seconds or until a date; a day at most."""
    stated = (stated or "").strip()
    if not stated:
        return None
    from email.utils import parsedate_to_datetime  # slow to load and seldom needed

    try:
        if stated.isascii() and stated.isdigit():
            wait = float(stated[:9])
        else:
            when = parsedate_to_datetime(stated)
            wait = (when - datetime.now(when.tzinfo)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(0.0, wait), 86_400.0)
