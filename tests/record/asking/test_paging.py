"""Long lists a page at a time, the same on both engines: nothing is left out, nothing comes twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from onrecord.record import Filter, Record
from onrecord.record.asking.filtering import EVERY
from onrecord.record.asking.paging import Pages, Rank, Said
from tests.record.made import flood, talks
from tests.stub import read_marked

Row = TypeVar("Row")
UNDATED = '[S1 Mira Sol] [C1 said] [Q1 that nobody knew when].\n---\n1: speaker="Mira Sol"\n'


@pytest.fixture
def pages(record: Record) -> Pages:
    for reading in (talks(), flood(), read_marked(UNDATED, id="undated", path="undated.txt")):
        record.writer.add(reading)
    return Pages(record.engine)


def through(page: Callable[[Any], tuple[list[Row], Any]]) -> list[Row]:
    """All rows, a page after the other."""
    rows, place = page(None)
    while place is not None:
        more, place = page(place)
        rows = [*rows, *more]
    return rows


@pytest.mark.parametrize("limit", [1, 2, 3, 50])
def test_statements_come_by_day_and_those_without_one_last(pages: Pages, limit: int) -> None:
    found = through(lambda place: pages.statements("", EVERY, limit=limit, after=place))
    days = [one.said for one in found]
    assert days == ["2024-05-01", "2024-05-01", "2024-03-05", "2024-03-05", "2024-03-04", None]
    assert len({one.id for one in found}) == len(found)


def test_words_and_filters_narrow_every_page(pages: Pages) -> None:
    lorne = Filter(speaker="Edda Lorne")
    found = through(lambda place: pages.statements("", lorne, limit=1, after=place))
    assert [one.said for one in found] == ["2024-05-01", "2024-03-04"]
    assert [one.said for one in pages.statements("dam", limit=5)[0]] == ["2024-05-01"]
    assert pages.statements("!?", limit=5) == ([], None)


def test_the_last_page_says_so(pages: Pages) -> None:
    assert pages.statements("", EVERY, limit=6)[1] is None
    assert pages.statements("", EVERY, limit=5)[1] == Said("2024-03-04", 1)
    assert pages.documents(limit=3)[1] is None


def test_a_document_that_comes_in_between_moves_nothing(pages: Pages, record: Record) -> None:
    first, place = pages.documents(limit=1)
    record.writer.add(talks(id="again", outlet="Another"))
    rest = through(lambda after: pages.documents(limit=1, after=after or place))
    assert [row.id for row in (*first, *rest)] == ["undated", "flood", "talks"]
    assert [row.id for row in pages.documents("Another", limit=9)[0]] == ["again"]


def test_what_came_last_comes_first_with_its_moment(pages: Pages) -> None:
    found = pages.newcomers(limit=3)
    assert [one.document_id for one, _ in found] == ["undated", "flood", "flood"]
    assert all(moment.endswith("+00:00") for _, moment in found)
    assert pages.newcomers("?", limit=3) == []


@pytest.mark.parametrize("name", ["", "r"])
def test_speakers_come_by_their_statements(pages: Pages, record: Record, name: str) -> None:
    found = through(lambda place: pages.speakers(name, limit=1, after=place))
    assert [row.key for row in found] == [row.key for row in record.questions.speakers(name, limit=50)]
    assert found[0].name == "Edda Lorne"


def test_a_speaker_s_place_is_his_count(pages: Pages) -> None:
    place = pages.speakers(limit=1)[1]
    assert isinstance(place, Rank)
    assert place.statements == 2


def test_speakers_that_were_merged_are_one_under_both_keys(pages: Pages, record: Record) -> None:
    record.judgements.merge("per:hanno pell", "per:edda lorne", by="Ann")
    one, other = pages.speaker("per:hanno pell"), pages.speaker("per:edda lorne")
    assert one is not None
    assert one == other
    assert (one.name, one.statements) == ("Edda Lorne", 3)
    assert pages.speakers(limit=9)[0][0].statements == 3
    assert "per:hanno pell" not in [row.key for row in pages.speakers(limit=9)[0]]


def test_nobody_has_an_unknown_key(pages: Pages) -> None:
    assert pages.speaker("per:no one") is None
    assert pages.speaker("outlet") is None


def test_the_latest_judgements_come_first(pages: Pages, record: Record) -> None:
    ids = [one.id for one in pages.statements("", limit=3)[0]]
    numbers = [record.judgements.accept(id, by="Ann") for id in ids]
    latest = record.judgements.latest(limit=2)
    assert [entry.number for entry in latest] == numbers[:0:-1]
    rest = record.judgements.latest(limit=2, before=latest[-1].number)
    assert [entry.number for entry in rest] == numbers[:1]
