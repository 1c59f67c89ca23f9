"""Labels are listed with whom they are put on and who uses them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.cli.label_view import SHOWN_NUMBERS, label_table
from onrecord.cli.page_style import PageStyle
from tests.cli.printed import printed
from tests.stub import read_marked

MARKED = """The [L1 so-called] council met. [S1 Lee] [C1 said] [Q1 that [L2 quay rats] swam].
---
1: speaker="Lee"
L1: user=outlet target="council"
L2: user=unclear target=none
"""
READING = read_marked(MARKED, outlet="The Post")
PLAIN = PageStyle(is_plain=True, width=80)


def told(lines: list[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines]


def test_a_row_tells_words_target_and_user() -> None:
    assert told(printed(label_table(READING, PLAIN))) == [
        "Labels Put on Used by",
        "-" * 80,
        "so-called council The Post (own voice)",
        "quay rats - unclear, in 1",
    ]


def test_a_label_used_often_is_counted_and_not_all_its_places_are_named() -> None:
    marked = " ".join(f"[S{i} Lee] [C{i} said] [Q{i} no [L{i} rats]]." for i in range(1, 10))
    lines = "\n".join(f'{i}: speaker="Lee"\nL{i}: user="Lee" target=none' for i in range(1, 10))
    (row,) = told(printed(label_table(read_marked(f"{marked}\n---\n{lines}\n"), PLAIN)))[2:]
    shown = ", ".join(map(str, range(1, SHOWN_NUMBERS + 1)))
    assert row == f"rats (9 times) - Lee, in {shown} …"


def test_no_label_is_no_list() -> None:
    assert label_table(replace(READING, labels=()), PLAIN) is None


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_it_fits_the_page(width: int) -> None:
    labels = tuple(replace(label, words="bandits and thieves " * 9) for label in READING.labels)
    style = PageStyle(is_plain=True, width=width)
    lines = printed(label_table(replace(READING, labels=labels), style), width=width)
    assert max(map(len, lines)) <= width
