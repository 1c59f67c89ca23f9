"""Readings → one page of W3C Web Annotations as JSON-LD, with one annotation for each statement.

Each part of a statement's content is a target with two selectors: its place in code points of the text with
the given digest, and its words with what stands before and after them, by which they are found again in a
page whose text was taken out otherwise. The first body names the speaker, tags give form, kind and status,
and the last body has all of it under names of our own. Where something was not said, not yet or perhaps, the
first body tells that behind the name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.exports.characters import json_bytes, on_one_line
from onrecord.exports.naming import (
    URN,
    People,
    document_key,
    is_unnamed,
    source_of,
    statement_urn,
)
from onrecord.model import Document, Entity, EntityType, Reading, Reference, Span, Spans, Statement
from onrecord.model.wording import NOT_ASSERTED

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"onrecord": URN}]

# Code points before and after the words: enough to tell places apart, as other annotators do.
AROUND = 32

Node = dict[str, Any]


def web_annotation_lines(readings: Iterable[Reading]) -> Iterator[bytes]:
    """The lines of one JSON-LD document, an annotation page."""
    yield b'{"@context":' + json_bytes(CONTEXT) + b',"type":"AnnotationPage","items":['
    names, comma = hashlib.sha256(), b"\n"
    for reading in readings:
        for node in statement_annotations(reading):
            names.update(node["id"].encode())
            yield comma + json_bytes(node)
            comma = b",\n"
    yield b'\n],"id":' + json_bytes(f"{URN}page:{names.hexdigest()[:16]}") + b"}\n"


def statement_annotations(reading: Reading) -> Iterator[Node]:
    """An annotation for each statement, without the context."""
    doc, people = reading.document, People(reading)
    reader = reading.reader
    software = {"type": "Software", "name": f"{reader.name} {reader.version}, model {reader.model}"}
    for stmt in reading.statements:
        yield {
            "id": f"{URN}annotation:{document_key(doc)}:{stmt.id}",
            "type": "Annotation",
            "motivation": ["identifying", "classifying"],
            "creator": software,
            "generator": software,
            "body": _bodies(doc, stmt, people),
            "target": [_target(doc, span) for span in stmt.content],
        }


def _target(doc: Document, span: Span) -> Node:
    before, after = max(0, span.start - AROUND), span.end + AROUND
    return {
        "type": "SpecificResource",
        "source": source_of(doc),
        "onrecord:digest": doc.digest,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.slice(doc.text),
                "prefix": doc.text[before : span.start],
                "suffix": doc.text[span.end : after],
            },
        ],
    }


def _bodies(doc: Document, stmt: Statement, people: People) -> list[Node]:
    who = on_one_line(stmt.speaker.name if stmt.speaker else stmt.source_words)
    label = NOT_ASSERTED.get(stmt.status)
    named = f"{who} ({label})" if label else who
    bodies: list[Node] = []
    if who:
        bodies.append(_textual(named, "identifying"))
    bodies += [_textual(value, "tagging") for value in (stmt.form.value, stmt.kind.value, stmt.status.value)]
    return [*bodies, _statement(doc, stmt, people)]


def _textual(value: str, purpose: str) -> Node:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _statement(doc: Document, stmt: Statement, people: People) -> Node:
    """All that is known of a statement; what is not known is left out."""
    text = doc.text
    found: Node = {
        "id": statement_urn(doc, stmt.id),
        "type": "onrecord:Statement",
        "onrecord:statement": stmt.id,
        "onrecord:form": stmt.form.value,
        "onrecord:kind": stmt.kind.value,
        "onrecord:status": stmt.status.value,
        "onrecord:act": stmt.act,
        "onrecord:stance": stmt.stance,
        "onrecord:confidence": round(stmt.confidence, 4),
        "onrecord:source": _places(stmt.source, text),
        "onrecord:cue": _places(stmt.cue, text),
        "onrecord:speaker": [_person(entity) for entity in people.speakers(stmt)],
        "onrecord:addressee": [_spoken_of(place, people, text) for place in stmt.addressee],
        "onrecord:about": [_spoken_of(place, people, text) for place in stmt.about],
    }
    if stmt.speaker:
        found["onrecord:because"] = stmt.speaker.because
        found["onrecord:speakerConfidence"] = round(stmt.speaker.confidence, 4)
    if stmt.when:
        days = {"onrecord:start": stmt.when.start, "onrecord:end": stmt.when.end}
        found["onrecord:when"] = {
            **_place(stmt.when.span, text),
            **{key: day for key, day in days.items() if day},
            "onrecord:precision": stmt.when.precision,
        }
    if stmt.medium:
        found["onrecord:medium"] = stmt.medium.name
    if stmt.translated is not None:
        found["onrecord:translated"] = stmt.translated
    if stmt.within:
        found["onrecord:within"] = {"id": statement_urn(doc, stmt.within)}
    if doc.outlet:
        found["onrecord:outlet"] = doc.outlet
    return {key: value for key, value in found.items() if value != []}


def _person(entity: Entity) -> Node:
    """Someone by name. Only people and bodies that are named are called a Person or an Organization."""
    node: Node = {"name": on_one_line(entity.name), "onrecord:type": entity.type.value}
    if is_unnamed(entity):
        return node
    if entity.type is EntityType.PERSON:
        return {"type": "Person", **node}
    return {"type": "Organization", **node} if entity.type is EntityType.ORGANISATION else node


def _spoken_of(place: Reference, people: People, text: str) -> Node:
    entity = people.get(place.entity)
    person = _person(entity) if entity else {"name": on_one_line(place.span.slice(text))}
    return person | _place(place.span, text)


def _places(spans: Spans, text: str) -> list[Node]:
    return [_place(span, text) for span in spans]


def _place(span: Span, text: str) -> Node:
    return {"start": span.start, "end": span.end, "exact": span.slice(text)}
