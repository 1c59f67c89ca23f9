"""Which names may be one follows plain rules, the same for everybody."""

from __future__ import annotations

import pytest

from onrecord.compare.names import abbreviates, is_office, is_proper, likely_pairs, respells, shortens


@pytest.mark.parametrize(
    ("short", "long", "may"),
    [
        ("sdf", "seren defence force", True),
        ("uos", "union of seren", True),
        ("us", "union of seren", True),
        ("sdf", "seren defence", False),
        ("s d", "seren defence", False),
        ("s", "seren", False),
    ],
)
def test_first_letters_abbreviate(short: str, long: str, may: bool) -> None:
    assert abbreviates(short, long) is may


@pytest.mark.parametrize(
    ("short", "long", "may"),
    [
        ("i dovan", "ilir dovan", True),
        ("ilir q dovan", "ilir dovan", True),
        ("i q dovan", "ilir quint dovan", True),
        ("i dovan", "petra dovan", False),
        ("i dovan", "ilir lorne", False),
        ("ilir dovan", "ilir dovan", False),
        ("dovan", "ilir dovan", False),
        ("ilir karl dovan", "ilir dovan", False),
    ],
)
def test_letters_stand_for_names(short: str, long: str, may: bool) -> None:
    assert shortens(short, long) is may


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("ilir dovan", "ilir dowan", True),
        ("ilir dovan", "iilir dovan", True),
        ("łukasz brandt", "lukasz brandt", True),
        ("al hashimi", "alhashimi", True),
        ("muhammad el tarabi", "mohamed el tarabi", True),
        ("anna lorne", "hanna lorne", False),
        ("marko petrak", "markov petrak", False),
        ("paul lorne", "paula lorne", False),
        ("kim il", "kim al", False),
        ("ilir dovan", "ilir dovan lorne", False),
    ],
)
def test_one_name_may_be_written_in_two_ways(one: str, other: str, may: bool) -> None:
    assert respells(one, other) is respells(other, one) is may


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("interior minister", True),
        ("minister of defence", True),
        ("interior minister dovan", False),
        ("of minister", True),
        ("dovan", False),
    ],
)
def test_offices_are_told_from_names(name: str, office: bool) -> None:
    assert is_office(name) is office


def test_descriptions_are_told_from_names() -> None:
    assert is_proper("the Rescue Union")
    assert not is_proper("the teacher of Tarn")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ilir dovan", "ilir dowan"),
        ("ilir dovan", "ilri dovan"),
        ("ilir dovan", "i dovan"),
        ("sdf", "seren defence force"),
        ("muhammad el tarabi", "mohamed el tarabi"),
        ("al hashimi", "alhashimi"),
    ],
)
def test_names_that_may_be_one_are_looked_at(one: str, other: str) -> None:
    others = ["ada brandt", "bo kim", "the courier"]
    expected = [tuple(sorted((one, other)))]
    assert list(likely_pairs([one, *others, other])) == expected
    assert list(likely_pairs([one, *others, other], frozenset({other}))) == expected
    assert list(likely_pairs([one, *others, other], frozenset({"bo kim"}))) == []


def test_not_all_names_are_compared_with_all() -> None:
    names = [
        f"{first}{i} {last}{i}" for i in range(300) for first, last in (("ada", "brandt"), ("bo", "kimm"))
    ]
    assert len(list(likely_pairs(names))) < 30_000
