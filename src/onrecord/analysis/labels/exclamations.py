"""Names that are called out at someone: “Thief!”, “Go home, tree hugger!”, “Judas” at Corrigan.

In: a parse, its quotations and the words of the lexicon in it. Out: such names without their marks, and at
whom they are shouted where the text says so. Whom a speaker speaks to otherwise is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analysis.cues import lemmas
from onrecord.analysis.labels.contexts import SHOUTING, THINGS
from onrecord.analysis.labels.hits import Hit
from onrecord.analysis.labels.lexicon import Use
from onrecord.analysis.labels.phrases import ARTICLES, first_noun, nearby
from onrecord.analysis.labels.scare_quotes import speaks_of_words
from onrecord.analysis.quotation import Quotation
from onrecord.analysis.syntax import NOUNS, Parse

MOST = 4  # words of what is called out
BEFORE = 4  # words between a verb of shouting and what is shouted: “…!” one of the crowd yelled
PARTING = frozenset('.!?;“”"')
CLOSING = frozenset("!.?,")
NO_NAMES = frozenset("deeds disguises media causes".split())  # stands of things, which nobody is addressed by


class Exclamation(NamedTuple):
    """A name that is called out: its words, the words for whom it is shouted at and for who shouts, and its
    stand, if it is listed."""

    words: range
    at: int | None
    stand: str
    by: int | None = None


def find_exclamations(
    parse: Parse, quotations: Sequence[Quotation], hits: Sequence[Hit]
) -> Iterator[Exclamation]:
    """The names called out at someone, in order of their quotations."""
    by_word = {i: hit for hit in hits if hit.entry.use is not Use.QUALIFIER for i in hit.words}
    for quotation in quotations:
        words = _without_marks(parse, parse.range_of(quotation.inner))
        if quotation.closed and words:
            whole = parse.range_of(quotation.span)
            name = _is_called_out(parse, whole, words, by_word.get(words[-1]))
            yield from [name] if name else _vocatives(parse, whole, words, by_word)


def _without_marks(parse: Parse, words: range) -> range:
    while words and parse.word(words[-1]) in (*CLOSING, "…"):
        words = words[:-1]
    return words


def _is_called_out(parse: Parse, whole: range, words: range, hit: Hit | None) -> Exclamation | None:
    """A quotation that is a name and nothing else, and is shouted."""
    if len(words) > MOST or speaks_of_words(parse, whole[0]):
        return None
    if parse.lower(words[0]) in ARTICLES or any(parse.speech[i].startswith("VB") for i in words):
        return None
    verb = _shouting(parse, whole)
    at = _at_whom(parse, verb, whole) if verb is not None else None
    listed = hit is not None and set(hit.words) <= set(words) and _is_person(hit)
    if not listed and (at is None or len(words) > 1 or parse.speech[words[-1]] not in NOUNS):
        return None
    exclaimed = parse.word(words[-1] + 1) == "!" if words[-1] + 1 < len(parse.words) else False
    stand = hit.entry.stand if hit is not None else ""
    by = _who_shouts(parse, verb, whole) if verb is not None else None
    return Exclamation(words, at, stand, by) if verb is not None or exclaimed else None


def _is_person(hit: Hit) -> bool:
    """Whether a word of the lexicon can be shouted at someone by itself: “Thief!”, not “Shame!”"""
    return not hit.entry.adjective and hit.entry.stand not in NO_NAMES and hit.entry.lemma not in THINGS


def _shouting(parse: Parse, whole: range) -> int | None:
    """The verb of shouting right before a quotation or right behind it."""
    before = range(whole[0] - 1, max(-1, whole[0] - 1 - BEFORE), -1)
    behind = range(whole[-1] + 1, min(whole[-1] + 1 + BEFORE, len(parse.words)))
    # "Called" before a name is a verb of naming.
    for words, verbs in ((before, SHOUTING), (behind, SHOUTING | {"call"})):
        for i in words:
            if any(lemma in verbs for lemma in lemmas(parse.lower(i))):
                return i
            if parse.word(i) in PARTING or parse.speech[i] in ("CC", "MD", "VBD", "VBP", "VBZ"):
                break
    return None


def _who_shouts(parse: Parse, verb: int, whole: range) -> int | None:
    """The noun for who shouts: the verb's subject, or what stands behind a verb that follows."""
    subject = next((c for c in nearby(parse, verb) if parse.relation[c] == "nsubj"), None)
    return first_noun(parse, verb + 1) if subject is None and verb > whole[-1] else subject


def _at_whom(parse: Parse, verb: int, whole: range) -> int | None:
    """The noun behind "at": "mayor" in “Thief!” at the former mayor, “Go home!” they yelled at the mayor."""
    for start in (whole[-1] + 1, verb + 1):
        if start < len(parse.words) and parse.lower(start) in ("at", "towards"):
            return first_noun(parse, start + 1)
    return None


def _vocatives(parse: Parse, whole: range, words: range, by_word: dict[int, Hit]) -> Iterator[Exclamation]:
    """Names in what is said to someone: “Go home, tree hugger!”, “You liar!”"""
    verb = _shouting(parse, whole)
    at = _at_whom(parse, verb, whole) if verb is not None else None
    for last in words:
        hit = by_word.get(last)
        if hit is None or hit.words[-1] != last or not _is_person(hit):
            continue
        if hit.words[0] > words[0] and _is_addressed(parse, hit):
            yield Exclamation(hit.words, at, hit.entry.stand)


def _is_addressed(parse: Parse, hit: Hit) -> bool:
    before, after = hit.words[0] - 1, hit.words[-1] + 1
    while before > 0 and parse.speech[before] == "JJ":
        before -= 1
    closed = after == len(parse.words) or parse.word(after) in CLOSING
    if parse.lower(before) == "you" and closed:
        return True
    ends = after < len(parse.words) and parse.word(after) == "!"
    return parse.word(before) == "," and ends
