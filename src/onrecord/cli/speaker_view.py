"""The list of speakers, and whose words an article consists of, with small bars.

In: a reading. Out: tables for rich. Full blocks of a bar are quoted words or the document's own, pale ones
reworded; the largest share fills its column.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.page_style import WIDEST_LIST, PageStyle, colour_of, said
from onrecord.model import Reading
from onrecord.model.lists import SpeakerRow, VoiceRow, share_words, speaker_rows, voice_rows
from onrecord.model.shares import word_shares

# A full bar takes one of so many parts of the table, but at least so many columns.
BAR_SHARE, BAR_FROM = 5, 10


def speaker_table(reading: Reading, style: PageStyle) -> Table | None:
    """A row for everyone who is credited, with other names and notes below; None where nobody is."""
    rows = speaker_rows(reading)
    if not rows:
        return None
    total = word_shares(reading).total
    table = style.table(WIDEST_LIST)
    table.add_column("Speakers", ratio=1)
    table.add_column("Type", no_wrap=True)
    table.add_column("Said", justify="right", no_wrap=True)
    table.add_column("Words", justify="right", no_wrap=True)
    for row in rows:
        table.add_row(
            _speaker(row), Text(row.type, "dim"), str(row.statements), share_words(row.words, total)
        )
    return table


def _speaker(row: SpeakerRow) -> RenderableType:
    """The name, and set in below it what else is known."""
    name = said(row.name, f"bold {colour_of(row.number)}")
    more = [f"also: {', '.join(row.also)}"] if row.also else []
    more += row.notes
    more += [f"{row.unsaid} more not said, or not yet"] if row.unsaid else []
    return Group(name, *(Padding(said(note, "dim"), (0, 0, 0, 2)) for note in more))


def voice_table(reading: Reading, style: PageStyle) -> Table:
    """A row for each voice: its bar, its share of the words, and how much of it is quoted and reworded."""
    rows = voice_rows(reading)
    total, largest = word_shares(reading).total, max(row.words for row in rows)
    width = max(min(style.width, WIDEST_LIST) // BAR_SHARE, BAR_FROM)
    table = style.table(WIDEST_LIST)
    table.add_column("Whose words", ratio=1)
    table.add_column("", no_wrap=True, width=width)
    for head in ("Share", "Quoted", "Reworded"):
        table.add_column(head, justify="right", no_wrap=True)
    for row in rows:
        parts = [share_words(part, total) if part else "" for part in (row.quoted, row.reworded)]
        table.add_row(_voice(row), _bar(row, largest, width, style), share_words(row.words, total), *parts)
    return table


def _voice(row: VoiceRow) -> Text:
    if row.is_own:
        return said(row.name, "bold").append(" (own voice)", "dim")
    return said(row.name, "dim" if row.number is None else colour_of(row.number))


def _bar(row: VoiceRow, largest: int, width: int, style: PageStyle) -> Text:
    """Full blocks for what is quoted or the document's own, pale ones for what is reworded."""
    full, pale = style.blocks
    cells = max(1, round(width * row.words / largest)) if row.words else 0
    light = round(cells * row.reworded / row.words) if row.words else 0
    return Text(full * (cells - light) + pale * light, "" if row.is_own else colour_of(row.number))
