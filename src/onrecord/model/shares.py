"""Counts whose words an article consists of: its own, or each speaker's, quoted or reworded.

In: a reading with its voices, whose form says whether a stretch is quoted. Out: numbers of words. A stretch
is the innermost speaker's; a group's words are the group's, not its members'. What the article says was not
said, or not yet, is no speaker's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.reading import Reading, Voice
from onrecord.model.statement import Form, Statement, Status

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


@dataclass(frozen=True, slots=True)
class SpeakerShare:
    """How many words are a speaker's, quoted and reworded.

    `speakers` are keys as `speaker_key` gives them: one, or several that share the same words; `("",)` where
    nobody is credited. There is none where the document does not say that the words were said.
    """

    speakers: tuple[str, ...]
    quoted: int
    reworded: int

    @property
    def words(self) -> int:
        """Quoted and reworded together."""
        return self.quoted + self.reworded


def word_shares(reading: Reading) -> Shares:
    """Whose words the article consists of."""
    own = sum(words for voice, words in _counted(reading) if not voice.statements)
    others = speaker_shares(reading)
    return Shares(own, sum(share.quoted for share in others), sum(share.reworded for share in others))


def speaker_shares(reading: Reading) -> list[SpeakerShare]:
    """Each speaker's words, those with most first; together they are all that is not the document's own."""
    statements = {stmt.id: stmt for stmt in reading.statements}
    counts: dict[tuple[str, ...], list[int]] = {}
    for voice, words in _counted(reading):
        if voice.statements:
            made = [statements[id] for id in voice.statements if id in statements]
            made = [stmt for stmt in made if stmt.status is Status.ASSERTED]
            keys = tuple(dict.fromkeys(speaker_key(stmt) for stmt in made))
            counts.setdefault(keys, [0, 0])[voice.form is not Form.DIRECT] += words
    shares = [SpeakerShare(keys, quoted, reworded) for keys, (quoted, reworded) in counts.items()]
    return sorted(shares, key=lambda share: -share.words)


def speaker_key(stmt: Statement) -> str:
    """What tells speakers apart: the entity, else the source's words; empty where nobody is credited."""
    return stmt.speaker.entity if stmt.speaker else stmt.source_words.casefold()


def _counted(reading: Reading) -> Iterator[tuple[Voice, int]]:
    """The voices, and how many words begin in the stretch of each."""
    starts = [found.start() for found in _WORD.finditer(reading.document.text)]
    for voice in reading.voices:
        yield voice, bisect_left(starts, voice.span.end) - bisect_left(starts, voice.span.start)
