"""By what names other programs know our documents, statements and speakers.

Names are the same whenever the same is exported again. A document is its text with its outlet and address,
so the same wire copy in two outlets has two names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from onrecord.model import Document, Entity, EntityType, Reading, Statement

# URNs of a name space of our own; nobody has to register it for a file to be read.
URN = "urn:onrecord:"

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def short_hash(*parts: str | None) -> str:
    """A name that follows from these parts, sixteen hexadecimal digits."""
    return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def document_key(doc: Document) -> str:
    """The name of a document: it follows from its text, outlet and address."""
    return short_hash(doc.digest, doc.outlet, doc.address)


def statement_urn(doc: Document, stmt_id: str) -> str:
    """The name of a statement in its document, as a URN."""
    return f"{URN}statement:{document_key(doc)}:{stmt_id}"


def entity_key(doc: Document, entity: Entity) -> str:
    """The name of an entity of a document: it follows from type, name and first place, not from its id."""
    first = str(min(entity.mentions, default=""))
    return short_hash(document_key(doc), entity.type.value, entity.name, first)


def address_of(doc: Document) -> str | None:
    """The document's address if it is one on the web, else None."""
    return doc.address if doc.address and _ADDRESS.fullmatch(doc.address) else None


def source_of(doc: Document) -> str:
    """Where the document is found: its address, else a URN of its text's digest."""
    return address_of(doc) or "urn:" + doc.digest


def day_of(moment: str | None) -> str | None:
    """The day "2018-07-26" of an ISO day or time, None of anything else."""
    found = _DAY.match(moment or "")
    return found[0] if found else None


class People:
    """Who is who in one reading."""

    def __init__(self, reading: Reading) -> None:
        self._entities = {entity.id: entity for entity in reading.entities}

    def get(self, id: str | None) -> Entity | None:
        """The entity with this id, if there is one."""
        return self._entities.get(id) if id is not None else None

    def speakers(self, stmt: Statement) -> list[Entity]:
        """Who made a statement: the members of a group whose members are known, else one; or nobody."""
        entity = self.get(stmt.speaker.entity) if stmt.speaker else None
        return self._apart(entity, ()) if entity else []

    def each(self, ids: Sequence[str]) -> list[Entity]:
        """The entities with these ids, each once; groups as their members."""
        found = [self._apart(entity, ()) for id in ids if (entity := self.get(id))]
        return list({entity.id: entity for group in found for entity in group}.values())

    def _apart(self, entity: Entity, above: tuple[str, ...]) -> list[Entity]:
        above = (*above, entity.id)
        members = [self._entities[id] for id in entity.members if id in self._entities and id not in above]
        apart = [part for member in members for part in self._apart(member, above)]
        return list({part.id: part for part in apart}.values()) if apart else [entity]


def is_unnamed(entity: Entity) -> bool:
    """Whether an entity is people whom the text does not name."""
    return entity.anonymous is not None or entity.type is EntityType.ANONYMOUS
