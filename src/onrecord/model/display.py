"""Shows a reading as HTML, for notebooks: the article with its statements marked, then a table of them.

In: a reading. Out: a piece of HTML whose every word is escaped, with inline styles only, so that neither
an article's markup nor a notebook's clean-up can change what is shown. Colours are tints that keep the
surrounding text colour, so it reads on light and on dark pages.
"""

from __future__ import annotations

from html import escape

from onrecord.model.document import RegionKind
from onrecord.model.marking import LeftOut, Paragraph, Piece, Role, lay_out
from onrecord.model.reading import Reading
from onrecord.model.statement import Statement
from onrecord.model.wording import (
    NOT_ASSERTED,
    manner,
    not_asserted_words,
    origin,
    shares_words,
    source_numbers,
)

# Degrees on the colour wheel, far apart for neighbours; told apart by most colour-blind readers because
# statements are numbered too.
_HUES = (205, 25, 140, 285, 55, 340, 175, 245)

_WIDTH = "max-width:46em;line-height:1.6"
_FAINT = "opacity:.65;font-size:.9em"
_CELL = "text-align:left;vertical-align:top;padding:.2em .6em"


def reading_html(reading: Reading) -> str:
    """The reading as HTML: title and origin, the article with marked statements, and their table."""
    if reading.error is not None:
        head = _element("p", escape(f"{reading.document.path}: not read"), "font-weight:bold")
        return _element("div", head + _element("p", escape(reading.error.message)))
    numbers = source_numbers(reading.statements)
    parts = [_head(reading)]
    for block in lay_out(reading):
        if isinstance(block, LeftOut):
            parts.append(_element("p", escape(str(block)), _FAINT))
        else:
            parts.append(_paragraph(block, reading, numbers))
    return _element("div", "".join([*parts, _table(reading.statements, numbers), _foot(reading)]), _WIDTH)


def _head(reading: Reading) -> str:
    doc, text = reading.document, origin(reading)
    has_title = any(region.kind is RegionKind.TITLE for region in doc.regions)
    title = "" if has_title or not doc.title else _element("p", escape(doc.title), "font-weight:bold")
    return title + (_element("p", escape(text), _FAINT) if text else "")


def _paragraph(paragraph: Paragraph, reading: Reading, numbers: list[int | None]) -> str:
    inner = "".join(_piece(piece, reading, numbers) for piece in paragraph.pieces)
    weight = ";font-weight:bold;font-size:1.15em" if paragraph.title else ""
    return _element("p", inner, f"white-space:pre-line;margin:.8em 0{weight}")


def _piece(piece: Piece, reading: Reading, numbers: list[int | None]) -> str:
    words = escape(piece.span.slice(reading.document.text))
    if piece.marks:
        mark = piece.marks[-1]
        words = _element("span", words, _style(mark.role, numbers[mark.number - 1]))
    return words + "".join(_marker(number, reading.statements[number - 1]) for number in piece.ends)


def _style(role: Role, number: int | None) -> str:
    colour = "128,128,128" if number is None else ""
    hue = _HUES[(number or 0) % len(_HUES)]
    line = f"rgb({colour})" if colour else f"hsl({hue},65%,50%)"
    tint = f"rgba({colour},.15)" if colour else f"hsla({hue},80%,50%,.16)"
    if role is Role.SOURCE:
        return f"font-weight:bold;border-bottom:3px solid {line}"
    if role is Role.CUE:
        return f"font-style:italic;border-bottom:1px dotted {line}"
    return f"background:{tint}"


def _marker(number: int, stmt: Statement) -> str:
    label = NOT_ASSERTED.get(stmt.status)
    return _element("sup", f"{number} {label}" if label else str(number), "opacity:.8")


def _table(statements: tuple[Statement, ...], numbers: list[int | None]) -> str:
    if not statements:
        return _element("p", "No statement was found.", _FAINT)
    heads = "".join(
        _element("th", word, _CELL) for word in ("No.", "Who", "Cue", "What", "How", "Confidence")
    )
    rows = []
    for i, (stmt, number) in enumerate(zip(statements, numbers, strict=True), start=1):
        cells = (str(i), stmt.source_words, stmt.cue_words, stmt.content_words, manner(stmt))
        styles = (_CELL, f"{_CELL};{_style(Role.SOURCE, number)}", _CELL, _CELL, _CELL)
        row = "".join(_element("td", escape(cell), style) for cell, style in zip(cells, styles, strict=True))
        rows.append(_element("tr", row + _element("td", f"{stmt.confidence:.2f}", _CELL)))
    return _element("table", _element("tr", heads) + "".join(rows), "border-collapse:collapse")


def _foot(reading: Reading) -> str:
    not_asserted = not_asserted_words(reading.statements)
    lines = [f"Not asserted: {not_asserted}." if not_asserted else "", f"{shares_words(reading)}."]
    return "".join(_element("p", escape(line), _FAINT) for line in lines if line)


def _element(name: str, inner: str, style: str = "") -> str:
    """An HTML element; `inner` is HTML already, `style` is ours."""
    return f'<{name} style="{style}">{inner}</{name}>' if style else f"<{name}>{inner}</{name}>"
