"""Gives the statements of a marked text their speakers, addressees and times, the text its people.

In: a marked text, its document and plain statements by number. Out: the same statements completed as far as
the lines after the text tell, and the entities and labels. What a name's type is, is guessed from its looks:
a name in small letters or with "the" is an organisation, every other one a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from onrecord.model import (
    Anonymity,
    Document,
    Entity,
    EntityType,
    Label,
    Reference,
    Span,
    Speaker,
    Statement,
    When,
)
from tests.factory import GoldStatement, Marked
from tests.marked_lines import AND, USERS, days_of

PRONOUNS: Final = frozenset("he she it they i we who which his her its their both".split())
PRECISIONS: Final = {4: "year", 7: "month", 10: "day"}
"""By the length of a date as it is written; everything else is a range."""


class People:
    """The entities of a marked text, numbered in the order in which their names are first asked for."""

    def __init__(self, gold: Marked, document: Document) -> None:
        self._text = document.text
        self._ids: dict[str, str] = {}
        self._entities: dict[str, Entity] = {}
        self._anonymous = {found.speaker for found in gold.statements if found.anonymous}

    def entities(self) -> tuple[Entity, ...]:
        return tuple(self._entities.values())

    def id(self, name: str, places: Iterable[Span] = ()) -> str:
        """The id of who has this name, and stands at these places too."""
        if name not in self._ids:
            id = self._ids[name] = f"e{len(self._ids) + 1}"
            self._entities[id] = self._entity(id, name)
        entity = self._entities[self._ids[name]]
        mentions = dict.fromkeys((*entity.mentions, *places))
        words = (span.slice(self._text) for span in places)
        names = dict.fromkeys((*entity.names, *(word for word in words if word.lower() not in PRONOUNS)))
        self._entities[entity.id] = replace(entity, names=tuple(names), mentions=tuple(sorted(mentions)))
        return entity.id

    def completed(self, found: GoldStatement, stmt: Statement) -> Statement:
        """A statement with what the lines after the text tell of it."""
        speaker = self._speaker(found, stmt) if found.speaker else None
        addressees = [Span(*span) for span in found.addressee]
        id = self.id(found.addressee_name, addressees) if found.addressee_name else ""
        return replace(
            stmt,
            act=found.act,
            stance=found.stance,
            speaker=speaker,
            addressee=tuple(Reference(id, span) for span in addressees) if id else (),
            when=_when(found),
        )

    def _speaker(self, found: GoldStatement, stmt: Statement) -> Speaker:
        name = found.speaker or ""
        id = self.id(name, stmt.source)
        because = "named here" if name in stmt.source_words else "marked by hand"
        mentions = self._places(name) or stmt.source or stmt.content
        return Speaker(id, name.replace(AND, " and "), mentions[0], because, 0.9)

    def _entity(self, id: str, name: str) -> Entity:
        members = tuple(self.id(part) for part in name.split(AND)) if AND in name else ()
        shown = name.replace(AND, " and ")
        anonymous = Anonymity(None, None, None) if name in self._anonymous else None
        places = self._places(name)
        return Entity(
            id=id,
            name=shown,
            type=self._type(name),
            names=(shown,),
            mentions=tuple(places),
            members=members,
            anonymous=anonymous,
        )

    def _type(self, name: str) -> EntityType:
        if AND in name:
            return EntityType.GROUP
        if name in self._anonymous:
            return EntityType.ANONYMOUS
        is_body = name[0].islower() or name.lower().startswith(("the ", "a ", "his ", "its "))
        return EntityType.ORGANISATION if is_body else EntityType.PERSON

    def _places(self, name: str) -> list[Span]:
        return [Span(*found.span()) for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self._text)]


def _when(found: GoldStatement) -> When | None:
    if found.when is None:
        return None
    start, end = days_of(found.when) or (None, None)
    return When(Span(*found.time[0]), start, end, PRECISIONS.get(len(found.when), "range"))


def labels_of(gold: Marked, people: People, statements: Iterable[Statement]) -> tuple[Label, ...]:
    """The labels, each with the innermost statement whose content holds it."""
    statements = list(statements)
    labels = []
    for found in gold.labels:
        span = Span(*found.span)
        holders = [stmt for stmt in statements if any(part.contains(span) for part in stmt.content)]
        outer = {stmt.within for stmt in holders}
        inner = next((stmt.id for stmt in holders if stmt.id not in outer), None)
        user = found.user if found.user in USERS else people.id(found.user)
        target = people.id(found.target) if found.target else None
        labels.append(Label(span, span.slice(gold.text), target, user, inner))
    return tuple(labels)
