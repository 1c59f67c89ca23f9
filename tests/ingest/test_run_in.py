"""Headline and dateline are told from the article that they were run into."""

from __future__ import annotations

import pytest

from onrecord.ingest.run_in import place_before, run_in

STORY = "Shells fell on Orvesk on Sunday Lee said."


def parts(line: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(region.kind.value, region.span.slice(line)) for region in run_in(line, title).regions]


@pytest.mark.parametrize(
    "dateline",
    [
        "Sunday 26 Jul 2015",
        "Sun, 26 July 2015",
        "Thu Aug 28 2014",
        "26-07-2015",
        "2015-07-26",
        "Last updated at Jun 142016",  # lost its comma
        "Published June 11, 2016",
        "Date of publication: 17 October 2016",
        "Fri 07 Apr 2017 at 0914",
        "Tuesday 31 May 2016 18:14",
        "August 22 2013 1849 UTC+3",
        "28.04.2017) Get short URL 54015",
        "AFP 26 Jul 2015",
    ],
)
def test_a_dateline_before_the_article(dateline: str) -> None:
    assert parts(f"{dateline} {STORY}") == [("byline", dateline)]


@pytest.mark.parametrize("dateline", ["AFP Sunday 26 Jul 2015", "Sunday 26 Jul 2015", "Reuters, 26 Jul 2015"])
def test_what_stands_before_a_dateline_is_the_headline(dateline: str) -> None:
    headline = "Shells kill 12 in Orvesk monitor"
    assert parts(f"{headline} {dateline} {STORY}") == [("title", headline), ("byline", dateline)]


def test_the_agency_is_told() -> None:
    assert run_in(f"12 dead monitor AFP Sunday 26 Jul 2015 {STORY}", None).agency == "AFP"
    assert run_in(f"Sunday 26 Jul 2015 {STORY}", None).agency is None


@pytest.mark.parametrize("end", ["", ".", " ."])
@pytest.mark.parametrize("before", ["", "26-07-2015 "])
@pytest.mark.parametrize("behind", ["", " 26 July 2015"])
def test_a_headline_that_is_known(before: str, end: str, behind: str) -> None:
    found = parts(f"{before}Shells kill 12 in Orvesk{end}{behind} {STORY}", "Shells Kill 12 in “Orvesk”")
    assert ("title", f"Shells kill 12 in Orvesk{end}") in found
    assert [words for kind, words in found if kind == "byline"] == [
        *before.split(),
        *filter(None, [behind.strip()]),
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (STORY, None),
        ("On 26 July 2015 Lee said it rained.", None),
        ("The vote of Sunday 26 July 2015 Lee called a farce.", None),
        ("Since Sunday 26 July 2015 Lee has been silent.", None),
        ("Lee left on 26 July 2015 and Park stayed.", None),
        ("Lee was born 26 July 2015 Orvesk time.", None),  # a day alone, amid words
        ("Sunday 26 July 2015 was wet.", None),
        ("Sunday 26 July 2015", None),  # nothing behind it
        ("Shells kill 12 in Orvesk, officials said.", "Shells kill 12 in Orvesk"),
        ("Lee wins Orvesk race in the rain.", "Lee wins Orvesk"),  # too short to be sure
        ("Shells kill 11 in Orvesk It rained.", "Shells kill 12 in Orvesk"),
        ("Shells kill 12 in Orvesk", "Shells kill 12 in Orvesk"),
        (f"{'long ' * 60}Sunday 26 Jul 2015 {STORY}", None),
        ("", None),
    ],
)
def test_other_lines_are_whole(line: str, title: str | None) -> None:
    assert parts(line, title) == []


def test_how_many_were_hurt_is_no_time() -> None:
    line = "Wednesday 7 December 2016 135 Hurt in Orvesk"
    assert parts(line) == [("byline", "Wednesday 7 December 2016")]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["NEW DOVAN: The minister, Ada Lee, on Sunday said that it rained."], "NEW DOVAN:"),
        (["NEW DOVAN: The minister, Ada Lee, on Sunday said that it rained.", "PARK: It did."], ""),
        (["LEE: It will rain on Sunday and on Monday and on Tuesday too."], ""),  # nobody is said to say it
        (["LEE: The council said that no money was left, and I told them that it was."], ""),
        (["Dovan: The minister, Ada Lee, on Sunday said that it rained."], ""),
    ],
)
def test_a_place_with_a_colon(lines: list[str], place: str) -> None:
    assert lines[0][: place_before(lines)] == place
