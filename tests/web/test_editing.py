"""Paragraphs for marking: words are the steps, places are code points."""

from __future__ import annotations

import re

import pytest

from onrecord.errors import StopRun
from onrecord.model import Document, Span
from onrecord.web.editing import editable, places_typed, places_words, steps

TEXT = "Lee 👩‍🚒 said it.\n\n“We’re <b>off</b>,” Ann Lee’s aide said.\n\nThe end came.\n\nNobody saw it.\n"


def shown(text: str, *cuts: int) -> list[str]:
    return [step.slice(text) for step in steps(text, Span(0, len(text)), cuts)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We didn’t go,” he said.", ["“", "We", "didn’t", "go", ",", "”", "he", "said", "."]),
        ("Lee’s ex-army men", ["Lee", "’s", "ex-army", "men"]),
        ("1,000 of U.S.", ["1,000", "of", "U.S", "."]),
        ("so 👩‍🚒🔥 hot", ["so", "👩‍🚒🔥", "hot"]),
        ("cafe\u0301 au lait", ["cafe\u0301", "au", "lait"]),
        (" \n ", []),
    ],
)
def test_words_are_steps(text: str, words: list[str]) -> None:
    assert shown(text) == words


def test_a_place_within_a_word_parts_it() -> None:
    assert shown("The armies", 6, 99) == ["The", "ar", "mies"]


def test_each_word_tells_its_place_in_code_points() -> None:
    places = {"content": (Span(TEXT.index("“We"), TEXT.index(" Ann")),), "source": (), "cue": ()}
    pages = editable(Document(id="a", path="a", text=TEXT), places)
    assert [page.near for page in pages] == [True, False, True]
    html = "".join(page.html for page in pages)
    found = re.findall(r'class="w([^"]*)" data-start="(\d+)" data-end="(\d+)">([^<]+)<', html)
    assert [TEXT[int(start) : int(end)] for _, start, end, _ in found[:3]] == ["Lee", "👩‍🚒", "said"]
    marked = [TEXT[int(start) : int(end)] for roles, start, end, _ in found if "is-content" in roles]
    assert marked[:2] + marked[-2:] == ["“", "We’re", ",", "”"]
    assert "<b>" not in html
    assert "Nobody" not in html


def test_white_space_within_a_place_is_marked_and_beside_it_is_not() -> None:
    text = "He said so twice."
    (page,) = editable(Document(id="a", path="a", text=text), {"content": (Span(8, 16),)})
    assert '<span class="g is-content"> </span>' in page.html
    assert page.html.count("is-content") == 3


def test_a_paragraph_without_a_statement_can_be_marked() -> None:
    document = Document(id="a", path="a", text=TEXT)
    start = TEXT.index("The end")
    pages = editable(document, {}, Span(start, start + 7))
    assert [(TEXT[page.start : page.start + 3], page.near) for page in pages] == [
        ("“We", True), ("The", False), ("Nob", True),
    ]  # fmt: skip


def test_places_are_typed_as_numbers_or_words() -> None:
    whole = Span(0, len(TEXT))
    assert places_typed(" 3-7; 9-12 ", TEXT, whole) == (Span(3, 7), Span(9, 12))
    assert [one.slice(TEXT) for one in places_typed("We’re … aide said", TEXT, whole)] == [
        "We’re",
        "aide said",
    ]
    assert places_typed("", TEXT, whole) == ()
    assert places_words((Span(3, 7), Span(9, 12))) == "3-7;9-12"


def test_words_are_looked_for_near_the_statement_first() -> None:
    second = Span(TEXT.index("“We"), TEXT.index("The end"))
    (found,) = places_typed("said", TEXT, second)
    assert found.start > second.start
    with pytest.raises(StopRun, match="2 times"):
        places_typed("said", TEXT, Span(0, len(TEXT)))
    with pytest.raises(StopRun, match="does not hold"):
        places_typed("say", TEXT, second)
