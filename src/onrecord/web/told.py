"""What a page tells of each statement of an article, and of each who speaks in it.

In: a reading, and what the record knows of its statements where it is kept. Out: rows for templates, each
with the look of its speaker. What people decided goes before what was read; what they rejected is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.model import OwnVoice, Reading, Span
from onrecord.model.lines import SHOWN_NAME, Line, lines, shortened
from onrecord.model.lists import VoiceRow, voice_rows
from onrecord.model.wording import manner, source_numbers
from onrecord.record import Found, is_everywhere, keys_of
from onrecord.web.looks import NOBODY, Look, looks_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement as a page tells it. `speaker` is a key, None where nobody is known or nothing is kept."""

    line: Line
    look: Look
    manner: str
    speaker: str | None
    found: Found | None

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.line.stmt.id

    @property
    def changed(self) -> tuple[str, ...]:
        """What people set right in it."""
        return self.found.changed if self.found else ()

    @property
    def verdict(self) -> str | None:
        """What people decided about it."""
        return self.found.verdict if self.found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A voice of an article and its words, quoted and reworded, with its look; its own voice has none."""

    name: str
    words: int
    quoted: int
    reworded: int
    look: Look
    speaker: str | None
    is_own: bool


@dataclass(frozen=True, slots=True)
class Article:
    """All that a page tells of a reading."""

    reading: Reading
    statements: tuple[Told, ...]
    shares: tuple[Share, ...]
    users: Mapping[Span, str]
    subjects: Mapping[str, str]  # keys by the names of those who are in the record; none where it is not kept

    @property
    def looks(self) -> list[Look]:
        """The looks of the reading's statements, in their order."""
        by_id = {told.id: told.look for told in self.statements}
        return [by_id[stmt.id] for stmt in self.reading.statements]

    @property
    def words(self) -> int:
        """All words of the body."""
        return sum(share.words for share in self.shares)


def article(
    reading: Reading, found: Mapping[str, Found] | None = None, document: str | None = None
) -> Article:
    """What a page tells of a reading.

    `found` is what the record knows of its statements, by id, and `document` its key, where it is kept.
    """
    known = found or {}
    right = tuple(
        stmt for stmt in reading.statements if stmt.id not in known or known[stmt.id].verdict != "rejected"
    )
    left = {stmt.id for stmt in right}
    reading = replace(
        reading,
        statements=tuple(stmt if stmt.within in left else replace(stmt, within=None) for stmt in right),
        voices=tuple(
            replace(voice, statements=tuple(id for id in voice.statements if id in left))
            for voice in reading.voices
        ),
    )
    keys = _keys(reading, known)
    types = {entity.id: entity.type.value for entity in reading.entities}
    speakers = [
        (keys[stmt.id], types.get(stmt.speaker.entity) if stmt.speaker else None)
        for stmt in reading.statements
        if keys[stmt.id]
    ]
    # Who is known in all documents keeps his look from page to page.
    looks = looks_of(
        sorted(((key or "", type) for key, type in speakers), key=lambda one: not is_everywhere(one[0]))
    )
    told = tuple(
        Told(
            line=line,
            look=looks.get(keys[line.stmt.id] or "", NOBODY),
            manner=manner(line.stmt),
            speaker=keys[line.stmt.id] if found is not None else None,
            found=known.get(line.stmt.id),
        )
        for line in lines(reading)
    )
    subjects = _subjects(reading, document) if document is not None else {}
    return Article(reading, told, tuple(_shares(reading, told)), _users(reading), subjects)


def _keys(reading: Reading, known: Mapping[str, Found]) -> dict[str, str | None]:
    """The keys of speakers by statement: the record's, or those that they would have in it."""
    would_be = keys_of(reading.entities, reading.document.digest[:16])
    return {
        stmt.id: known[stmt.id].speaker
        if stmt.id in known
        else (would_be.get(stmt.speaker.entity) if stmt.speaker else None)
        for stmt in reading.statements
    }


def _subjects(reading: Reading, document: str) -> dict[str, str]:
    """The keys of those of whom a label tells, by the names that are shown."""
    keys = keys_of(reading.entities, document)
    targets = {label.target for label in reading.labels}
    return {shortened(one.name, SHOWN_NAME): keys[one.id] for one in reading.entities if one.id in targets}


def _shares(reading: Reading, told: tuple[Told, ...]) -> list[Share]:
    numbers = source_numbers(reading.statements)
    by_id = {one.id: one for one in told}
    first: dict[int, Told] = {}
    for stmt, number in zip(reading.statements, numbers, strict=True):
        if number is not None:
            first.setdefault(number, by_id[stmt.id])
    return [
        _share(row, first.get(row.number) if row.number is not None else None) for row in voice_rows(reading)
    ]


def _share(row: VoiceRow, told: Told | None) -> Share:
    return Share(
        name=row.name,
        words=row.words,
        quoted=row.quoted,
        reworded=row.reworded,
        look=told.look if told else NOBODY,
        speaker=told.speaker if told else None,
        is_own=row.is_own,
    )


def _users(reading: Reading) -> dict[Span, str]:
    """Who uses each label, by its span."""
    names = {entity.id: entity.name for entity in reading.entities}
    document = reading.document
    own = {
        OwnVoice.OUTLET.value: document.outlet or "the outlet",
        OwnVoice.AGENCY.value: document.agency or "the agency",
        OwnVoice.AUTHOR.value: document.byline or "the author",
        "unclear": "nobody knows whom: the outlet words what others said",
    }
    return {label.span: own.get(label.user) or names.get(label.user, label.user) for label in reading.labels}
