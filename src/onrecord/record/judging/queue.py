"""What is to be judged next: queues of statements, and of paragraphs that were drawn at random.

In: which queue, and the statement or paragraph after which one goes on. Out: ids and numbers in the order of
the queue, a few at a time, and counts that end at `MOST`. Of what stands in several versions or copies of an
article only the last version of the first copy is judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, and_, func, or_, select

from onrecord.model import Span
from onrecord.record.judging.settling import outcome_of, undone
from onrecord.record.sampling.completing import (
    Place,
    begins_in,
    complete_by,
    judged_by,
    reopened,
    statement_rows,
)
from onrecord.record.sampling.samples import sampled_places
from onrecord.record.schema.engines import at_once, batched
from onrecord.record.schema.tables import (
    THERE,
    documents,
    judged,
    judgements,
    readings,
    sampled,
    statements,
)

FEW = 20  # statements that are given at a time
KEPT = 200  # reviewers in queues of whom it is remembered what comes next
MOST = 1_000  # counts go no further: whoever reviews need not know how many more there are
# How many more of the least sure statements are looked at than are wanted, for those in copies.
SPARE = 2_000


class Queue(StrEnum):
    """In which order statements are judged, and which."""

    UNSURE = "unsure"  # nobody has judged them; the least sure ones first
    DISPUTED = "disputed"  # two people decided differently, and no third one has judged them
    DOCUMENT = "document"  # all of one article, in its order
    SAMPLE = "sample"  # paragraphs drawn at random, each judged completely
    UNJUDGED = "unjudged"  # nobody has judged them; in the order in which they came


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A drawn paragraph: the statements that begin in it, those left to judge, and who completed it."""

    number: int
    document: str
    span: Span
    begun: tuple[str, ...]
    left: tuple[str, ...]
    complete: tuple[str, ...]


class Queues:
    """The queues of a record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def state(self) -> tuple[Any, ...]:
        """Numbers that are others as soon as a document or a reading came or went."""
        with self._engine.connect() as connection:
            return at_once(
                connection,
                func.max(documents.c.number),
                func.count(documents.c.number),
                func.max(readings.c.number),
            )

    def ids(
        self, queue: Queue, *, document: str = "", after: str | None = None, limit: int = FEW
    ) -> list[str]:
        """The ids of the next statements of a queue, after one of its statements where that is given.

        An article's statements are given whether they are judged or not; `document` is its key.
        """
        with self._engine.connect() as connection:
            if queue is Queue.DOCUMENT:
                return _following([row.id for row in _of_document(connection, document)], after)[:limit]
            if queue is Queue.DISPUTED:
                return _following(_disputed(connection), after)[:limit]
            place = _row(connection, after) if after else None
            if queue is Queue.UNJUDGED:
                return list(connection.execute(_unjudged(place).limit(limit)).scalars())
            return _least_sure(connection, place, limit)

    def first_unjudged(self, document: str) -> str | None:
        """Where the judging of an article begins: its first statement that nobody judged, else the first."""
        with self._engine.connect() as connection:
            rows = _of_document(connection, document)
        left = [row.id for row in rows if not row.is_judged] or [row.id for row in rows]
        return left[0] if left else None

    def count(self, queue: Queue) -> int:
        """How many statements are left in a queue, or paragraphs of the sample; `MOST` + 1 for more."""
        with self._engine.connect() as connection:
            if queue is Queue.DISPUTED:
                return len(_disputed(connection))
            if queue is Queue.SAMPLE:
                return len(_open(connection))
            some = _unjudged(None).order_by(None).limit(MOST + 1).subquery()
            return int(connection.execute(select(func.count()).select_from(some)).scalar_one())

    def next_paragraph(self, after: int | None = None) -> int | None:
        """The number of the next drawn paragraph that is not complete, after one of them."""
        with self._engine.connect() as connection:
            places = _drawn(connection)
            waiting = _open(connection)
        numbers = [number for number, _ in places]
        later = set(numbers[numbers.index(after) + 1 :] if after in numbers else numbers)
        return next((number for number in waiting if number in later), None)

    def paragraph(self, number: int, *, by: str) -> Drawn | None:
        """A drawn paragraph, and what somebody has left to judge in it."""
        with self._engine.connect() as connection:
            row = connection.execute(select(sampled).where(sampled.c.number == number)).first()
            if row is None:
                return None
            place = Place(row.document, row.start, row.end)
            stmts = [
                stmt
                for stmt in statement_rows(connection, [place.document])
                if stmt.origin in THERE and begins_in(stmt, place)
            ]
            stmts.sort(key=lambda stmt: (stmt.content, stmt.number))
            mine = judged_by(connection, by, [stmt.id for stmt in stmts])
            done = complete_by(connection).get(place, ())
            return Drawn(
                number=number,
                document=place.document,
                span=place.span,
                begun=tuple(stmt.id for stmt in stmts),
                left=tuple(stmt.id for stmt in stmts if stmt.id not in mine),
                complete=done,
            )


class Ahead:
    """What comes next, looked up a few statements at a time: who reviews need not wait for it at each."""

    def __init__(self, queues: Queues) -> None:
        self._queues = queues
        self._ids: dict[tuple[str, Queue, str], list[str]] = {}
        self._state: object = None

    def next(self, queue: Queue, *, by: str, document: str = "", after: str | None = None) -> str | None:
        """The next statement of a queue for somebody; with `after` None the first one, looked up afresh."""
        asked = by, queue, document
        state = self._queues.state()
        if state != self._state:  # documents came or went: those who come next may be gone
            self._ids.clear()
            self._state = state
        known = self._ids.get(asked, [])
        if after is None or after not in known[:-1]:
            known = self._queues.ids(queue, document=document, after=after)
            for old in list(self._ids)[: max(0, len(self._ids) - KEPT)]:
                self._ids.pop(old, None)
            self._ids[asked] = [*([after] if after else []), *known]
            return known[0] if known else None
        return known[known.index(after) + 1]


def _following(ids: list[str], after: str | None) -> list[str]:
    """What comes after one of some ids; all, where it is not among them."""
    return ids[ids.index(after) + 1 :] if after in ids else ids


def _row(connection: Connection, id: str) -> Row[Any] | None:
    query: Select[Any] = select(statements.c.number, statements.c.confidence).where(statements.c.id == id)
    return connection.execute(query.order_by(statements.c.number)).first()


def _counting() -> list[ColumnElement[bool]]:
    """The conditions on statements by which they are to be judged."""
    other = select(documents.c.number).where(
        or_(documents.c.next.is_not(None), documents.c.near.is_not(None))
    )
    return [
        statements.c.origin.in_(THERE),
        ~select(judged.c.statement).where(judged.c.statement == statements.c.number).exists(),
        statements.c.document.not_in(other),
    ]


def _unjudged(place: Row[Any] | None) -> Select[Any]:
    query = select(statements.c.id).where(*_counting()).order_by(statements.c.number)
    return query if place is None else query.where(statements.c.number > place.number)


def _least_sure(connection: Connection, place: Row[Any] | None, limit: int) -> list[str]:
    """The least sure statements that nobody judged.

    First the least sure ones of all, as many as that some of them must be unjudged, then those: so what is
    looked up of a statement is looked up for few.
    """
    order = statements.c.confidence, statements.c.number
    after = [] if place is None else [_after(place)]
    many = int(connection.execute(select(func.count()).select_from(judged)).scalar_one()) + SPARE + limit
    first = select(statements.c.number).where(*after).order_by(*order).limit(many)
    query = select(statements.c.id).where(*_counting()).order_by(*order).limit(limit)
    found = list(
        connection.execute(query.where(statements.c.number.in_(first.subquery().select()))).scalars()
    )
    # Where so many copies stand in front, all are looked at.
    return found or list(connection.execute(query.where(*after)).scalars())


def _after(place: Row[Any]) -> ColumnElement[bool]:
    same = and_(statements.c.confidence == place.confidence, statements.c.number > place.number)
    return or_(statements.c.confidence > place.confidence, same)


def _of_document(connection: Connection, document: str) -> Sequence[Row[Any]]:
    """The statements of an article in the order of its text, each with whether somebody judged it."""
    query = (
        select(
            statements.c.id,
            statements.c.number,
            statements.c.content,
            judged.c.statement.is_not(None).label("is_judged"),
        )
        .join(documents, documents.c.number == statements.c.document)
        .outerjoin(judged, judged.c.statement == statements.c.number)
        .where(documents.c.key == document, statements.c.origin.in_(THERE))
    )
    return sorted(connection.execute(query), key=lambda row: (row.content, row.number))


def _disputed(connection: Connection) -> list[str]:
    """The statements on which two people decided differently, and which no third one has judged."""
    taken_back = undone(connection)
    several = (
        select(judgements.c.statement)
        .where(judgements.c.statement.is_not(None), judgements.c.action != "undo")
        .group_by(judgements.c.statement)
        .having(func.count(judgements.c.by.distinct()) > 1)
    )
    ids = list(connection.execute(several).scalars())
    rows: list[Row[Any]] = []
    for some in batched(ids):
        query = select(judgements).where(judgements.c.statement.in_(some), judgements.c.action != "undo")
        rows += connection.execute(query)
    standing = sorted(
        (row for row in rows if row.number not in taken_back), key=lambda row: (row.statement, row.number)
    )
    found: list[tuple[int, str]] = []
    for id, group in groupby(standing, key=lambda row: str(row.statement)):
        mine = list(group)
        if len(found) <= MOST and _differ(connection, mine):
            found.append((mine[-1].number, id))
    return [id for _, id in sorted(found)]


def _differ(connection: Connection, rows: list[Row[Any]]) -> bool:
    """Whether two people decided differently. What one let stand is as it stood when he judged last."""
    last = {row.by: row.number for row in rows}
    if len(last) != 2:
        return False
    opinions = []
    for by, number in last.items():
        own = outcome_of(connection, [row for row in rows if row.by == by])
        seen = outcome_of(connection, [row for row in rows if row.number <= number])
        right = own.get("verdict") != "rejected"
        opinions.append((right, seen | own | {"verdict": None} if right else None))
    return opinions[0] != opinions[1]


def _drawn(connection: Connection) -> list[tuple[int, Place]]:
    """What was drawn of articles that are there, draw by draw, in the order of texts."""
    return [(number, place) for number, _, place in sampled_places(connection)]


def _open(connection: Connection) -> list[int]:
    """The numbers of drawn paragraphs that are to be judged; those that are open again come last.

    Which are open again is looked up only where no other is left: it takes a while.
    """
    places = _drawn(connection)
    done = complete_by(connection)
    waiting = [number for number, place in places if place not in done]
    if waiting or not places:
        return waiting
    again = reopened(connection, [place for _, place in places])
    return [number for number, place in places if place in again]
