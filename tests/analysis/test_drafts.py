"""The board keeps the drafts of a text by their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.drafts import Board, Draft, drafts_from
from onrecord.model.span import Span
from onrecord.neural.decode import Found, Run
from onrecord.neural.words import split_words
from tests.analysis.made import board_of, contents, slices

TWO = "[Q1 Rain], [S1 Lee] [C1 said]. [S2 Park] [C2 said] [Q2 snow].\n\n[S3 Kim] [C3 fears] [Q3 hail]."
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 9))
DRAFTS = st.builds(
    lambda source, cue, content: Draft((source,), (cue,), [content]), source=SPANS, cue=SPANS, content=SPANS
)


def test_drafts_keep_their_order_and_end_with_their_last_span() -> None:
    board, text = board_of(TWO)
    assert contents(board, text) == [["Rain"], ["snow"], ["hail"]]
    assert [text[: draft.end].split()[-1] for draft in board.drafts] == ["said", "snow", "hail"]
    assert [board.end_of(draft) for draft in board.drafts] == [draft.end for draft in board.drafts]


@pytest.mark.parametrize(
    ("paragraph", "before", "last"),
    [(0, "Lee", None), (0, "Park", "Rain"), (0, "\n", "snow"), (1, "Kim", None), (1, "$", "hail")],
)
def test_the_last_draft_of_a_paragraph_before_a_place(paragraph: int, before: str, last: str | None) -> None:
    board, text = board_of(TWO)
    found = board.last_in(paragraph, text.find(before) if before != "$" else len(text))
    assert (found and found.content[0].slice(text)) == last


def test_of_two_drafts_that_end_together_the_first_is_last() -> None:
    board, text = board_of("[S1 Lee] [C1 says] [Q1 [S2 Park] [C2 claims] [Q2 rain]].")
    assert board.last_in(0, len(text)) is board.drafts[0]


def test_a_draft_that_was_extended_ends_later() -> None:
    board, text = board_of("[Q1 Rain], [S1 Lee] [C1 said]. Snow. [S2 Park] [C2 fears] [Q2 hail].")
    snow = text.index("Snow")
    board.extend(board.drafts[0], Span(snow, snow + 5))
    assert board.last_in(0, snow + 5) is board.drafts[0]
    assert board.last_in(0, snow) is None
    assert contents(board, text)[0] == ["Rain", "Snow."]


@pytest.mark.parametrize(
    ("added", "content"),
    [((5, 7), [(2, 4), (5, 7)]), ((4, 6), [(2, 6)]), ((0, 3), [(0, 4)]), ((0, 1), [(0, 1), (2, 4)])],
)
def test_extending_merges_what_touches(added: tuple[int, int], content: list[tuple[int, int]]) -> None:
    draft = Draft((), (Span(8, 9),), [Span(2, 4)])
    board = Board([draft], [Span(0, 9)], 9)
    board.extend(draft, Span(*added))
    assert draft.content == content
    assert not board.is_free(Span(*added))


def test_drafts_inside_a_span_are_removed() -> None:
    board, text = board_of(TWO)
    gone = board.drafts[1]
    board.remove_inside(Span(text.index("Park"), text.index("Kim") + 5))
    assert contents(board, text) == [["Rain"], ["hail"]]
    assert gone not in board
    assert board.is_free(gone.content[0])
    assert board.last_in(0, text.index("\n")) is board.drafts[0]


def test_what_another_draft_uses_stays_taken() -> None:
    board, text = board_of("[S1 Lee] [C1 says] [Q1 [S2 Park] [C2 claims] [Q2 rain]].")
    place = Span(text.index("Park"), text.index("."))
    board.remove_inside(place)
    assert len(board.drafts) == 1
    assert not board.is_free(place)


@given(st.lists(DRAFTS, max_size=6), st.lists(st.tuples(st.integers(0, 5), SPANS), max_size=6), SPANS)
def test_the_board_knows_what_is_free_and_who_ends_where(
    drafts: list[Draft], added: list[tuple[int, Span]], place: Span
) -> None:
    board = Board(drafts, [Span(0, 50)], 50)
    for number, span in added:
        if number < len(drafts):
            board.extend(drafts[number], span)
    if added:
        board.remove_inside(added[0][1])
    used = [span for draft in board.drafts for span in draft.spans]
    assert board.is_free(place) is not any(span.overlaps(place) for span in used)
    ends = [draft.end for draft in board.drafts if draft.end <= place.end]
    last = board.last_in(0, place.end)
    assert (last and last.end) == max(ends, default=None)


@pytest.mark.parametrize(
    ("holes", "source", "content"),
    [
        ([], ["Lee Park"], ["it rained , and poured"]),
        ([(3, 4)], ["Lee", "Park"], ["it rained , and poured"]),
        ([(23, 25)], ["Lee Park"], ["it rained", "and poured"]),
    ],
)
def test_holes_are_in_no_part_of_a_draft(
    holes: list[tuple[int, int]], source: list[str], content: list[str]
) -> None:
    text = "Lee Park said it rained , and poured"
    gaps = [Span(*hole) for hole in holes]
    words = [word for word in split_words(text) if not any(gap.overlaps(word) for gap in gaps)]
    (draft,) = drafts_from([Found(Run(2, 3), Run(0, 2), [Run(3, len(words))])], words, gaps)
    assert slices(draft.source, text) == source
    assert slices(draft.content, text) == content
