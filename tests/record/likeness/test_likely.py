"""Who may be one is looked up by name, outlet, day and article; what people decided counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.errors import StopRun
from onrecord.model import EntityType, Reading
from onrecord.record import Likely, Record
from tests.stub import read_marked

FULL = """published: 2024-03-05
outlet: The Courier
---
[S1 Ilir Dovan] [C1 said] [Q1 that the quays would stay shut].
---
1: speaker="Ilir Dovan"
"""
SHORT = """published: 2024-03-07
outlet: The Courier
---
[S1 Dovan] [C1 said] [Q1 that nobody had asked for it in {place}].
---
1: speaker="Dovan"
"""


def named(reading: Reading, *names: str, type: EntityType = EntityType.PERSON) -> Reading:
    """The reading with further names of its first entity."""
    first, *others = reading.entities
    first = replace(first, names=(*first.names, *names), type=type)
    return replace(reading, entities=(first, *others))


def full(name: str = "Ilir Dovan", *names: str, **known: str) -> Reading:
    return named(read_marked(FULL.replace("Ilir Dovan", name), **{"id": name, "path": name} | known), *names)


def short(name: str = "Dovan", place: str = "Tarn", **known: str) -> Reading:
    text = SHORT.replace("Dovan", name).format(place=place)
    return read_marked(text, **{"id": place, "path": place} | known)


def links(record: Record, name: str | None = "Dovan") -> list[tuple[str, int | None, int | None, bool]]:
    found = Likely(record.engine).candidates(name)
    names = {one.number: one.name for one in found.full}
    return sorted((names[one.full], one.days, one.days_in_outlet, one.is_family) for one in found.links)


@pytest.mark.parametrize("name", ["Dovan", "Ilir Dovan", None])
def test_a_surname_meets_the_full_name_in_outlet_and_days(record: Record, name: str | None) -> None:
    record.writer.add(full())
    record.writer.add(short())
    assert links(record, name) == [("Ilir Dovan", 2, 2, False)]


def test_another_outlet_and_other_days_are_told_apart(record: Record) -> None:
    record.writer.add(full(outlet="Dale Post"))
    record.writer.add(short())
    assert links(record) == [("Ilir Dovan", 2, None, False)]


def test_far_away_days_and_unknown_ones_are_none(record: Record) -> None:
    record.writer.add(full(published="2020-01-01"))
    record.writer.add(short())
    record.writer.add(short(place="Brack", published="2024-03"))
    assert links(record) == [("Ilir Dovan", None, None, False)] * 2


def test_all_bearers_of_a_surname_are_linked(record: Record) -> None:
    record.writer.add(full())
    record.writer.add(full("Petra Dovan", published="2022-01-01"))
    record.writer.add(short())
    assert [name for name, *_ in links(record, "Ilir Dovan")] == ["Ilir Dovan", "Petra Dovan"]


def test_an_office_before_a_name_is_a_short_name(record: Record) -> None:
    record.writer.add(full("Ilir Dovan", "Interior Minister Ilir Dovan"))
    record.writer.add(short("the interior minister"))
    for name in ("Ilir Dovan", "the interior minister", None):
        assert links(record, name) == [("Ilir Dovan", 2, 2, False)]


def test_who_is_kept_apart_in_one_article_is_not_linked(record: Record) -> None:
    both = FULL.replace("\n---\n1:", '\n\n[S2 Dovan] [C2 said] [Q2 no].\n---\n2: speaker="Dovan"\n1:')
    record.writer.add(read_marked(both, id="both", path="both"))
    assert links(record) == []


def test_versions_of_an_article_meet(record: Record) -> None:
    record.writer.add(full(address="https://courier.example/quays", published="2023-01-01"))
    record.writer.add(short(address="https://courier.example/quays"))
    assert links(record) == [("Ilir Dovan", None, None, True)]


def test_those_with_one_short_name_in_versions_are_twins(record: Record) -> None:
    for place in ("Tarn", "Brack"):
        record.writer.add(short(place=place, address="https://courier.example/quays"))
    found = Likely(record.engine).candidates("Dovan")
    assert [one.word for one in found.twins] == ["Dovan"]
    assert {found.twins[0].one, found.twins[0].other} == {one.number for one in found.locals}


def test_names_that_several_bear_are_told(record: Record) -> None:
    record.writer.add(full("Ilir Dovan", "Bear of Tarn"))
    record.writer.add(full("Edda Lorne", "Bear of Tarn", outlet="Dale Post"))
    for name in ("Ilir Dovan", None):
        (alias,) = Likely(record.engine).candidates(name).aliases
        assert (alias.folded, alias.word, len(alias.bearers)) == ("bear of tarn", "Bear of Tarn", 2)


def test_what_people_decided_is_told_until_undone(record: Record) -> None:
    record.writer.add(full())
    record.writer.add(full("Petra Dovan"))
    keys = ("per:ilir dovan", "per:petra dovan")
    number = record.judgements.apart(*keys, by="ada")
    assert len(Likely(record.engine).candidates().apart) == 1
    record.judgements.undo(number, by="ada")
    assert Likely(record.engine).candidates().apart == frozenset()
    record.judgements.merge(*keys, by="ada")
    assert len(Likely(record.engine).candidates().heads) == 1
    with pytest.raises(StopRun, match="were merged"):
        record.judgements.apart(*keys, by="ada")


def test_who_was_split_is_apart(record: Record) -> None:
    record.writer.add(full())
    record.judgements.split("per:ilir dovan", "Ilir Dovan", by="ada", word="judge", outlet="The Courier")
    found = Likely(record.engine).candidates("Ilir Dovan")
    assert found.apart == {frozenset(one.number for one in found.full)}


def test_mistakes_are_told(record: Record) -> None:
    with pytest.raises(StopRun, match="parted from itself"):
        record.judgements.apart("per:a", "per:a", by="ada")
    with pytest.raises(StopRun, match="no speaker per:a"):
        record.judgements.apart("per:a", "per:b", by="ada")


def test_counts_and_the_latest_statement_are_for_examples(record: Record) -> None:
    record.writer.add(full())
    record.writer.add(full(published="2024-04-01", outlet="Dale Post"))
    likely = Likely(record.engine)
    (one,) = likely.candidates().full
    assert likely.counts([one.number]) == {one.number: 2}
    assert likely.latest([one.number, 99]) == {one.number: record.questions.search()[0].id}
