"""Documents and their current readings out of a record, as the nouns that they went in as.

In: keys, or a `Filter`. Out: `Document`s and `Reading`s. A reading comes as it was read; with `decided` what
people set right stands in place of it, and what they added is there too. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, or_, select

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
from onrecord.record.bodies import regions_of, spans_of, unpacked
from onrecord.record.naming import fold
from onrecord.record.queries import Filter, chosen
from onrecord.record.tables import documents, judged, readings, statements

# Documents whose statements are fetched together: their texts are in memory.
BATCH = 50

FIELDS = "id path address title outlet agency byline published captured language extractor".split()


class ReadingsBack:
    """What was put into a record, given back."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, name: str) -> list[str]:
        """The keys of the documents with this key, id or path."""
        named = or_(documents.c.key == name, documents.c.id == name, documents.c.path == name)
        with self._engine.connect() as connection:
            query = select(documents.c.key).where(named).order_by(documents.c.added, documents.c.key)
            return list(connection.execute(query).scalars())

    def document(self, key: str) -> Document | None:
        """A document, by its key."""
        with self._engine.connect() as connection:
            row = connection.execute(select(documents).where(documents.c.key == key)).first()
        return None if row is None else _document(row)

    def reading(self, key: str, *, decided: bool = False) -> Reading | None:
        """A document with its current reading, by its key."""
        with self._engine.connect() as connection:
            return _reading(connection, key, decided=decided)

    def readings(
        self, which: Filter | None = None, *, decided: bool = True
    ) -> Iterator[tuple[Reading, frozenset[str]]]:
        """Every reading in which statements count, with the ids of these; without a filter all readings.

        Rejected statements don't count unless the filter lets them. A reading comes whole: it is for who
        exports it to leave statements out (`onrecord.exports.filter`).
        """
        chosen = which or Filter(status=None)
        after = ""
        while True:
            with self._engine.connect() as connection:
                query = select(documents.c.key).where(documents.c.key > after)
                keys = list(connection.execute(query.order_by(documents.c.key).limit(BATCH)).scalars())
                counting = _that_count(connection, keys, chosen)
                for key in keys:
                    ids = frozenset(counting.get(key, ()))
                    reading = _reading(connection, key, decided=decided) if ids or which is None else None
                    if reading is not None:
                        yield reading, ids
            if len(keys) < BATCH:
                return
            after = keys[-1]


def _that_count(connection: Connection, keys: list[str], which: Filter) -> dict[str, list[str]]:
    """The ids of statements that a filter lets through, by document."""
    query = chosen(connection, which, statements.c.document, statements.c.id)
    query = query.where(statements.c.document.in_(keys))
    found: dict[str, list[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.document, []).append(row.id)
    return found


def _document(row: Any) -> Document:
    plain: dict[str, Any] = {name: row._mapping[name] for name in FIELDS}
    return Document(
        **plain, text=row.text, original_digest=row.original_digest, regions=regions_of(row.regions)
    )


def _reading(connection: Connection, key: str, *, decided: bool) -> Reading | None:
    row = connection.execute(select(documents).where(documents.c.key == key)).first()
    made = connection.execute(
        select(readings).where(readings.c.document == key, readings.c.current.is_(True))
    ).first()
    if row is None or made is None:
        return None
    document = _document(row)
    info = ReaderInfo(made.program, made.version, made.model, made.weights, row.extractor)
    reading = unpacked(made.body, document, info)
    return _as_decided(connection, key, reading) if decided else reading


def _as_decided(connection: Connection, key: str, reading: Reading) -> Reading:
    """The reading with what people set right and added."""
    query = (
        select(statements, *(column.label(f"judged_{column.name}") for column in judged.c))
        .join(judged, judged.c.statement == statements.c.number)
        .where(statements.c.document == key, statements.c.origin != "gone")
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
    spans = spans_of(row.source), spans_of(row.cue), spans_of(row.content)
    return Statement(
        id=row.id, form=Form(row.form), kind=Kind(row.kind), status=Status(row.status), act=row.act,
        stance=row.stance, confidence=row.confidence, source=spans[0], cue=spans[1], content=spans[2],
        text=words_at(text, *spans),
    )  # fmt: skip


def _set_right(row: Any, stmt: Statement, text: str, entities: dict[str, Entity]) -> Statement:
    """A statement with what people decided in place of what was read."""
    told = row._mapping
    spans = tuple(
        spans_of(told[f"judged_{name}"]) if told[f"judged_{name}"] else getattr(stmt, name)
        for name in ("source", "cue", "content")
    )
    stmt = replace(stmt, source=spans[0], cue=spans[1], content=spans[2], text=words_at(text, *spans))
    place: Span = (stmt.source or stmt.cue or stmt.content)[0]
    if row.judged_speaker_name:
        entity = _entity(row.judged_speaker_name, entities)
        stmt = replace(stmt, speaker=Speaker(entity.id, entity.name, place, "a person decided", 1.0))
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
