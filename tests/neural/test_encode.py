"""Words become numbers: names are hidden, marks look alike, nothing is too long."""

from __future__ import annotations

import pytest

from onrecord.neural.encode import MAX_PIECES
from onrecord.neural.words import Case, QuoteState
from tests.neural.made import NAME, PIECES, SAID, UNKNOWN, encode, make_encoder, opens


def pieces(word: str, quote: QuoteState = QuoteState.OUTSIDE) -> list[str]:
    return [PIECES[piece] for piece in make_encoder().pieces_of(word, quote)]


def test_a_text() -> None:
    encoded = encode("Dovan said it rained.\nDOVAN said")
    assert [ids[0] for ids in encoded.pieces[:2]] == [NAME, SAID]
    assert encoded.cases[:2] == [Case.NAME, Case.LOWER]
    assert encoded.cases[-2] == Case.NAME_CAPITALS
    assert encoded.opens == [True, False, False, False, False, True, False]


@pytest.mark.parametrize(
    ("word", "quote", "expected"),
    [
        ("rain", QuoteState.OUTSIDE, ["r", "##a", "##i", "##n"]),
        ("“", QuoteState.MARK, ['"']),
        ("»", QuoteState.OUTSIDE, ['"']),
        ("’", QuoteState.OUTSIDE, ["'"]),
        ("‘", QuoteState.MARK, ['"']),
        ("\ud800", QuoteState.OUTSIDE, ["?"]),
        ("雨", QuoteState.OUTSIDE, ["[UNK]"]),
    ],
)
def test_pieces(word: str, quote: QuoteState, expected: list[str]) -> None:
    assert pieces(word, quote) == expected


def test_a_long_word_is_cut() -> None:
    assert len(pieces("a" * 50)) == MAX_PIECES


def test_pieces_are_remembered_and_the_same_again() -> None:
    encoder = make_encoder()
    assert encoder.pieces_of("rain", QuoteState.INSIDE) is encoder.pieces_of("rain", QuoteState.OUTSIDE)


def test_a_very_long_word_is_unknown_and_not_remembered() -> None:
    encoder = make_encoder()
    assert encoder.pieces_of("a" * 10_000, QuoteState.OUTSIDE) == (UNKNOWN,)
    assert not encoder._pieces


def test_a_tokenizer_of_other_weights_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no token \[PAD\]"):
        make_encoder().special("[PAD]")


def test_lines_open_paragraphs() -> None:
    assert opens("it rained\n\nit") == [True, False, True]
