"""A paragraph for marking: each word of it an element of its own, which tells where it stands in the text.

In: a document, and the places of one statement. Out: paragraphs of safe markup. Steps are words, and marks of
punctuation by themselves; a place that begins or ends within a word parts it. Places are code points of the
document's text: a page never counts characters itself.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.errors import Cause, StopRun
from onrecord.model import Document, Span, Spans
from onrecord.model.paragraphs import paragraphs
from onrecord.model.span import hull

ROLES = ("content", "source", "cue")
# A word holds hyphens, points and apostrophes within itself, but not the 's of a possessive: "Lee's claim".
_WORD = re.compile(r"\w+(?:(?:[-‐‑./,:&@_]|['’](?!s\b))\w+)*|['’]s\b|\S")
_PLACES = re.compile(r"\s*\d+\s*[-–]\s*\d+\s*(?:;\s*\d+\s*[-–]\s*\d+\s*)*")
_BETWEEN = " … "  # parts the stretches of one place where it is told by its words


@dataclass(frozen=True, slots=True)
class Editable:
    """A paragraph for marking. `near` ones stand beside what the statement is in."""

    html: Markup
    start: int
    near: bool


def editable(document: Document, places: Mapping[str, Spans], within: Span | None = None) -> list[Editable]:
    """The paragraphs in which some places are, with one more before and after.

    `places` are spans by role (`ROLES`); where there are none, the paragraphs at `within` are given.
    """
    text = document.text
    wanted = [*([within] if within else []), *(span for spans in places.values() for span in spans)]
    every = paragraphs(document)
    if not wanted or not every:
        return []
    all_of_it = hull(wanted)
    mine = [span for span in every if span.overlaps(all_of_it)]
    first = every.index(mine[0]) if mine else max(0, bisect_right(every, all_of_it) - 1)
    last = every.index(mine[-1]) if mine else first
    # A headline or a caption may hold a statement and is in no paragraph.
    outside = [span for span in wanted if not any(span.overlaps(one) for one in every)]
    shown = sorted({*every[max(0, first - 1) : last + 2], *outside})
    return [
        Editable(_words(text, span, places), span.start, near=span not in mine and span not in outside)
        for span in shown
    ]


def steps(text: str, span: Span, cuts: Sequence[int] = ()) -> Iterator[Span]:
    """The words and marks of a stretch, in order, parted at `cuts` too; white space is in none."""
    begun: Span | None = None
    for found in _WORD.finditer(text, span.start, span.end):
        step = Span(*found.span())
        if begun is not None and begun.end == step.start and _joins(text, begun, step):
            begun = Span(begun.start, step.end)
            continue
        if begun is not None:
            yield from _parted(begun, cuts)
        begun = step
    if begun is not None:
        yield from _parted(begun, cuts)


def places_typed(typed: str, text: str, near: Span) -> Spans:
    """Places as somebody typed them: "12-40; 52-60", or the words themselves as they stand.

    Words are looked for in `near` first, stretches are parted by " … ". Raises `StopRun` where they are not
    there, or not just once.
    """
    typed = typed.strip()
    if not typed:
        return ()
    if _PLACES.fullmatch(typed):
        places = (re.split("[-–]", part) for part in typed.split(";"))
        return tuple(Span(int(start), int(end)) for start, end in places)
    whole = _found(typed, text, near)
    parts = [typed] if whole or _BETWEEN not in typed else typed.split(_BETWEEN)
    return tuple(_only(part.strip(), text, near) for part in parts)


def places_words(spans: Spans) -> str:
    """Places as they are typed."""
    return ";".join(f"{span.start}-{span.end}" for span in spans)


def _found(words: str, text: str, near: Span) -> list[Span]:
    """Where words stand near a place; in all of the text where they are not near it."""
    for where in (near, Span(0, len(text))):
        found = [
            Span(*match.span())
            for match in re.compile(re.escape(words)).finditer(text, where.start, where.end)
        ]
        if found:
            return found
    return []


def _only(words: str, text: str, near: Span) -> Span:
    found = _found(words, text, near)
    if len(found) == 1:
        return found[0]
    if not found:
        raise StopRun(
            Cause.INPUT, f"The text does not hold the words “{words}”. Copy them just as they stand."
        )
    raise StopRun(
        Cause.INPUT,
        f"The words “{words}” stand in the text {len(found)} times. Add words beside them, or give their "
        f"place, such as {places_words((found[0],))}.",
    )


def _words(text: str, span: Span, places: Mapping[str, Spans]) -> Markup:
    """A paragraph's words, each in an element, those of the statement with their roles."""
    cuts = sorted({at for spans in places.values() for one in spans for at in one})
    html: list[Markup] = []
    at = span.start
    for step in steps(text, span, cuts):
        if at < step.start:
            gap = Span(at, step.start)
            html.append(Markup('<span class="g{}">{}</span>').format(_roles(gap, places), gap.slice(text)))
        word = Markup('<span class="w{}" data-start="{}" data-end="{}">{}</span>')
        html.append(word.format(_roles(step, places), step.start, step.end, step.slice(text)))
        at = step.end
    return Markup("").join(html)


def _roles(span: Span, places: Mapping[str, Spans]) -> str:
    """The classes of a stretch: what it is to the statement."""
    return "".join(f" is-{role}" for role in ROLES if any(one.contains(span) for one in places.get(role, ())))


def _joins(text: str, before: Span, step: Span) -> bool:
    """Whether a mark belongs to what stands before it: an accent, or a part of one and the same sign."""
    first = text[step.start]
    if unicodedata.category(first)[0] == "M" or unicodedata.category(first) == "Cf":
        return True
    # Signs that are no punctuation, such as emoji, are made of several characters.
    signs = (unicodedata.category(text[before.end - 1]), unicodedata.category(first))
    return signs[0] in ("Cf", "So", "Sk", "Mn", "Me") and signs[1] in ("So", "Sk")


def _parted(step: Span, cuts: Sequence[int]) -> Iterator[Span]:
    """A step in pieces, where a place begins or ends within it."""
    at = step.start
    for cut in cuts[bisect_right(cuts, step.start) :]:
        if cut >= step.end:
            break
        yield Span(at, cut)
        at = cut
    yield Span(at, step.end)
