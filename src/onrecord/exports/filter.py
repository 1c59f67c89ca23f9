"""Leaves statements out of a reading by kind, status or confidence.

What stays is not altered: a statement keeps its id, words and `within`, even when the statement it
stands in is left out, since it is no less somebody else's report. A label keeps its user, and the document
its entities. Only the voices are drawn anew, so that they name none but statements that are there, and still
cover the body once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from onrecord.model import Form, Kind, OwnVoice, Reading, Statement, Status, Voice
from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which statements to keep: of these kinds, of these statuses, and at least this sure (0 to 1)."""

    kinds: frozenset[Kind] = frozenset(Kind)
    statuses: frozenset[Status] = frozenset(Status)
    min_confidence: float = 0.0

    def keeps(self, stmt: Statement) -> bool:
        """Whether this statement stays."""
        sure = stmt.confidence >= self.min_confidence
        return sure and stmt.kind in self.kinds and stmt.status in self.statuses

    def apply(self, reading: Reading) -> Reading:
        """The reading with only the statements that stay."""
        kept = tuple(stmt for stmt in reading.statements if self.keeps(stmt))
        if len(kept) == len(reading.statements):
            return reading
        return replace(reading, statements=kept, voices=_voices(reading, {stmt.id for stmt in kept}))


def _voices(reading: Reading, kept: set[str]) -> tuple[Voice, ...]:
    """The voices of what stays; neighbours that have come to say the same are one."""
    statements = {stmt.id: stmt for stmt in reading.statements}
    own = _prevailing(reading)
    voices: list[Voice] = []
    for voice in reading.voices:
        new = _fallen(voice, statements, kept, own)
        last = voices[-1] if voices else None
        if last and last.span.end == new.span.start and _who(last) == _who(new):
            span = Span(last.span.start, new.span.end)
            voices[-1] = replace(last, span=span, hedges=last.hedges + new.hedges)
        else:
            voices.append(new)
    return tuple(voices)


def _fallen(voice: Voice, statements: dict[str, Statement], kept: set[str], own: OwnVoice) -> Voice:
    """Who answers for a stretch now: what stays of its statements, or what they stand in, or the document."""
    if not voice.statements or all(id in kept for id in voice.statements):
        return voice
    left = [id for id in voice.statements if id in kept]
    if left:
        return replace(voice, statements=tuple(left))
    heirs = {_holder(id, statements, kept) for id in voice.statements} - {None}
    if heirs:
        return replace(voice, statements=tuple(id for id in statements if id in heirs))
    return Voice(voice.span, (), None, own)


def _holder(id: str, statements: dict[str, Statement], kept: set[str]) -> str | None:
    """The nearest statement around this one that stays."""
    seen: set[str] = set()
    above = statements[id].within
    while above is not None and above in statements and above not in seen:
        if above in kept:
            return above
        seen.add(above)
        above = statements[above].within
    return None


def _prevailing(reading: Reading) -> OwnVoice:
    """As whom the document speaks for itself in most of its text."""
    lengths: Counter[OwnVoice] = Counter()
    for voice in reading.voices:
        if voice.own is not None:
            lengths[voice.own] += voice.span.end - voice.span.start
    return lengths.most_common(1)[0][0] if lengths else OwnVoice.OUTLET


def _who(voice: Voice) -> tuple[tuple[str, ...], Form | None, OwnVoice | None]:
    return voice.statements, voice.form, voice.own


@dataclass(frozen=True, slots=True, kw_only=True)
class These(Filter):
    """Keeps the statements with some ids."""

    ids: frozenset[str]

    def keeps(self, stmt: Statement) -> bool:
        """Whether this statement is one of them."""
        return stmt.id in self.ids
