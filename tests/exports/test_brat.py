"""The files are what brat's description of its format says, and what a person did in them comes back."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given

from onrecord.exports.brat import CONFIGURATION, brat_annotations, parse_brat
from onrecord.exports.characters import whole
from onrecord.exports.edited import BadAnnotation, EditedStatement
from onrecord.model import Form, Kind, Reading, Span, Status
from tests.exports.made import everything, not_read, pieces, readings, written
from tests.stub import read_marked

PLAIN = "[Q “It rained,”] [S Lee] [C said]. [Q “A lot.”]"


@dataclass
class Standoff:
    """A .ann file, read by the description at https://brat.nlplab.org/standoff.html and nothing else."""

    bounds: dict[str, tuple[str, list[tuple[int, int]]]] = field(default_factory=dict)
    events: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    attributes: dict[tuple[str, str], str] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)


def standoff(text: str, ann: str) -> Standoff:
    """The annotations; an assertion fails where the text differs or a rule of the format is broken."""
    made = Standoff()
    assert not ann or ann.endswith("\n")
    for line in ann.splitlines():
        id, body, *rest = line.split("\t")
        kind = id[0]
        assert re.fullmatch(r"[TEA#][1-9]\d*", id)
        if kind == "T":
            role, places = body.split(" ", 1)
            spans = [(int(start), int(end)) for start, end in (one.split(" ") for one in places.split(";"))]
            assert rest == [" ".join(text[start:end] for start, end in spans)]
            assert not any(re.search(r"[\r\n]", text[start:end]) for start, end in spans)
            made.bounds[id] = (role, spans)
        elif kind == "E":
            made.events[id] = [
                (role, target) for role, target in (pair.split(":") for pair in body.split(" "))
            ]
            assert rest == []
        elif kind == "A":
            name, target, value = body.split(" ")
            made.attributes[target, name] = value
        else:
            name, target = body.split(" ")
            made.notes[target, name] = rest[0]
    for event in made.events.values():
        assert all(target in made.bounds or target in made.events for _, target in event)
        assert made.bounds[event[0][1]][0] == event[0][0]
    return made


def read_back(reading: Reading) -> Standoff:
    return standoff(reading.document.text, brat_annotations(reading))


def edited(reading: Reading, ann: str) -> tuple[EditedStatement, ...]:
    return parse_brat(reading.document.text, ann).statements


def test_a_statement_is_an_event() -> None:
    found = read_back(everything())
    roles = [role for role, _ in found.events["E3"]]
    assert roles == ["Statement", "Source", "Cue", "Within"]
    assert found.events["E3"][3] == ("Within", "E2")
    assert found.bounds[found.events["E1"][0][1]] == ("Statement", [(16, 30), (66, 74), (76, 87)])
    assert found.attributes["E4", "Status"] == "negated"
    assert found.notes["E2", "AnnotatorNotes"] == "Ann Lee"


def test_the_zip_has_texts_annotations_and_the_configuration() -> None:
    reading = everything()
    with zipfile.ZipFile(io.BytesIO(written("brat", reading, not_read(), reading))) as archive:
        names = [f"{name}{suffix}" for name in ("a", "a-2") for suffix in (".txt", ".ann", ".onrecord.json")]
        assert archive.namelist() == ["annotation.conf", *names]
        assert archive.read("a.txt").decode() == reading.document.text
        assert archive.read("a.ann").decode() == brat_annotations(reading)


def test_the_configuration_has_all_types_and_values() -> None:
    sections = re.findall(r"^\[(\w+)\]$", CONFIGURATION, re.MULTILINE)
    assert sections == ["entities", "relations", "events", "attributes"]
    for kind in (Form, Kind, Status):
        assert f"{kind.__name__}\tArg:Statement, Value:{'|'.join(kind)}\n" in CONFIGURATION


def test_a_span_over_a_line_break_is_in_fragments_and_whole_again_when_it_comes_back() -> None:
    reading = read_marked("[S Lee] [C said] [Q that it\nrained\tand\r\nsnowed].")
    (_, spans) = read_back(reading).bounds["T1"]
    assert [reading.document.text[slice(*span)] for span in spans] == ["that it", "rained", "and", "snowed"]
    (back,) = edited(reading, brat_annotations(reading))
    assert back.content == reading.statements[0].content


def test_what_nobody_changed_comes_back_as_it_was() -> None:
    reading = everything()
    back = {stmt.id: stmt for stmt in edited(reading, brat_annotations(reading))}
    for stmt in reading.statements:
        speaker = stmt.speaker.name if stmt.speaker else None
        assert back[stmt.id] == EditedStatement(
            id=stmt.id,
            source=stmt.source,
            cue=stmt.cue,
            content=stmt.content,
            speaker=speaker,
            form=stmt.form,
            kind=stmt.kind,
            status=stmt.status,
        )


def test_what_a_person_changed_and_added_comes_back() -> None:
    reading = read_marked(PLAIN)
    ann = (
        brat_annotations(reading).replace("Form E1 direct", "Form E1 mixed").replace("T3\tCue", "T3\tSource")
    )
    ann = ann.replace("Source:T2 Cue:T3", "Source:T2 Source2:T3")
    ann += "#9\tAnnotatorNotes E1\tAnn Lee \r\nT8\tStatement 1 3\tIt\r\nE5\tStatement:T8 \r\n"
    ann += "T9\tStatement 4 10\trained\nT10\tOther 0 1\t“\nE6\tOther:T10\n"
    ann += "R1\tOther Arg1:T9 Arg2:T10\n*\tX T1 T2\n"
    assert edited(reading, ann) == (
        EditedStatement(
            id=reading.statements[0].id,
            source=(Span(13, 16), Span(17, 21)),
            cue=(),
            content=reading.statements[0].content,
            speaker="Ann Lee",
            form=Form.MIXED,
            kind=Kind.SPEECH,
            status=Status.ASSERTED,
        ),
        EditedStatement(id=None, source=(), cue=(), content=(Span(1, 3),)),
        EditedStatement(id=None, source=(), cue=(), content=(Span(4, 10),)),
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T1", "line 1: 'T1' has too few parts"),
        ("T1\tCue", "line 1: 'T1\tCue' has too few parts"),
        ("T1\tCue a b\tIt", "line 1: 'a b' are no places; expected for example '0 5;9 12'"),
        ("T1\tCue 3 1\tIt", "line 1: 3 1 is outside the text, which ends at 10"),
        ("T1\tCue 0 99\tIt", "line 1: 0 99 is outside the text, which ends at 10"),
        ("T1\tCue 0 2\tHe", "line 1: the words 'He' are not those of the text at 0 2, 'It'."),
        ("\nE1\tStatement:T7", "E1: its trigger T7 is nowhere in the file"),
        ("T1\tStatement 0 2\tIt\nE1\tStatement:T1 Cue:T7", "E1: its Cue T7 is nowhere in the file"),
        (
            "T1\tStatement 0 2\tIt\nE1\tStatement:T1\nA1\tKind E1 song",
            "E1: 'song' is no kind; allowed: speech, thought, decree",
        ),
    ],
)
def test_what_can_not_be_understood_is_told_with_its_place(line: str, message: str) -> None:
    with pytest.raises(BadAnnotation, match=re.escape(message)):
        parse_brat("It rained.", line)


def test_a_name_on_two_lines_is_on_one() -> None:
    reading = everything()
    stmt = reading.statements[0]
    assert stmt.speaker is not None
    named = replace(stmt, speaker=replace(stmt.speaker, name="Ann\n\tLee"))
    assert read_back(replace(reading, statements=(named,))).notes["E1", "AnnotatorNotes"] == "Ann Lee"


@given(readings())
def test_each_span_is_its_words(reading: Reading) -> None:
    text = reading.document.text
    found = standoff(whole(text), whole(brat_annotations(reading)))
    breaks = set("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
    made = {}
    for event, arguments in found.events.items():
        id = found.notes[event, "Onrecord"]
        for role, target in arguments:
            places = found.bounds[target][1]
            made[id, role.lower()] = {at for place in places for at in range(*place)}
    for id, role, spans in pieces(reading):
        name = "statement" if role == "content" else role
        assert made.pop((id, name)) == {at for span in spans for at in range(*span) if text[at] not in breaks}
    assert made == {}


@given(readings())
def test_words_come_back_where_they_were(reading: Reading) -> None:
    text = whole(reading.document.text)
    back = {stmt.id: stmt for stmt in parse_brat(text, whole(brat_annotations(reading))).statements}
    for stmt in reading.statements:
        came = back[stmt.id]
        for spans, others in ((stmt.source, came.source), (stmt.cue, came.cue), (stmt.content, came.content)):
            kept = [
                {at for span in part for at in range(*span) if not text[at].isspace()}
                for part in (spans, others)
            ]
            assert kept[0] == kept[1]
