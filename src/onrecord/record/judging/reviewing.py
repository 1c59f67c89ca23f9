"""The work of one reviewer, out of the judgements of all.

In: an engine and who judged. Out: his opinions of statements, as `onrecord.scores.agreement` compares them.
His last decision that stands counts. What he never decided himself is as it stood when he last judged the
statement: that is what he saw and let stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from onrecord.errors import Cause, StopRun
from onrecord.model import Span
from onrecord.model.review import Opinion, Review, ReviewedDocument
from onrecord.record.judging.settling import outcome_of, undone
from onrecord.record.sampling.completing import complete_by
from onrecord.record.schema.engines import batched
from onrecord.record.schema.tables import documents, heirs, judgements, merged, speakers, statements


def review(engine: Engine, by: str) -> Review:
    """What a person judged, by document. Raises `StopRun` where nothing of his stands."""
    with engine.connect() as connection:
        entries = _entries(connection)
        mine = {id: rows for id, rows in entries.items() if any(row.by == by for row in rows)}
        stands = _statements(connection, mine)
        opinions: dict[str, dict[str, Opinion]] = {}
        people = _People(connection)
        for id, rows in mine.items():
            if id in stands:
                opinion = _opinion(connection, stands[id], rows, by, people)
                opinions.setdefault(stands[id].key, {})[id] = opinion
        complete: dict[str, list[Span]] = {}
        for place, who in complete_by(connection).items():
            if by in who:
                complete.setdefault(place.document, []).append(place.span)
        found = _documents(connection, {*opinions, *complete})
    if not found:
        raise StopRun(Cause.INPUT, f"{by!r} has judged nothing here. `onrecord judge list` tells who has.")
    return {
        key: ReviewedDocument(
            id=row.id, text=row.text, opinions=opinions.get(key, {}), complete=tuple(complete.get(key, ()))
        )
        for key, row in found.items()
    }


class _People:
    """Speakers by number: keys and names, those of whom people decided to be one the same."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._heads = {row.speaker: row.into for row in connection.execute(select(merged))}
        self._known: dict[int, tuple[str, str]] = {}

    def known(self, number: int | None) -> tuple[str | None, str | None]:
        """Key and name of a speaker."""
        if number is None:
            return None, None
        head = self._heads.get(number, number)
        if head not in self._known:
            query = select(speakers.c.key, speakers.c.name).where(speakers.c.number == head)
            row = self._connection.execute(query).one()
            self._known[head] = (row.key, row.name)
        return self._known[head]


def _entries(connection: Connection) -> dict[str, list[Row[Any]]]:
    """The judgements that stand, in order, by the id of the statement that they count for now."""
    taken_back = undone(connection)
    gone_to = _heirs(connection)
    query = select(judgements).where(judgements.c.statement.is_not(None), judgements.c.action != "undo")
    found: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(query.order_by(judgements.c.number)):
        if row.number not in taken_back:
            found.setdefault(gone_to.get(row.statement, row.statement), []).append(row)
    return found


def _heirs(connection: Connection) -> dict[str, str]:
    """To which statements those that are gone left their judgements, by ids; the last ones of a line."""
    gone, heir = statements.alias(), statements.alias()
    query = select(gone.c.id.label("gone"), heir.c.id.label("heir")).select_from(
        heirs.join(gone, gone.c.number == heirs.c.statement).join(heir, heir.c.number == heirs.c.heir)
    )
    next_of = {row.gone: row.heir for row in connection.execute(query)}
    last: dict[str, str] = {}
    for id in next_of:
        seen = {id}
        at = next_of[id]
        while at in next_of and at not in seen:
            seen.add(at)
            at = next_of[at]
        last[id] = at
    return last


def _statements(connection: Connection, ids: Mapping[str, Any]) -> dict[str, Row[Any]]:
    """The rows of statements with their documents' keys, by id; of a claim in several documents the first."""
    found: dict[str, Row[Any]] = {}
    for some in batched(ids):
        query = (
            select(statements, documents.c.key)
            .join(documents, documents.c.number == statements.c.document)
            .where(statements.c.id.in_(some))
            .order_by(statements.c.number)
        )
        for row in connection.execute(query):
            found.setdefault(row.id, row)
    return found


def _opinion(
    connection: Connection, stmt: Row[Any], rows: Sequence[Row[Any]], by: str, people: _People
) -> Opinion:
    last = max(row.number for row in rows if row.by == by)
    seen = outcome_of(connection, [row for row in rows if row.number <= last])
    own = outcome_of(connection, [row for row in rows if row.by == by])
    what = seen | own
    source, cue, content = (what.get(name) or getattr(stmt, name) for name in ("source", "cue", "content"))
    key, name = people.known(what.get("speaker", stmt.speaker))
    return Opinion(
        # Who sets something right in a statement takes it for one.
        right=own.get("verdict") != "rejected",
        source=source,
        cue=cue,
        content=content,
        speaker=key,
        speaker_name=name,
    )


def _documents(connection: Connection, keys: set[str]) -> dict[str, Row[Any]]:
    found: dict[str, Row[Any]] = {}
    for some in batched(sorted(keys)):
        query = select(documents.c.key, documents.c.id, documents.c.text).where(documents.c.key.in_(some))
        found |= {row.key: row for row in connection.execute(query.order_by(documents.c.number))}
    return found
