"""Counts whose words an article consists of: its own, or other people's, quoted or reworded.

In: a reading with its voices, whose form says whether a stretch is quoted. Out: numbers of words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.model.reading import Reading
from onrecord.model.statement import Form

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


@dataclass(frozen=True, slots=True)
class Shares:
    """How many words of a document's body are its own, quoted from others, and reworded from others."""

    own: int
    quoted: int
    reworded: int

    @property
    def total(self) -> int:
        """All words of the body."""
        return self.own + self.quoted + self.reworded

    def percent(self, words: int) -> int:
        """So many words as a share of all, in whole percent."""
        return round(100 * words / self.total) if self.total else 0


def word_shares(reading: Reading) -> Shares:
    """Whose words the article consists of."""
    starts = [found.start() for found in _WORD.finditer(reading.document.text)]
    own = quoted = reworded = 0
    for voice in reading.voices:
        words = _between(starts, *voice.span)
        if not voice.statements:
            own += words
        elif voice.form is Form.DIRECT:
            quoted += words
        else:
            reworded += words
    return Shares(own, quoted, reworded)


def _between(starts: list[int], start: int, end: int) -> int:
    """How many words begin from `start` up to but not at `end`."""
    return bisect_left(starts, end) - bisect_left(starts, start)
