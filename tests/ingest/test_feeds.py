from __future__ import annotations

import builtins
import socket
import time
from contextlib import suppress

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import Feed, load, read_feed
from onrecord.ingest.feeds import LARGEST, MOST_ENTRIES, MOST_TAGS, MOST_TAGS_BROKEN

WHERE = "https://post.example/feeds/all.xml"
LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def rss(*items: str, title: str = "The Post") -> bytes:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title>{inside}</channel></rss>"
    ).encode()


ITEM = (
    "<title>Rain at last</title><link>/2018/rain?a=1#top</link><guid>tag:7</guid>"
    "<author>mara@post.example (Mara Ilves)</author><pubDate>Thu, 26 Jul 2018 10:00:00 +0200</pubDate>"
    "<description>Rain &lt;b&gt;fell&lt;/b&gt;.</description>"
)
WHOLE = (
    "<content:encoded><![CDATA[<p>“We danced,” said Ana Ruiz, who keeps goats on the far bank.</p>"
    "<p>The council met at noon and decided nothing about it, officials said.</p>]]></content:encoded>"
)
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The &lt;i&gt;Post&lt;/i&gt;</title>
<entry><id>urn:1</id><title>Fog &amp;amp; rain</title><link rel="alternate" href="fog"/>
<updated>2018-07-26T08:00:00Z</updated><author><name>Jo Brandt</name></author>
<content type="html">&lt;p&gt;Fog, said Lee.&lt;/p&gt;</content></entry></feed>"""


def read(data: bytes) -> Feed:
    return read_feed(data, address=WHERE)


def refused(data: bytes) -> SkipDocument:
    with pytest.raises(SkipDocument) as caught:
        read(data)
    return caught.value


def test_an_entry_of_rss() -> None:
    feed = read(rss(ITEM))
    (entry,) = feed.entries
    assert feed.title == "The Post"
    assert (entry.address, entry.id) == ("https://post.example/2018/rain?a=1", "tag:7")
    assert (entry.title, entry.published) == ("Rain at last", "2018-07-26T08:00:00Z")
    assert entry.modified is None
    assert "Mara Ilves" in (entry.byline or "")
    assert (entry.summary, entry.content) == ("Rain <b>fell</b>.", None)


def test_an_entry_of_atom() -> None:
    feed = read(ATOM.encode())
    (entry,) = feed.entries
    assert feed.title == "The Post"
    assert (entry.address, entry.title) == ("https://post.example/feeds/fog", "Fog & rain")
    assert (entry.published, entry.byline) == ("2018-07-26T08:00:00Z", "Jo Brandt")
    assert entry.modified == entry.published
    assert entry.content == "<p>Fog, said Lee.</p>"


def test_an_article_that_the_feed_holds_can_be_read() -> None:
    feed = read(rss(ITEM + WHOLE))
    item = feed.entries[0].as_input(path=WHERE, max_bytes=10_000, outlet=feed.title)
    assert item is not None
    doc = load(item)
    assert doc.text.startswith("Rain at last\n\n“We danced,” said Ana Ruiz")
    assert (doc.title, doc.outlet, doc.published) == ("Rain at last", "The Post", "2018-07-26T08:00:00Z")
    assert (doc.address, doc.path) == ("https://post.example/2018/rain?a=1", WHERE)
    assert read(rss(ITEM)).entries[0].as_input(path=WHERE, max_bytes=10_000) is None


def test_an_address_comes_once_and_what_leads_nowhere_is_left_out() -> None:
    feed = read(rss(ITEM, ITEM, "<title>Nothing</title>", "<link>javascript:alert(1)</link>"))
    assert len(feed.entries) == 1


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "http://lee:x@post.example/", "ftp://post.example/a"],
)
def test_an_address_that_may_not_be_fetched_is_none(link: str) -> None:
    (entry,) = read(rss(f"<link>{link}</link><description>Words</description>")).entries
    assert entry.address is None


def test_a_damaged_feed_is_read_as_far_as_it_goes() -> None:
    assert [entry.title for entry in read(rss(ITEM)[:-30] + b"<oops & <").entries] == ["Rain at last"]


def test_other_encodings() -> None:
    data = rss("<title>Café</title><link>/a</link>").decode().replace("utf-8", "iso-8859-1").encode("latin-1")
    assert read(data).entries[0].title == "Café"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Lee said no.",
        b"<html><p>Lee said no.</html>",
        b"/etc/passwd",
        b"https://post.example/feed",
        b"\x00" * 99,
    ],
)
def test_what_is_no_feed(data: bytes) -> None:
    assert refused(data).reason == Reason.NOT_TEXT


# ------------------------------------------------------------------------------------- hostile


def test_nothing_is_fetched_or_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    read(rss(ITEM))  # what it needs is loaded
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("a connection was made"))
    monkeypatch.setattr(builtins, "open", lambda *_, **__: pytest.fail("a file was opened"))
    outside = b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">' + rss(ITEM).partition(b"?>")[2]
    assert len(read(outside).entries) == 1
    refused(b"/etc/passwd")
    refused(b"http://127.0.0.1:9/")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    [LAUGHS, '<!DOCTYPE l [<!ENTITY i SYSTEM "file:///etc/passwd">]>', "<!DOCTYPE l [<!ENTITY % i ''>]>"],
)
def test_entities_are_refused(declared: str, encoding: str) -> None:
    data = declared + "<rss version='2.0'><channel><item><title>&i;</title></item></channel></rss>"
    assert "entities" in refused(data.encode(encoding)).message


def test_entities_that_are_hidden_by_an_encoding_unpack_to_nothing() -> None:
    item = "<item><link>/a</link><title>&i;</title></item>"
    data = f"{LAUGHS}<rss><channel><title>&i;</title>{item}</channel></rss>"
    head = b'<?xml version="1.0" encoding="utf-7"?>'
    try:
        feed = read(head + data.encode("utf-7"))
    except SkipDocument:
        return
    assert all(len(entry.title or "") < 100 for entry in feed.entries)


@pytest.mark.parametrize(
    "data",
    [
        rss("<a>" * 20_000 + "</a>" * 20_000),
        rss("<a>" * 40_000),
        rss("<title>" + "&lt;div&gt;" * 50_000 + "</title>"),
        b"<rss><channel><item>" + b"<!--" * 40_000,
        b"<rss><channel><item>" + b"<" * 40_000,
        b"<rss><channel><item><title>" + b"&" * 200_000,
    ],
)
def test_hostile_feeds_take_bounded_time(data: bytes) -> None:
    began = time.monotonic()
    with suppress(SkipDocument):
        read(data)
    assert time.monotonic() - began < 15


def test_feeds_beyond_the_limits_are_refused() -> None:
    assert refused(b"<rss>" + b" " * LARGEST).reason == Reason.TOO_LARGE
    assert refused(rss("<a/>" * MOST_TAGS)).reason == Reason.TOO_LARGE
    assert refused(rss("<a>" * MOST_TAGS_BROKEN)).reason == Reason.TOO_LARGE
    assert refused(rss("<a>" * MOST_TAGS_BROKEN + "</a>" * MOST_TAGS_BROKEN)).reason == Reason.TOO_LARGE


def test_entries_without_end_are_cut() -> None:
    items = [f"<link>/{number}</link>" for number in range(MOST_ENTRIES + 5)]
    assert len(read(rss(*items)).entries) == MOST_ENTRIES


def test_markup_in_titles_and_bodies_does_no_harm() -> None:
    bad = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"
    title = f"Rain {bad} \u202eat last"
    (entry,) = read(rss(f"<title>{title}</title><link>/a</link><description>{bad}</description>")).entries
    assert entry.title is not None
    assert "<" not in entry.title
    assert "\u202e" not in entry.title
    assert "script" not in (entry.summary or "")
    assert "onerror" not in (entry.summary or "")
