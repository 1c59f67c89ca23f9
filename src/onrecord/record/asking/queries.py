"""Questions to a record: what was said, by whom, about whom, when and where.

In: words, names and a `Filter`. Out: rows. What people decided goes before what was read, and every row tells
which is which.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, Integer, Row, Select, cast, func, select, union_all

from onrecord.record.asking.facets import COUNTED, Facets, facets_of
from onrecord.record.asking.filtering import (
    EVERY,
    SPEAKER,
    STANDING,
    Filter,
    chosen,
    counting,
    found_by,
    said_about,
    said_by,
)
from onrecord.record.asking.rows import DocumentRow, Found, FoundRows, SpeakerRow
from onrecord.record.asking.searching import Search
from onrecord.record.schema.engines import at_once
from onrecord.record.schema.kept import ids_from
from onrecord.record.schema.tables import (
    documents,
    judged,
    judgements,
    merged,
    problems,
    readings,
    referred,
    speakers,
    spoke,
    statements,
)
from onrecord.record.writing.copies import keys_of_documents
from onrecord.record.writing.speaking import aliases, speakers_named

MANY = 100  # rows that are given unless more are asked for
SUGGESTED = 20  # speakers that a name may stand for
JUDGED = ("speaker", "source", "cue", "content", "addressee", "when_start", "when_end", "status")
PLACES = ("source", "cue", "content")


class Questions:
    """The questions that a record answers."""

    def __init__(self, engine: Engine, search: Search) -> None:
        self._engine = engine
        self._search = search

    def search(
        self, words: str = "", which: Filter | None = None, *, limit: int = MANY, after: int = 0
    ) -> FoundRows:
        """Statements whose content has all the words, the latest first; `after` so many of them."""
        with self._engine.connect() as connection:
            query = self._matching(connection, words, which or Filter())
            numbers = [] if query is None else _latest(connection, query, limit, after)
            return rows_of(connection, numbers)

    def sorted_out(
        self, words: str = "", which: Filter | None = None, *, limit: int = MANY, after: int = 0
    ) -> tuple[FoundRows, Facets]:
        """The answers of `search`, and what all of them come to by outlet, speaker, form, kind and year."""
        with self._engine.connect() as connection:
            query = self._matching(connection, words, which or Filter())
            numbers = [] if query is None else _latest(connection, query, COUNTED + 1, 0)
            wanted = numbers[after : after + limit]
            if query is not None and after + limit > len(numbers) > COUNTED:
                wanted = _latest(connection, query, limit, after)
            return rows_of(connection, wanted), facets_of(connection, numbers)

    def _matching(self, connection: Connection, words: str, which: Filter) -> Select[int] | None:
        """The numbers of the statements that `search` finds; None where the words hold none to look for."""
        return found_by(connection, self._search, words, which, statements.c.number)

    def count(self, words: str = "", which: Filter | None = None) -> int:
        """How many statements `search` would find."""
        with self._engine.connect() as connection:
            query = found_by(connection, self._search, words, which or Filter(), func.count())
            return 0 if query is None else int(connection.execute(query).scalar() or 0)

    def who(self, name: str, which: Filter | None = None, *, limit: int = MANY) -> FoundRows:
        """All that one speaker said, by the day it was said."""
        with self._engine.connect() as connection:
            query = chosen(connection, which or Filter(), statements.c.number)
            query = query.where(said_by(speakers_named(connection, name)))
            query = query.order_by(statements.c.said, statements.c.number).limit(limit)
            return _all(connection, query)

    def about(self, name: str, which: Filter | None = None, *, limit: int = MANY) -> FoundRows:
        """Who says what about somebody, by speaker and day."""
        with self._engine.connect() as connection:
            query = chosen(connection, which or Filter(), statements.c.number)
            query = query.where(said_about(speakers_named(connection, name)))
            query = query.order_by(speakers.c.name, statements.c.said, statements.c.number)
            return _all(connection, query.limit(limit))

    def speakers(self, name: str = "", *, limit: int = SUGGESTED, after: int = 0) -> list[SpeakerRow]:
        """The speakers whom a name may stand for, those with most statements first; all, without a name.

        Without a name those whom people decided to be one count as one, and nearly equal documents once.
        """
        with self._engine.connect() as connection:
            made = by_name(connection, name) if name else by_count()
            return list(speaker_rows(connection, made.limit(limit).offset(after)).values())

    def statement(self, id: str) -> FoundRows:
        """The statements with an id, or one that begins so; the same claim may stand in two documents."""
        with self._engine.connect() as connection:
            ends = ids_from(id)
            if ends is None:
                return FoundRows()
            query = chosen(connection, EVERY, statements.c.number).where(statements.c.id.between(*ends))
            return _all(connection, query.order_by(statements.c.id, statements.c.number).limit(MANY))

    def in_document(self, document: str, which: Filter | None = None) -> FoundRows:
        """The statements of a document, by its key, in the order of its text; rejected ones are there too."""
        with self._engine.connect() as connection:
            wanted = which or Filter(status=None, rejected=True, versions=True)
            query = chosen(connection, wanted, statements.c.number).where(documents.c.key == document)
            found = _all(connection, query)
        found.sort(key=lambda one: (one.content[0] if one.content else (0, 0), one.id))
        return found

    def state(self) -> tuple[Any, ...]:
        """Values that are others as soon as anything has come in, gone or been decided."""
        with self._engine.connect() as connection:
            return at_once(
                connection,
                *(func.max(documents.c.number), func.count(documents.c.number), func.max(documents.c.added)),
                *(func.max(readings.c.number), func.count(readings.c.number)),
                *(func.max(judgements.c.number), func.count(judgements.c.number), func.max(judgements.c.at)),
                func.count(problems.c.path),
            )

    def text(self, document: str) -> str | None:
        """The text of a document, by its key."""
        with self._engine.connect() as connection:
            found = connection.execute(select(documents.c.text).where(documents.c.key == document)).scalar()
            return None if found is None else str(found)

    def documents(
        self, *, outlet: str | None = None, latest: bool = False, limit: int = MANY, after: int = 0
    ) -> list[DocumentRow]:
        """The documents, in the order in which they came, or the latest of them first."""
        order = documents.c.number.desc() if latest else documents.c.number
        query = select(*document_columns()).order_by(order).limit(limit).offset(after)
        if outlet is not None:
            query = query.where(documents.c.outlet == outlet)
        with self._engine.connect() as connection:
            return document_rows(connection, query)

    def document(self, key: str) -> DocumentRow | None:
        """A document without its text, by its key."""
        with self._engine.connect() as connection:
            query = select(*document_columns()).where(documents.c.key == key)
            return next(iter(document_rows(connection, query)), None)

    def problems(self) -> list[tuple[str, str, str]]:
        """What could not be read: path, kind and why."""
        with self._engine.connect() as connection:
            query = select(problems.c.path, problems.c.kind, problems.c.message).order_by(problems.c.path)
            return [(row.path, row.kind, row.message) for row in connection.execute(query)]


def document_columns() -> list[Any]:
    """The columns that `document_rows` makes rows of."""
    return [documents.c[name] for name in DocumentRow.__dataclass_fields__]


def document_rows(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[DocumentRow]:
    """The rows of documents with the keys of those that they point to."""
    rows = [dict(row) for row in connection.execute(query).mappings()]
    links = ("near", "previous", "next")
    numbers = {row[name] for row in rows for name in links if row[name] is not None}
    keys = keys_of_documents(connection, numbers)
    return [DocumentRow(**row | {name: keys.get(row[name]) for name in links}) for row in rows]


def speaker_rows(connection: Connection, made: Select[*tuple[Any, ...]]) -> dict[int, SpeakerRow]:
    """The speakers of a query for numbers and counts, those with most statements first, by their numbers."""
    most = made.subquery()
    query = select(speakers.c.key, speakers.c.name, speakers.c.type, most).join(
        most, most.c.number == speakers.c.number
    )
    rows = connection.execute(query.order_by(most.c.statements.desc(), most.c.number)).all()
    also = aliases(connection, [row.number for row in rows])
    return {
        row.number: SpeakerRow(
            key=row.key, name=row.name, type=row.type, statements=row.statements,
            documents=row.documents, aliases=tuple(also.get(row.number, ())),
        )
        for row in rows
    }  # fmt: skip


def by_name(connection: Connection, name: str) -> Select[*tuple[Any, ...]]:
    """Who made statements among those whom a name stands for, or with them."""
    return (
        select(
            SPEAKER.label("number"),
            func.count().label("statements"),
            func.count(statements.c.document.distinct()).label("documents"),
        )
        .select_from(STANDING)
        .where(SPEAKER.is_not(None), *counting(Filter()))
        .where(said_by(speakers_named(connection, name)))
        .group_by(SPEAKER)
        .order_by(func.count().desc(), SPEAKER)
    )


def by_count() -> Select[*tuple[Any, ...]]:
    """Who made most statements, as they are summed up.

    All but a few speakers stand for themselves alone: these are summed in the order in which the table keeps
    them, which takes a quarter of the time that summing all under their heads does.
    """
    summed = func.sum(spoke.c.statements).label("statements"), func.count().label("documents")
    alone = select(spoke.c.speaker.label("number"), *summed).where(
        spoke.c.speaker.not_in(select(merged.c.speaker))
    )
    under_others = select(merged.c.into, *summed).join(spoke, spoke.c.speaker == merged.c.speaker)
    made = union_all(alone.group_by(spoke.c.speaker), under_others.group_by(merged.c.into)).subquery()
    most, those = (cast(func.sum(made.c[name]), Integer) for name in ("statements", "documents"))
    return (
        select(made.c.number, most.label("statements"), those.label("documents"))
        .where(made.c.number.not_in(select(speakers.c.number).where(speakers.c.type == "own")))
        .group_by(made.c.number)
        .order_by(most.desc(), made.c.number)
    )


def _columns() -> list[Any]:
    own = [column for column in statements.c if column.name not in ("document", "speaker")]
    return [
        *own,
        documents.c.key.label("document"),
        documents.c.id.label("document_id"),
        statements.c.document.label("document_number"),
        *(documents.c[name] for name in ("outlet", "title", "published", "address")),
        speakers.c.key.label("speaker"),
        speakers.c.name.label("speaker_name"),
        speakers.c.type.label("speaker_type"),
        judged.c.verdict,
        *(judged.c[name].label(f"judged_{name}") for name in JUDGED),
    ]


def _all(connection: Connection, query: Select[Any]) -> FoundRows:
    """The statements whose numbers a query gives, in its order: texts are fetched for these alone."""
    return rows_of(connection, list(connection.execute(query).scalars()))


def rows_of(connection: Connection, numbers: list[int]) -> FoundRows:
    """The statements with these numbers, in this order."""
    whole = select(*_columns()).select_from(STANDING).where(statements.c.number.in_(numbers))
    rows = {row.number: row for row in connection.execute(whole)}
    names = _referred(connection, numbers)
    # A text is kept small: it is made large once, not for each statement that stands in it.
    texts = _texts(connection, {row.document_number for row in rows.values()})
    there = [rows[number] for number in numbers if number in rows]  # one may have been taken out meanwhile
    return FoundRows(
        _found(row, names, texts[row.document_number]) for row in there if row.document_number in texts
    )


def _latest(connection: Connection, query: Select[int], limit: int, after: int) -> list[int]:
    """The latest of the statements of a query; those without a day last.

    These are asked for by themselves: databases differ in where they put them, and only so is the index of
    days of use, which takes a thousandth of the time where nothing else is asked.
    """
    dated = query.where(statements.c.said.is_not(None))
    by_day = dated.order_by(statements.c.said.desc(), statements.c.number)
    found = list(connection.execute(by_day.limit(limit).offset(after)).scalars())
    if len(found) < limit:
        passed = after + len(found)
        if after and not found:
            passed = connection.execute(dated.with_only_columns(func.count())).scalar_one()
        undated = query.where(statements.c.said.is_(None)).order_by(statements.c.number)
        rest = undated.limit(limit - len(found)).offset(max(0, after - passed))
        found += connection.execute(rest).scalars()
    return found


def _texts(connection: Connection, numbers: set[int]) -> dict[int, str]:
    """The texts of some documents by number."""
    query = select(documents.c.number, documents.c.text).where(documents.c.number.in_(numbers))
    return {row.number: row.text for row in connection.execute(query)}


def _referred(connection: Connection, numbers: list[int]) -> dict[tuple[int, str], tuple[str, ...]]:
    """The names of those whom statements are about and to whom they were made."""
    query = (
        select(referred.c.statement, referred.c.role, speakers.c.name)
        .join(speakers, speakers.c.number == referred.c.speaker)
        .where(referred.c.statement.in_(numbers))
        .order_by(referred.c.statement, speakers.c.name)
    )
    found: dict[tuple[int, str], tuple[str, ...]] = {}
    for row in connection.execute(query):
        found[row.statement, row.role] = (*found.get((row.statement, row.role), ()), row.name)
    return found


def _found(row: Row[Any], names: dict[tuple[int, str], tuple[str, ...]], text: str) -> Found:
    """A row with what people decided in place of what was read."""
    told = row._mapping
    changed = tuple(name for name in JUDGED if told[f"judged_{name}"] is not None)
    plain = (
        "id document document_id outlet title published address form kind status act stance confidence "
        "speaker speaker_name speaker_type said within origin verdict"
    ).split()
    values: dict[str, Any] = {name: told[name] for name in plain}
    for name in PLACES:
        spans = told[f"judged_{name}"] or told[name]
        values[name] = spans
        values[f"{name}_words"] = " … ".join(span.slice(text) for span in spans)
    for name in ("when_start", "when_end", "status"):
        values[name] = told[f"judged_{name}"] or told[name]
    to_whom = told["judged_addressee"]
    values["addressee"] = (to_whom,) if to_whom else names.get((row.number, "addressee"), ())
    values["about"] = names.get((row.number, "about"), ())
    return Found(**values, changed=changed)
