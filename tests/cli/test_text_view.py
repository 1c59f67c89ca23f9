"""The page for people: marked where it is coloured, plain where it is piped, harmless everywhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from onrecord.cli.text_view import TextView
from onrecord.model import Reading, Region, RegionKind, Span
from tests.stub import read_marked

MARKED = """[Q1 “It rained,”] [S1 Lee] [C1 said]. [S2 Kim] [C2 did not say] [Q2 why].

A [L1 so-called] storm apparently left, [S3 he] [C3 hopes] [Q3 for good].
---
1: speaker="Lee"
2: status=negated
3: speaker="Lee" kind=thought act=wish
L1: user=outlet target=none
"""
READING = read_marked(MARKED, title="Rain", outlet="The Post", byline="Ann Lee")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def plain(reading: Reading, *, is_first: bool = True, width: int | None = None) -> str:
    return TextView(is_terminal=False, width=width).page(reading, is_first=is_first)


@pytest.fixture
def coloured(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return TextView(is_terminal=True, width=80).page(READING)


def test_the_page_has_a_head_the_article_a_table_and_a_summary() -> None:
    page = plain(READING)
    assert page.startswith(
        "Rain\nThe Post · Ann Lee\n\n“It rained,” [1] Lee said. Kim did not say why [2: not said].\n"
    )
    assert re.search(r"^ +1  Lee +said +0\.90\n +“It rained,”$", page, re.MULTILINE)
    assert re.search(r"^ +2  Kim +did not say · NOT SAID +0\.90\n +why$", page, re.MULTILINE)
    assert "Not asserted: 2 (not said)." in page
    heads = ["No. ", "Speakers ", "Labels ", "Whose words "]
    places = [page.index(f"\n{head}") for head in heads]
    assert places == sorted(places)
    assert "18 words: 72 % in the own voice of The Post, 11 % quoted from others" in " ".join(page.split())
    assert page.endswith("1 hedge in the own voice: “apparently”.\n\n")


def test_a_piped_page_is_plain() -> None:
    page = plain(READING)
    assert "\x1b" not in page
    assert set(page) - set("“”·") <= {chr(i) for i in range(128)}
    assert all(line == line.rstrip() for line in page.split("\n"))


def test_a_terminal_shows_sources_in_colours_and_small_numbers(coloured: str) -> None:
    assert "“It rained,”¹ Lee said. Kim did not say why²(not said)." in COLOUR.sub("", coloured)
    sources = re.findall(r"\x1b\[([0-9;]+)m(Lee|Kim)\x1b", coloured)
    assert len({colour for colour, _ in sources}) >= 2


def test_a_speaker_has_one_colour_wherever_he_speaks(coloured: str) -> None:
    colours = dict.fromkeys(("“It rained,”", "he", "for good", "Kim", "why"), "")
    for words in colours:
        found = re.search(rf"\x1b\[([0-9;]+)m{words}\x1b", coloured)
        assert found is not None
        colours[words] = found[1].split(";")[-1]
    assert colours["“It rained,”"] == colours["he"] == colours["for good"]
    assert colours["Kim"] == colours["why"] != colours["he"]


def test_the_page_has_no_line_that_is_too_long() -> None:
    for width in (60, 80, 120):
        reading = read_marked(MARKED.replace("It rained", "It rained " * 60), outlet="The " + "old " * 50)
        assert max(len(line) for line in plain(reading, width=width).split("\n")) <= width


def test_numbers_that_meet_are_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    reading = read_marked("[S1 Lee] [C1 said] [Q1 that [S2 Kim] [C2 left] [Q2 it]].")
    page = TextView(is_terminal=True, width=80).page(reading)
    assert "Lee said that Kim left it¹·²." in COLOUR.sub("", page)
    assert "Lee said that Kim left it [1] [2]." in plain(reading)


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    page = TextView(is_terminal=True, width=80).page(READING)
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", page)


def test_an_article_can_not_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    evil = "a\x1b[2J\x9b31mb\x07[bold]"
    marked = "[S {0}] [C said] [Q {0}].".format(evil.replace("[", "\\[").replace("]", "\\]"))
    reading = read_marked(marked, title=evil, outlet=evil)
    for terminal in (True, False):
        page = COLOUR.sub("", TextView(is_terminal=terminal, width=200).page(reading))
        assert not set(page) & {"\x1b", "\x9b", "\x07"}
        assert page.count("[bold]") >= 5


def test_what_is_not_the_article_is_left_out() -> None:
    reading = read_marked("It rained.\n\nPhoto: Kim\n\nShare this\n")
    regions = (Region(Span(12, 22), RegionKind.CAPTION), Region(Span(24, 34), RegionKind.BOILERPLATE))
    page = plain(replace(reading, document=replace(reading.document, regions=regions)))
    assert "Photo" not in page
    assert "(2 lines left out: caption, boilerplate)" in page
    assert "No statement was found." in page


def test_a_headline_in_the_text_is_not_shown_twice() -> None:
    reading = read_marked("Rain\n\nIt rained.", title="Rain")
    doc = replace(reading.document, regions=(Region(Span(0, 4), RegionKind.TITLE),))
    assert plain(replace(reading, document=doc)).count("Rain") == 1


def test_pages_are_parted_by_a_line() -> None:
    assert plain(READING, is_first=False).startswith("====")


def test_the_text_is_wrapped_also_with_wide_characters() -> None:
    page = plain(read_marked("The 新闻 said so. " * 20), width=40)
    assert max(len(line) for line in page.split("\n")) <= 40
    assert page.count("新闻") == 20
