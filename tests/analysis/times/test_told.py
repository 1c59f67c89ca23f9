"""The day from which "the next day" is reckoned is the one told last before it."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.analysis.times.told import BACK, told_before

THURSDAY = "2021-03-18"


def told(text: str, published: str | None = THURSDAY) -> str | None:
    """The day told last before the end of a text."""
    found = told_before(text, len(text), published)
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("It rained on Monday. ", THURSDAY, "2021-03-15"),
        ("It rained on Monday and snowed on Tuesday. ", THURSDAY, "2021-03-16"),
        ("It rained on 3 May 2018. ", None, "2018-05-03"),
        ("It rained from Monday to Tuesday. ", THURSDAY, "2021-03-15"),
        # a month or year gives its first day
        ("It rained in 2015. ", None, "2015-01-01"),
        ("It rained in June. ", THURSDAY, "2020-06-01"),
        # what is itself reckoned, or can't be, tells no day
        ("It rained on Monday. The next day it snowed. ", THURSDAY, "2021-03-15"),
        ("It rained on Monday. Decades ago it snowed. ", THURSDAY, "2021-03-15"),
        # no day told: that of publication
        ("It rained. ", THURSDAY, THURSDAY),
        ("", THURSDAY, THURSDAY),
        ("It rained. ", None, None),
        ("It rained on Monday. ", None, None),
    ],
)
def test_the_day_told_last(text: str, published: str | None, day: str | None) -> None:
    assert told(text, published) == day


def test_what_comes_later_tells_nothing() -> None:
    text = "It rained. On Monday it snowed."
    assert told_before(text, text.index("On"), THURSDAY) == date(2021, 3, 18)


def test_far_days_are_forgotten() -> None:
    assert told("On Monday it rained." + " " * (BACK - 20)) == "2021-03-15"
    assert told("On Monday it rained." + " " * BACK) == THURSDAY
