from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import (
    Fetched,
    Fetcher,
    NotFetched,
    SitemapPage,
    Trouble,
    read_sitemap,
    sitemaps,
    walk_sitemap,
)
from tests.ingest.serve import Site, serving
from tests.ingest.test_feeds import LAUGHS

SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*addresses: str, before: str = "") -> bytes:
    inside = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return f'<?xml version="1.0"?>{before}<urlset {SPACE}>{inside}</urlset>'.encode()


def index(*addresses: str) -> bytes:
    inside = "".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses)
    return f"<sitemapindex {SPACE}>{inside}</sitemapindex>".encode()


def addresses(data: bytes) -> list[str]:
    return [page.address for page in read_sitemap(data).pages]


def refused(data: bytes) -> SkipDocument:
    with pytest.raises(SkipDocument) as caught:
        read_sitemap(data)
    return caught.value


def test_pages_and_what_news_sitemaps_say_of_them() -> None:
    data = f"""<urlset {SPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc> https://post.example/rain </loc><lastmod>2018-07-27</lastmod>
    <news:news><news:publication><news:name>The Post</news:name><news:language>en</news:language>
    </news:publication><news:publication_date>2018-07-26T10:00:00+02:00</news:publication_date>
    <news:title>Rain at last</news:title></news:news></url></urlset>"""
    assert read_sitemap(data.encode()).pages == (
        SitemapPage(
            address="https://post.example/rain",
            modified="2018-07-27",
            published="2018-07-26T10:00:00+02:00",
            title="Rain at last",
            outlet="The Post",
        ),
    )


def test_an_index_names_further_sitemaps() -> None:
    found = read_sitemap(index("https://post.example/1.xml", "https://post.example/2.xml.gz"))
    assert found.sitemaps == ("https://post.example/1.xml", "https://post.example/2.xml.gz")
    assert found.pages == ()


def test_packed_and_plain_ones_and_lists() -> None:
    both = ["https://post.example/a", "https://post.example/b?c=1&d=2"]
    data = urlset(*(address.replace("&", "&amp;") for address in both))
    assert addresses(data) == addresses(gzip.compress(data)) == both
    assert addresses(b"\xef\xbb\xbf" + "\n".join(both).encode()) == both
    assert addresses(urlset().replace(SPACE.encode(), b"")) == []


def test_addresses_that_can_not_be_fetched_are_left_out_and_each_comes_once() -> None:
    bad = ["javascript:alert(1)", "file:///etc/passwd", "https://lee:x@post.example/", "", "/a"]
    assert addresses(urlset(*bad, "https://post.example/a", "https://post.example/a")) == [
        "https://post.example/a"
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.UNREADABLE),
        (b"Lee said no.", Reason.UNREADABLE),
        (b"<html><p>Lee</html>", Reason.UNREADABLE),
        (b"<rss/>", Reason.NOT_TEXT),
        (urlset("https://post.example/a")[:-5], Reason.UNREADABLE),
        (gzip.compress(urlset())[:-9], Reason.UNREADABLE),
        (b"\x1f\x8b\x08 no gzip", Reason.UNREADABLE),
    ],
)
def test_what_is_no_sitemap(data: bytes, reason: Reason) -> None:
    assert refused(data).reason == reason


# ------------------------------------------------------------------------------------- hostile


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    [
        LAUGHS,
        '<!DOCTYPE l [<!ENTITY i SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE l SYSTEM "http://127.0.0.1:9/">',
    ],
)
def test_document_types_are_refused(declared: str, encoding: str) -> None:
    data = f"{declared}<urlset><url><loc>https://post.example/&i;</loc></url></urlset>"
    assert refused(data.encode(encoding)).reason == Reason.UNREADABLE


def test_a_bomb_is_not_unpacked() -> None:
    assert refused(gzip.compress(b" " * 60_000_000)).reason == Reason.TOO_LARGE


def test_one_that_is_too_large_too_deep_or_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(b"<urlset>" + b"<url>" * 100_000).reason == Reason.UNREADABLE
    monkeypatch.setattr(sitemaps, "LARGEST", 1000)
    assert refused(urlset(*["https://post.example/a"] * 30)).reason == Reason.TOO_LARGE
    monkeypatch.undo()
    monkeypatch.setattr(sitemaps, "MOST_ADDRESSES", 10)
    assert len(addresses(urlset(*(f"https://post.example/{n}" for n in range(30))))) == 10
    monkeypatch.undo()
    monkeypatch.setattr("onrecord.ingest.xml.MOST_ELEMENTS", 10)
    assert refused(urlset(*["https://post.example/a"] * 3000)).reason == Reason.TOO_LARGE


def test_markup_and_control_characters_in_titles() -> None:
    news = "<news><title>&lt;b&gt; \u202e rain</title></news>"
    (page,) = read_sitemap(f"<urlset><url><loc>https://a.example/</loc>{news}</url></urlset>".encode()).pages
    assert page.title == "<b> \ufffd rain"


# ------------------------------------------------------------------------------------- walking


def site_of(pages: dict[str, bytes]) -> Callable[[str], Fetched]:
    def fetch(address: str) -> Fetched:
        if address not in pages:
            raise NotFetched(Trouble.GONE, "There is nothing.", 404)
        return Fetched(
            address=address,
            final_address=address,
            status=200,
            headers=(),
            body=pages[address],
            fetched_at="2018-07-27T08:00:00Z",
        )

    return fetch


def walked(pages: dict[str, bytes], start: str) -> tuple[list[str], list[str]]:
    failed: list[str] = []
    found = walk_sitemap(start, site_of(pages), on_failure=lambda address, _: failed.append(address))
    return [page.address for page in found], failed


ROOT = "https://www.post.example/s.xml"


def test_a_site_is_walked_and_what_fails_is_told() -> None:
    pages = {
        ROOT: index(
            "https://post.example/1.xml", "https://post.example/none.xml", "https://post.example/2.xml"
        ),
        "https://post.example/1.xml": urlset("https://www.post.example/a", "https://news.post.example/b"),
        "https://post.example/2.xml": urlset("https://www.post.example/a", "https://www.post.example/c"),
    }
    assert walked(pages, ROOT) == (
        ["https://www.post.example/a", "https://news.post.example/b", "https://www.post.example/c"],
        ["https://post.example/none.xml"],
    )


def test_a_site_can_not_send_us_to_others() -> None:
    pages = {
        ROOT: index("https://evil.example/1.xml", "https://post.example/2.xml"),
        "https://evil.example/1.xml": urlset("https://www.post.example/x"),
        "https://post.example/2.xml": urlset("http://127.0.0.1/a", "https://notpost.example/b"),
    }
    assert walked(pages, ROOT) == ([], [])


def test_circles_and_endless_sitemaps_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert walked({ROOT: index(ROOT, ROOT + "#again")}, ROOT) == ([], [])
    monkeypatch.setattr(sitemaps, "MOST_SITEMAPS", 5)
    pages = {ROOT: index(*(f"https://post.example/{n}" for n in range(50)))}
    found, failed = walked(pages, ROOT)
    assert (found, len(failed)) == ([], 5)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def test_over_the_network(site: Site) -> None:
    site.put("/s.xml", index(site.address + "/1.xml.gz"), content_type="application/xml")
    site.put("/1.xml.gz", gzip.compress(urlset(site.address + "/a")), content_type="application/x-gzip")
    fetcher = Fetcher(allow_private=True, pause=0)
    found = walk_sitemap(site.address + "/s.xml", fetcher.fetch, on_failure=lambda *_: pytest.fail("failed"))
    assert [page.address for page in found] == [site.address + "/a"]
