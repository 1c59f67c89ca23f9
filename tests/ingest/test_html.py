from __future__ import annotations

import logging
from pathlib import Path

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.html import extractor, read_html
from onrecord.model import Document
from onrecord.model.document import digest_of

SAMPLES = Path(__file__).parents[2] / "samples"
HEAD = """<head><meta charset="utf-8"><title>Rain at last – The Courier</title>
<meta property="og:site_name" content="The Courier"><link rel="canonical" href="https://courier.example/rain">
<meta name="author" content="Mara Ilves">
<meta property="article:published_time" content="2020-02-03T18:22:00+01:00">
</head>"""
BODY = """<h1>Rain at last</h1>
<p>ORSK (AP) — Rain fell on the valley for the first time in two years, officials said.</p>
<p>“We danced,” said Ana Ruiz, who keeps goats. “The goats did not.”</p><p>Share this article</p>"""


def read(body: str = BODY, head: str = HEAD) -> Document:
    return read_html(
        f"<html>{head}<body><article>{body}</article></body></html>".encode(), id="a", path="a.html"
    )


def refused(data: bytes) -> SkipDocument:
    with pytest.raises(SkipDocument) as caught:
        read_html(data, id="a", path="a.html")
    return caught.value


def test_a_page_becomes_title_and_paragraphs() -> None:
    paragraphs = read().text.split("\n\n")
    assert [paragraph[:12] for paragraph in paragraphs] == [
        "Rain at last",
        "ORSK (AP) — ",
        "“We danced,”",
        "Share this a",
    ]


def test_what_the_page_says_of_itself_is_told() -> None:
    doc = read()
    assert (doc.title, doc.outlet, doc.byline, doc.agency) == (
        "Rain at last",
        "The Courier",
        "Mara Ilves",
        "AP",
    )
    assert (doc.published, doc.address) == ("2020-02-03T18:22:00+01:00", "https://courier.example/rain")


def test_lines_of_the_text_are_marked() -> None:
    doc = read()
    assert [(region.kind.value, region.span.slice(doc.text)) for region in doc.regions] == [
        ("title", "Rain at last"),
        ("boilerplate", "Share this article"),
    ]


def test_where_it_came_from_is_kept() -> None:
    data = f"<html>{HEAD}<body>{BODY}</body></html>".encode()
    doc = read_html(data, id="a", path="a.html", address="https://courier.example/other")
    assert doc.original_digest == digest_of(data)
    assert doc.extractor == extractor()
    assert doc.extractor.startswith("trafilatura 2")
    assert doc.address == "https://courier.example/other"


@pytest.mark.parametrize("cut", [1.0, 0.9, 0.7])
def test_a_page_that_was_cut_short_is_read_as_far_as_it_goes(cut: float) -> None:
    data = f"<html>{HEAD}<body><article>{BODY}".encode()
    assert "Rain fell on the" in read_html(data[: int(len(data) * cut)], id="a", path="a").text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"<<>>", Reason.EMPTY),
        (b"<html><body></body></html>", Reason.NO_ARTICLE),
        (b"<html><head><title>Rain</title></head><body><h1>Rain</h1></body></html>", Reason.NO_ARTICLE),
        (b"<html><body><p>Share this article</p></body></html>", Reason.NO_ARTICLE),
        (b"<html><body><p>Please enable JavaScript to read this page.</p></body></html>", Reason.NO_ARTICLE),
        (b"<html><body><script>var x = 'Lee said no.'</script></body></html>", Reason.NO_ARTICLE),
        (
            b"<html><body><nav><a>Home</a></nav><h1>Not found</h1><p>Sorry.</p></body></html>",
            Reason.NO_ARTICLE,
        ),
        (b"%PDF-1.4 <html>", Reason.BINARY),
    ],
)
def test_pages_with_no_article(data: bytes, reason: Reason) -> None:
    assert refused(data).reason == reason


def test_a_failure_inside_a_library_is_one_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    assert refused(b"<html><body><p>Lee said no.").reason == Reason.NO_ARTICLE


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("trafilatura").propagate = False
    refused(b"<html><body></body></html>")
    assert capfd.readouterr() == ("", "")


def test_the_sample_page_gives_the_sample_text() -> None:
    doc = read_html((SAMPLES / "flood.html").read_bytes(), id="flood", path="flood.html")
    wanted = (SAMPLES / "flood.txt").read_text(encoding="utf-8").strip().split("\n\n")
    (post,) = (region.span.slice(doc.text) for region in doc.regions if region.kind == "post")
    posts = post.split("\n\n")
    assert [part for part in doc.text.split("\n\n") if part not in posts] == wanted
    assert {region.kind.value for region in doc.regions} == {"title", "blockquote", "post"}
    assert (doc.outlet, doc.byline, doc.published) == (
        "Marisk Today",
        "Ilse Brandow",
        "2024-09-16T17:05:00+02:00",
    )
