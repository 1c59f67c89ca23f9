"""Readings → UIMA CAS XMI for INCEpTION, and the annotations of one document back.

A statement is an annotation of the layer `Statement` on the first span of its content. It has its id, its
speaker's name, form, kind and status, and links to annotations of the layer `StatementPart` in the roles
source, cue and content (further spans). Places in the file count UTF-16 units, as UIMA's do; cassis converts
them. Characters that XML forbids are one U+FFFD each. Needs the extra `inception`.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from io import BytesIO
from typing import Any, BinaryIO

from lxml import etree

from onrecord.exports.archive import Archive
from onrecord.exports.characters import on_one_line, xml_text
from onrecord.exports.edited import BadAnnotation, EditedDocument, EditedStatement, edited_statement
from onrecord.exports.exported import SUFFIX, exported_json
from onrecord.exports.extras import MissingExtra
from onrecord.model import Reading, Span, Statement

# INCEpTION knows layers that people made by this prefix.
STATEMENT = "webanno.custom.Statement"
PART = "webanno.custom.StatementPart"
LINK = "webanno.custom.StatementPartsLink"

_STRINGS = ("onrecord", "speaker", "form", "kind", "status")


def _cassis() -> Any:
    try:
        import cassis  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtra("inception") from error
    return cassis


def _types() -> Any:
    """The type system with our layers."""
    types = _cassis().TypeSystem()
    statement = types.create_type(name=STATEMENT, supertypeName="uima.tcas.Annotation")
    part = types.create_type(name=PART, supertypeName="uima.tcas.Annotation")
    link = types.create_type(name=LINK, supertypeName="uima.cas.TOP")
    for name in _STRINGS:
        types.create_feature(statement, name, "uima.cas.String")
    types.create_feature(link, "role", "uima.cas.String")
    types.create_feature(link, "target", part)
    types.create_feature(
        statement, "parts", "uima.cas.FSArray", elementType=link, multipleReferencesAllowed=False
    )
    return types


def type_system() -> bytes:
    """The type system as XML, which INCEpTION has to be given once. Raises `MissingExtra` without cassis."""
    return _types().to_xml().encode()  # type: ignore[no-any-return]


def write_inception(readings: Iterable[Reading], output: BinaryIO) -> None:
    """Write a zip with the type system, and for each document that was read an .xmi.

    Beside it is what was exported, by which `onrecord import` tells what people did.
    """
    types = _types()
    with Archive(output) as archive:
        archive.add("TypeSystem.xml", type_system())
        for reading in readings:
            if reading.error is None:
                name = archive.name(reading.document.id)
                archive.add(f"{name}.xmi", _xmi(reading, types))
                archive.add(name + SUFFIX, exported_json(reading, xml_text))


def cas_xmi(reading: Reading) -> bytes:
    """One reading as XMI. Raises `MissingExtra` without cassis."""
    return _xmi(reading, _types())


def _xmi(reading: Reading, types: Any) -> bytes:
    cas = _cassis().Cas(typesystem=types, sofa_string=xml_text(reading.document.text), sofa_mime="text/plain")
    for stmt in reading.statements:
        _add(cas, types, stmt)
    return cas.to_xmi().encode()  # type: ignore[no-any-return]


def _add(cas: Any, types: Any, stmt: Statement) -> None:
    part, link = types.get_type(PART), types.get_type(LINK)
    first, *further = stmt.content
    links = []
    for role, spans in (("source", stmt.source), ("cue", stmt.cue), ("content", further)):
        for span in spans:
            target = part(begin=span.start, end=span.end)
            cas.add(target)
            links.append(link(role=role, target=target))
    array = types.get_type("uima.cas.FSArray")(elements=links)
    statement = types.get_type(STATEMENT)(
        begin=first.start,
        end=first.end,
        onrecord=stmt.id,
        speaker=xml_text(on_one_line(stmt.speaker.name)) if stmt.speaker else None,
        form=stmt.form.value,
        kind=stmt.kind.value,
        status=stmt.status.value,
        parts=array,
    )
    cas.add(statement)


def parse_inception(xmi: bytes, types: bytes | None = None) -> EditedDocument:
    """The statements of an XMI file as INCEpTION exports it; `types` is the type system that came with it.

    Annotations of other layers are left alone. Raises `BadAnnotation` where the file can't be understood, and
    `MissingExtra` without cassis.
    """
    cassis = _cassis()
    for data in (xmi, types):
        if data is not None:
            _refuse_entities(data)
    try:
        known = cassis.load_typesystem(BytesIO(types)) if types is not None else _types()
        with warnings.catch_warnings():
            # Types of other layers may be unknown. Of a place that is outside the text or within a character
            # cassis only warns, and leaves it as it is.
            warnings.simplefilter("ignore", UserWarning)
            warnings.filterwarnings("error", "Not mapping", UserWarning)
            cas = cassis.load_cas_from_xmi(BytesIO(xmi), typesystem=known, lenient=True)
        found = list(cas.select(STATEMENT)) if known.contains_type(STATEMENT) else []
    # cassis raises whatever it stumbles over.
    except Exception as error:
        raise BadAnnotation(f"It can't be read as UIMA CAS XMI: {error}") from error
    text = cas.sofa_string
    if not isinstance(text, str):
        raise BadAnnotation("It can't be read as UIMA CAS XMI: it has no text")
    edited = [_edited(statement, text) for statement in found]
    return EditedDocument(
        text=text, statements=tuple(sorted(edited, key=lambda stmt: (stmt.content, stmt.source)))
    )


def _refuse_entities(data: bytes) -> None:
    """No XMI has a document type; a hostile one might, to make a small file large or to read others."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.parse(BytesIO(data), parser)
    except etree.XMLSyntaxError as error:
        raise BadAnnotation(f"It is no well-formed XML: {error}") from error
    if tree.docinfo.internalDTD is not None:
        raise BadAnnotation("It has a document type (<!DOCTYPE …>), which no XMI needs. Export it again.")


def _edited(statement: Any, text: str) -> EditedStatement:
    where = f"the statement at {statement.begin}-{statement.end}"
    words: dict[str, list[Span]] = {"source": [], "cue": [], "content": [_span(statement, text, where)]}
    parts = getattr(statement, "parts", None)
    for link in (parts.elements or []) if parts is not None else []:
        if link.target is None or link.role not in words:
            raise BadAnnotation(f"{where}: a part has the role '{link.role}'; allowed: {', '.join(words)}")
        words[link.role].append(_span(link.target, text, where))
    values = {name: getattr(statement, name, None) for name in _STRINGS}
    return edited_statement(
        where,
        id=values.pop("onrecord"),
        speaker=values.pop("speaker"),
        chosen={name: value for name, value in values.items() if value},
        **words,
    )


def _span(annotation: Any, text: str, where: str) -> Span:
    span = Span(int(annotation.begin), int(annotation.end))
    if not 0 <= span.start < span.end <= len(text):
        raise BadAnnotation(f"{where}: {tuple(span)} is outside the text, which ends at {len(text)}")
    return span
