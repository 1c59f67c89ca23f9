"""A quotation without a cue goes on with the statement before it, where layout leaves no doubt."""

from __future__ import annotations

import pytest

from onrecord.analysis.continuation import add_continuations
from onrecord.analysis.drafts import Board
from onrecord.analysis.quotation import find_quotations
from tests.analysis.made import board_of, contents


def continued(marked: str) -> tuple[Board, list[list[str]]]:
    board, text = board_of(marked)
    add_continuations(board, find_quotations(text), text)
    return board, contents(board, text)


@pytest.mark.parametrize(
    ("marked", "more"),
    [
        ("[Q “Rain,”] [S she] [C said]. “And wind it was.”", ["“And wind it was.”"]),
        ("[Q “Rain,”] [S she] [C said]. “So it was.” “It was so.”", ["“So it was.”", "“It was so.”"]),
        ("[Q “Rain,”] [S she] [C said].\n\n“And wind it was.”", ["“And wind it was.”"]),
        ("[Q “Rain,”] [S she] [C said].\n\n“So it was.\n\n“It was cold.”", ["“So it was.", "“It was cold.”"]),
        ("[Q ‘Rain,’] [S she] [C said].\n\n‘And wind it was.’", ["‘And wind it was.’"]),
        ("[S She] [C said] [Q it “rained”]. “And wind it was.”", ["“And wind it was.”"]),
        ("[S She] [C said] [Q it rained].\n\n“And wind it was.”\n\nHe left.", ["“And wind it was.”"]),
    ],
)  # fmt: skip
def test_quoted_sentences_go_on(marked: str, more: list[str]) -> None:
    board, (content,) = continued(marked)
    assert content[1:] == more
    assert board.drafts[0].confidence < 0.8


@pytest.mark.parametrize(
    "marked",
    [
        "[Q “Rain,”] [S she] [C said]. It was a “rather wet day”.",  # no sentence
        "[Q “Rain,”] [S she] [C said]. “Rain Man”.",  # too short for one
        "[Q “Rain,”] [S she] [C said]. He stood up. “And wind it was.”",  # words between
        "[Q “Rain,”] [S she] [C said].\n\nThen: “And wind it was.”",
        "[Q “Rain,”] [S she] [C said].\n\nHe stood up.\n\n“And wind it was.”",
        "[S She] [C said] [Q it rained]. “And wind it was.”",  # nothing was quoted before
        "[S She] [C said] [Q the workers’ day didn’t come]. “And wind it was.”",
        "“And wind it was.” [S She] [C said] [Q “rain”].",
        "[Q “Rain,”] [S she] [C said]. “… — … !”",
        "[Q “Rain,”] [S she] [C said].\n\n“So it was, said Park and left.\n\nHe did.",  # a mark was forgotten
    ],
)
def test_other_quotations_do_not(marked: str) -> None:
    board, text = board_of(marked)
    before = contents(board, text)
    assert continued(marked)[1] == before


def test_a_quotation_that_has_its_own_statement_stays_its_own() -> None:
    found = continued("[Q1 “Rain,”] [S1 she] [C1 said].\n\n[Q2 “It was not rain,”] [S2 he] [C2 said].")[1]
    assert found == [["“Rain,”"], ["“It was not rain,”"]]


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("“So it was. [Q It rained],” [S she] [C said].", ["“So it was. It rained,”"]),
        ("[S She] [C said], “[Q It rained.] So it was.”", ["“It rained. So it was.”"]),
        ("“[Q It rained.] So it was. [Q It poured],” [S she] [C said].",
         ["“It rained. So it was. It poured,”"]),
        ("“It was cold. [Q It rained.] It was dark,” [S she] [C said].",
         ["“It was cold. It rained. It was dark,”"]),
    ],
)  # fmt: skip
def test_a_statement_has_all_sentences_of_its_quotation(marked: str, whole: list[str]) -> None:
    board, (content,) = continued(marked)
    assert content == whole
    assert board.drafts[0].confidence < 0.8


@pytest.mark.parametrize(
    "marked",
    [
        "“Oh, [Q it rained],” [S she] [C said].",  # no sentence is left out
        "“[Q It rained.] And so [Q it was],” [S she] [C said].",
        "“It was cold. [Q It rained.] [S Lee] [C said] [Q so].”",  # who quotes Lee is not Lee
        "“[Q1 It rained.] [Q2 It poured],” [S1 she] [C1 said], and [S2 Lee] [C2 agreed].",
    ],
)
def test_other_words_of_a_quotation_stay_out(marked: str) -> None:
    board, text = board_of(marked)
    before = contents(board, text)
    assert continued(marked)[1] == before
