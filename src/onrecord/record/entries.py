"""A reading as rows of the tables that questions are asked of.

In: a `Reading`, the key of its document and those of its entities. Out: rows, each a dictionary by column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.model import Reading, Statement, Status
from onrecord.record.bodies import spans_json
from onrecord.record.naming import fold

Row = dict[str, Any]
SHOWN = 200  # characters of a folded name
OWN = ("outlet", "agency", "author", "unclear")


def statement_row(key: str, reading: Reading, stmt: Statement, keys: dict[str, str]) -> Row:
    """A statement's row."""
    speaker = stmt.speaker
    types = {entity.id: entity.type.value for entity in reading.entities}
    when = stmt.when
    published = (reading.document.published or "")[:10] or None
    return {
        "id": stmt.id,
        "document": key,
        "origin": "read",
        "within": stmt.within,
        "form": stmt.form.value,
        "kind": stmt.kind.value,
        "status": stmt.status.value,
        "act": stmt.act,
        "stance": stmt.stance,
        "confidence": stmt.confidence,
        "source": spans_json(stmt.source),
        "cue": spans_json(stmt.cue),
        "content": spans_json(stmt.content),
        "source_words": stmt.source_words,
        "cue_words": stmt.cue_words,
        "content_words": stmt.content_words,
        "speaker": keys.get(speaker.entity) if speaker else None,
        "speaker_name": speaker.name if speaker else None,
        "speaker_type": types.get(speaker.entity) if speaker else None,
        "because": speaker.because if speaker else None,
        "when_start": when.start if when else None,
        "when_end": when.end if when else None,
        "said": (when.start if when and when.start else published),
    }


def entity_rows(key: str, reading: Reading, keys: dict[str, str]) -> list[Row]:
    """The rows of a reading's entities."""
    return [
        {"document": key, "id": e.id, "key": keys[e.id], "name": e.name, "type": e.type.value}
        for e in reading.entities
    ]


def name_rows(reading: Reading, keys: dict[str, str]) -> list[Row]:
    """Every name of every entity, once."""
    rows: dict[tuple[str, str], Row] = {}
    for entity in reading.entities:
        for name in (entity.name, *entity.names):
            folded = fold(name)[:SHOWN]
            if folded:
                row = {"key": keys[entity.id], "folded": folded, "name": name}
                rows.setdefault((keys[entity.id], folded), row)
    return list(rows.values())


def referred_rows(
    reading: Reading, fresh: Sequence[Statement], numbers: dict[str, int], keys: dict[str, str]
) -> list[Row]:
    """Whom statements are about, and to whom they were made; members of a group count each."""
    by_id = {entity.id: entity for entity in reading.entities}
    rows: dict[tuple[int, str, str], Row] = {}
    for stmt in fresh:
        for role, references in (("about", stmt.about), ("addressee", stmt.addressee)):
            for reference in references:
                entity = by_id.get(reference.entity)
                for one in (reference.entity, *(entity.members if entity else ())):
                    if one in by_id:
                        place = numbers[stmt.id], role, keys[one]
                        row = {"statement": place[0], "role": role, "entity": place[2]}
                        rows.setdefault(place, row | {"name": by_id[one].name})
    return list(rows.values())


def label_rows(key: str, reading: Reading, keys: dict[str, str]) -> list[Row]:
    """The rows of a reading's labels."""
    by_id = {entity.id: entity for entity in reading.entities}
    rows = {}
    for label in reading.labels:
        target, user = by_id.get(label.target or ""), by_id.get(label.user)
        rows[label.span] = {
            "document": key,
            "start": label.span.start,
            "end": label.span.end,
            "words": label.words,
            "target": keys[target.id] if target else None,
            "target_name": target.name if target else None,
            "user": keys[user.id] if user else label.user,
            "user_name": user.name if user else label.user,
        }
    return list(rows.values())


def voice_rows(key: str, reading: Reading, keys: dict[str, str]) -> list[Row]:
    """How many words of a document are whose; words that several statements share count for the first."""
    speakers = {
        stmt.id: keys.get(stmt.speaker.entity, "unclear") if stmt.speaker else "unclear"
        for stmt in reading.statements
        if stmt.status is Status.ASSERTED
    }
    words: dict[tuple[str, str], int] = {}
    for voice in reading.voices:
        count = len(voice.span.slice(reading.document.text).split())
        if voice.own is not None:
            place = voice.own.value, "own"
        else:
            whose = next((speakers[i] for i in voice.statements if i in speakers), "unclear")
            place = whose, voice.form.value if voice.form else "indirect"
        words[place] = words.get(place, 0) + count
    return [
        {"document": key, "whose": whose, "form": form, "words": count}
        for (whose, form), count in words.items()
        if count
    ]
