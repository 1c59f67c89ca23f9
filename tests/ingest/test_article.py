from __future__ import annotations

import pytest
from lxml import etree

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.article import article
from onrecord.ingest.page import parse


def made(
    page: str, body: str, title: str | None = None, stated: str | None = None
) -> tuple[str, list[tuple[str, str]]]:
    """The text made of a page of which trafilatura chose `body`, and the marked stretches."""
    tree = parse(f"<html><body>{page}</body></html>")
    text, regions = article(tree, etree.fromstring(f"<body>{body}</body>"), title, stated=stated)
    return text, [(region.kind.value, region.span.slice(text)) for region in regions]


def test_title_and_paragraphs_are_parted() -> None:
    page = "<h1>Rain</h1><p>Lee said no.</p><p>Park left.</p>"
    assert (
        made(page, "<p>Lee said no.</p><p>Park left.</p>", "Rain")[0] == "Rain\n\nLee said no.\n\nPark left."
    )


def test_a_title_is_not_repeated() -> None:
    assert made("<h1>Rain!</h1><p>Lee", "<head>Rain!</head><p>Lee</p>", "Rain")[0] == "Rain\n\nLee"


def test_the_words_are_the_pages() -> None:
    assert made("<p>Lee&nbsp;said <q>no</q>", "<p>Lee said “no”</p>")[0] == "Lee\xa0said “no”"


def test_lines_that_the_page_has_not_are_kept() -> None:
    assert (
        made("<p>Lee left.", "<p>Lee left.</p><p>Park said<lb/>no.</p>")[0] == "Lee left.\n\nPark said\nno."
    )


def test_breaks_stay_and_turns_are_paragraphs() -> None:
    page = "<p><b>Q:</b> One?<br><b>A:</b> Two,<br>three."
    assert made(page, "<p>Q: One?<lb/>A: Two,<lb/>three.</p>")[0] == "Q: One?\n\nA: Two,\nthree."


def test_a_line_is_looked_for_after_the_one_before() -> None:
    page = "<blockquote>No.</blockquote><p>Lee was asked.</p><p>No.</p>"
    assert made(page, "<p>Lee was asked.</p><p>No.</p>") == ("Lee was asked.\n\nNo.", [])


def test_block_quotations_are_one_region_each() -> None:
    page = "<p>Lee wrote:</p><blockquote><p>One.</p><p>Two.</p></blockquote><blockquote>Three.</blockquote>"
    body = "<p>Lee wrote:</p><quote><p>One.</p><p>Two.</p></quote><quote>Three.</quote>"
    assert made(page, body)[1] == [("blockquote", "One.\n\nTwo."), ("blockquote", "Three.")]


def test_an_embedded_post_is_kept_though_it_was_left_out() -> None:
    page = "<p>Lee wrote:</p><blockquote class='twitter-tweet'><p>No.</p>— Lee</blockquote><p>He left.</p>"
    assert made(page, "<p>Lee wrote:</p><p>He left.</p>") == (
        "Lee wrote:\n\nNo.\n\n— Lee\n\nHe left.",
        [("post", "No.\n\n— Lee")],
    )


def test_a_post_that_trafilatura_moved_comes_once() -> None:
    page = "<p>Lee wrote:</p><blockquote class='twitter-tweet'>No.</blockquote><p>He left.</p>"
    assert (
        made(page, "<p>Lee wrote:</p><p>He left.</p><quote>No.</quote>")[0] == "Lee wrote:\n\nNo.\n\nHe left."
    )


def test_a_heading_that_was_left_out_is_kept() -> None:
    page = (
        "<h3>Rain</h3><p>Lee left.</p><h2>Newsletter</h2><p>Win!</p><h2>Park stays</h2><p>Park said no.</p>"
    )
    assert made(page, "<p>Lee left.</p><p>Park said no.</p>")[0] == "Lee left.\n\nPark stays\n\nPark said no."


def test_an_article_that_was_chosen_in_one_piece_is_taken_apart() -> None:
    page = "<div>Menu</div><div><p>Lee left.</p><p>“No,” Park said.</p></div><div>Imprint</div>"
    assert made(page, "<p>Lee left. “No,” Park said.</p>")[0] == "Lee left.\n\n“No,” Park said."


@pytest.mark.parametrize("chosen", ["<p>Home News Lee left.</p>", "<p>left. Park</p>", ""])
def test_what_is_no_line_of_the_page_is_no_article(chosen: str) -> None:
    with pytest.raises(SkipDocument) as caught:
        made("<nav>Home News</nav><p>Lee left.</p><p>Park too.</p>", chosen)
    assert caught.value.reason == Reason.NO_ARTICLE


@pytest.mark.parametrize(
    ("stated", "text"), [("Lee left.\nPark  too.", "Lee left.\n\nPark too."), ("x", "Lee left. Park too.")]
)
def test_an_article_that_only_machines_are_told_has_its_paragraphs(stated: str, text: str) -> None:
    assert made("", "<p>Lee left. Park too.</p>", stated=stated) == (text, [])


def test_posts_beside_the_article_stay_out() -> None:
    post = "<blockquote class='twitter-tweet'>No.</blockquote>"
    assert made(f"{post}<p>Lee left.</p><p>Park too.</p>{post}", "<p>Lee left.</p><p>Park too.</p>")[1] == []


def test_a_quotation_that_repeats_the_article_is_a_pull_quote() -> None:
    said, repeated = "<p>“I will not go home,” Lee told us.</p>", "I will not go home, Lee"
    page = f"{said}<blockquote>{repeated}</blockquote><blockquote>I might go tomorrow.</blockquote>"
    body = f"{said}<quote>{repeated}</quote><quote>I might go tomorrow.</quote>"
    assert made(page, body)[1] == [("pull_quote", repeated), ("blockquote", "I might go tomorrow.")]


def test_a_list_of_other_stories_is_marked() -> None:
    links = "<ul><li><a>Rain ends</a></li><li><a>Fog</a></li></ul>"
    page = f"<p>Lee left.</p><h3>More on this story</h3>{links}<p>So did Park.</p>"
    list_ = "<list><item>Rain ends</item><item>Fog</item></list>"
    body = f"<p>Lee left.</p><head>More on this story</head>{list_}<p>So did Park.</p>"
    assert made(page, body)[1] == [("related", "More on this story\n\nRain ends\n\nFog")]


@pytest.mark.parametrize("after", ["<p>Lee left.</p>", "<p>Lee <a>left</a> on Monday.</p>"])
def test_a_heading_that_is_followed_by_text_is_text(after: str) -> None:
    body = after.replace("<a>", "").replace("</a>", "")
    assert made(f"<h2>More on this story</h2>{after}", f"<head>More on this story</head>{body}")[1] == []
