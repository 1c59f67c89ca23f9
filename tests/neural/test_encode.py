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


@pytest.mark.parametrize(
    ("word", "whole"),
    [("dont", "don't"), ("Didnt", "didn't"), ("theyre", "they're"), ("Ive", "i've"), ("im", "i'm")],
)
def test_a_contraction_without_its_apostrophe_is_read_like_one_with_it(word: str, whole: str) -> None:
    (bare,), parts = encode(word).pieces, encode(whole).pieces
    assert bare == tuple(piece for part in parts for piece in part)


@pytest.mark.parametrize("word", ["were", "well", "its", "hell", "cents"])
def test_what_may_be_a_word_is_no_contraction(word: str) -> None:
    assert "'" not in pieces(word)


def test_a_possessive_without_its_apostrophe_is_known_by_the_name_beside_it() -> None:
    encoded = encode("Dovan said it rained. Dovans said")
    assert [PIECES[piece] for piece in encoded.pieces[5]] == ["[unused1]", "'", "s"]
    assert encoded.pieces[0] == (NAME,)


@pytest.mark.parametrize(
    "text",
    [
        "Dovan said it's wet. Dovans said",  # apostrophes are left
        "Dovan said, it rained. Dovans said",  # and commas
        "Dovans said",  # of whom?
        "Xa said. Xas said",  # too short
    ],
)
def test_a_name_in_s_is_no_possessive(text: str) -> None:
    encoded = encode(text)
    (ids,) = {
        encoded.pieces[i] for i, word in enumerate(encoded.words) if word.slice(text) in ("Dovans", "Xas")
    }
    assert ids == (NAME,)


def test_a_contraction_is_read_so_in_bare_texts_only() -> None:
    assert encode("it rained, dont").pieces[-1] == make_encoder().pieces_of("dont", QuoteState.OUTSIDE)


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
