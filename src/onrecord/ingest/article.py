"""Which lines of a page are the article, in which order, and what they are.

Trafilatura chooses; the page gives the words and says what they stand in. Goes in: a page's tree and
the body that was chosen. Comes out: the article's text with its regions. Repeated quotations and lists of
other stories are marked here, since only the page shows them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from lxml import etree

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.boilerplate import heads_related
from onrecord.ingest.page import PageLine, letters, lines_of
from onrecord.model import Region, RegionKind, Span

# A pull quote repeats words of the article. Letters: shorter ones are found everywhere by chance; longer
# ones are block quotations. At most so many are looked for, as each is a search through the whole text.
PULL_QUOTE_LETTERS = range(15, 300)
MOST_PULL_QUOTES = 50
MOST_SEARCHES = 50  # as many, for lines that are several of the page's

HEADINGS = ("h2", "h3", "h4")

# Lines at the head of an article among which its title is looked for, not to be printed twice.
TITLE_LINES = 4

# A line of which so much is links leads elsewhere.
LINKED = 0.6


def article(
    tree: etree._Element, body: etree._Element, title: str | None, *, stated: str | None = None
) -> tuple[str, list[Region]]:
    """The text of an article, title first, and its regions but the title's.

    `body` is what trafilatura chose from `tree`; `stated` is the article's text as the page states it for
    machines, where it does. Raises `SkipDocument` when what was chosen is no part of the page that has lines.
    """
    page = lines_of(tree)
    chosen = _choose(page, _wanted(page, lines_of(body), stated))
    heading = letters(title) if title else None
    chosen = [
        line for place, line in enumerate(chosen) if place >= TITLE_LINES or letters(line.words) != heading
    ]
    return _compose(title, _mark_related(_mark_repeated(chosen)))


def _wanted(page: Sequence[PageLine], chosen: Sequence[PageLine], stated: str | None) -> list[PageLine]:
    """The chosen lines, those taken apart into which trafilatura puts a whole short article.

    When nothing else is found it takes the page's words as they come, menus and all: that is no article.
    """
    keys = [letters(line.words) for line in page]
    known = set(keys)
    joined, starts = "".join(keys), list(accumulate(map(len, keys), initial=0))
    wanted: list[PageLine] = []
    found, searches = False, 0
    for line in chosen:
        key = letters(line.words)
        parts: Sequence[PageLine] = ()
        if key not in known and searches < MOST_SEARCHES:
            searches += 1
            parts = _parts(page, starts, joined.find(key), len(key))
        found = found or key in known or bool(parts)
        wanted += parts or (line,)
    if found:
        return wanted
    if not stated:
        raise SkipDocument(Reason.NO_ARTICLE)
    if letters(stated) != letters("".join(line.words for line in chosen)):
        return wanted
    return [
        PageLine(" ".join(part.split()), at) for at, part in enumerate(stated.split("\n")) if part.strip()
    ]


def _parts(page: Sequence[PageLine], starts: Sequence[int], start: int, length: int) -> Sequence[PageLine]:
    """The lines of the page that begin at one letter and end after another, when lines do."""
    first, last = bisect_left(starts, start), bisect_left(starts, start + length)
    whole = start >= 0 and starts[first] == start and starts[last] == start + length
    return page[first:last] if whole else ()


def _choose(page: Sequence[PageLine], wanted: Sequence[PageLine]) -> list[PageLine]:
    """The wanted lines as the page has them, with embedded posts and headings that stand between them."""
    chosen: list[PageLine] = []
    last = -1
    added: set[int] = set()
    for place, line in _places(page, wanted):
        if place is None:
            chosen.append(line)
            continue
        if last >= 0:
            between = [at for at in range(last + 1, place) if _belongs(page[at], just_before=at == place - 1)]
            chosen += (page[at] for at in between)
            added.update(between)
        if place not in added:
            chosen.append(page[place])
        last = max(last, place)
    return chosen


def _belongs(line: PageLine, *, just_before: bool) -> bool:
    """Whether a line that was left out, between two lines of the article, is part of it all the same."""
    return line.kind == RegionKind.POST or (just_before and line.kind is None and line.tag in HEADINGS)


def _places(page: Sequence[PageLine], wanted: Sequence[PageLine]) -> Iterator[tuple[int | None, PageLine]]:
    """Each wanted line with its place in the page, the next one after the line before it.

    A line that the page has not, or not once more, has no place and keeps its own words.
    """
    where: dict[str, deque[int]] = {}
    for place, line in enumerate(page):
        where.setdefault(letters(line.words), deque()).append(place)
    last = -1
    for line in wanted:
        places = where.get(letters(line.words), deque())
        while len(places) > 1 and places[0] <= last:
            places.popleft()
        if places:
            place = places.popleft()
            last = max(last, place)
            yield place, line
        else:
            yield None, replace(line, paragraph=-1 - line.paragraph, kind=None, group=-1)


def _mark_repeated(chosen: list[PageLine]) -> list[PageLine]:
    """Call block quotations that repeat words of the article what they are: pull quotes."""
    quotes: dict[int, list[str]] = {}
    for line in chosen:
        if line.kind == RegionKind.BLOCKQUOTE:
            quotes.setdefault(line.group, []).append(letters(line.words))
    article = "\n".join(letters(line.words) for line in chosen if line.kind is None)
    pulled = {
        group
        for group, words in list(quotes.items())[:MOST_PULL_QUOTES]
        if len(words[0]) in PULL_QUOTE_LETTERS and len(words) <= 2 and words[0] in article
    }
    return [
        replace(line, kind=RegionKind.PULL_QUOTE)
        if line.kind == RegionKind.BLOCKQUOTE and line.group in pulled
        else line
        for line in chosen
    ]


def _mark_related(chosen: list[PageLine]) -> list[PageLine]:
    """Mark headings such as "More on this story" with the links that follow them."""
    marked: list[PageLine] = []
    heading: PageLine | None = None
    inside = False
    for line in chosen:
        if line.kind is None and heads_related(line.words):
            heading = line
            marked.append(line)
            continue
        inside = (inside or heading is not None) and line.kind is None and line.linked >= LINKED
        if inside and heading is not None:
            marked[-1] = replace(heading, kind=RegionKind.RELATED)
        marked.append(replace(line, kind=RegionKind.RELATED) if inside else line)
        heading = None
    return marked


def _compose(title: str | None, chosen: Sequence[PageLine]) -> tuple[str, list[Region]]:
    """Title, empty line, paragraphs parted by empty lines; and where the marked ones stand."""
    parts: list[str] = []
    regions: list[Region] = []
    length = 0
    if title:
        parts.append(title)
        length = len(title)
    before: PageLine | None = None
    for (kind, _), lines in groupby(chosen, key=lambda line: (line.kind, line.group)):
        start = None
        for line in lines:
            gap = "" if not parts else "\n" if before and before.paragraph == line.paragraph else "\n\n"
            start = length + len(gap) if start is None else start
            parts += (gap, line.words)
            length += len(gap) + len(line.words)
            before = line
        if kind is not None and start is not None:
            regions.append(Region(Span(start, length), kind))
    return "".join(parts), regions
