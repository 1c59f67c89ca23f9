"""Each statement is told in a line, under the one that it stands in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import EntityType, Medium, Reading, Reference, Span, Speaker, When
from onrecord.model.lines import Line, lines, named, shortened
from tests.stub import read_marked

SHE = """Ann Lee came. [S She] [C told] [A reporters] [T on Tuesday] [Q1 it rained].
---
1: speaker="Ann Lee" addressee="reporters" when=2021-03-16
"""
NESTED = """[S1 Lee] [C1 said] [Q1 that [S2 Kim] [C2 claimed] [Q2 that [S3 Ann] [C3 knew] [Q3 it]]].
[S4 Kim] [C4 said] [Q4 no]."""


def only(reading: Reading) -> Line:
    (line,) = lines(reading)
    return line


def test_a_line_tells_who_to_whom_and_when() -> None:
    line = only(read_marked(SHE))
    assert (line.number, line.depth, line.who, line.source) == (1, 0, "Ann Lee", "“She”")
    assert (line.to, line.occasion, line.status) == ("reporters", "16 Mar 2021", "")


def test_where_it_was_said_and_that_it_is_translated() -> None:
    reading = read_marked(SHE)
    stmt = replace(reading.statements[0], medium=Medium(Span(0, 3), "interview"), translated=True)
    assert only(replace(reading, statements=(stmt,))).occasion == "16 Mar 2021 · interview · translated"


def test_a_time_without_a_date_is_told_in_the_texts_words() -> None:
    assert only(read_marked(SHE.replace("2021-03-16", "?"))).occasion == "“on Tuesday”"
    reading = read_marked(SHE)
    stmt = replace(reading.statements[0], when=When(Span(0, 3), "2021-03-16", None, "range"))
    assert only(replace(reading, statements=(stmt,))).occasion == "from 16 Mar 2021"


@pytest.mark.parametrize(
    ("source", "told"),
    [("She", "“She”"), ("Lee", "“Lee”"), ("Ann Lee", ""), ("the mayor, Ann Lee", ""), ("ANN LEE", "")],
)
def test_a_source_is_told_where_it_does_not_name_the_speaker(source: str, told: str) -> None:
    marked = f'Ann Lee came. [S {source}] [C said] [Q no].\n---\n1: speaker="Ann Lee"\n'
    assert only(read_marked(marked)).source == told


@pytest.mark.parametrize(
    ("because", "confidence", "note", "why"),
    [
        ("“she”: who spoke last", 0.9, "“She”", "“she”: who spoke last"),
        ("same surname", 0.9, "“She”", "“She” · same surname"),
        ("", 0.62, "“She”, 62 % sure", "“She” · 62 % sure"),
        ("“she”: who spoke last", 0.62, "“She”, 62 % sure", "“she”: who spoke last · 62 % sure"),
    ],
)
def test_the_reason_and_the_doubt_are_told(because: str, confidence: float, note: str, why: str) -> None:
    reading = read_marked(SHE)
    speaker = Speaker("e1", "Ann Lee", Span(0, 7), because, confidence)
    line = only(replace(reading, statements=(replace(reading.statements[0], speaker=speaker),)))
    assert (line.note, line.why) == (note, why)
    assert line.title == f"1. Ann Lee · {why} · told · to reporters · 16 Mar 2021"


def test_without_a_speaker_the_source_is_told_and_without_a_source_nobody() -> None:
    first, second = lines(read_marked("[S1 Officials] [C1 said] [Q1 no]. [C2 Rumour] [Q2 no]."))
    assert (first.who, first.note, first.why) == ("Officials", "", "")
    assert second.who == ""
    assert second.title == "2. nobody named · Rumour"


def test_what_was_not_said_says_so() -> None:
    line = only(read_marked("[S Lee] [C did not say] [Q why].\n---\n1: status=negated\n"))
    assert line.status == "not said"
    assert line.title.endswith(" · not said")


def test_statements_follow_the_one_that_holds_them() -> None:
    found = [(line.number, line.depth) for line in lines(read_marked(NESTED))]
    assert found == [(1, 0), (2, 1), (3, 2), (4, 0)]


def test_a_held_statement_that_comes_later_is_moved_up() -> None:
    reading = read_marked(
        "[S1 Lee] [C1 said] [Q1 no]. [S2 Kim] [C2 said] [Q2 no]. [S3 Ann] [C3 said] [Q3 no]."
    )
    first, second, third = reading.statements
    moved = replace(reading, statements=(first, second, replace(third, within=first.id)))
    assert [(line.number, line.depth) for line in lines(moved)] == [(1, 0), (3, 1), (2, 0)]


def test_a_statement_whose_holder_is_left_out_stands_at_the_top() -> None:
    reading = read_marked(NESTED)
    assert [line.depth for line in lines(replace(reading, statements=reading.statements[1:]))] == [0, 1, 0]


@given(st.lists(st.none() | st.integers(0, 5), min_size=1, max_size=6))
def test_every_statement_has_one_line_whatever_holds_it(holders: list[int | None]) -> None:
    marked = " ".join(f"[S{i} Lee] [C{i} said] [Q{i} no]." for i in range(1, len(holders) + 1))
    reading = read_marked(marked)
    ids = [stmt.id for stmt in reading.statements]
    statements = tuple(
        replace(stmt, within=None if held is None or held >= len(ids) else ids[held])
        for stmt, held in zip(reading.statements, holders, strict=True)
    )
    found = lines(replace(reading, statements=statements))
    assert sorted(line.number for line in found) == list(range(1, len(ids) + 1))


def test_names_are_told_once_and_words_stand_in_for_who_is_not_known() -> None:
    people = [Reference("e1", Span(0, 3)), Reference("e1", Span(4, 6)), Reference("e9", Span(4, 8))]
    assert named(people, {"e1": "Ann  Lee"}, "Lee told us") == ["Ann Lee", "told"]


def test_a_group_is_one_speaker() -> None:
    reading = read_marked('[S Lee and Kim] [C said] [Q no].\n---\n1: speaker="Lee + Kim"\n')
    group = next(entity for entity in reading.entities if entity.type is EntityType.GROUP)
    assert [entity.name for entity in reading.entities if entity.id in group.members] == ["Lee", "Kim"]
    assert only(reading).who == "Lee and Kim"


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("it rained", "it rained"),
        ("it\n rained", "it rained"),
        ("rain " * 50, "rain " * 23 + "…"),
        ("r" * 300, "r" * 119 + " …"),
        ("rain … " * 50, "rain … " * 16 + "rain …"),
        ("rain " * 24, ("rain " * 24).strip()),
    ],
)
def test_long_words_are_shortened(words: str, short: str) -> None:
    assert shortened(words, 120) == short
