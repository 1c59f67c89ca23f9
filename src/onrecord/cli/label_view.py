"""The list of labels: words that take a stand, on whom they are put, and who uses them.

In: a reading. Out: a table for rich, or none. It takes no side: a label is shown whoever uses it, and on
whomever.
"""

from __future__ import annotations

from rich.table import Table

from onrecord.cli.page_style import WIDEST_TEXT, PageStyle, said
from onrecord.model import Reading
from onrecord.model.lists import LabelRow, label_rows

# Numbers of statements that a row names; the others are told by " …".
SHOWN_NUMBERS = 6


def label_table(reading: Reading, style: PageStyle) -> Table | None:
    """A row for each label; None where there is none."""
    rows = label_rows(reading)
    if not rows:
        return None
    table = style.table(WIDEST_TEXT)
    table.add_column("Labels", ratio=4)
    table.add_column("Put on", ratio=4)
    table.add_column("Used by", ratio=5)
    for row in rows:
        times = f" ({row.times} times)" if row.times > 1 else ""
        words = said(row.words).append(times, "dim")
        table.add_row(words, said(row.target or "-"), said(row.user).append(_where(row), "dim"))
    return table


def _where(row: LabelRow) -> str:
    """The statements that hold the label: ", in 3, 8"."""
    if not row.statements:
        return ""
    shown = ", ".join(map(str, row.statements[:SHOWN_NUMBERS]))
    return f", in {shown}{' …' if len(row.statements) > SHOWN_NUMBERS else ''}"
