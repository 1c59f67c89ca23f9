"""Splits a text into words, the atoms that the model tags.

In: text. Out: words with their places in code points and what kind of token each is. Offsets are exact:
nothing is normalised here. Knows nothing of articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from onrecord.model.span import Span

# Initials with points ("U.S.") are one word: their points end no sentence. So is what a printer parted at the
# end of a line: "govern-", and "ment" below.
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?<!-)[^\W\d_]{2,}-\r?\n[ \t]*[a-z]{2,}|[^\W_]+|[^\w\s]|_")
PARTED = re.compile(r"-\r?\n[ \t]*")
# Quotation marks that may be apostrophes.
SINGLE_MARKS = frozenset("'‘’‚‛‹›")
STOPS = frozenset(".!?…")
CLOSING = frozenset("”’»)]")  # a straight mark may open what follows
UNSURE = CLOSING | STOPS | frozenset("\"'")
ASKED = frozenset("!?")  # “Did it?” Lee asked.
SHORT = 4  # letters; a full stop behind as short a word with a capital may be an abbreviation's: "Sgt."


class Case(IntEnum):
    """How a word is written; the model sees this beside the word itself."""

    LOWER = 0
    CAPITAL = 1
    CAPITALS = 2
    NAME = 3
    NAME_CAPITALS = 4
    NUMBER = 5
    MARK = 6


class QuoteState(IntEnum):
    """Where a word stands with regard to quotation marks."""

    OUTSIDE = 0
    INSIDE = 1
    MARK = 2
    IN_SINGLE = 3


def split_words(text: str) -> list[Span]:
    """The words and punctuation marks of a text, in order, each mark by itself."""
    return [Span(*match.span()) for match in WORD.finditer(text)]


def unparted(word: str) -> str:
    """A word as it is read, without the break at the end of a line that may part it."""
    return PARTED.sub("", word) if "\n" in word else word


def case_of(word: str) -> Case:
    """How a single word is written, leaving aside whether it is a name."""
    first = word[0]
    if not word[0].isalnum():
        return Case.MARK
    if first.isdigit():
        return Case.NUMBER
    if first.isupper():
        return Case.CAPITALS if len(word) > 1 and word.isupper() else Case.CAPITAL
    return Case.LOWER


def sentence_starts(words: Sequence[str]) -> list[bool]:
    """Which words begin a sentence behind another one, as far as its mark tells; some are missed."""
    starts, stop = [], ""
    for i, word in enumerate(words):
        starts.append(bool(stop) and word not in UNSURE and not word[0].islower())
        before = words[i - 1] if i else ""
        if word in STOPS:
            short = word == "." and before[:1].isupper() and len(before) <= SHORT
            stop = "" if short else word
        elif word not in CLOSING or stop in ASKED:
            stop = ""
    return starts
