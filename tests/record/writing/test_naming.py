"""Who is one speaker in many documents by his name alone, and who is not."""

from __future__ import annotations

import pytest

from onrecord.model import Anonymity, Entity, EntityType
from onrecord.record.writing.naming import fold, keys_of


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
        ("Lorne", EntityType.PERSON, "d:lorne"),
        ("the minister", EntityType.PERSON, "d:minister"),
        ("the Harbour Board", EntityType.ORGANISATION, "org:harbour board"),
        ("SDF", EntityType.ORGANISATION, "org:sdf"),
        ("Q", EntityType.ORGANISATION, "d:q"),
        ("the board", EntityType.ORGANISATION, "d:board"),
        ("The army", EntityType.ORGANISATION, "d:army"),
        ("A company", EntityType.ORGANISATION, "d:a company"),
        ("The Ostranian army", EntityType.ORGANISATION, "org:ostranian army"),
        ("Two officials", EntityType.ANONYMOUS, "d:two officials"),
        ("—", EntityType.ANONYMOUS, "d:e1"),
    ],
)
def test_key(name: str, kind: EntityType, key: str) -> None:
    assert keys_of([Entity(id="e1", name=name, type=kind)], "d") == {"e1": key}


def test_unnamed_people_and_groups_are_of_one_document() -> None:
    unnamed = Entity(
        id="e1", name="Aid Workers", type=EntityType.ORGANISATION, anonymous=Anonymity(None, None, None)
    )
    group = Entity(id="e2", name="Ada Lee and Jo Park", type=EntityType.PERSON, members=("e3", "e4"))
    assert keys_of([unnamed, group], "d") == {"e1": "d:aid workers", "e2": "d:ada lee and jo park"}


def test_two_of_one_document_with_one_name_are_two() -> None:
    two = [Entity(id=id, name="two officials", type=EntityType.ANONYMOUS) for id in ("e1", "e2", "e3")]
    assert list(keys_of(two, "d").values()) == ["d:two officials", "d:two officials~2", "d:two officials~3"]
