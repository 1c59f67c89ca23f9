"""Elements are escaped, and speakers look different with and without colour."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from onrecord.model.marking import Role
from onrecord.model.markup import COLOURS, PATTERNS, bar, colour, element, look, table, words


def test_words_are_escaped_and_inner_html_is_not() -> None:
    assert words("p", "<b> & “c”") == "<p>&lt;b&gt; &amp; “c”</p>"
    assert element("p", words("b", "a"), "color:red") == '<p style="color:red"><b>a</b></p>'
    assert element("p", "", title='"><script>') == '<p title="&quot;&gt;&lt;script&gt;"></p>'


def test_the_colours_are_those_of_okabe_and_ito_without_yellow() -> None:
    known = {"0072B2", "D55E00", "009E73", "CC79A7", "56B4E9", "E69F00"}
    assert {"{:02X}{:02X}{:02X}".format(*rgb) for rgb in COLOURS} == known
    assert colour(0) == "rgb(0,114,178)"
    assert colour(len(COLOURS)) == colour(0)
    assert colour(None, alpha=0.5) == "rgba(128,128,128,0.50)"


@pytest.mark.parametrize("role", list(Role))
def test_thirty_speakers_look_different(role: Role) -> None:
    assert len({look(role, number) for number in (None, *range(30))}) == 31


def test_neighbours_have_different_patterns_and_each_role_its_look() -> None:
    patterns = [re.findall("|".join(PATTERNS), look(Role.CONTENT, number))[0] for number in range(30)]
    assert all(one != other for one, other in pairwise(patterns))
    assert len({look(role, 3) for role in Role}) == 3


def test_a_bar_has_a_full_and_a_hatched_part() -> None:
    both = bar(3, 1.5, 0)
    assert "width:3.00em;background:rgb(0,114,178)" in both
    assert "width:1.50em;background:repeating-linear-gradient(" in both
    assert bar(3, 0, 0).count("<span") == 1
    assert bar(0, 0, None) == ""


def test_a_table_has_heads_and_can_be_moved_sideways() -> None:
    made = table(["A & B"], [element("tr", words("td", "c"))])
    assert made.startswith('<div style="overflow-x:auto"><table')
    assert "A &amp; B</th></tr><tr><td>c</td></tr></table></div>" in made
