"""The text of a reading as a TEI `body`, its statements marked in it.

Paragraphs are `p`; what is something else than running text is an `ab` with its kind. Content that was said,
according to the text, is `said` with @who, @toWhom, @direct and @aloud; content that was not said, not yet or
perhaps is a `seg` of the type `statement`, so that nobody who counts `said` counts it. Sources and cues are
`seg` too. A mark that crosses another or a paragraph's end, or has several spans, is several elements linked
by @next and @prev. The characters between the tags are the text's, blank lines included.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from onrecord.exports.characters import xml_text
from onrecord.exports.naming import People
from onrecord.model import Form, Kind, Reading, Region, Span, Spans, Statement, Status
from onrecord.model.span import holder, subtract

NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

# White space that XML knows, with an empty line in it.
_BLANK_LINE = re.compile(r"[ \t\r\n]*\n[ \t\r]*\n[ \t\r\n]*|\A[ \t\r\n]+|[ \t\r\n]+\Z")
_NOT_IN_ID = re.compile(r"[^\w.-]", re.ASCII)

# The innermost last, where two marks have the same place.
_ROLES = ("content", "source", "cue")


@dataclass(frozen=True, slots=True)
class XmlIds:
    """The xml:ids of a document's statements and entities; `number` is the document's in its file."""

    number: int

    def entity(self, id: str) -> str:
        """The xml:id of an entity."""
        return f"d{self.number}-{_NOT_IN_ID.sub('_', id)}"

    def mark(self, stmt: Statement, role: str, part: int = 0) -> str:
        """The xml:id of a part of a statement's source, cue or content, counted from 0."""
        words = "" if role == "content" else f"-{role}"
        return f"d{self.number}-s{stmt.id}{words}" + (f".{part + 1}" if part else "")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A span that is to be an element."""

    span: Span
    order: int
    stmt: Statement
    role: str


def text_body(reading: Reading, number: int) -> etree._Element:
    """The `body` of a reading's document."""
    return _Body(reading, number).built()


def paragraphs(text: str) -> list[Span]:
    """The stretches of a text that blank lines part; an empty one if there are no words."""
    gaps = [Span(*found.span()) for found in _BLANK_LINE.finditer(text)]
    return subtract(Span(0, len(text)), gaps) or [Span(len(text), len(text))]


class _Body:
    """A body that is being built."""

    def __init__(self, reading: Reading, number: int) -> None:
        self._text = xml_text(reading.document.text)
        self._regions = sorted(reading.document.regions, key=lambda region: region.span)
        self._statements = reading.statements
        self._people = People(reading)
        self._ids = XmlIds(number)
        self._parts = defaultdict[tuple[int, str], list[etree._Element]](list)

    def built(self) -> etree._Element:
        body = etree.Element(f"{{{NAMESPACE}}}body")
        stretches = paragraphs(self._text)
        marked = self._marks(stretches)
        end = 0
        for index, stretch in enumerate(stretches):
            _add(body, self._text[end : stretch.start])
            self._paragraph(body, stretch, marked[index])
            end = stretch.end
        _add(body, self._text[end:])
        self._link()
        return body

    def _marks(self, stretches: Spans | list[Span]) -> dict[int, list[_Mark]]:
        """What is to be marked in each paragraph, from the outermost."""
        found = defaultdict[int, list[_Mark]](list)
        for number, stmt in enumerate(self._statements):
            for rank, (role, spans) in enumerate(
                zip(_ROLES, (stmt.content, stmt.source, stmt.cue), strict=True)
            ):
                for span in spans:
                    for index, inside in _pieces(span, stretches):
                        found[index].append(_Mark(inside, rank * len(self._statements) + number, stmt, role))
        for marks in found.values():
            marks.sort(key=lambda mark: (mark.span.start, -mark.span.end, mark.order))
        return found

    def _paragraph(self, body: etree._Element, stretch: Span, marks: list[_Mark]) -> None:
        region = _region(self._regions, stretch)
        block = _child(body, "ab" if region else "p", {"type": region.kind.value} if region else {})
        edges = sorted({*stretch, *(edge for mark in marks for edge in mark.span)})
        open_marks: list[_Mark] = []
        waiting = list(reversed(marks))
        elements = [block]
        for start, end in pairwise(edges):
            kept = [mark for mark in open_marks if mark.span.end > start]
            same = next((i for i, mark in enumerate(open_marks) if mark.span.end <= start), len(open_marks))
            del elements[same + 1 :]
            while waiting and waiting[-1].span.start == start:
                kept.append(waiting.pop())
            for mark in kept[same:]:
                elements.append(self._element(elements[-1], mark))
            _add(elements[-1], self._text[start:end])
            open_marks = kept

    def _element(self, parent: etree._Element, mark: _Mark) -> etree._Element:
        """A new element for a mark, or for what is left of it after the end of one that it crosses."""
        parts = self._parts[mark.order, mark.role]
        id = self._ids.mark(mark.stmt, mark.role, len(parts))
        element = _child(parent, *self._described(mark.stmt, mark.role, id, is_first=not parts))
        parts.append(element)
        return element

    def _described(
        self, stmt: Statement, role: str, id: str, *, is_first: bool
    ) -> tuple[str, dict[str, str]]:
        """Name and attributes of an element."""
        if role != "content":
            return "seg", {XML_ID: id, "type": role, "corresp": "#" + self._ids.mark(stmt, "content")}
        words = {"form": stmt.form, "kind": stmt.kind, "status": stmt.status}
        found = {XML_ID: id, "ana": " ".join(f"#{name}-{value.value}" for name, value in words.items())}
        who = " ".join("#" + self._ids.entity(entity.id) for entity in self._people.speakers(stmt))
        to = self._people.each([place.entity for place in stmt.addressee])
        to_whom = " ".join("#" + self._ids.entity(entity.id) for entity in to)
        if stmt.status is not Status.ASSERTED:
            return "seg", found | {"type": "statement"} | ({"corresp": who} if who else {})
        found |= {"who": who} if who else {}
        found |= {"toWhom": to_whom} if to_whom else {}
        is_direct, is_aloud = stmt.form is Form.DIRECT, stmt.kind is not Kind.THOUGHT
        return "said", found | {"direct": _truth(is_direct), "aloud": _truth(is_aloud)}

    def _link(self) -> None:
        """Tell each part of what is in several parts which one comes next."""
        for parts in self._parts.values():
            for one, other in pairwise(parts):
                one.set("next", "#" + str(other.get(XML_ID)))
                other.set("prev", "#" + str(one.get(XML_ID)))


def _pieces(span: Span, stretches: Spans | list[Span]) -> Iterator[tuple[int, Span]]:
    """The parts of a span in each paragraph, by the paragraph's number."""
    for index, stretch in enumerate(stretches):
        if span.overlaps(stretch):
            yield index, Span(max(span.start, stretch.start), min(span.end, stretch.end))


def _region(regions: list[Region], stretch: Span) -> Region | None:
    """The region that holds a whole paragraph."""
    index = holder([region.span for region in regions], stretch)
    return None if index is None else regions[index]


def _child(parent: etree._Element, name: str, attributes: dict[str, str]) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)


def _add(element: etree._Element, text: str) -> None:
    """Put characters at the end of an element."""
    if not len(element):
        element.text = (element.text or "") + text
    else:
        element[-1].tail = (element[-1].tail or "") + text


def _truth(value: bool) -> str:
    return "true" if value else "false"
