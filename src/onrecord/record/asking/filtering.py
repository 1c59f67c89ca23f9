"""Which statements count: one place for questions, counts and exports.

In: a `Filter`. Out: a query over the statements that it lets through. Unless asked for otherwise only those
that were made (`asserted`), that nobody rejected, that the current reading still has, and that stand in the
last version of their document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select

from onrecord.record.asking.searching import Search
from onrecord.record.schema.tables import THERE, documents, judged, referred, speakers, statements
from onrecord.record.writing.speaking import speakers_named

SPEAKER = func.coalesce(judged.c.speaker, statements.c.speaker)
# Statements with their documents, what people decided of them, and who is taken to have made them.
STANDING = (
    statements.join(documents, documents.c.number == statements.c.document)
    .outerjoin(judged, judged.c.statement == statements.c.number)
    .outerjoin(speakers, speakers.c.number == SPEAKER)
)
UNNAMED = speakers.c.type == "anonymous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which statements count. `since` and `until` are ISO days, both included.

    `speaker` and `about` are names. `status` None means all; `anonymous` True means only unnamed speakers,
    False only others. `rejected` and `gone` let in what people rejected, and what a later reading lost;
    `versions` lets in earlier versions of documents, and `copies` False leaves nearly equal documents out.
    """

    speaker: str | None = None
    about: str | None = None
    outlet: str | None = None
    form: str | None = None
    kind: str | None = None
    status: str | None = "asserted"
    since: str | None = None
    until: str | None = None
    anonymous: bool | None = None
    min_confidence: float = 0.0
    rejected: bool = False
    gone: bool = False
    versions: bool = False
    copies: bool = True


EVERY = Filter(status=None, rejected=True, gone=True, versions=True)


def chosen(connection: Connection, which: Filter, *columns: Any) -> Select[Any]:
    """Columns of the statements that a filter lets through, names among them."""
    query = select(*columns).select_from(STANDING).where(*counting(which))
    if which.outlet is not None:
        query = query.where(documents.c.outlet.in_(_spelled(connection, which.outlet)))
    if which.speaker is not None:
        query = query.where(said_by(speakers_named(connection, which.speaker)))
    if which.about is not None:
        query = query.where(said_about(speakers_named(connection, which.about)))
    return query


def found_by(
    connection: Connection, search: Search, words: str, which: Filter, *columns: Any
) -> Select[Any] | None:
    """Columns of the statements with some words that a filter lets through; all of these without words.

    None where what was typed holds no word to look for.
    """
    query = chosen(connection, which, *columns)
    if not words.strip():
        return query
    condition = search.matches(connection, words)
    return None if condition is None else query.where(condition)


def counting(which: Filter) -> list[ColumnElement[bool]]:
    """The conditions of a filter on statements and their documents, but for names of people and outlets."""
    found: list[ColumnElement[bool]] = []
    for column, value in (
        (statements.c.form, which.form),
        (statements.c.kind, which.kind),
    ):
        if value is not None:
            found.append(column == value)
    if which.status is not None:
        found.append(_of_status(which.status))
    if which.since is not None:
        found.append(statements.c.said >= which.since)
    if which.until is not None:
        found.append(statements.c.said <= which.until)
    if which.anonymous is not None:
        found.append(_by_unnamed() if which.anonymous else or_(~UNNAMED, speakers.c.type.is_(None)))
    if which.min_confidence:
        found.append(statements.c.confidence >= which.min_confidence)
    if not which.rejected:
        found.append(or_(judged.c.verdict.is_(None), judged.c.verdict != "rejected"))
    if not which.gone:
        found.append(statements.c.origin.in_(THERE))
    if not which.versions:
        found.append(documents.c.next.is_(None))
    if not which.copies:
        found.append(documents.c.near.is_(None))
    return found


def _of_status(status: str) -> ColumnElement[bool]:
    """Statements of a status as decided, else as read.

    Those that people decided otherwise are taken out and in by lists: a database that has to work out the
    status of each row takes few to have it, and looks at all of them instead of at the latest.
    """
    other = judged.alias()
    away = select(other.c.statement).where(other.c.status.is_not(None), other.c.status != status)
    hither = select(other.c.statement).where(other.c.status == status)
    as_read = and_(statements.c.status == status, statements.c.number.not_in(away))
    return or_(as_read, statements.c.number.in_(hither))


def _spelled(connection: Connection, outlet: str) -> list[str]:
    """An outlet's name as it is spelled in the record, in whatever capitals: by these an index is entered."""
    # SQLite makes small letters of A to Z alone: a name that is given as it stands is found in any case.
    same = or_(documents.c.outlet == outlet, func.lower(documents.c.outlet) == outlet.lower())
    found = connection.execute(select(documents.c.outlet).where(same).distinct()).scalars()
    return [name for name in found if name is not None]


def _by_unnamed() -> ColumnElement[bool]:
    """Statements of people without a name: found by their speakers, who are few."""
    who = select(speakers.c.number).where(speakers.c.type == "anonymous")
    read = select(statements.c.number).where(statements.c.speaker.in_(who))
    decided = select(judged.c.statement).where(judged.c.speaker.in_(who))
    return and_(statements.c.number.in_(read.union(decided)), UNNAMED)


def said_by(numbers: Sequence[int]) -> ColumnElement[bool]:
    """Statements of some speakers, or of groups that they are of; what a person decided goes first."""
    if not numbers:
        return false()
    read = select(statements.c.number).where(statements.c.speaker.in_(numbers))
    grouped = select(referred.c.statement).where(referred.c.speaker.in_(numbers), referred.c.role == "member")
    decided = select(judged.c.statement).where(judged.c.speaker.in_(numbers))
    mine = or_(judged.c.speaker.is_(None), judged.c.speaker.in_(numbers))
    return and_(statements.c.number.in_(read.union(grouped, decided)), mine)


def said_about(numbers: Sequence[int]) -> ColumnElement[bool]:
    """Statements that are about somebody."""
    if not numbers:
        return false()
    hits = select(referred.c.statement).where(referred.c.speaker.in_(numbers), referred.c.role == "about")
    return statements.c.number.in_(hits)
