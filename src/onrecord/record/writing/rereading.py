"""What another model's reading of a document leaves of the one before: nothing is lost, and nobody's work.

In: an open connection, a document, and what it held before. Out: rows set right. Statements that the new
reading no longer has are `gone`; what people decided about them goes on to the statement that has the same
words in the same place, or, where there is none, stays with what is gone and is listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from onrecord.model import Span
from onrecord.record.judging.settling import settle
from onrecord.record.schema.tables import heirs, judged, judgements, statements

EDGES = " \t\r\n\"'“”‘’«».,;:!?–—-"  # a reading with a mark more or less has the same words


@dataclass(frozen=True, slots=True)
class Before:
    """What a document held before it was read again: its statements by id, and which are gone or back."""

    known: Mapping[str, int]
    gone: tuple[int, ...]
    back: tuple[int, ...]


def before_reading(connection: Connection, document: int, found: set[str]) -> Before:
    """What a document holds, against the ids that were found in it now; "back" is what people added, too."""
    rows = connection.execute(
        select(statements.c.number, statements.c.id, statements.c.origin).where(
            statements.c.document == document
        )
    ).all()
    return Before(
        known={row.id: row.number for row in rows},
        gone=tuple(row.number for row in rows if row.id not in found and row.origin == "read"),
        back=tuple(row.number for row in rows if row.id in found and row.origin != "read"),
    )


def hand_over(connection: Connection, document: int, text: str, before: Before) -> None:
    """Marks what is gone, and hands decisions on to those with the same words; who is back gets them back."""
    if before.gone:
        gone = update(statements).where(statements.c.number.in_(before.gone))
        connection.execute(gone.values(origin="gone"))
    if before.back:
        gone_on = connection.execute(select(heirs.c.heir).where(heirs.c.statement.in_(before.back))).scalars()
        former = list(gone_on)
        connection.execute(delete(heirs).where(heirs.c.statement.in_(before.back)))
        settle(connection, [*former, *before.back])
    decided = connection.execute(
        select(statements.c.number, statements.c.content)
        .join(judged, judged.c.statement == statements.c.number)
        .where(statements.c.number.in_(before.gone))
    ).all()
    if not decided:
        return
    standing = connection.execute(
        select(statements.c.number, statements.c.content).where(
            statements.c.document == document, statements.c.origin == "read"
        )
    ).all()
    candidates = [(row.number, row.content) for row in standing]
    found = [(row.number, _heir(row.content, candidates, text)) for row in decided]
    left_to = [{"statement": number, "heir": heir} for number, heir in found if heir is not None]
    if left_to:
        connection.execute(insert(heirs), left_to)
        settle(connection, [row["heir"] for row in left_to])


def lost_judgements(connection: Connection) -> list[int]:
    """The judgements on statements that are gone and that no other one has the words of."""
    query = (
        select(judgements.c.number)
        .select_from(
            judgements.join(statements, statements.c.id == judgements.c.statement).outerjoin(
                heirs, heirs.c.statement == statements.c.number
            )
        )
        .where(statements.c.origin == "gone", heirs.c.heir.is_(None), judgements.c.action != "undo")
        .distinct()
        .order_by(judgements.c.number)
    )
    return list(connection.execute(query).scalars())


def _heir(spans: Sequence[Span], candidates: Iterable[tuple[int, Sequence[Span]]], text: str) -> int | None:
    """The statement whose content has the same words; of several the one that overlaps."""
    words = _words(spans, text)
    same = [(number, theirs) for number, theirs in candidates if _words(theirs, text) == words]
    best = max(same, key=lambda one: _shared(spans, one[1]), default=None)
    if best is None or (len(same) > 1 and not _shared(spans, best[1])):
        return None
    return best[0]


def _words(spans: Sequence[Span], text: str) -> str:
    return " … ".join(" ".join(span.slice(text).strip(EDGES).split()) for span in spans).casefold()


def _shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many characters two lists of spans share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
