"""Interviews without names at their turns are told by what they say of themselves and by their questions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from onrecord.analysis.interviews import announced, find_interview
from onrecord.analysis.paragraphs import find_paragraphs
from tests.analysis.made import texts

OPENING = "We spoke with Edda Lorne.\n\n"
TURNS = "What do you do?\n\nI mend nets.\n\nIn winter I sew.\n\nDo you like it?\n\nI do."


def answers(text: str) -> list[list[str]] | None:
    """The paragraphs of each answer, or None where a text is no interview."""
    found = find_interview(text, find_paragraphs(text))
    return None if found is None else [[span.slice(text) for span in one.content] for one in found.answers]


def test_answers_are_what_stands_between_questions() -> None:
    assert answers(OPENING + TURNS) == [["I mend nets.", "In winter I sew."], ["I do."]]


def test_the_introduction_ends_with_the_first_question() -> None:
    found = find_interview(OPENING + TURNS, find_paragraphs(OPENING + TURNS))
    assert found is not None
    assert found.introduction.slice(OPENING + TURNS) == OPENING
    assert all((draft.source, draft.cue) == ((), ()) for draft in found.answers)


@pytest.mark.parametrize(
    "opening",
    ["She sat down with us.", "An interview with Edda Lorne", "Q&A", "Edda Lorne answered our questions.",
     "Below is our conversation with a mender of nets."],
)  # fmt: skip
def test_ways_to_say_so(opening: str) -> None:
    assert answers(f"{opening}\n\n{TURNS}") == [["I mend nets.", "In winter I sew."], ["I do."]]


def test_headings_are_nobody_s() -> None:
    text = OPENING + TURNS.replace("\n\nDo you", "\n\nOn the water\n\nDo you")
    assert answers(text) == answers(OPENING + TURNS)


def test_a_question_in_quotation_marks_is_one() -> None:
    assert answers(OPENING + TURNS.replace("Do you like it?", "“Do you like it?”")) == answers(
        OPENING + TURNS
    )


def test_a_paragraph_that_ends_with_a_quoted_question_is_none() -> None:
    report = "I told him so. Pell asked: “Why now?”"
    assert answers(OPENING + TURNS.replace("I do.", report)) == [
        ["I mend nets.", "In winter I sew."],
        [report],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        TURNS,  # nothing says that it is one
        "It rained.\n\n" + TURNS,
        TURNS + "\n\n" + OPENING,  # said too late
        OPENING + "What do you do?\n\nI mend nets.",  # one question
        OPENING + TURNS.replace("What do you do?", "Who knows?").replace("Do you like it?", "Why?"),
        OPENING + TURNS + "\n\nI mend nets." * 20,  # questions are few
        OPENING + "What now?\n\nIt rained.\n\nDo you see?\n\nIt was cold.\n\nWhy?\n\nIt was wet.",
    ],
)
def test_no_interview(text: str) -> None:
    assert answers(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An interview with Edda Lorne\n\nShe mends nets.", True),
        ("Hanno Pell interviews Edda Lorne.", True),
        ("It rained.\n\n" * 4 + "This is the interview.", True),
        ("It rained.\n\n" * 5 + "This is the interview.", False),
        ("She gave interviewers the slip.", False),
        ("It rained.", False),
        ("", False),
    ],
)
def test_announced(text: str, found: bool) -> None:
    opening = announced(text, find_paragraphs(text))
    assert (opening is not None) is found
    assert opening is None or 0 == opening.start < opening.end <= len(text)


@given(texts)
def test_answers_lie_in_the_text_in_order(text: str) -> None:
    text = OPENING + text + TURNS
    found = find_interview(text, find_paragraphs(text))
    spans = [span for draft in found.answers for span in draft.content] if found else []
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
