"""What a cue makes of a statement: its kind, its act and where the outlet stands.

In: the words of a cue. Out: a `CueSense`, and for `status` the place of the word that carries it, the head.
A cue is read from left to right: the first known word or multi-word is the head ("wants to be told" is a
wish), but verbs that only lead to another ("began to complain", "is expected to announce", "issued a
denial") give way to what follows. A cue without a known word is taken for speech, a plain statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from onrecord.analysis.cue_lexicon import (
    BACKING_ADVERBS,
    BARE,
    DEFAULT,
    DISTANCING_ADVERBS,
    IRREGULAR,
    STRONG,
    UTTERING,
    WEAK,
    Act,
    CueSense,
    Stance,
)
from onrecord.model.span import Span
from onrecord.model.statement import Kind

__all__ = [
    "Act",
    "CueSense",
    "Head",
    "Stance",
    "Word",
    "cue_words",
    "describe_cue",
    "find_head",
    "known_lemma",
    "lemmas",
]

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[:–—-]")
GAP = 2  # words that may stand inside a multi-word: "made it very clear", "takes serious issue with"
CACHED_CUES = 4096  # about as many different cues as a thousand articles have

# "In a post calling for talks": after these words a paper or a talk is where it was said, not the saying.
BEFORE_NOUN = frozenset("a an the his her their its my our your this that in on of with by via".split())
PLACES_OF_SPEECH = frozenset(
    "address blog broadcast campaign comment conversation debate discussion email headline message note post "
    "print remark report show speech text title tweet view".split()
)
# "Is expected to announce", "is believed to have said": what others hold of a speaker yields to the saying.
RAISED = frozenset(
    "allege believe expect know presume report rumor rumour say see suppose think understand".split()
)
# "Was urged to say": what was asked of a speaker yields to the saying, which may never have come.
ASKED_OF = frozenset("ask ask_to beg invite order press tell urge call_on call_upon pressure".split())
BE = frozenset("be is are was were been being".split())

# "The court denied the motion", "three judges concluded": a ruling because of who makes it.
COURT = re.compile(
    r"\b(?i:court|judge|juror|jury|juries|justice|magistrate|panel|tribunal)s?"
    r"(?= ?(?:$|,|(?:at|for|in|of)\b))"
    r"|\b(?:Judge|Justice|Magistrate) [A-Z]"
)
FORMER = re.compile(r"\b(?:ex|former|retired)\b", re.IGNORECASE)
COURT_RULES = frozenset(
    "affirm agree allow conclude confirm decide decision decline deny determine direct dismiss find finding "
    "grant hold refuse reject rejection return uphold".split()
)
RULING = CueSense(Kind.DECREE, Act.RULING, Stance.NEUTRAL)


class Word(NamedTuple):
    """One word of a cue in lower case with straight apostrophes, and where it stands."""

    word: str
    span: Span


@dataclass(frozen=True, slots=True)
class Head:
    """The word that carries a cue's sense: its place among the words, end exclusive, and its lemma.

    `strong` is false for a word that only leads to others and found none, as "issued" or "began" alone.
    """

    first: int
    end: int
    lemma: str
    sense: CueSense
    strong: bool = True


def describe_cue(words: str, source: str = "") -> CueSense:
    """What "said", "declined to comment" or "'s claim" makes of a statement; plain speech when unknown.

    With the words of the source given, what a court finds, denies or dismisses is a ruling.
    """
    lemma, sense = _described(words)
    if lemma in COURT_RULES and COURT.search(source) and not FORMER.search(source):
        return RULING
    return sense


@lru_cache(maxsize=CACHED_CUES)
def _described(words: str) -> tuple[str, CueSense]:
    """The lemma of a cue's head and the sense of the whole cue."""
    found = [word.word for word in cue_words(words)]
    head = find_head(found)
    if head is None:
        return "", DEFAULT
    uttered = any(lemma in UTTERING for word in found[: head.first] for lemma in lemmas(word))
    kind = Kind.SPEECH if uttered and head.sense.kind is Kind.THOUGHT else head.sense.kind
    return head.lemma, CueSense(kind, head.sense.act, _stance(head.sense.stance, found))


def cue_words(text: str, offset: int = 0) -> list[Word]:
    """The words, colons and dashes of a text, with their spans moved by `offset`; "'s" is left out."""
    words = []
    for match in WORD.finditer(text):
        word = re.sub(r"'s?$", "", match.group().lower().replace("’", "'"))
        if word and not (word == "s" and text[match.start() - 1 : match.start()] in ("'", "’")):
            words.append(Word(word, Span(match.start() + offset, match.end() + offset)))
    return words


def find_head(words: Sequence[str]) -> Head | None:
    """The word or multi-word that carries the sense of a cue, or None when no word is known."""
    weak: Head | None = None
    for i, word in enumerate(words):
        for lemma in lemmas(word):
            head = _multi_word(words, i, lemma, _STRONG_RUNS) or _single(i, lemma, _STRONG_WORDS)
            if head and not _gives_way(words, head):
                return head
            head = head or _multi_word(words, i, lemma, _WEAK_RUNS) or _single(i, lemma, _WEAK_WORDS)
            weak = weak or (replace(head, strong=False) if head else None)
    if weak is None and words and all(word in BARE for word in words):
        return Head(0, len(words), words[0], DEFAULT)
    return weak


def known_lemma(word: str) -> str | None:
    """The word of the lexicon that this one is a form of, if any; of a multi-word its first part."""
    if word in BARE:
        return None
    tables = (_STRONG_WORDS, _WEAK_WORDS, _STRONG_RUNS, _WEAK_RUNS)
    return next((lemma for lemma in lemmas(word) if any(lemma in table for table in tables)), None)


def lemmas(word: str) -> Iterator[str]:
    """The words that this one may be a form of, itself first: "denied" is "denied", "deny", "deni" …"""
    yield word
    if word in IRREGULAR:
        yield IRREGULAR[word]
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem and stem != word:
            bare = ending in ("ed", "ing") and not instead
            # "Barred" is a form of "bar", "bared" and "sparing" are none of "bar" and "spar".
            if not (bare and DOUBLED.fullmatch(stem)):
                yield stem + instead
            if bare and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
    if word.endswith("ings"):
        yield from lemmas(word[:-1])


DOUBLED = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # what ends so doubles its last letter
_ENDINGS = [
    *(("ies", "y"), ("s", ""), ("es", "")),
    *(("ied", "y"), ("ed", ""), ("ed", "e")),
    *(("ing", ""), ("ing", "e"), ("ying", "ie")),
]


def _stance(of_head: Stance, words: Sequence[str]) -> Stance:
    """The head's stance, unless an adverb says more: "falsely claimed", "rightly said"."""
    if any(word in DISTANCING_ADVERBS for word in words):
        return Stance.DISTANCING
    return Stance.BACKING if any(word in BACKING_ADVERBS for word in words) else of_head


def _gives_way(words: Sequence[str], head: Head) -> bool:
    """Whether a known word only leads to another one, or only names where something was said."""
    if head.lemma in PLACES_OF_SPEECH and head.first and words[head.first - 1] in BEFORE_NOUN:
        return True
    passive = any(word in BE for word in words[max(0, head.first - 2) : head.first])
    raised = head.lemma in RAISED or head.lemma.replace(" ", "_") in ASKED_OF
    end = head.end - 1 if head.lemma.endswith(" to") else head.end
    return raised and passive and words[end : end + 1] == ["to"]


def _single(place: int, lemma: str, known: dict[str, CueSense]) -> Head | None:
    return Head(place, place + 1, lemma, known[lemma]) if lemma in known else None


def _multi_word(
    words: Sequence[str], place: int, lemma: str, known: dict[str, list[tuple[list[str], CueSense]]]
) -> Head | None:
    """The longest known multi-word that begins here, if any."""
    for parts, sense in known.get(lemma, ()):
        end = place + 1
        for part in parts[1:]:
            found = _next_part(words, end, part)
            if found is None:
                break
            end = found + 1
        else:
            return Head(place, end, " ".join(parts), sense)
    return None


def _next_part(words: Sequence[str], start: int, part: str) -> int | None:
    """Where the next part of a multi-word stands; no preposition and no strong word may come between."""
    for i in range(start, min(start + GAP + 1, len(words))):
        forms = set(lemmas(words[i]))
        if part in forms:
            return i
        if words[i] in BARE or not forms.isdisjoint(_STRONG_WORDS):
            return None
    return None


def _senses(table: dict[str, str]) -> Iterator[tuple[list[str], CueSense]]:
    for key, words in table.items():
        kind, act, stance = key.split()
        sense = CueSense(Kind(kind), Act(act), Stance(stance))
        for word in words.split():
            yield word.split("_"), sense


def _words(table: dict[str, str]) -> dict[str, CueSense]:
    return {parts[0]: sense for parts, sense in _senses(table) if len(parts) == 1}


def _runs(table: dict[str, str]) -> dict[str, list[tuple[list[str], CueSense]]]:
    """Multi-words by their first word, the longest first."""
    runs: dict[str, list[tuple[list[str], CueSense]]] = {}
    for parts, sense in sorted(_senses(table), key=lambda entry: -len(entry[0])):
        if len(parts) > 1:
            runs.setdefault(parts[0], []).append((parts, sense))
    return runs


_STRONG_WORDS, _WEAK_WORDS = _words(STRONG), _words(WEAK)
_STRONG_RUNS, _WEAK_RUNS = _runs(STRONG), _runs(WEAK)
