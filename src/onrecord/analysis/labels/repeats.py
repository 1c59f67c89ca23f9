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


def find_repeats(parse: Parse, quotations: Sequence[Quotation], labels: Iterable[Span]) -> Iterator[Span]:
    """Places where the words of some label are said again; may include the labels' own places."""
    names: dict[str, list[tuple[str, ...]]] = {}
    for span in labels:
        words = _words(parse, span)
        if FEWEST <= len(words) <= MOST:
            names.setdefault(words[0], []).append(words)
    if not names:
        return
    for quotation in quotations:
        said = _words(parse, quotation.inner)
        long = quotation.closed and FEWEST <= len(said) <= MOST
        if long and any(name[: len(said)] == said for name in names.get(said[0], ())):
            yield quotation.span
    i = 0
    while i < len(parse.words):
        end = _end_of_name(parse, i, names.get(parse.lower(i), ()))
        if end > i:
            first = i - (i > 0 and parse.lower(i - 1) in ARTICLES)
            yield parse.span(range(first, end))
        i = max(end, i + 1)


def _words(parse: Parse, span: Span) -> tuple[str, ...]:
    """The words of a label in small letters, without marks and an article."""
    inside = parse.range_of(span)[: MOST + FEWEST_BARE]
    words = [parse.lower(i) for i in inside if parse.word(i)[0].isalnum()]
    return tuple(words[1:] if words and words[0] in ARTICLES else words)


def _end_of_name(parse: Parse, first: int, names: Iterable[tuple[str, ...]]) -> int:
    """Where a name that begins at a word ends; at the word itself where none does."""
    for name in names:
        if len(name) < FEWEST_BARE:
            continue
        said = tuple(parse.lower(i) for i in range(first, min(first + len(name), len(parse.words))))
        if said == name:
            return first + len(name)
    return first
