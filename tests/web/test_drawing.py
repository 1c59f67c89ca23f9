"""Pictures of numbers: as long as the numbers are, escaped, without styles, and told in words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from onrecord.web.drawing import Column, Part, columns, layers, measure, parted, range_of


def numbers(svg: str, tag: str, name: str, css: str = "") -> list[float]:
    """An attribute of all elements of a kind, as percent."""
    found = [one for one in ET.fromstring(svg).iter(tag) if not css or css in one.get("class", "").split()]
    return [float(one.get(name, "").rstrip("%")) for one in found]


def test_columns_are_as_high_as_their_numbers() -> None:
    svg = columns([Column(10, "May: 10"), Column(0, "June: 0"), Column(5, "July: 5")], says="Statements")
    highest, other = numbers(svg, "rect", "height", "column")
    assert highest == pytest.approx(2 * other)
    assert ET.fromstring(svg).get("aria-label") == "Statements"
    assert "May: 10" in [one.text for one in ET.fromstring(svg).iter("title")]


def test_a_column_leads_to_what_it_counts_and_is_passed_over_by_keys() -> None:
    svg = columns([Column(1, "May", address="/search?a=1&b=2")], says="")
    (link,) = ET.fromstring(svg).iter("a")
    assert (link.get("href"), link.get("tabindex")) == ("/search?a=1&b=2", "-1")


def test_of_nothing_there_is_no_picture() -> None:
    assert columns([], says="") == columns([Column(0, "May")], says="") == ""
    assert layers([], [], says="") == layers([[Part(0, "", "own")]], [""], says="") == ""


def test_layers_are_all_of_one_height() -> None:
    svg = layers(
        [[Part(1, "a", "own"), Part(3, "b", "quoted")], [], [Part(9, "c", "own")]], ["2001", "", ""], says=""
    )
    first, second, third = numbers(svg, "rect", "height")
    assert first + second == pytest.approx(third)
    assert second == pytest.approx(3 * first)
    assert [one.text for one in ET.fromstring(svg).iter("text")] == ["2001"]


def test_the_parts_of_a_bar_fill_it() -> None:
    svg = parted([Part(1, "one 25 %", "own"), Part(0, "none", "men"), Part(3, "three 75 %", "quoted")])
    assert numbers(svg, "rect", "width") == [25, 75]
    assert numbers(svg, "rect", "x") == [0, 25]
    assert ET.fromstring(svg).get("aria-label") == "one 25 %; three 75 %"


def test_a_measure_is_for_the_eye_alone() -> None:
    assert numbers(measure(3, 12), "rect", "width") == [25]
    assert ET.fromstring(measure(3, 12)).get("aria-hidden") == "true"
    assert numbers(measure(0, 0), "rect", "width")[0] < 1


def test_a_range_is_drawn_only_where_it_is_known() -> None:
    assert numbers(range_of(0.5, 0.4, 0.7, says="x"), "rect", "width") == [30]
    assert numbers(range_of(0.5, None, None, says="x"), "rect", "width") == []


def test_words_are_escaped_and_nothing_has_a_style() -> None:
    evil = '"><script>alert(1)</script>'
    drawn = [
        columns([Column(1, evil, evil, evil)], says=evil),
        layers([[Part(1, evil, "own")]], [evil], says=evil),
        parted([Part(1, evil, "own")]),
        range_of(0.1, 0.0, 0.2, says=evil),
    ]
    for svg in drawn:
        ET.fromstring(svg)
        assert "<script" not in svg
        assert not re.search(r"\bstyle=|<style", svg)
