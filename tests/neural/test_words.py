"""Texts fall apart into words and marks, each at its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.neural.words import Case, case_of, sentence_starts, split_words, unparted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lee said.", ["Lee", "said", "."]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("said A. Lee", ["said", "A", ".", "Lee"]),
        ("don’t “go”", ["don", "’", "t", "“", "go", "”"]),
        ("half-built", ["half", "-", "built"]),
        ("a_b 10.5%", ["a", "_", "b", "10", ".", "5", "%"]),
        ("Zoë 🌧\u00a0rain", ["Zoë", "🌧", "rain"]),
        ("the govern-\nment, the com-\r\n mittee", ["the", "govern-\nment", ",", "the", "com-\r\n mittee"]),
        ("rain -\nsnow-\n\nhail-\nA", ["rain", "-", "snow", "-", "hail", "-", "A"]),
        (" \n", []),
    ],
)
def test_words_and_marks(text: str, words: list[str]) -> None:
    assert [word.slice(text) for word in split_words(text)] == words


@given(st.text())
def test_words_hold_every_character_but_white_space(text: str) -> None:
    words = split_words(text)
    assert "".join("".join(word.slice(text).split()) for word in words) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(words))


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("rain", Case.LOWER),
        ("Rain", Case.CAPITAL),
        ("A", Case.CAPITAL),
        ("RAIN", Case.CAPITALS),
        ("U.S.", Case.CAPITALS),
        ("2016", Case.NUMBER),
        ("“", Case.MARK),
        ("雨", Case.LOWER),
    ],
)
def test_case(word: str, case: Case) -> None:
    assert case_of(word) is case


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It rained. Lee left.", ["Lee"]),
        ("“It rained. Did it?” Lee asked. “Never.” He left.", ["Did", "“", "He"]),
        ('It rained. "So it did." He left.', []),  # a straight mark may open or close
        ("It rained.) 20 came.", ["20"]),
        ("Gov. Lee and J. Park left", []),  # perhaps abbreviations
        ("It rained... and rained", []),
        (". Lee", ["Lee"]),
    ],
)
def test_a_sentence_starts_behind_a_mark_that_ends_one(text: str, first: list[str]) -> None:
    words = [word.slice(text) for word in split_words(text)]
    starts = sentence_starts(words)
    assert [word for word, begins in zip(words, starts, strict=True) if begins] == first


def test_a_word_that_a_line_parts_is_read_whole() -> None:
    assert unparted("govern-\nment") == "government"
    assert unparted("half-built") == "half-built"
