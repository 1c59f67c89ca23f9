"""Adds readings to a record: a document at a time, whole or not at all, and twice as once.

In: a `Reading`, and the bytes it was made of where they are to be kept. Out: what became of it. A document is
its text with its outlet and its address; the same read again by the same model changes nothing, by another
one it leaves both readings: statements that the new one no longer has are `gone`, and what people decided
about them goes on to those with the same words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from onrecord.errors import Cause, StopRun
from onrecord.model import Document, ReaderInfo, Reading, Statement
from onrecord.record import sketching
from onrecord.record.bodies import packed, regions_json
from onrecord.record.entries import (
    entity_rows,
    label_rows,
    name_rows,
    referred_rows,
    statement_row,
    voice_rows,
)
from onrecord.record.naming import key_of
from onrecord.record.originals import Originals
from onrecord.record.searching import Search
from onrecord.record.tables import (
    documents,
    entities,
    judged,
    labels,
    names,
    problems,
    readings,
    referred,
    sketches,
    statements,
    voices,
)

CANDIDATES = 20  # nearly equal documents that are looked at


class Became(StrEnum):
    """What became of a reading."""

    ADDED = "added"
    KNOWN = "known"  # was there already
    REREAD = "reread"  # by another model
    FAILED = "failed"  # could not be read: kept as a problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a reading, and the key of its document."""

    became: Became
    key: str | None = None
    near: str | None = None


def document_key(document: Document) -> str:
    """The key of a document: of its text, outlet and address."""
    claim = repr((document.digest, document.outlet, document.address))
    return hashlib.sha256(claim.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def now() -> str:
    """This moment, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


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
        if original is not None and self._originals is not None and document.original_digest:
            self._originals.keep(document.original_digest, original)
        key = document_key(document)
        with self._engine.begin() as connection:
            connection.execute(delete(problems).where(problems.c.path == document.path))
            known = connection.execute(
                select(readings).where(readings.c.document == key, readings.c.current.is_(True))
            ).first()
            if known is None:
                return self._new(connection, key, reading)
            same = (known.version, known.model, known.weights)
            if same == (reading.reader.version, reading.reader.model, reading.reader.weights):
                return Outcome(Became.KNOWN, key)
            self._again(connection, key, reading)
            return Outcome(Became.REREAD, key)

    def has(self, paths: list[str]) -> set[str]:
        """Which of some paths have a document in the record."""
        with self._engine.connect() as connection:
            found = connection.execute(select(documents.c.path).where(documents.c.path.in_(paths)))
            return {row.path for row in found}

    def read_before(
        self, digests: Collection[str], reader: ReaderInfo
    ) -> dict[str, list[tuple[str, str | None, str | None]]]:
        """What this reader read, by digest of the original bytes: keys, outlets, addresses of documents."""
        query = (
            select(documents.c.original_digest, documents.c.key, documents.c.outlet, documents.c.address)
            .join(readings, readings.c.document == documents.c.key)
            .where(documents.c.original_digest.in_(digests), readings.c.current.is_(True))
            .where(readings.c.version == reader.version, readings.c.model == reader.model)
            .where(readings.c.weights == reader.weights)
        )
        found: dict[str, list[tuple[str, str | None, str | None]]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                found.setdefault(row.original_digest, []).append((row.key, row.outlet, row.address))
        return found

    def _new(self, connection: Connection, key: str, reading: Reading) -> Outcome:
        document = reading.document
        sketch = sketching.signature(document.text)
        near = _nearest(connection, sketch)
        row = _document_row(key, document) | {
            "near": near,
            "previous": _version_before(connection, document),
        }
        connection.execute(insert(documents).values(row))
        bands = [{"value": value, "document": key} for value in sketching.bands(sketch)]
        if bands:
            connection.execute(insert(sketches), bands)
        self._write(connection, key, reading, set())
        return Outcome(Became.ADDED, key, near)

    def _again(self, connection: Connection, key: str, reading: Reading) -> None:
        """A reading by another model: new rows for what is new, `gone` for what it no longer has."""
        connection.execute(update(readings).where(readings.c.document == key).values(current=False))
        for table in (labels, voices, entities):
            connection.execute(delete(table).where(table.c.document == key))
        found = {stmt.id for stmt in reading.statements}
        before = connection.execute(
            select(
                statements.c.number, statements.c.id, statements.c.origin, statements.c.content_words
            ).where(statements.c.document == key)
        ).all()
        gone = [row for row in before if row.id not in found and row.origin == "read"]
        back = [row.number for row in before if row.id in found and row.origin == "gone"]
        _set_origin(connection, [row.number for row in gone], "gone")
        _set_origin(connection, back, "read")
        self._write(connection, key, reading, {row.id for row in before})
        _carry_over(connection, key, [(row.number, row.content_words) for row in gone])

    def _write(self, connection: Connection, key: str, reading: Reading, known: set[str]) -> None:
        """The rows of a reading; statements that are known stay as they are."""
        connection.execute(
            insert(readings).values(
                document=key,
                program=reading.reader.name,
                version=reading.reader.version,
                model=reading.reader.model,
                weights=reading.reader.weights,
                read=now(),
                current=True,
                body=packed(reading),
            )
        )
        keys = {entity.id: key_of(entity, key) for entity in reading.entities}
        _insert(connection, entities, entity_rows(key, reading, keys))
        _insert_names(connection, name_rows(reading, keys))
        fresh = [stmt for stmt in reading.statements if stmt.id not in known]
        numbers = self._statements(connection, key, reading, fresh, keys)
        _insert(connection, referred, referred_rows(reading, fresh, numbers, keys))
        _insert(connection, labels, label_rows(key, reading, keys))
        _insert(connection, voices, voice_rows(key, reading, keys))

    def _statements(
        self,
        connection: Connection,
        key: str,
        reading: Reading,
        fresh: list[Statement],
        keys: dict[str, str],
    ) -> dict[str, int]:
        rows = [statement_row(key, reading, stmt, keys) for stmt in fresh]
        if not rows:
            return {}
        made = connection.execute(insert(statements).returning(statements.c.id, statements.c.number), rows)
        numbers = {row.id: row.number for row in made}
        for stmt in fresh:
            self._search.add(connection, numbers[stmt.id], stmt.content_words)
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


def _insert_names(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Notes the names of entities that are not known yet."""
    if not rows:
        return
    keys = {row["key"] for row in rows}
    known = connection.execute(select(names.c.key, names.c.folded).where(names.c.key.in_(keys)))
    have = {(row.key, row.folded) for row in known}
    _insert(connection, names, [row for row in rows if (row["key"], row["folded"]) not in have])


def _set_origin(connection: Connection, numbers: list[int], origin: str) -> None:
    if numbers:
        connection.execute(update(statements).where(statements.c.number.in_(numbers)).values(origin=origin))


def _carry_over(connection: Connection, key: str, gone: list[tuple[int, str]]) -> None:
    """Gives what people decided about statements that are gone to those with the same words."""
    for number, words in gone:
        decided = connection.execute(select(judged).where(judged.c.statement == number)).mappings().first()
        if decided is None:
            continue
        heir = connection.execute(
            select(statements.c.number)
            .outerjoin(judged, judged.c.statement == statements.c.number)
            .where(
                statements.c.document == key,
                statements.c.origin == "read",
                statements.c.content_words == words,
                judged.c.statement.is_(None),
            )
        ).scalar()
        if heir is not None:
            connection.execute(insert(judged).values(dict(decided) | {"statement": heir}))


def _version_before(connection: Connection, document: Document) -> str | None:
    """The document that was last added from the same address, with another text."""
    if document.address is None:
        return None
    found = connection.execute(
        select(documents.c.key)
        .where(documents.c.address == document.address, documents.c.digest != document.digest)
        .order_by(documents.c.added.desc(), documents.c.key)
        .limit(1)
    ).scalar()
    return found if found is None else str(found)


def _nearest(connection: Connection, sketch: tuple[int, ...]) -> str | None:
    """The first document with nearly the same text, if there is one."""
    values = sketching.bands(sketch)
    if not values:
        return None
    shared: dict[str, int] = {}
    for value in values:
        band = select(sketches.c.document).where(sketches.c.value == value).limit(CANDIDATES)
        for row in connection.execute(band):
            shared[row.document] = shared.get(row.document, 0) + 1
    likely = sorted(shared, key=lambda key: -shared[key])[:CANDIDATES]
    alike = [key for key in likely if _alike(connection, key, sketch)]
    if not alike:
        return None
    first = connection.execute(
        select(func.coalesce(documents.c.near, documents.c.key))
        .where(documents.c.key.in_(alike))
        .order_by(documents.c.added, documents.c.key)
        .limit(1)
    ).scalar()
    return None if first is None else str(first)


def _alike(connection: Connection, key: str, sketch: tuple[int, ...]) -> bool:
    text = connection.execute(select(documents.c.text).where(documents.c.key == key)).scalar() or ""
    return sketching.likeness(sketching.signature(text), sketch) >= sketching.ALIKE


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
