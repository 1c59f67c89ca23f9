"""What the judgements on a statement come to: made anew from all of them whenever one is added or undone.

In: an open connection and numbers of statements. Out: the rows of `judged` and `merged`. A judgement that was
undone counts as never made, and so does an undo that was itself undone; a statement whose reading is gone
leaves its judgements to its heir.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from onrecord.model import Span, Spans
from onrecord.record.asking.searching import search_for
from onrecord.record.schema.engines import batched
from onrecord.record.schema.tables import documents, heirs, judged, judgements, merged, statements
from onrecord.record.writing.speaking import numbers_of_keys, speaker_decided
from onrecord.record.writing.tallying import recount

VERDICTS = {"accept": "accepted", "reject": "rejected"}
SPANS = ("source", "cue", "content")
PLAIN = ("addressee", "when_start", "when_end", "status")


def undone(connection: Connection) -> set[int]:
    """The numbers of judgements that were taken back, and not given back since, with all their parts."""
    undoing = select(judgements.c.number, judgements.c.undoes).where(judgements.c.undoes.is_not(None))
    found: set[int] = set()
    for row in connection.execute(undoing.order_by(judgements.c.number.desc())):
        if row.number not in found:
            found.add(row.undoes)
    whole = judgements.alias()
    parts = select(judgements.c.number, judgements.c.part_of).join(
        whole, whole.c.undoes == judgements.c.part_of
    )
    return found | {row.number for row in connection.execute(parts) if row.part_of in found}


def touched(connection: Connection, number: int) -> list[str]:
    """The ids of statements that a judgement is about, with its parts and with whatever it takes back."""
    chain: list[int] = []
    at: int | None = number
    while at is not None:
        chain.append(at)
        at = connection.execute(select(judgements.c.undoes).where(judgements.c.number == at)).scalar()
    mine = or_(judgements.c.number.in_(chain), judgements.c.part_of.in_(chain))
    query = select(judgements.c.statement).where(mine, judgements.c.statement.is_not(None)).distinct()
    return list(connection.execute(query).scalars())


def settle(connection: Connection, numbers: Iterable[int]) -> None:
    """Makes anew what the judgements on some statements come to."""
    taken_back = undone(connection)
    wanted = list(dict.fromkeys(numbers))
    for number in wanted:
        ids = _ids(connection, number)
        entries = connection.execute(
            select(judgements).where(judgements.c.statement.in_(ids)).order_by(judgements.c.number)
        ).all()
        standing = [row for row in entries if row.number not in taken_back and row.action != "undo"]
        outcome = outcome_of(connection, standing)
        before = connection.execute(select(judged.c.content).where(judged.c.statement == number)).scalar()
        connection.execute(delete(judged).where(judged.c.statement == number))
        if outcome:
            connection.execute(insert(judged).values(outcome | {"statement": number}))
        if before != outcome.get("content"):
            _index(connection, number, outcome.get("content"))
        _settle_row(
            connection, number, outcome.get("when_start"), added=any(row.action == "add" for row in standing)
        )
    for some in batched(wanted):
        mine = select(statements.c.document).where(statements.c.number.in_(some)).distinct()
        recount(connection, list(connection.execute(mine).scalars()))


def settle_claims(connection: Connection, ids: Collection[str]) -> None:
    """The same for all statements with some ids, and for the heirs of those that are gone."""
    numbers: list[int] = []
    for some in batched(ids):
        mine = select(statements.c.number).where(statements.c.id.in_(some))
        numbers += connection.execute(mine).scalars()
    further: list[int] = []
    for few in batched(numbers):
        further += connection.execute(select(heirs.c.heir).where(heirs.c.statement.in_(few))).scalars()
    settle(connection, [*numbers, *further])


def settle_merges(connection: Connection) -> None:
    """Makes anew which speakers are one."""
    taken_back = undone(connection)
    rows = connection.execute(
        select(judgements).where(judgements.c.action == "merge").order_by(judgements.c.number)
    ).all()
    heads: dict[str, str] = {}
    for row in rows:
        if row.number in taken_back:
            continue
        detail = json.loads(row.detail)
        into = heads.get(detail["into"], detail["into"])
        heads = {key: into if head == detail["key"] else head for key, head in heads.items()}
        heads[detail["key"]] = into
    numbers = numbers_of_keys(connection, {*heads, *heads.values()})
    pairs = [
        {"speaker": numbers[key], "into": numbers[into]}
        for key, into in heads.items()
        if key != into and key in numbers and into in numbers
    ]
    connection.execute(delete(merged))
    if pairs:
        connection.execute(insert(merged), pairs)


def _ids(connection: Connection, number: int) -> list[str]:
    """The ids of a statement and of those whose heir it is, theirs among them."""
    wave, found = [number], [number]
    while wave:
        before = connection.execute(select(heirs.c.statement).where(heirs.c.heir.in_(wave))).scalars()
        wave = [one for one in before if one not in found]
        found += wave
    return list(connection.execute(select(statements.c.id).where(statements.c.number.in_(found))).scalars())


def outcome_of(connection: Connection, entries: Sequence[Any]) -> dict[str, Any]:
    """The columns of `judged` that some judgements come to, the later ones before the earlier."""
    outcome: dict[str, Any] = {}
    for row in entries:
        detail = json.loads(row.detail)
        if row.action in VERDICTS:
            outcome["verdict"] = VERDICTS[row.action]
        if row.action == "add":
            outcome["verdict"] = "accepted"
        for name in SPANS if row.action == "change" else ():
            if detail.get(name) is not None:
                outcome[name] = tuple(Span(*span) for span in detail[name])
        for name in PLAIN:
            if detail.get(name) is not None:
                outcome[name] = detail[name]
        if detail.get("speaker"):
            outcome["speaker"] = speaker_decided(connection, detail["speaker"])
    return outcome


def _settle_row(connection: Connection, number: int, day: str | None, *, added: bool) -> None:
    """The day that a statement is ordered by; and what a person added is there as long as that stands."""
    mine = statements.c.number == number
    row = connection.execute(
        select(statements.c.origin, statements.c.when_start, documents.c.published)
        .join(documents, documents.c.number == statements.c.document)
        .where(mine)
    ).one()
    values: dict[str, Any] = {"said": day or row.when_start or (row.published or "")[:10] or None}
    if row.origin in ("added", "dropped"):
        values["origin"] = "added" if added else "dropped"
    connection.execute(update(statements).where(mine).values(**values))


def _index(connection: Connection, number: int, content: Spans | None) -> None:
    """Puts the words into the index that a content has now."""
    row = connection.execute(
        select(statements.c.content, documents.c.text)
        .join(documents, documents.c.number == statements.c.document)
        .where(statements.c.number == number)
    ).one()
    words = " … ".join(span.slice(row.text) for span in content or row.content)
    search = search_for(connection.dialect.name)
    search.drop(connection, number)
    search.add(connection, [(number, words)])
