"""What a feed or sitemap names, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import Fetched, Input, Listed, NotFetched, Trouble, load, read_list
from tests.ingest.test_feeds import rss
from tests.ingest.test_sitemaps import index, urlset

PLACE = "https://post.example/"
ENTRY = (
    f"<title>Rain at last</title><link>{PLACE}rain?utm_source=feed</link><author>Mara Ilves</author>"
    "<pubDate>Thu, 26 Jul 2018 10:00:00 GMT</pubDate>"
)
WHOLE = "<content:encoded>&lt;p&gt;Lee said no.&lt;/p&gt;</content:encoded>"


def fetched(body: bytes, address: str = PLACE + "list", status: int = 200) -> Fetched:
    return Fetched(
        address=address,
        final_address=address,
        status=status,
        headers=(("content-type", "text/plain"),),
        body=body,
        fetched_at="2018-07-27T09:00:00Z",
    )


def gone(address: str) -> Fetched:
    raise NotFetched(Trouble.GONE, "There is nothing.", 404)


def listed(body: bytes, fetch: Callable[[str], Fetched] = gone, *, outlet: str | None = None) -> list[Listed]:
    failed: list[str] = []
    return list(
        read_list(
            fetched(body),
            fetch,
            max_bytes=1000,
            on_failure=lambda address, _: failed.append(address),
            outlet=outlet,
        )
    )


def opened(one: Listed, body: bytes | None) -> Input:
    (item,) = one.open(lambda at: fetched(body, at) if body is not None else gone(at), max_bytes=1000)
    return item


def test_an_article_of_a_feed_carries_what_the_feed_says_of_it() -> None:
    (one,) = listed(rss(ENTRY))
    assert (one.key, one.address) == (PLACE + "rain", PLACE + "rain?utm_source=feed")
    assert (one.list, one.stamp, one.held) == (PLACE + "list", "2018-07-26T10:00:00Z", None)
    doc = load(opened(one, b"Lee said no."))
    assert (doc.title, doc.byline, doc.published) == ("Rain at last", "Mara Ilves", "2018-07-26T10:00:00Z")
    assert doc.outlet == one.outlet
    assert doc.text == "Lee said no."


def test_what_a_page_says_itself_goes_before_it() -> None:
    (one,) = listed(rss(ENTRY))
    page = b'{"text": "Lee said no.", "title": "Sun", "outlet": "The Post", "published": "2018-07-01"}'
    doc = load(opened(one, page))
    assert (doc.title, doc.outlet, doc.published) == ("Sun", "The Post", "2018-07-01")
    assert doc.byline == "Mara Ilves"


def test_the_users_word_on_the_outlet_goes_before_the_feeds() -> None:
    (one,) = listed(rss(ENTRY), outlet="The Herald")
    assert load(opened(one, b"Lee said no.")).outlet == "The Herald"


def test_where_the_page_can_not_be_had_what_the_feed_holds_is_taken() -> None:
    (one,) = listed(rss(ENTRY + WHOLE))
    assert "Lee said no." in load(opened(one, None)).text
    (bare,) = listed(rss(ENTRY))
    with pytest.raises(NotFetched):
        opened(bare, None)


def test_an_entry_without_an_address_is_what_the_feed_holds_or_nothing() -> None:
    (one,) = listed(rss("<guid isPermaLink='false'>7</guid>" + WHOLE, "<title>Only a title</title>"))
    assert (one.key, one.address) == ("7", None)
    assert "Lee said no." in load(opened(one, b"never asked")).text


def test_the_pages_of_sitemaps_tell_which_one_names_them() -> None:
    inner = {PLACE + "1.xml": urlset(PLACE + "a"), PLACE + "2.xml": urlset(PLACE + "b")}
    found = listed(index(*inner), lambda at: fetched(inner[at], at))
    assert [(one.list, one.address) for one in found] == [
        (PLACE + "1.xml", PLACE + "a"),
        (PLACE + "2.xml", PLACE + "b"),
    ]


def test_a_sitemap_that_has_not_changed_names_nothing() -> None:
    assert listed(index(PLACE + "1.xml"), lambda at: fetched(b"", at, 304)) == []


def test_what_is_neither_is_refused() -> None:
    with pytest.raises(SkipDocument, match="neither a feed nor a sitemap") as caught:
        listed(b"<html><p>Lee said no.")
    assert caught.value.reason == Reason.NOT_TEXT


def test_an_article_that_is_a_feed_or_sitemap_is_none() -> None:
    (one,) = listed(rss(ENTRY))
    with pytest.raises(SkipDocument, match="no article but a feed"):
        opened(one, rss(ENTRY))
