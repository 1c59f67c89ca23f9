from __future__ import annotations

import gzip

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import Fetched, FetchedKind, Input, kind_of, load, open_fetched
from tests.ingest.test_docx import made
from tests.ingest.test_feeds import ATOM, ITEM, rss
from tests.ingest.test_pdf import PAGE, pdf
from tests.ingest.test_sitemaps import index, urlset
from tests.ingest.test_warc import DAY, THREE, archive, page
from tests.ingest.test_zip import packed

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def fetched(body: bytes, kind: str = "text/html", address: str = "https://post.example/a") -> Fetched:
    return Fetched(
        address=address,
        final_address=address + "/final",
        status=200,
        headers=(("content-type", kind),),
        body=body,
        fetched_at="2018-07-27T09:00:00Z",
    )


def opened(body: bytes, kind: str = "text/html", *, max_bytes: int = 100_000) -> list[Input]:
    return list(open_fetched(fetched(body, kind), max_bytes=max_bytes))


@pytest.mark.parametrize(
    ("body", "kind", "what"),
    [
        (rss(ITEM), "text/html", FetchedKind.FEED),
        (ATOM.encode(), "application/xml", FetchedKind.FEED),
        (b"<!-- x -->\n<rss/>", "", FetchedKind.FEED),
        (b'<!DOCTYPE rss [<!ENTITY a "b">]>\n<rss/>', "application/xml", FetchedKind.FEED),
        ("<?xml version='1.0'?><rss/>".encode("utf-16"), "application/xml", FetchedKind.FEED),
        (b"<!DOCTYPE rss [" + b"]" * 2000, "application/xml", FetchedKind.DOCUMENTS),
        (b"broken", "application/rss+xml; charset=utf-8", FetchedKind.FEED),
        (page("x"), "application/rss+xml", FetchedKind.DOCUMENTS),
        (urlset("https://post.example/a"), "text/xml", FetchedKind.SITEMAP),
        (index("https://post.example/a"), "text/plain", FetchedKind.SITEMAP),
        (gzip.compress(urlset()), "application/gzip", FetchedKind.SITEMAP),
        (gzip.compress(rss()), "application/gzip", FetchedKind.SITEMAP),
        (archive(THREE), "application/gzip", FetchedKind.DOCUMENTS),
        (page("x"), "text/html", FetchedKind.DOCUMENTS),
        (b"", "", FetchedKind.DOCUMENTS),
        (b"<!--" * 2000, "text/xml", FetchedKind.DOCUMENTS),
    ],
)
def test_what_was_fetched(body: bytes, kind: str, what: FetchedKind) -> None:
    assert kind_of(fetched(body, kind)) == what


def test_a_page_carries_where_and_when_it_was_fetched() -> None:
    (item,) = opened(page("first"), "text/html; charset=utf-8")
    doc = load(item)
    assert (doc.id, doc.path) == ("https://post.example/a", "https://post.example/a")
    assert (doc.address, doc.captured) == ("https://post.example/a/final", "2018-07-27T09:00:00Z")
    assert doc.title == "first rain"


@pytest.mark.parametrize(
    ("body", "kind", "reader"),
    [
        (pdf(PAGE), "text/html", "pdf"),
        (made("Lee said no."), DOCX, "docx"),
        (made("Lee said no."), "application/octet-stream", "docx"),
        (b"Subject: Rain\n\nLee said no.", "message/rfc822", "eml"),
        (b"Lee said no.", "text/plain", "text"),
        (b"<!doctype html><p>Lee said no.", "text/plain", "html"),
        (b'{"text": "Lee said no."}', "application/json", "json"),
        (b"Lee <b>said</b> no.", "text/html", "html"),
    ],
)
def test_other_kinds_are_known_by_their_first_bytes_or_their_type(
    body: bytes, kind: str, reader: str
) -> None:
    (item,) = opened(body, kind)
    assert item.reader == reader
    assert item.address == "https://post.example/a/final"


def test_the_encoding_that_the_server_told_is_used() -> None:
    (item,) = opened("<p>«Мы танцевали»".encode("windows-1251"), "text/html; charset=windows-1251")
    assert item.charset == "windows-1251"


def test_archives_hold_many_documents() -> None:
    items = opened(archive(THREE), "application/gzip")
    assert [item.address for item in items] == [f"https://post.example/{n}" for n in range(3)]
    assert {item.captured for item in items} == {DAY}
    items = opened(packed({"a.txt": b"Lee said no.", "../b.txt": b"x"}), "application/zip")
    assert [(item.id, item.address) for item in items] == [
        ("https://post.example/a/a", None),
        ("https://post.example/a/../b", None),
    ]
    assert items[1].failure is not None


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n", b"x" * 2000])
def test_what_can_not_be_read_is_an_input_that_fails(body: bytes) -> None:
    (item,) = opened(body, "text/plain", max_bytes=1000)
    with pytest.raises(SkipDocument) as caught:
        load(item)
    assert caught.value.reason in (Reason.NOT_TEXT, Reason.TOO_LARGE)
