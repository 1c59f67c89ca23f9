"""Who is spoken to, and when, is cut off the beginning of a content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.circumstances.lead_ins import by_first_word, cut_lead_in
from onrecord.analysis.drafts import Draft
from onrecord.analysis.people.phrases import find_phrases
from onrecord.analysis.syntax import Parse
from onrecord.model import Span
from tests.analysis.made import any_parse, board_of
from tests.analysis.parses import parse_of, phrases_of


def cut(marked: str) -> tuple[str, str, str]:
    """Source, cue and content of the only statement of a marked text, once its content was cut."""
    board, text = board_of(marked)
    (draft,) = board.drafts
    cut_lead_in(draft, parse_of(text), by_first_word(phrases_of(text)))
    source, cue, content = (
        " … ".join(span.slice(text) for span in part) for part in (draft.source, draft.cue, draft.content)
    )
    return source, cue, content


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[S Lee] [C assured] [Q me that it rained].", ("Lee", "assured", "that it rained")),
        ("[S Lee] [C assured] [Q me last night that it rained].", ("Lee", "assured", "that it rained")),
        ("[S Lee] [C told] [Q the old mayor “it rained”].", ("Lee", "told", "“it rained”")),
        ("[S Lee] [C said] [Q on Monday that it rained].", ("Lee", "said", "that it rained")),
        ("[S Lee] [C said] [Q last night it rained].", ("Lee", "said", "it rained")),
        ("[S Lee] [C told] [Q reporters on Monday it rained].", ("Lee", "told", "it rained")),
        ("[S Lee] [C told] [Q me to go].", ("Lee", "told", "to go")),
        ("[S Lee] [C is reported] [Q to have told the mayor that it rained].",
         ("Lee", "is reported to have told", "that it rained")),
        ("[S Lee] [C is expected] [Q to tell reporters on Monday that it rained].",
         ("Lee", "is expected to tell", "that it rained")),
        ("[Q Lee] [C is expected] [Q to tell reporters that it rained].",
         ("Lee", "is expected to tell", "that it rained")),
        ("[Q “It was cold,”] [S Lee] [C told] [Q me that it rained].",
         ("Lee", "told", "“It was cold,” … that it rained")),
        # whom an order or a call goes to
        ("[S Lee] [C urged] [Q him to go].", ("Lee", "urged", "to go")),
        ("[S Lee] [C urged] [Q Park to go].", ("Lee", "urged", "to go")),
        ("[S Lee] [C urged] [Q Park on Monday not to go].", ("Lee", "urged", "not to go")),
        ("[S Lee] [C called on] [Q Park to go].", ("Lee", "called on", "to go")),
        ("[S Lee] [C urged] [Q the mayor, Ada Park, to go].", ("Lee", "urged", "to go")),
        ("[S Lee] [C urged] [Q Park, who leads us, to go].", ("Lee", "urged", "to go")),
    ],
)  # fmt: skip
def test_cut(marked: str, expected: tuple[str, str, str]) -> None:
    assert cut(marked) == expected


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("[S Lee] [C said] [Q it rained].", "it rained"),
        ("[S Lee] [C urged] [Q a delay].", "a delay"),
        ("[S Lee] [C called] [Q on Park to go].", "on Park to go"),
        ("[S Lee] [C declined] [Q to comment].", "to comment"),
        ("[S Lee] [C asked] [Q the mayor].", "the mayor"),
        ("[S Lee] [C asked] [Q the mayor]", "the mayor"),  # the text ends with it
        ("[S Lee] [C said] [Q the old mayor that night slept].", "the old mayor that night slept"),
        ("[Q “It rained,”] [S Lee] [C told] me.", "“It rained,”"),
        ("[S Lee] [C told] me [Q that it rained].", "that it rained"),
        ("[S Lee] [C wants] [Q to say that it rained].", "to say that it rained"),
        # no aside behind a name
        ("[S Lee] [C asked] [Q Park, Moss, and Bell to go].", "Park, Moss, and Bell to go"),
        ("[S Lee] [C promised] [Q roads, he said, to Park].", "roads, he said, to Park"),
    ],
)
def test_left_as_it_is(marked: str, content: str) -> None:
    assert cut(marked)[2] == content


def test_the_longest_phrase_of_a_word() -> None:
    text = "Ada Lee’s lawyer slept."
    assert {word: phrase.words for word, phrase in by_first_word(phrases_of(text)).items()} == {
        0: range(0, 5)
    }


@given(any_parse(), st.data())
def test_a_cut_draft_lies_in_what_it_was(parse: Parse, data: st.DataObject) -> None:
    count = len(parse.words)
    edges = sorted(data.draw(st.lists(st.integers(0, count), min_size=4, max_size=4)))
    if edges[0] == edges[1] or edges[2] == edges[3]:
        return
    cue, content = (parse.span(range(a, b)) for a, b in (edges[:2], edges[2:]))
    draft = Draft((), (cue,), [content])
    cut_lead_in(draft, parse, by_first_word(find_phrases(parse, [Span(0, len(parse.text))])))
    (left,) = draft.content
    assert content.contains(left)
    assert left.start < left.end
    assert not draft.cue[0].overlaps(left)
    assert draft.cue[0].start == cue.start
