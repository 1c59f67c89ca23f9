"""How right a reading is: marked statements and found ones in, precision, recall and F1 out.

Statements of a text are paired one to one so that the shared part of their contents (intersection over
union of characters, IoU) sums up highest. A pair is right in three degrees:

    content50   the contents share at least half
    statement   the contents share at least 0.8, and the sources touch, or neither has one
    exact       contents and sources are the same but for white space, quotation marks and punctuation

The same degrees are counted for direct statements alone (all of the content in quotation marks), and
words of sources, cues and contents are counted whatever they are linked to. Counts add up over texts.
Needs scipy, which comes with `pip install "onrecord[evaluate]"`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, Self

from onrecord.errors import Cause, StopRun
from onrecord.model import Form, Span, Spans, Statement
from onrecord.model.quoted import quotations

DEGREES = ("content50", "statement", "exact")
ROLES = ("source", "cue", "content")
PARTS = (
    *DEGREES,
    *(f"{degree}_direct" for degree in DEGREES),
    *(f"tokens_{role}" for role in ROLES),
)

# Least IoU of the contents.
HALF = 0.5
NEARLY_ALL = 0.8

# Added to the IoU for a source, and for a cue, that touch: decides between pairs that are alike in
# content (nested or repeated), and is too small to decide anything else.
AGREEMENT = 1e-6

# Characters whose presence or absence at an edge says nothing about who said what.
_TRIVIA = frozenset(" \t\r\n\u00a0.,;:!?-–—()[]\"'“”‘’«»`…")

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


@dataclass(frozen=True, slots=True)
class Marked:
    """The places of one statement, marked by a person or found by a reader."""

    source: Spans
    cue: Spans
    content: Spans

    @classmethod
    def of(cls, stmt: Statement) -> Self:
        """The places of a statement."""
        return cls(stmt.source, stmt.cue, stmt.content)


def marked_in(row: Mapping[str, Any], *, top: bool = False) -> list[Marked]:
    """The statements of a line of JSON, under "statements" or "attributions"; with `top` none that is nested.

    Those without content are left out. Raises `ValueError` or `TypeError` where spans are no spans.
    """
    listed = row.get("statements", row.get("attributions")) or []
    return [
        Marked(*(tuple(Span(*map(int, span)) for span in stmt.get(role) or ()) for role in ROLES))
        for stmt in listed
        if stmt.get("content") and not (top and stmt.get("within") is not None)
    ]


@dataclass(frozen=True, slots=True)
class Count:
    """How many were marked, how many found, and how many of them agree."""

    hit: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.hit + other.hit, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right; 0 when nothing was."""
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of what was marked, the share that was found; 0 when nothing was marked."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts by part, and by form and part. Scores of several texts can be added.

    By form, a pair counts with the form that was marked, a found statement without a partner with its
    own: so the forms add up to the whole.
    """

    parts: Mapping[str, Count] = field(default_factory=dict)
    forms: Mapping[tuple[Form, str], Count] = field(default_factory=dict)

    def __add__(self, other: Scores) -> Scores:
        return Scores(summed(self.parts, other.parts), summed(self.forms, other.forms))

    def __getitem__(self, part: str) -> Count:
        """The count of one of `PARTS`."""
        return self.parts.get(part, Count())

    def of_form(self, form: Form, degree: str) -> Count:
        """The count of one of `DEGREES` among the statements of a form."""
        return self.forms.get((form, degree), Count())


def score(text: str, gold: Iterable[Marked], found: Iterable[Marked]) -> Scores:
    """Compare what was found in one text with what was marked in it."""
    quoted = _quoted(text)
    ours = [_Side(stmt, text, quoted) for stmt in gold]
    theirs = [_Side(stmt, text, quoted) for stmt in found]
    pairs = _pair(ours, theirs)
    parts = _word_counts(text, ours, theirs)
    forms: dict[tuple[Form, str], Count] = {}
    for degree in DEGREES:
        right = [(a, b) for a, b, iou in pairs if _IS_RIGHT[degree](a, b, iou)]
        parts[degree] = Count(len(right), len(ours), len(theirs))
        parts[f"{degree}_direct"] = _direct_count(right, ours, theirs)
        forms |= {(form, degree): _form_count(form, right, ours, theirs) for form in Form}
    return Scores(parts, forms)


def right_ones(text: str, gold: Iterable[Marked], found: Iterable[Marked], *, degree: str) -> list[bool]:
    """For each statement that was found in a text, whether it is right to a degree (one of `DEGREES`)."""
    quoted = _quoted(text)
    theirs = [_Side(stmt, text, quoted) for stmt in found]
    pairs = _pair([_Side(stmt, text, quoted) for stmt in gold], theirs)
    right = {id(b) for a, b, iou in pairs if _IS_RIGHT[degree](a, b, iou)}
    return [id(side) in right for side in theirs]


def need_scipy() -> None:
    """Raise `StopRun` with the line to run when scipy is not installed."""
    try:
        import scipy.optimize  # noqa: F401
    except ImportError:
        raise StopRun(
            Cause.SETTINGS, 'Scores need scipy, which is not installed. Run: pip install "onrecord[evaluate]"'
        ) from None


class _Side:
    """A statement made ready to be compared: its places as sets of characters."""

    def __init__(self, stmt: Marked, text: str, quoted: frozenset[int]) -> None:
        self.source, self.cue, self.content = map(_characters, (stmt.source, stmt.cue, stmt.content))
        self._text = text
        self._quoted = quoted

    @cached_property
    def core(self) -> tuple[frozenset[int], frozenset[int]]:
        """What must be the same in exact statements: content and source without trivia."""
        return self._without_trivia(self.content), self._without_trivia(self.source)

    @cached_property
    def form(self) -> Form:
        """How much of the content stands in quotation marks."""
        content = self.core[0]
        if content and content <= self._quoted:
            return Form.DIRECT
        return Form.MIXED if content & self._quoted else Form.INDIRECT

    def _without_trivia(self, places: frozenset[int]) -> frozenset[int]:
        # A place beyond the text is kept, so that it counts against whoever marked it.
        size = len(self._text)
        return frozenset(i for i in places if i >= size or self._text[i] not in _TRIVIA)


_Pair = tuple[_Side, _Side]


def _same_source(a: _Side, b: _Side) -> bool:
    return bool(a.source & b.source) or not (a.source or b.source)


_IS_RIGHT: Mapping[str, Callable[[_Side, _Side, float], bool]] = {
    "content50": lambda a, b, iou: iou >= HALF,
    "statement": lambda a, b, iou: iou >= NEARLY_ALL and _same_source(a, b),
    "exact": lambda a, b, iou: a.core == b.core,
}


def _pair(ours: Sequence[_Side], theirs: Sequence[_Side]) -> list[tuple[_Side, _Side, float]]:
    """Pairs whose contents share something, such that the IoU sums up highest."""
    if not ours or not theirs:
        return []
    need_scipy()
    from scipy.optimize import linear_sum_assignment

    worth = [[_worth(a, b) for b in theirs] for a in ours]
    rows, columns = linear_sum_assignment(worth, maximize=True)
    chosen = [(int(i), int(j)) for i, j in zip(rows, columns, strict=True)]
    return [(ours[i], theirs[j], worth[i][j]) for i, j in chosen if worth[i][j] > 0]


def _worth(a: _Side, b: _Side) -> float:
    shared = len(a.content & b.content)
    if not shared:
        return 0.0
    agreeing = bool(a.source & b.source) + bool(a.cue & b.cue)
    return shared / len(a.content | b.content) + AGREEMENT * agreeing


def _word_counts(text: str, ours: Sequence[_Side], theirs: Sequence[_Side]) -> dict[str, Count]:
    """For each role the words, told by their first character, on either side and on both."""
    words = {found.start() for found in _WORD.finditer(text)}
    counts = {}
    for role in ROLES:
        gold, found = (
            words.intersection(chain.from_iterable(getattr(stmt, role) for stmt in side))
            for side in (ours, theirs)
        )
        counts[f"tokens_{role}"] = Count(len(gold & found), len(gold), len(found))
    return counts


def _direct_count(right: Sequence[_Pair], ours: Sequence[_Side], theirs: Sequence[_Side]) -> Count:
    """Direct statements alone. A right pair counts on both sides when either side is direct."""
    both = [(a.form is Form.DIRECT, b.form is Form.DIRECT) for a, b in right]
    both = [sides for sides in both if any(sides)]
    gold = sum(side.form is Form.DIRECT for side in ours) + sum(not a for a, _ in both)
    found = sum(side.form is Form.DIRECT for side in theirs) + sum(not b for _, b in both)
    return Count(len(both), gold, found)


def _form_count(form: Form, right: Sequence[_Pair], ours: Sequence[_Side], theirs: Sequence[_Side]) -> Count:
    """Statements of one form: a right pair by the form marked, others by their own."""
    taken = {id(b) for _, b in right}
    hit = sum(a.form is form for a, _ in right)
    gold = sum(side.form is form for side in ours)
    return Count(hit, gold, hit + sum(b.form is form for b in theirs if id(b) not in taken))


def _quoted(text: str) -> frozenset[int]:
    """The characters that stand in quotation marks, the marks included."""
    return _characters(tuple(quotations(text)))


def _characters(spans: Spans) -> frozenset[int]:
    return frozenset(chain.from_iterable(range(*span) for span in spans))


def summed(one: Mapping[Any, Count], other: Mapping[Any, Count]) -> dict[Any, Count]:
    """The counts of both, key by key."""
    return {key: one.get(key, Count()) + other.get(key, Count()) for key in (*one, *other)}
