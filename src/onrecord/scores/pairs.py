"""Which found statement is which marked one, and which found place is which marked place.

In: rows of JSON, with spans as `[start, end]` in code points, end exclusive. Out: pairs, one to one, the
best first. Unlike `parts`, whose pairs sum up highest and need scipy, these are for judging what is said of
a statement, so a pair must plainly be the same statement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

Row = Mapping[str, Any]
Spans = Sequence[Sequence[int]]

# Least IoU (intersection over union of characters) of what counts as the same stretch.
HALF = 0.5


def pair_statements(gold: Sequence[Row], found: Sequence[Row]) -> dict[int, int]:
    """For each marked statement that was found, its index and that of the found one.

    Two are the same when their contents share half (IoU), or their cues touch and their contents do. Where
    one could be several, the IoU of contents and that of cues decide together.
    """
    ours, theirs = ([_places(stmt) for stmt in side] for side in (gold, found))
    return _greedy(ours, theirs, _likeness)


def pair_places(gold: Sequence[Spans], found: Sequence[Spans], *, least: float = 0.0) -> dict[int, int]:
    """For each marked place that was found, its index and that of the found one.

    Two are the same when they touch and their IoU is at least `least`.
    """
    ours, theirs = ([characters(spans) for spans in side] for side in (gold, found))
    return _greedy(ours, theirs, lambda a, b: share if (share := iou(a, b)) >= least else 0.0)


def characters(spans: Spans) -> frozenset[int]:
    """The offsets of all characters at some spans."""
    return frozenset(chain.from_iterable(range(int(start), int(end)) for start, end in spans))


def iou(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the characters of both that is in each; 0 where there are none."""
    return len(one & other) / len(one | other) if one and other else 0.0


_Places = tuple[frozenset[int], frozenset[int]]
_Side = TypeVar("_Side")


def _places(stmt: Row) -> _Places:
    return characters(stmt.get("content") or ()), characters(stmt.get("cue") or ())


def _likeness(one: _Places, other: _Places) -> float:
    content, cue = iou(one[0], other[0]), iou(one[1], other[1])
    return content + cue if content >= HALF or (cue and content) else 0.0


def _greedy(
    ours: Sequence[_Side], theirs: Sequence[_Side], worth: Callable[[_Side, _Side], float]
) -> dict[int, int]:
    """Pairs by index, the one of most worth first; none of them is worth nothing."""
    every = ((worth(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted((one for one in every if one[0]), key=_best_first):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _best_first(candidate: tuple[float, int, int]) -> tuple[float, int, int]:
    worth, i, j = candidate
    return -worth, i, j
