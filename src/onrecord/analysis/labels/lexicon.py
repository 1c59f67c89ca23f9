"""Finds a word in the tables of names that take a stand, in the singular and the plural.

Out: `entries`, the entries that begin like a given word. On whom a label is put, and by whom, is not looked
at here: only the word counts. The words themselves are in `lexicon_tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from onrecord.analysis.labels.lexicon_tables import (
    ADJECTIVES,
    CALLED,
    CALLED_ADJECTIVES,
    NOUNS,
    PREDICATED,
    QUALIFIERS,
)


class Use(Enum):
    """Where a word is a label."""

    ANYWHERE = auto()
    PREDICATE = auto()  # only said of something: "is a liar", "called him a liar", "Lee, a liar"
    CALLED = auto()  # only with a verb of naming: "called him a rat", as "Pip is a rat" may be a fact
    QUALIFIER = auto()  # before what it qualifies: "so-called"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or multi-word of the lexicon: its lemma, what stand it takes, and where it is a label.

    `parts` are the words of one form in small letters, without hyphens; `hyphens` says for each gap between
    them whether a hyphen must stand there.
    """

    lemma: str
    stand: str
    use: Use
    adjective: bool
    parts: tuple[str, ...]
    hyphens: tuple[bool, ...]
    plural: bool


WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|-|_")
IRREGULAR = {"man": "men", "woman": "women", "thief": "thieves", "hero": "heroes", "enemy": "enemies"}


def entries(word: str) -> Sequence[Entry]:
    """The entries of which some form begins with this word in small letters, those of most words first."""
    return _ENTRIES.get(word, ())


def lemmas_of(use: Use) -> frozenset[str]:
    """The lemmas with one use, for tests and documentation."""
    return frozenset(entry.lemma for found in _ENTRIES.values() for entry in found if entry.use is use)


def _plural(word: str) -> str:
    for singular, plural in IRREGULAR.items():
        if word.endswith(singular):
            return word.removesuffix(singular) + plural
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _forms(lemma: str, adjective: bool) -> Iterator[tuple[tuple[str, ...], tuple[bool, ...], bool]]:
    """The forms of a lemma: its words, the hyphens between them, and whether it is a plural."""
    tokens = WORD.findall(lemma)
    parts, hyphens = tuple(tokens[::2]), tuple(mark == "-" for mark in tokens[1::2])
    yield parts, hyphens, False
    if not adjective:
        prepositions = [i for i, part in enumerate(parts) if part in ("of", "against", "in")]
        place = (prepositions or [len(parts)])[0] - 1
        yield (*parts[:place], _plural(parts[place]), *parts[place + 1 :]), hyphens, True


def _build() -> dict[str, list[Entry]]:
    built: dict[str, list[Entry]] = {}
    tables = (
        *((NOUNS, Use.ANYWHERE, False), (PREDICATED, Use.PREDICATE, False), (CALLED, Use.CALLED, False)),
        *((ADJECTIVES, Use.ANYWHERE, True), (CALLED_ADJECTIVES, Use.CALLED, True)),
        (QUALIFIERS, Use.QUALIFIER, True),
    )
    for table, use, adjective in tables:
        for stand, words in table.items():
            for lemma in words.split():
                for form in _forms(lemma, adjective):
                    entry = Entry(lemma, stand, use, adjective, *form)
                    built.setdefault(entry.parts[0], []).append(entry)
    return {first: sorted(found, key=lambda entry: -len(entry.parts)) for first, found in built.items()}


_ENTRIES = _build()
