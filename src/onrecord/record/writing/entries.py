"""A reading as rows of the tables that questions are asked of.

In: a `Reading`, the number of its document and those of its speakers by entity. Out: rows, each a dictionary
by column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.model import Entity, Reading, Statement, Status
from onrecord.record.writing.naming import fold

Row = dict[str, Any]
LONGEST = 200  # characters of a folded name
OWN = ("outlet", "agency", "author", "unclear")  # who else may answer for words: speakers of every record


def statement_row(document: int, reading: Reading, stmt: Statement, speakers: Mapping[str, int]) -> Row:
    """A statement's row."""
    when = stmt.when
    published = (reading.document.published or "")[:10] or None
    return {
        "id": stmt.id,
        "document": document,
        "origin": "read",
        "within": stmt.within,
        "form": stmt.form.value,
        "kind": stmt.kind.value,
        "status": stmt.status.value,
        "act": stmt.act,
        "stance": stmt.stance,
        "confidence": stmt.confidence,
        "source": stmt.source,
        "cue": stmt.cue,
        "content": stmt.content,
        "speaker": speakers.get(stmt.speaker.entity) if stmt.speaker else None,
        "when_start": when.start if when else None,
        "when_end": when.end if when else None,
        "said": (when.start if when and when.start else published),
    }


def speaker_rows(reading: Reading, keys: Mapping[str, str]) -> list[Row]:
    """Who is to have a row of his own: who speaks, is spoken of or to, and who uses or bears a label."""
    wanted = {
        entity
        for stmt in reading.statements
        for entity in (
            *((stmt.speaker.entity,) if stmt.speaker else ()),
            *(reference.entity for reference in (*stmt.about, *stmt.addressee)),
        )
    }
    wanted |= {label.user for label in reading.labels} | {label.target or "" for label in reading.labels}
    by_id = {entity.id: entity for entity in reading.entities}
    wanted |= {member for id in wanted if id in by_id for member in by_id[id].members}
    rows: dict[str, Row] = {}
    for entity in reading.entities:
        if entity.id in wanted:
            row = {"key": keys[entity.id], "name": entity.name, "type": entity.type.value}
            rows.setdefault(keys[entity.id], row)
    return list(rows.values())


def name_rows(entities: Iterable[Entity], speakers: Mapping[str, int]) -> list[Row]:
    """Every name of every speaker, once."""
    rows: dict[tuple[int, str], Row] = {}
    for entity in entities:
        if entity.id not in speakers:
            continue
        number = speakers[entity.id]
        for name in (entity.name, *entity.names):
            folded = fold(name)[:LONGEST]
            if folded:
                rows.setdefault((number, folded), {"speaker": number, "folded": folded, "name": name})
    return list(rows.values())


def gender_rows(document: int, entities: Iterable[Entity], speakers: Mapping[str, int]) -> list[Row]:
    """Of which speakers a document tells that they are women or men."""
    rows = {
        speakers[entity.id]: {"document": document, "speaker": speakers[entity.id], "gender": told.value}
        for entity in entities
        if entity.id in speakers and (told := entity.gender) is not None
    }
    return list(rows.values())


def referred_rows(reading: Reading, numbers: Mapping[str, int], speakers: Mapping[str, int]) -> list[Row]:
    """Whom statements are about, to whom they were made, and the members of groups that made them."""
    by_id = {entity.id: entity for entity in reading.entities}
    places: dict[tuple[int, str, int], None] = {}
    for stmt in reading.statements:
        number = numbers[stmt.id]
        for role, references in (("about", stmt.about), ("addressee", stmt.addressee)):
            for reference in references:
                group = by_id.get(reference.entity)
                for one in (reference.entity, *(group.members if group else ())):
                    if one in speakers:
                        places[number, role, speakers[one]] = None
        group = by_id.get(stmt.speaker.entity) if stmt.speaker else None
        for one in group.members if group else ():
            if one in speakers:
                places[number, "member", speakers[one]] = None
    return [{"statement": number, "role": role, "speaker": speaker} for number, role, speaker in places]


def label_rows(document: int, reading: Reading, speakers: Mapping[str, int]) -> list[Row]:
    """The rows of a reading's labels."""
    rows = {
        label.span: {
            "document": document,
            "start": label.span.start,
            "end": label.span.end,
            "words": label.words,
            "target": speakers.get(label.target or ""),
            "user": speakers.get(label.user, speakers["unclear"]),
        }
        for label in reading.labels
    }
    return list(rows.values())


def voice_rows(document: int, reading: Reading, speakers: Mapping[str, int]) -> list[Row]:
    """How many words of a document are whose; words that several statements share count for the first."""
    unclear = speakers["unclear"]
    made = {
        stmt.id: speakers.get(stmt.speaker.entity, unclear) if stmt.speaker else unclear
        for stmt in reading.statements
        if stmt.status is Status.ASSERTED
    }
    words: dict[tuple[int, str], int] = {}
    for voice in reading.voices:
        count = len(voice.span.slice(reading.document.text).split())
        if voice.own is not None:
            place = speakers[voice.own.value], "own"
        else:
            whose = next((made[i] for i in voice.statements if i in made), unclear)
            place = whose, voice.form.value if voice.form else "indirect"
        words[place] = words.get(place, 0) + count
    return [
        {"document": document, "whose": whose, "form": form, "words": count}
        for (whose, form), count in words.items()
        if count
    ]
