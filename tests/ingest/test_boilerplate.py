from __future__ import annotations

import time

import pytest

from onrecord.ingest.boilerplate import heads_related, heads_related_in_text, is_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Share this article",
        "Share on Facebook, Twitter and WhatsApp",
        "Share this article: Facebook Twitter E-mail",
        "Share: Facebook | WhatsApp",
        "Share on Twitter",
        "Twitter",
        "Facebook Twitter WhatsApp",
        "12 comments",
        "Read more: Ferry line fined twice before, board says",
        "RELATED: Fog signals fall silent",
        "Read more: Captain says he was “already wet”",
        "Related story: 'I was already wet'",
        "Read more - Fog signals fall silent",
        "READ MORE",
        "Read more about the ferry line here",
        "Published: 3 May 2020",
        "Updated 12:01 BST, 3 May 2020",
        "Tags: Orvesk, mayors",
        "This interview has been edited for length and clarity. Her book is out now.",
        "This article was updated on Monday.",
        "Read the full story at courier.example",
        "Related stories",
        "Click here to read the full report.",
        "Sign up for our newsletter",
        "Sign up here for The Morning Boat newsletter, every weekday at six.",
        "Never miss a story: sign up for our newsletter.",
        "Newsletter",
        "Enter your email address to subscribe",
        "Subscribe now",
        "Get the best of our stories in your inbox",
        "Follow us on Twitter @courier",
        "Follow Mara Ilves on X: @milves",
        "Download our free app",
        "© 2020 The Sandel Courier",
        "Copyright 2020 The Sandel Courier. All rights reserved.",
        "This material may not be published or rewritten.",
        "Back to top",
        "* * * Advertisement * * *",
    ],
)
def test_lines_around_articles_are_known(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Lee said it rained.",
        "Share prices fell on Monday.",
        "“Share this article,” she said.",
        'Watch: "I was already wet"',
        "“Read more: it does no harm,” she said.",
        "Read more books, the minister wants.",
        "Related – but not the same – are the two cases.",
        "Never mind the rain. Sign up today, she said, for the newsletter.",
        "Newsletters are dying.",
        "Instagram and Facebook.",
        "Click here, the fraudsters said, and you lose your money.",
        "Follow the money, he told the court.",
        "Like many politicians on Twitter, she has her doubts.",
        "Subscribers to the newsletter were told first.",
        "Related charges were dropped in May.",
        "Print workers walked out.",
        "(c) the council shall hear both sides.",
        "The copyright of the song is disputed.",
        "Comment is free.",
        "Published in 2020 the book was a success, he said.",
        "Published in 2014, the report warned that the dam could fail.",
        "This report was published on Monday by Lee, who warned of rain.",
        "The story was edited by Lee, who said it was late.",
        "Next year the council meets twice.",
        "Sign up for our newsletter" + " and win" * 40,
        "",
    ],
)
def test_lines_of_articles_are_left_alone(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize("line", ["Related stories", "More on the floods", "Read more:", "Most read"])
def test_headings_of_other_stories_are_known(line: str) -> None:
    assert heads_related(line)


def test_other_headings_are_not() -> None:
    assert not heads_related("Who was warned, and when")


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("RELATED STORIES", True),
        ("Read more:", True),
        ("More from the harbour", True),
        ("More rain to come", False),
        ("Read", False),
    ],
)
def test_headings_in_plain_text_are_plainer(line: str, heads: bool) -> None:
    assert heads_related_in_text(line) is heads


@pytest.mark.parametrize("words", ["facebook ", "sign up ", "Read more ", "Want more. ", "/x, "])
def test_a_line_is_judged_at_once(words: str) -> None:
    start = time.perf_counter()
    is_boilerplate((words * 250)[:249] + "q")
    assert time.perf_counter() - start < 1
