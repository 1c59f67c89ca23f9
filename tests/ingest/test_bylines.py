from __future__ import annotations

import pytest

from onrecord.ingest.bylines import (
    agency_in_byline,
    agency_in_dateline,
    agency_name,
    is_credit,
    names_in_byline,
    spelled_out,
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Ilves", "Mara Ilves"),
        ("BY MARA ILVES", "MARA ILVES"),
        ("By Mara Ilves and Jo Brandt", "Mara Ilves and Jo Brandt"),
        ("By Mara Ilves, Staff Writer", "Mara Ilves, Staff Writer"),
        ("By Jean-Luc d’Arc in Kestra", "Jean-Luc d’Arc in Kestra"),
        ("By: M. J. Ilves", "M. J. Ilves"),
        ("By Reuters", "Reuters"),
        ("By Mara Ilves & Jo Brandt", "Mara Ilves & Jo Brandt"),
    ],
)
def test_bylines_are_known(line: str, names: str) -> None:
    assert names_in_byline(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Monday Night",
        "By Monday, Lee had gone.",
        "By all accounts Lee lied",
        "By Mara Ilves was the best of the paintings",
        "By Lee",
        "By",
        "Mara Ilves",
        "By " + "Mara Ilves and " * 20,
    ],
)
def test_other_lines_are_not_bylines(line: str) -> None:
    assert names_in_byline(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Lio Marchand in Orsk; editing by the Corran Press desk)",
        "Additional reporting by Jo Brandt",
        "Mara Ilves in Kestra contributed to this report.",
        "With files from The Canadian Press",
    ],
)
def test_credits_are_known(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line", ["Reporting by night, she saw nothing.", "Editing is hard.", "(He later left.)"]
)
def test_other_lines_are_not_credits(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        ("KESTRA (Meridian News Agency) - Lee said no.", "Meridian News Agency"),
        ("ORSK, Tarsenia (CP) — Lee said no.", "CP"),
        ("KESTRA, July 26 (Reuters) -- Lee said no.", "Reuters"),
        ("Kestra (dpa) – Lee said no.", "dpa"),
        ("Ivo Brand (Labour) - 4,312 votes", None),
        ("The board (Lee said) - and", None),
        ("KESTRA — Lee said no.", None),
        ("A" * 60 + "(" * 1000, None),
    ],
)
def test_the_agency_of_a_dateline(paragraph: str, agency: str | None) -> None:
    assert agency_in_dateline(paragraph) == agency


@pytest.mark.parametrize("words", ["Meridian News Agency", "AP", "The Canadian Press", "dpa"])
def test_agencies_are_known(words: str) -> None:
    assert agency_name(words) == words.removeprefix("The ")


@pytest.mark.parametrize("words", ["ap", "Detroit Free Press", "He later left.", "Mara Ilves"])
def test_other_names_are_not_agencies(words: str) -> None:
    assert agency_name(words) is None


def test_an_agency_at_the_end_of_a_byline() -> None:
    assert agency_in_byline("Jo Brandt, Associated Press") == "Associated Press"
    assert agency_in_byline("Jo Brandt, Mara Ilves") is None


def test_initials_are_spelled_out_where_a_credit_does() -> None:
    assert spelled_out("CP", "editing by the Corran Press regional desk") == "Corran Press"
    assert spelled_out("CP", "editing by Mara Ilves") == "CP"
