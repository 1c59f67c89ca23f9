"""The table has a row for each statement, with its words as they stand in the article."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.csv import COLUMNS, csv_header, csv_rows, plain_cell
from onrecord.model import Document, Failure, Medium, Reading, Reference, Span
from tests.exports.made import readings
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


def test_a_row_tells_who_to_whom_about_whom_and_when() -> None:
    marked = """Ann Lee came. [S1 She] [C1 told] [A1 us] [T1 on Tuesday]
[Q1 that the [L1 rats] and the [L2 rats] and [L3 scum] left].
---
1: speaker="Ann Lee" addressee="us" when=2021-03-08/2021-03-14
L1: user=unclear target=none
L2: user=unclear target=none
L3: user=unclear target=none
"""
    reading = read_marked(marked)
    about = (Reference("e1", Span(0, 7)), Reference("e9", Span(8, 12)))
    medium = Medium(Span(8, 12), "interview")
    stmt = replace(reading.statements[0], about=about, medium=medium, translated=False)
    (row,) = rows(replace(reading, statements=(stmt,)))
    told = {key: row[key] for key in COLUMNS[COLUMNS.index("speaker") :]}
    assert told == {
        "speaker": "Ann Lee",
        "within": "",
        "speaker_type": "person",
        "anonymous": "no",
        "because": "marked by hand",
        "addressee": "us",
        "about": "Ann Lee; came",
        "when_start": "2021-03-08",
        "when_end": "2021-03-14",
        "when_precision": "range",
        "medium": "interview",
        "translated": "no",
        "labels": "rats; scum",
    }


def test_unnamed_people_are_told_as_such() -> None:
    marked = '[S An official] [C said] [T then] [Q no].\n---\n1: speaker="An official" anonymous=yes when=?\n'
    (row,) = rows(read_marked(marked))
    assert (row["speaker_type"], row["anonymous"]) == ("anonymous", "yes")
    assert (row["when_start"], row["when_end"], row["when_precision"]) == ("", "", "range")


def test_what_is_not_known_is_empty() -> None:
    (row,) = rows(read_marked("[S Lee] [C said] [Q no]."))
    assert [row[key] for key in COLUMNS[COLUMNS.index("speaker") :]] == [""] * 13


def test_a_label_is_in_the_row_of_its_statement_alone() -> None:
    marked = """[S1 Lee] [C1 said] [Q1 that [S2 Kim] [C2 saw] [Q2 [L1 rats]]]. The [L2 so-called] end.
---
L1: user=unclear target=none
L2: user=outlet target=none
"""
    assert [row["labels"] for row in rows(read_marked(marked))] == ["", "rats"]


def test_every_column_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
    table = page.split("## A table")[1].split("\n## ")[0]
    told = re.findall(r"`([a-z_]+)`", "".join(re.findall(r"^\|([^|]+)\|", table, re.MULTILINE)))
    assert told == list(COLUMNS)


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n1",
    "\tx",
    "\rx",
    " =1",
    "＝1",
    "－1",
    "＋1",
    "＠a",
]


@pytest.mark.parametrize("words", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_reckon_is_made_words(words: str) -> None:
    reading = read_marked("[S Lee] [C said] [Q no].", title=words, outlet=f"'{words}")
    (row,) = rows(reading)
    assert (row["title"], row["outlet"]) == (f"'{words}", f"''{words}")
    assert (plain_cell(row["title"]), plain_cell(row["outlet"])) == (words, f"'{words}")


@pytest.mark.parametrize("words", ["-", "1-2", "a=b", "'no,'", "’=", "", "“=1”", "– no"])
def test_any_other_cell_is_not_altered(words: str) -> None:
    (row,) = rows(read_marked("[S Lee] [C said] [Q no].", title=words))
    assert row["title"] == words == plain_cell(row["title"])


def test_statements_are_made_words_too() -> None:
    (row,) = rows(read_marked('[S =Lee()] [C said] [Q -1, "two"\n+ @three].'))
    assert (row["source"], row["content"]) == ("'=Lee()", '\'-1, "two"\n+ @three')


@given(st.text(alphabet="'=+-@＝\t\r\n a1"))
def test_words_come_back_from_any_cell(words: str) -> None:
    (row,) = rows(read_marked("[S Lee] [C said] [Q no].", title=words))
    assert plain_cell(row["title"]) == words
    assert row["title"][:1] not in ("=", "+", "@", "\t", "\r") or len(words) == 1


@given(readings())
def test_each_span_is_its_words(reading: Reading) -> None:
    text = reading.document.text
    for row, stmt in zip(rows(reading), reading.statements, strict=True):
        spans = [tuple(map(int, place.split("-"))) for place in row["content_spans"].split(";")]
        assert spans == list(stmt.content)
        words = " … ".join(text[start:end] for start, end in spans)
        assert plain_cell(row["content"]) == words.encode("utf-8", "backslashreplace").decode()


def test_every_cell_is_quoted_and_lines_end_as_the_standard_says() -> None:
    assert csv_header().startswith(b'"document","path",')
    assert csv_header().endswith(b'"labels"\r\n')


def test_nothing_found_and_nothing_read_have_no_row() -> None:
    assert csv_rows(read_marked("It rained.")) == b""
    doc = Document(id="a", text="")
    assert csv_rows(Reading(doc, INFO, error=Failure("empty", "There are no words in it."))) == b""
