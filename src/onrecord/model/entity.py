"""People, bodies and places of one document, and how a statement refers to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Span


class EntityType(StrEnum):
    """What kind of thing an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Gender:
    """How the text itself genders a person, and by which word."""

    value: str
    because: str


@dataclass(frozen=True, slots=True)
class Anonymity:
    """What a text says of unnamed people: how many, of which body, why unnamed."""

    count: str | None
    of: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Who held an office on the document's date, by a table that ships with onrecord; never by the text.

    `since` and `until` are ISO days or months of the holder's spell, None while it lasted at the table's end.
    `source` names the table.
    """

    name: str
    office: str
    since: str
    until: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation, place, group, document or anonymous party of one document.

    `names` are the different words that stand for it, `mentions` their places; `members` are the ids of the
    entities that make up a group.
    """

    id: str
    name: str
    type: EntityType
    names: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    members: tuple[str, ...] = ()
    gender: Gender | None = None
    anonymous: Anonymity | None = None
    knowledge: Knowledge | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """The entity that a source stands for, the mention that names it, and why we think so."""

    entity: str
    name: str
    mention: Span
    because: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in the text where an entity is spoken to or spoken of."""

    entity: str
    span: Span
