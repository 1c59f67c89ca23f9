"""Questions to a record: what was said, by whom, about whom, when and where.

In: words, names and a `Filter`. Out: rows. Unless asked for otherwise only statements that were made
(`asserted`), that nobody rejected and that the current reading still has are given. What people decided goes
before what was read, and every row tells which is which.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, and_, false, func, or_, select

from onrecord.record.bodies import spans_of
from onrecord.record.naming import fold
from onrecord.record.rows import DocumentRow, Found, SpeakerRow
from onrecord.record.searching import Search
from onrecord.record.tables import documents, judged, merged, names, problems, referred, statements

MANY = 100  # rows that are given unless more are asked for
SUGGESTED = 20  # speakers that a name may stand for

# Statements with their documents and what people decided of them.
STANDING = statements.join(documents, documents.c.key == statements.c.document).outerjoin(
    judged, judged.c.statement == statements.c.number
)
SPEAKER = func.coalesce(judged.c.speaker, statements.c.speaker)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which statements count. `since` and `until` are ISO days, both included.

    `speaker` and `about` are names. `status` None means all; `anonymous` True means only unnamed speakers,
    False only named ones. `rejected` and `gone` let in what people rejected, and what a later reading lost.
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


class Questions:
    """The questions that a record answers."""

    def __init__(self, engine: Engine, search: Search) -> None:
        self._engine = engine
        self._search = search

    def search(
        self, words: str = "", which: Filter | None = None, *, limit: int = MANY, after: int = 0
    ) -> list[Found]:
        """Statements whose content has all the words, the latest first; `after` so many of them."""
        with self._engine.connect() as connection:
            query = chosen(connection, which or Filter(), *_columns())
            condition = self._search.matches(words) if words.strip() else None
            if words.strip() and condition is None:
                return []
            if condition is not None:
                query = query.where(condition)
            query = query.order_by(statements.c.said.desc(), statements.c.number).limit(limit).offset(after)
            return [_found(row) for row in connection.execute(query)]

    def count(self, words: str = "", which: Filter | None = None) -> int:
        """How many statements `search` would find."""
        with self._engine.connect() as connection:
            query = chosen(connection, which or Filter(), *_columns())
            condition = self._search.matches(words) if words.strip() else None
            if condition is not None:
                query = query.where(condition)
            inner = query.with_only_columns(statements.c.number).subquery()
            return int(connection.execute(select(func.count()).select_from(inner)).scalar() or 0)

    def who(self, name: str, which: Filter | None = None, *, limit: int = MANY) -> list[Found]:
        """All that one speaker said, by the day it was said."""
        with self._engine.connect() as connection:
            keys = keys_of(connection, name)
            query = chosen(connection, which or Filter(), *_columns()).where(_said_by(keys))
            query = query.order_by(statements.c.said, statements.c.number).limit(limit)
            return [_found(row) for row in connection.execute(query)]

    def about(self, name: str, which: Filter | None = None, *, limit: int = MANY) -> list[Found]:
        """Who says what about somebody, by speaker and day."""
        with self._engine.connect() as connection:
            query = chosen(connection, which or Filter(), *_columns())
            query = query.where(_about(keys_of(connection, name)))
            query = query.order_by(statements.c.speaker_name, statements.c.said, statements.c.number)
            return [_found(row) for row in connection.execute(query.limit(limit))]

    def speakers(self, name: str = "", *, limit: int = SUGGESTED) -> list[SpeakerRow]:
        """The speakers whom a name may stand for, those with most statements first; all, without a name."""
        with self._engine.connect() as connection:
            query = (
                select(
                    SPEAKER.label("key"),
                    func.max(func.coalesce(judged.c.speaker_name, statements.c.speaker_name)).label("name"),
                    func.max(statements.c.speaker_type).label("type"),
                    func.count().label("statements"),
                    func.count(statements.c.document.distinct()).label("documents"),
                )
                .select_from(statements.outerjoin(judged, judged.c.statement == statements.c.number))
                .where(SPEAKER.is_not(None), *_counting(Filter()))
                .group_by(SPEAKER)
                .order_by(func.count().desc(), SPEAKER)
                .limit(limit)
            )
            if name:
                query = query.where(_said_by(keys_of(connection, name)))
            rows = connection.execute(query).all()
            aliases = _aliases(connection, [row.key for row in rows])
            return [
                SpeakerRow(
                    key=row.key, name=row.name or "", type=row.type or "", statements=row.statements,
                    documents=row.documents, aliases=tuple(aliases.get(row.key, ())),
                )
                for row in rows
            ]  # fmt: skip

    def statement(self, id: str) -> list[Found]:
        """The statements with an id, or one that begins so; the same claim may stand in two documents."""
        with self._engine.connect() as connection:
            every = Filter(status=None, rejected=True, gone=True)
            mine = statements.c.id.startswith(id, autoescape=True)
            query = chosen(connection, every, *_columns()).where(mine)
            return [_found(row) for row in connection.execute(query.limit(MANY))]

    def text(self, document: str) -> str | None:
        """The text of a document, by its key."""
        with self._engine.connect() as connection:
            found = connection.execute(select(documents.c.text).where(documents.c.key == document)).scalar()
            return None if found is None else str(found)

    def documents(self, *, limit: int = MANY, after: int = 0) -> list[DocumentRow]:
        """The documents, in the order in which they came."""
        with self._engine.connect() as connection:
            query = select(documents).order_by(documents.c.added, documents.c.key).limit(limit).offset(after)
            return [_document(row) for row in connection.execute(query)]

    def problems(self) -> list[tuple[str, str, str]]:
        """What could not be read: path, kind and why."""
        with self._engine.connect() as connection:
            query = select(problems.c.path, problems.c.kind, problems.c.message).order_by(problems.c.path)
            return [(row.path, row.kind, row.message) for row in connection.execute(query)]


def chosen(connection: Connection, which: Filter, *columns: Any) -> Select[Any]:
    """Columns of the statements that a filter lets through, names among them."""
    query = select(*columns).select_from(STANDING).where(*_counting(which))
    if which.speaker is not None:
        query = query.where(_said_by(keys_of(connection, which.speaker)))
    if which.about is not None:
        query = query.where(_about(keys_of(connection, which.about)))
    return query


def _columns() -> list[Any]:
    own = [column for column in statements.c if column.name not in ("number", "because")]
    return [
        *own,
        statements.c.because,
        documents.c.id.label("document_id"),
        documents.c.outlet,
        documents.c.title,
        documents.c.published,
        documents.c.address,
        judged.c.verdict,
        *(judged.c[name].label(f"judged_{name}") for name in JUDGED),
    ]


JUDGED = ("speaker", "speaker_name", "source", "cue", "content", "addressee", "when_start", "when_end")


def _counting(which: Filter) -> list[ColumnElement[bool]]:
    """The conditions of a filter on statements and their documents, names left aside."""
    found: list[ColumnElement[bool]] = []
    for column, value in ((statements.c.form, which.form), (statements.c.kind, which.kind)):
        if value is not None:
            found.append(column == value)
    if which.status is not None:
        found.append(statements.c.status == which.status)
    if which.outlet is not None:
        found.append(func.lower(documents.c.outlet) == which.outlet.lower())
    if which.since is not None:
        found.append(statements.c.said >= which.since)
    if which.until is not None:
        found.append(statements.c.said <= which.until)
    if which.anonymous is not None:
        unnamed = statements.c.speaker_type == "anonymous"
        found.append(unnamed if which.anonymous else ~unnamed)
    if which.min_confidence:
        found.append(statements.c.confidence >= which.min_confidence)
    if not which.rejected:
        found.append(or_(judged.c.verdict.is_(None), judged.c.verdict != "rejected"))
    if not which.gone:
        found.append(or_(statements.c.origin != "gone", judged.c.verdict == "accepted"))
    return found


def keys_of(connection: Connection, name: str) -> list[str]:
    """The keys of those whom a name stands for, just so or else within a longer name; merged ones too."""
    if ":" in name:
        return _with_merged(connection, [name])
    folded = fold(name)
    if not folded:
        return []
    exact = connection.execute(select(names.c.key).where(names.c.folded == folded).distinct())
    found = [row.key for row in exact]
    if not found:
        part = names.c.folded.contains(folded, autoescape=True)
        found = [
            row.key for row in connection.execute(select(names.c.key).where(part).distinct().limit(MANY))
        ]
    return _with_merged(connection, found)


def _with_merged(connection: Connection, keys: Sequence[str]) -> list[str]:
    """The keys with all that people decided to be the same."""
    if not keys:
        return []
    into = connection.execute(select(merged.c.into).where(merged.c.key.in_(keys)))
    heads = {*keys, *(row.into for row in into)}
    same = connection.execute(select(merged.c.key).where(merged.c.into.in_(heads)))
    return sorted({*heads, *(row.key for row in same)})


def _said_by(keys: Sequence[str]) -> ColumnElement[bool]:
    """Statements of some speakers; what a person decided goes before what was read."""
    if not keys:
        return false()
    read = select(statements.c.number).where(statements.c.speaker.in_(keys))
    decided = select(judged.c.statement).where(judged.c.speaker.in_(keys))
    mine = or_(judged.c.speaker.is_(None), judged.c.speaker.in_(keys))
    return and_(statements.c.number.in_(read.union(decided)), mine)


def _about(keys: Sequence[str]) -> ColumnElement[bool]:
    if not keys:
        return false()
    hits = select(referred.c.statement).where(referred.c.entity.in_(keys), referred.c.role == "about")
    return statements.c.number.in_(hits)


def _aliases(connection: Connection, keys: Iterable[str]) -> dict[str, list[str]]:
    query = select(names.c.key, names.c.name).where(names.c.key.in_(list(keys))).order_by(names.c.name)
    found: dict[str, list[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.key, []).append(row.name)
    return found


def _found(row: Row[Any]) -> Found:
    """A row with what people decided in place of what was read."""
    told = row._mapping
    changed = tuple(name for name in JUDGED if told[f"judged_{name}"] is not None and name != "speaker_name")

    def best(name: str) -> Any:
        decided = told[f"judged_{name}"]
        return told[name] if decided is None else decided

    plain = (
        "id document document_id outlet title published address form kind status act stance confidence "
        "speaker_type because source_words cue_words content_words said within origin verdict"
    ).split()
    values: dict[str, Any] = {name: told[name] for name in plain}
    values |= {name: spans_of(best(name)) for name in ("source", "cue", "content")}
    values |= {name: best(name) for name in ("speaker", "speaker_name", "when_start", "when_end")}
    return Found(**values, addressee=told["judged_addressee"], changed=changed)


def _document(row: Row[Any]) -> DocumentRow:
    wanted = DocumentRow.__dataclass_fields__
    return DocumentRow(**{name: row._mapping[name] for name in wanted})
