"""When something was said is cut off the end of its content, where it hangs on the cue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.circumstances.trailing_times import cut_trailing_time
from onrecord.analysis.drafts import Draft
from onrecord.analysis.syntax import Parse
from tests.analysis.made import any_parse, board_of, parsed, slices
from tests.analysis.parses import parse_of


def cut(marked: str) -> list[str]:
    """The content of the only statement of a marked text, once it was cut."""
    board, text = board_of(marked)
    (draft,) = board.drafts
    cut_trailing_time(draft, parse_of(text))
    return slices(draft.content, text)


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("[S Lee] [C asked for] [Q safe passage in May].", "safe passage"),
        ("[S Lee] [C asked] [Q for safe passage in May].", "for safe passage"),
        ("[S Lee] [C demanded] [Q a vote on Monday].", "a vote"),
        ("[S Lee] [C demanded] [Q a vote on Monday.]", "a vote"),
        ("[S Lee] [C demanded] [Q a vote last week].", "a vote"),
        ("[S Lee] [C demanded] [Q a vote late on Monday].", "a vote"),
    ],
)
def test_cut(marked: str, content: str) -> None:
    assert cut(marked) == [content]


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("[S Lee] [C denied] [Q the theft of the bridge in 2015].", "the theft of the bridge in 2015"),
        ("[S Lee] [C urged] [Q a delay].", "a delay"),
        ("[S Lee] [C demanded] a vote [Q last week].", "last week"),  # nothing would be left
        ("[S Lee] [C demanded] a vote [Q on Monday].", "on Monday"),
        ("[S Lee] [C demanded] [Q a vote by Monday].", "a vote by Monday"),  # what is demanded
        ("[S Lee] [C told] me [Q that it rained].", "that it rained"),
        ("[Q Lee] [C demanded] a vote on Monday.", "Lee"),  # before the cue
    ],
)
def test_left_as_it_is(marked: str, content: str) -> None:
    assert cut(marked) == [content]


def test_words_in_marks_are_left() -> None:
    board, text = board_of("[S Lee] [C demanded] [Q “a vote on Monday”].")
    parse = parsed(text, "Lee NNP nsubj 1", "demanded VBD root -1", "“ PUNCT punct 4", "a DT det 4",
                   "vote NN dobj 1", "on IN prep 1", "Monday NNP pobj 5 B-time", "” PUNCT punct 1",
                   ". PUNCT punct 1")  # fmt: skip
    (draft,) = board.drafts
    cut_trailing_time(draft, parse)
    assert slices(draft.content, text) == ["“a vote on Monday”"]


@given(any_parse(), st.data())
def test_a_cut_content_lies_in_what_it_was(parse: Parse, data: st.DataObject) -> None:
    count = len(parse.words)
    edges = sorted(data.draw(st.lists(st.integers(0, count), min_size=4, max_size=4)))
    if edges[0] == edges[1] or edges[2] == edges[3]:
        return
    cue, content = (parse.span(range(a, b)) for a, b in (edges[:2], edges[2:]))
    draft = Draft((), (cue,), [content])
    cut_trailing_time(draft, parse)
    (left,) = draft.content
    assert (draft.cue, left.start) == ((cue,), content.start)
    assert content.contains(left)
    assert left.start < left.end
