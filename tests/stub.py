"""A stand-in for the reader, and readings made by hand, for tests that need no trained weights.

`StubReader` takes each line "Name said: words" or "Name did not say: words" for a statement; its speaker is
who has a first name before that name elsewhere in the text. Some first words make it misbehave as a real
reader may: it runs in other processes too, so it can't be told by other means. `read_marked` makes a reading
of a marked text.
"""

from __future__ import annotations

import os
import re
import signal
import time
from dataclasses import replace
from itertools import pairwise

from onrecord.errors import Cause, Reason, SkipDocument, StopRun
from onrecord.model import (
    Document,
    Entity,
    EntityType,
    Form,
    Kind,
    OwnVoice,
    ReaderInfo,
    Reading,
    Span,
    Spans,
    Speaker,
    Statement,
    Status,
    Voice,
)
from onrecord.model.statement import statement_id, words_at
from onrecord.settings import Settings
from tests.factory import parse_marked
from tests.marked_people import People, labels_of

INFO = ReaderInfo("onrecord", "0.0", "stub", "sha256:" + "0" * 64)
_LINE = re.compile(r"^(\w+) (said|did not say): (.+)$", re.MULTILINE)
_NAME = re.compile(r"\b[A-Z]\w+ ([A-Z]\w+)")
_HEDGE = re.compile(r"\b(?:apparently|reportedly)\b")


class StubReader:
    """Reads as far as tests need it."""

    info = INFO

    def read(self, document: Document) -> Reading:
        first = document.text.split()[0]
        if first == "KILL":
            os.kill(os.getpid(), signal.SIGKILL)
        if first == "CRASH":
            raise ZeroDivisionError("by a comma")
        if first == "STOP":
            raise StopRun(Cause.WEIGHTS, "The weights are gone.")
        if first == "SLOW":
            time.sleep(0.5)
        if first == "ARABIC":
            raise SkipDocument(Reason.LANGUAGE)
        document = replace(document, language="en")
        entities = {entity.name.split()[-1]: entity for entity in _full_names(document)}
        found = [_statement_at(document, match, entities) for match in _LINE.finditer(document.text)]
        return replace(reading_of(document, found), entities=tuple(entities.values()))


def _statement_at(document: Document, found: re.Match[str], entities: dict[str, Entity]) -> Statement:
    source, cue, content = ((Span(*found.span(i)),) for i in (1, 2, 3))
    status = Status.ASSERTED if found[2] == "said" else Status.NEGATED
    stmt = statement(document, source=source, cue=cue, content=content, status=status)
    entity = entities.get(found[1])
    if entity is None:
        return stmt
    return replace(stmt, speaker=Speaker(entity.id, entity.name, entity.mentions[0], "same surname", 0.9))


def _full_names(document: Document) -> list[Entity]:
    """People with first name and surname, whose surname makes statements; the first of a surname counts."""
    named: dict[str, Entity] = {}
    surnames = {found[1] for found in _LINE.finditer(document.text)}
    for found in _NAME.finditer(document.text):
        if found[1] in surnames and found[1] not in named:
            id, place = f"e{len(named) + 1}", Span(*found.span())
            named[found[1]] = Entity(
                id=id, name=found[0], type=EntityType.PERSON, names=(found[0], found[1]), mentions=(place,)
            )
    return list(named.values())


def load_stub(settings: Settings | None = None) -> StubReader:
    """Stands in for `onrecord.loading.load`, in other processes too."""
    return StubReader()


def run_program() -> None:
    """The program `onrecord` as it is run from a shell, but with the stand-in."""
    from onrecord.cli import add, main, read

    read.load_reader = load_stub
    add.reader_info = lambda settings: INFO
    main.app()


def load_nothing() -> StubReader:
    raise StopRun(Cause.WEIGHTS, "The weights are missing.")


def die_at_once() -> StubReader:
    os._exit(3)


def statement(
    document: Document,
    *,
    source: Spans,
    cue: Spans,
    content: Spans,
    kind: Kind = Kind.SPEECH,
    status: Status = Status.ASSERTED,
) -> Statement:
    """A plain statement of a document at these spans."""
    words = words_at(document.text, source, cue, content)
    quoted = [part.startswith(("“", '"')) for part in words.content]
    form = Form.DIRECT if all(quoted) else Form.MIXED if any(quoted) else Form.INDIRECT
    return Statement(
        id=statement_id(document.digest, kind, source, cue, content),
        form=form,
        kind=kind,
        status=status,
        act="statement",
        stance="neutral",
        confidence=0.9,
        source=source,
        cue=cue,
        content=content,
        text=words,
    )


def reading_of(document: Document, statements: list[Statement]) -> Reading:
    """A reading with these statements, the innermost of which answer for their stretches."""
    own = OwnVoice.AGENCY if document.agency else OwnVoice.OUTLET
    edges = {edge for stmt in statements for span in stmt.content for edge in span}
    voices = []
    for body in document.body():
        inside = sorted({*body, *(edge for edge in edges if body.start < edge < body.end)})
        for start, end in pairwise(inside):
            voices.append(_voice(Span(start, end), statements, document.text, own))
    return Reading(document, INFO, tuple(statements), voices=tuple(voices))


def _voice(stretch: Span, statements: list[Statement], text: str, own: OwnVoice) -> Voice:
    holders = [stmt for stmt in statements if any(span.contains(stretch) for span in stmt.content)]
    if not holders:
        hedges = tuple(Span(*found.span()) for found in _HEDGE.finditer(text, *stretch))
        return Voice(stretch, (), None, own, hedges)
    outer = {stmt.within for stmt in holders}
    inner = [stmt for stmt in holders if stmt.id not in outer]
    form = Form.INDIRECT if inner[0].form is Form.INDIRECT else Form.DIRECT
    return Voice(stretch, tuple(stmt.id for stmt in inner), form, None)


def read_marked(marked: str, **known: str) -> Reading:
    """The reading of a marked text (see tests/factory.py); `known` are fields of its document."""
    gold = parse_marked(marked)
    stated = {key: value for key, value in gold.meta.items() if key in Document.__slots__} | known
    doc = replace(Document(id="a", path="a.txt", text=gold.text, language="en"), **stated)  # type: ignore[arg-type]
    made: dict[int, Statement] = {}
    for found in gold.statements:
        spans = [tuple(Span(*span) for span in role) for role in (found.source, found.cue, found.content)]
        made[found.number] = statement(
            doc,
            source=spans[0],
            cue=spans[1],
            content=spans[2],
            kind=Kind(found.kind),
            status=Status(found.status),
        )
    people = People(gold, doc)
    for found in gold.statements:
        made[found.number] = people.completed(found, made[found.number])
        if found.within is not None:
            made[found.number] = replace(made[found.number], within=made[found.within].id)
    labels = labels_of(gold, people, made.values())
    return replace(reading_of(doc, list(made.values())), entities=people.entities(), labels=labels)
