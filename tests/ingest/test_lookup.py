"""Names are looked up within a time, however slowly the system answers."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import httpcore
import pytest

from onrecord.ingest import Fetcher, NotFetched, Trouble, fetch, lookup
from onrecord.ingest.lookup import resolve


@pytest.fixture
def silence(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A system that does not answer until the event is set."""
    answer = threading.Event()

    def wait(*_: object, **__: object) -> list[object]:
        answer.wait(20)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", wait)
    yield answer
    answer.set()


def test_the_numbers_of_a_name_each_once() -> None:
    assert resolve("127.0.0.1", 80, seconds=5) == ["127.0.0.1"]
    assert resolve("0x7f.1", 80, seconds=5) == ["127.0.0.1"]


@pytest.mark.parametrize("host", ["a" * 300, "\ud800", "a\0b"])
def test_what_has_no_number_is_an_error(host: str) -> None:
    with pytest.raises(httpcore.ConnectError, match="its name has no address"):
        resolve(host, 80, seconds=20)


def test_a_name_that_is_not_answered_is_left(
    silence: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "ROBOTS_SECONDS", 0.2)
    began = time.monotonic()
    with pytest.raises(httpcore.ConnectTimeout):
        resolve("post.example", 80, seconds=0.2)
    assert time.monotonic() - began < 2
    with pytest.raises(NotFetched) as caught:
        Fetcher(seconds=0.2, pause=0).fetch("http://post.example/a")
    assert caught.value.trouble in (Trouble.SLOW, Trouble.ROBOTS_UNKNOWN)
    assert caught.value.trouble.passing


def test_look_ups_that_hang_do_not_pile_up(silence: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    before = threading.enumerate()
    monkeypatch.setattr(lookup, "_lookups", threading.BoundedSemaphore(2))
    for _ in range(4):
        with pytest.raises(httpcore.ConnectTimeout):
            resolve("post.example", 80, seconds=0.05)
    hanging = [one for one in threading.enumerate() if one not in before]
    assert len(hanging) == 2
    silence.set()
    for thread in hanging:
        thread.join(5)
    assert resolve("post.example", 80, seconds=5) == []
