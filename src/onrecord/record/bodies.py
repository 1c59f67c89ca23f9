"""A reading as it is stored: everything but the text, which the document keeps.

In: a `Reading`. Out: bytes, and from these and the document the same `Reading` again.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from onrecord.model import Document, Entity, Label, ReaderInfo, Reading, Region, Span, Statement, Voice, Words
from onrecord.model.statement import words_at

NO_WORDS = Words((), (), ())
FIELDS = "id path address title outlet agency byline published captured language extractor".split()


@dataclass(frozen=True, slots=True)
class Body:
    """What a reading found."""

    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    voices: tuple[Voice, ...]
    labels: tuple[Label, ...]


def packed(reading: Reading) -> bytes:
    """What a reading found, as bytes."""
    # The words of a statement are slices of the text, which the document keeps.
    bare = tuple(replace(stmt, text=NO_WORDS) for stmt in reading.statements)
    body = Body(bare, reading.entities, reading.voices, reading.labels)
    return zlib.compress(msgspec.json.encode(body), 9)


def unpacked(data: bytes, document: Document, reader: ReaderInfo) -> Reading:
    """The reading of a document that some bytes hold."""
    body = msgspec.json.decode(zlib.decompress(data), type=Body)
    statements = tuple(
        replace(stmt, text=words_at(document.text, stmt.source, stmt.cue, stmt.content))
        for stmt in body.statements
    )
    return Reading(document, reader, statements, body.entities, body.voices, body.labels)


def spans_json(spans: tuple[Span, ...]) -> str:
    """Spans as `[[start, end], …]`."""
    return msgspec.json.encode(spans).decode()


def spans_of(words: str) -> tuple[Span, ...]:
    """The spans of `[[start, end], …]`."""
    return msgspec.json.decode(words, type=tuple[Span, ...])


def regions_json(regions: tuple[Region, ...]) -> str:
    """Regions as JSON."""
    return msgspec.json.encode(regions).decode()


def regions_of(words: str) -> tuple[Region, ...]:
    """The regions of `regions_json`."""
    return msgspec.json.decode(words, type=tuple[Region, ...])


def document_of(row: Any) -> Document:
    """The document of a row of `documents`."""
    plain: dict[str, Any] = {name: row._mapping[name] for name in FIELDS}
    return Document(
        **plain, text=row.text, original_digest=row.original_digest, regions=regions_of(row.regions)
    )
