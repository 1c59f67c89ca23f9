"""What the articles of each outlet come to: whose words they are, and how much rests on whom.

In: an engine. Out: a row for each outlet, with shares and how sure they are (see `shares`), and whom it
quotes most. Counted is what is summed up of each article (`tallies`): of nearly equal ones the first only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Engine, Float, case, cast, func, select

from onrecord.record.asking.counting import SUMMED
from onrecord.record.asking.profiles import Counted, named
from onrecord.record.asking.shares import Share, Sums, share
from onrecord.record.schema.tables import documents, merged, speakers, spoke, tallies

MOST = 15  # speakers of an outlet who are told

COLUMNS = tallies.c
WORDS = COLUMNS.own_words + COLUMNS.quoted_words + COLUMNS.reworded_words
TOLD = COLUMNS.women + COLUMNS.men
# Shares by name: what is counted, and of what it is a share.
SHARES: dict[str, tuple[ColumnElement[int], ColumnElement[int]]] = {
    "own": (COLUMNS.own_words, WORDS),
    "quoted": (COLUMNS.quoted_words, WORDS),
    "reworded": (COLUMNS.reworded_words, WORDS),
    "unnamed": (COLUMNS.unnamed, COLUMNS.statements),
    "women": (COLUMNS.women, TOLD),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """One outlet, or all articles of which it is not told. `shares` are those of `SHARES`.

    `women` and `men` are statements of people of whom the text tells it; of the others nobody guesses.
    """

    outlet: str | None
    articles: int
    statements: int
    unnamed: int
    women: int
    men: int
    own_words: int
    quoted_words: int
    reworded_words: int
    shares: dict[str, Share]

    @property
    def words(self) -> int:
        """All words."""
        return self.own_words + self.quoted_words + self.reworded_words

    @property
    def not_told(self) -> int:
        """Statements of whose speaker no word tells whether it is a woman or a man."""
        return max(0, self.statements - self.women - self.men)


class Outlets:
    """The outlets of a record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def rows(self, outlet: str | None = None) -> list[OutletRow]:
        """The outlets, those with most statements first, or one."""
        query = (
            select(
                documents.c.outlet,
                func.count().label("articles"),
                *(func.sum(tallies.c[name]).label(name) for name in SUMMED),
                *(column for name in SHARES for column in _sums(name)),
            )
            .join(documents, documents.c.number == tallies.c.document)
            .group_by(documents.c.outlet)
        )
        if outlet is not None:
            query = query.where(documents.c.outlet == outlet)
        with self._engine.connect() as connection:
            found = [
                OutletRow(
                    outlet=row["outlet"],
                    articles=row["articles"],
                    **{name: int(row[name] or 0) for name in SUMMED},
                    shares={name: share(_told(row, name)) for name in SHARES},
                )
                for row in connection.execute(query).mappings()
            ]
        return sorted(found, key=lambda row: (-row.statements, row.outlet or ""))

    def most_quoted(self, outlet: str) -> tuple[Counted, ...]:
        """Whom an outlet quotes most by name, with their statements; those who are one as one."""
        one = func.coalesce(merged.c.into, spoke.c.speaker)
        count = func.sum(spoke.c.statements)
        query = (
            select(one, count)
            .select_from(documents)
            .join(spoke, spoke.c.document == documents.c.number)
            .join(speakers, speakers.c.number == spoke.c.speaker)
            .outerjoin(merged, merged.c.speaker == spoke.c.speaker)
            .where(documents.c.outlet == outlet, speakers.c.type.not_in(("own", "anonymous")))
            .group_by(one)
            .order_by(count.desc(), one)
            .limit(MOST)
        )
        with self._engine.connect() as connection:
            return named(connection, ((row[0], int(row[1])) for row in connection.execute(query)))


def _sums(name: str) -> list[ColumnElement[Any]]:
    """The sums of one share, with a point: squares of words are too large for PostgreSQL's integers."""
    kind, every = (cast(column, Float) for column in SHARES[name])
    made = (case((every > 0, 1)), every, kind, every * every, every * kind, kind * kind)
    return [
        (func.count(column) if place == 0 else func.sum(column)).label(f"{name}_{place}")
        for place, column in enumerate(made)
    ]


def _told(row: Any, name: str) -> Sums:
    first, *others = (row[f"{name}_{place}"] for place in range(6))
    return Sums(int(first), *(float(value or 0) for value in others))
