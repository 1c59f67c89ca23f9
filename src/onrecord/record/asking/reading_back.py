"""Documents and their current readings out of a record, as the nouns that they went in as.

In: keys, or a `Filter`. Out: `Document`s and `Reading`s. A reading comes as it was read; with `decided` what
people set right stands in place of it, and what they added is there too. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, or_, select

from onrecord.model import (
    Document,
    Entity,
    EntityType,
    Form,
    Kind,
    ReaderInfo,
    Reading,
    Span,
    Speaker,
    Statement,
    Status,
    When,
)
from onrecord.model.statement import words_at
from onrecord.record.asking.filtering import Filter, chosen
from onrecord.record.schema.tables import THERE, documents, judged, readings, speakers, statements
from onrecord.record.writing.bodies import document_of, unpacked
from onrecord.record.writing.naming import fold

# Documents whose statements are fetched together: their texts are in memory.
BATCH = 50


class ReadingsBack:
    """What was put into a record, given back."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, name: str) -> list[str]:
        """The keys of the documents with this key, id or path."""
        named = or_(documents.c.key == name, documents.c.id == name, documents.c.path == name)
        with self._engine.connect() as connection:
            query = select(documents.c.key).where(named).order_by(documents.c.number)
            return list(connection.execute(query).scalars())

    def document(self, key: str) -> Document | None:
        """A document, by its key."""
        with self._engine.connect() as connection:
            row = connection.execute(select(documents).where(documents.c.key == key)).first()
        return None if row is None else document_of(row)

    def reading(self, key: str, *, decided: bool = False) -> Reading | None:
        """A document with its current reading, by its key."""
        with self._engine.connect() as connection:
            return _reading(connection, documents.c.key == key, decided=decided)

    def readings(
        self, which: Filter | None = None, *, decided: bool = True
    ) -> Iterator[tuple[Reading, frozenset[str]]]:
        """Every reading in which statements count, with the ids of these; without a filter all readings.

        Rejected statements don't count unless the filter lets them. A reading comes whole: it is for who
        exports it to leave statements out (`onrecord.exports.filter`).
        """
        wanted = which or Filter(status=None, versions=True)
        after = 0
        while True:
            with self._engine.connect() as connection:
                query = select(documents.c.number).where(documents.c.number > after)
                numbers = list(connection.execute(query.order_by(documents.c.number).limit(BATCH)).scalars())
                counting = _that_count(connection, numbers, wanted)
                for number in numbers:
                    ids = frozenset(counting.get(number, ()))
                    reading = None
                    if ids or which is None:
                        reading = _reading(connection, documents.c.number == number, decided=decided)
                    if reading is not None:
                        yield reading, ids
            if len(numbers) < BATCH:
                return
            after = numbers[-1]


def _that_count(connection: Connection, numbers: list[int], which: Filter) -> dict[int, list[str]]:
    """The ids of statements that a filter lets through, by document."""
    query = chosen(connection, which, statements.c.document, statements.c.id)
    query = query.where(statements.c.document.in_(numbers))
    found: dict[int, list[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.document, []).append(row.id)
    return found


def _reading(connection: Connection, which: ColumnElement[bool], *, decided: bool) -> Reading | None:
    row = connection.execute(select(documents).where(which)).first()
    if row is None:
        return None
    made = connection.execute(
        select(readings).where(readings.c.document == row.number, readings.c.current.is_(True))
    ).first()
    if made is None:
        return None
    document = document_of(row)
    info = ReaderInfo(made.program, made.version, made.model, made.weights, row.extractor)
    reading = unpacked(made.body, document, info)
    return _as_decided(connection, row.number, reading) if decided else reading


def _as_decided(connection: Connection, number: int, reading: Reading) -> Reading:
    """The reading with what people set right and added."""
    query = (
        select(statements, *(column.label(f"judged_{column.name}") for column in judged.c), speakers.c.name)
        .join(judged, judged.c.statement == statements.c.number)
        .outerjoin(speakers, speakers.c.number == judged.c.speaker)
        .where(statements.c.document == number, statements.c.origin.in_(THERE))
        .order_by(statements.c.number)
    )
    entities = {entity.id: entity for entity in reading.entities}
    found = {stmt.id: stmt for stmt in reading.statements}
    for row in connection.execute(query):
        if row.origin == "added":
            found[row.id] = _added(row, reading.document.text)
        if row.id in found:
            found[row.id] = _set_right(row, found[row.id], reading.document.text, entities)
    return replace(reading, statements=tuple(found.values()), entities=tuple(entities.values()))


def _added(row: Any, text: str) -> Statement:
    """A statement that a person added."""
    spans = row.source, row.cue, row.content
    return Statement(
        id=row.id, form=Form(row.form), kind=Kind(row.kind), status=Status(row.status), act=row.act,
        stance=row.stance, confidence=row.confidence, source=spans[0], cue=spans[1], content=spans[2],
        text=words_at(text, *spans),
    )  # fmt: skip


def _set_right(row: Any, stmt: Statement, text: str, entities: dict[str, Entity]) -> Statement:
    """A statement with what people decided in place of what was read."""
    told = row._mapping
    spans = tuple(told[f"judged_{name}"] or getattr(stmt, name) for name in ("source", "cue", "content"))
    stmt = replace(stmt, source=spans[0], cue=spans[1], content=spans[2], text=words_at(text, *spans))
    place: Span = (stmt.source or stmt.cue or stmt.content)[0]
    if row.name is not None:
        entity = _entity(row.name, entities)
        stmt = replace(stmt, speaker=Speaker(entity.id, entity.name, place, "a person decided", 1.0))
    if row.judged_status is not None:
        stmt = replace(stmt, status=Status(row.judged_status))
    if row.judged_when_start or row.judged_when_end:
        start = row.judged_when_start or row.judged_when_end
        when = When(stmt.when.span if stmt.when else place, start, row.judged_when_end or start, "day")
        stmt = replace(stmt, when=when)
    return stmt


def _entity(name: str, entities: dict[str, Entity]) -> Entity:
    """The entity of a document with this name, or a new one among its entities."""
    folded = fold(name)
    for entity in entities.values():
        if folded == fold(entity.name):
            return entity
    made = Entity(id=f"p{len(entities) + 1}", name=name, type=EntityType.PERSON, names=(name,))
    entities[made.id] = made
    return made
