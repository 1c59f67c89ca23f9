"""Readings → texts and standoff annotations for brat, and the annotations of one text back.

A statement is an event: its trigger is the content, its arguments are source and cue, its attributes form,
kind and status; a note for the annotator names the speaker, and a note of the type `Onrecord` keeps the
statement's id. Places are code points, as in our own format. brat can't show a span with a line break in it,
so such a span is in several fragments, as are sources, cues and contents in several parts; fragments that
only one line break parts are one span again when they are read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord.exports.archive import Archive
from onrecord.exports.characters import on_one_line, whole
from onrecord.exports.edited import BadAnnotation, EditedDocument, EditedStatement, edited_statement
from onrecord.exports.exported import SUFFIX, exported_json
from onrecord.model import Form, Kind, Reading, Span, Spans, Statement, Status

_CHOICES: tuple[type[Form] | type[Kind] | type[Status], ...] = (Form, Kind, Status)

# What brat has to be told of the annotations.
CONFIGURATION = "\n".join(
    (
        "[entities]",
        "Source",
        "Cue",
        "[relations]",
        "[events]",
        "Statement\tSource*:Source, Cue*:Cue, Within?:Statement",
        "[attributes]",
        *(f"{kind.__name__}\tArg:Statement, Value:{'|'.join(kind)}" for kind in _CHOICES),
        "",
    )
)

# What ends a line for brat or for those who read its files, and the tab, which parts the fields of a line.
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_ONE_BREAK = re.compile(r"\t+|\t*(?:\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029])\t*")
_PLACE = re.compile(r"(\d+) (\d+)", re.ASCII)


def write_brat(readings: Iterable[Reading], output: BinaryIO) -> None:
    """Write a zip with brat's configuration, and for each document that was read a .txt and a .ann.

    Beside them is what was exported, by which `onrecord import` tells what people did.
    """
    with Archive(output) as archive:
        archive.add("annotation.conf", CONFIGURATION.encode())
        for reading in readings:
            if reading.error is None:
                name = archive.name(reading.document.id)
                archive.add(f"{name}.txt", whole(reading.document.text).encode())
                archive.add(f"{name}.ann", whole(brat_annotations(reading)).encode())
                archive.add(name + SUFFIX, exported_json(reading, whole))


def brat_annotations(reading: Reading) -> str:
    """The annotations of one text: the lines of its .ann file."""
    return "".join(f"{line}\n" for line in _lines(reading))


def _lines(reading: Reading) -> Iterator[str]:
    text = reading.document.text
    events = {stmt.id: f"E{number}" for number, stmt in enumerate(reading.statements, start=1)}
    bounds = attributes = notes = 0
    for stmt in reading.statements:
        event, arguments = events[stmt.id], []
        for role, spans in (("Statement", stmt.content), ("Source", stmt.source), ("Cue", stmt.cue)):
            if pieces := _fragments(spans, text):
                bounds += 1
                places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
                yield f"T{bounds}\t{role} {places}\t{' '.join(piece.slice(text) for piece in pieces)}"
                arguments.append(f"{role}:T{bounds}")
        if stmt.within in events:
            arguments.append(f"Within:{events[stmt.within]}")
        yield f"{event}\t{' '.join(arguments)}"
        for kind, value in zip(_CHOICES, (stmt.form, stmt.kind, stmt.status), strict=True):
            attributes += 1
            yield f"A{attributes}\t{kind.__name__} {event} {value}"
        for note, words in _notes(stmt):
            notes += 1
            yield f"#{notes}\t{note} {event}\t{words}"


def _notes(stmt: Statement) -> Iterator[tuple[str, str]]:
    if stmt.speaker:
        yield "AnnotatorNotes", on_one_line(stmt.speaker.name)
    yield "Onrecord", stmt.id


def _fragments(spans: Spans, text: str) -> list[Span]:
    """The spans without line breaks and tabs, in order."""
    pieces = []
    for span in spans:
        start = span.start
        for found in _BREAKS.finditer(text, span.start, span.end):
            pieces.append(Span(start, found.start()))
            start = found.end()
        pieces.append(Span(start, span.end))
    return [piece for piece in pieces if piece.start < piece.end]


def parse_brat(text: str, annotations: str) -> EditedDocument:
    """The statements of a .ann file, whose places are in the text of its .txt file.

    Annotations of other types are left alone. Raises `BadAnnotation` where a line can't be understood, or its
    words are not those of the text at its places.
    """
    return _Parser(text, annotations).document()


class _Parser:
    """The lines of a .ann file by what they are."""

    def __init__(self, text: str, annotations: str) -> None:
        self._text = text
        self._bounds: dict[str, tuple[str, list[Span]]] = {}
        self._events: dict[str, tuple[str, list[tuple[str, str]]]] = {}
        self._chosen: dict[str, dict[str, str]] = {}
        self._notes: dict[str, dict[str, str]] = {}
        for number, line in enumerate(annotations.split("\n"), start=1):
            if line.strip():
                self._take(line.rstrip("\r"), f"line {number}")

    def document(self) -> EditedDocument:
        """The statements in the order of the text; a trigger without an event is one too."""
        found = [self._statement(id, *event) for id, event in self._events.items() if self._is_ours(*event)]
        used = {trigger for trigger, _ in self._events.values()}
        alone = [id for id, (role, _) in self._bounds.items() if role == "Statement" and id not in used]
        found += [self._statement(id, id, []) for id in alone]
        return EditedDocument(
            text=self._text, statements=tuple(sorted(found, key=lambda stmt: (stmt.content, stmt.source)))
        )

    def _take(self, line: str, where: str) -> None:
        id, _, rest = line.partition("\t")
        head, _, words = rest.partition("\t")
        parts = head.split()
        if id[:1] not in ("T", "E", "A", "M", "#"):
            return
        if not parts or (id[0] != "E" and len(parts) < 2):
            raise BadAnnotation(f"{where}: '{line}' has too few parts for brat's format")
        if id[0] == "T":
            self._bounds[id] = (parts[0], self._spans(head.partition(" ")[2], words, where))
        elif id[0] == "E":
            pairs = [(role, target) for role, _, target in (part.partition(":") for part in parts)]
            self._events[id] = (pairs[0][1], pairs[1:])
        elif id[0] in "AM" and len(parts) > 2:
            self._chosen.setdefault(parts[1], {})[parts[0].lower()] = parts[2]
        elif id[0] == "#":
            self._notes.setdefault(parts[1], {})[parts[0]] = words

    def _spans(self, places: str, words: str, where: str) -> list[Span]:
        """The places of a line; fragments that one line break parts are one span."""
        spans: list[Span] = []
        for place in places.split(";"):
            found = _PLACE.fullmatch(place.strip())
            if found is None:
                raise BadAnnotation(f"{where}: '{places}' are no places; expected for example '0 5;9 12'")
            span = Span(int(found[1]), int(found[2]))
            if not 0 <= span.start < span.end <= len(self._text):
                raise BadAnnotation(f"{where}: {place} is outside the text, which ends at {len(self._text)}")
            spans.append(span)
        there = " ".join(span.slice(self._text) for span in spans)
        if whole(there).split() != words.split():
            raise BadAnnotation(
                f"{where}: the words '{words}' are not those of the text at {places}, '{there}'. "
                "Was the .txt file changed after the export?"
            )
        return self._joined(sorted(spans))

    def _joined(self, spans: list[Span]) -> list[Span]:
        joined = spans[:1]
        for span in spans[1:]:
            if _ONE_BREAK.fullmatch(self._text, joined[-1].end, span.start):
                joined[-1] = Span(joined[-1].start, span.end)
            else:
                joined.append(span)
        return joined

    def _is_ours(self, trigger: str, arguments: list[tuple[str, str]]) -> bool:
        return trigger not in self._bounds or self._bounds[trigger][0] == "Statement"

    def _statement(self, id: str, trigger: str, arguments: list[tuple[str, str]]) -> EditedStatement:
        if trigger not in self._bounds:
            raise BadAnnotation(f"{id}: its trigger {trigger} is nowhere in the file")
        words: dict[str, list[Span]] = {"Source": [], "Cue": []}
        for role, target in arguments:
            # A second argument of a role is numbered: "Source2".
            plain = role.rstrip("0123456789")
            if plain in words:
                if target not in self._bounds:
                    raise BadAnnotation(f"{id}: its {role} {target} is nowhere in the file")
                words[plain] += self._bounds[target][1]
        notes = self._notes.get(id, {})
        return edited_statement(
            id,
            id=notes.get("Onrecord"),
            source=words["Source"],
            cue=words["Cue"],
            content=self._bounds[trigger][1],
            speaker=notes.get("AnnotatorNotes"),
            chosen=self._chosen.get(id, {}),
        )
