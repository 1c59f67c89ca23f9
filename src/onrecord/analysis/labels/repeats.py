"""Where a name that someone was called stands again: a headline's “a gilded cage”, the bare words in a talk.

In: a parse, its quotations and the labels found. Out: further places of labels of several words, word for
word or, in quotation marks, shortened at the end. Single words are left out: they mean too many things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.analysis.labels.phrases import ARTICLES
from onrecord.analysis.quotation import Quotation
from onrecord.analysis.syntax import Parse
from onrecord.model.span import Span

FEWEST = 2  # words without an article of what is taken up again in quotation marks
FEWEST_BARE = 3  # of what is taken up without them
MOST = 12  # words that are compared
MARKS = 4  # quotation marks, commas and an article that a label may have beside its words


def find_repeats(parse: Parse, quotations: Sequence[Quotation], labels: Iterable[Span]) -> Iterator[Span]:
    """Places where the words of some label are said again; may include the labels' own places."""
    names = {_words(parse, span) for span in labels}
    names = {name for name in names if FEWEST <= len(name) <= MOST}
    begun = {name[:end] for name in names for end in range(FEWEST, len(name) + 1)}
    for quotation in quotations if names else ():
        if quotation.closed and _words(parse, quotation.inner) in begun:
            yield quotation.span
    lengths = sorted({len(name) for name in names if len(name) >= FEWEST_BARE}, reverse=True)
    i = 0
    while lengths and i < len(parse.words):
        end = next((i + n for n in lengths if _said(parse, i, n) in names), i)
        if end > i:
            first = i - (i > 0 and parse.lower(i - 1) in ARTICLES)
            yield parse.span(range(first, end))
        i = max(end, i + 1)


def _words(parse: Parse, span: Span) -> tuple[str, ...]:
    """The words of a label in small letters, without marks and an article."""
    inside = parse.range_of(span)[: MOST + MARKS]
    words = [parse.lower(i) for i in inside if parse.word(i)[0].isalnum()]
    return tuple(words[1:] if words and words[0] in ARTICLES else words)


def _said(parse: Parse, first: int, count: int) -> tuple[str, ...]:
    return tuple(parse.lower(i) for i in range(first, min(first + count, len(parse.words))))
