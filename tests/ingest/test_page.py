from __future__ import annotations

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.page import DEEPEST, MOST_ELEMENTS, PageLine, letters, lines_of, parse
from onrecord.model import RegionKind


def page(html: str) -> list[PageLine]:
    return lines_of(parse(f"<html><head><title>T</title></head><body>{html}</body></html>"))


def words(html: str) -> list[str]:
    return [line.words for line in page(html)]


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<p>Lee <b>said</b>\n  <i>no</i>.</p>", ["Lee said no."]),
        ("<p><span class=dropcap>L</span>ee said<em> no</em>.", ["Lee said no."]),
        ("<p>“No,” &mdash; Lee&nbsp;said &amp; left&#8230;", ["“No,” — Lee\xa0said & left…"]),
        ("<div>One<p>Two</p>three</div>", ["One", "Two", "three"]),
        ("<p>Lee <img src=x> said <script>x</script>no<!-- x -->.", ["Lee said no."]),
        ("<p>Lee <span class='visually-hidden'>(opens anew)</span> said", ["Lee said"]),
        ("<p hidden>Lee</p><p>Park", ["Park"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<table><tr><td>One</td><td>two</td></tr><tr><td>Three</td></tr></table>", ["One two", "Three"]),
        ("<p>Lee said <q>no</q>.", ["Lee said “no”."]),
        ("<q>Lee said <q>no <b>way</b></q></q>", ["“Lee said ‘no way’”"]),
        ("<p>Lee said no", ["Lee said no"]),
        ("<q>Lee\x1f&#31;&#x1;&#10;said&#65535; no", ["“Lee said no”"]),
        ("<p>&#147;It&#146;s&#148; &#150; &#312; &#x1F600; &#x41;", ["“It’s” – ĸ \U0001f600 A"]),
        ("<a>one</a><a>two</a>", ["onetwo"]),
        ("", []),
    ],
)
def test_lines_are_what_a_reader_sees(html: str, seen: list[str]) -> None:
    assert words(html) == seen


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("<p>One<br>two</p>", [0, 0]),
        ("<p>One<br> <br/>two", [0, 1]),
        ("<p><b>Q:</b> One?<br><b>A:</b> Two.", [0, 1]),
        ("<p>One</p><p>two", [0, 1]),
    ],
)
def test_lines_of_a_paragraph_belong_together(html: str, paragraphs: list[int]) -> None:
    assert [line.paragraph for line in page(html)] == paragraphs


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<figure><figcaption>A</figcaption></figure>", "caption"),
        ("<p class='wp-caption'>A", "caption"),
        ("<blockquote><p>A", "blockquote"),
        ("<blockquote class='twitter-tweet'><p>A", "post"),
        ("<div class='instagram-media'>A", "post"),
        ("<aside class='pull-quote'>A", "pull_quote"),
        ("<blockquote class='pullquote'>A", "pull_quote"),
        ("<div class='pullquote'><blockquote>A", "pull_quote"),
        ("<p>A", None),
        ("<div class='has-pullquote'>" + "A " * 2000, None),
    ],
)
def test_lines_know_what_they_stand_in(html: str, kind: str | None) -> None:
    assert page(html)[0].kind == (kind and RegionKind(kind))


def test_lines_of_one_thing_share_a_group() -> None:
    lines = page("<blockquote><p>A</p>B</blockquote>C<blockquote>D</blockquote>")
    assert [line.group for line in lines] == [0, 0, -1, 1]


def test_the_share_of_links_is_known() -> None:
    assert [line.linked for line in page("<p><a>All</a><p>None<p><a>ha</a>lf")] == [1.0, 0.0, 0.5]


def test_words_after_a_part_are_not_its_own() -> None:
    tree = parse("<html><body><h1>One <b>two</b></h1>three</body></html>")
    (h1,) = tree.iter("h1")
    assert [line.words for line in lines_of(h1)] == ["One two"]


def test_letters_are_what_printings_share() -> None:
    assert letters("“Rain, at\xa0last”") == letters("rain at LAST")
    assert letters("* *") == "* *"


@pytest.mark.parametrize("html", ["", "<!-- x -->", "<?xml version='1.0'?>"])
def test_a_page_with_nothing_in_it(html: str) -> None:
    with pytest.raises(SkipDocument) as caught:
        parse(html)
    assert caught.value.reason == Reason.NO_ARTICLE


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * DEEPEST * 2 + "Lee said no.", Reason.NO_ARTICLE),
        ("<div>" * 100_000, Reason.NO_ARTICLE),
        (("<div>" * 400 + "</div>" * 400) * 30, Reason.NO_ARTICLE),
        ("<p>" * (MOST_ELEMENTS + 1), Reason.TOO_LARGE),
    ],
)
def test_a_page_made_to_do_harm_is_refused(html: str, reason: Reason) -> None:
    with pytest.raises(SkipDocument) as caught:
        parse(f"<html><body>{html}</body></html>")
    assert caught.value.reason == reason
