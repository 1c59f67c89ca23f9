"""Places in a text: sliced, trimmed, merged and subtracted to the character."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.span import Span, holder, hull, merge, overlapping, subtract, trim

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 20))


def characters(*spans: Span) -> set[int]:
    return {i for span in spans for i in range(*span)}


def test_a_span_counts_code_points() -> None:
    assert Span(2, 5).slice("🌧 Zoë said") == "Zoë"


@pytest.mark.parametrize(
    ("other", "overlaps", "contains"),
    [((2, 4), True, True), ((0, 2), False, False), ((4, 9), True, False), ((5, 9), False, False)],
)
def test_spans_that_touch_do_not_overlap(other: tuple[int, int], overlaps: bool, contains: bool) -> None:
    assert Span(2, 5).overlaps(Span(*other)) is overlaps
    assert Span(2, 5).contains(Span(*other)) is contains


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [(" it ", (1, 3)), ("it", (0, 2)), ("\n\u00a0it", (2, 4)), ("   ", (3, 3)), ("", (0, 0))],
)
def test_white_space_is_trimmed(text: str, trimmed: tuple[int, int]) -> None:
    assert trim(Span(0, len(text)), text) == trimmed


@given(st.lists(SPANS))
def test_merging_keeps_every_character_and_leaves_gaps(spans: list[Span]) -> None:
    merged = merge(spans)
    assert characters(*merged) == characters(*spans)
    assert all(one.end < other.start for one, other in pairwise(merged))


@given(SPANS, st.lists(SPANS))
def test_subtracting_leaves_the_rest(span: Span, holes: list[Span]) -> None:
    left = subtract(span, holes)
    assert characters(*left) == characters(span) - characters(*holes)
    assert all(part.start < part.end for part in left)


def test_a_hull_covers_all() -> None:
    assert hull([Span(5, 7), Span(1, 2)]) == (1, 7)


@given(st.lists(SPANS), SPANS)
def test_spans_in_order_are_found_by_place(spans: list[Span], place: Span) -> None:
    apart = merge(spans)
    assert list(overlapping(apart, place)) == [span for span in apart if span.overlaps(place)]
    assert holder(apart, place) == next((i for i, span in enumerate(apart) if span.contains(place)), None)
