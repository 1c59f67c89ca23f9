"""Readings → one TEI P5 file, a `teiCorpus` with a `TEI` for each document that was read.

The body has the text with its statements marked (see `tei_text`), unaltered but for the few characters that
XML forbids, each of which is one U+FFFD. The header tells who published it and who speaks: people in
`listPerson`, bodies in `listOrg`, speaking documents in a `listBibl`. Checked against TEI's own tei_all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found]

from onrecord.exports.characters import on_one_line, xml_text
from onrecord.exports.naming import People, address_of, day_of, is_unnamed
from onrecord.exports.tei_text import NAMESPACE, XML_ID, XmlIds, text_body
from onrecord.model import Document, Entity, EntityType, Form, Kind, Reading, Status

# Of TEI's guidelines.
VERSION = "4.0.0"

_E: Any = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})

_MEANINGS: dict[type[Form] | type[Kind] | type[Status], dict[str, str]] = {
    Form: {
        "direct": "all in quotation marks",
        "mixed": "partly in quotation marks",
        "indirect": "reworded by the article",
    },
    Kind: {"speech": "said", "thought": "believed, wished or planned", "decree": "ruled, ordered or voted"},
    Status: {
        "asserted": "the article says that it was said",
        "negated": "the article says that it was not said",
        "future": "the article says that it will be said",
        "possible": "the article says that it may have been said",
        "asked": "the article tells of a question whether it was said",
    },
}


def tei_parts(readings: Iterable[Reading]) -> Iterator[bytes]:
    """The parts of one XML document in UTF-8, in order. A document that was not read is left out."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<teiCorpus xmlns="{NAMESPACE}" version="{VERSION}">\n'.encode()
    yield etree.tostring(_corpus_header()) + b"\n"
    read = (reading for reading in readings if reading.error is None)
    for number, reading in enumerate(read, start=1):
        yield etree.tostring(tei_of(reading, number), encoding="UTF-8") + b"\n"
    yield b"</teiCorpus>\n"


def tei_of(reading: Reading, number: int) -> etree._Element:
    """The `TEI` of one reading; `number` tells its xml:ids from those of other documents in the file."""
    doc = reading.document
    people = _speaking(reading)
    documents = [entity for entity in people if entity.type is EntityType.DOCUMENT]
    source = _E.sourceDesc(_bibl(doc))
    if documents:
        cited = [_E.bibl(_words(entity), {XML_ID: XmlIds(number).entity(entity.id)}) for entity in documents]
        source.append(_E.listBibl(*cited))
    reader = reading.reader
    made = f"Statements read by {reader.name} {reader.version}, model {reader.model}. "
    is_whole = xml_text(doc.text) == doc.text
    made += "The text is unaltered." if is_whole else "Each character that XML forbids is one U+FFFD."
    header = _E.teiHeader(
        _E.fileDesc(
            _E.titleStmt(_E.title(_plain(doc.title or doc.id))), _E.publicationStmt(_E.p(made)), source
        )
    )
    described = _described([entity for entity in people if entity not in documents], number)
    if len(described):
        header.append(_E.profileDesc(described))
    tei: etree._Element = _E.TEI(header, _E.text(text_body(reading, number)))
    return tei


def _corpus_header() -> etree._Element:
    """The header of the whole file, which says what the values of @ana mean."""
    taxonomies = []
    for kind, meanings in _MEANINGS.items():
        name = kind.__name__.lower()
        categories = [
            _E.category({XML_ID: f"{name}-{value}"}, _E.catDesc(meaning))
            for value, meaning in meanings.items()
        ]
        taxonomies.append(_E.taxonomy({XML_ID: name}, *categories))
    header: etree._Element = _E.teiHeader(
        _E.fileDesc(
            _E.titleStmt(_E.title("Statements in the news")),
            _E.publicationStmt(_E.p("Exported by onrecord.")),
            _E.sourceDesc(_E.p("The articles of this file, each with its own source.")),
        ),
        _E.encodingDesc(_E.classDecl(*taxonomies)),
    )
    return header


def _bibl(doc: Document) -> etree._Element:
    """Where the text is from."""
    bibl: etree._Element = _E.bibl()
    if doc.title:
        bibl.append(_E.title(_plain(doc.title)))
    if doc.byline:
        bibl.append(_E.author(_plain(doc.byline)))
    if doc.outlet:
        bibl.append(_E.publisher(_plain(doc.outlet)))
    if doc.published:
        day = day_of(doc.published)
        bibl.append(_E.date(_plain(doc.published), {"when": day} if day else {}))
    if address := address_of(doc):
        bibl.append(_E.ref(_plain(address), {"target": xml_text(address)}))
    bibl.append(_E.idno(doc.digest, {"type": "digest"}))
    return bibl


def _speaking(reading: Reading) -> list[Entity]:
    """Everyone whom a statement of the text is by or to, each once, groups as their members where known."""
    people = People(reading)
    found: dict[str, Entity] = {}
    for stmt in reading.statements:
        spoken_to = people.each([place.entity for place in stmt.addressee])
        found |= {entity.id: entity for entity in (*people.speakers(stmt), *spoken_to)}
    return list(found.values())


def _described(people: list[Entity], number: int) -> etree._Element:
    """The lists of people and of bodies; no list is empty."""
    persons, bodies = [], []
    for entity in people:
        attributes = {XML_ID: XmlIds(number).entity(entity.id)}
        if is_unnamed(entity):
            persons.append(_E.person(attributes | {"role": "unnamed"}, _E.p(_words(entity))))
        elif entity.type is EntityType.PERSON:
            persons.append(_E.person(attributes, _E.persName(_words(entity))))
        elif entity.type is EntityType.GROUP:
            persons.append(_E.personGrp(attributes, _E.persName(_words(entity))))
        else:
            bodies.append(_E.org(attributes | {"role": entity.type.value}, _E.orgName(_words(entity))))
    lists = ([_E.listPerson(*persons)] if persons else []) + ([_E.listOrg(*bodies)] if bodies else [])
    described: etree._Element = _E.particDesc(*lists)
    return described


def _words(entity: Entity) -> str:
    return _plain(entity.name)


def _plain(text: str) -> str:
    return xml_text(on_one_line(text))
