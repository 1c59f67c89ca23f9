"""Statements in the making: what the stages of analysis hand to each other."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from onrecord.model.span import Span, Spans, holder, merge, overlapping
from onrecord.neural.decode import Found, Run

RULE_CONFIDENCE = 0.9  # of turns and block quotations, whose layout says whose they are


@dataclass(slots=True, eq=False)
class Draft:
    """A statement whose spans may still change; code points, end exclusive."""

    source: Spans
    cue: Spans
    content: list[Span] = field(default_factory=list)
    confidence: float = RULE_CONFIDENCE

    @property
    def spans(self) -> list[Span]:
        """All spans of the draft."""
        return [*self.source, *self.cue, *self.content]

    @property
    def end(self) -> int:
        """Where the last of its spans ends."""
        return max(span.end for span in self.spans)


class Board:
    """The drafts of one text with their places, so that each stage's work grows with the text only.

    `paragraphs` are those of the text's body, in order; `length` is the text's.
    """

    def __init__(self, drafts: Iterable[Draft], paragraphs: Sequence[Span], length: int) -> None:
        self.paragraphs = paragraphs
        self._drafts: dict[int, Draft] = {}  # by number, in the order in which they came
        self._numbers: dict[Draft, int] = {}
        self._came = 0  # drafts so far
        self._uses = np.zeros(length, dtype=np.int32)  # of each character, by spans of drafts
        self._ends: list[tuple[int, int]] = []  # (end, -number) of the drafts with content, in order
        self._end_of: dict[int, int] = {}
        for draft in drafts:
            self.add(draft)

    @property
    def drafts(self) -> list[Draft]:
        """The drafts in the order in which they came."""
        return list(self._drafts.values())

    def __contains__(self, draft: Draft) -> bool:
        return draft in self._numbers

    def add(self, draft: Draft) -> None:
        """Puts a new draft on the board."""
        number, self._came = self._came, self._came + 1
        self._drafts[number], self._numbers[draft] = draft, number
        self._count(draft.spans, 1)
        if draft.content:
            self._set_end(number, draft.end)

    def extend(self, draft: Draft, span: Span) -> None:
        """Adds a stretch to the content of a draft."""
        if draft.content and draft.content[-1].end < span.start:
            # Said apart since it is what happens most: the work must not grow with the content.
            draft.content.append(span)
            self._count([span], 1)
            number = self._numbers[draft]
            self._set_end(number, max(self._end_of[number], span.end))
        else:
            self.replace_content(draft, [*draft.content, span])

    def replace_content(self, draft: Draft, content: Iterable[Span]) -> None:
        """Gives a draft other content."""
        self._count(draft.content, -1)
        draft.content = merge(content)
        self._count(draft.content, 1)
        self._set_end(self._numbers[draft], draft.end)

    def remove_inside(self, span: Span) -> None:
        """Takes away the drafts that stand wholly inside `span`."""
        first, last = (bisect_left(self._ends, (place, 1)) for place in span)
        for _, minus in self._ends[first:last]:
            draft = self._drafts[-minus]
            if all(span.contains(part) for part in draft.spans):
                self._count(draft.spans, -1)
                self._set_end(-minus, None)
                del self._drafts[-minus], self._numbers[draft]

    def is_free(self, span: Span) -> bool:
        """Whether no draft uses any character of `span`."""
        return not self._uses[span.start : span.end].any()

    def paragraph(self, span: Span) -> int | None:
        """The index of the paragraph that holds `span`."""
        return holder(self.paragraphs, span)

    def last_in(self, paragraph: int, before: int) -> Draft | None:
        """The draft that ends last in a paragraph, at or before a place in it; of several the first."""
        i = bisect_left(self._ends, (before, 1)) - 1
        if i < 0 or self._ends[i][0] <= self.paragraphs[paragraph].start:
            return None
        return self._drafts[-self._ends[i][1]]

    def end_of(self, draft: Draft) -> int:
        """Where the last span of a draft with content ends; unlike its own `end` found without a search."""
        return self._end_of[self._numbers[draft]]

    def _count(self, spans: Iterable[Span], by: int) -> None:
        for span in spans:
            self._uses[span.start : span.end] += by

    def _set_end(self, number: int, end: int | None) -> None:
        before = self._end_of.pop(number, None)
        if before is not None:
            del self._ends[bisect_left(self._ends, (before, -number))]
        if end is not None:
            insort(self._ends, (end, -number))
            self._end_of[number] = end


def drafts_from(found: Sequence[Found], words: Sequence[Span], holes: Sequence[Span]) -> list[Draft]:
    """What the network found, in code points.

    `holes` are stretches that are not body, in order; they are in no part of a draft.
    """

    def places(run: Run | None) -> Spans:
        if run is None:
            return ()
        place = Span(words[run.start].start, words[run.end - 1].end)
        if not overlapping(holes, place):
            return (place,)
        return _without(words[run.start : run.end], holes)

    return [
        Draft(
            places(statement.source),
            places(statement.cue),
            merge(part for run in statement.contents for part in places(run)),
            statement.confidence,
        )
        for statement in found
    ]


def _without(words: Sequence[Span], holes: Sequence[Span]) -> Spans:
    """Neighbouring words as spans that are cut where holes stand between the words."""
    cuts = [
        i
        for i, (a, b) in enumerate(pairwise(words), 1)
        if a.end < b.start and overlapping(holes, Span(a.end, b.start))
    ]
    return tuple(Span(words[a].start, words[b - 1].end) for a, b in pairwise([0, *cuts, len(words)]))
