"""Shows a reading to people: the article with its statements marked, then who said what to whom and when.

On a terminal every speaker has a colour, and small numbers lead from the text to the table. Elsewhere the
page is plain: numbers in brackets, ASCII lines, no colours. Nothing of the article can steer a terminal.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.text import Text

from onrecord.cli.label_view import label_table
from onrecord.cli.page_style import PLAIN_WIDTH, WIDEST_TABLE, WIDEST_TEXT, PageStyle, colour_of, said
from onrecord.cli.speaker_view import speaker_table, voice_table
from onrecord.cli.statement_view import statement_table
from onrecord.model import Reading, RegionKind
from onrecord.model.lists import hedge_words
from onrecord.model.marking import LeftOut, Paragraph, Piece, Role, lay_out
from onrecord.model.wording import NOT_ASSERTED, not_asserted_words, origin, shares_words, source_numbers

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
        style = PageStyle(not self._console.is_terminal, min(self._console.width, WIDEST_TABLE))
        page = _Page(reading, style)
        if not is_first:
            self._console.print(Rule(characters="=" if style.is_plain else "━", style="dim"))
        width = min(self._console.width, WIDEST_TEXT)
        for part in page.head():
            self._console.print(part, width=width)
        for part in page.article():
            self._console.print(part, width=width)
        for part in page.summary():
            self._console.print(part, width=style.width)
        text = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        return "\n".join(line.rstrip() for line in text.split("\n")) if style.is_plain else text


class _Page:
    """One reading on its way to the console."""

    def __init__(self, reading: Reading, style: PageStyle) -> None:
        self.reading = reading
        self.style = style
        self._colours = [colour_of(number) for number in source_numbers(reading.statements)]

    def head(self) -> Iterator[RenderableType]:
        """Where the article is from; its title too, unless that stands in the text."""
        doc = self.reading.document
        has_title = any(region.kind is RegionKind.TITLE for region in doc.regions)
        if doc.title and not has_title:
            yield said(doc.title, "bold")
        yield said(origin(self.reading) or doc.path, "dim")
        yield Text()

    def article(self) -> Iterator[RenderableType]:
        """Its paragraphs, with the statements marked."""
        for block in lay_out(self.reading):
            yield Text(str(block), "dim italic") if isinstance(block, LeftOut) else self._paragraph(block)
            yield Text()

    def summary(self) -> Iterator[RenderableType]:
        """The tables of statements, speakers and labels, and whose words the article consists of."""
        reading, style = self.reading, self.style
        if reading.statements:
            yield statement_table(reading, style)
            yield Text()
        else:
            yield Text("No statement was found.")
        not_asserted = not_asserted_words(reading.statements)
        if not_asserted:
            yield Text(f"Not asserted: {not_asserted}.\n", "bold")
        for table in (speaker_table(reading, style), label_table(reading, style)):
            if table is not None:
                yield table
                yield Text()
        yield from self._words()

    def _words(self) -> Iterator[RenderableType]:
        """Whose words the article consists of: a table where there are several voices, and a sentence."""
        if self.reading.statements:
            yield voice_table(self.reading, self.style)
            yield Text()
        yield said(f"{shares_words(self.reading)}.", "dim")
        hedges = hedge_words(self.reading)
        if hedges:
            yield said(f"{hedges}.", "dim")
        yield Text()

    def _paragraph(self, paragraph: Paragraph) -> Text:
        text = Text(style="bold" if paragraph.title else "")
        for piece in paragraph.pieces:
            words = piece.span.slice(self.reading.document.text).replace("\r\n", "\n")
            text.append_text(said(words, self._style(piece)))
            for i, number in enumerate(piece.ends):
                # "²³" would be read as one number.
                text.append("·" if i and not self.style.is_plain else "", "dim")
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
        if self.style.is_plain:
            text.append(f" [{number}: {label}]" if label else f" [{number}]")
        else:
            small = str(number).translate(_SMALL)
            text.append(f"{small}({label})" if label else small, f"bold {self._colours[number - 1]}")
