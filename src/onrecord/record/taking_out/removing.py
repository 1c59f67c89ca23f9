"""Takes words out of a record for good: a document, what somebody said and his name, or a stretch of a text.

In: an open record, who decides, and what is to go. Out: a log entry without the words, and what was done.
Everything else of the record only ever grows; this is for a witness in danger and for those whom the law
gives a right to be forgotten. Files, copies and exports that lie elsewhere are told of, not touched.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Engine, delete, select, update

from onrecord.errors import Cause, StopRun
from onrecord.model import Kind, Reading, Span
from onrecord.model.span import merge
from onrecord.record.asking.reading_back import ReadingsBack
from onrecord.record.judging.noting import check_spans, note
from onrecord.record.judging.parting import insert_statement
from onrecord.record.judging.settling import settle_claims, settle_merges
from onrecord.record.schema.tables import (
    backups,
    documents,
    judgements,
    names,
    referred,
    sampled,
    speakers,
    statements,
)
from onrecord.record.taking_out.blanking import NOBODY, blanked, places_of
from onrecord.record.taking_out.purging import REMOVED, drop_original, drop_unused, purge, wipe
from onrecord.record.taking_out.withholding import allow, withhold
from onrecord.record.writing.naming import fold
from onrecord.record.writing.originals import Originals
from onrecord.record.writing.speaking import aliases, speakers_named
from onrecord.record.writing.writer import Writer

NAMED = ("speaker", "addressee")  # what in a judgement may be a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """What was taken out: documents that are gone, those with blanks by old and new key, and characters.

    `still` are paths and addresses of such documents that hold the name themselves; `backups` are copies
    that were made of the record and still hold all of it.
    """

    documents: tuple[str, ...] = ()
    blanked: tuple[tuple[str, str], ...] = ()
    characters: int = 0
    still: tuple[str, ...] = ()
    backups: tuple[str, ...] = ()


class Removing:
    """Takes words out of a record."""

    def __init__(self, engine: Engine, writer: Writer, originals: Originals | None) -> None:
        self._engine = engine
        self._writer = writer
        self._originals = originals
        self._back = ReadingsBack(engine)

    def document(self, key: str, *, by: str, reason: str = "") -> Removed:
        """Takes out a whole document: its text, its original bytes, and all that was read in it."""
        document = self._back.document(key)
        if document is None:
            raise StopRun(Cause.INPUT, f"There is no document {key} in the record.")
        with self._engine.begin() as connection:
            purge(connection, self._number(connection, key))
            withhold(connection, document, None)
            note(connection, "remove", {"documents": 1, "reason": reason}, by=by)
            settle_merges(connection)
            drop_original(connection, self._originals, document.original_digest)
        return self._wiped(Removed(documents=(key,), characters=len(document.text)))

    def spans(self, key: str, spans: Sequence[Span], *, by: str, reason: str = "") -> Removed:
        """Blanks out stretches of a document's text, in code points."""
        reading = self._back.reading(key)
        if reading is None:
            raise StopRun(Cause.INPUT, f"There is no document {key} in the record.")
        check_spans(reading.document.text, spans)
        with self._engine.begin() as connection:
            new = self._blank(connection, key, reading, spans)
            detail = {"spans": [list(span) for span in spans], "reason": reason}
            note(connection, "redact", detail, by=by, document=new)
        return self._wiped(Removed(blanked=((key, new),), characters=_length(spans)))

    def speaker(self, name: str, *, by: str, words: bool, reason: str = "") -> Removed:
        """Blanks out a speaker's names in all documents; with `words` all that he said as well."""
        with self._engine.connect() as connection:
            numbers = speakers_named(connection, name)
            if not numbers:
                raise StopRun(Cause.INPUT, f"There is nobody called {name!r} in the record.")
            called = {one for some in aliases(connection, numbers).values() for one in some}
            keys = self._documents_of(connection, numbers)
        gone: list[tuple[str, str]] = []
        characters, still = 0, []
        for key in keys:
            reading = self._back.reading(key)
            if reading is None:
                continue
            spans = _to_blank(reading, called, words=words)
            if not spans:
                continue
            with self._engine.begin() as connection:
                gone.append((key, self._blank(connection, key, reading, spans)))
            characters += _length(spans)
            document = reading.document
            still += [place for place in (document.path, document.address) if place and _tells(place, called)]
        with self._engine.begin() as connection:
            _forget_names(connection, numbers, called)
            note(connection, "redact", {"documents": len(gone), "reason": reason}, by=by)
            settle_merges(connection)
        return self._wiped(Removed(blanked=tuple(gone), characters=characters, still=tuple(still)))

    def allow(self, place: str) -> bool:
        """Lets in again what comes from a path or an address; whether it was kept out."""
        with self._engine.begin() as connection:
            return allow(connection, place)

    def _blank(self, connection: Connection, key: str, reading: Reading, spans: Sequence[Span]) -> str:
        """Puts a document with blanks in the place of one; gives its key. Judgements go with it."""
        number = self._number(connection, key)
        row = connection.execute(select(documents).where(documents.c.number == number)).one()
        kept = _judgements_on(connection, number, key)
        added = connection.execute(
            select(statements).where(statements.c.document == number, statements.c.origin == "added")
        ).all()
        drawn = list(connection.execute(select(sampled.c.number).where(sampled.c.document == key)).scalars())
        after = blanked(reading, spans)
        ids = {old.id: new.id for old, new in zip(reading.statements, after.statements, strict=True)}
        purge(connection, number)
        new = self._writer.put(connection, after).key
        assert new is not None
        mine = update(documents).where(documents.c.key == new)
        connection.execute(mine.values(added=row.added))
        connection.execute(update(sampled).where(sampled.c.number.in_(drawn)).values(document=new))
        place = connection.execute(select(documents).where(documents.c.key == new)).one()
        for one in added:
            spans_of_it = (one.source, one.cue, one.content)
            ids[one.id], _ = insert_statement(connection, place, Kind(one.kind), spans_of_it)
        for entry in kept:
            if entry.statement is None or entry.statement in ids:
                values = {
                    "action": entry.action,
                    "statement": ids.get(entry.statement),
                    "document": new if entry.document else None,
                    "detail": _left_of(entry.detail, reading.document.text, after.document.text),
                }
                here = judgements.c.number == entry.number
                connection.execute(update(judgements).where(here).values(**values))
        settle_claims(connection, ids.values())
        withhold(connection, reading.document, new)
        drop_original(connection, self._originals, row.original_digest)
        return new

    def _number(self, connection: Connection, key: str) -> int:
        found = connection.execute(select(documents.c.number).where(documents.c.key == key)).scalar()
        if found is None:
            raise StopRun(Cause.INPUT, f"There is no document {key} in the record.")
        return int(found)

    def _documents_of(self, connection: Connection, numbers: Sequence[int]) -> list[str]:
        """The keys of the documents that name some speakers."""
        said = select(statements.c.document).where(statements.c.speaker.in_(numbers))
        named = (
            select(statements.c.document)
            .join(referred, referred.c.statement == statements.c.number)
            .where(referred.c.speaker.in_(numbers))
        )
        query = select(documents.c.key).where(documents.c.number.in_(said.union(named)))
        return list(connection.execute(query.order_by(documents.c.number)).scalars())

    def _wiped(self, removed: Removed) -> Removed:
        wipe(self._engine)
        if self._originals is not None:
            self._originals.wipe()
        with self._engine.connect() as connection:
            copies = tuple(connection.execute(select(backups.c.path).order_by(backups.c.at)).scalars())
        return replace(removed, backups=copies)


def _to_blank(reading: Reading, called: set[str], *, words: bool) -> list[Span]:
    """The places of names in a text, and with `words` of all that their bearers said."""
    text = reading.document.text
    folded = {fold(name) for name in called}
    theirs = {
        entity.id
        for entity in reading.entities
        if folded & {fold(one) for one in (entity.name, *entity.names)}
    }
    full = {name for name in called if any(char.isupper() for char in name)}
    spans = places_of(full, text)
    spans += [
        span
        for entity in reading.entities
        if entity.id in theirs
        for span in entity.mentions
        if any(char.isupper() for char in span.slice(text)) and fold(span.slice(text)) in folded
    ]
    if words:
        for stmt in reading.statements:
            if stmt.speaker is not None and stmt.speaker.entity in theirs:
                spans += stmt.content
    return merge(spans)


def _judgements_on(connection: Connection, number: int, key: str) -> list[Any]:
    """The judgements on a document and its statements, as they stand before it is taken out."""
    mine = select(statements.c.id).where(statements.c.document == number)
    on_it = judgements.c.statement.in_(mine) | (judgements.c.document == key)
    return list(connection.execute(select(judgements).where(on_it).order_by(judgements.c.number)).all())


def _left_of(detail: str, before: str, after: str) -> str:
    """What a judgement said, without names that the text no longer has."""
    told = json.loads(detail)
    for name in NAMED:
        words = told.get(name)
        if isinstance(words, str) and places_of([words], before) and not places_of([words], after):
            del told[name]
    return json.dumps(told, ensure_ascii=False)


def _forget_names(connection: Connection, numbers: Collection[int], called: set[str]) -> None:
    """Takes names out of what is left: of speakers who are needed still, and of judgements."""
    drop_unused(connection, numbers)
    connection.execute(delete(names).where(names.c.speaker.in_(numbers)))
    rows = connection.execute(select(speakers).where(speakers.c.number.in_(numbers))).all()
    for row in rows:
        mine = update(speakers).where(speakers.c.number == row.number)
        connection.execute(mine.values(key=f"{REMOVED}:{row.number}", name=NOBODY))
    folded = {fold(name) for name in called}
    for entry in connection.execute(select(judgements.c.number, judgements.c.detail)).all():
        told = json.loads(entry.detail)
        kept = {name: value for name, value in told.items() if not _is_named(value, folded)}
        if kept != told:
            values = {"detail": json.dumps(kept, ensure_ascii=False)}
            if "key" in told or "into" in told:
                values = {"action": REMOVED, "detail": "{}"}
            connection.execute(update(judgements).where(judgements.c.number == entry.number).values(**values))


def _is_named(value: object, folded: set[str]) -> bool:
    """Whether a word of a judgement is one of some names, or a key that holds one."""
    return isinstance(value, str) and bool(folded & {fold(value), fold(value.partition(":")[2])})


def _tells(place: str, called: set[str]) -> bool:
    """Whether a path or an address holds a name."""
    there = f" {fold(place)} "
    return any(f" {fold(name)} " in there for name in called)


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)
