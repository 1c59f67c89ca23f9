"""The script that makes the table of leaders cleans names and days, and makes the table that ships."""

from __future__ import annotations

import gzip

import pytest

from onrecord.analysis.people.offices import Leaders
from scripts.make_leaders import MENDED, TABLE, name, rows, table

HEAD = "stateabb,ccode,leadid,leader,sdate,smonth,syear,emonth,eyear"


def test_rows_have_days_months_and_no_end_while_in_office() -> None:
    text = f"{HEAD}\nSYR,652,x,Adan,7,5,1990,3,2010\nSYR,652,x,Bero (acting),20,3,2010,,\n"
    assert list(rows(text)) == [
        ("SYR", "Adan", "1990-05-07", "2010-03"),
        ("SYR", "Bero", "2010-03-20", ""),
    ]


def test_states_without_a_known_office_are_left_out() -> None:
    assert list(rows(f"{HEAD}\nXXX,1,x,Adan,7,5,1990,3,2010\nBOS,346,x,Bero,7,5,1990,3,2010\n")) == []


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Adan", "Adan"),
        ("  Ilir   Adan ", "Ilir Adan"),
        ("Adan (2nd time)", "Adan"),
        ("Adan, Ilir", "Ilir Adan"),
        ("Adan,I", "I Adan"),
        ("Adan, I.", "I. Adan"),
        ("Adan I.", "I. Adan"),
        ("van Adan", "van Adan"),
    ],
)
def test_names(printed: str, expected: str) -> None:
    assert name("SYR", printed) == expected


def test_the_same_text_gives_the_same_table_and_it_can_be_read() -> None:
    text = f"{HEAD}\nSYR,652,x,Adan,7,5,1990,3,2010\n"
    assert table(text) == table(text)
    leaders = Leaders.from_csv(gzip.decompress(table(text)).decode())
    assert [row.name for row in leaders.rows] == ["Adan"]


def test_mended_names_are_in_the_table_that_ships() -> None:
    shipped = {row.name for row in Leaders.from_csv(gzip.decompress(TABLE.read_bytes()).decode()).rows}
    known = {new for names in MENDED.values() for new in names.values()}
    assert known <= shipped
