"""The table has a row for each statement, with its words as they stand in the article."""

from __future__ import annotations

import csv
import io

from onrecord.exports.csv import COLUMNS, csv_header, csv_rows
from onrecord.model import Document, Failure, Reading
from tests.stub import INFO, read_marked


def rows(reading: Reading) -> list[dict[str, str]]:
    table = (csv_header() + csv_rows(reading)).decode("utf-8")
    return list(csv.DictReader(io.StringIO(table, newline="")))


def test_a_row_tells_a_statement() -> None:
    marked = "[Q “It rained,”] [S Lee] [C said]. [Q “It “really” poured.”]"
    (row,) = rows(read_marked(marked, title="Rain", outlet="The Post", published="2018-07-26"))
    assert tuple(row) == COLUMNS
    assert (row["document"], row["path"]) == ("a", "a.txt")
    assert (row["title"], row["outlet"], row["published"]) == ("Rain", "The Post", "2018-07-26")
    assert (row["source"], row["cue"]) == ("Lee", "said")
    assert row["content"] == "“It rained,” … “It “really” poured.”"
    assert (row["content_spans"], row["source_spans"]) == ("0-12;23-44", "13-16")
    assert (row["form"], row["kind"], row["status"]) == ("direct", "speech", "asserted")
    assert (row["confidence"], row["speaker"], row["within"]) == ("0.9000", "", "")


def test_a_nested_statement_names_the_one_that_holds_it() -> None:
    outer, inner = rows(read_marked("[S1 Lee] [C1 said] [Q1 [S2 Kim] [C2 hopes] [Q2 for rain]]."))
    assert inner["within"] == outer["statement"]


def test_words_that_look_like_a_formula_are_not_altered() -> None:
    (row,) = rows(read_marked('[S =Lee()] [C said] [Q -1, "two"\n+ @three].'))
    assert (row["source"], row["content"]) == ("=Lee()", '-1, "two"\n+ @three')


def test_every_cell_is_quoted_and_lines_end_as_the_standard_says() -> None:
    assert csv_header().startswith(b'"document","path",')
    assert csv_header().endswith(b'"within"\r\n')


def test_nothing_found_and_nothing_read_have_no_row() -> None:
    assert csv_rows(read_marked("It rained.")) == b""
    doc = Document(id="a", text="")
    assert csv_rows(Reading(doc, INFO, error=Failure("empty", "There are no words in it."))) == b""
