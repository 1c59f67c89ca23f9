"""Feeds are followed politely, article by article, whatever they do; nothing is fetched or added twice."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.ingest import Fetcher
from onrecord.jobs import Added, FeedsFile, Look, Plan, Stop, Task, follow_feeds
from onrecord.jobs.feed_articles import FIRST_CHANGE, FIRST_PAUSE, JITTER, MOST_TRIES
from onrecord.record import Record, open_record
from tests import stub
from tests.ingest.serve import Site, serving
from tests.ingest.test_sitemaps import index, urlset

EVERY = 900.0


class Clock(Stop):
    """A clock that only rests move; after so many rests it is asked to stop."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 1_800_000_000.0
        self.looks = 10**6

    def __call__(self) -> float:
        return self.now

    def rest(self, seconds: float) -> None:
        if self.looks == 0:
            self.ask()
        self.looks -= 1
        self.check()
        self.now += max(0.0, seconds)


@dataclass
class Feeds:
    """A site with feeds, a record, and a program that follows them; called anew, it is a new program."""

    site: Site
    record: Record
    path: Path
    clock: Clock = field(default_factory=Clock)

    def articles(self, *names: str, path: str = "/feed") -> str:
        """Put a feed there which names these articles, each of one statement; gives its address."""
        for name in names:
            if f"/{name}" not in self.site.pages:
                self.site.put(f"/{name}", f"Lee said: {name} fell", content_type="text/plain")
        items = "".join(f"<item><link>{self.site.address}/{name}</link></item>" for name in names)
        return self.feed(items, path=path)

    def feed(self, items: str, *, path: str = "/feed") -> str:
        body = f'<rss version="2.0"><channel><title>The Courier</title>{items}</channel></rss>'
        return self.site.put(path, body, content_type="application/rss+xml")

    def follow(self, *feeds: str, once: bool = True, looks: int = 10**6) -> list[Added | Look]:
        """What a new program tells; without `once` it is stopped after so many looks."""
        plan = Plan(feeds=feeds, every=EVERY, once=once, max_bytes=100_000)
        task = Task(load_reader=stub.load_stub, info=stub.INFO)
        self.clock.looks, self.clock._asked = looks, False
        fetcher = Fetcher("onrecord-test", allow_private=True, pause=0.0, sleep=lambda _: None)
        with FeedsFile(self.path) as file:
            return list(
                follow_feeds(
                    plan, self.record, task, fetcher=fetcher, file=file, stop=self.clock, clock=self.clock
                )
            )

    def looks(self, *feeds: str, once: bool = True, looks: int = 10**6) -> list[Look]:
        return [one for one in self.follow(*feeds, once=once, looks=looks) if isinstance(one, Look)]

    def look(self, *feeds: str) -> Look:
        (one,) = self.looks(*feeds)
        return one

    def asked(self) -> list[str]:
        """The paths that were asked for since it was asked last."""
        paths = self.site.paths
        self.site.asked.clear()
        return paths

    @property
    def said(self) -> list[str]:
        return sorted(row.content_words for row in self.record.questions.search(limit=1000))


@pytest.fixture
def feeds(tmp_path: Path) -> Iterator[Feeds]:
    with serving() as site, open_record(tmp_path / "onrecord.db") as record:
        yield Feeds(site, record, tmp_path / "onrecord-feeds.json")


def counts(look: Look) -> tuple[int, int, int]:
    return look.new, look.known, look.problems


def with_validators(handler: BaseHTTPRequestHandler, body: bytes, etag: str) -> None:
    """Answer as servers do that know what changed: 304 to whoever has this version."""
    same = handler.headers.get("If-None-Match") == etag
    handler.send_response(304 if same else 200)
    handler.send_header("ETag", etag)
    handler.send_header("Content-Type", "application/rss+xml")
    handler.send_header("Content-Length", "0" if same else str(len(body)))
    handler.end_headers()
    if not same:
        handler.wfile.write(body)


def test_what_is_new_is_added_and_what_is_known_is_not_asked_for(feeds: Feeds) -> None:
    feed = feeds.articles("rain", "snow")
    assert counts(feeds.look(feed)) == (2, 0, 0)
    assert feeds.asked() == ["/feed", "/rain", "/snow"]
    feeds.articles("hail", "rain", "snow")
    assert counts(feeds.look(feed)) == (1, 2, 0)
    assert feeds.asked() == ["/feed", "/hail"]
    assert feeds.said == ["hail fell", "rain fell", "snow fell"]


def test_a_feed_that_has_not_changed_is_not_sent_again(feeds: Feeds) -> None:
    feed = feeds.articles("rain")
    body = feeds.site.pages["/feed"][2]  # type: ignore[index]
    feeds.site.pages["/feed"] = lambda handler: with_validators(handler, body, '"7"')
    assert not feeds.look(feed).unchanged
    feeds.asked()
    assert feeds.look(feed).unchanged  # by another program, so the mark was kept
    assert [headers.get("if-none-match") for path, headers in feeds.site.asked if path == "/feed"] == ['"7"']
    assert feeds.asked() == ["/feed"]
    newer = body.replace(b"</channel>", b"<item><link>/snow</link></item></channel>")
    feeds.site.put("/snow", "Lee said: snow fell", content_type="text/plain")
    feeds.site.pages["/feed"] = lambda handler: with_validators(handler, newer, '"8"')
    assert counts(feeds.look(feed)) == (1, 1, 0)


def test_that_nothing_changed_since_nothing_is_no_answer(feeds: Feeds) -> None:
    look = feeds.look(feeds.site.put("/feed", status=304))
    assert look.trouble is not None
    assert "not changed, since nothing" in look.trouble.message


def test_a_feed_that_fails_comes_later_each_time_and_costs_the_others_nothing(feeds: Feeds) -> None:
    good, bad = feeds.articles("rain"), feeds.site.put("/bad", status=500)
    looks = feeds.looks(bad, good, once=False, looks=9)
    failed = [look for look in looks if look.feed == bad]
    pauses = [look.next - look.next % 1 for look in failed]
    assert [look.failures for look in failed] == [1, 2, 3]
    assert [look.trouble.kind for look in failed if look.trouble] == ["unreadable"] * 3
    gaps = [later - before for before, later in pairwise(pauses)]
    assert all(EVERY * 2 <= gap <= EVERY * 4 * (1 + JITTER) + 2 for gap in gaps)
    assert gaps == sorted(gaps)
    assert sum(look.new for look in looks if look.feed == good) == 1
    assert len([look for look in looks if look.feed == good]) > len(failed)
    feeds.articles("snow", path="/bad")
    feeds.clock.now += 86_400
    assert counts(feeds.look(bad)) == (1, 0, 0)
    assert json.loads(feeds.path.read_text())["feeds"][bad].get("failures") is None


def test_once_a_feed_that_failed_is_left_alone_until_it_is_due(feeds: Feeds) -> None:
    feed = feeds.site.put("/feed", status=503, retry_after="7200")
    look = feeds.look(feed)
    assert look.trouble is not None
    assert 7200 <= look.next - feeds.clock() <= 7200 * (1 + JITTER)
    feeds.asked()
    assert feeds.look(feed).left == "not due"
    assert feeds.asked() == []
    feeds.articles("rain")
    feeds.clock.now += 7200 * (1 + JITTER)
    assert counts(feeds.look(feed)) == (1, 0, 0)


def test_a_program_that_begins_anew_does_not_ask_before_it_is_time(feeds: Feeds) -> None:
    feed = feeds.articles("rain")
    feeds.looks(feed, once=False, looks=1)
    feeds.asked()
    first, *others = feeds.looks(feed, once=False, looks=0)
    assert (first.left, others) == ("not due", [])
    assert 0 < first.next - feeds.clock() <= EVERY
    assert feeds.asked() == []
    assert counts(feeds.look(feed)) == (0, 1, 0)  # but once is now


@pytest.mark.parametrize(
    "body", ["", "Lee said: no", "<html><p>Lee said: no</html>", "<rss", "\0\xff", "<rss>" + "<a>" * 60_000]
)
def test_what_is_no_feed_is_a_failure_of_the_feed_alone(feeds: Feeds, body: str) -> None:
    bad = feeds.site.put("/bad", body.encode("latin-1"), content_type="application/xml")
    first, second = feeds.looks(bad, feeds.articles("rain"))
    assert first.trouble is not None or counts(first) == (0, 0, 0)
    assert counts(second) == (1, 0, 0)


def test_a_bug_that_a_feed_brings_out_ends_that_look_only(
    feeds: Feeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> object:
        raise ZeroDivisionError("by a comma")

    feed = feeds.articles("rain")
    monkeypatch.setattr("onrecord.jobs.following.read_list", broken)
    look = feeds.look(feed)
    assert look.trouble is not None
    assert "ZeroDivisionError: by a comma. This is a bug" in look.trouble.message


def test_an_article_that_is_gone_is_a_problem_once(feeds: Feeds) -> None:
    feed = feeds.feed(f"<item><link>{feeds.site.address}/gone</link></item>")
    assert counts(feeds.look(feed)) == (0, 0, 1)
    assert counts(feeds.look(feed)) == (0, 1, 0)
    assert [path for path, _, _ in feeds.record.questions.problems()] == [f"{feeds.site.address}/gone"]


def test_an_article_that_can_not_be_had_now_is_tried_again_and_then_given_up(feeds: Feeds) -> None:
    feed = feeds.articles("rain", "snow")
    feeds.site.put("/rain", status=503)
    look = feeds.look(feed)
    assert (counts(look), look.later) == ((0, 0, 1), 1)  # the other is on the same machine
    feeds.site.put("/rain", "Lee said: rain fell", content_type="text/plain")
    feeds.asked()
    assert counts(feeds.look(feed)) == (1, 1, 0)
    assert feeds.asked() == ["/feed", "/snow"]  # it is not time for the first
    feeds.clock.now += FIRST_PAUSE * (1 + JITTER)
    assert counts(feeds.look(feed)) == (1, 1, 0)
    assert feeds.record.questions.problems() == []
    feeds.articles("hail")
    feeds.site.put("/hail", status=503)
    for _ in range(MOST_TRIES + 3):
        feeds.look(feed)
        feeds.clock.now += 86_400 * 2
    assert feeds.site.paths.count("/hail") == MOST_TRIES


def test_an_article_that_waits_is_tried_though_its_feed_names_it_no_more(feeds: Feeds) -> None:
    feed = feeds.articles("rain")
    feeds.site.put("/rain", status=503)
    feeds.look(feed)
    feeds.articles("snow")
    feeds.site.put("/rain", "Lee said: rain fell", content_type="text/plain")
    feeds.clock.now += FIRST_PAUSE * (1 + JITTER)
    assert counts(feeds.look(feed)) == (2, 0, 0)


def test_where_a_page_can_not_be_had_what_the_feed_holds_of_it_is_added(feeds: Feeds) -> None:
    whole = "<content:encoded>&lt;p&gt;Lee said: {0} fell&lt;/p&gt;</content:encoded>"
    items = "".join(
        f"<item><link>{feeds.site.address}/{name}</link>{whole.format(name)}</item>" for name in ("a", "b")
    )
    feeds.site.put("/a", status=503)
    space = '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    feed = feeds.site.put("/feed", f"{space}{items}</channel></rss>", content_type="application/rss+xml")
    assert counts(feeds.look(feed)) == (2, 0, 0)
    assert feeds.asked() == ["/feed", "/a"]  # the machine was busy, so it was not asked for the other


def atom(site: Site, name: str, updated: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><entry><id>urn:1</id>'
        f"<link href='{site.address}/{name}'/><published>2018-07-26T08:00:00Z</published>"
        f"<updated>{updated}</updated></entry></feed>"
    )


def test_an_article_whose_feed_tells_of_a_change_is_fetched_anew_but_not_all_the_time(feeds: Feeds) -> None:
    feeds.site.put("/rain", "Lee said: rain fell", content_type="text/plain")
    feed = feeds.site.put("/feed", atom(feeds.site, "rain", "2018-07-26T08:00:00Z"))
    assert counts(feeds.look(feed)) == (1, 0, 0)
    feeds.site.put("/rain", "Lee said: snow fell", content_type="text/plain")
    feeds.site.put("/feed", atom(feeds.site, "rain", "2018-07-26T09:00:00Z"))
    assert counts(feeds.look(feed)) == (0, 1, 0)  # a moment after it was had
    feeds.clock.now += FIRST_CHANGE
    assert counts(feeds.look(feed)) == (1, 0, 0)
    assert feeds.said == ["snow fell"]  # the version that counts
    assert len(feeds.record.questions.documents()) == 2
    feeds.asked()
    for hour in range(10, 22):
        feeds.site.put("/feed", atom(feeds.site, "rain", f"2018-07-26T{hour}:00:00Z"))
        feeds.clock.now += 3600
        feeds.look(feed)
    assert feeds.asked().count("/rain") == 2  # after 2 hours and after 4 more: the pause doubles


def test_what_a_feed_says_of_an_article_fills_in_what_the_page_does_not(feeds: Feeds) -> None:
    feeds.site.put("/rain", "Lee said: rain fell", content_type="text/plain")
    feed = feeds.site.put("/feed", atom(feeds.site, "rain", "2018-07-26T09:00:00Z"))
    feeds.look(feed)
    (row,) = feeds.record.questions.search()
    assert (row.outlet, row.published, row.address) == (
        "The Courier",
        "2018-07-26T08:00:00Z",
        f"{feeds.site.address}/rain",
    )


def test_sitemaps_are_followed_and_only_those_that_changed_are_sent(feeds: Feeds) -> None:
    at = feeds.site.address
    for name in ("a", "b", "c"):
        feeds.site.put(f"/{name}", f"Lee said: {name} fell", content_type="text/plain")
    feeds.site.put("/s.xml", index(f"{at}/1.xml", f"{at}/2.xml"), etag='"0"', content_type="text/xml")
    one, two = urlset(f"{at}/a"), urlset(f"{at}/b")
    feeds.site.pages["/1.xml"] = lambda handler: with_validators(handler, one, '"1"')
    feeds.site.pages["/2.xml"] = lambda handler: with_validators(handler, two, '"2"')
    assert counts(feeds.look(at + "/s.xml")) == (2, 0, 0)
    feeds.asked()
    more = urlset(f"{at}/b", f"{at}/c")
    feeds.site.pages["/2.xml"] = lambda handler: with_validators(handler, more, '"3"')
    assert counts(feeds.look(at + "/s.xml")) == (1, 1, 0)
    marks = {path: headers.get("if-none-match") for path, headers in feeds.site.asked}
    assert (marks["/s.xml"], marks["/1.xml"], marks["/2.xml"]) == (None, '"1"', '"2"')
    assert feeds.asked() == ["/s.xml", "/1.xml", "/2.xml", "/c"]


def test_a_sitemap_that_can_not_be_had_is_told_and_is_no_problem_of_the_record(feeds: Feeds) -> None:
    at = feeds.site.address
    feeds.site.put("/s.xml", index(f"{at}/none.xml"), content_type="text/xml")
    note, look = feeds.follow(at + "/s.xml")
    assert isinstance(note, Added)
    assert note.failure is not None
    assert isinstance(look, Look)
    assert counts(look) == (0, 0, 1)
    assert feeds.record.questions.problems() == []


def test_many_articles_leave_the_other_feeds_their_turn(
    feeds: Feeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.jobs.feed_articles.MOST_AT_ONCE", 2)
    large = feeds.articles(*"abcde")
    small = feeds.articles("x", path="/small")
    looks = feeds.looks(large, small)
    assert [(look.feed, *counts(look), look.later, look.more) for look in looks] == [
        (large, 2, 0, 0, 3, True),
        (small, 1, 0, 0, 0, False),
        (large, 2, 2, 0, 1, True),
        (large, 1, 4, 0, 0, False),
    ]


def test_a_feed_whose_articles_take_long_leaves_the_others_their_turn(
    feeds: Feeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.jobs.feed_articles.LONGEST_TURN", -1.0)
    slow = feeds.articles(*"abc")
    looks = feeds.looks(slow, feeds.articles("x", path="/small"))
    assert [(look.feed[-5:], look.new, look.later) for look in looks] == [
        ("/feed", 1, 2),
        ("small", 1, 0),
        ("/feed", 1, 1),
        ("/feed", 1, 0),
    ]


def test_an_article_that_ends_the_program_is_not_begun_for_ever(
    feeds: Feeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object, **__: object) -> Iterator[Added]:
        raise SystemExit(9)

    feed = feeds.articles("rain")
    for _ in range(MOST_TRIES):
        with monkeypatch.context() as deadly:
            deadly.setattr("onrecord.jobs.feed_articles.add_inputs", die)
            with pytest.raises(SystemExit):
                feeds.look(feed)
    feeds.asked()
    assert counts(feeds.look(feed)) == (0, 0, 1)
    assert feeds.asked() == ["/feed"]
    assert "begun 8 times" in feeds.record.questions.problems()[0][2]
    assert counts(feeds.look(feed)) == (0, 1, 0)


def test_what_is_asked_for_in_a_pause_ends_it_and_nothing_is_half_done(feeds: Feeds) -> None:
    feed = feeds.articles("rain", "snow", "hail")
    events = []
    plan = Plan(feeds=(feed,), every=EVERY, once=False, max_bytes=100_000)
    task = Task(load_reader=stub.load_stub, info=stub.INFO)
    fetcher = Fetcher("onrecord-test", allow_private=True, pause=0.0)
    with FeedsFile(feeds.path) as file:
        for one in follow_feeds(plan, feeds.record, task, fetcher=fetcher, file=file, stop=feeds.clock):
            events.append(one)
            feeds.clock.ask()
    assert isinstance(events[-1], Look)
    assert (events[-1].stopped, events[-1].new, len(events)) == (True, 1, 2)
    assert feeds.said == ["rain fell"]
    assert counts(feeds.look(feed)) == (2, 1, 0)


def test_two_programs_do_not_look_at_one_feed_at_a_time(feeds: Feeds, tmp_path: Path) -> None:
    feed = feeds.articles("rain")
    code = (
        "import sys, pathlib\nfrom onrecord.jobs import FeedsFile\n"
        f"with FeedsFile(pathlib.Path({str(feeds.path)!r})) as file, file.held({feed!r}) as mine:\n"
        "    print(mine, flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert feeds.look(feed).left == "another program looks at it now"
        assert counts(feeds.look(feeds.articles("snow", path="/other"))) == (1, 0, 0)
        other.communicate("")
    assert counts(feeds.look(feed)) == (1, 0, 0)
