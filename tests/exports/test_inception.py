"""cassis reads the files, whose places count UTF-16 units, and what a person did in them comes back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import cassis  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from lxml import etree

from onrecord.exports.characters import xml_text
from onrecord.exports.edited import BadAnnotation, EditedStatement
from onrecord.exports.inception import PART, STATEMENT, cas_xmi, parse_inception, type_system
from onrecord.model import Reading, Span
from tests.exports.made import everything, not_read, pieces, readings, written
from tests.stub import read_marked

PLAIN = "😀 [Q “It rained,”] [S Lee] [C said]. [Q “A lot.”]"


def loaded(xmi: bytes) -> Any:
    types = cassis.load_typesystem(io.BytesIO(type_system()))
    return cassis.load_cas_from_xmi(io.BytesIO(xmi), typesystem=types)


def expected(reading: Reading) -> set[EditedStatement]:
    return {
        EditedStatement(
            id=stmt.id,
            source=stmt.source,
            cue=stmt.cue,
            content=stmt.content,
            speaker=stmt.speaker.name if stmt.speaker else None,
            form=stmt.form,
            kind=stmt.kind,
            status=stmt.status,
        )
        for stmt in reading.statements
    }


def test_cassis_finds_the_words() -> None:
    cas = loaded(cas_xmi(everything()))
    first = cas.select(STATEMENT)[0]
    assert first.get_covered_text() == "“It 🌧 rained,”"
    assert (first.speaker, first.form, first.kind, first.status) == (
        "Ann Lee",
        "direct",
        "speech",
        "asserted",
    )
    parts = [(link.role, link.target.get_covered_text()) for link in first.parts.elements]
    assert parts == [
        ("source", "Ann Lee"),
        ("cue", "told"),
        ("content", "“A lot.”"),
        ("content", "“And more.”"),
    ]


def test_places_in_the_file_are_utf_16_units() -> None:
    reading = read_marked(PLAIN)
    root = etree.fromstring(cas_xmi(reading))
    units = reading.document.text.encode("utf-16-le")
    words = {
        units[2 * int(element.get("begin", "")) : 2 * int(element.get("end", ""))].decode("utf-16-le")
        for element in root
        if element.get("begin")
    }
    assert words == {"“It rained,”", "Lee", "said", "“A lot.”"}


def test_the_zip_has_a_file_for_each_document_and_the_type_system() -> None:
    with zipfile.ZipFile(io.BytesIO(written("inception", everything(), not_read()))) as archive:
        assert archive.namelist() == ["TypeSystem.xml", "a.xmi", "a.onrecord.json"]
        assert archive.read("a.xmi") == cas_xmi(everything())


def test_what_nobody_changed_comes_back_as_it_was() -> None:
    reading = everything()
    for types in (None, type_system()):
        back = parse_inception(cas_xmi(reading), types)
        assert back.text == reading.document.text
        assert set(back.statements) == expected(reading)


def test_what_a_person_changed_and_added_comes_back() -> None:
    reading = read_marked(PLAIN)
    cas = loaded(cas_xmi(reading))
    types = cas.typesystem
    types.create_type(name="webanno.custom.Other", supertypeName="uima.tcas.Annotation")
    (stmt,) = cas.select(STATEMENT)
    stmt.speaker, stmt.kind = "Ann Lee", "thought"
    stmt.parts.elements = stmt.parts.elements[:1]
    cas.add(types.get_type(STATEMENT)(begin=3, end=5))
    cas.add(types.get_type("webanno.custom.Other")(begin=0, end=1))
    back = parse_inception(cas.to_xmi().encode(), types.to_xml().encode())
    text = reading.document.text
    changed, added = sorted(back.statements, key=lambda stmt: stmt.id is None)
    assert (changed.speaker, changed.kind, changed.cue) == ("Ann Lee", "thought", ())
    assert [span.slice(text) for span in (*changed.source, *changed.content)] == ["Lee", "“It rained,”"]
    assert added == EditedStatement(id=None, source=(), cue=(), content=(Span(3, 5),))


def test_other_layers_than_ours_are_left_alone_without_their_types() -> None:
    cas = loaded(cas_xmi(everything()))
    cas.typesystem.create_type(name="webanno.custom.Other", supertypeName="uima.tcas.Annotation")
    cas.add(cas.typesystem.get_type("webanno.custom.Other")(begin=0, end=1))
    assert set(parse_inception(cas.to_xmi().encode()).statements) == expected(everything())


@pytest.mark.parametrize(
    ("xmi", "message"),
    [
        (b"", "no well-formed XML"),
        (b"<a/>", "can't be read as UIMA CAS XMI"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"), "document type"),
    ],
)
def test_what_is_no_cas_is_refused(xmi: bytes, message: str) -> None:
    with pytest.raises(BadAnnotation, match=message):
        parse_inception(xmi)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (b'role="cue"', b'role="verb"', "a part has the role 'verb'; allowed: source, cue, content"),
        (b'kind="speech"', b'kind="song"', "'song' is no kind; allowed: speech, thought, decree"),
        (b'end="15"', b'end="999"', "can't be read as UIMA CAS XMI"),
        (b'end="15"', b'end="2"', "is outside the text"),
    ],
)
def test_what_can_not_be_understood_is_told(before: bytes, after: bytes, message: str) -> None:
    xmi = cas_xmi(read_marked(PLAIN))
    assert before in xmi
    with pytest.raises(BadAnnotation, match=message):
        parse_inception(xmi.replace(before, after))


def test_a_hostile_name_is_only_a_name() -> None:
    reading = everything()
    stmt = reading.statements[0]
    assert stmt.speaker is not None
    named = replace(stmt, speaker=replace(stmt.speaker, name='"/><x a="\x00\ud83d'))
    (back,) = parse_inception(cas_xmi(replace(reading, statements=(named,)))).statements
    assert back.speaker == '"/><x a="\ufffd\ufffd'


@given(readings())
def test_each_span_is_its_words_and_comes_back(reading: Reading) -> None:
    xmi = cas_xmi(reading)
    cas = loaded(xmi)
    text = xml_text(reading.document.text)
    assert cas.sofa_string == text
    covered = sorted(one.get_covered_text() for type in (STATEMENT, PART) for one in cas.select(type))
    assert covered == sorted(span.slice(text) for _, _, spans in pieces(reading) for span in spans)
    assert set(parse_inception(xmi).statements) == expected(reading)
