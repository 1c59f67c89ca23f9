"""A quotation belongs to the name on the line below it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.analysis.quotation import find_quotations
from onrecord.analysis.signed import add_signed
from tests.analysis.made import board_of, slices, words_only


def signed(marked: str) -> list[tuple[list[str], list[str]]]:
    """Source and content of each draft of a marked text, once signatures are read."""
    board, text = board_of(marked)
    people = dict.fromkeys(("Ana", "Lee"), "NNP")
    parse = words_only(text, people)
    names = ["B-person" if parse.word(i) in people else "O" for i in range(len(parse.words))]
    add_signed(board, find_quotations(text), replace(parse, names=names))
    return [(slices(draft.source, text), slices(draft.content, text)) for draft in board.drafts]


QUOTED = "“It rained and it was cold.”"


@pytest.mark.parametrize(
    ("below", "name"),
    [
        ("Ana Lee", "Ana Lee"),
        ("Ana Lee, head of the union, after the storm", "Ana Lee"),
        ("Nurse Ana de Lee, in Orvesk", "Nurse Ana de Lee"),
    ],
)
@pytest.mark.parametrize("behind", ["", "\n\nIt was late.", "\n\n“No.”"])
def test_the_line_below_names_the_speaker(below: str, name: str, behind: str) -> None:
    assert signed(f"It was late.\n\n{QUOTED}\n{below}{behind}") == [([name], [QUOTED])]


@pytest.mark.parametrize(
    "text",
    [
        f"{QUOTED}\nAna Lee left.",
        f"{QUOTED}\nAna Lee left, she said.",
        f"{QUOTED}\n\nAna Lee",  # a paragraph of its own
        f"{QUOTED}\nAna Lee\nIt was late.",  # a line of verse, or a list
        f"{QUOTED}\nOrvesk",
        f"{QUOTED}\nWhat Comes Next",
        f"{QUOTED} she said.\nAna Lee",
        "“Rain Man”\nAna Lee",
        QUOTED,
    ],
)
def test_other_lines_name_nobody(text: str) -> None:
    assert signed(text) == []


def test_whoever_had_the_quotation_loses_it() -> None:
    assert signed(f"[S Pell] [C said] [Q it was late].\n\n[Q {QUOTED}]\nAna Lee") == [
        (["Pell"], ["it was late"]),
        (["Ana Lee"], [QUOTED]),
    ]
    assert signed(f"[Q {QUOTED}]\n[S Ana Lee][C , head] of the union") == [(["Ana Lee"], [QUOTED])]
