"""Days are told in few words, and what is no date stays as it was written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.days import MONTHS, days_words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021-03-16", "2021-03-16", "16 Mar 2021"),
        ("2021-03-08", "2021-03-14", "8–14 Mar 2021"),
        ("2021-03-30", "2021-04-02", "30 Mar – 2 Apr 2021"),
        ("2020-12-30", "2021-01-02", "30 Dec 2020 – 2 Jan 2021"),
        ("2021-03-01", "2021-03-31", "Mar 2021"),
        ("2021-03-01", "2021-03-30", "1–30 Mar 2021"),
        ("2020-02-01", "2020-02-29", "Feb 2020"),
        ("2021-02-01", "2021-02-28", "Feb 2021"),
        ("2021-03-01", "2021-05-31", "Mar–May 2021"),
        ("2020-12-01", "2021-02-28", "Dec 2020 – Feb 2021"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2019-01-01", "2021-12-31", "2019–2021"),
        ("2021-03", "2021-03", "Mar 2021"),
        ("2017-05", "2021-06-30", "May 2017 – Jun 2021"),
        ("2021", "2021", "2021"),
        ("2021-03-16T08:00:00Z", "2021-03-16", "16 Mar 2021"),
        ("2021-03-16", None, "from 16 Mar 2021"),
        (None, "2021-03-31", "until 31 Mar 2021"),
        (None, None, ""),
        ("2021-02-30", "2021-02-30", "2021-02-30"),
        ("2021-13", "soon", "2021-13 – soon"),
        ("0000", "0000", "0000"),
    ],
)
def test_days_in_words(start: str | None, end: str | None, words: str) -> None:
    assert days_words(start, end) == words


@given(st.dates(), st.dates())
def test_both_years_and_months_can_be_told_from_the_words(one: date, other: date) -> None:
    start, end = sorted((one, other))
    words = days_words(start.isoformat(), end.isoformat())
    assert str(start.year) in words
    assert str(end.year) in words
    if any(month in words for month in MONTHS):
        assert MONTHS[start.month - 1] in words
        assert MONTHS[end.month - 1] in words
