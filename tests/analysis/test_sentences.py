"""Sentences end at full stops that are no abbreviation's."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from onrecord.analysis.paragraphs import find_paragraphs
from onrecord.analysis.sentences import find_sentences, sentence_at
from onrecord.model.span import Span, holder
from tests.analysis.made import slices, texts


@pytest.mark.parametrize(
    "text",
    [
        "It rained.|It poured!|Why?|So…|Yes",
        "Mr. Lee of the U.S. Army met Gen. J. Park.|They left",
        "“It rained.”|“It poured,” he said.",
        "It rose by 4.5 per cent. in a day",
        "It rained?! he asked",
        "At 5 p.m. Lee left.|At 6 Park did",
        "It rained (a lot.)|(It did.)",
        "One.|2 more",
    ],
)
def test_sentences(text: str) -> None:
    plain = text.replace("|", " ")
    assert slices(find_sentences(plain), plain) == text.split("|")


def test_a_line_break_ends_a_sentence() -> None:
    text = "A headline\n\nIt rained\nIt poured"
    assert slices(find_sentences(text), text) == ["A headline", "It rained", "It poured"]


def test_a_line_break_in_wrapped_text_does_not() -> None:
    text = (
        "\n".join(["It rained in the hills and in the valleys and on the coast and Lee did not"] * 5)
        + "\nsay so."
    )
    assert find_sentences(text) == [Span(0, len(text))]


@given(texts)
def test_sentences_hold_every_character_but_white_space_once(text: str) -> None:
    sentences = find_sentences(text)
    assert "".join("".join(slices(sentences, text)).split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    assert all(holder(find_paragraphs(text), sentence) is not None for sentence in sentences)


@pytest.mark.parametrize(
    ("offset", "sentence"), [(0, (0, 3)), (2, (0, 3)), (3, (0, 3)), (4, (4, 7)), (99, (4, 7))]
)
def test_the_sentence_at_a_place(offset: int, sentence: tuple[int, int]) -> None:
    assert sentence_at(find_sentences("Yes\nNo."), offset) == sentence


def test_no_sentence_at_all() -> None:
    assert sentence_at([], 3) == (0, 0)
