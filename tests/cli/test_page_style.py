"""Pages have colours that come again, and tables that are not wider than the eye can hold."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from onrecord.cli.page_style import COLOURS, NOBODY, WIDEST_TABLE, PageStyle, colour_of, said


def test_colours_come_again_and_nobody_is_grey() -> None:
    assert [colour_of(number) for number in (0, len(COLOURS), None)] == [COLOURS[0], COLOURS[0], NOBODY]
    assert len(set(COLOURS)) == len(COLOURS)


def test_an_articles_words_are_harmless_and_their_style_ends_with_them() -> None:
    text = said("a\x1b[2J", "bold").append(" and more")
    assert text.plain == "a\ufffd[2J and more"
    assert [(span.start, span.end, span.style) for span in text.spans] == [(0, 5, "bold")]


@pytest.mark.parametrize(
    ("width", "widest", "columns"), [(60, WIDEST_TABLE, 60), (200, 84, 84), (200, WIDEST_TABLE, 120)]
)
def test_a_table_is_as_wide_as_the_page_but_not_too_wide(width: int, widest: int, columns: int) -> None:
    table = PageStyle(is_plain=True, width=width).table(widest)
    table.add_column("Who", ratio=1)
    table.add_row("Lee")
    out = io.StringIO()
    Console(file=out, width=200).print(table)
    assert [line.rstrip() for line in out.getvalue().splitlines()] == ["Who", "-" * columns, "Lee"]
