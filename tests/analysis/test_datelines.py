"""Datelines are nobody and nobody's words."""

from __future__ import annotations

import pytest

from onrecord.analysis.datelines import without_datelines
from onrecord.analysis.paragraphs import find_paragraphs
from tests.analysis.made import board_of, slices


def sources(marked: str) -> list[str]:
    board, text = board_of(marked)
    (draft,) = without_datelines(board.drafts, text, find_paragraphs(text))
    assert slices(draft.content, text) == ["it rained"]
    return slices(draft.source, text)


@pytest.mark.parametrize(
    "dateline",
    [
        "ORVESK — ",
        "ORVESK (Reuters) - ",
        "ORVESK, May 3 (Corran Press) — ",
        "NEW ORVESK, Tarsenia -- ",
        "ORVESK, Sept 12 - ",
        "ORVESK, 3 June 2021 – ",
        "Orvesk (AFP) - ",
        "Orvesk, 3 June — ",
    ],
)
def test_a_source_begins_behind_a_dateline(dateline: str) -> None:
    assert sources(f"It was late.\n\n[S {dateline}The mayor, Ana Lee,] [C said] [Q it rained].") == [
        "The mayor, Ana Lee,"
    ]


def test_a_source_that_is_a_dateline_is_none() -> None:
    assert sources("[S ORVESK] (Reuters) - The mayor [C said] [Q it rained].") == []


@pytest.mark.parametrize(
    "source",
    [
        "Ana Lee – the mayor –",
        "Lee (Greens)",
        "ORVESK RAIL",
        "The mayor, Ana Lee,",
        "NATO - the alliance -",
        "A man — Lee —",
        "US–China trade talks",
    ],
)
def test_other_sources_stay_whole(source: str) -> None:
    assert sources(f"[S {source}] [C said] [Q it rained].") == [source]


def test_a_long_run_of_capitals_takes_no_time() -> None:
    for words in ("A-", "AB, ", "A.B ", "Ab "):
        assert sources(f"[S Lee] [C said] [Q it rained].\n\n{words * 5_000}a") == ["Lee"]


def test_a_dateline_stands_at_the_head_of_its_paragraph() -> None:
    assert sources("It was late in [S ORVESK (Reuters) - The mayor] [C said] [Q it rained].") == [
        "ORVESK (Reuters) - The mayor"
    ]
