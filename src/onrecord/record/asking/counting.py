"""Counts over a whole record: how much there is, how much rests on unnamed people, and whose words it is.

In: an engine, and an outlet where only one is wanted. Out: plain rows. Only statements that count in answers
are counted: made, not rejected, in the current reading and the last version; of nearly equal documents the
first one counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Engine, func, literal_column, select

from onrecord.record.schema.tables import documents, judgements, problems, speakers, spoke, tallies

SUMMED = ("statements", "unnamed", "women", "men", "own_words", "quoted_words", "reworded_words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much a record holds. `near_copies` are documents with nearly the text of another one."""

    documents: int
    near_copies: int
    words: int
    statements: int
    speakers: int
    anonymous: int
    problems: int
    judgements: int

    @property
    def anonymous_share(self) -> float | None:
        """The share of statements whose speaker is unnamed; None where there is no statement."""
        return self.anonymous / self.statements if self.statements else None


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One outlet's month: documents, statements, and words by whose they are.

    `anonymous` counts the statements of unnamed people, `women` and `men` those of whom the text tells it.
    """

    outlet: str | None
    month: str | None
    documents: int
    statements: int
    anonymous: int
    women: int
    men: int
    own_words: int
    quoted_words: int
    reworded_words: int


class Counting:
    """The counts of a record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def totals(self) -> Totals:
        """How much there is of everything."""
        written = select(func.count(), func.count(documents.c.near), _sum(documents.c.words))
        said = select(_sum(tallies.c.statements), _sum(tallies.c.unnamed))
        made = select(spoke.c.speaker).group_by(spoke.c.speaker).subquery()
        people = (
            select(func.count())
            .select_from(made)
            .join(speakers, speakers.c.number == made.c.speaker)
            .where(speakers.c.type != "own")
        )
        with self._engine.connect() as connection:
            docs, near, words = connection.execute(written).one()
            stmts, anonymous = connection.execute(said).one()
            counted = connection.execute(people).scalar() or 0
            left = [
                connection.execute(select(func.count()).select_from(table)).scalar() or 0
                for table in (problems, judgements)
            ]
        return Totals(
            documents=docs, near_copies=near, words=words, statements=stmts, speakers=counted,
            anonymous=anonymous, problems=left[0], judgements=left[1],
        )  # fmt: skip

    def by_outlet_and_month(self) -> list[VoiceRow]:
        """Documents, statements and words by outlet and month of publication; unknown ones first."""
        outlet, month = (
            documents.c.outlet,
            func.substr(documents.c.published, literal_column("1"), literal_column("7")),
        )
        written = select(outlet, month, func.count()).group_by(outlet, month)
        said = (
            select(outlet, month, *(_sum(tallies.c[name]) for name in SUMMED))
            .join(documents, documents.c.number == tallies.c.document)
            .group_by(outlet, month)
        )
        counts: dict[tuple[str, str], list[Any]] = {}
        with self._engine.connect() as connection:
            for place, query in ((0, written), (1, said)):
                for found_outlet, found_month, *numbers in connection.execute(query):
                    row = counts.setdefault((found_outlet or "", found_month or ""), [0] * (len(SUMMED) + 1))
                    row[place : place + len(numbers)] = numbers
        return [
            VoiceRow(outlet or None, month or None, *numbers)
            for (outlet, month), numbers in sorted(counts.items())
        ]


def _sum(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(func.sum(column), 0)
