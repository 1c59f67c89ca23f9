"""What the answers to a question come to: how many by outlet, speaker, form, kind and year.

In: an open connection and numbers of statements, the latest first. Out: counts under headings. Of very many
answers the latest are counted, and it is told that there are more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.record.asking.filtering import STANDING
from onrecord.record.asking.profiles import named
from onrecord.record.schema.engines import batched
from onrecord.record.schema.tables import documents, merged, speakers, statements

COUNTED = 3_000  # answers that are counted: more would keep people waiting
SHOWN = 8  # outlets and speakers that are told


@dataclass(frozen=True, slots=True)
class Facet:
    """A heading that narrows answers: the value to ask for, the words to show, and how many there are."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The answers by each heading. `counted` are looked at; `more` says that there are further ones."""

    counted: int
    more: bool
    outlets: tuple[Facet, ...]
    speakers: tuple[Facet, ...]
    forms: tuple[Facet, ...]
    kinds: tuple[Facet, ...]
    years: tuple[Facet, ...]
    unnamed: int


COLUMNS = (
    documents.c.outlet,
    func.coalesce(merged.c.into, speakers.c.number).label("who"),
    speakers.c.type.label("type"),
    statements.c.form,
    statements.c.kind,
    statements.c.said,
)


def facets_of(connection: Connection, numbers: Sequence[int]) -> Facets:
    """The facets of some statements; one more than are counted says that there are more."""
    rows: list[Any] = []
    for some in batched(numbers[:COUNTED]):
        whole = STANDING.outerjoin(merged, merged.c.speaker == speakers.c.number)
        query = select(*COLUMNS).select_from(whole).where(statements.c.number.in_(some))
        rows += connection.execute(query).all()
    more = len(numbers) > COUNTED
    who = Counter(row.who for row in rows if row.who is not None)
    years = Counter(row.said[:4] for row in rows if row.said)
    return Facets(
        counted=len(rows),
        more=more,
        outlets=_told(Counter(row.outlet for row in rows if row.outlet)),
        speakers=tuple(
            Facet(one.key or "", one.name, one.count) for one in named(connection, who.most_common(SHOWN))
        ),
        forms=_told(Counter(row.form for row in rows)),
        kinds=_told(Counter(row.kind for row in rows)),
        years=tuple(Facet(year, year, count) for year, count in sorted(years.items(), reverse=True)),
        unnamed=sum(row.type == "anonymous" for row in rows),
    )


def _told(counts: Mapping[str, int]) -> tuple[Facet, ...]:
    return tuple(Facet(value, value, count) for value, count in Counter(counts).most_common(SHOWN))
