"""The forms that time expressions take in news, each with its reader.

Out: `FORMS`. What stands before or behind an expression (prepositions, "early", the second half of a range,
the interview that it is bound to) is left to `time_expressions`.
"""

from __future__ import annotations

import re

from onrecord.analysis.times import readings as readings
from onrecord.analysis.times.vocabulary import (
    CLOCK,
    DIGITS_END,
    GAP,
    MONTH,
    MONTH_ALONE,
    MONTH_NAME,
    NOT_COUNTED,
    NUMBER,
    ORDINALS,
    PAPERS,
    PART_OF_DAY,
    SEASON,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
    any_of,
)

# "… 2018", "… of last year": part of a date, month, season or quarter.
OF_YEAR = rf"(?:,?{GAP}(?:(?:of|in){GAP})?(?:(?P<year>{YEAR})|(?P<turn>last|this|next){GAP}year\b))?"
OF_WEEK = rf"(?:,?{GAP}(?:(?:of|in){GAP})?(?P<turn>last|this|next){GAP}week\b)?"
NO_NUMBER_BEFORE = r"(?<![\w$£€#-])(?<!\d[.,:/–])"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
JOINED = rf"(?:\s?[-–—]\s?|{GAP}(?:and|or|to|through|until){GAP})"
IN_PARTS = rf"(?:{GAP}(?:early{GAP}|late{GAP})?{PART_OF_DAY}\b)?"


# What ends "the day before"; "the day before the vote" goes on.
CLOSED = rf"(?=[,.;:)]|{GAP}that\b|\s*$)"
UNTIL = rf"{JOINED}(?:the{GAP})?(?P<until>{DAY})"
WEEKDAY_FIRST = rf"(?:\b{WEEKDAY_SHORT},?{GAP})?"
LONG = "(?P<unit>day|week|month|year)"


def _day_first(until: str) -> str:
    """ "3 May", "Tuesday the 3rd of May 2018", with or without a second day."""
    return (
        rf"{WEEKDAY_FIRST}(?:\bthe{GAP})?{NO_NUMBER_BEFORE}(?P<day>{DAY}){until}(?:{GAP}of)?{GAP}"
        rf"(?P<month>{MONTH}){OF_YEAR}"
    )


def _month_first(until: str) -> str:
    """ "May 3", "Tuesday, May 3, 2018", with or without a second day."""
    return (
        rf"{WEEKDAY_FIRST}\b(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY})(?!\d){until}"
        rf"(?![\w%°]|[.,:/]\d)(?!{GAP}(?:million|billion|per)\b){OF_YEAR}"
    )


FORMS: list[tuple[re.Pattern[str], readings.Reader]] = [
    (re.compile(pattern, re.IGNORECASE), reader)
    for pattern, reader in (
        (_day_first(""), readings.date),
        (_day_first(UNTIL), readings.date),
        (
            rf"\bthe{GAP}(?P<day>{any_of(' '.join(ORDINALS))}){GAP}of{GAP}(?P<month>{MONTH}){OF_YEAR}",
            readings.date,
        ),
        (_month_first(""), readings.date),
        (_month_first(UNTIL), readings.date),
        (r"(?<![\w./-])(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|[/.-]\d)", readings.date),
        (r"(?<![\w./-])(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>[12]\d{3})(?![\w/])", readings.slashed),
        (
            rf"\b(?:the{GAP}month{GAP}of{GAP})?(?P<month>{MONTH_ALONE}|{MONTH}(?=,?{GAP}(?:of{GAP})?[12]\d{{3}})){OF_YEAR}",
            readings.month,
        ),
        (
            rf"\b(?:the{GAP})?(?P<season>{SEASON})(?!{GAP}(?:behind|by|from|guy|in|out|to)\b){OF_YEAR}",
            readings.season,
        ),
        (
            rf"\b(?:(?:the{GAP})?(?P<quarter>first|second|third|fourth){GAP}quarter|Q(?P<digit>[1-4]))\b{OF_YEAR}",
            readings.quarter,
        ),
        (rf"\b(?:the{GAP})?(?P<half>first|second){GAP}half\b{OF_YEAR}", readings.half),
        (
            rf"(?:\bthe{GAP}year{GAP})?{NO_NUMBER_BEFORE}(?<![.,:/–])(?P<year>(?:18|19|20)\d\d)(?:[-–/](?P<last>\d\d(?:\d\d)?))?"
            rf"{DIGITS_END}{NOT_COUNTED}",
            readings.year,
        ),
        (
            rf"\b(?:the{GAP})?(?:(?P<part>early|mid|late)(?:-|{GAP}))?(?P<year>(?:18|19|20)\d0)s\b",
            readings.decade,
        ),
        (
            rf"\b(?P<weekday>{WEEKDAY})\b{IN_PARTS}{OF_WEEK}(?!-|{GAP}(?-i:{any_of(PAPERS)})\b)",
            readings.weekday,
        ),
        (
            rf"\b(?:yesterday|today|tomorrow)(?:{GAP}{PART_OF_DAY})?\b|\b(?:tonight|overnight|last{GAP}night)\b"
            rf"|\bthis{GAP}{PART_OF_DAY}\b|\bthe{GAP}day{GAP}(?:before{GAP}yesterday|after{GAP}tomorrow)\b",
            readings.near,
        ),
        (
            rf"(?<!\bthe\s)\b(?P<which>last|next|this){GAP}(?P<what>week|month|quarter|year)\b(?!{GAP}of\b)",
            readings.turn,
        ),
        (
            rf"(?<!\bthe\s)\b(?P<which>last|next|this(?:{GAP}(?:past|coming))?){GAP}"
            rf"(?P<what>weekend\b|{WEEKDAY}\b{IN_PARTS}|{SEASON}|{MONTH_NAME}\b)",
            readings.turn,
        ),
        (rf"\bthe{GAP}(?P<what>weekend)\b", readings.weekend),
        (
            rf"\b(?:(?P<part>earlier|later|early|late){GAP}in|the{GAP}(?P<third>start|beginning|middle|end){GAP}of)"
            rf"{GAP}the{GAP}{LONG}\b",
            readings.so_far,
        ),
        (
            rf"(?<![\w-])(?P<count>{NUMBER}){GAP}(?P<unit>second|minute|hour|day|week|month|year|decade)s?{GAP}"
            rf"(?:ago|(?P<later>from{GAP}now))\b",
            readings.ago,
        ),
        (
            rf"(?<![\w-])(?:(?:several|some|many|a{GAP}few){GAP})?"
            rf"(?P<unit>moment|minute|hour|day|week|month|year|decade)s{GAP}ago\b",
            readings.some_ago,
        ),
        (
            rf"\b(?:the|this){GAP}(?:past|last){GAP}(?:(?P<count>{NUMBER}){GAP})?"
            rf"(?P<unit>hour|day|week|month|year)s?\b(?!{GAP}of\b)",
            readings.past,
        ),
        (
            rf"(?<![\w-])(?:(?:(?P<count>{NUMBER})|(?P<some>several|some|many|a{GAP}few)){GAP})?"
            rf"(?P<unit>moment|minute|hour|day|week|month|year)s?{GAP}(?:earlier|later|before){CLOSED}",
            readings.from_elsewhere,
        ),
        (
            rf"\bthe{GAP}(?:same|next|following|previous|preceding){GAP}(?:{LONG}|{PART_OF_DAY})\b(?!['’])",
            readings.from_elsewhere,
        ),
        (rf"\bthe{GAP}(?:{LONG}|night|evening){GAP}(?:before|after){CLOSED}", readings.from_elsewhere),
        (
            rf"\b(?:earlier|later){GAP}that{GAP}(?:same{GAP})?(?:{LONG}|{PART_OF_DAY})\b",
            readings.from_elsewhere,
        ),
        (rf"\bthat{GAP}(?:same{GAP})?(?:{PART_OF_DAY}|day|week|month|year)\b(?!['’])", readings.that),
        (rf"\b{CLOCK}", readings.clock),
    )
]
