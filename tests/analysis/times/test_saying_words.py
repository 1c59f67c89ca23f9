"""What may stand between a cue and the time of saying, by words alone."""

from __future__ import annotations

import pytest

from onrecord.analysis.times.saying_words import (
    CONTENT,
    SOURCE,
    accompanies,
    admits,
    bridges,
    carries_on,
    goes_between,
    has_saying,
    in_medium,
    issued,
    leads,
    opens,
    tokens,
)
from onrecord.model.span import Span


def cut(words: str) -> list[str]:
    return tokens(words, Span(0, len(words)), ())


def test_tokens_stand_for_spans() -> None:
    text = "Lee’s 1,300 e-mails, said “so”"
    marks = [(Span(26, 30), CONTENT), (Span(0, 5), SOURCE)]
    assert tokens(text, Span(0, len(text)), marks) == [SOURCE, "1,300", "e-mails", ",", "said", CONTENT]
    assert tokens(text, Span(6, 11), ()) == ["1,300"]


@pytest.mark.parametrize(
    ("words", "near", "far"),
    [
        ("", True, True),
        ("in an interview with the Courier", True, True),
        ("reporters in a statement issued", True, True),
        ("speaking to reporters", True, True),
        ("while campaigning", True, True),
        ("published", True, True),
        ("also", True, True),
        ("in Old Aldmoor", True, True),
        ("at a funeral", True, False),
        ("elected", False, False),
        ("in an interview about the fire", False, False),
        ("an interview", False, False),
        ("mayor", False, False),
    ],
)
def test_what_leads_to_a_time(words: str, near: bool, far: bool) -> None:
    assert leads(cut(words), near=True) is near
    assert leads(cut(words), near=False) is far


@pytest.mark.parametrize(
    ("words", "near", "far"),
    [
        ("reporters", True, True),
        ("members of the council", True, False),
        (", the mayor,", True, True),
        (", who runs the port,", True, False),
        ("of the fire", False, False),
        ("the council and", False, False),
        (", and Park", False, False),
        ("a panel set up", False, False),
        ("so; Park", False, False),
        ("Park denied", False, False),
        ("a b c d e f g", True, False),
        ("a b c d e f g h i j k l m", False, False),
    ],
)
def test_what_a_cue_admits(words: str, near: bool, far: bool) -> None:
    assert admits(cut(words), near=True) is near
    assert admits(cut(words), near=False) is far


@pytest.mark.parametrize(
    ("left", "right", "fits"),
    [
        ("", "", True),
        (",", ",", True),
        ("left and", "", True),
        ("", "approved the plan and", True),
        (", speaking", "in Aldmoor,", True),
        (", who runs the port,", "", True),
        (", who runs the port,", ",", False),
        (", elected", ",", False),
        ("", "accused of theft", False),
        ("", "left, and", False),
    ],
)
def test_what_goes_between_source_and_cue(left: str, right: str, fits: bool) -> None:
    assert goes_between(cut(left), cut(right), near=True) is fits


@pytest.mark.parametrize(
    ("left", "right", "cue", "fits"),
    [
        ("resigned", ",", "saying", True),
        ("made history", "by", "naming", True),
        ("resigned", ",", "said", False),
        ("resigned", "", "saying", False),
        ("resigned after a vote", ",", "saying", False),
        ("fled, returned", ",", "saying", False),
    ],
)
def test_participles_accompany(left: str, right: str, cue: str, fits: bool) -> None:
    assert accompanies(cut(left), cut(right), cue) is fits


@pytest.mark.parametrize(
    ("words", "lead", "medium", "fits"),
    [
        ("", "", False, True),
        (",", "", False, True),
        ("it", "", False, True),
        ("—", "ALDMOOR,", False, False),
        (", when he was mayor,", "", False, True),
        (", two days after the vote,", "", False, True),
        (", the council met,", "", False, False),
        ("in Aldmoor,", "", False, True),
        ("about the fire,", "Asked", False, True),
        ("about the fire,", "", False, False),
        ("seen by Park,", "", True, True),
        ("seen by Park,", "", False, False),
        ("the council met and", "", False, False),
    ],
)
def test_what_bridges_to_a_source(words: str, lead: str, medium: bool, fits: bool) -> None:
    assert bridges(cut(words), cut(lead), medium=medium) is fits


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        *(
            ("", True),
            ("But", True),
            ("The council met, but", True),
            ("In a statement", True),
            ("It fell. Then", True),
        ),
        *(("The council met", False), ("After the fire", False), ("Elected", False)),
    ],
)
def test_what_opens_a_clause(words: str, fits: bool) -> None:
    assert opens(cut(words.replace(".", ";")), near=True) is fits


@pytest.mark.parametrize(
    ("words", "fits"),
    [("", True), (", again", True), ("left and", True), ("left, and", False), ("left", False)],
)
def test_what_carries_on(words: str, fits: bool) -> None:
    assert carries_on(cut(words)) is fits


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("and added", True),
        ("Park says", True),
        ("in a meeting", False),
        ("Reading", False),
        ("issued", False),
    ],
)
def test_sayings_are_seen(words: str, found: bool) -> None:
    assert has_saying(cut(words)) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [("in a TV interview", True), ("the interview", False), ("in a town", False), ("in talks that", False)],
)
def test_places_of_saying_are_seen(words: str, found: bool) -> None:
    assert in_medium(cut(words)) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a report by Lee, published", True),
        ("a letter that it sent", True),
        ("a letter that it sent to Park", True),
        ("a report circulated in Aldmoor", True),
        ("a report", False),
        ("the mayor, sent", False),  # no paper
        ("published, a report", False),
        ("a letter that Lee read", False),
        ("a letter sent to a council that met", False),
    ],
)
def test_papers_are_issued(words: str, found: bool) -> None:
    assert issued(cut(words)) is found
