"""Outlets: whose words they print, from what is summed up of each article."""

from __future__ import annotations

import pytest

from onrecord.record import Record
from onrecord.record.asking.counting import Counting
from onrecord.record.asking.outlets import Outlets
from onrecord.record.asking.shares import LEAST
from tests.record.made import flood, talks
from tests.record.profiled import harbour


@pytest.fixture
def filled(record: Record) -> Record:
    for reading in (talks(), flood(), harbour()):
        record.writer.add(reading)
    return record


def test_rows_are_what_is_counted_by_month(filled: Record) -> None:
    courier, dale = Outlets(filled.engine).rows()
    assert (courier.outlet, courier.articles, courier.statements, courier.unnamed) == ("The Courier", 2, 5, 1)
    assert (courier.women, courier.men, courier.not_told) == (2, 0, 3)
    assert (dale.outlet, dale.unnamed) == ("Dale Post", 1)
    monthly = [row for row in Counting(filled.engine).by_outlet_and_month() if row.outlet == "The Courier"]
    for name in ("own_words", "quoted_words", "reworded_words"):
        assert getattr(courier, name) == sum(getattr(row, name) for row in monthly)


def test_shares_have_intervals_where_there_are_articles_enough(filled: Record) -> None:
    few = Outlets(filled.engine).rows("The Courier")[0].shares
    assert few["unnamed"].value == pytest.approx(1 / 5)
    assert few["women"].value == 1.0
    assert few["unnamed"].low is None
    for number in range(LEAST):
        filled.writer.add(flood(outlet="Port Daily", address=f"http://port.example/{number}"))
    many = Outlets(filled.engine).rows("Port Daily")[0]
    assert (many.articles, many.shares["unnamed"].value) == (LEAST, 0.5)
    assert many.shares["unnamed"].low == pytest.approx(1 - (many.shares["unnamed"].high or 0))


def test_of_nearly_equal_articles_the_first_one_counts(filled: Record) -> None:
    filled.writer.add(harbour(outlet="Port Daily"))
    assert Outlets(filled.engine).rows("Port Daily") == []


def test_whom_an_outlet_quotes_most(filled: Record) -> None:
    found = Outlets(filled.engine).most_quoted("The Courier")
    assert [(one.name, one.count) for one in found[:1]] == [("Edda Lorne", 3)]
    filled.judgements.merge("per:hanno pell", "per:edda lorne", by="Ann")
    assert Outlets(filled.engine).most_quoted("The Courier")[0].count == 4
    assert Outlets(filled.engine).most_quoted("No Such Outlet") == ()
