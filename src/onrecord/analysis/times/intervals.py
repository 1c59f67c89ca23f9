"""Reckons the days that a time expression stands for.

In: the normal form of an expression ("Tuesday of last week"), the day of publication if known, and whether
what is told lies in the past. Out: the first and the last day, both inclusive. Weeks run from Monday to
Sunday, seasons are those of the north. Nothing here looks at a text, a clock or a time zone: a publication at
23:30 in any zone is of the day that is printed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.analysis.times.moments import Moment, Part, TimeExpression, Unit
from onrecord.model.statement import When

ISO_DAY = re.compile(r"\s*(?:(\d{4})-(\d\d)-(\d\d)|(\d{4})(\d\d)(\d\d))(?!\d)", re.ASCII)
YEARS_AROUND = 8  # in which any day of the year is found, the 29th of February included
DAYS_AROUND = 15  # in which any weekday is found twice on either side

Interval = tuple[date, date]


def resolve(
    expression: TimeExpression, published: str | None, *, past: bool, told: date | None = None
) -> When:
    """The first and the last day that an expression stands for, in an article published on a day.

    `published` is an ISO date or time; anything else counts as unknown. `past` says whether what is told
    lies in the past or present, or in the future: it decides which Tuesday "Tuesday" is. `told` is the day
    that the text told last, from which "the next day" is reckoned. Start and end are None where the words
    alone don't tell the day and neither day helps.
    """
    today = published_day(published)
    try:
        anchored = expression.moment.anchored
        interval = _anchored(expression.moment, told) if anchored else _reckon(expression, today, past)
    except (ValueError, OverflowError):  # no such day, or a year that the calendar has not
        interval = None
    if interval is None or interval[0] > interval[1]:
        return When(expression.span, None, None, expression.precision)
    start, end = (day.isoformat() for day in interval)
    return When(expression.span, start, end, expression.precision)


def _anchored(moment: Moment, told: date | None) -> Interval | None:
    """A day, week, month or year reckoned from the day that the text told last."""
    return _frame(moment.unit, moment.shift, told) if told else None


def published_day(published: str | None) -> date | None:
    """The day of an ISO date or time, None for anything else."""
    match = ISO_DAY.match(published or "")
    if match is None:
        return None
    try:
        return date(*(int(digits) for digits in match.groups() if digits))
    except ValueError:
        return None


def exists(moment: Moment) -> bool:
    """Whether the calendar has such a stretch: not the 31st of June, nor month 13."""
    if not 1 <= moment.month <= 12:
        return False
    leap_year = 2000  # any: in it every day of the year exists
    year = leap_year if moment.year is None else moment.year
    return 1 <= moment.day <= monthrange(year, moment.month)[1]


def _reckon(expression: TimeExpression, today: date | None, past: bool) -> Interval | None:
    first, last = expression.moment, expression.until
    if last is None:
        return _interval(first, today, past)
    # The end that is fixed is found first: "3 May" of "3 May to 5 June 2018" is the one before that June.
    if (first.recurs, last.recurs) == (False, True) or (first.recurs and last.recurs and not past):
        start = _interval(first, today, past)
        end = _interval(last, start[0], past=False) if start else None
    else:
        end = _interval(last, today, past)
        start = _interval(first, end[1] if end and first.recurs else today, past=True)
    return (start[0], end[1]) if start and end else None


def _interval(moment: Moment, today: date | None, past: bool) -> Interval | None:
    """The stretch itself, cut at `today` where words such as "this week" and "in June" mean it so far."""
    if moment.vague:
        return None
    if moment.year is not None:
        whole = _in_year(moment, moment.year)
        return _cut(whole, today, moment.part) if today else whole
    if today is None:
        return None
    if moment.back:
        return _back(moment, today), today
    if moment.frame is not None:
        found: Interval | None = _in_frame(moment, _frame(moment.frame, moment.shift, today))
        goes_on = moment.shift == 0
    else:
        found, goes_on = _turn(moment, today, past), moment.turn == 0
    if found is None:
        return None
    if goes_on and moment.unit is not Unit.WEEKEND and moment.part not in (Part.PAST, Part.COMING):
        return _cut(found, today, Part.PAST if past else Part.COMING) if _holds(found, today) else found
    return _cut(found, today, moment.part)


def _holds(interval: Interval, day: date) -> bool:
    return interval[0] <= day <= interval[1]


def _cut(interval: Interval, today: date, part: Part) -> Interval:
    """What of a stretch lies before or after a day, that day included."""
    start, end = interval
    if part is Part.PAST:
        return start, min(end, today)
    return (max(start, today), end) if part is Part.COMING else interval


def _turn(moment: Moment, today: date, past: bool) -> Interval | None:
    """The turn of a recurring stretch that is meant."""
    turns = list(_turns(moment, today))
    if moment.turn < 0:
        return max((turn for turn in turns if turn[1] < today), default=None)
    if moment.turn > 0:
        return min((turn for turn in turns if turn[0] > today), default=None)
    if past:
        return max((turn for turn in turns if turn[0] <= today), default=None)
    return min((turn for turn in turns if turn[1] >= today), default=None)


def _turns(moment: Moment, today: date) -> Iterator[Interval]:
    """The turns of a recurring stretch around a day, as far as the calendar goes."""
    if moment.unit is Unit.WEEKEND or (moment.unit is Unit.DAY and moment.number is not None):
        weekday = 5 if moment.number is None else moment.number
        length = timedelta(days=1 if moment.unit is Unit.WEEKEND else 0)
        for shift in range(-DAYS_AROUND, DAYS_AROUND + 1):
            day = today + timedelta(days=shift)
            if day.weekday() == weekday:
                yield day, day + length
        return
    for year in range(today.year - YEARS_AROUND, today.year + YEARS_AROUND + 1):
        if date.min.year <= year < date.max.year and exists(_with_year(moment, year)):
            yield _in_year(moment, year)


def _with_year(moment: Moment, year: int) -> Moment:
    return Moment(unit=moment.unit, year=year, month=moment.month, day=moment.day)


def _in_year(moment: Moment, year: int) -> Interval:
    """A stretch of a given year; a winter is of the year in which it begins."""
    number = moment.number or 0
    match moment.unit:
        case Unit.DAY:
            day = date(year, moment.month, moment.day)
            return day, day
        case Unit.MONTH:
            interval = _months(year, moment.month, 1)
        case Unit.SEASON:
            interval = _months(year, 3 * number + 3, 3)
        case Unit.QUARTER:
            interval = _months(year, 3 * number + 1, 3)
        case _:
            interval = _months(year, 1, 12)
    return _third(interval, moment)


def _months(year: int, month: int, count: int) -> Interval:
    """So many months from a given one, whose number may lie outside 1 to 12."""
    first, last = year * 12 + month - 1, year * 12 + month + count - 2
    days = monthrange(last // 12, last % 12 + 1)[1]
    return date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, days)


def _frame(unit: Unit, shift: int, today: date) -> Interval:
    """The unit of the calendar so many units away from the one that holds a day."""
    match unit:
        case Unit.DAY:
            day = today + timedelta(days=shift)
            return day, day
        case Unit.WEEK:
            monday = today + timedelta(days=7 * shift - today.weekday())
            return monday, monday + timedelta(days=6)
        case Unit.MONTH:
            return _months(today.year, today.month + shift, 1)
        case Unit.QUARTER:
            return _months(today.year, (today.month - 1) // 3 * 3 + 1 + 3 * shift, 3)
        case _:
            return _months(today.year + shift, 1, 12)


def _in_frame(moment: Moment, frame: Interval) -> Interval:
    """A stretch within its frame: Tuesday in last week, June in last year, early in this month."""
    if moment.unit == moment.frame:
        return _third(frame, moment)
    if moment.frame is Unit.WEEK:
        day = frame[0] + timedelta(days=moment.number or 0)
        return day, day
    return _in_year(moment, frame[0].year)


def _third(interval: Interval, moment: Moment) -> Interval:
    """The early, middle or late part: ten days of a month, a third of the months of anything longer.

    Of a week, the first three days, the middle three, or Thursday to Sunday.
    """
    if moment.part not in (Part.EARLY, Part.MID, Part.LATE):
        return interval
    start, end = interval
    third = (Part.EARLY, Part.MID, Part.LATE).index(moment.part)
    if moment.unit is Unit.WEEK:
        first, last = ((0, 2), (1, 3), (3, 6))[third]
        return start + timedelta(days=first), start + timedelta(days=last)
    if moment.unit is Unit.MONTH:
        first, last = ((1, 10), (11, 20), (21, end.day))[third]
        return start.replace(day=first), start.replace(day=last)
    months = ((end.year - start.year) * 12 + end.month - start.month + 1) // 3
    return _months(start.year, start.month + third * months, months)


def _back(moment: Moment, today: date) -> date:
    """The first day of a stretch that ends today and is so many units long: "the past two weeks"."""
    if moment.unit is Unit.YEAR or moment.unit is Unit.MONTH:
        months = moment.back * (12 if moment.unit is Unit.YEAR else 1)
        first, last = _months(today.year, today.month - months, 1)
        return first.replace(day=min(today.day, last.day)) + timedelta(days=1)
    days = moment.back * (7 if moment.unit is Unit.WEEK else 1)
    return today - timedelta(days=days - 1)
