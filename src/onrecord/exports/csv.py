"""Readings → a table with one row for each statement, for spreadsheets and statistics.

The words stand in it as in the article, all in quotation marks. A cell that a spreadsheet would take for a
formula has a "'" before it, which `plain_cell` takes away again; JSON lines have every word unaltered. Labels
in the document's own voice are in no statement, and so in no row.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.model import Entity, EntityType, Reading, Spans, Statement
from onrecord.model.lines import named, names_of

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
    "speaker_type",
    "anonymous",
    "because",
    "addressee",
    "about",
    "when_start",
    "when_end",
    "when_precision",
    "medium",
    "translated",
    "labels",
)

# What spreadsheets may take for a formula (OWASP's list, full-width signs too), also behind white space; a
# sign alone is none. A cell with "'" before it already gets one more, so that taking one away always gives
# the words.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠].)", re.DOTALL)

# Between several names or labels in one cell.
AND = "; "


def csv_header() -> bytes:
    """The line that names the columns."""
    return _encoded([COLUMNS])


def csv_rows(reading: Reading) -> bytes:
    """The rows of one reading: none when there is no statement, or when it could not be read."""
    return _encoded(list(_rows(reading)))


def plain_cell(cell: str) -> str:
    """The words of a cell, without what was put before them to keep a spreadsheet from reckoning."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _safe(cell: str) -> str:
    return "'" + cell if _FORMULA.match(cell) else cell


def _rows(reading: Reading) -> Iterator[Sequence[str]]:
    doc = reading.document
    document = [doc.id, doc.path, doc.outlet or "", doc.title or "", doc.published or ""]
    entities = {entity.id: entity for entity in reading.entities}
    labels = defaultdict[str | None, list[str]](list)
    for label in reading.labels:
        labels[label.statement].append(label.words)
    names = names_of(reading)
    for stmt in reading.statements:
        entity = entities.get(stmt.speaker.entity) if stmt.speaker else None
        addressees, abouts = (AND.join(named(part, names, doc.text)) for part in (stmt.addressee, stmt.about))
        found = AND.join(dict.fromkeys(labels[stmt.id]))
        yield [*document, *_cells(stmt), *_speaker(stmt, entity), addressees, abouts, *_occasion(stmt), found]


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


def _speaker(stmt: Statement, entity: Entity | None) -> list[str]:
    """Type, whether unnamed, and why the speaker is thought to be this one."""
    because = stmt.speaker.because if stmt.speaker else ""
    if entity is None:
        return ["", "", because]
    unnamed = entity.anonymous is not None or entity.type is EntityType.ANONYMOUS
    return [entity.type.value, _yes_or_no(unnamed), because]


def _occasion(stmt: Statement) -> list[str]:
    """First and last day, precision, medium, and whether the words are translated."""
    when = stmt.when
    return [
        (when.start or "") if when else "",
        (when.end or "") if when else "",
        when.precision if when else "",
        stmt.medium.name if stmt.medium else "",
        _yes_or_no(stmt.translated),
    ]


def _yes_or_no(answer: bool | None) -> str:
    return "" if answer is None else "yes" if answer else "no"


def _places(spans: Spans) -> str:
    """Spans as "12-18;30-41": first character and one past the last."""
    return ";".join(f"{span.start}-{span.end}" for span in spans)


def _encoded(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as RFC 4180 has them, in UTF-8."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(
        [_safe(cell) for cell in row] for row in rows
    )
    return buffer.getvalue().encode("utf-8", "backslashreplace")
