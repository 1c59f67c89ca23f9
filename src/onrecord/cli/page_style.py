"""How pages for people look: colours of speakers, lines of tables, and how wide things are.

In: whether people see the page as it comes, and on how many columns. Out: styles and empty tables for the
other views of this room. Legible without colour: whatever a colour tells, a number or a word tells too.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich import box
from rich.table import Table
from rich.text import Text

from onrecord.cli.edge import harmless

# Columns of a terminal. Longer lines are hard to follow with the eye, however wide the window is.
WIDEST_TEXT = 100
WIDEST_TABLE = 120
WIDEST_LIST = 84  # of names and numbers, which the eye has to hold together
PLAIN_WIDTH = 100

# Legible on light and on dark grounds; neighbours differ in brightness too. The ninth speaker has the
# first one's colour again: the numbers tell them apart.
COLOURS = ("cyan", "magenta", "green", "dark_orange", "blue", "red", "medium_purple", "yellow")
NOBODY = "bright_black"

_PLAIN_BOX = box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


def colour_of(number: int | None) -> str:
    """The colour of the speaker with this number, from 0; grey for nobody."""
    return NOBODY if number is None else COLOURS[number % len(COLOURS)]


def said(words: str, style: str = "") -> Text:
    """Words of an article, made harmless, in a style that ends with them."""
    return Text.assemble((harmless(words), style))


@dataclass(frozen=True, slots=True)
class PageStyle:
    """Whether a page is plain, and the columns of the terminal that its tables may take."""

    is_plain: bool
    width: int

    def table(self, widest: int = WIDEST_TABLE) -> Table:
        """An empty table with a line under its heads, at most so many columns of the terminal wide."""
        return Table(
            box=_PLAIN_BOX if self.is_plain else box.SIMPLE_HEAD,
            pad_edge=False,
            show_edge=False,
            collapse_padding=True,
            header_style="bold",
            width=min(self.width, widest),
        )

    @property
    def blocks(self) -> tuple[str, str]:
        """What bars are made of: the full block, and the pale one."""
        return ("#", "-") if self.is_plain else ("█", "▒")
