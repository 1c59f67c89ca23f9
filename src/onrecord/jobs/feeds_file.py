"""What is known of feeds between two looks and between two runs: a small JSON file beside the record.

Every change is kept at once and whole: the file is written beside and moved into place, so a program that is
killed leaves the old one or the new one. Programs that follow other feeds may keep theirs in the same file; a
feed is looked at by one of them at a time. With the file nothing is lost but what saves fetching twice.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Self

import msgspec

from onrecord.errors import Cause, StopRun
from onrecord.ingest import Listed

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # on Windows, where two programs that follow the same feed fetch it twice
    fcntl = None

# Places in the lock file that stand for feeds, one byte each; the first is for the file of feeds itself.
_PLACES = 1 << 30


class Article(msgspec.Struct, omit_defaults=True):
    """What became of one article that a feed names. Times are seconds since 1970.

    `stamp` is what the feed told of its last change when it was had, `had` how often that was, and `after`
    when it may be had again. `due` is when it is to be tried (again), None when there is nothing to do; then
    `address` says where it is, and `tries` how often it was begun in vain.
    """

    stamp: str | None = None
    had: int = 0
    after: int = 0
    due: int | None = None
    address: str | None = None
    tries: int = 0

    def is_due(self, named: Listed, now: float) -> bool:
        """Whether it is to be fetched again, as its feed names it now."""
        if self.due is None and named.stamp is not None:
            if self.stamp is None:
                self.stamp = named.stamp  # its feed did not tell before
            elif self.stamp != named.stamp:
                self.due, self.address = max(int(now), self.after), named.address
        return self.due is not None and self.due <= now


class FeedState(msgspec.Struct, omit_defaults=True):
    """What is known of one feed: when it was looked at, when it is due, and its articles by `key_of`.

    `validators` are the `ETag` and `Last-Modified` of the feed, or of each sitemap that names pages.
    `failures` counts those in a row, and `trouble` says what the last was.
    """

    looked: int | None = None
    due: int | None = None
    failures: int = 0
    trouble: str | None = None
    validators: dict[str, tuple[str | None, str | None]] = {}
    articles: dict[str, Article] = {}

    def has_due(self, now: float) -> bool:
        """Whether an article is to be tried again; the feed may be all that tells of it."""
        return any(one.due is not None and one.due <= now for one in self.articles.values())

    def forget(self, named: Collection[str], *, most: int) -> None:
        """Keep what is named, and of the rest what was named last: a feed may name an article again."""
        for key in named:
            if key in self.articles:
                self.articles[key] = self.articles.pop(key)
        gone = [key for key, one in self.articles.items() if one.due is None and key not in named]
        for key in gone[: max(0, len(self.articles) - most)]:
            del self.articles[key]


class _File(msgspec.Struct):
    """The file: the number of its form, and the feeds by address."""

    onrecord_feeds: int = 1
    feeds: dict[str, FeedState] = {}


def key_of(name: str) -> str:
    """A short key for an article's address or name: 16 hexadecimal digits."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class FeedsFile:
    """The file of feeds, for use in a `with` statement. Raises `StopRun` when it can't be read or written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: int | None = None

    def __enter__(self) -> Self:
        with self._failing():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            lock = self.path.with_suffix(".lock")
            self._lock = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        self._read()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._lock is not None:
            os.close(self._lock)  # lets go of whatever is held
            self._lock = None

    def get(self, feed: str) -> FeedState:
        """What is known of a feed."""
        return self._read().feeds.get(feed) or FeedState()

    def keep(self, feed: str, state: FeedState) -> None:
        """Keep what is known of a feed; those of others stay as they are in the file."""
        with self._locked(0, wait=True), self._failing():
            file = self._read()
            file.feeds[feed] = state
            self._write(msgspec.json.format(msgspec.json.encode(file), indent=1))

    @contextmanager
    def held(self, feed: str) -> Iterator[bool]:
        """Hold a feed while it is looked at; False when another program does."""
        with self._locked(1 + int(key_of(feed), 16) % _PLACES, wait=False) as is_mine:
            yield is_mine

    def _read(self) -> _File:
        try:
            file = msgspec.json.decode(self.path.read_bytes(), type=_File)
        except FileNotFoundError:
            return _File()
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            raise StopRun(
                Cause.INPUT,
                f"{self.path} can't be read as what is known of feeds ({error}). Move it away: then articles "
                "that are known are fetched once more, and nothing else is lost.",
            ) from None
        if file.onrecord_feeds != 1:
            raise StopRun(Cause.INPUT, f"{self.path} is of a newer onrecord. Use that, or give --state.")
        return file

    def _write(self, data: bytes) -> None:
        beside = self.path.with_name(f".{self.path.name}.new")
        try:
            with open(beside, "wb") as stream:
                stream.write(data + b"\n")
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(beside, self.path)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Turn what the system says into the end of the run."""
        try:
            yield
        except OSError as error:
            why = error.strerror or str(error)
            raise StopRun(
                Cause.OUTPUT, f"{self.path} can't be written: {why}. Make room, or give another by --state."
            ) from None

    @contextmanager
    def _locked(self, place: int, *, wait: bool) -> Iterator[bool]:
        """Hold one byte of the lock file; False when another program holds it and nobody waits."""
        if fcntl is None or self._lock is None:
            yield True
            return
        try:
            fcntl.lockf(self._lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB), 1, place)
            is_mine = True
        except OSError as error:  # or the disk knows no locks: then nobody holds any
            is_mine = error.errno not in (errno.EAGAIN, errno.EACCES)
        try:
            yield is_mine
        finally:
            with suppress(OSError):
                fcntl.lockf(self._lock, fcntl.LOCK_UN, 1, place)
