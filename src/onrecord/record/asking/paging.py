"""Long lists of a record a page at a time: a page begins after a place, so that no row comes twice.

In: an engine, what is asked, and the place after which a page begins. Out: rows, and the place after which
the next page begins; None on the last. What comes into the record between two pages moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, func, or_, select

from onrecord.record.asking.filtering import Filter, found_by
from onrecord.record.asking.profiles import same_as
from onrecord.record.asking.queries import (
    by_count,
    by_name,
    document_columns,
    document_rows,
    rows_of,
    speaker_rows,
)
from onrecord.record.asking.rows import DocumentRow, Found, FoundRows, SpeakerRow
from onrecord.record.asking.searching import search_for
from onrecord.record.schema.tables import documents, speakers, spoke, statements

_Place = TypeVar("_Place")


class Said(NamedTuple):
    """A statement's place: the latest first, those without a day last."""

    day: str | None
    number: int


FIRST = Said("9999-12-31", 0)  # before all statements with a day


class Rank(NamedTuple):
    """A speaker's place: those with most statements first."""

    statements: int
    number: int


class Pages:
    """The long lists of a record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._search = search_for(engine.dialect.name)

    def statements(
        self, words: str = "", which: Filter | None = None, *, limit: int, after: Said | None = None
    ) -> tuple[FoundRows, Said | None]:
        """Statements whose content has all the words, the latest first."""
        with self._engine.connect() as connection:
            query = found_by(connection, self._search, words, which or Filter(), statements.c.number)
            if query is None:
                return FoundRows(), None
            places, following = _cut(_by_day(connection, query, after, limit + 1), limit)
            return rows_of(connection, [place.number for place in places]), following

    def newcomers(
        self, words: str = "", which: Filter | None = None, *, limit: int
    ) -> list[tuple[Found, str]]:
        """The statements that came into the record last, each with the moment at which it did."""
        with self._engine.connect() as connection:
            query = found_by(connection, self._search, words, which or Filter(), statements.c.number)
            if query is None:
                return []
            numbers = select(query.order_by(statements.c.number.desc()).limit(limit).subquery().c.number)
            found = rows_of(connection, list(connection.execute(numbers).scalars()))
            keys = {one.document for one in found}
            added = select(documents.c.key, documents.c.added).where(documents.c.key.in_(keys))
            moments = {row.key: row.added for row in connection.execute(added)}
            return [(one, moments[one.document]) for one in found]

    def documents(
        self, outlet: str | None = None, *, limit: int, after: int | None = None
    ) -> tuple[list[DocumentRow], int | None]:
        """Documents, those that came last first. `after` is a document's number."""
        query = select(documents.c.number).order_by(documents.c.number.desc()).limit(limit + 1)
        if outlet is not None:
            query = query.where(documents.c.outlet == outlet)
        if after is not None:
            query = query.where(documents.c.number < after)
        with self._engine.connect() as connection:
            numbers, following = _cut(list(connection.execute(query).scalars()), limit)
            rows = select(*document_columns()).where(documents.c.number.in_(numbers))
            return document_rows(connection, rows.order_by(documents.c.number.desc())), following

    def speakers(
        self, name: str = "", *, limit: int, after: Rank | None = None
    ) -> tuple[list[SpeakerRow], Rank | None]:
        """The speakers whom a name may stand for, those with most statements first; all, without a name."""
        with self._engine.connect() as connection:
            made = (by_name(connection, name) if name else by_count()).order_by(None).subquery()
            query = select(made).order_by(made.c.statements.desc(), made.c.number).limit(limit + 1)
            if after is not None:
                fewer, same = made.c.statements < after.statements, made.c.statements == after.statements
                query = query.where(or_(fewer, and_(same, made.c.number > after.number)))
            rows = speaker_rows(connection, query)
            ranks = [Rank(row.statements, number) for number, row in rows.items()]
            return list(rows.values())[:limit], _cut(ranks, limit)[1]

    def speaker(self, key: str) -> SpeakerRow | None:
        """A speaker by the key, one with all whom people decided to be the same; None where nobody has it."""
        with self._engine.connect() as connection:
            group = same_as(connection, key)
            if not group:
                return None
            same = list(group)
            head = same[0]
            statements_of = func.coalesce(func.sum(spoke.c.statements), 0).label("statements")
            documents_of = func.count(spoke.c.document.distinct()).label("documents")
            made = (
                select(speakers.c.number, statements_of, documents_of)
                .select_from(speakers.outerjoin(spoke, spoke.c.speaker.in_(same)))
                .where(speakers.c.number == head)
                .group_by(speakers.c.number)
            )
            return speaker_rows(connection, made)[head]


def _by_day(connection: Connection, matching: Select[Any], after: Said | None, limit: int) -> list[Said]:
    """The places of statements after one of them.

    Databases differ in where they put those without a day, so these are asked for by themselves.
    """
    query: Select[Any] = matching.with_only_columns(statements.c.said, statements.c.number)
    found: list[Said] = []
    if after is None or after.day is not None:
        dated = query.where(*_later(after or FIRST))
        found += _said(connection, dated.order_by(statements.c.said.desc(), statements.c.number).limit(limit))
    if len(found) < limit:
        undated = query.where(statements.c.said.is_(None))
        if after is not None and after.day is None:
            undated = undated.where(statements.c.number > after.number)
        found += _said(connection, undated.order_by(statements.c.number).limit(limit - len(found)))
    return found


def _later(after: Said) -> Iterator[ColumnElement[bool]]:
    """The conditions on statements with a day that stand after a place."""
    yield statements.c.said <= after.day  # by which an index is entered
    yield or_(statements.c.said < after.day, statements.c.number > after.number)


def _said(connection: Connection, query: Select[Any]) -> list[Said]:
    return [Said(*row) for row in connection.execute(query)]


def _cut(places: Sequence[_Place], limit: int) -> tuple[Sequence[_Place], _Place | None]:
    """The places of one page, and the last of them where there is a further page."""
    return places[:limit], places[limit - 1] if len(places) > limit else None
