"""Gold readings from marked text, for tests and for the samples.

A marked text shows who said what inside the text itself::

    [S1 Lee] [C1 told] [A1 reporters] [T1 on Monday] [Q1 that the [L1 “regime”] had fallen].

``S`` is a source, ``C`` a cue, ``Q`` content, ``A`` an addressee, ``T`` the words that say when it was said;
the number says which statement the words belong to and may be left out where a text has only one. A tag
that is repeated adds a further span. Source, addressee and time may be shared (``[S1,2 Lee]``). A mark may
stand inside content (``[Q1 that [S2 Park] [C2 claims] [Q2 it rains]]``): statement 2 is then within
statement 1. ``L`` is a label, numbered by itself, and may stand anywhere. A bracket or a backslash that
belongs to the text is written with a backslash before it.

Before the text there may be lines ``key: value``, after it lines ``3: status=negated speaker="Lee"`` for
what is not the default of a statement, and a line ``L1: user=outlet target=none`` for each label (see
`tests.marked_lines`); each of the two blocks is parted from the text by a line ``---``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tests.marked_lines import CHOICES, NAMES, USERS, Lines, check_name, read_lines
from tests.marked_lines import MarkError as MarkError

Span = tuple[int, int]
"""Code points of the plain text, start inclusive, end exclusive."""

_RULE: Final = "---"
_TAG: Final = re.compile(r"\[([SCQATL])([0-9]+(?:,[0-9]+)*)? ")
_META: Final = re.compile(r"([a-z_]+): (.*)")


@dataclass(frozen=True)
class GoldStatement:
    """One statement as the marks show it; spans are in the order of the text.

    `speaker` and `addressee_name` are the best names that the text has, None where they were not told; the
    names of a group are parted by " + ". `when` is as it was written: "2021-03-16", "2021-03", "2021", "a/b",
    or "?" for words that no date can be given for.
    """

    number: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str = CHOICES["kind"][0]
    status: str = CHOICES["status"][0]
    within: int | None = None
    addressee: tuple[Span, ...] = ()
    time: tuple[Span, ...] = ()
    speaker: str | None = None
    anonymous: bool = False
    addressee_name: str | None = None
    when: str | None = None
    act: str = CHOICES["act"][0]
    stance: str = CHOICES["stance"][0]


@dataclass(frozen=True)
class GoldLabel:
    """Words that take a stand on someone.

    `user` is one of `USERS` or a name, `target` is the name of whom they are put on, None for nobody named.
    """

    number: int
    span: Span
    user: str
    target: str | None


@dataclass(frozen=True)
class Marked:
    """A plain text with the statements and labels that were marked in it."""

    meta: dict[str, str]
    text: str
    statements: list[GoldStatement]
    labels: list[GoldLabel] = field(default_factory=list)

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
    """Return the plain text of a marked text, with its statements and labels by number.

    Raises MarkError where brackets do not pair, a mark is misplaced, a statement lacks content, a label lacks
    its line, or a line after the text names a statement, a label, a value or a person that does not exist.
    """
    meta, body, trailer = _split(marked)
    text, marks = _scan(body)
    for mark in marks:
        _check(mark, text)
    of_statements, of_labels = read_lines(trailer)
    labels = [mark for mark in marks if mark.role == "L"]
    marks = [mark for mark in marks if mark.role != "L"]
    numbers = sorted({number for mark in marks for number in mark.numbers})
    # An author who says "I" may have a name in the byline only.
    printed = "\n".join((text, meta.get("byline", "")))
    _check_lines("statement", of_statements, numbers, printed)
    _check_lines("label", of_labels, sorted(mark.numbers[0] for mark in labels), printed)
    return Marked(
        meta=meta,
        text=text,
        statements=[_statement(number, marks, of_statements.get(number, {})) for number in numbers],
        labels=_labels(labels, of_labels),
    )


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


def _check_lines(noun: str, lines: Lines, numbers: list[int], printed: str) -> None:
    """Refuse a line about what is not marked, and a name that is nowhere printed."""
    for number, values in lines.items():
        if number not in numbers:
            known = ", ".join(map(str, numbers)) or "none"
            raise MarkError(f"unknown {noun} {number} in the lines after the text; marked are: {known}")
        for key, value in values.items():
            if key in NAMES and value not in USERS:
                check_name(value, printed, f"{key} of {noun} {number}")


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
    if len(mark.numbers) > 1 and mark.role not in "SAT":
        raise MarkError(f"{name} is shared; only a source, an addressee or a time may belong to several")
    if mark.role == "L":
        return
    for outer in _outer(mark):
        if outer.role != "Q":
            raise MarkError(f"{name} stands in '{outer.tag}'; marks may nest in content only, but for labels")
        if set(outer.numbers) & set(mark.numbers):
            raise MarkError(f"{name} stands in content of the same statement; split the content around it")


def _outer(mark: _Mark) -> Iterator[_Mark]:
    """Yield the marks around one, from the innermost."""
    while mark.parent is not None:
        mark = mark.parent
        yield mark


def _statement(number: int, marks: list[_Mark], values: dict[str, str]) -> GoldStatement:
    own = [mark for mark in marks if number in mark.numbers]
    spans = {role: tuple((mark.start, mark.end) for mark in own if mark.role == role) for role in "SCQAT"}
    if not spans["Q"]:
        raise MarkError(f"statement {number} has no content; mark it with [Q{number} …]")
    holders = {mark.parent.numbers[0] if mark.parent else None for mark in own}
    if len(holders) > 1:
        raise MarkError(f"statement {number} stands partly within another; mark all of it inside or outside")
    for key, role in (("addressee", "A"), ("when", "T")):
        if key in values and not spans[role]:
            raise MarkError(f"statement {number} has {key}= but no mark [{role}{number} …] in the text")
    return GoldStatement(
        number=number,
        source=spans["S"],
        cue=spans["C"],
        content=spans["Q"],
        within=holders.pop(),
        addressee=spans["A"],
        time=spans["T"],
        speaker=values.get("speaker"),
        anonymous=values.get("anonymous") == "yes",
        addressee_name=values.get("addressee"),
        when=values.get("when"),
        **{key: values[key] for key in ("kind", "status", "act", "stance") if key in values},
    )


def _labels(marks: list[_Mark], lines: Lines) -> list[GoldLabel]:
    """Labels by number; each has one place and a line of its own."""
    labels: dict[int, GoldLabel] = {}
    for mark in marks:
        number = mark.numbers[0]
        if number in labels:
            raise MarkError(f"label {number} is marked twice; give each place a number of its own")
        if number not in lines:
            raise MarkError(
                f"label {number} has no line after the text; "
                f"write for example 'L{number}: user=outlet target=none'"
            )
        values = lines[number]
        labels[number] = GoldLabel(number, (mark.start, mark.end), values["user"], values.get("target"))
    return [labels[number] for number in sorted(labels)]
