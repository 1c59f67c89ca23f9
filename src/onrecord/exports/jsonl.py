"""Reading → one line of JSON, in the one format that docs/format.md describes.

Every key is always there; what is absent is null or an empty list, also where a document was not read.
`onrecord read` understands its own lines again.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from onrecord.model import Reading, Speaker, Statement

# Of a confidence: more would claim a precision that no calibration has.
DIGITS = 4

_encoder = msgspec.json.Encoder()


def json_line(reading: Reading, *, with_text: bool = True) -> bytes:
    """The reading as one line of UTF-8, line end included; without `document_text` unless `with_text`."""
    record = as_record(reading, with_text=with_text)
    try:
        return _encoder.encode(record) + b"\n"
    except UnicodeEncodeError:
        # Half a character (a lone surrogate) in a title from someone's JSON: only escapes can carry it.
        return json.dumps(msgspec.to_builtins(record)).encode("ascii") + b"\n"


def as_record(reading: Reading, *, with_text: bool = True) -> dict[str, Any]:
    """The keys and values of a document's line, in order; the nouns in it are not yet plain values."""
    doc = reading.document
    # A file that could not be opened has no text: null, so that it is not taken for an empty one.
    absent = reading.error is not None and not doc.text
    record: dict[str, Any] = {"id": doc.id, "path": doc.path}
    if with_text:
        record["document_text"] = None if absent else doc.text
    return record | {
        "title": doc.title,
        "outlet": doc.outlet,
        "agency": doc.agency,
        "byline": doc.byline,
        "address": doc.address,
        "captured": doc.captured,
        "published": doc.published,
        "language": doc.language,
        "digest": None if absent else doc.digest,
        "original_digest": doc.original_digest,
        "reader": _reader(reading),
        "entities": reading.entities,
        "statements": [_statement(stmt) for stmt in reading.statements],
        "voices": reading.voices,
        "labels": reading.labels,
        "regions": doc.regions,
        "error": reading.error,
    }


def _reader(reading: Reading) -> dict[str, str | None]:
    info = reading.reader
    return {
        "name": info.name,
        "version": info.version,
        "model": info.model,
        "weights": info.weights,
        "extractor": info.extractor or reading.document.extractor,
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "entity": speaker.entity,
        "name": speaker.name,
        "mention": speaker.mention,
        "because": speaker.because,
        "confidence": round(speaker.confidence, DIGITS),
    }


def _statement(stmt: Statement) -> dict[str, Any]:
    """A statement's keys in the format's order, which is not a matter of how the noun is written."""
    return {
        "id": stmt.id,
        "form": stmt.form,
        "kind": stmt.kind,
        "status": stmt.status,
        "act": stmt.act,
        "stance": stmt.stance,
        "confidence": round(stmt.confidence, DIGITS),
        "source": stmt.source,
        "cue": stmt.cue,
        "content": stmt.content,
        "text": stmt.text,
        "speaker": _speaker(stmt.speaker) if stmt.speaker else None,
        "addressee": stmt.addressee,
        "about": stmt.about,
        "when": stmt.when,
        "medium": stmt.medium,
        "translated": stmt.translated,
        "within": stmt.within,
    }
