from __future__ import annotations

import json

import pytest
from lxml.html import HtmlElement

from onrecord.ingest import metadata
from onrecord.ingest.page import parse

LD = {"@type": "NewsArticle", "headline": "Rain at last", "datePublished": "2020-02-03T18:22:00+01:00"}


def page(head: str = "", body: str = "<p>Lee said no.") -> HtmlElement:
    return parse(f"<html><head>{head}</head><body>{body}</body></html>")


def linked(data: object) -> str:
    return (
        f'<script type="application/ld+json">{data if isinstance(data, str) else json.dumps(data)}</script>'
    )


@pytest.mark.parametrize(
    "data",
    [
        LD,
        [{"@type": "WebPage"}, LD],
        {"@graph": [{"@type": "Person"}, LD]},
        LD | {"@type": ["Thing", "ReportageNewsArticle"]},
        '{"@type": "NewsArticle", "datePublished": "2020-02-03T18:22:00+01:00",}',
        "<!-- " + json.dumps(LD) + " -->",
    ],
)
def test_the_date_for_machines_has_the_time(data: object) -> None:
    head = linked(data) + '<meta property="article:published_time" content="2020-02-04">'
    assert metadata.published(page(head), "2020-02-05") == "2020-02-03T18:22:00+01:00"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2020-02-04T10:00:00Z">', "2020-02-04T10:00:00Z"),
        ('<meta name="Date" content="4 February 2020">', "2020-02-04"),
        ('<meta name="date" content="4/2/2020">', "2020-02-05"),
        (linked(LD | {"datePublished": "soon"}), "2020-02-05"),
        (linked("{" * 99_999), "2020-02-05"),
        ("", "2020-02-05"),
    ],
)
def test_a_date_from_elsewhere(head: str, day: str) -> None:
    assert metadata.published(page(head), "2020-02-05") == day


def test_a_date_in_the_page_counts_when_it_is_marked() -> None:
    body = '<time datetime="2019-01-01">x</time><time itemprop="datePublished" datetime="2020-02-04">x</time>'
    assert metadata.published(page(body=body), None) == "2020-02-04"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<meta property="og:site_name" content=" The  Courier ">' + linked(LD), "The Courier"),
        (linked(LD | {"publisher": {"name": "Courier"}}), "Courier"),
        (linked(LD | {"publisher": [{"name": "Courier"}]}), "Courier"),
        (linked(LD | {"publisher": 3}), "courier.example"),
        ("", "courier.example"),
    ],
)
def test_the_outlet(head: str, name: str) -> None:
    assert metadata.outlet(page(head), "courier.example") == name


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "<title>Rain at last – Courier</title>",
            "<h1>Courier</h1><h1>Rain <i>at</i> last</h1>",
            "Rain at last",
        ),
        (linked(LD), "<h1>Rain at last: two valleys cheer</h1>", "Rain at last: two valleys cheer"),
        ('<meta property="og:title" content="Rain at last">', "<h1>The Courier</h1>", "guess"),
        ("", "<h1>Rain at last</h1>", "Rain at last"),
        ("", "<h1></h1>", "guess"),
    ],
)
def test_the_headline_is_the_one_that_readers_see(head: str, body: str, title: str) -> None:
    assert metadata.headline(page(head, body), " guess\n") == title


@pytest.mark.parametrize(
    ("authors", "byline"),
    [
        ("Mara Ilves", "Mara Ilves"),
        ("A; B", "A and B"),
        ("A; B; C", "A, B and C"),
        (" ; ", None),
        (None, None),
    ],
)
def test_authors_make_a_byline(authors: str | None, byline: str | None) -> None:
    assert metadata.byline(authors) == byline


def test_the_text_that_machines_are_told() -> None:
    assert metadata.article_body(page(linked(LD | {"articleBody": "Lee\nleft."}))) == "Lee\nleft."
    assert metadata.article_body(page(linked(LD | {"articleBody": 3}))) is None


def test_long_broken_json_is_cut() -> None:
    tree = page(linked('"author":' * 10_000) + linked([LD] * 200))
    metadata.shorten_broken(tree)
    assert [len(script.text or "") > metadata.LONGEST_BROKEN for script in tree.iter("script")] == [
        False,
        True,
    ]
