"""What a person did to exported statements in another program: left, changed, removed or added each of them.

In: the statements as they were exported, and as they came back. Out: `Edits`. Pure: whether the record knows
of it already is for `editing`. Places are the same where they hold the same characters but for white space:
other programs part or join spans at line breaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Spans
from onrecord.model.edited import EditedStatement

PLACES = ("source", "cue", "content")
CHOICES = ("kind", "status", "form")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A statement that came back otherwise than it went: `fields` are the names of what differs."""

    after: EditedStatement
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What a person did in one text. `untouched` and `removed` are ids."""

    untouched: tuple[str, ...]
    changed: tuple[Change, ...]
    removed: tuple[str, ...]
    added: tuple[EditedStatement, ...]


def edits_between(text: str, before: Sequence[EditedStatement], after: Sequence[EditedStatement]) -> Edits:
    """What a person did to the statements of a text, by what went out and what came back.

    An annotation that was drawn anew over the same content is a change; of a copied one the first is meant.
    """
    went = {stmt.id: stmt for stmt in before if stmt.id is not None}
    came: dict[str, EditedStatement] = {}
    fresh: list[EditedStatement] = []
    for stmt in after:
        if stmt.id is None or stmt.id not in went or stmt.id in came:
            fresh.append(replace(stmt, id=None))
        else:
            came[stmt.id] = stmt
    missing = {id: stmt for id, stmt in went.items() if id not in came}
    added = []
    for stmt in fresh:
        again = next((id for id, old in missing.items() if same_place(text, old.content, stmt.content)), None)
        if again is None:
            added.append(stmt)
        else:
            came[again] = replace(stmt, id=again)
            del missing[again]
    changes = [
        Change(after=came[id], fields=_differing(text, went[id], came[id])) for id in went if id in came
    ]
    return Edits(
        untouched=tuple(one.after.id for one in changes if not one.fields and one.after.id),
        changed=tuple(one for one in changes if one.fields),
        removed=tuple(missing),
        added=tuple(added),
    )


def same_place(text: str, one: Spans, other: Spans) -> bool:
    """Whether spans hold the same characters of a text but for white space."""
    return one == other or _letters(text, one) == _letters(text, other)


def _letters(text: str, spans: Spans) -> set[int]:
    return {at for span in spans for at in range(*span) if not text[at].isspace()}


def _differing(text: str, before: EditedStatement, after: EditedStatement) -> tuple[str, ...]:
    """The names of what a person changed; a kind or status that is no longer told is not changed."""
    places = [name for name in PLACES if not same_place(text, getattr(before, name), getattr(after, name))]
    speaker = ["speaker"] if before.speaker != after.speaker else []
    told = [name for name in CHOICES if getattr(after, name) not in (None, getattr(before, name))]
    return (*places, *speaker, *told)
