"""A first name tells a gender where it is used for one only."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.first_names import FirstNames, folded

NAMES = FirstNames.from_text("ada f\nhanno m\njo u\nzoe f\nal-amin m\n")


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Ada", "female"),
        ("HANNO", "male"),
        ("Jo", None),
        ("Zoë", "female"),
        ("Ada-Mira", "female"),  # by its first part
        ("Al-Amin", "male"),  # whole, where that is known
        ("Orvesk", None),
        ("", None),
    ],
)
def test_gender(name: str, gender: str | None) -> None:
    assert NAMES.gender(name) == gender


@pytest.mark.parametrize(("name", "known"), [("Ada", True), ("jo", True), ("Zoë", True), ("Orvesk", False)])
def test_known(name: str, known: bool) -> None:
    assert (name in NAMES) is known


def test_nothing_is_known_without_a_table() -> None:
    assert "Ada" not in FirstNames()
    assert FirstNames().gender("Ada") is None


@pytest.mark.parametrize(
    ("name", "plain"), [("Zoë", "zoe"), ("ŁUKA", "łuka"), ("Øst", "øst"), ("Ñame", "name")]
)
def test_folded(name: str, plain: str) -> None:
    assert folded(name) == plain
