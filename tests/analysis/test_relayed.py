"""Who is quoted by others has a statement of their own, inside that of whoever quotes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.drafts import Draft
from onrecord.analysis.relayed import RELAYED_CONFIDENCE, find_relayed, with_saying
from onrecord.model import Span
from onrecord.model.span import holder
from tests.analysis.made import board_of, slices, texts

Row = tuple[list[str], list[str], list[str]]


def row(draft: Draft, text: str) -> Row:
    return slices(draft.source, text), slices(draft.cue, text), slices(draft.content, text)


def relayed(marked: str) -> tuple[list[Row], list[Row]]:
    """What was marked, and what it holds."""
    board, text = board_of(marked)
    drafts = board.drafts
    found = find_relayed(drafts, text)
    return [row(draft, text) for draft in drafts], [row(draft, text) for draft in found]


@pytest.mark.parametrize(
    ("marked", "inner", "outer"),
    [
        ("[S FIO] [C quoted] [Q Ada Lee as saying that it rained].",
         (["Ada Lee"], ["as saying"], ["that it rained"]), ["Ada Lee as saying that it rained"]),
        # the network found what she said only
        ("[S FIO] [C quoted] Ada Lee as saying [Q it rained].",
         (["Ada Lee"], ["as saying"], ["it rained"]), ["Ada Lee as saying it rained"]),
        ("“[Q It rained],” [S FIO] [C quoted] Ada Lee [Q as saying. “It is over.”]",
         (["Ada Lee"], ["as saying"], ["It rained", "“It is over.”"]),
         ["It rained", "Ada Lee as saying. “It is over.”"]),
        ("[S FIO] [C cited] [Q Ada Lee, saying: “It rained.”]",
         (["Ada Lee"], ["saying"], ["“It rained.”"]), ["Ada Lee, saying: “It rained.”"]),
        ("[S FIO], [C quoting] [Q two men on Monday as telling reporters that it rained]",
         (["two men"], ["as telling"], ["that it rained"]),
         ["two men on Monday as telling reporters that it rained"]),
        ("“[Q It rained],” [S FIO] [C quoted] [Q Ada Lee as telling two men].",
         (["Ada Lee"], ["as telling"], ["It rained"]), ["It rained", "Ada Lee as telling two men"]),
        ("[S FIO] [C quoted] [Q Dr. Ada Lee of the U.S. army as saying it rained].",
         (["Dr. Ada Lee of the U.S. army"], ["as saying"], ["it rained"]),
         ["Dr. Ada Lee of the U.S. army as saying it rained"]),
        ("[S FIO] [C cited] [Q an earlier report in the Sunday Times as saying it rained].",
         (["an earlier report in the Sunday Times"], ["as saying"], ["it rained"]),
         ["an earlier report in the Sunday Times as saying it rained"]),
        ("[S FIO] [C quoted] [Q Ada Lee as telling reporters it rained].",
         (["Ada Lee"], ["as telling"], ["it rained"]), ["Ada Lee as telling reporters it rained"]),
        ("[S FIO] [C is quoting] [Q Ada Lee as saying it rained].",
         (["Ada Lee"], ["as saying"], ["it rained"]), ["Ada Lee as saying it rained"]),
        ("[C Quoting] [Q Ada Lee as saying it rained], [S FIO] led with it.",
         (["Ada Lee"], ["as saying"], ["it rained"]), ["Ada Lee as saying it rained"]),
        ("[S FIO] [C quotes] [Q her as later adding it rained]",
         (["her"], ["as later adding"], ["it rained"]), ["her as later adding it rained"]),
    ],
)  # fmt: skip
def test_who_is_quoted_said_it(marked: str, inner: Row, outer: list[str]) -> None:
    ((_, _, content),), found = relayed(marked)
    assert found == [inner]
    assert content == outer


def test_what_was_taken_for_more_of_whoever_quotes_goes() -> None:
    marked = "[Q It rained] [S FIO] [C quoted] Ada Lee [C2 as saying]. [Q2 It gave no number]."
    ((_, _, content),), found = relayed(marked)
    assert found == [(["Ada Lee"], ["as saying"], ["It rained"])]
    assert content == ["It rained", "Ada Lee as saying"]


@pytest.mark.parametrize(
    "marked",
    [
        "[S FIO] [C quoted] [Q Ada Lee as being late].",  # nothing is said
        "[S FIO] [C said] [Q Ada Lee as saying it rained].",  # nobody is quoted
        "[S FIO] [C quoted] [Q a letter. As saying it rained goes].",
        "[S FIO] [C quoted] [Q Ada Lee as saying].",  # and what?
        "[S FIO] [C quoted] [S Ada Lee] as saying [Q it rained].",  # taken for a source already
        "[S FIO] [C quoted] [Q a man saying grace].",
        "[S FIO] [C cited] [Q Ada Lee as an example, saying “it rained”].",
        "[S Lee] has been [C quoted] [Q by the FIO as saying it rained].",  # nor is the FIO
        "[S Lee] was [C quoted] [Q on Sunday as saying it rained].",
        "[S A note] [C quoted] [Q by the FIO as saying it rained].",
    ],
)
def test_who_is_not_quoted(marked: str) -> None:
    (before,), _ = board_of(marked)[0].drafts, ()
    text = board_of(marked)[1]
    assert relayed(marked) == ([row(before, text)], [])


def test_it_is_no_surer_than_what_holds_it() -> None:
    text = "FIO quoted Lee as saying it rained"
    for given_, told in ((0.9, RELAYED_CONFIDENCE), (0.4, 0.4)):
        draft = Draft((Span(0, 3),), (Span(4, 10),), [Span(11, len(text))], given_)
        assert [inner.confidence for inner in find_relayed([draft], text)] == [told]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[S Lee] [C was quoted] [Q as saying it rained].",
         (["Lee"], ["was quoted as saying"], ["it rained"])),
        ("[Q Lee] [C was quoted on Sunday] [Q as saying it rained].",
         ([], ["was quoted", "as saying"], ["Lee", "it rained"])),
        ("Lee [C was quoted] by [S the FIO] as saying [Q it rained].",
         ([], ["was quoted", "as saying"], ["it rained"])),
        ("“[Q It rained],” [S Lee] [C was quoted] [Q as saying by the FIO].",
         (["Lee"], ["was quoted as saying"], ["It rained"])),
        ("[S Lee] [C was quoted] [Q as saying by Monday it will rain].",
         (["Lee"], ["was quoted as saying"], ["by Monday it will rain"])),
        ("[Q Lee] [C has been quoted] by [S the FIO] as saying [Q it rained].",
         ([], ["has been quoted", "as saying"], ["Lee", "it rained"])),
        ("[S Lee] [C was quoted] Sunday by the FIO, a news agency, as saying [Q it rained].",
         (["Lee"], ["was quoted", "as saying"], ["it rained"])),
        ("[S Lee] [C was quoted] in the Courier as saying [Q it rained].",
         (["Lee"], ["was quoted", "as saying"], ["it rained"])),
        # left as they are
        ("[S Lee] [C was quoted] [Q as being late].", (["Lee"], ["was quoted"], ["as being late"])),
        ("[S Lee] [C was quoted] [Q as saying].", (["Lee"], ["was quoted"], ["as saying"])),
        ("[S Lee] [C said] [Q it rained].", (["Lee"], ["said"], ["it rained"])),
    ],
)  # fmt: skip
def test_being_quoted_as_saying_is_one_cue(marked: str, expected: Row) -> None:
    board, text = board_of(marked)
    (draft,) = board.drafts
    assert row(with_saying(draft, text), text) == expected


def test_runs_of_white_space_are_no_trap() -> None:
    for words in ("quoted", "was quoted by", "quoted Lee as telling", "quoted Lee", "cited a"):
        text = words + " " * 20_000 + "x as saying it rained"
        cue = Span(0, text.index("ed") + 2)
        draft = Draft((), (cue,), [Span(len(text) - 9, len(text))])
        assert with_saying(draft, text) is draft
        assert len(find_relayed([draft], text)) == words.endswith("telling")


SCRAPS = ("Lee", "the FIO ", "quoted", "was quoted", "as saying", "telling", "“", "”", ",", ":", ".", "\n")


@given(st.one_of(texts, st.lists(st.sampled_from(SCRAPS), max_size=30).map(" ".join)), st.data())
def test_what_is_found_lies_in_the_text_and_apart(text: str, data: st.DataObject) -> None:
    if len(text) < 12:
        return
    ends = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=12, max_size=12)))
    spans = data.draw(st.permutations([Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=True)]))
    drafts = [Draft((source,), (cue,), [content]) for source, cue, content in (spans[:3], spans[3:])]
    drafts = [with_saying(draft, text) for draft in drafts]
    found = find_relayed(drafts, text)
    for one in (*drafts, *found):
        own = sorted(one.spans)
        assert all(0 <= span.start < span.end <= len(text) for span in own)
        assert all(first.end <= second.start for first, second in pairwise(own))
    for inner in found:
        assert any(
            all(holder(outer.content, span) is not None for span in (*inner.source, *inner.cue))
            for outer in drafts
        )
