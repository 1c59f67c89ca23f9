"""Sources hold whole words and names, and no time of saying."""

from __future__ import annotations

import pytest

from onrecord.analysis.source_edges import mend_source
from tests.analysis.made import board_of, slices, words_only
from tests.analysis.parses import parse_of


def mended(marked: str, *, parsed: bool = True) -> tuple[list[str], list[str], list[str]]:
    """Source, cue and content of the only statement of a marked text, mended."""
    board, text = board_of(marked)
    draft = mend_source(board.drafts[0], parse_of(text) if parsed else words_only(text))
    return slices(draft.source, text), slices(draft.cue, text), slices(draft.content, text)


@pytest.mark.parametrize(
    ("marked", "source", "cue"),
    [
        ("[S Lee Jae-][C myung said] [Q it rained].", "Lee Jae-myung", "said"),
        ("[S Lee Jae][C -myung said] [Q it rained].", "Lee Jae-myung", "said"),
        ("[S Lee Jae-myung] [C said] [Q it rained].", "Lee Jae-myung", "said"),
        ("[S Lee] [C half-said] [Q it rained].", "Lee", "half-said"),
        ("[S Lee] - [C said] [Q it rained].", "Lee", "said"),
    ],
)
def test_a_source_ends_with_its_last_word(marked: str, source: str, cue: str) -> None:
    assert mended(marked, parsed=False) == ([source], [cue], ["it rained"])


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("[S The crew today] [C praised] [Q Park].", "The crew"),
        ("[S The crew on Monday night] [C praised] [Q Park].", "The crew"),
        ("[S The crew] on Monday night [C praised] [Q Park].", "The crew"),
    ],
)
def test_a_source_has_no_time_of_saying(marked: str, source: str) -> None:
    assert mended(marked) == ([source], ["praised"], ["Park"])


@pytest.mark.parametrize("source", ["Orvesk Today", "The Mail on Sunday"])
def test_a_paper_keeps_its_name(source: str) -> None:
    assert mended(f"[S {source}] [C said] [Q it rained].", parsed=False)[0] == [source]


def test_a_source_that_is_a_time_stays() -> None:
    assert mended("[S Monday] [C said] [Q it rained].", parsed=False)[0] == ["Monday"]


def test_a_body_in_capitals_is_no_pronoun() -> None:
    row = (["WHO officials"], ["said"], ["it rained"])
    assert mended("[Q WHO] [S officials] [C said] [Q it rained].") == row
    assert mended("[S WHO officials] [C said] [Q it rained].") == row
    assert mended("[Q WHO] [C said] [Q it rained].", parsed=False) == ([], ["said"], ["WHO", "it rained"])


def test_a_paper_speaks_and_not_who_has_got_it() -> None:
    whole = (["A memo seen by the Post"], ["states"], ["it rained"])
    assert mended("A memo seen by [S the Post] [C states] [Q it rained].") == whole
    assert mended("[S A memo seen by the Post] [C states] [Q it rained].") == whole
