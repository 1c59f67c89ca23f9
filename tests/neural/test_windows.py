"""Windows cover a text once, keep to their size, and end where paragraphs do."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.span import Span
from onrecord.neural.encode import MAX_PIECES, Encoded, Place
from onrecord.neural.windows import (
    LEFT,
    RIGHT,
    WINDOW,
    plan_windows,
    window_arrays,
)
from onrecord.neural.words import Case, QuoteState
from tests.neural.made import BREAK, NAME, PIECES, SAID, START, encode, make_encoder

FULL = WINDOW - 3 - RIGHT  # words of one piece in a core behind the opening of a paragraph
SIZES = st.lists(st.tuples(st.integers(1, MAX_PIECES), st.sampled_from([True, *[False] * 30])), max_size=900)


def of_sizes(sizes: list[tuple[int, bool]]) -> Encoded:
    """A text whose words have so many pieces, and open a paragraph or not."""
    count = len(sizes)
    words = [Span(i, i + 1) for i in range(count)]
    return Encoded(
        words,
        [(4,) * n for n, _ in sizes],
        [0] * count,
        [0] * count,
        [opens for _, opens in sizes],
        [False] * count,
        False,
    )


@given(SIZES)
def test_cores_cover_each_word_once_and_no_window_is_too_large(sizes: list[tuple[int, bool]]) -> None:
    encoded = of_sizes(sizes)
    windows = plan_windows(encoded)
    assert [i for w in windows for i in range(w.core_start, w.core_end)] == list(range(len(sizes)))
    for w in windows:
        assert 0 <= w.start <= w.core_start < w.core_end <= w.end <= len(sizes)
        assert len(window_arrays(encoded, range(w.start, w.end), make_encoder()).ids) <= WINDOW


def test_a_text_that_fits_is_one_window() -> None:
    assert plan_windows(of_sizes([(1, True), *[(1, False)] * (WINDOW - 4)])) == [
        (0, WINDOW - 3, 0, WINDOW - 3)
    ]


@pytest.mark.parametrize(
    ("sentences", "quoted", "cut"),
    [
        ((100, 150, 180), range(160, 280), 150),
        ((100, 150, 180), range(0), FULL),
        ((10,), range(10, 590), FULL),  # a quotation longer than a window
    ],
)
def test_a_long_paragraph_is_cut_before_a_quotation(
    sentences: tuple[int, ...], quoted: range, cut: int
) -> None:
    encoded = replace(
        of_sizes([(1, i == 0) for i in range(600)]),
        begins=[i in sentences for i in range(600)],
        quotes=[int(QuoteState.INSIDE) if i in quoted else 0 for i in range(600)],
    )
    assert plan_windows(encoded)[0].core_end == cut


def test_neighbouring_windows_see_each_other() -> None:
    for one, other in pairwise(plan_windows(of_sizes([(1, False)] * 2000))):
        assert other.core_start - other.start == LEFT
        assert one.end - one.core_end == RIGHT


def test_a_core_ends_with_its_paragraph() -> None:
    sizes = [(1, i in (0, 150, 280)) for i in range(400)]
    assert [w.core_end for w in plan_windows(of_sizes(sizes))] == [150, 280, 400]


def test_no_words_make_no_windows() -> None:
    assert plan_windows(of_sizes([])) == []


def test_arrays_of_a_window() -> None:
    encoded = encode("Dovan said it\nabc")
    arrays = window_arrays(encoded, range(4), make_encoder())
    abc = [PIECES.index(piece) for piece in ("a", "##b", "##c")]
    assert arrays.ids.tolist() == [START, NAME, SAID, PIECES.index("it"), BREAK, *abc, BREAK]
    assert arrays.heads.tolist() == [1, 2, 3, 5]
    places = [Place.BREAK, Place.FIRST_WORD, Place.WORD, Place.WORD, Place.BREAK, Place.FIRST_WORD]
    assert arrays.features[:6, 2].tolist() == places
    assert arrays.features[1, 1] == Case.NAME
