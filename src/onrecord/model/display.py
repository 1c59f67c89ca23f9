"""Shows a reading as HTML, for notebooks: the article with its statements marked, then lists of them.

In: a reading. Out: a piece of HTML whose every word is escaped, with inline styles only, so that neither
an article's markup nor a notebook's clean-up can change what is shown. A mark tells its speaker, and why, in
a small window; the table tells the same to those who have no mouse.
"""

from __future__ import annotations

from html import escape

from onrecord.model.display_lists import foot, label_list, speaker_list, statement_list, voice_list
from onrecord.model.document import RegionKind
from onrecord.model.lines import Line, lines
from onrecord.model.marking import LeftOut, Paragraph, Piece, lay_out
from onrecord.model.markup import FAINT, element, look, words
from onrecord.model.reading import Reading
from onrecord.model.wording import origin, source_numbers

_WIDTH = "max-width:46em;line-height:1.7"


def reading_html(reading: Reading) -> str:
    """The reading as HTML: title and origin, the article with marked statements, and its lists."""
    if reading.error is not None:
        head = words("p", f"{reading.document.path}: not read", "font-weight:bold")
        return element("div", head + words("p", reading.error.message))
    article = _Article(reading)
    lists = (statement_list, speaker_list, label_list, voice_list, foot)
    parts = [_head(reading), article.html(), *(part(reading) for part in lists)]
    return element("div", "".join(parts), _WIDTH)


def _head(reading: Reading) -> str:
    doc, text = reading.document, origin(reading)
    has_title = any(region.kind is RegionKind.TITLE for region in doc.regions)
    title = "" if has_title or not doc.title else words("p", doc.title, "font-weight:bold")
    return title + (words("p", text, FAINT) if text else "")


class _Article:
    """The text of a reading on its way to HTML."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._numbers = source_numbers(reading.statements)
        self._lines: dict[int, Line] = {line.number: line for line in lines(reading)}

    def html(self) -> str:
        """Its paragraphs, with the statements marked."""
        blocks = lay_out(self._reading)
        return "".join(
            words("p", str(block), FAINT) if isinstance(block, LeftOut) else self._paragraph(block)
            for block in blocks
        )

    def _paragraph(self, paragraph: Paragraph) -> str:
        inner = "".join(self._piece(piece) for piece in paragraph.pieces)
        weight = ";font-weight:bold;font-size:1.15em" if paragraph.title else ""
        return element("p", inner, f"white-space:pre-line;margin:.8em 0{weight}")

    def _piece(self, piece: Piece) -> str:
        text = piece.span.slice(self._reading.document.text)
        if piece.marks:
            mark = piece.marks[-1]
            style = look(mark.role, self._numbers[mark.number - 1])
            shown = words("span", text, style, title=self._lines[mark.number].title)
        else:
            shown = escape(text)
        # "12" would be read as one number.
        return shown + words("sup", ",").join(self._number(number) for number in piece.ends)

    def _number(self, number: int) -> str:
        """The number of a statement after its words, with a warning where it was not said."""
        line = self._lines[number]
        label = f"{number} {line.status}" if line.status else str(number)
        weight = ";font-weight:bold" if line.status else ""
        return words("sup", label, f"opacity:.8{weight}", title=line.title)
