"""What counts of each document, summed up: counts over a record then need not look at every statement.

In: an open connection and numbers of documents. Out: their rows of `spoke` and `tallies`, made anew from
their statements and what was decided about them. Documents that don't count have none: earlier versions, and
all but the first of nearly equal ones. Whoever changes what counts calls `recount`; `verify` checks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, delete, func, insert, or_, select

from onrecord.record.schema.engines import batched
from onrecord.record.schema.tables import (
    THERE,
    documents,
    genders,
    judged,
    speakers,
    spoke,
    statements,
    tallies,
    voices,
)
from onrecord.record.writing.speaking import numbers_of

QUOTED = ("direct", "mixed")
OWN = "own"  # where a document speaks for itself
NOBODY = "unclear"  # who has made a statement of which nobody is found to be the source
FIRST = (documents.c.next.is_(None), documents.c.near.is_(None))


def recount(connection: Connection, numbers: Iterable[int]) -> None:
    """Sums up some documents anew."""
    wanted = dict.fromkeys(numbers)
    if not wanted:
        return
    nobody = numbers_of(connection, ())[NOBODY]
    for some in batched(wanted):
        forget(connection, some)
        for table, query in ((spoke, _spoke(some, nobody)), (tallies, _tallied(some))):
            connection.execute(insert(table).from_select([column.name for column in table.c], query))


def forget(connection: Connection, numbers: Sequence[int]) -> None:
    """Takes away what some documents come to."""
    for table in (spoke, tallies):
        connection.execute(delete(table).where(table.c.document.in_(numbers)))


def is_miscounted(connection: Connection, number: int) -> bool:
    """Whether what is summed up of a document is not what its statements come to."""
    nobody = numbers_of(connection, ())[NOBODY]
    for table, query in ((spoke, _spoke([number], nobody)), (tallies, _tallied([number]))):
        kept = connection.execute(select(table).where(table.c.document == number)).all()
        if sorted(tuple(row) for row in kept) != sorted(tuple(row) for row in connection.execute(query)):
            return True
    return False


def _spoke(numbers: Sequence[int], nobody: int) -> Select[Any]:
    """The rows of `spoke` that some documents come to: asserted, there, and not rejected."""
    whose = func.coalesce(judged.c.speaker, statements.c.speaker, nobody)
    return (
        select(whose, statements.c.document, func.count())
        .select_from(statements)
        .join(documents, documents.c.number == statements.c.document)
        .outerjoin(judged, judged.c.statement == statements.c.number)
        .where(statements.c.document.in_(numbers), *FIRST)
        .where(func.coalesce(judged.c.status, statements.c.status) == "asserted")
        .where(statements.c.origin.in_(THERE))
        .where(or_(judged.c.verdict.is_(None), judged.c.verdict != "rejected"))
        .group_by(whose, statements.c.document)
    )


def _tallied(numbers: Sequence[int]) -> Select[Any]:
    """The rows of `tallies` that some documents come to, from their rows of `spoke` and `voices`."""
    told = and_(genders.c.document == spoke.c.document, genders.c.speaker == spoke.c.speaker)
    return (
        select(
            documents.c.number,
            _sum(spoke.c.statements),
            _sum(case((speakers.c.type == "anonymous", spoke.c.statements), else_=0)),
            _sum(case((genders.c.gender == "female", spoke.c.statements), else_=0)),
            _sum(case((genders.c.gender == "male", spoke.c.statements), else_=0)),
            _words(voices.c.form == OWN),
            _words(voices.c.form.in_(QUOTED)),
            _words(voices.c.form.not_in((OWN, *QUOTED))),
        )
        .select_from(documents)
        .outerjoin(spoke, spoke.c.document == documents.c.number)
        .outerjoin(speakers, speakers.c.number == spoke.c.speaker)
        .outerjoin(genders, told)
        .where(documents.c.number.in_(numbers), *FIRST)
        .group_by(documents.c.number)
    )


def _words(which: ColumnElement[bool]) -> ColumnElement[Any]:
    """The words of a document that are of some form."""
    mine = select(_sum(voices.c.words)).where(voices.c.document == documents.c.number, which)
    return mine.correlate(documents).scalar_subquery()


def _sum(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(func.sum(column), 0)
