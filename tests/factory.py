"""Gold readings from marked text, for tests and for the samples.

A marked text shows who said what inside the text itself::

    [S1 Lee] [C1 said] on Monday [Q1 that it rained].

``S`` is a source, ``C`` a cue, ``Q`` content; the number says which statement the words belong to and
may be left out where a text has only one. A tag that is repeated adds a further span. A source may be
shared (``[S1,2 Lee]``). A mark may stand inside content (``[Q1 that [S2 Park] [C2 claims] [Q2 it rains]]``):
statement 2 is then within statement 1. A bracket or a backslash that belongs to the text is written
with a backslash before it.

Before the text there may be lines ``key: value``, after it lines ``3: kind=thought status=negated`` for
the statements that are not plain speech; each of the two blocks is parted from the text by a line ``---``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

Span = tuple[int, int]
"""Code points of the plain text, start inclusive, end exclusive."""

VALUES: Final = {
    "kind": ("speech", "thought", "decree"),
    "status": ("asserted", "negated", "future", "possible", "asked"),
}
"""What may be written after the text; the first value of each is the default."""

_RULE: Final = "---"
_TAG: Final = re.compile(r"\[([SCQ])([0-9]+(?:,[0-9]+)*)? ")
_META: Final = re.compile(r"([a-z_]+): (.*)")
_ATTRIBUTES: Final = re.compile(r"([0-9]+):((?: +[a-z]+=[a-z]+)+)")


class MarkError(ValueError):
    """A marked text breaks the rules of marking; the message says where and how to mend it."""


@dataclass(frozen=True)
class GoldStatement:
    """One statement as the marks show it; spans are in the order of the text."""

    number: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str = "speech"
    status: str = "asserted"
    within: int | None = None


@dataclass(frozen=True)
class Marked:
    """A plain text with the statements that were marked in it."""

    meta: dict[str, str]
    text: str
    statements: list[GoldStatement]

    def slices(self, spans: tuple[Span, ...]) -> list[str]:
        """Return the words at each span."""
        return [self.text[start:end] for start, end in spans]


@dataclass
class _Mark:
    """One bracket while the text is being read; ``end`` is known when it closes."""

    role: str
    numbers: tuple[int, ...]
    start: int
    parent: "_Mark | None"
    end: int = -1
    tag: str = field(default="", repr=False)


def parse_marked(marked: str) -> Marked:
    """Return the plain text of a marked text, with its statements by number.

    Raises MarkError where brackets do not pair, a mark is misplaced, a statement lacks content, or a line
    after the text names a statement or a value that does not exist.
    """
    meta, body, trailer = _split(marked)
    text, marks = _scan(body)
    for mark in marks:
        _check(mark, text)
    attributes = _attributes(trailer)
    numbers = sorted({number for mark in marks for number in mark.numbers})
    for number in attributes:
        if number not in numbers:
            known = ", ".join(map(str, numbers)) or "none"
            raise MarkError(f"unknown statement {number} in the lines after the text; marked are: {known}")
    statements = [_statement(number, marks, attributes.get(number, {})) for number in numbers]
    return Marked(meta=meta, text=text, statements=statements)


def _split(marked: str) -> tuple[dict[str, str], str, list[str]]:
    """Part header, body and trailer; a text without rules is all body, kept as it is."""
    lines = marked.split("\n")
    meta: dict[str, str] = {}
    if _RULE in lines:
        head = [_META.fullmatch(line) for line in lines[: lines.index(_RULE)]]
        if head and all(head):
            meta = {match[1]: match[2].strip() for match in head if match}
            lines = lines[lines.index(_RULE) + 1 :]
    rules = [index for index, line in enumerate(lines) if line == _RULE]
    if len(rules) > 1:
        raise MarkError(f"{len(rules)} lines '---' after the header; one parts the text from its attributes")
    trailer = lines[rules[0] + 1 :] if rules else []
    body = "\n".join(lines[: rules[0]] if rules else lines)
    return meta, body.strip("\n") if meta or rules else body, trailer


def _attributes(trailer: list[str]) -> dict[int, dict[str, str]]:
    """Read lines such as ``3: kind=thought status=negated``."""
    found: dict[int, dict[str, str]] = {}
    for line in filter(str.strip, trailer):
        match = _ATTRIBUTES.fullmatch(line.rstrip())
        if match is None:
            raise MarkError(f"cannot read {line!r} after the text; write for example '3: kind=thought'")
        if int(match[1]) in found:
            raise MarkError(f"statement {match[1]} has two lines after the text; put its attributes on one")
        found[int(match[1])] = dict(_pair(pair) for pair in match[2].split())
    return found


def _pair(pair: str) -> tuple[str, str]:
    key, value = pair.split("=")
    if key not in VALUES:
        raise MarkError(f"unknown attribute {key!r}; there are: {', '.join(VALUES)}")
    if value not in VALUES[key]:
        raise MarkError(f"unknown {key} {value!r}; there are: {', '.join(VALUES[key])}")
    return key, value


def _scan(body: str) -> tuple[str, list[_Mark]]:
    """Take the marks out of the body, character by character."""
    text: list[str] = []
    marks: list[_Mark] = []
    current: _Mark | None = None
    position = 0
    while position < len(body):
        character = body[position]
        if character == "\\" and body[position + 1 : position + 2] in ("[", "]", "\\"):
            text.append(body[position + 1])
            position += 2
        elif character == "[":
            current = _open(body, position, start=len(text), parent=current)
            marks.append(current)
            position += len(current.tag)
        elif character == "]":
            if current is None:
                raise MarkError(f"a bracket closes no mark {_where(body, position)}; a literal one is '\\]'")
            current.end, current = len(text), current.parent
            position += 1
        else:
            text.append(character)
            position += 1
    if current is not None:
        raise MarkError(f"the mark '{current.tag}' is never closed: '{''.join(text)[current.start :][:30]}…'")
    return "".join(text), marks


def _open(body: str, position: int, *, start: int, parent: _Mark | None) -> _Mark:
    match = _TAG.match(body, position)
    if match is None:
        raise MarkError(f"a bracket opens no mark {_where(body, position)}; a literal one is '\\['")
    numbers = tuple(int(number) for number in (match[2] or "1").split(","))
    return _Mark(role=match[1], numbers=numbers, start=start, parent=parent, tag=match[0])


def _where(body: str, position: int) -> str:
    line = body.count("\n", 0, position) + 1
    return f"in line {line} of the text, before '{body[position : position + 30]}'"


def _check(mark: _Mark, text: str) -> None:
    """Refuse a mark that says something no statement can mean."""
    words = text[mark.start : mark.end]
    name = f"the mark '{mark.tag}{words[:30]}'"
    if not words or words != words.strip():
        raise MarkError(f"{name} is empty or has white space at its edge; move it outside the brackets")
    if "\n\n" in words:
        raise MarkError(f"{name} runs over a paragraph's end; repeat the tag in the next paragraph")
    if len(mark.numbers) > 1 and mark.role != "S":
        raise MarkError(f"{name} is shared; only a source may belong to several statements")
    for outer in _outer(mark):
        if outer.role != "Q":
            raise MarkError(f"{name} stands in '{outer.tag}'; marks may nest in content only")
        if set(outer.numbers) & set(mark.numbers):
            raise MarkError(f"{name} stands in content of the same statement; split the content around it")


def _outer(mark: _Mark) -> Iterator[_Mark]:
    """Yield the marks around one, from the innermost."""
    while mark.parent is not None:
        mark = mark.parent
        yield mark


def _statement(number: int, marks: list[_Mark], attributes: dict[str, str]) -> GoldStatement:
    own = [mark for mark in marks if number in mark.numbers]
    spans = {role: tuple((mark.start, mark.end) for mark in own if mark.role == role) for role in "SCQ"}
    if not spans["Q"]:
        raise MarkError(f"statement {number} has no content; mark it with [Q{number} …]")
    holders = {mark.parent.numbers[0] if mark.parent else None for mark in own}
    if len(holders) > 1:
        raise MarkError(f"statement {number} stands partly within another; mark all of it inside or outside")
    return GoldStatement(
        number=number,
        source=spans["S"],
        cue=spans["C"],
        content=spans["Q"],
        kind=attributes.get("kind", "speech"),
        status=attributes.get("status", "asserted"),
        within=holders.pop(),
    )
