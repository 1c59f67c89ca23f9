"""Readings → FollowTheMoney entities (version 3.8), one JSON object a line, for Aleph and its relatives.

    Article                      the document, with its text
    Person, Organization         whoever speaks, is spoken to or spoken of, and is named by the text
    LegalEntity                  a place or group among them: the text does not tell what in law it is
    Mention                      each name under which the article speaks of one of these
    Note                         a statement: its words, on its speaker, with the article as proof
    Documentation                a link from the article to who speaks, is spoken to or of, with role and days

What was not said, not yet or perhaps is a note on the article, not on the speaker, and has no links. Nobody
is made of those whom the text does not name. An entity is one of this article: that two are the same is for
`onrecord` or its users to say, never for a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from onrecord.exports.characters import json_bytes, on_one_line, whole
from onrecord.exports.naming import (
    People,
    address_of,
    day_of,
    document_key,
    entity_key,
    is_unnamed,
    short_hash,
)
from onrecord.model import Document, Entity, EntityType, Reading, Statement, Status
from onrecord.model.wording import manner

Node = dict[str, Any]

_SCHEMATA = {EntityType.PERSON: "Person", EntityType.ORGANISATION: "Organization"}
_OTHERS = "LegalEntity"

# FollowTheMoney has languages of three letters; onrecord reads one language.
_LANGUAGES = {"en": "eng"}


def follow_the_money_lines(readings: Iterable[Reading]) -> Iterator[bytes]:
    """A line for each entity; those of a document follow each other."""
    for reading in readings:
        if reading.error is None:
            for node in entities(reading):
                yield json_bytes(node) + b"\n"


def entities(reading: Reading) -> Iterator[Node]:
    """The entities of one reading, those that others point at first."""
    doc, people = reading.document, People(reading)
    article = f"onrecord-document-{document_key(doc)}"
    yield _node(article, "Article", _article(doc))
    ids: dict[str, str] = {}
    for entity in _named(reading, people):
        ids[entity.id] = id = f"onrecord-entity-{entity_key(doc, entity)}"
        yield from _entity(article, id, entity)
    for stmt in reading.statements:
        yield from _statement(doc, article, stmt, _roles(stmt, people, ids))


def _node(id: str, schema: str, properties: Mapping[str, Sequence[str | None]]) -> Node:
    """An entity with its values as FollowTheMoney has them: lists of strings, never empty."""
    kept = {key: [whole(value) for value in values if value] for key, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {key: values for key, values in kept.items() if values}}


def _article(doc: Document) -> dict[str, Sequence[str | None]]:
    return {
        "title": [doc.title and on_one_line(doc.title)],
        "fileName": [on_one_line(doc.path)],
        "author": [doc.byline],
        "publisher": [doc.outlet],
        "publishedAt": [day_of(doc.published)],
        "retrievedAt": [day_of(doc.captured)],
        "sourceUrl": [address_of(doc)],
        "language": [_LANGUAGES.get(doc.language or "")],
        "bodyText": [doc.text],
        "generator": ["onrecord"],
        "notes": [f"Digest of the text: {doc.digest}"],
    }


def _named(reading: Reading, people: People) -> list[Entity]:
    """Whoever speaks, is spoken to or spoken of, and is named."""
    found: dict[str, Entity] = {}
    for stmt in reading.statements:
        places = [place.entity for place in (*stmt.addressee, *stmt.about)]
        found |= {entity.id: entity for entity in (*people.speakers(stmt), *people.each(places))}
    return [
        entity
        for entity in found.values()
        if entity.type is not EntityType.DOCUMENT and not is_unnamed(entity) and entity.name.strip()
    ]


def _entity(article: str, id: str, entity: Entity) -> Iterator[Node]:
    schema = _SCHEMATA.get(entity.type, _OTHERS)
    yield _node(id, schema, {"name": [on_one_line(entity.name)], "proof": [article]})
    for name in sorted({on_one_line(name) for name in (entity.name, *entity.names)}):
        told = {"document": [article], "resolved": [id], "name": [name], "detectedSchema": [schema]}
        yield _node("onrecord-mention-" + short_hash(id, name), "Mention", told)


def _roles(stmt: Statement, people: People, ids: dict[str, str]) -> dict[str, list[str]]:
    """Ids of those who speak, are spoken to and spoken of."""
    found = {
        "speaker": people.speakers(stmt),
        "addressee": people.each([place.entity for place in stmt.addressee]),
        "about": people.each([place.entity for place in stmt.about]),
    }
    return {role: [ids[one.id] for one in ones if one.id in ids] for role, ones in found.items()}


def _statement(doc: Document, article: str, stmt: Statement, roles: dict[str, list[str]]) -> Iterator[Node]:
    is_asserted = stmt.status is Status.ASSERTED
    key, words = f"{document_key(doc)}-{stmt.id}", stmt.content_words
    who = on_one_line(stmt.speaker.name if stmt.speaker else stmt.source_words)
    note: dict[str, Sequence[str | None]] = {
        "description": [words],
        "summary": [f"{who or 'nobody named'}: {manner(stmt)}"],
        "entity": (roles["speaker"] if is_asserted else []) or [article],
        "proof": [article],
        "keywords": [stmt.form.value, stmt.kind.value, stmt.status.value, stmt.act, stmt.stance],
        "publisher": [doc.outlet],
        "sourceUrl": [address_of(doc)],
    }
    yield _node(f"onrecord-statement-{key}", "Note", note)
    when = stmt.when if is_asserted else None
    for role, ones in roles.items() if is_asserted else ():
        for one in ones:
            link: dict[str, Sequence[str | None]] = {
                "document": [article],
                "entity": [one],
                "role": [role],
                "status": [stmt.status.value],
                "summary": [words],
                "recordId": [stmt.id],
                "startDate": [day_of(when.start) if when else None],
                "endDate": [day_of(when.end) if when else None],
                "publisher": [doc.outlet],
                "sourceUrl": [address_of(doc)],
            }
            yield _node("onrecord-link-" + short_hash(key, role, one), "Documentation", link)
