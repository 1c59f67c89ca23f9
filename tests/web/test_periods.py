"""Months and years in a row: none left out, years where months are too many, mistakes passed over."""

from __future__ import annotations

from onrecord.web.periods import MOST_MONTHS, MOST_YEARS, periods


def test_a_few_months_are_shown_in_whole_years() -> None:
    row = periods(["2018-11", "2019-02"])
    assert (row.by, len(row.every)) == ("month", 24)
    counts = row.counts([("2018-11", 3), ("2019-02", 1), ("2018-11", 2), (None, 9), ("2018", 9)])
    assert (counts[10], counts[13], sum(counts)) == (5, 1, 6)
    assert [tick for tick in row.ticks() if tick] == ["2018", "2019"]


def test_one_year_alone_has_its_quarters_written() -> None:
    assert [tick for tick in periods(["2018-05"]).ticks() if tick] == ["2018", "Apr", "Jul", "Oct"]


def test_many_months_are_years() -> None:
    row = periods(["2010-12", f"{2011 + MOST_MONTHS // 12}-02", "2012"])
    assert (row.by, row.every[0].iso, len(row.every)) == ("year", "2010", 2 + MOST_MONTHS // 12)
    assert row.counts([("2012", 1), ("2012-07", 2)])[2] == 3


def test_years_without_months_are_years() -> None:
    assert periods(["2018", "2018", "2018-03"]).by == "year"


def test_a_mistaken_date_does_not_make_a_picture_of_nothing() -> None:
    row = periods(["0019-01", "2018-01", "2019-13", "soon", None])
    assert (len(row.every), row.every[-1].iso) == (MOST_YEARS, "2018")
    assert sum(row.counts([("0019-01", 4), ("2018-01", 1), ("soon", 3)])) == 1
    assert len([tick for tick in row.ticks(4) if tick]) <= 4


def test_of_nothing_there_is_nothing() -> None:
    assert periods([None, "soon"]).every == ()
    assert periods([]).ticks() == []
