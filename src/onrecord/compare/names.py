"""How two full names may be one: plain rules, each with what it says to a person. No list of names is used.

In: folded names (small letters, no accents, no marks). Out: a reason's words, or nothing. Pairs are only ever
looked for among names that share a part, never all with all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, product

from rapidfuzz.distance import OSA

# Letters that are no other letter with an accent, and so are left by folding.
PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
SMALL = {"of", "and", "the", "for", "in", "on", "de", "du", "la", "le"}
SHORTEST = 4  # letters of a word that a wrong letter may be in: "Kim" and "Kam" are two names
MANY = 200  # names that share a part and are compared; a part that more have tells nothing

# Words for offices, by which "the interior minister" is told from a name. An office is held by one after
# another: alone it is no reason.
OFFICES = frozenset(
    "admiral ambassador archbishop bishop captain chair chairman chairwoman chancellor chief coach colonel "
    "commander commissioner coordinator deputy director emir envoy general governor head judge king leader "
    "lieutenant major mayor minister ombudsman patriarch pope premier president prince princess principal "
    "prosecutor queen rector representative secretary senator sheriff speaker spokesman spokesperson "
    "spokeswoman sultan undersecretary".split()
)


def is_office(name: str) -> bool:
    """Whether a name is that of an office: "interior minister", not "interior minister dovan"."""
    words = name.split()
    heads = words[: words.index("of")] if "of" in words[1:] else words
    return bool(heads) and heads[-1] in OFFICES


def is_proper(word: str) -> bool:
    """Whether words as they are written are a name, not a description such as "the teacher of Tarn"."""
    return word.removeprefix("the ")[:1].isupper()


def abbreviates(short: str, long: str) -> bool:
    """Whether one name is made of the first letters of another: "sdf", "seren defence force"."""
    if " " in short or len(short) < 2 or " " not in long:
        return False
    return short in initials(long)


def initials(name: str) -> set[str]:
    """The abbreviations that a name may have, with and without its small words."""
    words = name.split()
    telling = [word for word in words if word not in SMALL]
    return {"".join(word[0] for word in some) for some in (words, telling) if len(some) > 1}


def shortens(short: str, long: str) -> bool:
    """Whether a name has letters for names of another: "i dovan", "ilir dovan"; "ann q lee", "ann lee"."""
    ours, theirs = _words(short), _words(long)
    if len(ours) < 2 or len(theirs) < 2 or ours[-1] != theirs[-1] or min(map(len, ours)) > 1 or short == long:
        return False
    if len(ours) > len(theirs):
        middle = (word for word in ours[1:-1] if len(word) > 1)
        return len(ours[0]) > 1 and (ours[0], *middle, ours[-1]) == theirs
    first = zip(ours[:-1], theirs, strict=False)
    return all(other.startswith(word) if len(word) == 1 else word == other for word, other in first)


def respells(one: str, other: str) -> bool:
    """Whether two names differ by a letter, by a space, or only by vowels and doubled letters."""
    ours, theirs = _words(one), _words(other)
    if ours == theirs or "".join(ours) == "".join(theirs):
        return True
    if len(ours) != len(theirs):
        return False
    pairs = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    if any(pair[0][0] != pair[1][0] or min(map(len, pair)) < SHORTEST for pair in pairs):
        return False
    if len(pairs) == 1 and OSA.distance(*pairs[0], score_cutoff=1) == 1:
        # One letter more at the end makes another name: "Marko" and "Markov", "Paul" and "Paula".
        short, long = sorted(pairs[0], key=len)
        return len(short) == len(long) or not long.startswith(short)
    return len(one) > 2 * SHORTEST and skeleton(one) == skeleton(other)


@lru_cache(maxsize=200_000)
def skeleton(name: str) -> str:
    """A name without vowels and doubled letters, by which ways to write a foreign name are alike."""
    kept = ""
    for char in " ".join(_words(name)):
        if char not in "aeiouy" and not kept.endswith(char):
            kept += char
    return kept


@lru_cache(maxsize=200_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple((name if name.isascii() else name.translate(PLAIN)).split())


def likely_pairs(names: Iterable[str], asked: frozenset[str] | None = None) -> Iterator[tuple[str, str]]:
    """Pairs of different names that are worth a look, each once; with `asked` one of each is among those."""
    seen: set[tuple[str, str]] = set()
    for shorts, longs in _blocks(names):
        if asked is not None and asked.isdisjoint(shorts) and asked.isdisjoint(longs):
            continue
        pairs = combinations(longs, 2) if shorts is longs else product(shorts, longs)
        for one, other in pairs:
            pair = (one, other) if one < other else (other, one)
            wanted = one != other and (asked is None or one in asked or other in asked)
            if wanted and pair not in seen:
                seen.add(pair)
                yield pair


def _blocks(names: Iterable[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Names that share a part: all with all, or short ones with longer ones; not parts that many have."""
    alike: dict[tuple[str, ...], list[str]] = {}
    shorts: dict[tuple[str, ...], list[str]] = {}
    longs: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        words = _words(name)
        for part in _parts(words, skeleton(name)):
            alike.setdefault(part, []).append(name)
        if len(words) == 1:
            shorts.setdefault(words, []).append(name)
        for letters in initials(name):
            longs.setdefault((letters,), []).append(name)
        if len(words) > 1:
            place = (words[-1], words[0][0])
            longs.setdefault(place, []).append(name)
            if any(len(word) == 1 for word in words):
                shorts.setdefault(place, []).append(name)
    yield from ((block, block) for block in alike.values() if 1 < len(block) <= MANY)
    for part, few in shorts.items():
        if len(few) * len(longs.get(part, ())) <= MANY * MANY:
            yield few, longs.get(part, [])


def _parts(words: tuple[str, ...], bones: str) -> set[tuple[str, ...]]:
    """The parts of a name by which others are found that may be ways to write it.

    A wrong letter leaves a word's second letter or its last one as it was.
    """
    found: set[tuple[str, ...]] = {("bones", bones), ("joined", "".join(words))}
    for i, word in enumerate(words):
        if len(word) >= SHORTEST and len(words) > 1:
            rest = (str(i), *words[:i], "", *words[i + 1 :])
            found |= {(*rest, word[:2]), (*rest, word[0] + "-" + word[-1])}
    return found
