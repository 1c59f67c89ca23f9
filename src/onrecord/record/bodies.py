"""A reading as it is stored: everything but the text, which the document keeps.

In: a `Reading`. Out: bytes, and from these and the document the same `Reading` again.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import msgspec

from onrecord.model import Document, Entity, Label, ReaderInfo, Reading, Region, Span, Statement, Voice


@dataclass(frozen=True, slots=True)
class Body:
    """What a reading found."""

    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    voices: tuple[Voice, ...]
    labels: tuple[Label, ...]


def packed(reading: Reading) -> bytes:
    """What a reading found, as bytes."""
    body = Body(reading.statements, reading.entities, reading.voices, reading.labels)
    return zlib.compress(msgspec.json.encode(body), 6)


def unpacked(data: bytes, document: Document, reader: ReaderInfo) -> Reading:
    """The reading of a document that some bytes hold."""
    body = msgspec.json.decode(zlib.decompress(data), type=Body)
    return Reading(document, reader, body.statements, body.entities, body.voices, body.labels)


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
