"""What each line of a text is: headline, byline, caption, boilerplate, other story, or simply text.

Goes in: a text, and what is already known of it. Comes out: the regions, sorted and apart from each
other, with the title, byline and agency that they show. The text itself is never changed.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.ingest import bylines
from onrecord.ingest.boilerplate import (
    LONGEST_LINE,
    are_mail_headers,
    heads_related_in_text,
    is_boilerplate,
)
from onrecord.ingest.captions import is_caption
from onrecord.ingest.pulled import letters, pull_quotes
from onrecord.ingest.run_in import RunIn, place_before, run_in
from onrecord.model import Region, RegionKind, Span

LONGEST_TITLE = 250  # characters
MOST_TITLE_SENTENCES = 2
# Lines with words at head and foot among which bylines and credits are looked for.
EDGE_LINES = 6
# Lines at the foot of a text among which a list of other stories is looked for: as many as lists have.
RELATED_LINES = 24
LONGEST_STORY = 120  # characters of a headline in such a list
# Code points of a line that was broken by hand because it was full.
FULL_LINE = range(45, 101)

_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = re.compile(r"[.!?][”’\")]*\s+(?=[“‘\"(]?[A-Z])")
_FULL_STOP = re.compile(r"[^\W_A-Z.][”’\")]*\.[”’\")]*$")


class Line(NamedTuple):
    """A line with words: where they stand, and the words."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What the lines of a text show."""

    title: str | None
    byline: str | None
    agency: str | None
    regions: tuple[Region, ...]


def mark(text: str, *, title: str | None = None, known: Sequence[Region] = ()) -> Marks:
    """Find headline, byline, agency, and what is not the article, in a text.

    `title` is the headline when it is known from elsewhere. `known` regions stay; none is put over them.
    """
    head: list[Line] = []
    foot: deque[Line] = deque(maxlen=RELATED_LINES)
    noise: list[Region] = []
    before: Line | None = None
    for line in lines(text):
        foot.append(line)
        kind = _beside(line.words)
        if before and are_mail_headers(before.words, line.words):
            kind = RegionKind.BOILERPLATE
            noise += [Region(before.span, kind)] if not noise or noise[-1].span != before.span else []
        if kind is not None:
            noise.append(Region(line.span, kind))
        elif before and noise and noise[-1].span.end == before.span.end and _goes_on(text, before, line):
            noise[-1] = Region(Span(noise[-1].span.start, line.span.end), noise[-1].kind)
        elif len(head) < EDGE_LINES:
            head.append(line)
        before = line
    head = [line for line in head if not any(line.span == region.span for region in noise)]
    headline = _headline(text, head, title)
    credits, byline, agency = _credits(head, list(foot)[-EDGE_LINES:], headline)
    titles = [Region(headline.span, RegionKind.TITLE)] if headline else []
    related = _related(list(foot), [*credits, *noise], after=head[1].span.end) if len(head) > 1 else []
    pulled = [Region(span, RegionKind.PULL_QUOTE) for span in pull_quotes(text)]
    joined = _run_in(head, list(foot), headline, title)
    found = [*known, *titles, *credits, *related, *noise, *pulled, *joined.regions]
    if not headline:
        headline = next(
            (Line(r.span, r.span.slice(text)) for r in joined.regions if r.kind is RegionKind.TITLE), None
        )
    shown = title or (headline.words.lstrip("# ") if headline else None)  # "#" as in Markdown
    return Marks(shown, byline, agency or joined.agency, apart(found, len(text)))


def _run_in(head: Sequence[Line], foot: Sequence[Line], headline: Line | None, title: str | None) -> RunIn:
    """What was run into the first line of the article, at its places in the text."""
    article = [line for line in head if line != headline and bylines.names_in_byline(line.words) is None]
    if not article:
        return RunIn((), None)
    start = article[0].span.start
    regions, agency = run_in(article[0].words, title) if headline is None else RunIn((), None)
    place = place_before(line.words for line in (*article, *(line for line in foot if line not in head)))
    places = [Region(Span(0, place), RegionKind.BYLINE)] if place else []
    moved = (Region(Span(r.span.start + start, r.span.end + start), r.kind) for r in (*regions, *places))
    return RunIn(tuple(moved), agency)


def _beside(line: str) -> RegionKind | None:
    """What a line beside the article is; None for a line of the article."""
    if is_caption(line):
        return RegionKind.CAPTION
    return RegionKind.BOILERPLATE if is_boilerplate(line) else None


def _goes_on(text: str, before: Line, line: Line) -> bool:
    """Whether a line that is known was broken by hand, and this one is the rest of it."""
    return (
        len(before.words) in FULL_LINE
        and len(line.words) <= LONGEST_LINE - len(before.words)
        and line.words.lstrip("“‘\"'(")[:1].islower()
        and _breaks(text[before.span.end : line.span.start]) == 1
    )


def _related(foot: Sequence[Line], known: Sequence[Region], *, after: int) -> list[Region]:
    """A heading such as "Related stories" with the headlines that follow it, up to the text's end.

    Credits and lines such as "Share this article" may stand between these; a paragraph may not. It begins
    `after` the first lines of the article (code points).
    """
    beside = [region.span for region in known if region.span.end > foot[0].span.start]
    for at, line in enumerate(foot):
        if line.span.start < after or not heads_related_in_text(line.words):
            continue
        stories = [
            other
            for other in foot[at + 1 :]
            if heads_related_in_text(other.words) or not any(span.contains(other.span) for span in beside)
        ]
        if stories and all(len(s.words) <= LONGEST_STORY and is_headline(s.words) for s in stories):
            return [Region(story.span, RegionKind.RELATED) for story in (line, *stories)]
    return []


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that have words, without the white space around them."""
    for found in _LINE.finditer(text):
        words = found[0].strip("\ufeff \t\f\v\xa0\u2028\u2029\x85")
        if words:
            start = found.start() + found[0].index(words)
            yield Line(Span(start, start + len(words)), words)


def apart(regions: Iterable[Region], length: int) -> tuple[Region, ...]:
    """The regions in order of place; of two that overlap the one given first stays.

    Regions that are empty or reach beyond `length` (code points) are left out.
    """
    kept: list[Region] = []
    for region in regions:
        if not 0 <= region.span.start < region.span.end <= length:
            continue
        place = bisect(kept, region.span.start, key=_start)
        neighbours = kept[max(0, place - 1) : place + 1]
        if not any(region.span.overlaps(other.span) for other in neighbours):
            kept.insert(place, region)
    return tuple(kept)


def is_headline(line: str) -> bool:
    """Whether a line that stands alone at the head of a text can be its headline.

    At most 250 characters and two sentences; a line that ends in a full stop is a paragraph.
    """
    if len(line) > LONGEST_TITLE or _FULL_STOP.search(line) or bylines.agency_in_dateline(line):
        return False
    return len(_SENTENCE_END.findall(line)) < MOST_TITLE_SENTENCES


def _headline(text: str, head: Sequence[Line], title: str | None) -> Line | None:
    """The line that is the headline: the first, when it is the known title or looks like one."""
    if head and title is not None:
        return head[0] if letters(head[0].words) == letters(title) else None
    if len(head) < 2:
        return None
    first, second = head[0], head[1]
    parted = (
        _breaks(text[first.span.end : second.span.start]) > 1
        or bylines.names_in_byline(second.words) is not None
    )
    return first if parted and is_headline(first.words) and not bylines.names_in_byline(first.words) else None


def _credits(
    head: Sequence[Line], foot: Sequence[Line], headline: Line | None
) -> tuple[list[Region], str | None, str | None]:
    """The lines that say who wrote it, the names in them, and the agency."""
    credits: list[Line] = []
    byline = agency = None
    for line in head:
        names = bylines.names_in_byline(line.words)
        if names is not None and byline is None:
            byline, agency = names, bylines.agency_in_byline(names)
            credits.append(line)
        elif credits and bylines.agency_name(bylines.unbracketed(line.words)):
            agency = agency or bylines.agency_name(bylines.unbracketed(line.words))
            credits.append(line)
        agency = agency or bylines.agency_in_dateline(line.words)
    for line in foot:
        if line == headline or line in credits:
            continue
        name = bylines.agency_name(bylines.unbracketed(line.words))
        if name is None and not bylines.is_credit(line.words):
            continue
        agency = bylines.spelled_out(agency, line.words) if agency else name
        credits.append(line)
    return [Region(line.span, RegionKind.BYLINE) for line in credits], byline, agency


def _start(region: Region) -> int:
    return region.span.start


def _breaks(gap: str) -> int:
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n")
