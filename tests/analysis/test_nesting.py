"""Statements inside statements are found by syntax, each wholly inside a content."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.drafts import Draft
from onrecord.analysis.nesting import NESTED_CONFIDENCE, find_nested
from onrecord.analysis.syntax import Parse
from onrecord.model import Span
from onrecord.model.span import merge
from tests.analysis.made import SCRAPS, any_parse, board_of, parsed
from tests.analysis.parses import parse_of


def nested(marked: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each statement found inside the contents of a marked text."""
    board, text = board_of(marked)
    contents = merge(span for draft in board.drafts for span in draft.content)
    found = find_nested(parse_of(text), contents, board.drafts)
    assert all(draft.confidence == NESTED_CONFIDENCE for draft in found)

    def words(spans: Iterable[Span]) -> str:
        return " … ".join(span.slice(text) for span in spans)

    return [(words(draft.source), words(draft.cue), words(draft.content)) for draft in found]


SAID = "[S Lee] [C said] [Q {}]."


@pytest.mark.parametrize(
    ("content", "found"),
    [
        # clauses
        ("Park claimed it rained", ("Park", "claimed", "it rained")),
        ("that Park had claimed it rained", ("Park", "had claimed", "it rained")),
        ("that the old mayor never believed that it rained",
         ("the old mayor", "never believed", "that it rained")),
        ("that Park did not say whether it rained", ("Park", "did not say", "whether it rained")),
        ("that Park came and said it rained", ("Park", "said", "it rained")),
        ("that Park went on to say it rained", ("Park", "to say", "it rained")),
        ("that Park came to say it rained", None),
        ("that Park executed the men", None),
        ("that Park told the crew at Brack that it rained", ("Park", "told", "that it rained")),
        ("that Park knows why it rained", ("Park", "knows", "why it rained")),
        # parentheticals
        ("the dam will hold, Park thinks", ("Park", "thinks", "the dam will hold")),
        # wishes, orders and the like with an open clause
        ("that Park wants to leave", ("Park", "wants", "to leave")),
        ("that Park ordered the crew to leave", ("Park", "ordered", "to leave")),
        ("that Park refused to leave", ("Park", "refused", "to leave")),
        ("that Park was told to leave", ("", "was told", "to leave")),
        ("that Park was dismissed in March", None),
        ("that Park told him the name", ("Park", "told", "the name")),
        # objects
        ("that Park denied the report on the dam", ("Park", "denied", "the report on the dam")),
        ("that Park promised a new dam", ("Park", "promised", "a new dam")),
        # passives
        ("that the plan was rejected by the council", ("the council", "was rejected by", "the plan")),
        ("that it was said that it rained", ("", "was said", "that it rained")),
        # names for things
        ("that Park called the plan a disgrace", ("Park", "called", "the plan a disgrace")),
        ("that Park described the plan as a disgrace", ("Park", "described", "the plan as a disgrace")),
        # prepositions
        ("that Park warned of a flood", ("Park", "warned", "of a flood")),
        ("that Park called for a new dam", ("Park", "called", "for a new dam")),
        ("that Park bragged about the dam", ("Park", "bragged", "about the dam")),
        # short for what was said before
        ("that Park thinks so", ("Park", "thinks", "so")),
        ("that Park said no", ("Park", "said", "no")),
        # other cues
        ("that, according to Park, it rained", ("Park", "according to", "it rained")),
        ("that it rained, according to the old mayor", ("the old mayor", "according to", "that it rained")),
        ("that the dam was opened at the request of the council",
         ("the council", "at the request of", "that the dam was opened")),
    ],
)  # fmt: skip
def test_found(content: str, found: tuple[str, str, str] | None) -> None:
    assert nested(SAID.format(content)) == ([found] if found else [])


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[Q “I think so,”] [S Lee] [C said].", [("I", "think", "so")]),
        ("[Q “We hope that it rains,”] [S Lee] [C said].", [("We", "hope", "that it rains")]),
        ("[Q “Park said Ada Lee knew it rained,”] [S Dovan] [C said].",
         [("Park", "said", "Ada Lee knew it rained"), ("Ada Lee", "knew", "it rained")]),
        ("[Q “It rained,”] [S Lee] [C said]. [Q “Park knew it,”] [S she] [C said].",
         [("Park", "knew", "it")]),
    ],
)  # fmt: skip
def test_in_quotations(marked: str, found: list[tuple[str, str, str]]) -> None:
    assert nested(marked) == found


@pytest.mark.parametrize(
    "content",
    [
        "that it rained",
        "the dam, you know, burst",
        "I mean it rained",
        "that Park saw that it rained",  # no cue in a content: it is not told that he said so
        "that Park found a dog",
        "to say it rained is wrong",
        "that Park began to sleep",
        "that Park spoke when it rained",
        "that the sign which said no fell",
        "that Park has the book",
        "that the noise shocked Park",  # and it felt nothing
        "that Park saw it",
    ],
)
def test_not_found(content: str) -> None:
    assert nested(SAID.format(content)) == []


@pytest.mark.parametrize(
    "marked",
    [
        "[S Lee] [C said] [Q it rained]. Park claimed it rained.",  # outside
        "[S1 Lee] [C1 said] [Q1 that [S2 Park] [C2 knew] [Q2 that it rained]].",  # known
        "[S1 Lee] [C1 said] [Q1 that [Q2 it rained], [C2 according to] [S2 the old mayor]].",
        "[S Lee] [C said] that Park [Q claimed it rained].",  # the source outside
    ],
)
def test_nothing_more(marked: str) -> None:
    assert nested(marked) == []


@pytest.mark.parametrize("marked", ["[Q “At the request of Lee,”] [S she] [C said].",
                                    "[Q “According to Lee,”] [S she] [C said]."])  # fmt: skip
def test_a_cue_without_content_is_none(marked: str) -> None:
    assert nested(marked) == []


def test_a_clause_that_the_parse_does_not_tie_to_its_verb() -> None:
    text = "Park told Lee that it rained."
    parse = parsed(text, "Park NNP nsubj 1", "told VBD root -1", "Lee NNP dobj 1", "that IN mark 5",
                   "it PRP nsubj 5", "rained VBD advcl 1", ". PUNCT punct 1")  # fmt: skip
    (found,) = find_nested(parse, [Span(0, len(text))], [])
    assert [span.slice(text) for span in found.spans] == ["Park", "told", "that it rained"]


CUES = "said knew was called denied that by to according at the request of ordered not".split()
told = st.lists(st.sampled_from([*CUES, *SCRAPS]), max_size=60).map(" ".join)


@pytest.mark.parametrize(
    ("before", "lines", "source"),
    [
        ("she", ["she PRP dep 1"], "she"),
        ("Lee also", ["Lee NNP dep 2", "also RB advmod 2"], "Lee"),
        ("Q Lee", ["Q NNP nsubj 2", "Lee NNP nsubj 2"], "Lee"),  # the label of a turn passes for a subject
        ("to Lee", ["to IN prep 2", "Lee NNP pobj 0"], None),
        ("rain", ["rain NN dep 1"], None),
    ],
)
def test_a_subject_that_the_parse_does_not_tie_to_its_verb(
    before: str, lines: list[str], source: str | None
) -> None:
    text = f"{before} said it rained"
    verb = len(lines)
    clause = ["said VBD root -1", f"it PRP nsubj {verb + 2}", f"rained VBD ccomp {verb}"]
    found = find_nested(parsed(text, *lines, *clause), [Span(0, len(text))], [])
    assert [draft.source[0].slice(text) for draft in found] == ([source] if source else [])


@given(any_parse(told), st.data())
def test_drafts_lie_inside_contents(parse: Parse, data: st.DataObject) -> None:
    places = st.integers(0, len(parse.words))
    ends = [0, *(word.end for word in parse.words)]
    starts = [*(word.start for word in parse.words), len(parse.text)]
    runs = data.draw(st.lists(st.tuples(places, places), max_size=3))
    contents = merge(Span(starts[a], ends[b]) for a, b in runs if a < b)
    draft = Draft((), (parse.words[0],) if parse.words else (), list(contents))
    for found in find_nested(parse, contents, [draft]):
        assert found.cue
        assert found.content
        assert all(0 <= span.start < span.end <= len(parse.text) for span in found.spans)
        assert any(all(content.contains(span) for span in found.spans) for content in contents)
        assert not any(span.overlaps(cue) for span in (*found.source, *found.content) for cue in found.cue)
