"""Adds readings to a record: a document at a time, whole or not at all, and twice as once.

In: a `Reading`, and the bytes it was made of where they are to be kept. Out: what became of it. A document is
its text with its outlet and its address; the same read again by the same model changes nothing, by another
one it leaves both readings (see `rereading`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update

from onrecord.errors import Cause, StopRun
from onrecord.model import Document, Failure, ReaderInfo, Reading
from onrecord.record.asking.searching import Search
from onrecord.record.schema.clock import now
from onrecord.record.schema.tables import (
    documents,
    genders,
    labels,
    names,
    problems,
    readings,
    referred,
    statements,
    voices,
)
from onrecord.record.taking_out.withholding import WITHHELD, withheld_at
from onrecord.record.writing import copies, sketching
from onrecord.record.writing.bodies import packed, regions_json
from onrecord.record.writing.entries import (
    gender_rows,
    label_rows,
    name_rows,
    referred_rows,
    speaker_rows,
    statement_row,
    voice_rows,
)
from onrecord.record.writing.naming import keys_of
from onrecord.record.writing.originals import Originals
from onrecord.record.writing.rereading import before_reading, hand_over
from onrecord.record.writing.speaking import insert_new, numbers_of
from onrecord.record.writing.tallying import recount


class Became(StrEnum):
    """What became of a reading."""

    ADDED = "added"
    KNOWN = "known"  # was there already
    REREAD = "reread"  # by another model
    FAILED = "failed"  # could not be read: kept as a problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a reading, and the keys of its document and of the first with nearly its text.

    `failure` says why something that was read was not kept.
    """

    became: Became
    key: str | None = None
    near: str | None = None
    failure: Failure | None = None


def document_key(document: Document) -> str:
    """The key of a document: of its text, outlet and address."""
    claim = repr((document.digest, document.outlet, document.address))
    return hashlib.sha256(claim.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Writer:
    """Adds readings to a record."""

    def __init__(self, engine: Engine, search: Search, originals: Originals | None) -> None:
        self._engine = engine
        self._search = search
        self._originals = originals

    def add(self, reading: Reading, original: bytes | None = None) -> Outcome:
        """Adds a reading, in one transaction. What could not be read is kept as a problem."""
        document = reading.document
        if reading.error is not None:
            with self._engine.begin() as connection:
                _note_problem(connection, reading)
            return Outcome(Became.FAILED)
        if "\0" in document.text:
            raise StopRun(Cause.INPUT, f"{document.path} holds a character U+0000 and can't be stored.")
        key = document_key(document)
        with self._engine.connect() as connection:
            taken_out = withheld_at(connection, document, key)
        if taken_out is not None:
            told = Failure(WITHHELD, taken_out)
            with self._engine.begin() as connection:
                _note_problem(connection, replace(reading, error=told))
            return Outcome(Became.FAILED, failure=told)
        if original is not None and self._originals is not None and document.original_digest:
            self._originals.keep(document.original_digest, original)
        with self._engine.begin() as connection:
            connection.execute(delete(problems).where(problems.c.path == document.path))
            known = connection.execute(
                select(documents.c.number, readings.c.version, readings.c.model, readings.c.weights)
                .join(readings, readings.c.document == documents.c.number)
                .where(documents.c.key == key, readings.c.current.is_(True))
            ).first()
            if known is None:
                return self.put(connection, reading)
            same = (known.version, known.model, known.weights)
            if same == (reading.reader.version, reading.reader.model, reading.reader.weights):
                return Outcome(Became.KNOWN, key)
            self._again(connection, known.number, key, reading)
            return Outcome(Became.REREAD, key)

    def has(self, paths: list[str]) -> set[str]:
        """Which of some paths have a document in the record."""
        with self._engine.connect() as connection:
            found = connection.execute(select(documents.c.path).where(documents.c.path.in_(paths)))
            return set(found.scalars())

    def read_before(
        self, digests: Collection[str], reader: ReaderInfo
    ) -> dict[str, list[tuple[str, str | None, str | None]]]:
        """What this reader read, by digest of the original bytes: keys, outlets, addresses of documents."""
        query = (
            select(documents.c.original_digest, documents.c.key, documents.c.outlet, documents.c.address)
            .join(readings, readings.c.document == documents.c.number)
            .where(documents.c.original_digest.in_(digests), readings.c.current.is_(True))
            .where(readings.c.version == reader.version, readings.c.model == reader.model)
            .where(readings.c.weights == reader.weights)
        )
        found: dict[str, list[tuple[str, str | None, str | None]]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                found.setdefault(row.original_digest, []).append((row.key, row.outlet, row.address))
        return found

    def put(self, connection: Connection, reading: Reading) -> Outcome:
        """Writes a document that is not there yet, in a transaction of the caller's."""
        document = reading.document
        key = document_key(document)
        sketch = sketching.signature(document.text)
        near = copies.nearest(connection, sketch)
        before = copies.version_before(connection, document)
        row = _document_row(key, document) | {
            "sketch": sketching.packed(sketch), "near": near, "previous": before,
        }  # fmt: skip
        number = connection.execute(insert(documents).returning(documents.c.number), row).scalar_one()
        if before is not None:
            copies.note_next(connection, before, number)
        copies.keep_sketch(connection, number, sketch)
        self._write(connection, number, key, reading, {})
        recount(connection, [number] if before is None else [before, number])
        nearest = copies.keys_of_documents(connection, {near}) if near else {}
        return Outcome(Became.ADDED, key, nearest.get(near or 0))

    def _again(self, connection: Connection, number: int, key: str, reading: Reading) -> None:
        """A reading by another model: new rows for what is new, `gone` for what it no longer has."""
        connection.execute(update(readings).where(readings.c.document == number).values(current=False))
        for table in (labels, voices, genders):
            connection.execute(delete(table).where(table.c.document == number))
        before = before_reading(connection, number, {stmt.id for stmt in reading.statements})
        self._write(connection, number, key, reading, before.known)
        hand_over(connection, number, reading.document.text, before)
        recount(connection, [number])

    def _write(
        self, connection: Connection, number: int, key: str, reading: Reading, known: Mapping[str, int]
    ) -> None:
        """The rows of a reading; those of statements that are known are made to tell what was read now."""
        connection.execute(
            insert(readings).values(
                document=number,
                program=reading.reader.name,
                version=reading.reader.version,
                model=reading.reader.model,
                weights=reading.reader.weights,
                read=now(),
                current=True,
                body=packed(reading),
            )
        )
        keys = keys_of(reading.entities, key)
        by_key = numbers_of(connection, speaker_rows(reading, keys))
        speakers = {id: by_key[one] for id, one in keys.items() if one in by_key}
        insert_new(connection, names, name_rows(reading.entities, speakers))
        insert_new(connection, genders, gender_rows(number, reading.entities, speakers))
        speakers = by_key | speakers
        numbers = self._statements(connection, number, reading, speakers, known)
        _insert(connection, referred, referred_rows(reading, numbers, speakers))
        _insert(connection, labels, label_rows(number, reading, speakers))
        _insert(connection, voices, voice_rows(number, reading, speakers))

    def _statements(
        self,
        connection: Connection,
        document: int,
        reading: Reading,
        speakers: Mapping[str, int],
        known: Mapping[str, int],
    ) -> dict[str, int]:
        rows = [statement_row(document, reading, stmt, speakers) for stmt in reading.statements]
        numbers = {row["id"]: known[row["id"]] for row in rows if row["id"] in known}
        if numbers:
            same = statements.c.number == bindparam("its_number")
            again = [row | {"its_number": numbers[row["id"]]} for row in rows if row["id"] in numbers]
            connection.execute(update(statements).where(same), again)
            connection.execute(delete(referred).where(referred.c.statement.in_(numbers.values())))
        fresh = [row for row in rows if row["id"] not in numbers]
        if fresh:
            made = connection.execute(
                insert(statements).returning(statements.c.id, statements.c.number), fresh
            )
            new = {row.id: row.number for row in made}
            words = {stmt.id: stmt.content_words for stmt in reading.statements}
            self._search.add(connection, [(number, words[id]) for id, number in new.items()])
            numbers |= new
        return numbers


def _document_row(key: str, document: Document) -> dict[str, Any]:
    plain = "id path address title outlet agency byline published captured language extractor".split()
    return {name: getattr(document, name) for name in plain} | {
        "key": key,
        "digest": document.digest,
        "original_digest": document.original_digest,
        "regions": regions_json(document.regions),
        "text": document.text,
        "words": len(document.text.split()),
        "added": now(),
    }


def _insert(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _note_problem(connection: Connection, reading: Reading) -> None:
    """Keeps why a document was not read, until it is."""
    document, error = reading.document, reading.error
    assert error is not None
    connection.execute(delete(problems).where(problems.c.path == document.path))
    connection.execute(
        insert(problems).values(
            path=document.path, id=document.id, kind=error.kind, message=error.message, at=now()
        )
    )
