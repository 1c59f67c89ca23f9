"""The table of statements: number, who, to whom and when, by which cue, and the first words of the content.

In: the lines of a reading. Out: a table for rich. Statements that stand in others are set in under them. What
was not said has its status in capitals, so that it stands out without colour too.
"""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.page_style import PageStyle, colour_of, said
from onrecord.model import Reading
from onrecord.model.lines import NOBODY, SHOWN_NAME, Line, lines, shortened
from onrecord.model.wording import source_numbers

# Characters of content: about two lines of the column, on a narrow page and on a wide one.
SHOWN_FROM, SHOWN_TO = 60, 120

# Statements in statements are set in so many times at most: columns are dear.
DEEPEST = 4
_STEP = 2

# What goes without saying: the common act, stance and kind. Quotation marks in the content tell its form.
_USUAL = ("statement", "neutral", "speech")


def statement_table(reading: Reading, style: PageStyle) -> Table:
    """A row for each statement."""
    table = style.table()
    table.add_column("No.", justify="right", no_wrap=True)
    table.add_column("Who", ratio=2)
    table.add_column("What", ratio=3)
    table.add_column("Sure", justify="right", no_wrap=True)
    colours = [colour_of(number) for number in source_numbers(reading.statements)]
    for line in lines(reading):
        colour = colours[line.number - 1]
        table.add_row(
            Text(str(line.number), f"bold {colour}"),
            _set_in(_who(line, colour), line.depth, mark="- " if style.is_plain else "└ "),
            _set_in(_what(line, style), line.depth, mark="  "),
            Text(f"{line.stmt.confidence:.2f}", "dim"),
        )
    return table


def _who(line: Line, colour: str) -> Text:
    """The speaker with the source's words, to whom, when and where: a line each."""
    who = said(shortened(line.who, SHOWN_NAME) or NOBODY, f"bold {colour}" if line.who else "dim")
    if line.note:
        who.append_text(said(f" ({line.note})", "dim"))
    if line.to:
        who.append_text(said(f"\nto {line.to}"))
    if line.occasion:
        who.append_text(said(f"\n{line.occasion}", "dim"))
    return who


def _what(line: Line, style: PageStyle) -> Text:
    """The cue, what it makes of the content, and the content on the next line."""
    stmt = line.stmt
    what = said(_one_line(stmt.cue_words), "italic")
    for word in (stmt.act, stmt.stance, stmt.kind.value):
        if word not in _USUAL:
            what.append(f"{' · ' if what else ''}{word}", "dim")
    if line.status:
        what.append(f"{' · ' if what else ''}{line.status.upper()}", "bold")
    limit = min(max(style.width, SHOWN_FROM), SHOWN_TO)
    content = said(f"\n{shortened(stmt.content_words, limit)}")
    return what.append_text(content)


def _set_in(words: Text, depth: int, *, mark: str) -> RenderableType:
    """Words with a mark before their first line, as far to the right as they are deep."""
    if not depth:
        return words
    grid = Table.grid()
    grid.add_column(width=len(mark))
    grid.add_column()
    grid.add_row(mark, words)
    return Padding(grid, (0, 0, 0, _STEP * (min(depth, DEEPEST) - 1)))


def _one_line(words: str) -> str:
    return shortened(words, SHOWN_NAME)
