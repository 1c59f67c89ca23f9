"""Readings to put into records, made by hand."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Reading, Statement
from tests.stub import read_marked

TALKS = """published: 2024-03-05
outlet: The Courier
---
[S1 Edda Lorne] [C1 told] [A1 reporters] [T1 on Monday] [Q1 that the quays of Port Mole would stay shut].
[S2 Lorne] [C2 did not say] [Q2 who had asked for it].

[S3 Hanno Pell] [C3 called] [Q3 the plan “a café trick”].
---
1: speaker="Edda Lorne" addressee="reporters" when=2024-03-04
2: speaker="Edda Lorne" status=negated
3: speaker="Hanno Pell"
"""

FLOOD = """published: 2024-05-01
outlet: Dale Post
---
[Q1 “The water came at night,”] [S1 Edda Lorne] [C1 said].

[S2 Two officials] [C2 denied] [Q2 that the dam had leaked].
---
1: speaker="Edda Lorne"
2: speaker="Two officials" anonymous=yes
"""


def talks(**known: str) -> Reading:
    """A short report with three statements, one of which was not made."""
    return read_marked(TALKS, **({"id": "talks", "path": "talks.txt"} | known))


def flood(**known: str) -> Reading:
    """Another report, by another outlet, in which one of the speakers speaks again."""
    return read_marked(FLOOD, **({"id": "flood", "path": "flood.txt"} | known))


def by_model(reading: Reading, model: str) -> Reading:
    """The same reading as if another model had made it."""
    return replace(reading, reader=replace(reading.reader, model=model))


def having(reading: Reading, *statements: Statement) -> Reading:
    """The reading with these statements instead; voices and labels point to no others."""
    ids = {stmt.id for stmt in statements}
    return replace(
        reading,
        statements=statements,
        voices=tuple(
            replace(voice, statements=tuple(id for id in voice.statements if id in ids))
            for voice in reading.voices
        ),
        labels=tuple(label for label in reading.labels if label.statement in {None, *ids}),
    )


def long_text(words: int, *, change: int | None = None) -> str:
    """A text of so many different words; one of them another when `change` names its place."""
    listed = [f"word{i}" for i in range(words)]
    if change is not None:
        listed[change] = "other"
    return "Lee said: " + " ".join(listed)
