"""The days that time expressions stand for, by the day published and the tense."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.analysis.times.expressions import find_times
from onrecord.analysis.times.intervals import exists, published_day, resolve
from onrecord.analysis.times.moments import Moment, TimeExpression, Unit
from onrecord.model.span import Span
from onrecord.model.statement import When

THURSDAY = "2021-03-18"


def when(words: str, published: str | None, *, past: bool = True) -> When:
    [expression] = find_times(words, Span(0, len(words)))
    return resolve(expression, published, past=past)


def after(words: str, told: date | None) -> str:
    """The days of a time that is reckoned from a day told before; the day published tells nothing."""
    [expression] = find_times(words, Span(0, len(words)))
    found = resolve(expression, THURSDAY, past=True, told=told)
    if found.start is None:
        return "?"
    return found.start if found.start == found.end else f"{found.start}/{found.end}"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("the next day", "2021-03-02"),
        ("the following morning", "2021-03-02"),
        ("the day after", "2021-03-02"),
        ("a day later", "2021-03-02"),
        ("two days earlier", "2021-02-27"),
        ("the day before", "2021-02-28"),
        ("the night before", "2021-02-28"),
        ("the previous day", "2021-02-28"),
        ("the same day", "2021-03-01"),
        ("that night", "2021-03-01"),
        ("later that day", "2021-03-01"),
        ("earlier in the day", "2021-03-01"),
        ("hours later", "2021-03-01"),
        ("twenty minutes later", "2021-03-01"),
        # weeks run from Monday to Sunday; "a week later" is a day
        ("the following week", "2021-03-08/2021-03-14"),
        ("that week", "2021-03-01/2021-03-07"),
        ("a week later", "2021-03-08"),
        ("a week earlier", "2021-02-22"),
        ("two weeks later", "?"),
        ("a month later", "2021-04-01/2021-04-30"),
        ("three months earlier", "2020-12-01/2020-12-31"),
        ("that month", "2021-03-01/2021-03-31"),
        ("that year", "2021-01-01/2021-12-31"),
        ("the year before", "2020-01-01/2020-12-31"),
        ("several days later", "?"),
        ("a few days earlier", "?"),
    ],
)
def test_reckoned_from_the_day_told_last(words: str, days: str) -> None:
    assert after(words, date(2021, 3, 1)) == days
    assert after(words, None) == "?"


def interval(words: str, published: str | None, *, past: bool = True) -> str:
    """ "2021-03-16" for a day, "2021-03-08/2021-03-14" for more, "?" where it is not known."""
    told = when(words, published, past=past)
    if told.start is None:
        return "?"
    return told.start if told.start == told.end else f"{told.start}/{told.end}"


@pytest.mark.parametrize(
    ("words", "published", "days"),
    [
        # weekdays: the last one up to the day published, that day included
        ("on Tuesday", THURSDAY, "2021-03-16"),
        ("on Thursday", THURSDAY, "2021-03-18"),
        ("on Friday", THURSDAY, "2021-03-12"),
        ("last Thursday", THURSDAY, "2021-03-11"),
        ("last Tuesday", THURSDAY, "2021-03-16"),
        ("this past Friday", THURSDAY, "2021-03-12"),
        ("next Thursday", THURSDAY, "2021-03-25"),
        ("Tuesday last week", THURSDAY, "2021-03-09"),
        ("on Sunday of this week", THURSDAY, "2021-03-21"),
        ("on Monday", "2021-01-01", "2020-12-28"),
        ("on Monday and Tuesday", THURSDAY, "2021-03-15/2021-03-16"),
        ("from Friday to Monday", THURSDAY, "2021-03-12/2021-03-15"),
        ("since Monday", THURSDAY, "2021-03-15/2021-03-18"),
        # days
        ("today", THURSDAY, "2021-03-18"),
        ("this morning", THURSDAY, "2021-03-18"),
        ("at noon", THURSDAY, "2021-03-18"),
        ("yesterday", "2020-03-01", "2020-02-29"),
        ("last night", "2021-01-01", "2020-12-31"),
        ("two days ago", "2021-03-01", "2021-02-27"),
        ("tomorrow", "2021-12-31", "2022-01-01"),
        ("on 3 May", THURSDAY, "2020-05-03"),
        ("on 18 March", THURSDAY, "2021-03-18"),
        ("on 19 March", THURSDAY, "2020-03-19"),
        ("on 29 February", THURSDAY, "2020-02-29"),
        ("on 29 February", "2023-07-01", "2020-02-29"),
        ("on 3 May 2018", THURSDAY, "2018-05-03"),
        ("on 3 May 2018", None, "2018-05-03"),
        ("on 3 May last year", THURSDAY, "2020-05-03"),
        ("on 29 February last year", "2022-07-01", "?"),
        ("between 30 December and 2 January", THURSDAY, "2020-12-30/2021-01-02"),
        # weeks run from Monday to Sunday
        ("last week", THURSDAY, "2021-03-08/2021-03-14"),
        ("last week", "2021-03-21", "2021-03-08/2021-03-14"),
        ("last week", "2021-03-22", "2021-03-15/2021-03-21"),
        ("this week", THURSDAY, "2021-03-15/2021-03-18"),
        ("earlier this week", THURSDAY, "2021-03-15/2021-03-18"),
        ("earlier this week", "2021-03-15", "2021-03-15"),
        ("later this week", THURSDAY, "2021-03-18/2021-03-21"),
        ("next week", THURSDAY, "2021-03-22/2021-03-28"),
        ("late last week", THURSDAY, "2021-03-11/2021-03-14"),
        ("a week ago", THURSDAY, "2021-03-11"),
        ("two weeks ago", THURSDAY, "2021-03-01/2021-03-07"),
        ("over the past week", THURSDAY, "2021-03-12/2021-03-18"),
        ("in the past two weeks", THURSDAY, "2021-03-05/2021-03-18"),
        # weekends: the one that began last
        ("over the weekend", THURSDAY, "2021-03-13/2021-03-14"),
        ("at the weekend", "2021-03-21", "2021-03-20/2021-03-21"),
        ("over the weekend", "2021-03-20", "2021-03-20/2021-03-21"),
        ("over the weekend", "2021-03-22", "2021-03-20/2021-03-21"),
        ("last weekend", "2021-03-21", "2021-03-13/2021-03-14"),
        ("next weekend", THURSDAY, "2021-03-20/2021-03-21"),
        # months
        ("last month", THURSDAY, "2021-02-01/2021-02-28"),
        ("last month", "2020-03-31", "2020-02-01/2020-02-29"),
        ("last month", "2021-01-15", "2020-12-01/2020-12-31"),
        ("this month", THURSDAY, "2021-03-01/2021-03-18"),
        ("earlier this month", THURSDAY, "2021-03-01/2021-03-18"),
        ("next month", "2021-12-05", "2022-01-01/2022-01-31"),
        ("three months ago", "2021-05-31", "2021-02-01/2021-02-28"),
        ("in the past month", THURSDAY, "2021-02-19/2021-03-18"),
        ("in the past month", "2021-03-31", "2021-03-01/2021-03-31"),
        ("in June", THURSDAY, "2020-06-01/2020-06-30"),
        ("in March", THURSDAY, "2021-03-01/2021-03-18"),
        ("in February", THURSDAY, "2021-02-01/2021-02-28"),
        ("last March", THURSDAY, "2020-03-01/2020-03-31"),
        ("last June", THURSDAY, "2020-06-01/2020-06-30"),
        ("next March", THURSDAY, "2022-03-01/2022-03-31"),
        ("in early June", THURSDAY, "2020-06-01/2020-06-10"),
        ("mid-June", THURSDAY, "2020-06-11/2020-06-20"),
        ("in late February", THURSDAY, "2021-02-21/2021-02-28"),
        ("in late March", THURSDAY, "2020-03-21/2020-03-31"),
        ("in mid-March", THURSDAY, "2021-03-11/2021-03-18"),
        ("in June 2015", None, "2015-06-01/2015-06-30"),
        ("in June last year", THURSDAY, "2020-06-01/2020-06-30"),
        # seasons and quarters
        ("last summer", THURSDAY, "2020-06-01/2020-08-31"),
        ("last winter", THURSDAY, "2020-12-01/2021-02-28"),
        ("in the spring", THURSDAY, "2021-03-01/2021-03-18"),
        ("in winter 2019", None, "2019-12-01/2020-02-29"),
        ("in early summer 2015", None, "2015-06-01/2015-06-30"),
        ("in the first quarter of 2018", None, "2018-01-01/2018-03-31"),
        ("in the first quarter", THURSDAY, "2021-01-01/2021-03-18"),
        ("last quarter", "2021-02-10", "2020-10-01/2020-12-31"),
        # years
        ("in 2015", None, "2015-01-01/2015-12-31"),
        ("in 2021", THURSDAY, "2021-01-01/2021-12-31"),
        ("in late 2015", None, "2015-09-01/2015-12-31"),
        ("last year", THURSDAY, "2020-01-01/2020-12-31"),
        ("early last year", THURSDAY, "2020-01-01/2020-04-30"),
        ("this year", THURSDAY, "2021-01-01/2021-03-18"),
        ("earlier this year", "2021-01-01", "2021-01-01"),
        ("five years ago", THURSDAY, "2016-01-01/2016-12-31"),
        ("in the past year", "2020-02-29", "2019-03-01/2020-02-29"),
        ("since 2015", THURSDAY, "2015-01-01/2021-03-18"),
        ("since 2015", "2014-05-05", "?"),
        ("between 2015 and 2017", None, "2015-01-01/2017-12-31"),
        ("two days earlier", THURSDAY, "?"),
    ],
)
def test_days_in_the_past(words: str, published: str | None, days: str) -> None:
    assert interval(words, published) == days


@pytest.mark.parametrize(
    ("words", "published", "days"),
    [
        ("on Tuesday", THURSDAY, "2021-03-23"),
        ("on Thursday", THURSDAY, "2021-03-18"),
        ("last Tuesday", THURSDAY, "2021-03-16"),
        ("on 3 May", THURSDAY, "2021-05-03"),
        ("on 17 March", THURSDAY, "2022-03-17"),
        ("on 29 February", THURSDAY, "2024-02-29"),
        ("in June", THURSDAY, "2021-06-01/2021-06-30"),
        ("in March", THURSDAY, "2021-03-18/2021-03-31"),
        ("in February", THURSDAY, "2022-02-01/2022-02-28"),
        ("in early March", THURSDAY, "2022-03-01/2022-03-10"),
        ("this week", THURSDAY, "2021-03-18/2021-03-21"),
        ("later this week", THURSDAY, "2021-03-18/2021-03-21"),
        ("later this month", THURSDAY, "2021-03-18/2021-03-31"),
        ("later this year", THURSDAY, "2021-03-18/2021-12-31"),
        ("this year", THURSDAY, "2021-03-18/2021-12-31"),
        ("next year", THURSDAY, "2022-01-01/2022-12-31"),
        ("next week", "2021-12-30", "2022-01-03/2022-01-09"),
        ("over the weekend", THURSDAY, "2021-03-20/2021-03-21"),
        ("over the weekend", "2021-03-21", "2021-03-20/2021-03-21"),
        ("in the summer", THURSDAY, "2021-06-01/2021-08-31"),
        ("from Friday to Monday", THURSDAY, "2021-03-19/2021-03-22"),
        ("two weeks from now", THURSDAY, "2021-03-29/2021-04-04"),
        ("a week from now", THURSDAY, "2021-03-25"),
        ("tonight", THURSDAY, "2021-03-18"),
    ],
)
def test_days_in_the_future(words: str, published: str, days: str) -> None:
    assert interval(words, published, past=False) == days


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        *(("on Tuesday", "day"), ("at noon", "day"), ("a week ago", "day"), ("two weeks ago", "week")),
        *(
            ("last week", "week"),
            ("over the weekend", "weekend"),
            ("last month", "month"),
            ("in June", "month"),
        ),
        *(("last summer", "season"), ("last quarter", "quarter"), ("last year", "year"), ("in 2015", "year")),
        *(("earlier this week", "range"), ("in early June", "range"), ("since Monday", "range")),
        *(("between 3 and 5 May", "range"), ("in the past week", "range"), ("hours later", "day")),
    ],
)
def test_precision_is_told_even_where_days_are_not(words: str, precision: str) -> None:
    assert [when(words, published).precision for published in (THURSDAY, None)] == [precision, precision]


@pytest.mark.parametrize(
    "words",
    ["on Tuesday", "3 May", "last week", "earlier this year", "since 2015", "two days ago", "at noon"],
)
@pytest.mark.parametrize(
    "published", [None, "", "yesterday", "2021", "2021-13-01", "2021-02-30", "18/03/2021"]
)
def test_relative_words_need_the_day_published(words: str, published: str | None) -> None:
    assert interval(words, published) == "?"


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2021-03-18", "2021-03-18"),
        ("2021-03-18T23:30:00-08:00", "2021-03-18"),  # the day that is printed, whatever the zone
        ("2021-03-18 10:00", "2021-03-18"),
        (" 20210318T1000Z", "2021-03-18"),
        ("2021-03-181", None),
        (None, None),
    ],
)
def test_the_day_published(published: str | None, day: str | None) -> None:
    found = published_day(published)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "words", ["last year", "next year", "last Monday", "in winter", "50 years ago", "yesterday"]
)
@pytest.mark.parametrize("past", [True, False])
def test_the_calendar_may_end(published: str, words: str, past: bool) -> None:
    told = when(words, published, past=past)
    assert told.start is None or told.end is None or told.start <= told.end


@pytest.mark.parametrize(
    ("moment", "real"),
    [
        (Moment(unit=Unit.DAY, month=2, day=29), True),
        (Moment(unit=Unit.DAY, month=2, day=29, year=2015), False),
        (Moment(unit=Unit.DAY, month=6, day=31), False),
        (Moment(unit=Unit.DAY, month=13), False),
        (Moment(unit=Unit.DAY, day=0), False),
    ],
)
def test_days_that_exist(moment: Moment, real: bool) -> None:
    assert exists(moment) is real


def test_the_words_stay_where_they_were() -> None:
    expression = TimeExpression(Span(3, 9), Moment(unit=Unit.YEAR, year=2015))
    assert resolve(expression, None, past=True) == When(Span(3, 9), "2015-01-01", "2015-12-31", "year")
