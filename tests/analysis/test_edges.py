"""Edges of contents move onto the quotation marks beside them, and nowhere else."""

from __future__ import annotations

import pytest

from onrecord.analysis.edges import snap_to_marks
from onrecord.analysis.quotation import find_quotations
from tests.analysis.made import board_of, contents


def snapped(marked: str) -> list[list[str]]:
    board, text = board_of(marked)
    snap_to_marks(board, find_quotations(text), text)
    return contents(board, text)


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("“[Q It rained],” [S she] [C said].", ["“It rained,”"]),
        ("[Q “It rained],” [S she] [C said].", ["“It rained,”"]),
        ("“[Q It rained,]” [S she] [C said].", ["“It rained,”"]),
        ("[S She] [C said] [Q it “rained]”.", ["it “rained”"]),
        ("[S She] [C said] [Q it “‘rained]’.”", ["it “‘rained’.”"]),
        ("[S She] [C said]: ''[Q It rained].''", ["''It rained.''"]),
        ("“[Q It rained],” [S she] [C said]. “[Q It poured].”", ["“It rained,”", "“It poured.”"]),
        ("[S She] [C said] [Q a “b” “c” “d” “e” “rained]”.", ["a “b” “c” “d” “e” “rained”"]),
        (
            "[S She] [C said] [Q so “ ‘a’, ‘b’, ‘c’, ‘d’ and no more].”",
            ["so “ ‘a’, ‘b’, ‘c’, ‘d’ and no more.”"],
        ),
    ],
)
def test_a_content_takes_its_marks_in(marked: str, content: list[str]) -> None:
    assert snapped(marked) == [content]


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("[S She] [C said] [Q it rained].", ["it rained"]),
        ("“Oh, [Q it rained],” [S she] [C said].", ["it rained"]),  # not all that was quoted
        ("[S She] [C said] “[Q it] rained”.", ["“it"]),
        ("[S She] [C said] [Q it rained] “hard”.", ["it rained"]),
        ("“It rained. [S She] [C said] [Q so].", ["so"]),  # never closed
    ],
)
def test_other_edges_stay(marked: str, content: list[str]) -> None:
    assert snapped(marked) == [content]


def test_marks_of_another_statement_are_left_to_it() -> None:
    found = snapped("[S1 She] [C1 said] [Q1 “it rained][S2 ”] [C2 said] [Q2 Park].")
    assert found == [["“it rained"], ["Park"]]
