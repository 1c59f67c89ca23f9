"""Picks the words that tell when a statement was made.

In: a text, the sentence of a cue, and the spans of the statement and of others. Out: a `When`, or None. An
expression counts where nothing stands between it and the cue, or the source before it, but words that may
(`saying_words`), or where a parse hangs it on the cue. So times of other clauses, of what is told and of
nouns ("the law passed in May") are left alone; a time that is missed does less harm than a wrong one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.analysis.times.expressions import find_times, resolve
from onrecord.analysis.times.moments import TimeExpression, Unit
from onrecord.analysis.times.saying_words import (
    BOUNDING,
    BREAKS,
    COMMAS,
    CONTENT,
    JOINING,
    OTHER,
    QUOTES,
    SOURCE,
    accompanies,
    admits,
    bridges,
    carries_on,
    goes_between,
    has_saying,
    in_medium,
    issued,
    leads,
    opens,
    tokens,
)
from onrecord.analysis.times.told import told_before
from onrecord.model.span import Span, Spans, hull, merge, subtract, trim
from onrecord.model.statement import When

REACH = 300  # characters from cue, source or content in which the time is looked for: some 50 words
CLOSING = 8  # characters that hold the marks and spaces between two words
HANGING = 20  # words that a time which only a parse ties to the cue counts as away
INSIDE_SOURCE = 50  # words that "a 2015 report" as a source counts as farther away than any other time
ENDING = frozenset('.,;:)—–?!"”“')  # what may follow the last words of a clause
NO_VERB = ("according", "per", "as per")  # cues behind which a comma ends the clause


def when_said(
    text: str,
    sentence: Span,
    cue: Spans,
    source: Spans,
    content: Spans,
    others: Sequence[Span],
    published: str | None,
    *,
    past: bool,
    hangs: Callable[[Span], bool] = lambda span: False,
) -> When | None:
    """When the text says that a statement was made, or None where it doesn't or it isn't plain.

    `sentence` holds the cue; `others` are the contents and sources of other statements near it, in any
    order: all of them are looked at, so hand over only those. `published` and `past` are those of `resolve`.
    `hangs` tells whether words hang on the cue by a parse. Spans are code points.
    """
    if not cue:
        return None
    scene = _scene(text, sentence, cue, source, content, others)
    best: tuple[int, TimeExpression] | None = None
    for expression in scene.expressions():
        distance = scene.distance(expression)
        if distance is None and scene.is_free(expression.span) and hangs(expression.span):
            distance = HANGING
        if distance is not None and (best is None or distance < best[0]):
            best = distance, expression
    if best is None:
        return None
    told = told_before(text, best[1].span.start, published) if best[1].moment.anchored else None
    return _trimmed(resolve(best[1], published, past=past, told=told), (*cue, *source), text)


def _trimmed(when: When, taken: Sequence[Span], text: str) -> When:
    """A time without words that are the cue's or the source's, as long as some are left."""
    left = [trim(part, text) for part in subtract(when.span, taken)]
    longest = max(left, key=lambda span: span.end - span.start, default=when.span)
    return replace(when, span=longest) if longest.start < longest.end else when


def _scene(
    text: str, sentence: Span, cue: Spans, source: Spans, content: Spans, others: Sequence[Span]
) -> _Scene:
    """The statement in its sentence, or in the content of the innermost statement that holds it."""
    said = hull(cue)
    holding = [span for span in others if span.contains(said)]
    stretch = Span(
        max([sentence.start, *(span.start for span in holding)]),
        min([sentence.end, *(span.end for span in holding)]),
    )
    inside = [span for span in source if span.overlaps(stretch)]
    own = [span for span in content if span.overlaps(stretch)]
    windows = _windows([said, *([hull(inside)] if inside else []), *own[-1:]], stretch)
    near = [
        span
        for span in others
        if any(span.overlaps(window) for window in windows)
        and not span.contains(said)
        and not any(span.overlaps(part) for part in (*inside, *cue))
        and not any(part.contains(span) for part in own)
    ]
    return _Scene(text, stretch, windows, said, hull(inside) if inside else None, own, near)


def _windows(anchors: Sequence[Span], stretch: Span) -> list[Span]:
    """The parts of a stretch that are near the edges of some spans; the rest is never looked at."""
    edges = [Span(edge - REACH, edge + REACH) for anchor in anchors for edge in anchor]
    near = (Span(max(start, stretch.start), min(end, stretch.end)) for start, end in merge(edges))
    return [window for window in near if window.start < window.end]


@dataclass(frozen=True, slots=True)
class _Scene:
    """A statement in the stretch of text that may tell its time."""

    text: str
    stretch: Span
    windows: Sequence[Span]
    cue: Span
    source: Span | None
    content: Sequence[Span]
    others: Sequence[Span]

    def is_free(self, span: Span) -> bool:
        """Whether no content and no other statement has a time, and no word before it binds it."""
        if any(span.overlaps(part) for part in (*self.content, *self.others)):
            return False
        before = self._tokens(Span(self.stretch.start, span.start))[-1:]
        return not before or before[0].lower() not in BOUNDING

    def expressions(self) -> Iterator[TimeExpression]:
        """The times near the statement."""
        for window in self.windows:
            yield from find_times(self.text, window)

    def distance(self, expression: TimeExpression) -> int | None:
        """How many words lie between a time and the cue; None where it can't be the time of saying."""
        span = expression.span
        if any(span.overlaps(part) for part in (*self.content, *self.others)):
            return None
        if self.source and span.overlaps(self.source):
            return self._in_source(expression, self.source)
        before = self._tokens(Span(self.stretch.start, span.start))[-1:]
        if before and before[0].lower() in BOUNDING:
            return None
        if span.start >= self.cue.end:
            return self._behind(expression)
        if span.end > self.cue.start:
            return 0  # among the words of the cue
        if self.source is None or self.source.start >= self.cue.end:
            return self._in_front(expression, self.cue)
        if span.start >= self.source.end:
            return self._between(expression, self.source)
        return self._in_front(expression, self.source)

    def _tokens(self, gap: Span) -> list[str]:
        """The words and marks of a stretch, with one token for each span of the statement or of others."""
        near = Span(max(gap.start, gap.end - REACH), gap.end)
        marks = [
            *((span, CONTENT) for span in self.content),
            *((span, OTHER) for span in self.others),
            *([(self.source, SOURCE)] if self.source else []),
        ]
        return tokens(self.text, near, ((span, mark) for span, mark in marks if span.overlaps(near)))

    def _in_source(self, expression: TimeExpression, source: Span) -> int | None:
        """Of a source that is a paper or an event itself: "a 2015 report", "a statement issued on Friday"."""
        before = tokens(self.text, Span(source.start, max(source.start, expression.span.start)), ())
        if expression.medium:
            return INSIDE_SOURCE if not before or before[-1].endswith(("'s", "’s")) else None
        if issued(before):
            return INSIDE_SOURCE
        return INSIDE_SOURCE if in_medium(["in", *before]) else None

    def _behind(self, expression: TimeExpression) -> int | None:
        """ "Said on Tuesday", "said Lee on Tuesday", "told reporters in a statement on Tuesday"."""
        gap = Span(self.cue.end, expression.span.start)
        found = self._tokens(gap)
        if OTHER in found or (gap.end - gap.start > REACH and CONTENT not in found):
            return None
        near = _is_near(expression)
        if CONTENT in found:
            tail = [token for token in _after_last(found, CONTENT) if token not in QUOTES]
            fits = leads(tail[1:] if tail[:1] == [","] else tail, near=near)
        else:
            tail = _after_last(found, SOURCE)
            fits = admits(tail, near=near)
        if self._is_parted(expression, tail):
            verbless = self._cue_words().startswith(NO_VERB)
            fits = fits and not verbless and self._closes(expression)
        return _words(found) if fits else None

    def _is_parted(self, expression: TimeExpression, tail: Sequence[str]) -> bool:
        """Whether a comma stands before a time, if only inside quotation marks before it."""
        if tail:
            return tail[-1] in COMMAS
        before = self.text[max(0, expression.span.start - CLOSING) : expression.span.start]
        return before.rstrip().rstrip("\"'”’").endswith(",")

    def _closes(self, expression: TimeExpression) -> bool:
        """Whether a clause ends with a time; else what a comma parts from the cue opens another."""
        end = expression.span.end
        words = trim(Span(end, min(self.stretch.end, end + CLOSING)), self.text)
        if words.start == words.end or self.text[words.start] in ENDING:
            return True
        return any(part.start == words.start for part in self.content)

    def _between(self, expression: TimeExpression, source: Span) -> int | None:
        """ "Lee on Tuesday said", "Lee, in an interview on Tuesday, said"."""
        left = self._tokens(Span(source.end, expression.span.start))
        right = self._tokens(Span(expression.span.end, self.cue.start))
        if expression.span.start - source.end > REACH or CONTENT in left + right or OTHER in right:
            return None
        if not BREAKS.isdisjoint(left + right):
            return None
        fits = OTHER not in left and goes_between(left, right, near=_is_near(expression))
        return _words(right) if fits or accompanies(left, right, self._cue_words()) else None

    def _cue_words(self) -> str:
        return self.text[self.cue.start : self.cue.end].lower()

    def _in_front(self, expression: TimeExpression, goal: Span) -> int | None:
        """ "On Tuesday Lee said", "In a statement on Tuesday, Lee said"."""
        span = expression.span
        bridge = self._tokens(Span(span.end, goal.start))
        if any(part.start < span.start for part in self.content) or self._is_aside():
            return self._in_passive(span, bridge)  # else the time is of what is told
        lead = self._tokens(Span(self.stretch.start, span.start))
        if goal.start - span.end > REACH or _is_crossed(bridge):
            return None
        if goal is self.cue and self.source is not None and bridge:
            return None  # "In May, said Lee, it was late"
        rest = self._tokens(Span(goal.end, self.cue.start)) if goal.end < self.cue.start else []
        fits = opens(lead, near=_is_near(expression)) and _reaches(rest)
        if not fits or not bridges(bridge, lead, medium=expression.medium):
            return None
        return _words(bridge) + _words(rest)

    def _in_passive(self, span: Span, bridge: Sequence[str]) -> int | None:
        """ "The plan on Tuesday was described as a ruin": content, time and cue in a row."""
        row = self.source is None and not bridge and not self._cue_words().startswith(NO_VERB)
        before = [part.end for part in self.content if part.end <= span.start]
        return 0 if row and before and not self._tokens(Span(max(before), span.start)) else None

    def _is_aside(self) -> bool:
        """Whether source and cue stand inside reworded content: "On Tuesday, Lee said, it fell"."""
        following = [part.start for part in self.content if part.start >= self.cue.end]
        if not following or not self.text.startswith(",", self.cue.end):
            return False
        return self.text[min(following)] not in QUOTES


def _is_near(expression: TimeExpression) -> bool:
    """Whether a time is of the days around the publication, as times of saying mostly are in news."""
    moment = expression.moment
    return moment.unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND) or moment.frame is not None


def _is_crossed(found: Iterable[str]) -> bool:
    """Whether another content or a mark that ends a clause stands among tokens."""
    return any(token in (CONTENT, OTHER) or token in BREAKS for token in found)


def _reaches(found: Sequence[str]) -> bool:
    """Whether a time before the source is still that of the cue: no other saying may come between them.

    But one may in an aside ("Lee, who said …, said"), or where the two are joined ("Lee said … and added").
    """
    if CONTENT in found or any(token in BREAKS for token in found):
        return False
    if OTHER not in found and not has_saying(found):
        return True
    joined = _after_last(found, OTHER)
    aside = found[0] in COMMAS and found[-1] in COMMAS
    return aside or (OTHER in found and any(token in JOINING for token in joined) and carries_on(joined))


def _after_last(found: Sequence[str], mark: str) -> list[str]:
    first = len(found) - found[::-1].index(mark) if mark in found else 0
    return list(found[first:])


def _words(found: Iterable[str]) -> int:
    return sum(token[0].isalnum() for token in found)
