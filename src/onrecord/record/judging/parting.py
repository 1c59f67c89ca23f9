"""Parts what was taken for one, and joins what was taken for several: speakers, and statements.

In: an open connection, who decides, and what. Out: a judgement with parts, which are undone with it: changes
of the speaker, of the content, and what is added or rejected for that. What was read stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, insert, select

from onrecord.errors import Cause, StopRun
from onrecord.model import EntityType, Kind, Span, Spans
from onrecord.model.quoted import form_of
from onrecord.model.span import hull, merge, subtract, trim
from onrecord.model.statement import statement_id, words_at
from onrecord.record.asking.filtering import SPEAKER, Filter, chosen
from onrecord.record.asking.searching import search_for
from onrecord.record.judging.noting import note, standing_rows, standing_spans
from onrecord.record.judging.settling import settle_claims
from onrecord.record.schema.tables import documents, referred, speakers, statements
from onrecord.record.writing.naming import NAMED
from onrecord.record.writing.newcomers import new_speaker
from onrecord.record.writing.speaking import keys_by_number, numbers_of_keys, with_merged

# What a speaker said, whatever became of it, but for what the current reading no longer has.
HIS = Filter(status=None, rejected=True, versions=True)


def split_speaker(
    connection: Connection,
    key: str,
    into: str,
    *,
    by: str,
    word: str | None = None,
    of_documents: Collection[str] = (),
    of_statements: Collection[str] = (),
    outlet: str | None = None,
) -> tuple[int, str, int]:
    """Decides that some statements of a speaker are another person's.

    `into` is the name of the other, who gets a key of his own even where the name is the same, or the key of
    one who is there. What is given of documents (keys), statements (ids) and outlet must all fit a statement.
    Gives the judgement's number, the other's key, and how many statements are his now.
    """
    own = numbers_of_keys(connection, [key])
    if not own:
        raise StopRun(Cause.INPUT, f"There is no speaker {key} in the record.")
    if not (of_documents or of_statements or outlet):
        raise StopRun(Cause.INPUT, "Which statements are another's? Name documents, statements or an outlet.")
    one = with_merged(connection, list(own.values()))
    query = chosen(connection, replace(HIS, outlet=outlet), statements.c.id).where(SPEAKER.in_(one))
    if of_documents:
        query = query.where(documents.c.key.in_(of_documents))
    if of_statements:
        query = query.where(statements.c.id.in_(of_statements))
    ids = list(dict.fromkeys(connection.execute(query.order_by(statements.c.number)).scalars()))
    if not ids:
        raise StopRun(Cause.INPUT, f"None of these statements is by {key}.")
    other = numbers_of_keys(connection, [into])
    if set(other.values()) & set(one):
        raise StopRun(Cause.INPUT, f"{into} is the same speaker as {key}.")
    type = connection.execute(select(speakers.c.type).where(speakers.c.key == key)).scalar_one()
    kind = type if type in NAMED else EntityType.PERSON.value
    new = into if other else new_speaker(connection, into, word=word, type=kind)
    number = note(connection, "split", {"key": key, "into": new}, by=by)
    for id in ids:
        note(connection, "change", {"speaker": new}, by=by, statement=id, part_of=number)
    settle_claims(connection, ids)
    return number, new, len(ids)


def split_statement(
    connection: Connection, id: str, starts: Sequence[int], *, by: str
) -> tuple[int, list[str]]:
    """Decides that one content is several: each of `starts` (code points) begins a statement of its own.

    The first keeps the id. The others have its source, cue, speaker and day. Gives the judgement's number and
    the ids.
    """
    rows = standing_rows(connection, id)
    text, content = rows[0].text, standing_spans(rows[0], "content")
    parts = _cut(content, starts, text)
    if len(parts) < 2 or len(parts) != len(set(starts)) + 1:
        raise StopRun(
            Cause.INPUT,
            f"Statement {id} can't be split at {', '.join(map(str, starts))}: its content is at "
            f"{'; '.join(f'{start}-{end}' for start, end in content)}, and each part must hold words.",
        )
    number = note(connection, "split-statement", {"at": list(starts)}, by=by, statement=id)
    note(connection, "change", {"content": parts[0]}, by=by, statement=id, part_of=number)
    ids = [id]
    for part in parts[1:]:
        for row in rows:
            made = _added(connection, row, part)
            detail = {"document": row.document_key, "speaker": _speaker(connection, row)} | _circumstances(
                row
            )
            note(connection, "add", detail, by=by, statement=made, document=row.document_key, part_of=number)
        ids.append(made)
    settle_claims(connection, ids)
    return number, ids


def merge_statements(connection: Connection, ids: Sequence[str], *, by: str) -> int:
    """Decides that several statements of a document are one, whose content has all their spans.

    The first one keeps its id, source, cue and speaker; where it has no source or cue, it gets that of the
    next one that has. The others are rejected as statements of their own.
    """
    if len(set(ids)) < 2:
        raise StopRun(Cause.INPUT, "Name two statements or more that are one.")
    rows = [standing_rows(connection, id)[0] for id in dict.fromkeys(ids)]
    if len({row.digest for row in rows}) > 1:
        raise StopRun(Cause.INPUT, "Statements of different texts can't be one.")
    first, *others = rows
    content = merge(span for row in rows for span in standing_spans(row, "content"))
    detail: dict[str, Any] = {"content": content}
    for name in ("source", "cue"):
        given = [spans for row in rows if (spans := standing_spans(row, name))]
        if given and not standing_spans(first, name):
            detail[name] = given[0]
    told = {"ids": [row.id for row in rows]}
    number = note(connection, "merge-statements", told, by=by, statement=first.id)
    note(connection, "change", detail, by=by, statement=first.id, part_of=number)
    for row in others:
        note(connection, "reject", {}, by=by, statement=row.id, part_of=number)
    settle_claims(connection, [row.id for row in rows])
    return number


def insert_statement(
    connection: Connection, document: Any, kind: Kind, spans: tuple[Spans, Spans, Spans], **known: Any
) -> tuple[str, int]:
    """Puts in a statement that a person adds, unless it is there; gives its id and number.

    `document` is a row with number, digest, text and day of publication; `spans` are source, cue and content.
    """
    made: str = statement_id(document.digest, kind, *spans)
    same = select(statements.c.number).where(
        statements.c.document == document.number, statements.c.id == made
    )
    number = connection.execute(same).scalar()
    if number is None:
        row = {
            "id": made, "document": document.number, "origin": "added", "within": None,
            "form": form_of(spans[2], document.text).value, "kind": kind.value, "status": "asserted",
            "act": "statement", "stance": "neutral", "confidence": 1.0, "source": spans[0],
            "cue": spans[1], "content": spans[2],
            "said": (document.published or "")[:10] or None,
        }  # fmt: skip
        inserted = connection.execute(insert(statements).returning(statements.c.number), row | known)
        number = inserted.scalar_one()
        words = " … ".join(words_at(document.text, *spans).content)
        search_for(connection.dialect.name).add(connection, [(number, words)])
    return made, number


def _added(connection: Connection, row: Any, content: Spans) -> str:
    """A statement that is like another one but for its content; whom it is about is taken over."""
    document = connection.execute(select(documents).where(documents.c.number == row.document)).one()
    known = {name: getattr(row, name) for name in ("within", "status", "act", "stance")}
    spans = standing_spans(row, "source"), standing_spans(row, "cue"), content
    made, number = insert_statement(connection, document, Kind(row.kind), spans, **known)
    roles = select(referred.c.role, referred.c.speaker).where(referred.c.statement == row.number)
    there = select(referred.c.statement).where(referred.c.statement == number)
    if connection.execute(there).first() is None:
        also = [dict(one) | {"statement": number} for one in connection.execute(roles).mappings()]
        if also:
            connection.execute(insert(referred), also)
    return made


def _speaker(connection: Connection, row: Any) -> str | None:
    number = row.judged_speaker or row.speaker
    return None if number is None else keys_by_number(connection, [number])[number]


def _circumstances(row: Any) -> dict[str, str]:
    """To whom and when it was said, where that is known."""
    days = {name: row._mapping[f"judged_{name}"] or row._mapping[name] for name in ("when_start", "when_end")}
    return {name: value for name, value in (days | {"addressee": row.judged_addressee}).items() if value}


def _cut(content: Spans, starts: Sequence[int], text: str) -> list[Spans]:
    """The parts of a content, each from one start to the next, without white space at the edges."""
    whole = hull(content)
    gaps = subtract(whole, content)
    edges = [whole.start, *sorted(set(starts)), whole.end]
    parts: list[Spans] = []
    for start, end in pairwise(edges):
        pieces = (trim(piece, text) for piece in subtract(Span(start, end), gaps) if start < end)
        spans = tuple(piece for piece in pieces if any(char.isalnum() for char in piece.slice(text)))
        if spans:
            parts.append(spans)
    return parts
