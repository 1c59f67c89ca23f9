"""What the benchmark of the site counts: the fonts that a browser loads, and times by their share."""

from __future__ import annotations

import httpx

from benchmarks.site import Times, fonts, weight

STYLE = """
@font-face { font-family: "A"; src: url("fonts/a.woff2"); unicode-range: U+0000-00FF, U+20AC; }
@font-face { font-family: "A"; src: url("fonts/ext.woff2"); unicode-range: U+0100-02BA; }
@font-face { font-family: "B"; src: url(fonts/b.woff2); }
"""
PAGE = """<link rel="stylesheet" href="/static/base.css"><link rel="alternate" href="/search.atom">
<script src="/static/a.js" defer></script><p>Ana</p>"""


def test_only_fonts_with_a_letter_of_the_page_are_loaded() -> None:
    assert list(fonts(STYLE, "Ana", "/static/base.css")) == ["/static/fonts/a.woff2", "/static/fonts/b.woff2"]
    assert "/static/fonts/ext.woff2" in list(fonts(STYLE, "Łódź", "/static/base.css"))


def test_a_visit_weighs_what_a_browser_loads() -> None:
    kinds = {
        "/": ("text/html", PAGE),
        "/static/base.css": ("text/css", STYLE),
        "/static/a.js": ("text/javascript", "1"),
    }

    def answer(request: httpx.Request) -> httpx.Response:
        kind, text = kinds.get(request.url.path, ("font/woff2", "x" * 100))
        return httpx.Response(200, headers={"Content-Type": kind}, stream=httpx.ByteStream(text.encode()))

    with httpx.Client(transport=httpx.MockTransport(answer), base_url="http://127.0.0.1") as client:
        assert weight(client, "/") == (len(PAGE), len(PAGE) + len(STYLE) + 1 + 200)


def test_a_share_of_the_answers_came_within_a_time() -> None:
    times = Times(taken=[float(number) for number in range(100, 0, -1)])
    assert (times.at(0.5), times.at(0.99), times.at(1.0)) == (51.0, 100.0, 100.0)


def test_what_went_wrong_is_told() -> None:
    times = Times()
    times.answers.update({"200": 5, "404": 2, "ReadTimeout": 1})
    assert times.faults == "2 × 404, 1 × ReadTimeout"
