"""Shares of what comes in bundles: as sure as the bundles let them be, and no surer."""

from __future__ import annotations

import random

import pytest

from onrecord.record.asking.shares import LEAST, Share, Sums, share


def sums(pairs: list[tuple[int, int]]) -> Sums:
    """The sums of some articles, each given as all and those of the kind."""
    having = [(every, kind) for every, kind in pairs if every]
    products = [(e * e, e * k, k * k) for e, k in having]
    squares = (sum(one[place] for one in products) for place in range(3))
    return Sums(len(having), sum(e for e, _ in having), sum(k for _, k in having), *squares)


def width(found: Share) -> float:
    assert found.low is not None
    assert found.high is not None
    return found.high - found.low


def test_of_single_statements_it_is_wilsons_interval() -> None:
    found = share(sums([(1, 1)] * 400 + [(1, 0)] * 600))
    assert found.low == pytest.approx(0.370, abs=0.001)
    assert found.high == pytest.approx(0.431, abs=0.001)


def test_statements_that_are_alike_are_less_sure() -> None:
    apart = share(sums([(10, 4)] * 50 + [(10, 5)] * 50))
    alike = share(sums([(10, 0)] * 55 + [(10, 10)] * 45))
    assert apart.value == alike.value == pytest.approx(0.45)
    assert width(alike) == pytest.approx(width(share(sums([(1, 0)] * 55 + [(1, 1)] * 45))), rel=0.02)
    assert width(alike) > 2 * width(apart)


def test_a_share_of_nothing_or_of_all_has_an_interval_too() -> None:
    none, whole = share(sums([(10, 0)] * 20)), share(sums([(10, 10)] * 20))
    assert none.low == pytest.approx(0.0)
    assert whole.high == pytest.approx(1.0)
    assert width(none) == pytest.approx(width(whole))
    assert 0.1 < width(none) < 0.3


def test_of_few_articles_no_interval_is_given() -> None:
    assert share(sums([])) == Share(None)
    assert share(sums([(0, 0)] * 9)) == Share(None)
    assert share(sums([(4, 1)] * (LEAST - 1))) == Share(0.25)
    assert share(sums([(4, 1), (4, 2), (4, 1), (4, 0), (4, 1)])).low is not None


def test_intervals_hold_the_truth_nineteen_times_in_twenty() -> None:
    """Articles differ in how many statements they have, and in how often these are of a kind."""
    drawn = random.Random(7)
    held = 0
    for _ in range(400):
        pairs = []
        for _ in range(30):
            often, every = drawn.betavariate(1.5, 6), drawn.randint(1, 25)
            pairs.append((every, sum(drawn.random() < often for _ in range(every))))
        found = share(sums(pairs))
        held += (found.low or 0) <= 0.2 <= (found.high or 0)
    assert 0.92 <= held / 400 <= 0.985
