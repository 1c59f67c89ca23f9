"""A reading as it is stored: everything but the text, which the document keeps.

In: a `Reading`. Out: bytes, and from these and the document the same `Reading` again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import msgspec

from onrecord.model import Document, Entity, Label, ReaderInfo, Reading, Region, Statement, Voice, Words
from onrecord.model.statement import statement_id, words_at
from onrecord.record.schema.packing import Sort, pack, unpack

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
    return pack(msgspec.json.encode(_short(reading)), Sort.READING)


def unpacked(data: bytes, document: Document, reader: ReaderInfo) -> Reading:
    """The reading of a document that some bytes hold."""
    body = msgspec.json.decode(unpack(data, Sort.READING), type=Body)
    ids = [stmt.id or _id_of(stmt, document) for stmt in body.statements]
    statements = tuple(
        replace(
            stmt,
            id=id,
            within=None if stmt.within is None else ids[int(stmt.within)],
            text=words_at(document.text, stmt.source, stmt.cue, stmt.content),
        )
        for id, stmt in zip(ids, body.statements, strict=True)
    )
    voices = tuple(
        replace(voice, statements=tuple(ids[int(number)] for number in voice.statements))
        for voice in body.voices
    )
    labels = tuple(
        label if label.statement is None else replace(label, statement=ids[int(label.statement)])
        for label in body.labels
    )
    return Reading(document, reader, statements, body.entities, voices, labels)


def _short(reading: Reading) -> Body:
    """A reading without what follows from the rest: words are slices of the text, ids are made of the claim.

    Statements are pointed to by their number in the list.
    """
    numbers = {stmt.id: str(number) for number, stmt in enumerate(reading.statements)}
    statements = tuple(
        replace(
            stmt,
            id="" if stmt.id == _id_of(stmt, reading.document) else stmt.id,
            within=None if stmt.within is None else numbers[stmt.within],
            text=NO_WORDS,
        )
        for stmt in reading.statements
    )
    voices = tuple(
        replace(voice, statements=tuple(numbers[id] for id in voice.statements)) for voice in reading.voices
    )
    labels = tuple(
        label if label.statement is None else replace(label, statement=numbers[label.statement])
        for label in reading.labels
    )
    return Body(statements, reading.entities, voices, labels)


def _id_of(stmt: Statement, document: Document) -> str:
    return statement_id(document.digest, stmt.kind, stmt.source, stmt.cue, stmt.content)


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
