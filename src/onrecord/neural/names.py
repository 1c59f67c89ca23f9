"""Finds the words of a text that are names, so that the model can be kept from seeing which.

The model reads a mark in place of each name: a person, country or outlet that is swapped for another
of its kind is read the same way. The rule is plain: a capitalised word that the bundled word list does
not know in small letters is a name; a word that is both ("Rice", "Bush") is a name inside a sentence,
and at the start of one where the text uses it as a name elsewhere.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.neural.contractions import BARE_CONTRACTIONS, STEMS, is_bare
from onrecord.neural.words import SINGLE_MARKS, Case, case_of

# A point after these ends no sentence.
TITLES = frozenset(
    "mr mrs ms dr sen sens rep reps gov govs gen lt col sgt maj capt cmdr prof rev hon st jr sr vs".split()
)
# Capitalised words that name no party: they stay legible, since edges of contents hang on them.
LEGIBLE = (
    frozenset(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december i senate congress parliament house court supreme republican
    republicans democrat democrats democratic conservative conservatives liberal liberals labour green
    president prime minister secretary senator governor judge justice general attorney ministry department
    state pentagon god gop tv internet christmas""".split()
    )
    | TITLES
)
# A line with at least this share of its longer words capitalised is a headline: its capitals say nothing.
HEADLINE_SHARE = 0.7
MIN_STEM = 6  # letters of a known word before "ly" that make an adverb; "Waverly" is a name
SENTENCE_ENDS = frozenset(".!?:\"“”„«»‘’'`*•|–—-([")


@dataclass(frozen=True, slots=True)
class WordList:
    """Words known in small letters, and those of them that are also names."""

    common: frozenset[str]
    ambiguous: frozenset[str]


@cache
def bundled_words() -> WordList:
    """The word list that ships with the package (from SCOWL; see docs/model-card.md)."""
    data = files("onrecord.neural").joinpath("weights/words.txt.gz").read_bytes()
    lines = gzip.decompress(data).decode().split("\n")
    names = {line[:-1] for line in lines if line.endswith("*")}
    return WordList(
        frozenset(line.removesuffix("*") for line in lines if line) | LEGIBLE, frozenset(names) - LEGIBLE
    )


def find_names(words: Sequence[str], line_starts: Sequence[bool], known: WordList) -> list[bool]:
    """For each word of a text, whether it is (part of) a name.

    `words` are the text's words and marks in order; `line_starts` says which of them open a line.
    """
    cases = [case_of(word) for word in words]
    opens = _openings(words, line_starts)
    headline = _headlines(words, cases, line_starts)
    bare = is_bare(words)
    sure = [
        case in (Case.CAPITAL, Case.CAPITALS)
        and not _is_contraction(words, i, bare=bare)
        and (
            _unknown(words, i, known, opens=opens[i])
            or (not opens[i] and not headline[i] and word.lower() in known.ambiguous)
        )
        for i, (word, case) in enumerate(zip(words, cases, strict=True))
    ]
    seen = {words[i].lower() for i, name in enumerate(sure) if name}
    return [name or _by_company(i, words, cases, sure, seen, known) for i, name in enumerate(sure)]


def _by_company(
    i: int, words: Sequence[str], cases: Sequence[Case], sure: Sequence[bool], seen: set[str], known: WordList
) -> bool:
    """Whether a word that opens a sentence is a name: used as one elsewhere, or followed by one."""
    if cases[i] not in (Case.CAPITAL, Case.CAPITALS) or words[i].lower() not in known.ambiguous:
        return False
    return words[i].lower() in seen or (i + 1 < len(sure) and sure[i + 1])


def _unknown(words: Sequence[str], i: int, known: WordList, *, opens: bool) -> bool:
    if len(words[i]) == 1:
        return False
    low = words[i].lower()
    if low in known.common or low.replace(".", "") in TITLES:
        return False
    return not (opens and _is_adverb(words, i, known))


def _is_adverb(words: Sequence[str], i: int, known: WordList) -> bool:
    """Whether what opens a sentence is an adverb that no list knows: "Puzzlingly the ministry said"."""
    stem = words[i].lower().removesuffix("ly")
    made = len(words[i]) - len(stem) == len("ly") and len(stem) >= MIN_STEM and stem in known.common
    return made and i + 1 < len(words) and not words[i + 1][0].isupper()


def _is_contraction(words: Sequence[str], i: int, *, bare: bool) -> bool:
    """Whether a word is "Didn" of "Didn't", or "Didnt" in a bare text; "Im Jae" is a name there too."""
    low, after = words[i].lower(), words[i + 1] if i + 1 < len(words) else ""
    if low in STEMS and after in SINGLE_MARKS:
        return True
    return bare and low in BARE_CONTRACTIONS and not (low in ("im", "ive") and after[:1].isupper())


def _openings(words: Sequence[str], line_starts: Sequence[bool]) -> list[bool]:
    """Whether each word opens a sentence, as far as marks and lines tell."""
    opens = []
    for i in range(len(words)):
        before = words[i - 1] if i else ""
        after_title = before == "." and i > 1 and words[i - 2].lower() in TITLES
        opens.append(i == 0 or line_starts[i] or (before in SENTENCE_ENDS and not after_title))
    return opens


def _headlines(words: Sequence[str], cases: Sequence[Case], line_starts: Sequence[bool]) -> list[bool]:
    """Whether each word stands in a line set in capitals or title case."""
    starts = [0, *(i for i, start in enumerate(line_starts) if start and i)]
    headline = [False] * len(words)
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        longer = [cases[i] for i in range(start, end) if len(words[i]) > 3 and cases[i] <= Case.CAPITALS]
        capital = sum(case is not Case.LOWER for case in longer)
        if longer and capital >= HEADLINE_SHARE * len(longer):
            headline[start:end] = [True] * (end - start)
    return headline
