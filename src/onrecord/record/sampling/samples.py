"""Paragraphs drawn at random from a record, to be judged completely: what makes its counts honest.

In: how many to draw, and from what; then who has judged which. Out: the paragraphs with the ids of their
statements, and how far the judging is. Every paragraph of the bodies has the same chance, those without a
statement included; of a document the last version counts, and of nearly equal documents the first.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Engine, func, insert, select

from onrecord.errors import Cause, StopRun
from onrecord.model import Span
from onrecord.model.paragraphs import paragraphs
from onrecord.record.sampling.completing import (
    Place,
    begins_in,
    complete_by,
    complete_paragraph,
    reaches_into,
    reopened,
    statement_rows,
)
from onrecord.record.schema.clock import now
from onrecord.record.schema.engines import batched
from onrecord.record.schema.tables import THERE, documents, draws, sampled
from onrecord.record.writing.bodies import document_of
from onrecord.record.writing.tallying import FIRST

BATCH = 50  # documents whose texts are in memory together


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is drawn from, or asked about: the whole record, an outlet, days of publication (inclusive)."""

    outlet: str | None = None
    since: str | None = None
    until: str | None = None

    def covers(self, other: Scope) -> bool:
        """Whether all that `other` takes in is taken in here: a draw from here tells of it too."""
        if self.outlet is not None and (self.outlet.lower() != (other.outlet or "").lower()):
            return False
        if self.since is not None and (other.since is None or other.since < self.since):
            return False
        return self.until is None or (other.until is not None and other.until <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """A draw: when, by whom, with which seed, from what; how many were drawn, and how many are complete."""

    number: int
    at: str
    by: str
    seed: int
    outlet: str | None
    since: str | None
    until: str | None
    drawn: int
    complete: int

    @property
    def scope(self) -> Scope:
        """What it was drawn from."""
        return Scope(outlet=self.outlet, since=self.since, until=self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampled:
    """A paragraph that was drawn, as `span` of its document's text, with the ids of its statements.

    `begun` are those that begin in it and are to be judged with it, `others` those that only reach into it.
    `complete` names who has judged it completely; nobody, when the document was read again since and another
    statement was found in it (`reopened`).
    """

    number: int
    draw: int
    document: str
    document_id: str
    outlet: str | None
    title: str | None
    published: str | None
    span: Span
    words: str
    begun: tuple[str, ...]
    others: tuple[str, ...]
    complete: tuple[str, ...]
    reopened: bool


class Samples:
    """The samples of a record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def draw(self, count: int, *, by: str, seed: int, scope: Scope | None = None, fresh: bool = False) -> int:
        """Draws so many paragraphs, or all where there are fewer; gives the draw's number.

        The same seed draws the same paragraphs from the same documents, whatever their order. With `fresh`
        those that were drawn before are left out. Raises `StopRun` where there is nothing to draw from.
        """
        wanted = scope or Scope()
        with self._engine.begin() as connection:
            taken = _drawn(connection) if fresh else set()
            places = (place for place in _places(connection, wanted) if place not in taken)
            # Each place has a number by chance, which follows from the seed and the place alone: the lowest
            # ones are a draw in which each place has the same chance.
            chosen = heapq.nsmallest(count, places, key=lambda place: _lot(seed, place))
            if not chosen:
                again = " that wasn't drawn before" if taken else ""
                raise StopRun(Cause.INPUT, f"There is no paragraph to draw{again}. Add documents first.")
            row = {
                "at": now(), "by": by, "seed": seed, "outlet": wanted.outlet, "since": wanted.since,
                "until": wanted.until,
            }  # fmt: skip
            number = int(connection.execute(insert(draws).returning(draws.c.number), row).scalar_one())
            rows = [
                {"draw": number, "document": place.document, "start": place.start, "end": place.end}
                for place in chosen
            ]
            connection.execute(insert(sampled), rows)
        return number

    def draws(self) -> list[Draw]:
        """All draws in order, with how far they are."""
        with self._engine.connect() as connection:
            places = sampled_places(connection)
            done = set(complete_by(connection))
            done -= reopened(connection, done)
            rows = connection.execute(select(draws).order_by(draws.c.number)).mappings().all()
        mine: dict[int, list[Place]] = {}
        for _, draw, place in places:
            mine.setdefault(draw, []).append(place)
        return [
            Draw(
                **row,
                drawn=len(mine.get(row["number"], ())),
                complete=sum(place in done for place in mine.get(row["number"], ())),
            )
            for row in rows
        ]

    def paragraphs(self, draw: int | None = None, *, open_only: bool = False) -> list[Sampled]:
        """The paragraphs of a draw, or of all, in the order of the texts; with `open_only` those to judge."""
        with self._engine.connect() as connection:
            places = [one for one in sampled_places(connection) if draw in (None, one[1])]
            if draw is not None and not places:
                raise StopRun(Cause.INPUT, f"There is no draw {draw}. `onrecord sample --list` tells them.")
            done = complete_by(connection)
            again = reopened(connection, done)
            left = [one for one in places if not open_only or one[2] not in done or one[2] in again]
            return [
                _paragraph(connection, number, of, place, done.get(place, ()), is_reopened=place in again)
                for number, of, place in left
            ]

    def complete(self, number: int, *, by: str) -> tuple[int, int]:
        """Marks a drawn paragraph as judged completely; gives the judgement's number, and what it accepted.

        Statements in it that this person has not judged are accepted by that, or rejected where they stand
        rejected; what was missed must have been added.
        """
        with self._engine.begin() as connection:
            row = connection.execute(select(sampled).where(sampled.c.number == number)).first()
            if row is None:
                raise StopRun(
                    Cause.INPUT, f"There is no sample {number}. `onrecord sample` prints those to be judged."
                )
            return complete_paragraph(connection, Place(row.document, row.start, row.end), number, by=by)


def in_scope(scope: Scope) -> list[ColumnElement[bool]]:
    """The conditions on `documents` by which they are drawn from, and counted."""
    return [*FIRST, *chosen_by(scope)]


def chosen_by(scope: Scope) -> list[ColumnElement[bool]]:
    """The conditions on `documents` of outlet and days alone: earlier versions and copies are let in."""
    day = func.substr(documents.c.published, 1, 10)
    found: list[ColumnElement[bool]] = []
    if scope.outlet is not None:
        found.append(func.lower(documents.c.outlet) == scope.outlet.lower())
    if scope.since is not None:
        found.append(day >= scope.since)
    if scope.until is not None:
        found.append(day <= scope.until)
    return found


def _places(connection: Connection, scope: Scope) -> Iterator[Place]:
    """Every paragraph of every document that is drawn from."""
    query = select(documents.c.number).where(*in_scope(scope)).order_by(documents.c.number)
    numbers = list(connection.execute(query).scalars())
    for some in batched(numbers, BATCH):
        for row in connection.execute(select(documents).where(documents.c.number.in_(some))).all():
            for span in paragraphs(document_of(row)):
                yield Place(row.key, span.start, span.end)


def _lot(seed: int, place: Place) -> bytes:
    """A number by chance for a place: no place is likelier than another to have a low one."""
    claim = f"{seed} {place.document} {place.start}"
    return hashlib.blake2b(claim.encode(), digest_size=16).digest()


def sampled_places(connection: Connection) -> list[tuple[int, int, Place]]:
    """What was drawn of documents that are there, in the order of draws and texts.

    Its number, that of its draw, and the place.
    """
    query = select(sampled).join(documents, documents.c.key == sampled.c.document)
    rows = connection.execute(query.order_by(sampled.c.draw, documents.c.number, sampled.c.start)).all()
    return [(row.number, row.draw, Place(row.document, row.start, row.end)) for row in rows]


def _drawn(connection: Connection) -> set[Place]:
    return {place for _, _, place in sampled_places(connection)}


def _paragraph(
    connection: Connection, number: int, draw: int, place: Place, by: tuple[str, ...], *, is_reopened: bool
) -> Sampled:
    row = connection.execute(select(documents).where(documents.c.key == place.document)).one()
    stmts = [stmt for stmt in statement_rows(connection, [place.document]) if stmt.origin in THERE]
    begun = tuple(stmt.id for stmt in stmts if begins_in(stmt, place))
    others = (stmt.id for stmt in stmts if stmt.id not in begun and reaches_into(stmt, place))
    return Sampled(
        number=number, draw=draw, document=row.key, document_id=row.id, outlet=row.outlet, title=row.title,
        published=row.published, span=place.span, words=place.span.slice(row.text), begun=begun,
        others=tuple(others), complete=() if is_reopened else by, reopened=is_reopened,
    )  # fmt: skip
