"""Which words tell a time, where they begin and end, and which only look like it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.times.expressions import find_times, resolve
from onrecord.analysis.times.moments import TimeExpression
from onrecord.model.span import Span
from tests.analysis.made import SCRAPS

PUBLISHED = "2021-03-18"  # a Thursday


def split(words: str) -> list[str]:
    return words.split(" | ")


TIMES = split(
    # weekdays
    "on Tuesday | Tuesday | on Tuesday evening | last Tuesday | next Tuesday | this Tuesday | "
    "this past Tuesday | late on Tuesday | late Tuesday | earlier on Tuesday | early Tuesday morning | "
    "on Tuesday and Wednesday | Monday through Wednesday | from Monday to Wednesday | since Monday | "
    "Tuesday last week | on Tuesday of last week | on Monday, Tuesday and Friday | on tuesday | "
    "on the evening of Tuesday | in the early hours of Tuesday | "
    # dates
    "on 3 May | May 3 | on May 3rd | Jan. 5, 2016 | 3 May 2018 | the 3rd of May | the second of May | "
    "2018-05-03 | 5/3/2018 | on Tuesday, 3 May 2018 | Tues. May 3 | on Fri 3 May | on 3 May last year | "
    "on 3 and 4 May | between 3 and 5 May | from 3 to 5 May | May 3-5 | 3–5 May 2018 | "
    "from May 3 to June 5, 2018 | on the morning of 3 May | May the 3rd | on 3 May in 2018 | "
    # months, seasons, quarters
    "in June | last June | in June 2015 | in early June | mid-June | in late June | at the end of May | "
    "in May and June | in May, June and July | between May and July | in Sept. 2015 | in Sept. | "
    "since May | in June of last year | in the month of May | this May | in the first quarter of 2018 | "
    "in Q1 2018 | last summer | in the spring | spring 2016 | in the fall of 2016 | "
    "in the second half of 2018 | "
    # years
    "in 2015 | since 2015 | in late 2015 | between 2015 and 2017 | in 2015-16 | in 2015 and 2016 | "
    "in the year 2015 | in the 1990s | in the early 1990s | at the end of last year | "
    # from the day published
    "yesterday | yesterday evening | today | tonight | last night | this morning | earlier today | "
    "the day before yesterday | tomorrow | overnight | at noon | at noon today | at 3 p.m. on Tuesday | "
    "on Tuesday at 10 a.m. | last week | last month | last year | this week | this month | this year | "
    "earlier this week | earlier in the week | later this year | next week | early next month | "
    "at the start of the year | over the past week | in the past two years | this past week | "
    "over the weekend | at the weekend | last weekend | next weekend | two days ago | a week ago | "
    "two weeks ago | 3 months ago | twenty-five years ago | an hour ago | a couple of days ago | "
    "two weeks from now | "
    # known to be a time, but of which day only the text before tells
    "two days earlier | the day before | the next day | hours later | later that day | "
    "the night before | the next morning | the following night | that night | that same day | that year | "
    "earlier in the day | a day later | a week later | several days later | at lunchtime | "
    "a few weeks ago | "
    # where things are said
    "in a 2015 interview | during a 2015 interview | the 2015 memo | "
    "in a lengthy 2015 radio interview | in his 2015 book | in Tuesday's debate | "
    "at Monday’s press conference | last week's interview | in a June 2015 letter | a May 3 letter | "
    "in Monday testimony | a Tuesday meeting"
)

NO_TIMES = split(
    # names and other words
    "He may have left. | They march on the capital. | March on the capital! | She sat in the sun. | "
    "May said it rained. | He was the second. | the Sunday Times | Sunday Mail | on Black Friday | "
    "in May's view | They lost faith in May. | She believes in May. | Jan said no. | told USA Today | "
    "on air in This Week | “Aldmoor News Sunday.” | the Today programme | "
    # numbers
    "in 3000 homes | in 1,500 homes | in 2015 people | with 2015 votes | 2015 | one in 2000 | at 2015 | "
    "31 June | 30 February | 29 February 2015 | 2018-13-01 | 13/13/2018 | 0/5/2018 | May 3 million | "
    "£2015 | A2015 | in 2015.5 | 3-2 | 2015% | "
    # many days, or none
    "every Tuesday | on Tuesdays | the first Tuesday | recently | previously | later | then | now | "
    "in the last week of May | the day before the vote | past year | the weekend was wet | "
    # bound to what is no saying
    "the 2015 law | Friday's vote | a Friday vote | last week's fire | in Tuesday | Monday’s | June"
)

# What hypothesis makes hostile texts of: all that begins, joins or ends an expression.
WORDS = (
    "on |in |at |the |a |of |and |to |since |between |early |end of |late-|Tuesday|Sunday |May |Jan. |"
    "Sept. |February |spring |weekend |yesterday|noon |last |next |this |past |week |month|year |"
    "quarter |two |days |ago |later|29 |31st |3|5/3/2018|2015|2015 |1990s|0000-|٣|-|–|, |'s |"
    "’s interview "
).split("|")
times = st.lists(st.sampled_from((*WORDS, *WORDS, *SCRAPS)), max_size=40).map("".join)


def found(text: str) -> list[str]:
    return [expression.span.slice(text) for expression in find_times(text, Span(0, len(text)))]


def days(words: str, *, past: bool = True) -> tuple[str | None, str | None, str]:
    [expression] = find_times(words, Span(0, len(words)))
    when = resolve(expression, PUBLISHED, past=past)
    return when.start, when.end, when.precision


@pytest.mark.parametrize("words", TIMES)
def test_a_time_is_found_whole(words: str) -> None:
    assert found(f"Lee said {words}, that it rained.") == [words]


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time_is_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lee said on Monday and Park on Tuesday.", ["on Monday", "on Tuesday"]),
        ("In 2015 officials said it rained.", ["In 2015"]),
        ("In 2015 Jones said it rained.", ["In 2015"]),
        ("On Sunday Lee said it rained in May.", ["On Sunday", "in May"]),
        ("Lee's 2015 memoir", ["2015 memoir"]),
        ("by Friday", ["Friday"]),
        ("from Friday", ["Friday"]),
        ("on Monday and Tuesday's vote", ["on Monday"]),
        ("On May 20 officials said", ["On May 20"]),
        ("3 May 2015 votes", ["3 May"]),
        ("on Monday\nevening", ["on Monday\nevening"]),
        ("on  \u00a0Monday", ["on  \u00a0Monday"]),
        ("on           Monday", ["Monday"]),
        ("Lee assured her the night before that it rained.", ["the night before"]),
        ("Lee asked her last year if it rained.", ["last year"]),
        ("that day’s vote", []),
    ],
)
def test_several_times_and_their_edges(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_only_the_stretch_is_read() -> None:
    text = "On Monday it rained. On Tuesday it snowed on Friday."
    stretch = Span(text.index("Tuesday"), text.index(" on Friday"))
    assert [expression.span.slice(text) for expression in find_times(text, stretch)] == ["Tuesday"]


@pytest.mark.parametrize(
    ("words", "medium"), [("in a 2015 interview", True), ("in 2015", False), ("at Monday's rally", True)]
)
def test_what_is_bound_to_a_saying_says_so(words: str, medium: bool) -> None:
    assert [one.medium for one in find_times(words, Span(0, len(words)))] == [medium]


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        ("at 3 p.m. on Tuesday", ("2021-03-16", "2021-03-16", "day")),
        ("on Tuesday at noon", ("2021-03-16", "2021-03-16", "day")),
        ("5/3/2018", ("2018-05-03", "2018-05-03", "day")),
        ("13/5/2018", ("2018-05-13", "2018-05-13", "day")),
        ("on 3 and 4 May 2018", ("2018-05-03", "2018-05-04", "range")),
        ("from Dec. 30 to Jan. 2, 2018", ("2017-12-30", "2018-01-02", "range")),
        ("from 3 May 2018 to 5 June", ("2018-05-03", "2018-06-05", "range")),
        ("in May, June and July", ("2020-05-01", "2020-07-31", "range")),
        ("in 2015-16", ("2015-01-01", "2016-12-31", "range")),
        ("in the 1990s", ("1990-01-01", "1999-12-31", "range")),
        ("in the late 1990s", ("1997-01-01", "1999-12-31", "range")),
        ("in the second half of 2018", ("2018-07-01", "2018-12-31", "range")),
        ("in Q3 2018", ("2018-07-01", "2018-09-30", "quarter")),
        ("a couple of days ago", ("2021-03-16", "2021-03-16", "day")),
        ("twenty-five years ago", ("1996-01-01", "1996-12-31", "year")),
        ("48 hours ago", ("2021-03-16", "2021-03-16", "day")),
        ("the day before yesterday", ("2021-03-16", "2021-03-16", "day")),
        ("overnight", ("2021-03-17", "2021-03-18", "range")),
        ("in the past 24 hours", ("2021-03-17", "2021-03-18", "range")),
        ("in the fall of 2016", ("2016-09-01", "2016-11-30", "season")),
        ("in a 2015 interview", ("2015-01-01", "2015-12-31", "year")),
        ("at the start of the year", ("2021-01-01", "2021-03-18", "range")),
        ("the day before", (None, None, "day")),
        ("the following week", (None, None, "week")),
        ("decades ago", (None, None, "year")),
    ],
)
def test_what_words_mean(words: str, interval: tuple[str | None, str | None, str]) -> None:
    assert days(words) == interval


@given(times, st.one_of(st.dates().map(date.isoformat), times), st.booleans())
def test_spans_are_exact_and_intervals_run_forward(text: str, published: str, past: bool) -> None:
    stretch = Span(len(text) // 4, len(text))
    end = stretch.start
    for expression in find_times(text, stretch):
        assert end <= expression.span.start < expression.span.end <= stretch.end
        words = expression.span.slice(text)
        assert words == words.strip()
        end = expression.span.end
        _check_interval(expression, published, past)


def _check_interval(expression: TimeExpression, published: str, past: bool) -> None:
    when = resolve(expression, published, past=past)
    assert when.span == expression.span
    assert (when.start is None) == (when.end is None)
    if when.start is not None and when.end is not None:
        assert date.fromisoformat(when.start) <= date.fromisoformat(when.end)


@pytest.mark.parametrize(
    "unit", ["May ", "in 2015 ", "Monday, ", "earlier ", "2015-", "3 to ", "'s a lengthy "]
)
def test_long_runs_are_read_to_their_end(unit: str) -> None:
    text = unit * 2000 + "yesterday"
    assert found(text)[-1].endswith("yesterday")
