"""A reading whose text has stretches blanked out, as if its words had never been there.

In: a `Reading` and spans. Out: the same reading of a text of the same length, with █ for every character of
the spans. Names, speakers and labels that were made of those words are gone with them: what is kept of any
word of a reading must stand in the text that is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Document, Entity, Label, Medium, Reading, Span, Speaker, Statement
from onrecord.model.statement import statement_id, words_at

BLANK = "█"
NOBODY = BLANK * 5  # a name that is gone
REASON = "blanked out"


def blanked(reading: Reading, spans: Iterable[Span]) -> Reading:
    """The reading with the words at some spans blanked out, ids of statements made anew."""
    document = _document(reading.document, spans)
    text = document.text
    entities = {entity.id: _entity(entity, text) for entity in reading.entities}
    ids = {
        stmt.id: statement_id(document.digest, stmt.kind, stmt.source, stmt.cue, stmt.content)
        for stmt in reading.statements
    }
    return replace(
        reading,
        document=document,
        entities=tuple(entities.values()),
        statements=tuple(_statement(stmt, text, ids, entities) for stmt in reading.statements),
        voices=tuple(
            replace(voice, statements=tuple(ids[id] for id in voice.statements)) for voice in reading.voices
        ),
        labels=tuple(_label(label, text, ids) for label in reading.labels),
    )


def places_of(names: Iterable[str], text: str) -> list[Span]:
    """Where names stand in a text as whole words, whatever their letters' size."""
    wanted = sorted({" ".join(name.split()) for name in names if name.strip()}, key=len, reverse=True)
    if not wanted:
        return []
    forms = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in wanted)
    return [Span(*found.span()) for found in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", text, re.IGNORECASE)]


def _document(document: Document, spans: Iterable[Span]) -> Document:
    """The document with blanks; nothing of it tells the words, or the digest of what held them."""
    text = document.text
    for start, end in spans:
        text = text[:start] + re.sub(r"\S", BLANK, text[start:end]) + text[end:]
    told = (document.title, document.byline)
    title, byline = (words if _may_stay(words, document.text, text) else None for words in told)
    return replace(document, text=text, title=title, byline=byline, original_digest=None)


def _may_stay(words: str | None, before: str, after: str) -> bool:
    """Whether words may stay: they are in the text that is left, or were never in the text."""
    return words is None or words in after or words not in before


def _entity(entity: Entity, text: str) -> Entity:
    if all(BLANK not in span.slice(text) for span in entity.mentions):
        return entity
    names = tuple(name for name in entity.names if places_of([name], text))
    name = entity.name if places_of([entity.name], text) else (names[0] if names else NOBODY)
    return replace(entity, name=name, names=names, gender=None, anonymous=None, knowledge=None)


def _statement(stmt: Statement, text: str, ids: dict[str, str], entities: dict[str, Entity]) -> Statement:
    return replace(
        stmt,
        id=ids[stmt.id],
        within=ids[stmt.within] if stmt.within else None,
        text=words_at(text, stmt.source, stmt.cue, stmt.content),
        speaker=_speaker(stmt.speaker, entities),
        medium=_medium(stmt.medium, text),
    )


def _speaker(speaker: Speaker | None, entities: dict[str, Entity]) -> Speaker | None:
    """The speaker by the name that is left of him; a reason may quote the name that is gone."""
    entity = entities.get(speaker.entity) if speaker else None
    if speaker is None or entity is None or speaker.name == entity.name:
        return speaker
    return replace(speaker, name=entity.name, because=REASON)


def _medium(medium: Medium | None, text: str) -> Medium | None:
    """A medium of which the words are gone has no name."""
    gone = medium is not None and BLANK in medium.span.slice(text)
    return replace(medium, name=NOBODY) if medium is not None and gone else medium


def _label(label: Label, text: str, ids: dict[str, str]) -> Label:
    statement = ids[label.statement] if label.statement else None
    return replace(label, words=label.span.slice(text), statement=statement)
