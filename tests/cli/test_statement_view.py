"""The table tells who said what to whom and when; what was not said stands out; it fits every page."""

from __future__ import annotations

import pytest

from onrecord.cli.page_style import PageStyle
from onrecord.cli.statement_view import DEEPEST, statement_table
from onrecord.model import Reading
from tests.cli.printed import printed
from tests.stub import read_marked

MARKED = """Ann Lee came. [S1 She] [C1 told] [A1 reporters] [T1 last week] [Q1 “it rained”].
[S2 Officials] [C2 will claim] [Q2 that [S3 Kim] [C3 saw] [Q3 quay rats]]. [C4 Rumour] [Q4 that].
---
1: speaker="Ann Lee" addressee="reporters" when=2021-03-08/2021-03-14
2: status=future stance=distancing act=accusation
3: speaker="Kim" kind=thought
"""


def rows(reading: Reading, *, width: int = 80, is_plain: bool = True) -> list[str]:
    """The lines of the table below its head, without the blanks between columns."""
    lines = printed(statement_table(reading, PageStyle(is_plain=is_plain, width=width)), width=width)
    return [" ".join(line.split()) for line in lines[2:]]


def test_a_row_tells_who_to_whom_and_when() -> None:
    assert rows(read_marked(MARKED))[:3] == [
        "1 Ann Lee (“She”) told 0.90",
        "to reporters “it rained”",
        "8–14 Mar 2021",
    ]


def test_what_was_not_said_is_in_capitals() -> None:
    assert rows(read_marked(MARKED))[3] == "2 Officials will claim · accusation · distancing · 0.90"
    assert "WILL SAY" in rows(read_marked(MARKED))[4]
    assert "SAY" not in rows(read_marked(MARKED))[0]


@pytest.mark.parametrize(("is_plain", "mark"), [(True, "-"), (False, "└")])
def test_a_statement_in_another_is_set_in(is_plain: bool, mark: str) -> None:
    assert f"3 {mark} Kim saw · thought 0.90" in rows(read_marked(MARKED), is_plain=is_plain)


def test_nobody_is_told_as_nobody() -> None:
    assert rows(read_marked(MARKED))[-2:] == ["4 nobody named Rumour 0.90", "that"]


def test_a_statement_without_a_cue_tells_its_content() -> None:
    assert rows(read_marked("[S Lee] – [Q no]\n---\n1: status=asked\n")) == ["1 Lee ASKED 0.90", "no"]


def test_deep_statements_leave_room_for_words() -> None:
    count = DEEPEST + 3
    opened = " ".join(f"[S{i} P{i}] [C{i} said] [Q{i} so" for i in range(1, count))
    table = statement_table(read_marked(opened + "]" * (count - 1)), PageStyle(is_plain=True, width=60))
    lines = printed(table, width=60)
    assert max(map(len, lines)) <= 60
    starts = [line.index("- P") for line in lines if "- P" in line]
    assert [start - starts[0] for start in starts] == [0, 2, 4, 6, 6]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_it_fits_the_page(width: int) -> None:
    source, to = "the minister of " + "many " * 20 + "things", "people of " + "many " * 20 + "towns"
    marked = f'[S {source}] [C told] [A {to}] [Q {"it rained " * 60}so].\n---\n1: addressee="{to}"\n'
    lines = printed(statement_table(read_marked(marked), PageStyle(is_plain=True, width=width)), width=width)
    assert max(map(len, lines)) <= width
    assert len(lines) <= 14
    assert "".join(lines).count("…") == 3
