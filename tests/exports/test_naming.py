"""Names are stable, and people are found with the members of their groups."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.exports.naming import People, address_of, day_of, document_key, entity_key, source_of
from onrecord.model import Document, Entity, EntityType, Reading
from tests.exports.made import everything
from tests.stub import INFO

DOC = Document(id="a", text="It rained.", outlet="The Post", address="https://a.example/1")


def test_the_same_words_in_another_outlet_are_another_document() -> None:
    assert document_key(DOC) == document_key(replace(DOC, id="b", path="b.txt"))
    others = [replace(DOC, outlet="The Sun"), replace(DOC, address=None), replace(DOC, text="It snowed.")]
    assert len({document_key(doc) for doc in (DOC, *others)}) == 4


def test_an_entity_keeps_its_name_when_the_reader_numbers_anew() -> None:
    entity = everything().entities[0]
    assert entity_key(DOC, entity) == entity_key(DOC, replace(entity, id="e9"))


@pytest.mark.parametrize(
    "address", [None, "", "news/1", "javascript:alert(1)", "https://a.example/a b", "a\n"]
)
def test_what_is_no_address_gives_way_to_the_digest(address: str | None) -> None:
    doc = replace(DOC, address=address)
    assert address_of(doc) is None
    assert source_of(doc) == "urn:" + doc.digest
    assert source_of(DOC) == "https://a.example/1"


def test_days() -> None:
    moments = ("2018-07-26", "2018-07-26T10:00:00Z", "2018-07", "yesterday", None)
    assert [day_of(moment) for moment in moments] == ["2018-07-26", "2018-07-26", None, None, None]


def test_groups_are_their_members_even_when_they_hold_each_other() -> None:
    group = EntityType.GROUP
    a = Entity(id="a", name="A", type=group, members=("b", "c", "gone"))
    b = Entity(id="b", name="B", type=group, members=("a", "c"))
    c = Entity(id="c", name="C", type=EntityType.PERSON)
    d = Entity(id="d", name="D", type=group, members=("d",))
    people = People(Reading(DOC, INFO, entities=(a, b, c, d)))
    assert people.each(["a"]) == [c]
    assert people.each(["d", "gone"]) == [d]
