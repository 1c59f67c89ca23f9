"""Readings → a Parquet table with one row for each statement, for data frames and statistics.

Columns and their types are always the same, also where no row has a value. Places are code points of the
document's text, end exclusive; the text itself is not in the table, its digest is. Needs the extra `parquet`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

from onrecord.exports.characters import whole
from onrecord.exports.extras import MissingExtra
from onrecord.exports.naming import People, is_unnamed
from onrecord.model import Entity, Label, Reading, Reference, Span, Spans, Statement

# Rows that are held and written together: some megabytes.
ROWS = 20_000

# Told in the file, and raised when a column changes its name, type or meaning.
VERSION = "1"

# Columns that hold a value in every row.
ALWAYS = frozenset(
    "document_id path digest statement_id form kind status act stance confidence source cue content "
    "source_spans cue_spans content_spans addressee about labels reader model".split()
)

Row = dict[str, Any]


def write_parquet(readings: Iterable[Reading], output: BinaryIO) -> None:
    """Write a table of all statements to an open file. Raises `MissingExtra` without pyarrow."""
    try:
        import pyarrow  # type: ignore[import-untyped]
        import pyarrow.parquet  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtra("parquet") from error
    schema = _schema(pyarrow)
    rows = (row for reading in readings for row in statement_rows(reading))
    with pyarrow.parquet.ParquetWriter(output, schema, compression="zstd") as writer:
        while batch := list(islice(rows, ROWS)):
            writer.write_table(pyarrow.Table.from_pylist(batch, schema=schema))


def _schema(pa: Any) -> Any:
    """The columns, in order. Those in `ALWAYS` are never null; a list may be empty."""
    text, number, yes_or_no = pa.string(), pa.float64(), pa.bool_()
    span = pa.struct([("start", pa.int32()), ("end", pa.int32())])
    reference = pa.list_(pa.struct([("entity", text), ("name", text), ("span", span)]))
    label = pa.list_(pa.struct([("words", text), ("span", span), ("target", text), ("user", text)]))
    columns = [
        *_named("document_id path outlet title published address digest", text),
        *_named("statement_id form kind status act stance", text),
        *_named("confidence", number),
        *_named("source cue content", pa.list_(text)),
        *_named("source_spans cue_spans content_spans", pa.list_(span)),
        *_named("speaker_entity speaker_name speaker_type", text),
        *_named("speaker_anonymous", yes_or_no),
        *_named("speaker_mention", span),
        *_named("speaker_because", text),
        *_named("speaker_confidence", number),
        *_named("addressee about", reference),
        *_named("when_start when_end", pa.date32()),
        *_named("when_precision", text),
        *_named("when_span", span),
        *_named("medium", text),
        *_named("translated", yes_or_no),
        *_named("within", text),
        *_named("labels", label),
        *_named("reader model", text),
    ]
    fields = [pa.field(name, kind, nullable=name not in ALWAYS) for name, kind in columns]
    return pa.schema(fields, metadata={"onrecord": VERSION})


def _named(names: str, kind: Any) -> list[tuple[str, Any]]:
    return [(name, kind) for name in names.split()]


def statement_rows(reading: Reading) -> Iterator[Row]:
    """A row for each statement of one reading, as plain values."""
    doc, people = reading.document, People(reading)
    document = {
        "document_id": whole(doc.id),
        "path": whole(doc.path),
        "outlet": _whole(doc.outlet),
        "title": _whole(doc.title),
        "published": doc.published,
        "address": _whole(doc.address),
        "digest": doc.digest,
        "reader": f"{reading.reader.name} {reading.reader.version}",
        "model": reading.reader.model,
    }
    labels = defaultdict[str | None, list[Label]](list)
    for label in reading.labels:
        labels[label.statement].append(label)
    for stmt in reading.statements:
        yield {
            **document,
            **_claim(stmt),
            **_speaker(stmt, people.get(stmt.speaker.entity if stmt.speaker else None)),
            **_occasion(stmt),
            "addressee": [_reference(place, people, doc.text) for place in stmt.addressee],
            "about": [_reference(place, people, doc.text) for place in stmt.about],
            "labels": [_label(label) for label in labels[stmt.id]],
        }


def _claim(stmt: Statement) -> Row:
    return {
        "statement_id": stmt.id,
        "form": stmt.form.value,
        "kind": stmt.kind.value,
        "status": stmt.status.value,
        "act": stmt.act,
        "stance": stmt.stance,
        "confidence": stmt.confidence,
        "source": list(map(whole, stmt.text.source)),
        "cue": list(map(whole, stmt.text.cue)),
        "content": list(map(whole, stmt.text.content)),
        "source_spans": _places(stmt.source),
        "cue_spans": _places(stmt.cue),
        "content_spans": _places(stmt.content),
        "within": stmt.within,
    }


def _speaker(stmt: Statement, entity: Entity | None) -> Row:
    speaker = stmt.speaker
    if speaker is None:
        return {}
    return {
        "speaker_entity": speaker.entity,
        "speaker_name": whole(speaker.name),
        "speaker_type": entity.type.value if entity else None,
        "speaker_anonymous": is_unnamed(entity) if entity else None,
        "speaker_mention": _place(speaker.mention),
        "speaker_because": whole(speaker.because),
        "speaker_confidence": speaker.confidence,
    }


def _occasion(stmt: Statement) -> Row:
    when = stmt.when
    return {
        "when_start": _day(when.start) if when else None,
        "when_end": _day(when.end) if when else None,
        "when_precision": when.precision if when else None,
        "when_span": _place(when.span) if when else None,
        "medium": stmt.medium.name if stmt.medium else None,
        "translated": stmt.translated,
    }


def _reference(place: Reference, people: People, text: str) -> Row:
    entity = people.get(place.entity)
    name = entity.name if entity else place.span.slice(text)
    return {"entity": place.entity, "name": whole(name), "span": _place(place.span)}


def _label(label: Label) -> Row:
    return {
        "words": whole(label.words),
        "span": _place(label.span),
        "target": label.target,
        "user": label.user,
    }


def _place(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _places(spans: Spans) -> list[Row]:
    return [_place(span) for span in spans]


def _whole(text: str | None) -> str | None:
    return None if text is None else whole(text)


def _day(iso: str | None) -> date | None:
    """An ISO day as a date; None for what is no day of the calendar."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
