"""Names are told from other words by their capitals, their place and a list of words."""

from __future__ import annotations

import pytest

from onrecord.neural.names import bundled_words, find_names
from onrecord.neural.words import split_words
from tests.neural.made import KNOWN, opens


def names(text: str) -> list[str]:
    words = [word.slice(text) for word in split_words(text)]
    return [word for word, name in zip(words, find_names(words, opens(text), KNOWN), strict=True) if name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dovan said it rained", ["Dovan"]),
        ("The minister said it rained", []),
        ("the DOVAN minister", ["DOVAN"]),
        ("it said Rice rained", ["Rice"]),  # a name and a word, inside a sentence
        ("Rice rained", []),  # the same at the start of one
        ("Rice rained. The minister Rice said", ["Rice", "Rice"]),  # a name elsewhere in the text
        ("Rice Dovan said", ["Rice", "Dovan"]),  # a name beside it
        ("Mr. Rice said", ["Rice"]),  # the point after a title ends no sentence
        ("it A rained", []),
        ("the rice, 2016", []),
        ("Didn't Dovan said", ["Dovan"]),  # a contraction is three words, the first of them known to no list
        ("Ive said it. Didnt Dovan", ["Dovan"]),  # and here it lost its apostrophe
        ("it rained, Ive said. It's Im", ["Ive", "Im"]),  # but not here
        ("Im Dovan said", ["Im", "Dovan"]),
        ("Ministerly it rained. Ricely it rained", ["Ricely"]),  # an adverb that no list knows,
        (
            "it said Ministerly rained. Ministerly Dovan",
            ["Ministerly", "Ministerly", "Dovan"],
        ),  # and a surname
        ("", []),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_headline_does_not_make_names_of_words() -> None:
    assert names("Minister Said Rice Rained\nit rained") == []


def test_the_bundled_words_know_english() -> None:
    known = bundled_words()
    assert {"said", "rain", "minister", "monday"} <= known.common
    assert "dovan" not in known.common
    assert known.ambiguous <= known.common
