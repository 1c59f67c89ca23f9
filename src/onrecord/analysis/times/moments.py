"""What time expressions mean, in their normal form, before any day is reckoned.

Passed from `time_expressions`, which reads them out of a text, to `intervals`, which reckons the days.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Span

RANGE = "range"  # the precision of what is no whole unit of the calendar


class Unit(StrEnum):
    """What kind of stretch of the calendar words name; also the precision of a `When`."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"


class Part(StrEnum):
    """Which part of a stretch words name: a third of it, or what lies before or after the day published."""

    WHOLE = ""
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    PAST = "past"
    COMING = "coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A stretch of the calendar in its normal form.

    `month` counts from 1, `number` (of a weekday, season or quarter) from 0. It lies in a `year`; or so many
    (`shift`) units `frame` away from the day published; or ends on it (`back` units long); or, where none of
    these is told, comes again and again, and `turn` says which is meant: -1 the last one that is over by the
    day published, 1 the next to begin, 0 the one nearest on the side that the tense tells. An `anchored` one
    ("the day before") is reckoned from a day that the text told last; a `vague` one ("days ago") can't be.
    """

    unit: Unit
    year: int | None = None
    month: int = 1
    day: int = 1
    number: int | None = None
    frame: Unit | None = None
    shift: int = 0
    back: int = 0
    turn: int = 0
    part: Part = Part.WHOLE
    vague: bool = False
    anchored: bool = False

    @property
    def recurs(self) -> bool:
        """Whether the words alone fit many stretches: "Tuesday", "3 May", "in June"."""
        return self.year is None and self.frame is None and not self.back and not self.vague


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time: where they stand (code points), what they mean, and the last part of a range.

    `medium` says that they are bound to where something is said or written ("in a 2015 interview").
    """

    span: Span
    moment: Moment
    until: Moment | None = None
    medium: bool = False

    @property
    def precision(self) -> str:
        """The unit that the words name, or "range"."""
        whole = self.until is None and self.moment.part is Part.WHOLE and not self.moment.back
        return self.moment.unit.value if whole else RANGE
