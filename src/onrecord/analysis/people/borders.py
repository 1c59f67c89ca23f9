"""Parts noun phrases where the source of a statement begins inside them.

In: a parse, the phrases of a text and its statements. Out: the phrases, none of which reaches over such a
border. Where the commas are gone "since the Great War Lee said" looks like one name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from onrecord.analysis.people.first_names import FirstNames
from onrecord.analysis.people.phrases import Phrase, split_chunk
from onrecord.analysis.people.reaches import CONNECTORS, HYPHENS
from onrecord.analysis.syntax import Parse
from onrecord.model.statement import Statement

INNER = CONNECTORS | {*HYPHENS, "'", "’", ".", "&"}


def within_borders(
    parse: Parse, phrases: Sequence[Phrase], statements: Iterable[Statement], first_names: FirstNames
) -> list[Phrase]:
    """The phrases in order, those parted through which a border runs."""
    borders = sorted(set(_borders(parse, statements, first_names)))
    kept: dict[tuple[range, range | None], Phrase] = {}
    for phrase in phrases:
        inside = borders[bisect_right(borders, phrase.words.start) : bisect_left(borders, phrase.words.stop)]
        for part in _parted(parse, phrase, inside) if inside else (phrase,):
            kept.setdefault((part.words, part.name), part)
    return sorted(kept.values(), key=lambda phrase: (phrase.words.start, len(phrase.words)))


def _parted(parse: Parse, phrase: Phrase, borders: Sequence[int]) -> Iterator[Phrase]:
    """The phrases between the borders that run through one."""
    for start, stop in pairwise([phrase.words.start, *borders, phrase.words.stop]):
        yield from split_chunk(parse, range(start, stop))


def _borders(parse: Parse, statements: Iterable[Statement], first_names: FirstNames) -> Iterator[int]:
    """The first words of sources.

    Where the network begins a source within a name it is the name's first word ("Ana [Lee]"), and none where
    a name's own small words stand before: "al-[Lee]".
    """
    for stmt in statements:
        for source in stmt.source:
            first = parse.range_of(source).start
            if not first or parse.lower(first - 1) in INNER:
                continue
            inside = parse.names[first] == "I-person" and parse.names[first - 1] == "B-person"
            yield first - 1 if inside and parse.word(first - 1) in first_names else first
