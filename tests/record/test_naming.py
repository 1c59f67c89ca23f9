"""Who is one speaker in many documents by his name alone, and who is not."""

from __future__ import annotations

import pytest

from onrecord.model import Anonymity, Entity, EntityType
from onrecord.record.naming import fold, key_of


@pytest.mark.parametrize(
    ("words", "folded"),
    [("The Café’s  Owner", "cafe s owner"), ("ÉMILE  ZOLA", "emile zola"), ("the", "the"), ("—", "")],
)
def test_fold(words: str, folded: str) -> None:
    assert fold(words) == folded


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Edda Lorne", EntityType.PERSON, "per:edda lorne"),
        ("Lorne", EntityType.PERSON, "d:e1"),
        ("the minister", EntityType.PERSON, "d:e1"),
        ("the Harbour Board", EntityType.ORGANISATION, "org:harbour board"),
        ("SDF", EntityType.ORGANISATION, "org:sdf"),
        ("the board", EntityType.ORGANISATION, "d:e1"),
        ("Two officials", EntityType.ANONYMOUS, "d:e1"),
    ],
)
def test_key(name: str, kind: EntityType, key: str) -> None:
    assert key_of(Entity(id="e1", name=name, type=kind), "d") == key


def test_unnamed_people_and_groups_are_of_one_document() -> None:
    unnamed = Entity(
        id="e1", name="Aid Workers", type=EntityType.ORGANISATION, anonymous=Anonymity(None, None, None)
    )
    group = Entity(id="e2", name="Ada Lee and Jo Park", type=EntityType.PERSON, members=("e3", "e4"))
    assert [key_of(one, "d") for one in (unnamed, group)] == ["d:e1", "d:e2"]
