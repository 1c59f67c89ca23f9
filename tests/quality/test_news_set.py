"""On news of other places and years the reader stays as right as it was."""

from __future__ import annotations

import pytest

from onrecord.scores import Count, Scores
from tests.quality import news_set
from tests.quality.gate import SLACK

# F1 of statements over all 25 articles, nested statements counted, with the weights that ship.
FLOOR = 0.653


def test_other_news_is_read_as_well_as_before() -> None:
    if not news_set.is_here():
        pytest.skip("the texts of the second set are not beside the repository")
    total = Scores()
    for article in news_set.articles():
        total += news_set.scores_of(article)
    assert total["statement"].gold == 227
    assert total["statement"].f1 >= FLOOR - SLACK


def test_a_difference_comes_with_its_uncertainty() -> None:
    sides = dict(zip(news_set.SIDES, ([Count(8, 10, 10)] * 5, [Count(6, 10, 10)] * 5), strict=True))
    apart, low, high = news_set.difference(sides)
    assert apart == pytest.approx(0.2)
    assert low == high == pytest.approx(0.2)
