from __future__ import annotations

import time

import httpx
import pytest

from onrecord.ingest import NotFetched, Trouble
from onrecord.ingest.robots import KEPT, KEPT_UNKNOWN, LARGEST, MOST_SITES, Robots, RobotsFile

RULES = b"""\xef\xbb\xbfUser-agent: *
Disallow: /private
Crawl-delay: 2

User-agent: onrecord
Disallow: /drafts
Disallow: /*.cgi$
Allow: /drafts/open
Crawl-delay: 5
"""


class Web:
    """What sites answer when they are asked for robots.txt, and which were asked."""

    def __init__(self, answer: RobotsFile | NotFetched) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.now = 0.0

    def __call__(self, url: httpx.URL) -> RobotsFile:
        self.asked.append(str(url))
        if isinstance(self.answer, NotFetched):
            raise self.answer
        return self.answer


def robots(answer: RobotsFile | NotFetched, agent: str = "onrecord") -> tuple[Robots, Web]:
    web = Web(answer)
    return Robots(agent, web, clock=lambda: web.now), web


def trouble(rules: Robots, address: str) -> Trouble | None:
    try:
        rules.check(httpx.URL(address))
    except NotFetched as error:
        return error.trouble
    return None


@pytest.mark.parametrize(
    ("agent", "path", "forbidden"),
    [
        ("onrecord", "/a", False),
        ("onrecord", "/private", False),
        ("onrecord", "/drafts/1", True),
        ("onrecord", "/drafts/open/1", False),
        ("onrecord", "/x.cgi", True),
        ("onrecord", "/x.cgi?y", False),
        ("OnRecord", "/drafts", True),
        ("other", "/drafts", False),
        ("other", "/private/1", True),
    ],
)
def test_the_rules_for_our_name_go_before_those_for_all(agent: str, path: str, forbidden: bool) -> None:
    rules, _ = robots(RobotsFile(status=200, body=RULES), agent)
    assert (trouble(rules, "https://post.example" + path) == Trouble.ROBOTS) is forbidden


def test_the_pause_that_is_asked_for() -> None:
    url = httpx.URL("https://post.example/")
    assert robots(RobotsFile(status=200, body=RULES))[0].delay(url) == 5.0
    assert robots(RobotsFile(status=200, body=RULES), "other")[0].delay(url) == 2.0
    assert robots(RobotsFile(status=200, body=b"User-agent: *\nRequest-rate: 1/10s"))[0].delay(url) == 10.0
    assert robots(RobotsFile(status=404))[0].delay(url) == 0.0
    assert robots(RobotsFile(status=200, body=b"User-agent: *\nCrawl-delay: -7"))[0].delay(url) == 0.0


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 204])
def test_a_site_without_rules_allows_everything(status: int) -> None:
    rules, _ = robots(RobotsFile(status=status))
    assert trouble(rules, "https://post.example/a") is None


@pytest.mark.parametrize(
    "answer",
    [
        RobotsFile(status=500),
        RobotsFile(status=503),
        RobotsFile(status=429),
        NotFetched(Trouble.SLOW, "Too slow."),
        NotFetched(Trouble.UNREACHABLE, "Not there."),
    ],
)
def test_a_site_whose_rules_can_not_be_had_is_left_alone_for_now(answer: RobotsFile | NotFetched) -> None:
    rules, web = robots(answer)
    assert trouble(rules, "https://post.example/a") == Trouble.ROBOTS_UNKNOWN
    assert Trouble.ROBOTS_UNKNOWN.passing
    assert trouble(rules, "https://post.example/b") == Trouble.ROBOTS_UNKNOWN
    assert len(web.asked) == 1
    web.now += KEPT_UNKNOWN + 1
    web.answer = RobotsFile(status=404)
    assert trouble(rules, "https://post.example/a") is None


def test_a_private_machine_is_told_as_what_it_is() -> None:
    rules, _ = robots(NotFetched(Trouble.PRIVATE, "It is this machine."))
    assert trouble(rules, "https://post.example/a") == Trouble.PRIVATE


def test_each_site_is_asked_once_a_day() -> None:
    rules, web = robots(RobotsFile(status=200, body=RULES))
    for address in ("https://post.example/a", "https://post.example/b?c#d", "http://post.example/a"):
        trouble(rules, address)
    trouble(rules, "https://post.example:8443/a")
    assert web.asked == [
        "https://post.example/robots.txt",
        "http://post.example/robots.txt",
        "https://post.example:8443/robots.txt",
    ]
    web.now += KEPT + 1
    trouble(rules, "https://post.example/a")
    assert len(web.asked) == 4


def test_sites_without_end_fill_no_memory() -> None:
    rules, _ = robots(RobotsFile(status=404))
    for number in range(MOST_SITES + 50):
        trouble(rules, f"https://s{number}.example/")
    assert len(rules._sites) == MOST_SITES


@pytest.mark.parametrize(
    "body",
    [
        b"User-agent: *\nDisallow: /" + b"*a" * 100_000 + b"$",
        b"User-agent: *\n" + b"Disallow: /*a*a*a*a*a*a*a*a*a*a*a*b$\n" * 10_000,
        b"User-agent: " + b"x" * LARGEST,
        b"\x00\xff\xfe" * 100_000,
        b"<html>not found</html>",
        b"User-agent: *\nCrawl-delay: " + b"9" * 400,
        b"User-agent: *\nCrawl-delay: nan\nRequest-rate: 0/0",
    ],
)
def test_hostile_rules_take_bounded_time(body: bytes) -> None:
    rules, _ = robots(RobotsFile(status=200, body=body))
    began = time.monotonic()
    trouble(rules, "https://post.example/" + "a" * 3000)
    assert rules.delay(httpx.URL("https://post.example/")) >= 0
    assert time.monotonic() - began < 5


def test_what_is_beyond_the_size_that_is_read_does_not_count() -> None:
    body = b"User-agent: *\n#" + b"x" * LARGEST + b"\nDisallow: /"
    assert trouble(robots(RobotsFile(status=200, body=body))[0], "https://post.example/a") is None
