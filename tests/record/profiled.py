"""Readings about a harbour, in which people speak of each other, for what is counted of them.

They are long enough to be told as nearly equal where they stand twice.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Reading, Reference
from onrecord.model.entity import Gender
from tests.stub import read_marked

HARBOUR = """published: 2023-11-20
outlet: The Courier
---
The [L1 quay rats] of Port Mole were out. [S1 Edda Lorne] [C1 said] [Q1 that Hanno Pell was a [L2 liar]].
[S2 Lorne] [C2 told] [A2 Ann Vey] [Q2 “Pell sold the cranes”].

[S3 Two dockers] [C3 said] [Q3 that Hanno Pell had left].

The cranes had stood on the north quay since the old mole was built, and for as long as anybody in the town
could remember they had been painted green each spring, by the same family, whose house is the last one before
the lighthouse, and who were not paid for it but in fish, which came on Fridays, and in coal for the winter.
---
1: speaker="Edda Lorne"
2: speaker="Edda Lorne" addressee="Ann Vey"
3: speaker="Two dockers" anonymous=yes
L1: user=outlet target="Hanno Pell"
L2: user="Edda Lorne" target="Hanno Pell"
"""


def harbour(*, about: str = "Hanno Pell", woman: str = "Edda Lorne", **known: str) -> Reading:
    """A report whose statements are all about one, and whose words call one speaker a woman."""
    reading = read_marked(HARBOUR, **({"id": "harbour", "path": "harbour.txt"} | known))
    id = next(entity.id for entity in reading.entities if entity.name == about)
    return replace(
        reading,
        statements=tuple(
            replace(stmt, about=(Reference(id, stmt.content[0]),)) for stmt in reading.statements
        ),
        entities=tuple(
            replace(entity, gender=Gender("female", "she")) if entity.name == woman else entity
            for entity in reading.entities
        ),
    )
