"""What a match of each pattern of `time_patterns` means, in normal form.

In: a match, whose groups have the names of what they hold. Out: a `Reading`, or None where the calendar has
no such day ("31 June") or the number is no year of news.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from onrecord.analysis.times.intervals import exists
from onrecord.analysis.times.moments import Moment, Part, Unit
from onrecord.analysis.times.vocabulary import MONTHS, NUMBERS, ORDINALS, SEASONS, WEEKDAYS

YEARS = range(1000, 2101)  # other numbers are no years of news
UNITS = frozenset(unit.value for unit in Unit)
SHIFTS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}

PARTS = {
    **{"earlier": Part.PAST, "later": Part.COMING},
    **dict.fromkeys(("early", "start", "beginning"), Part.EARLY),
    **dict.fromkeys(("mid", "middle"), Part.MID),
    **dict.fromkeys(("late", "end"), Part.LATE),
}


class Reading(NamedTuple):
    """What a match means. `needs` are the prepositions of which one must stand before it; none if empty."""

    moment: Moment
    until: Moment | None = None
    needs: str = ""


Reader = Callable[[re.Match[str]], Reading | None]

TODAY = Moment(unit=Unit.DAY, frame=Unit.DAY)
IN = "in during since from between throughout"  # before a bare month or year
AT = "at"  # before a time of day
OVER = "over at on during in throughout since"  # before a weekend, a season, "the past week"


def _year_of(match: re.Match[str], moment: Moment) -> Moment | None:
    """The moment in the year that the match tells, if the calendar has it."""
    groups = match.groupdict()
    if groups.get("year"):
        moment = replace(moment, year=int(groups["year"]))
    elif groups.get("turn"):
        moment = replace(moment, frame=Unit.YEAR, shift=SHIFTS[groups["turn"].lower()])
    known = moment.year is None or moment.year in YEARS
    return moment if known and exists(moment) else None


def _month_number(words: str) -> int:
    return MONTHS.index(words[:3].lower()) + 1


def _day_number(words: str) -> int:
    word = words.lower()
    return ORDINALS.index(word) + 1 if word in ORDINALS else int(re.sub(r"\D", "", word))


def date(match: re.Match[str]) -> Reading | None:
    """A day of a month, or several: "3 May", "May 3, 2018", "3 to 5 May"."""
    groups = match.groupdict()
    name = groups["month"]
    month = int(name) if name.isdecimal() else _month_number(name)
    days = [_day_number(groups[key]) for key in ("day", "until") if groups.get(key)]
    moments = [_year_of(match, Moment(unit=Unit.DAY, month=month, day=day)) for day in days]
    first, last = moments[0], moments[-1]
    if first is None or last is None or sorted(set(days)) != days:
        return None
    return Reading(first, last if len(days) > 1 else None)


def slashed(match: re.Match[str]) -> Reading | None:
    """ "5/3/2018" is the 3rd of May unless its first number can be no month."""
    first, second = int(match["month"]), int(match["day"])
    month, day = (second, first) if first > 12 else (first, second)
    moment = Moment(unit=Unit.DAY, year=int(match["year"]), month=month, day=day)
    return Reading(moment) if moment.year in YEARS and exists(moment) else None


def month(match: re.Match[str]) -> Reading | None:
    """A month, of a given year or not."""
    moment = _year_of(match, Moment(unit=Unit.MONTH, month=_month_number(match["month"])))
    return Reading(moment, needs=IN if moment.recurs else "") if moment else None


def season(match: re.Match[str]) -> Reading | None:
    """A season, of a given year or not."""
    moment = _year_of(match, Moment(unit=Unit.SEASON, number=SEASONS[match["season"].lower()]))
    return Reading(moment, needs=OVER if moment.recurs else "") if moment else None


def quarter(match: re.Match[str]) -> Reading | None:
    """A quarter of a year."""
    word = match["digit"] or str(ORDINALS.index(match["quarter"].lower()) + 1)
    moment = _year_of(match, Moment(unit=Unit.QUARTER, number=int(word) - 1))
    return Reading(moment, needs=OVER) if moment else None


def half(match: re.Match[str]) -> Reading | None:
    """Half a year, which must be given: halves of other things are told more often."""
    start = 1 if match["half"].lower() == "first" else 7
    first = _year_of(match, Moment(unit=Unit.MONTH, month=start))
    last = _year_of(match, Moment(unit=Unit.MONTH, month=start + 5))
    return Reading(first, last) if first and last and not first.recurs else None


def year(match: re.Match[str]) -> Reading | None:
    """A year, or several: "2015", "2015-16"."""
    moment = Moment(unit=Unit.YEAR, year=int(match["year"]))
    if not match["last"]:
        return Reading(moment, needs=IN)
    digits = match["last"]
    last = int(match["year"][: 4 - len(digits)] + digits)
    return Reading(moment, replace(moment, year=last), needs=IN) if last > int(match["year"]) else None


def decade(match: re.Match[str]) -> Reading:
    """Ten years, or the first four, the middle three, the last three."""
    third = ("early", "mid", "late").index((match["part"] or "early").lower())
    first, last = ((0, 3), (4, 6), (7, 9))[third] if match["part"] else (0, 9)
    year = int(match["year"])
    of = Moment(unit=Unit.YEAR, year=year)
    return Reading(replace(of, year=year + first), replace(of, year=year + last), needs=IN)


def weekday(match: re.Match[str]) -> Reading:
    """A day of the week, of a given week or not."""
    moment = Moment(unit=Unit.DAY, number=WEEKDAYS.index(match["weekday"].lower()))
    if match["turn"]:
        moment = replace(moment, frame=Unit.WEEK, shift=SHIFTS[match["turn"].lower()])
    return Reading(moment)


def near(match: re.Match[str]) -> Reading:
    """Days named from the day published."""
    words = " ".join(match[0].lower().split())
    shifts = {"the day before": -2, "the day after": 2, "yesterday": -1, "last night": -1, "tomorrow": 1}
    shift = next((days for start, days in shifts.items() if words.startswith(start)), 0)
    until = TODAY if words == "overnight" else None
    return Reading(replace(TODAY, shift=-1 if until else shift), until)


def turn(match: re.Match[str]) -> Reading:
    """ "Last week", "next May", "this past Tuesday"."""
    shift, what = SHIFTS[match["which"].lower().split()[-1]], match["what"].lower().split()[0]
    if what in WEEKDAYS:
        return Reading(Moment(unit=Unit.DAY, number=WEEKDAYS.index(what), turn=shift))
    if what in SEASONS:
        return Reading(Moment(unit=Unit.SEASON, number=SEASONS[what], turn=shift))
    if what == "weekend":
        return Reading(Moment(unit=Unit.WEEKEND, turn=shift))
    if what in UNITS:
        return Reading(Moment(unit=Unit(what), frame=Unit(what), shift=shift))
    return Reading(Moment(unit=Unit.MONTH, month=_month_number(what), turn=shift))


def weekend(match: re.Match[str]) -> Reading:
    """The weekend by itself."""
    return Reading(Moment(unit=Unit.WEEKEND), needs=OVER)


def clock(match: re.Match[str]) -> Reading:
    """A time of day, which is of the day published unless a day stands beside it."""
    return Reading(TODAY, needs=AT)


def so_far(match: re.Match[str]) -> Reading:
    """ "Earlier in the week", "late in the year"; "earlier in the day" is of the day told last."""
    unit = Unit(match["unit"].lower())
    if unit is Unit.DAY:
        return Reading(Moment(unit=unit, frame=unit, anchored=True))
    part = PARTS[(match["part"] or match["third"]).lower()]
    return Reading(Moment(unit=unit, frame=unit, part=part))


def _count(words: str | None) -> int:
    word = (words or "a").lower()
    if word.isdecimal():
        return int(word)
    return sum(NUMBERS.get(part, 2) for part in word.split("-"))  # two: "a couple of"


def ago(match: re.Match[str]) -> Reading:
    """So long ago: a day, or from two weeks on the week, the month, the year that it leads to."""
    count, word = _count(match["count"]), match["unit"].lower()
    if word in ("second", "minute", "hour"):
        return Reading(replace(TODAY, shift=-(count // 24) if word == "hour" else 0))
    if word == "decade":
        return Reading(Moment(unit=Unit.YEAR, vague=True))
    sign = 1 if match["later"] else -1
    if word == "week" and count == 1:
        return Reading(replace(TODAY, shift=7 * sign))
    return Reading(Moment(unit=Unit(word), frame=Unit(word), shift=count * sign))


def some_ago(match: re.Match[str]) -> Reading:
    """Untold days, weeks or years ago; minutes and hours ago are today."""
    word = match["unit"].lower()
    if word in ("moment", "minute", "hour"):
        return Reading(TODAY)
    return Reading(Moment(unit=Unit.YEAR if word == "decade" else Unit(word), vague=True))


def past(match: re.Match[str]) -> Reading:
    """So many days, weeks or years up to the day published."""
    count, word = _count(match["count"]), match["unit"].lower()
    needs = "" if match[0].lower().startswith("this") else OVER + " within"
    if word == "hour":
        return Reading(replace(TODAY, shift=-(count // 24)), TODAY, needs)
    return Reading(Moment(unit=Unit(word), back=count), needs=needs)


def from_elsewhere(match: re.Match[str]) -> Reading:
    """Reckoned from a day that only the text tells: "two days earlier", "the day before", "that night"."""
    groups = match.groupdict()
    words = match[0].lower().split()
    word = (groups.get("unit") or "day").lower()
    if word not in UNITS:
        unit, count = Unit.DAY, 0  # minutes and hours later are of the same day
    else:
        unit, count = Unit(word), _count(groups["count"]) if groups.get("count") else 1
    if groups.get("some"):
        return Reading(Moment(unit=unit, vague=True))
    sign = 0
    if {"earlier", "before", "previous", "preceding"} & {*words[-1:], words[1] if len(words) > 1 else ""}:
        sign = -1
    elif {"later", "after", "next", "following"} & {*words[-1:], words[1] if len(words) > 1 else ""}:
        sign = 1
    if unit is Unit.WEEK and sign and words[0] != "the":
        unit, count = Unit.DAY, 7 * count if count == 1 else 0  # "a week later" is a day
        if not count:
            return Reading(Moment(unit=Unit.WEEK, vague=True))
    return Reading(Moment(unit=unit, frame=unit, shift=sign * count, anchored=True))


def that(match: re.Match[str]) -> Reading:
    """ "That night", "that year": of the day that the text told last."""
    word = match[0].lower().split()[-1]
    unit = Unit(word) if word in UNITS else Unit.DAY
    return Reading(Moment(unit=unit, frame=unit, anchored=True))
