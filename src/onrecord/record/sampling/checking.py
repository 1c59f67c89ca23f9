"""The reader against people: what it found in paragraphs that were judged completely, and what was there.

In: an engine, and what is asked about. Out: plain rows and counts, of which `onrecord.scores.intervals` makes
shares with error bars. Only statements that were made (`asserted`) are looked at, as everywhere in counts. A
statement is right when people let it stand, whatever they set right in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, select

from onrecord.model import Spans
from onrecord.model.quoted import form_of
from onrecord.record.sampling.completing import Place, begins_in, complete_by, reopened, statement_rows
from onrecord.record.sampling.samples import Scope, in_scope
from onrecord.record.schema.engines import batched
from onrecord.record.schema.tables import THERE, documents, draws, sampled, speakers, statements

# From this share of their characters on, what people added and what they accepted before are one statement.
SAME = 0.5


@dataclass(frozen=True, slots=True, order=True)
class Sort:
    """Of what sort a statement is: who made it (named, unnamed, or nobody was found), its form and outlet."""

    speaker: str
    form: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement that was read, or is there, or both: of which sort it was read, and of which it is."""

    document: str
    read: Sort | None
    true: Sort | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a sample tells of the reader.

    `complete` of the `drawn` paragraphs are judged completely, in `documents` (a key for each paragraph).
    `narrower` are complete ones of draws that did not draw from all that is asked about, which don't count;
    `later` documents came after the last draw. `read` counts what was read in the whole scope, by sort.
    """

    drawn: int
    complete: int
    narrower: int
    later: int
    documents: tuple[str, ...]
    statements: tuple[Checked, ...]
    read: dict[Sort, int]


def check(engine: Engine, scope: Scope) -> Check:
    """What the complete paragraphs tell of the reader, and how much was read in all."""
    with engine.connect() as connection:
        places, covering, last = _drawn_from(connection, scope)
        done = set(complete_by(connection))
        done -= reopened(connection, done)
        counted = sorted(covering & done)
        return Check(
            drawn=len(covering),
            complete=len(counted),
            narrower=len((places & done) - covering),
            later=_added_after(connection, scope, last) if last else 0,
            documents=tuple(place.document for place in counted),
            statements=tuple(_checked(connection, counted)),
            read=_read(connection, scope),
        )


def true_statements(connection: Connection, places: Sequence[Place]) -> Iterator[tuple[Place, Row[Any]]]:
    """The statements that are there in complete paragraphs, whatever their status, and in which each begins.

    What people accepted and a later reading lost is there too, unless one that stands has its words.
    """
    mine: dict[str, list[Place]] = {}
    for place in places:
        mine.setdefault(place.document, []).append(place)
    rows: dict[str, list[Row[Any]]] = {}
    for row in statement_rows(connection, mine):
        rows.setdefault(row.key, []).append(row)
    for key, theirs in rows.items():
        right = [row for row in theirs if row.verdict == "accepted"]
        standing = [row for row in right if row.origin in THERE]
        lost = [row for row in right if row.origin == "gone" and row.heir is None]
        kept = [row for row in lost if not any(_same(row, other) for other in standing)]
        for row in (*standing, *kept):
            for place in mine[key]:
                if begins_in(row, place):
                    yield place, row


def content_of(row: Row[Any]) -> Spans:
    """The content of a row of `statement_rows`, as decided, else as read."""
    content: Spans = row.judged_content or row.content
    return content


def _drawn_from(connection: Connection, scope: Scope) -> tuple[set[Place], set[Place], str | None]:
    """The places drawn in a scope, those of draws that tell of all of it, and when the last of these was."""
    query = (
        select(sampled, draws.c.outlet, draws.c.since, draws.c.until, draws.c.at)
        .join(draws, draws.c.number == sampled.c.draw)
        .join(documents, documents.c.key == sampled.c.document)
        .where(*in_scope(scope))
    )
    every: set[Place] = set()
    covering: set[Place] = set()
    last = None
    for row in connection.execute(query):
        place = Place(row.document, row.start, row.end)
        every.add(place)
        if Scope(outlet=row.outlet, since=row.since, until=row.until).covers(scope):
            covering.add(place)
            last = max(last or row.at, row.at)
    return every, covering, last


def _added_after(connection: Connection, scope: Scope, moment: str) -> int:
    """How many documents that count came after a moment."""
    query = select(func.count()).where(*in_scope(scope), documents.c.added > moment)
    return int(connection.execute(query).scalar() or 0)


def _checked(connection: Connection, places: Sequence[Place]) -> Iterator[Checked]:
    texts = _texts(connection, {place.document for place in places})
    right = {row.number: row for _, row in true_statements(connection, places)}
    mine: dict[str, list[Place]] = {}
    for place in places:
        mine.setdefault(place.document, []).append(place)
    for row in statement_rows(connection, mine):
        if not any(begins_in(row, place) for place in mine[row.key]):
            continue
        read = true = None
        if row.origin == "read" and row.status == "asserted":
            read = Sort(_speaker(row.read_type), row.form, row.outlet)
        if row.number in right and (row.judged_status or row.status) == "asserted":
            form = form_of(content_of(row), texts[row.key]).value if row.judged_content else row.form
            true = Sort(_speaker(row.true_type), form, row.outlet)
        if read or true:
            yield Checked(row.key, read, true)


def _read(connection: Connection, scope: Scope) -> dict[Sort, int]:
    """How many statements were read of each sort, in what counts."""
    query = (
        select(speakers.c.type, statements.c.form, documents.c.outlet, func.count())
        .select_from(statements)
        .join(documents, documents.c.number == statements.c.document)
        .outerjoin(speakers, speakers.c.number == statements.c.speaker)
        .where(statements.c.origin == "read", statements.c.status == "asserted", *in_scope(scope))
        .group_by(speakers.c.type, statements.c.form, documents.c.outlet)
    )
    found: dict[Sort, int] = {}
    for type, form, outlet, count in connection.execute(query):
        sort = Sort(_speaker(type), form, outlet)
        found[sort] = found.get(sort, 0) + count
    return found


def _speaker(type: str | None) -> str:
    """Whether a speaker of some type has a name."""
    if type is None:
        return "nobody"
    return "unnamed" if type == "anonymous" else "named"


def _texts(connection: Connection, keys: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in batched(keys):
        query = select(documents.c.key, documents.c.text).where(documents.c.key.in_(some))
        found |= {row.key: row.text for row in connection.execute(query)}
    return found


def _same(one: Row[Any], other: Row[Any]) -> bool:
    """Whether two statements of a document share most of their content."""
    ours, theirs = ({i for span in content_of(row) for i in range(*span)} for row in (one, other))
    return len(ours & theirs) >= SAME * len(ours | theirs)
