"""Speakers are listed with what is known of them, and bars show whose words there are."""

from __future__ import annotations

import pytest

from onrecord.cli.page_style import WIDEST_LIST, PageStyle
from onrecord.cli.speaker_view import speaker_table, voice_table
from onrecord.model import Reading
from tests.cli.printed import printed
from tests.stub import read_marked

PLAIN = PageStyle(is_plain=True, width=60)

MARKED = """[S1 The mayor] [C1 said] [Q1 “it rained hard”]. [S2 Lee] [C2 said] [Q2 that it was so].
[S3 An official] [C3 did not say] [Q3 why]. It rained and rained.
---
1: speaker="Lee"
2: speaker="Lee"
3: speaker="An official" status=negated anonymous=yes
"""


def told(lines: list[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines]


def test_a_row_tells_who_speaks_how_often_and_with_how_many_words() -> None:
    assert told(printed(speaker_table(read_marked(MARKED), PLAIN), width=60)) == [
        "Speakers Type Said Words",
        "-" * 60,
        "Lee person 2 32 %",
        "also: The mayor",
        "An official anonymous 0 0 %",
        "unnamed: no reason told",
        "1 more not said, or not yet",
    ]


def test_notes_are_set_in_also_where_they_are_long() -> None:
    reading = read_marked(MARKED.replace("The mayor", "The mayor of " + "the old town and " * 3 + "more"))
    lines = printed(speaker_table(reading, PageStyle(is_plain=True, width=40)), width=40)
    notes = lines[3 : next(i for i, line in enumerate(lines) if "An official" in line)]
    assert len(notes) > 1
    assert all(line.startswith("  ") for line in notes)


def test_nobody_is_no_list() -> None:
    assert speaker_table(read_marked("[C Rumour has it] [Q that it rained]."), PLAIN) is None


def test_bars_show_whose_words_there_are() -> None:
    rows = told(printed(voice_table(read_marked(MARKED, outlet="The Post"), PLAIN), width=60))
    assert rows[:2] == ["Whose words Share Quoted Reworded", "-" * 60]
    assert rows[2:] == [
        "The Post (own voice) ############ 64 %",
        "Lee ###--- 32 % 14 % 18 %",
        "not said, or not yet - 5 % 5 %",
    ]


@pytest.mark.parametrize(("is_plain", "blocks"), [(True, "#-"), (False, "█▒")])
def test_bars_tell_quoted_from_reworded(is_plain: bool, blocks: str) -> None:
    lines = printed(voice_table(read_marked(MARKED), PageStyle(is_plain=is_plain, width=60)), width=60)
    assert all(block in "".join(lines[2:]) for block in blocks)
    (lee,) = (line for line in lines if line.startswith("Lee"))
    assert lee.index(blocks[0]) < lee.index(blocks[1])


def test_a_voice_with_few_words_still_has_a_bar_and_one_with_none_has_none() -> None:
    reading = read_marked("It rained " * 300 + "[S Lee] [C said] [Q no].")
    (row,) = (line for line in printed(voice_table(reading, PLAIN), width=60) if line.startswith("Lee"))
    assert told([row]) == ["Lee - <1 % <1 %"]
    silent = read_marked("[Q no]")
    assert "#" not in "".join(printed(voice_table(silent, PLAIN), width=60))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_lists_fit_the_page_and_are_not_too_wide(width: int) -> None:
    reading: Reading = read_marked(MARKED.replace("Lee", "A" * 30 + " Lee"), outlet="The " + "long " * 20)
    style = PageStyle(is_plain=True, width=width)
    for table in (speaker_table(reading, style), voice_table(reading, style)):
        lines = printed(table, width=width)
        assert max(map(len, lines)) == min(width, WIDEST_LIST)
