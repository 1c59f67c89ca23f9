"""Readings → schema.org as JSON-LD: quotations, each as part of the article that it stands in.

Only what was said, according to the article, in quotation marks (direct or mixed) is a `Quotation` with a
`text`. What the article reworded is a `CreativeWork` that has no `text`, only the article's `abstract` of it.
What was not said, not yet or perhaps is a `CreativeWork` too, with a `creativeWorkStatus`: nobody is its
creator, and the speaker is among its `mentions`. There is never a ClaimReview: that is a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.exports.characters import json_bytes, on_one_line
from onrecord.exports.naming import (
    URN,
    People,
    address_of,
    entity_key,
    is_unnamed,
    source_of,
    statement_urn,
)
from onrecord.model import Document, Entity, EntityType, Form, Reading, Statement, Status, When

Node = dict[str, Any]


def schema_org_lines(readings: Iterable[Reading]) -> Iterator[bytes]:
    """The lines of one JSON-LD document whose graph holds a node for each statement."""
    yield b'{"@context":"https://schema.org","@graph":['
    comma = b"\n"
    for reading in readings:
        for node in nodes(reading):
            yield comma + json_bytes(node)
            comma = b",\n"
    yield b"\n]}\n"


def nodes(reading: Reading) -> Iterator[Node]:
    """A node for each statement, with the article inside, without the context."""
    people, article = People(reading), _article(reading.document)
    there = {stmt.id for stmt in reading.statements}
    for stmt in reading.statements:
        parts = [article]
        if stmt.within in there:
            parts.append({"@id": statement_urn(reading.document, stmt.within)})
        yield {
            "@id": statement_urn(reading.document, stmt.id),
            **_work(reading.document, stmt, people),
            "genre": stmt.kind.value,
            **_date(stmt.when),
            **_about(stmt, people),
            "isPartOf": parts,
        }


def _work(doc: Document, stmt: Statement, people: People) -> Node:
    """What kind of work it is, with its words and those who made it; a report that "says" is no agent."""
    agents = [entity for entity in people.speakers(stmt) if entity.type is not EntityType.DOCUMENT]
    speakers = [_agent(doc, entity) for entity in agents]
    words = stmt.content_words
    if stmt.status is not Status.ASSERTED:
        node = {"@type": "CreativeWork", "abstract": words, "creativeWorkStatus": stmt.status.value}
        return node | ({"mentions": speakers} if speakers else {})
    credit: Node = {"creditText": stmt.source_words} if stmt.source else {}
    if stmt.form is Form.INDIRECT:
        made = {"creator": speakers} if speakers else {}
        return {"@type": "CreativeWork", "abstract": words, **made, **credit}
    made = {"spokenByCharacter": speakers, "creator": speakers} if speakers else {}
    return {"@type": "Quotation", "text": words, **made, **credit}


def _agent(doc: Document, entity: Entity) -> Node:
    """A speaker: schema.org has people and organisations. Those whom the text does not name get no name."""
    is_person = entity.type is EntityType.PERSON or is_unnamed(entity)
    return {
        "@type": "Person" if is_person else "Organization",
        "@id": f"{URN}entity:{entity_key(doc, entity)}",
        "description" if is_unnamed(entity) else "name": on_one_line(entity.name),
    }


def _about(stmt: Statement, people: People) -> Node:
    found = people.each([place.entity for place in stmt.about])
    names = [on_one_line(entity.name) for entity in found if not is_unnamed(entity)]
    return {"about": [{"@type": "Thing", "name": name} for name in names]} if names else {}


def _date(when: When | None) -> Node:
    """The day, month or year on which it was said; a stretch that is none of these is an interval."""
    if when is None or not (when.start and when.end):
        return {}
    length = {"month": 7, "year": 4}.get(when.precision)
    if when.start == when.end:
        return {"dateCreated": when.start}
    if length and when.start[:length] == when.end[:length]:
        return {"dateCreated": when.start[:length]}
    return {"temporal": f"{when.start}/{when.end}"}


def _article(doc: Document) -> Node:
    known = {
        "url": address_of(doc),
        "headline": doc.title,
        "publisher": {"@type": "Organization", "name": doc.outlet} if doc.outlet else None,
        "datePublished": doc.published,
        "creditText": doc.byline,
        "inLanguage": doc.language,
        "identifier": doc.digest,
    }
    node = {"@type": "NewsArticle", "@id": source_of(doc)}
    return node | {key: value for key, value in known.items() if value}
