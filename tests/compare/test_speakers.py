"""Each reason is told in words, several make surer, and a name that may mean several makes hardly sure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.compare.speakers import suggest
from onrecord.model.likeness import Alias, Candidates, Known, Link, Twins


def known(number: int, name: str, type: str = "person") -> Known:
    return Known(number=number, key=f"{type[:3]}:{name.lower()}", name=name, type=type, folded=name.lower())


ILIR, PETRA, EDDA = known(1, "Ilir Dovan"), known(2, "Petra Dovan"), known(3, "Edda Lorne")
SHORT = replace(known(9, "Dovan"), key="0123456789abcdef:dovan")
LINK = Link(local=9, full=1, called="dovan", word="Dovan", outlet="The Courier")


def found(*full: Known, **more: Any) -> list[tuple[int, int, list[str], float, int]]:
    made = suggest(Candidates(full=full, locals=(SHORT,), **more))
    return [
        (one.one.number, one.other.number, [reason.rule for reason in one.reasons], one.score, one.others)
        for one in made
    ]


def test_people_of_different_names_are_not_suggested() -> None:
    assert found(ILIR, PETRA, EDDA) == []


@pytest.mark.parametrize(
    ("one", "other", "rule", "words"),
    [
        (ILIR, known(4, "Ilir Dovan", "place"), "name",
         "the same name, once taken for a person, once for a place"),
        (known(4, "SDF", "organisation"), known(5, "Seren Defence Force", "organisation"), "letters",
         "“SDF” are the first letters of “Seren Defence Force”"),
        (known(4, "I Dovan"), ILIR, "initials", "“I Dovan” may be “Ilir Dovan” with letters for names"),
        (ILIR, known(4, "Ilir Dowan"), "spelling",
         "“Ilir Dovan” and “Ilir Dowan” may be two ways to write one name"),
    ],
)  # fmt: skip
def test_names_tell(one: Known, other: Known, rule: str, words: str) -> None:
    (made,) = suggest(Candidates(full=(one, other)))
    assert {made.one, made.other} == {one, other}
    assert [(reason.rule, reason.words) for reason in made.reasons] == [(rule, words)]
    assert 0 < made.score < 1


def test_only_those_asked_for_are_suggested() -> None:
    full = (ILIR, known(4, "Ilir Dowan"), EDDA)
    assert len(found(*full, asked=frozenset({4}))) == 1
    assert found(*full, asked=frozenset({3})) == []


def test_letters_that_may_mean_several_score_low() -> None:
    made = found(known(4, "I Dovan"), ILIR, known(5, "Ivan Dovan"))
    assert [(row[2], row[4]) for row in made if row[2] == ["initials"]] == [(["initials"], 1)] * 2
    assert all(row[3] <= 0.3 for row in made if row[4])


def test_a_name_of_one_is_a_name_of_the_other() -> None:
    alias = Alias(folded="bear of tarn", word="Bear of Tarn", bearers=(1, 3))
    assert found(ILIR, EDDA, aliases=(alias,)) == [(1, 3, ["alias"], 0.8, 0)]
    assert found(ILIR, EDDA, aliases=(replace(alias, word="the bear of Tarn"),)) == []
    assert (
        found(ILIR, EDDA, aliases=(Alias(folded="mayor of tarn", word="Mayor of Tarn", bearers=(1, 3)),))
        == []
    )


def test_a_short_name_alone_is_no_reason() -> None:
    assert found(ILIR, links=(LINK,)) == []


@pytest.mark.parametrize(
    ("what", "rules"),
    [
        ({"days_in_outlet": 2, "days": 2}, ["outlet"]),
        ({"days_in_outlet": 9, "days": 2}, []),
        ({"is_family": True}, ["family"]),
        ({"is_family": True, "days_in_outlet": 0}, ["family", "outlet"]),
        ({"called": "interior minister", "days": 40}, ["office"]),
        ({"called": "interior minister", "days": 40, "days_in_outlet": 50}, ["office", "outlet"]),
        ({"called": "interior minister", "days": 90}, []),
    ],
)
def test_what_speaks_for_a_short_name(what: dict[str, Any], rules: list[str]) -> None:
    made = found(ILIR, links=(replace(LINK, **what),))
    assert [row[2] for row in made] == ([rules] if rules else [])


def test_all_whom_a_short_name_may_mean_are_told_with_a_low_score() -> None:
    links = (replace(LINK, days_in_outlet=1), replace(LINK, full=2))
    made = found(ILIR, PETRA, links=links)
    assert [(row[1], row[2], row[4]) for row in made] == [(1, ["outlet"], 1), (2, ["short"], 1)]
    assert made[0][3] == 0.25 > made[1][3]


def test_several_reasons_make_surer() -> None:
    one = found(ILIR, links=(replace(LINK, is_family=True),))[0][3]
    two = found(ILIR, links=(replace(LINK, is_family=True, days_in_outlet=1),))[0][3]
    assert one < two < 1


def test_what_people_decided_is_not_suggested() -> None:
    full = (ILIR, known(4, "Ilir Dowan"))
    assert found(*full, heads={4: 1}) == []
    assert found(*full, apart=frozenset({frozenset({1, 4})})) == []


def test_whoever_was_merged_stands_under_his_head() -> None:
    twins = (Twins(one=9, other=3, word="Dovan"),)
    assert found(ILIR, EDDA, twins=twins, heads={9: 1}) == [(1, 3, ["twins"], 0.8, 0)]
