"""How one speaker is known in many documents: a key that follows from the name, never from a guess.

In: an entity of one document. Out: its key. People and bodies with a full name have the same key in every
document; who is only "Lee", "the minister" or "two officials" has one of his own in each document: whether
they are the same is for people to decide.
"""

from __future__ import annotations

import unicodedata

from onrecord.model import Entity, EntityType

NAMED = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE)
LONGEST = 70  # characters of a key


def fold(words: str) -> str:
    """Words in small letters, without accents, marks and repeated spaces; "the" at the front is left out."""
    plain = unicodedata.normalize("NFKD", words)
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).casefold()
    parts = kept.split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0] == "the" else parts)


def key_of(entity: Entity, document: str) -> str:
    """The key of an entity: its type and full name, or its document and id where that tells too little."""
    folded = fold(entity.name)
    proper = entity.name[:1].isupper() or entity.name[:4] == "the "
    full = " " in folded or entity.type is not EntityType.PERSON
    named = entity.type in NAMED and entity.anonymous is None and not entity.members
    if named and proper and full and folded and any(c.isupper() for c in entity.name):
        return f"{entity.type.value[:3]}:{folded}"[:LONGEST]
    return f"{document}:{entity.id}"
