"""Which paragraphs people have judged completely: every statement in them, and what was missed added.

In: an open connection, and places. Out: judgements "complete", whose parts accept what was left, and which
are undone with them. A statement belongs to the paragraph in which its content begins. A paragraph in which a
later reading found a statement that nobody has judged is open again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select

from onrecord.model import Span
from onrecord.record.judging.noting import note
from onrecord.record.judging.settling import settle_claims, undone
from onrecord.record.schema.engines import batched
from onrecord.record.schema.tables import THERE, documents, heirs, judged, judgements, speakers, statements

# What a person who completes a paragraph is taken to think of a statement, by what stands of it.
AS_IT_STANDS = {None: "accept", "accepted": "accept", "rejected": "reject"}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A paragraph: its document's key, and where it stands in the text, in code points, end exclusive."""

    document: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands in its text."""
        return Span(self.start, self.end)


def complete_paragraph(connection: Connection, place: Place, sample: int, *, by: str) -> tuple[int, int]:
    """Marks a paragraph as judged completely; gives the judgement's number, and how many it accepted."""
    rows = [row for row in statement_rows(connection, [place.document]) if row.origin in THERE]
    begun = [row for row in rows if begins_in(row, place)]
    mine = judged_by(connection, by, [row.id for row in begun])
    left = [row for row in begun if row.id not in mine or row.verdict is None]
    detail = {"sample": sample, "span": [place.start, place.end]}
    number = note(connection, "complete", detail, by=by, document=place.document)
    for row in left:
        note(connection, AS_IT_STANDS[row.verdict], {}, by=by, statement=row.id, part_of=number)
    settle_claims(connection, [row.id for row in left])
    return number, sum(row.verdict != "rejected" for row in left)


def complete_by(connection: Connection) -> dict[Place, tuple[str, ...]]:
    """The paragraphs that people have judged completely, and who did."""
    taken_back = undone(connection)
    query = select(judgements).where(judgements.c.action == "complete").order_by(judgements.c.number)
    found: dict[Place, tuple[str, ...]] = {}
    for row in connection.execute(query):
        if row.number in taken_back:
            continue
        start, end = json.loads(row.detail)["span"]
        place = Place(row.document, start, end)
        found[place] = tuple(dict.fromkeys((*found.get(place, ()), row.by)))
    return found


def reopened(connection: Connection, places: Iterable[Place]) -> set[Place]:
    """Those of some complete paragraphs in which a statement stands that nobody has judged."""
    mine: dict[str, list[Place]] = {}
    for place in places:
        mine.setdefault(place.document, []).append(place)
    return {
        place
        for row in statement_rows(connection, mine)
        if row.origin in THERE and row.verdict is None
        for place in mine[row.key]
        if begins_in(row, place)
    }


def statement_rows(connection: Connection, keys: Collection[str]) -> list[Row[Any]]:
    """The statements of some documents with what was decided, in the order of documents.

    `content` is as it was read, `judged_content` as decided; `read_type` and `true_type` are the types of
    the speakers that were read and that stand.
    """
    read, true = speakers.alias(), speakers.alias()
    query = (
        select(
            statements,
            documents.c.key,
            documents.c.outlet,
            judged.c.verdict,
            *(judged.c[name].label(f"judged_{name}") for name in ("source", "cue", "content", "status")),
            read.c.type.label("read_type"),
            true.c.type.label("true_type"),
            true.c.name.label("speaker_name"),
            heirs.c.heir,
        )
        .join(documents, documents.c.number == statements.c.document)
        .outerjoin(judged, judged.c.statement == statements.c.number)
        .outerjoin(read, read.c.number == statements.c.speaker)
        .outerjoin(true, true.c.number == func.coalesce(judged.c.speaker, statements.c.speaker))
        .outerjoin(heirs, heirs.c.statement == statements.c.number)
        .order_by(statements.c.document, statements.c.number)
    )
    rows: list[Row[Any]] = []
    for some in batched(keys):
        rows += connection.execute(query.where(documents.c.key.in_(some)))
    return rows


def begins_in(row: Row[Any], place: Place) -> bool:
    """Whether a statement belongs to a paragraph of its document: its content begins there."""
    begin: int = min(span.start for span in row.content)
    return place.start <= begin < place.end


def reaches_into(row: Row[Any], place: Place) -> bool:
    """Whether something of a statement stands in a paragraph."""
    spans = (span for name in ("source", "cue", "content") for span in getattr(row, name))
    return any(span.overlaps(place.span) for span in spans)


def judged_by(connection: Connection, by: str, ids: Collection[str]) -> set[str]:
    """Those of some statements of which a person has decided something that stands."""
    taken_back = undone(connection)
    query = select(judgements.c.number, judgements.c.statement).where(
        judgements.c.by == by, judgements.c.action != "undo", judgements.c.statement.in_(ids)
    )
    return {row.statement for row in connection.execute(query) if row.number not in taken_back}
