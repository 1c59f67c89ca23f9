"""Which speakers of a record may be one person or body, with examples to judge by. Decides nothing.

In: an open record, and a name where only that is wanted. Out: the likeliest pairs, of equally likely ones
those with most statements first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.compare import Suggestion, suggest
from onrecord.record import Likely, Record

MANY = 50  # pairs that are given unless more are asked for
TIES = 4  # times as many pairs are counted as are given, so that of equally likely ones the largest are


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Two speakers who may be one: how many statements were read of each, and the latest's id of each."""

    suggestion: Suggestion
    statements: tuple[int, int]
    examples: tuple[str | None, str | None] = (None, None)


def propose(record: Record, name: str | None = None, *, limit: int = MANY) -> list[Proposal]:
    """The pairs that people should look at, of whom at least one has said something."""
    likely = Likely(record.engine)
    found = suggest(likely.candidates(name))
    proposals: list[Proposal] = []
    while found and len(proposals) < limit:
        some, found = found[: TIES * limit], found[TIES * limit :]
        numbers = {number for one in some for number in (one.one.number, one.other.number)}
        counts = likely.counts(numbers)
        for one in some:
            said = (counts.get(one.one.number, 0), counts.get(one.other.number, 0))
            if any(said):
                proposals.append(Proposal(suggestion=one, statements=said))
    proposals.sort(key=lambda one: (-one.suggestion.score, -min(one.statements), -max(one.statements)))
    given = proposals[:limit]
    pairs = [(one.suggestion.one.number, one.suggestion.other.number) for one in given]
    latest = likely.latest({number for pair in pairs for number in pair})
    return [
        replace(one, examples=(latest.get(pair[0]), latest.get(pair[1])))
        for one, pair in zip(given, pairs, strict=True)
    ]
