"""Block quotations and posts go to who signed them, or to who leads up to them."""

from __future__ import annotations

import pytest

from onrecord.analysis.blocks import add_blocks
from onrecord.analysis.drafts import Board
from onrecord.model import Region, RegionKind, Span
from tests.analysis.made import board_of, contents, slices

LEAD = "[S The mayor] [C wrote] in [Q an open letter]:\n\n"


def blocked(marked: str, first: str, last: str) -> tuple[Board, str]:
    """A board after its block, from the words `first` to the words `last`, was given to its speaker."""
    board, text = board_of(marked)
    span = Span(text.index(first), text.index(last) + len(last))
    add_blocks(board, [Region(span, RegionKind.BLOCKQUOTE)], text)
    return board, text


@pytest.mark.parametrize(
    ("end", "cue", "name"),
    [
        ("\n\n— Fire Brigade (@fire) 16 September 2024", "—", "Fire Brigade (@fire)"),
        ("\n\n— Fire Brigade (@fire) September 16, 2024", "—", "Fire Brigade (@fire)"),
        ("\n—Lee Park, mayor of Arvia", "—", "Lee Park, mayor of Arvia"),
        ("\n-- Élise Lee Jr.", "--", "Élise Lee Jr."),
        (" – @lee, 2024-09-16", "–", "@lee"),
    ],
)
def test_a_signed_block(end: str, cue: str, name: str) -> None:
    board, text = blocked(f"[S Park] [C said] [Q so].\n\nGo now. Go up.{end}", "Go now", end)
    draft = board.drafts[-1]
    assert (slices(draft.source, text), slices(draft.cue, text)) == ([name], [cue])
    assert contents(board, text) == [["so"], ["Go now. Go up."]]


def test_what_was_found_in_a_signed_block_is_its_signer_s() -> None:
    board, text = blocked("Go now. [S Lee] [C says] [Q go].\n\n— Park", "Go now", "Park")
    assert contents(board, text) == [["Go now. Lee says go."]]


def test_a_signed_block_is_taken_from_the_statement_that_reached_into_it() -> None:
    board, text = blocked("[S Lee] [C wrote] [Q so]:\n\n[Q Go now.]\n\n— Park", "Go now", "Park")
    assert contents(board, text) == [["so"], ["Go now."]]


@pytest.mark.parametrize(
    "end",
    [
        " And one thing more — I know.",
        " The third was a planet — Mars",
        "",
        "\n\n— and so on",
    ],
)
def test_other_dashes_sign_nothing(end: str) -> None:
    board, text = blocked(f"[S Park] [C said] [Q so].\n\nGo now.{end}", "Go now", end or "Go now.")
    assert contents(board, text) == [["so"]]


@pytest.mark.parametrize(
    ("block", "parts"),
    [
        ("Go now.", ["Go now."]),
        ("Go now.\n\nGo up.", ["Go now.", "Go up."]),
        ("[Q Go now.]\n\nGo up.", ["Go now.", "Go up."]),  # the network reached into it
        ("Go now. [S2 Park] [C2 says] [Q2 go].", ["Go now. Park says go."]),  # a statement inside
    ],
)
def test_a_block_that_is_led_up_to(block: str, parts: list[str]) -> None:
    board, text = blocked(LEAD + block, "Go now", text_end(block))
    assert contents(board, text)[0] == ["an open letter", *parts]


def text_end(block: str) -> str:
    return block.replace("]", "").split()[-1]


@pytest.mark.parametrize(
    "marked",
    [
        "[S Lee] [C wrote] [Q a letter].\n\nGo now.",  # does not lead up
        "[S Lee] [C wrote] [Q a letter] and then he went home to sleep and to dream of it:\n\nGo now.",
        "Rain:\n\nGo now. [S Lee] [C said] [Q so].",
        "Go now. [S Lee] [C said] [Q so].",
    ],
)
def test_a_block_that_is_not(marked: str) -> None:
    board, text = board_of(marked)
    before = contents(board, text)
    board, text = blocked(marked, "Go now", "Go now.")
    assert contents(board, text) == before


def test_a_block_that_another_statement_reaches_into_is_left() -> None:
    board, text = blocked(f"{LEAD}Go now. [Q2 Go up],\n\n[S2 Park] [C2 said].", "Go now", "up")
    assert contents(board, text) == [["an open letter"], ["Go up"]]


def test_only_blocks_and_posts_are_looked_at() -> None:
    board, text = board_of(f"{LEAD}Go now.")
    add_blocks(board, [Region(Span(text.index("Go"), len(text)), RegionKind.TITLE)], text)
    assert contents(board, text) == [["an open letter"]]
