"""Counts over a whole record: how much there is, how much rests on unnamed people, and whose words it is.

In: an engine, and an outlet where only one is wanted. Out: plain rows. Only statements that count in answers
are counted: made, not rejected, in the current reading and the last version; of nearly equal documents the
first one counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Engine, Select, case, func, literal_column, select

from onrecord.record.filtering import SPEAKER, STANDING, UNNAMED, Filter, counting
from onrecord.record.tables import documents, judgements, problems, voices

# Who answers where a document speaks for itself.
OWN = "own"
QUOTED = ("direct", "mixed")
ONCE = Filter(copies=False)
# Documents that count: the last versions, and of nearly equal ones the first.
FIRST = (documents.c.next.is_(None), documents.c.near.is_(None))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRow:
    """One outlet's month: documents, statements, those of unnamed people, and words by whose they are."""

    outlet: str | None
    month: str | None
    documents: int
    statements: int
    anonymous: int
    own_words: int
    quoted_words: int
    reworded_words: int


class Counting:
    """The counts of a record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def totals(self) -> Totals:
        """How much there is of everything."""
        said = _said(func.count(), func.count(SPEAKER.distinct()), _sum(case((UNNAMED, 1), else_=0)))
        written = select(func.count(), func.count(documents.c.near), _sum(documents.c.words))
        with self._engine.connect() as connection:
            docs, near, words = connection.execute(written).one()
            stmts, speakers, anonymous = connection.execute(said).one()
            left = [
                connection.execute(select(func.count()).select_from(table)).scalar() or 0
                for table in (problems, judgements)
            ]
        return Totals(
            documents=docs, near_copies=near, words=words, statements=stmts, speakers=speakers,
            anonymous=anonymous, problems=left[0], judgements=left[1],
        )  # fmt: skip

    def by_outlet_and_month(self) -> list[VoiceRow]:
        """Documents, statements and words by outlet and month of publication; unknown ones first."""
        outlet, month = (
            documents.c.outlet,
            func.substr(documents.c.published, literal_column("1"), literal_column("7")),
        )
        written = select(outlet, month, func.count()).group_by(outlet, month)
        said = _said(outlet, month, func.count(), _sum(case((UNNAMED, 1), else_=0))).group_by(outlet, month)
        quoted = voices.c.form.in_(QUOTED)
        whose = (
            select(
                outlet,
                month,
                _words(voices.c.form == OWN),
                _words(quoted),
                _words((voices.c.form != OWN) & ~quoted),
            )
            .join(documents, documents.c.number == voices.c.document)
            .where(*FIRST)
            .group_by(outlet, month)
        )
        counts: dict[tuple[str, str], list[Any]] = {}
        with self._engine.connect() as connection:
            for place, query in ((0, written), (1, said), (3, whose)):
                for found_outlet, found_month, *numbers in connection.execute(query):
                    row = counts.setdefault((found_outlet or "", found_month or ""), [0] * 6)
                    row[place : place + len(numbers)] = numbers
        return [
            VoiceRow(
                outlet=outlet or None, month=month or None, documents=n[0], statements=n[1], anonymous=n[2],
                own_words=n[3], quoted_words=n[4], reworded_words=n[5],
            )
            for (outlet, month), n in sorted(counts.items())
        ]  # fmt: skip


def _said(*columns: ColumnElement[Any]) -> Select[Any]:
    """A question about the statements that count."""
    return select(*columns).select_from(STANDING).where(*counting(ONCE))


def _sum(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(func.sum(column), 0)


def _words(which: ColumnElement[bool]) -> ColumnElement[Any]:
    return _sum(case((which, voices.c.words), else_=0))
