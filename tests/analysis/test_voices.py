"""Every stretch of the body is somebody's, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.analysis.quotation import find_quotations
from onrecord.analysis.voices import answers, divide, own_voice
from onrecord.model import Document, Form, Kind, OwnVoice, Region, RegionKind, Span, Status, Voice
from tests.stub import read_marked

FIRST_PERSON = "I know my rain and it knows me."


def voices(
    marked: str, *, regions: tuple[Region, ...] = ()
) -> list[tuple[str, tuple[int, ...], Form | None]]:
    """The words, statements (by number) and form of each stretch."""
    reading = read_marked(marked)
    doc = replace(reading.document, regions=regions)
    numbers = {stmt.id: i for i, stmt in enumerate(reading.statements, 1)}
    found = divide(doc, reading.statements, find_quotations(doc.text), OwnVoice.OUTLET)
    return [(v.span.slice(doc.text), tuple(numbers[one] for one in v.statements), v.form) for v in found]


@pytest.mark.parametrize(
    ("marked", "stretches"),
    [
        ("[S1 Lee] [C1 said] [Q1 it rained].", "-Lee said |1it rained|-."),
        ("[Q1 “Rain,”] [S1 she] [C1 said].", "1*“Rain,”|- she said."),
        ("[C1 Said]: [Q1 it “rained” so]", "-Said: |1it |1*“rained”|1 so"),
        ("[C1 Says] [Q1 Park [C2 claims] [Q2 rain] falls]", "-Says |1Park claims |2rain|1 falls"),
        ("the “so-called” rain", "-the “so-called” rain"),
    ],
)
def test_stretches(marked: str, stretches: str) -> None:
    found = [
        "".join([*(map(str, numbers or "-")), "*" * (form is Form.DIRECT), words])
        for words, numbers, form in voices(marked)
    ]
    assert "|".join(found) == stretches


def test_statements_that_share_a_stretch_are_all_listed() -> None:
    reading = read_marked("[C1 Says] [Q1 rain falls] and [C2 fears] [Q2 snow [C3 says] [Q3 Lee]]")
    one, two, three = reading.statements
    both = replace(one, content=(Span(5, len(reading.document.text)),))
    found = divide(reading.document, [both, two, three], [], OwnVoice.OUTLET)
    assert [set(v.statements) for v in found[1:]] == [{both.id}, {both.id, two.id}, {both.id, three.id}]


def test_regions_that_are_not_body_are_nobody_s() -> None:
    region = Region(Span(10, 22), RegionKind.CAPTION)
    found = voices("Lee [C1 said]\n\nA caption.\n\n[Q1 it rained]", regions=(region,))
    assert [(words, numbers) for words, numbers, _ in found] == [("Lee said\n\n", ()), ("it rained", (1,))]


def own(document: Document) -> OwnVoice | None:
    (voice,) = divide(document, [], [], own_voice(document, []))
    assert isinstance(voice, Voice)
    return voice.own


DOC = Document(id="a", text="It rained. I know.")


@pytest.mark.parametrize(
    ("changed", "voice"),
    [
        ({}, OwnVoice.OUTLET),
        ({"agency": "AP", "byline": "Lee"}, OwnVoice.AGENCY),
        ({"byline": "Lee"}, OwnVoice.OUTLET),
        ({"byline": "Lee", "text": FIRST_PERSON}, OwnVoice.AUTHOR),
        ({"text": FIRST_PERSON}, OwnVoice.OUTLET),  # unsigned
        ({"byline": "Lee", "title": "Opinion: It rains"}, OwnVoice.AUTHOR),
        ({"byline": "Lee", "title": "It rains | Opinion"}, OwnVoice.AUTHOR),
        ({"byline": "Lee", "title": "Governor declines to comment on rain"}, OwnVoice.OUTLET),
        ({"byline": "Lee", "title": "Court gives opinion: no rain"}, OwnVoice.OUTLET),
        ({"byline": "Lee", "address": "https://a.example/opinion/rain"}, OwnVoice.AUTHOR),
        ({"byline": "Lee", "address": "https://a.example/news/opinion-polls"}, OwnVoice.OUTLET),
    ],
)
def test_the_document_s_own_voice(changed: dict[str, str], voice: OwnVoice) -> None:
    assert own(replace(DOC, **changed)) is voice  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("form", "kind", "act", "status", "answered"),
    [
        (Form.INDIRECT, Kind.SPEECH, "statement", Status.ASSERTED, True),
        (Form.INDIRECT, Kind.SPEECH, "statement", Status.NEGATED, False),
        (Form.INDIRECT, Kind.SPEECH, "statement", Status.FUTURE, False),
        (Form.INDIRECT, Kind.THOUGHT, "belief", Status.ASSERTED, True),
        (Form.INDIRECT, Kind.THOUGHT, "wish", Status.ASSERTED, False),
        (Form.MIXED, Kind.THOUGHT, "wish", Status.ASSERTED, True),
        (Form.DIRECT, Kind.SPEECH, "statement", Status.POSSIBLE, True),
    ],
)
def test_who_answers_for_a_content(form: Form, kind: Kind, act: str, status: Status, answered: bool) -> None:
    (stmt,) = read_marked("[S Lee] [C said] [Q it rained].").statements
    assert answers(replace(stmt, form=form, kind=kind, act=act, status=status)) is answered


def test_hedges_belong_to_the_stretch_that_holds_them() -> None:
    reading = read_marked("It reportedly rained. [S Lee] [C said] [Q it allegedly rained].")
    hedges = [Span(3, 13), Span(34, 43)]
    found = divide(reading.document, reading.statements, [], OwnVoice.OUTLET, hedges)
    assert [v.hedges for v in found] == [(hedges[0],), (), ()]
