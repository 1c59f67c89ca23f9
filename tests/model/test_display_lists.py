"""The notebook's lists tell who said what, who speaks, which labels are used, and whose words they are."""

from __future__ import annotations

from onrecord.model import Reading
from onrecord.model.display_lists import (
    SHOWN,
    foot,
    label_list,
    speaker_list,
    statement_list,
    voice_list,
)
from tests.model.page import Page
from tests.stub import read_marked

MARKED = """Ann Lee came. [S1 She] [C1 told] [A1 reporters] [T1 on Tuesday]
[Q1 “it rained”]. It reportedly did.
[S2 Officials] [C2 will claim] [Q2 that [S3 Kim] [C3 saw] [Q3 [L1 quay rats]]].
---
1: speaker="Ann Lee" addressee="reporters" when=2021-03-16
2: speaker="Officials" anonymous=yes status=future stance=distancing act=accusation
3: speaker="Kim" kind=thought
L1: user=unclear target="Kim"
"""


def reading() -> Reading:
    return read_marked(MARKED, outlet="The Post")


def rows(made: str) -> list[list[str]]:
    return Page(made).rows[1:]


def test_a_statement_tells_who_why_to_whom_and_when() -> None:
    told = rows(statement_list(reading()))[0]
    assert told[:2] == ["1", "Ann Lee“She” · marked by handto reporters16 Mar 2021"]
    assert told[2:] == ["told · direct“it rained”", "0.90"]


def test_what_was_not_said_stands_out() -> None:
    page = Page(statement_list(reading()))
    assert "bold" in page.style_of("accusation · distancing · indirect, will say")
    assert "bold" not in page.style_of("direct")


def test_a_statement_in_another_is_set_in() -> None:
    told = rows(statement_list(reading()))
    assert [row[1][:2] == "└ " for row in told] == [False, False, True]
    assert "padding-left:1.2em" in statement_list(reading())
    assert told[2][2] == "saw · indirect thoughtquay rats"


def test_long_content_is_shortened() -> None:
    (told,) = rows(statement_list(read_marked(f"[C Rumour] [Q {'it rained ' * 40}so].")))
    assert told[1] == "nobody named"
    assert len(told[2]) < SHOWN + 40
    assert told[2].endswith(" …")


def test_speakers_are_listed_with_notes() -> None:
    assert rows(speaker_list(reading())) == [
        ["Ann Lee", "person", "1", "10 %", ""],
        ["Kim", "person", "1", "10 %", ""],
        ["Officials", "anonymous", "0", "0 %", "unnamed: no reason told1 more not said, or not yet"],
    ]


def test_labels_are_listed() -> None:
    assert rows(label_list(reading())) == [["quay rats", "Kim", "unclear", "3"]]


def test_voices_have_bars() -> None:
    page = Page(voice_list(reading()))
    assert [row[0] for row in page.rows[1:]] == [
        "The Post (own voice)",
        "Ann Lee",
        "Kim",
        "not said, or not yet",
    ]
    assert voice_list(reading()).count("repeating-linear-gradient") == 2
    assert "width:12.00em" in voice_list(reading())


def test_sentences_sum_it_up() -> None:
    text = Page(foot(reading())).text
    assert text.startswith("Not asserted: 2 (will say).")
    assert text.endswith("1 hedge in the own voice: “reportedly”.")


def test_nothing_to_list_is_no_list() -> None:
    plain = read_marked("It rained.")
    assert (speaker_list(plain), label_list(plain), voice_list(plain)) == ("", "", "")
    assert Page(statement_list(plain)).text == "No statement was found."
