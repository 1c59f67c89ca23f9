"""Whether two names may be one bearer's: "J. Lee" and "Jo Lee", "Orvesk Observatory" and "… for the Sea".

In: names as printed. Out: yes or no, from the words alone; who bears them is another module's work.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.analysis.people.first_names import folded
from onrecord.analysis.people.noun_lexicon import kind_of
from onrecord.model.entity import EntityType

SMALL = frozenset("a an the of for and de la".split())
ABOUT = (" for ", " of ", " on ", " against ")  # how a body's name goes on


def tokens_of(words: str) -> list[str]:
    """A name's words in small letters, without marks and initials."""
    parts = folded(words).replace("’", "'").replace("-", " ").split()
    return [
        part.strip(".,'\"“”")
        for part in parts
        if part.strip(".,'\"“”") not in SMALL and part.strip(".,'\"“”")
    ]


def agree(names: Iterable[str], tokens: Sequence[str]) -> bool:
    """Whether names with one last word may be one person's: "J. Lee" and "Jo Lee", not "Ann Lee"."""
    for words in names:
        others = tokens_of(words)
        if len(others) == 1:
            return True
        first, other = tokens[0], others[0]
        if first == other or (min(len(first), len(other)) == 1 and first[0] == other[0]):
            return True
        if set(tokens) <= set(others) or set(others) <= set(tokens):
            return True
    return False


def goes_on(names: Iterable[str], words: str) -> bool:
    """Whether one of a body's names goes on from these words, or they from it.

    "Orvesk Observatory [for the Sea]", not "Orvesk Observatory Hotel" nor "Observatory for the Sea"; and not
    where another name of it goes on otherwise, as "Central Bank of Brack" and "Central Bank of Sarn".
    """
    pairs = [sorted((name, words), key=len) for name in names]
    return all(long.startswith(short) for short, long in pairs) and any(
        long[len(short) :].startswith(ABOUT) and _is_body(short) for short, long in pairs
    )


def _is_body(words: str) -> bool:
    *before, last = words.split()
    return bool(before) and kind_of(last) is EntityType.ORGANISATION
