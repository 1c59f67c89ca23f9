"""Format → how a reading is written. One small class each; the table at the end names them."""

from __future__ import annotations

from typing import Protocol

from onrecord.cli.options import Format
from onrecord.cli.output import Output
from onrecord.model import Reading


class Writer(Protocol):
    """Writes readings one after the other."""

    def write(self, reading: Reading) -> None:
        """Write one reading whole."""
        ...


class JsonLines:
    """A line of JSON for each document, read or not."""

    def __init__(self, output: Output, *, with_text: bool) -> None:
        from onrecord.exports.jsonl import json_line

        self._line = json_line
        self._output = output
        self._with_text = with_text

    def write(self, reading: Reading) -> None:
        """Write one line."""
        self._output.write(self._line(reading, with_text=self._with_text))


class Csv:
    """A row for each statement, under a line with the names of the columns."""

    def __init__(self, output: Output) -> None:
        from onrecord.exports.csv import csv_header, csv_rows

        self._rows = csv_rows
        self._output = output
        output.write(csv_header())

    def write(self, reading: Reading) -> None:
        """Write the rows of one reading, if it has any."""
        rows = self._rows(reading)
        if rows:
            self._output.write(rows)


class Text:
    """Pages for people. A document that was not read has none; what happened is told on stderr."""

    def __init__(self, output: Output) -> None:
        from onrecord.cli.text_view import TextView

        self._view = TextView(is_terminal=output.is_terminal)
        self._output = output
        self._first = True

    def write(self, reading: Reading) -> None:
        """Write one page, parted from the one before it."""
        if reading.error is None:
            page = self._view.page(reading, is_first=self._first)
            self._output.write(page.encode("utf-8", "replace"))
            self._first = False


def writer_for(format: Format, output: Output, *, with_text: bool = True) -> Writer:
    """What writes this format; `with_text` says whether JSON lines hold the documents' texts."""
    if format is Format.JSONL:
        return JsonLines(output, with_text=with_text)
    return Csv(output) if format is Format.CSV else Text(output)
