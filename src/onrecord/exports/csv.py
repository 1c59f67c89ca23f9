"""Readings → a table with one row for each statement, for spreadsheets and statistics.

The words stand in it exactly as in the article, all in quotation marks. Nothing is put before a cell
that begins with "=" or "-": that would alter words (docs/reading.md says how to open such a table).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from onrecord.model import Reading, Spans, Statement

COLUMNS = (
    "document",
    "path",
    "outlet",
    "title",
    "published",
    "statement",
    "form",
    "kind",
    "status",
    "act",
    "stance",
    "confidence",
    "source",
    "cue",
    "content",
    "source_spans",
    "cue_spans",
    "content_spans",
    "speaker",
    "within",
)


def csv_header() -> bytes:
    """The line that names the columns."""
    return _encoded([COLUMNS])


def csv_rows(reading: Reading) -> bytes:
    """The rows of one reading: none when there is no statement, or when it could not be read."""
    return _encoded(list(_rows(reading)))


def _rows(reading: Reading) -> Iterator[Sequence[str]]:
    doc = reading.document
    document = [doc.id, doc.path, doc.outlet or "", doc.title or "", doc.published or ""]
    for stmt in reading.statements:
        yield [*document, *_cells(stmt)]


def _cells(stmt: Statement) -> list[str]:
    return [
        stmt.id,
        stmt.form.value,
        stmt.kind.value,
        stmt.status.value,
        stmt.act,
        stmt.stance,
        f"{stmt.confidence:.4f}",
        stmt.source_words,
        stmt.cue_words,
        stmt.content_words,
        _places(stmt.source),
        _places(stmt.cue),
        _places(stmt.content),
        stmt.speaker.name if stmt.speaker else "",
        stmt.within or "",
    ]


def _places(spans: Spans) -> str:
    """Spans as "12-18;30-41": first character and one past the last."""
    return ";".join(f"{span.start}-{span.end}" for span in spans)


def _encoded(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as RFC 4180 has them, in UTF-8."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode("utf-8", "backslashreplace")
