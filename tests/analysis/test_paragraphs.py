"""Paragraphs hold every word once, in wrapped text and in other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.paragraphs import find_paragraphs, is_wrapped, openings
from onrecord.model.span import Span
from onrecord.neural.words import split_words
from tests.analysis.made import slices, texts

# Lines of a width at which people wrap by hand, the last one short.
WRAPPED = "\n".join(
    [*["It rained in the hills and in the valleys and on the coast for so many"] * 5, "days."]
)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("one\ntwo\r\nthree\rfour", ["one", "two", "three", "four"]),
        (" \n\t\n one \n", [" one "]),
        ("", []),
        (WRAPPED, [WRAPPED]),
        (f"{WRAPPED}\n\n{WRAPPED}", [WRAPPED, WRAPPED]),
        (f"{WRAPPED}\n \n{WRAPPED}", [WRAPPED, WRAPPED]),
        (WRAPPED.replace("\n", "\r\n"), [WRAPPED.replace("\n", "\r\n")]),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert slices(find_paragraphs(text), text) == paragraphs


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        (WRAPPED, True),
        ("\n".join(["It rained."] * 9), False),  # short lines
        (
            "\n".join(["It rained in the hills and in the valleys and on the coast, and then no more."] * 9),
            False,
        ),
        ("\n".join(["It rained in the hills and in the valleys and on the coast for so many"] * 4), False),
        (WRAPPED.replace("\n", "\n\n"), False),
    ],
)
def test_wrapped_texts_are_told_by_their_lines(text: str, wrapped: bool) -> None:
    assert is_wrapped(text) is wrapped


def test_a_part_of_a_text() -> None:
    text = "one\ntwo\nthree"
    assert slices(find_paragraphs(text, Span(1, 9)), text) == ["ne", "two", "t"]


def test_a_part_of_a_wrapped_text_is_wrapped_too() -> None:
    text = f"{WRAPPED}\n\none\ntwo"
    part = Span(len(WRAPPED), len(text))
    assert slices(find_paragraphs(text, part), text) == ["one\ntwo"]
    assert slices(find_paragraphs(text, part, wrapped=False), text) == ["one", "two"]


@given(st.one_of(texts, texts.map(lambda text: f"{WRAPPED}\n{text}")))
def test_paragraphs_are_in_order_and_hold_every_character_but_white_space(text: str) -> None:
    paragraphs = find_paragraphs(text)
    assert all(one.end <= other.start for one, other in pairwise(paragraphs))
    assert "".join("".join(slices(paragraphs, text)).split()) == "".join(text.split())
    assert all(words.strip() for words in slices(paragraphs, text))


@given(texts)
def test_each_paragraph_opens_with_one_word(text: str) -> None:
    words, paragraphs = split_words(text), find_paragraphs(text)
    opening = [word for word, opens in zip(words, openings(words, paragraphs), strict=True) if opens]
    firsts = [
        next((word for word in words if span.start <= word.start < span.end), None) for span in paragraphs
    ]
    assert opening == [word for word in firsts if word]
