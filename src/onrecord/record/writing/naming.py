"""How one speaker is known in many documents: a key that follows from the name, never from a guess.

In: the entities of one document. Out: their keys. People and bodies with a full name have the same key in
every document; who is only "Lee", "the minister" or "two officials" has one of his own in each document, made
of the document's key and that name: whether they are the same is for people to decide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from onrecord.model import Entity, EntityType

NAMED = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE)
LONGEST = 70  # characters of a key
MARK = 3  # letters of a type, behind which a colon stands in the key of who is one in all documents
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def fold(words: str) -> str:
    """Words in small letters, without accents, marks and repeated spaces; "the" at the front is left out."""
    plain = unicodedata.normalize("NFKD", words)
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).casefold()
    parts = kept.split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0] == "the" else parts)


def keys_of(entities: Sequence[Entity], document: str) -> dict[str, str]:
    """The keys of a document's entities by their ids: what makes them one speaker in the whole record."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for entity in entities:
        folded = fold(entity.name)
        if _tells(entity, folded):
            keys[entity.id] = f"{entity.type.value[:MARK]}:{folded}"[:LONGEST]
            continue
        own = key = f"{document}:{folded or entity.id}"[:LONGEST]
        number = 1
        while key in taken:
            number += 1
            key = f"{own}~{number}"
        taken.add(key)
        keys[entity.id] = key
    return keys


def is_everywhere(key: str) -> bool:
    """Whether a key is of one speaker in all documents, such as "per:ann lee"; others are of one document."""
    return key[MARK : MARK + 1] == ":"


def _tells(entity: Entity, folded: str) -> bool:
    """Whether a name is enough to know its bearer by: a full name of a person, any of a body or a place.

    "The army" that begins a sentence is no name: every country has one. Nor is the "Q" of an interview.
    """
    words = ARTICLE.sub("", entity.name)
    full = " " in folded or entity.type is not EntityType.PERSON
    named = entity.type in NAMED and entity.anonymous is None and not entity.members
    proper = words[:1].isupper() or entity.name[:4] == "the "
    return bool(named and proper and full and len(folded) > 1 and any(char.isupper() for char in words))
