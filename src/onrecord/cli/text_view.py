"""Shows a reading to people: the article with its statements marked, a table of them, and a summary.

On a terminal every source has a colour, and small numbers lead from the text to the table. Elsewhere the
page is plain: numbers in brackets, ASCII lines, no colours. Nothing of the article can steer a terminal.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich import box
from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from onrecord.cli.edge import harmless
from onrecord.model import Reading, RegionKind, Statement
from onrecord.model.marking import LeftOut, Paragraph, Piece, Role, lay_out
from onrecord.model.wording import (
    NOT_ASSERTED,
    manner,
    not_asserted_words,
    origin,
    shares_words,
    source_numbers,
)

# Columns of a terminal. Longer lines are hard to follow with the eye, however wide the window is.
WIDEST_TEXT = 100
WIDEST_TABLE = 140
PLAIN_WIDTH = 100

# Characters of content that the table shows: enough to find it in the text.
SHOWN = 120

# Legible on light and on dark grounds; neighbours differ in brightness too. The ninth source has the
# first one's colour again: the numbers tell them apart.
COLOURS = ("cyan", "magenta", "green", "dark_orange", "blue", "red", "medium_purple", "yellow")
NOBODY = "bright_black"

_SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class TextView:
    """Makes pages of readings; `is_terminal` says whether people see them as they come."""

    def __init__(self, *, is_terminal: bool, width: int | None = None) -> None:
        self._buffer = io.StringIO()
        self._console = Console(
            file=self._buffer,
            force_terminal=True if is_terminal else None,
            width=width or (None if is_terminal else PLAIN_WIDTH),
            highlight=False,
            markup=False,
            emoji=False,
        )

    def page(self, reading: Reading, *, is_first: bool = True) -> str:
        """The page of one reading, with a line before it unless it is the first."""
        page = _Page(reading, is_plain=not self._console.is_terminal)
        if not is_first:
            self._console.print(Rule(characters="=" if page.is_plain else "━", style="dim"))
        width = min(self._console.width, WIDEST_TEXT)
        for part in page.head():
            self._console.print(part, width=width)
        for part in page.article():
            self._console.print(part, width=width)
        for part in page.summary():
            self._console.print(part, width=min(self._console.width, WIDEST_TABLE))
        text = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        return "\n".join(line.rstrip() for line in text.split("\n")) if page.is_plain else text


class _Page:
    """One reading on its way to the console."""

    def __init__(self, reading: Reading, *, is_plain: bool) -> None:
        self.reading = reading
        self.is_plain = is_plain
        numbers = source_numbers(reading.statements)
        self._colours = [NOBODY if n is None else COLOURS[n % len(COLOURS)] for n in numbers]

    def head(self) -> Iterator[RenderableType]:
        """Where the article is from; its title too, unless that stands in the text."""
        doc = self.reading.document
        has_title = any(region.kind is RegionKind.TITLE for region in doc.regions)
        if doc.title and not has_title:
            yield Text(harmless(doc.title), "bold")
        yield Text(harmless(origin(self.reading) or doc.path), "dim")
        yield Text()

    def article(self) -> Iterator[RenderableType]:
        """Its paragraphs, with the statements marked."""
        for block in lay_out(self.reading):
            yield Text(str(block), "dim italic") if isinstance(block, LeftOut) else self._paragraph(block)
            yield Text()

    def summary(self) -> Iterator[RenderableType]:
        """The table of statements, what was not said, and whose words the article consists of."""
        statements = self.reading.statements
        if statements:
            yield self._table(statements)
            yield Text()
        else:
            yield Text("No statement was found.")
        not_asserted = not_asserted_words(statements)
        if not_asserted:
            yield Text(f"Not asserted: {not_asserted}.", "bold")
        yield Text(harmless(shares_words(self.reading)) + ".", "dim")
        yield Text()

    def _paragraph(self, paragraph: Paragraph) -> Text:
        text = Text(style="bold" if paragraph.title else "")
        for piece in paragraph.pieces:
            words = harmless(piece.span.slice(self.reading.document.text).replace("\r\n", "\n"))
            text.append(words, self._style(piece))
            for number in piece.ends:
                self._mark(text, number)
        return text

    def _style(self, piece: Piece) -> str:
        if not piece.marks:
            return ""
        mark = piece.marks[-1]
        colour = self._colours[mark.number - 1]
        if mark.role is Role.SOURCE:
            return f"bold underline {colour}"
        return f"italic dim {colour}" if mark.role is Role.CUE else colour

    def _mark(self, text: Text, number: int) -> None:
        """The number of a statement after its words, and a warning where it was not said."""
        label = NOT_ASSERTED.get(self.reading.statements[number - 1].status)
        if self.is_plain:
            text.append(f" [{number}: {label}]" if label else f" [{number}]")
        else:
            small = str(number).translate(_SMALL)
            text.append(f"{small}({label})" if label else small, f"bold {self._colours[number - 1]}")

    def _table(self, statements: tuple[Statement, ...]) -> RenderableType:
        table = Table(
            box=box.ASCII if self.is_plain else box.SIMPLE_HEAD,
            pad_edge=self.is_plain,
            header_style="bold",
        )
        table.add_column("No.", justify="right", no_wrap=True)
        table.add_column("Who", max_width=22)
        table.add_column("Cue", max_width=14)
        table.add_column("What", ratio=1)
        table.add_column("How", max_width=12)
        table.add_column("Sure", justify="right", no_wrap=True)
        for number, (stmt, colour) in enumerate(zip(statements, self._colours, strict=True), start=1):
            table.add_row(
                Text(str(number), f"bold {colour}"),
                Text(harmless(stmt.source_words) or "-", f"bold {colour}" if stmt.source else ""),
                Text(harmless(stmt.cue_words) or "-", "italic"),
                Text(shortened(harmless(stmt.content_words))),
                Text(manner(stmt), "bold" if stmt.status in NOT_ASSERTED else "dim"),
                Text(f"{stmt.confidence:.2f}", "dim"),
            )
        return table


def shortened(words: str, limit: int = SHOWN) -> str:
    """Words on one line, cut at a space with " …" when there are more than `limit` characters."""
    line = " ".join(words.split())
    if len(line) <= limit:
        return line
    kept = line[: limit - 1]
    return (kept.rsplit(" ", 1)[0] or kept) + " …"
