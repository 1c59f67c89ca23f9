"""Pictures of numbers, drawn on this side: columns over time, bars of parts, and how sure a share is.

In: numbers with their words. Out: SVG as safe markup, without styles: colours are classes that style sheets
know. Lengths are shares of the picture's own size, so that it is as wide as its place while its words keep
their size. Every picture says in words what it shows; whoever shows one gives its numbers as a list, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

HEAD, FOOT = 12.0, 14.0  # percent of a picture's height above the highest column, and below all of them
GAP = 0.22  # of a column's room that is left empty


@dataclass(frozen=True, slots=True)
class Column:
    """A column: how high, the words for it, what is written under it, and where it leads to."""

    value: int
    words: str
    tick: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole: how much, the words for it, and the class of its colour."""

    value: float
    words: str
    css: str


def columns(row: Sequence[Column], *, says: str, css: str = "") -> Markup:
    """Columns side by side, each leading to what it counts.

    Keys don't stop at each column: the list of the same numbers has the same links.
    """
    most = max((column.value for column in row), default=0)
    if not most:
        return Markup("")
    room = 100 / len(row)
    drawn = Markup("").join(_column(column, place * room, room, most) for place, column in enumerate(row))
    return Markup(
        '<svg class="drawn columns {css}" role="group" aria-label="{says}">'
        '<line class="grid" x1="0" x2="100%" y1="{head}%" y2="{head}%"/>{drawn}'
        '<line class="ground" x1="0" x2="100%" y1="{ground}%" y2="{ground}%"/>'
        '<text class="most" x="0" y="{head}%" dy="-4">{most}</text>{ticks}</svg>'
    ).format(
        css=css, says=says, head=_short(HEAD), ground=_short(100 - FOOT), most=f"{most:,}", drawn=drawn,
        ticks=_ticks([column.tick for column in row]),
    )  # fmt: skip


def layers(row: Sequence[Sequence[Part]], ticks: Sequence[str], *, says: str) -> Markup:
    """Columns of one height, each parted as its whole is; a column of nothing stays empty."""
    if not any(part.value for parts in row for part in parts):
        return Markup("")
    room = 100 / len(row)
    drawn = Markup("")
    for place, parts in enumerate(row):
        total, at = sum(part.value for part in parts), 100 - FOOT
        for part in parts:
            if not part.value:
                continue
            height = (100 - FOOT) * part.value / total
            at -= height
            drawn += Markup(
                '<rect class="{}" x="{}%" y="{}%" width="{}%" height="{}%"><title>{}</title></rect>'
            ).format(
                part.css, _short(room * (place + GAP / 2)), _short(at), _short(room * (1 - GAP)),
                _short(height), part.words,
            )  # fmt: skip
    return Markup('<svg class="drawn layers" role="img" aria-label="{}">{}{}</svg>').format(
        says, drawn, _ticks(ticks)
    )


def parted(parts: Iterable[Part], *, says: str = "", css: str = "") -> Markup:
    """A bar with its parts side by side. `says` is made of the parts where it is not given."""
    some = [part for part in parts if part.value]
    total, at, drawn = sum(part.value for part in some), 0.0, Markup("")
    for part in some:
        width = 100 * part.value / total
        drawn += Markup(
            '<rect class="{}" x="{}%" y="0" width="{}%" height="100%"><title>{}</title></rect>'
        ).format(part.css, _short(at), _short(width), part.words)
        at += width
    told = says or "; ".join(part.words for part in some)
    return Markup('<svg class="drawn parted {}" role="img" aria-label="{}">{}</svg>').format(css, told, drawn)


def measure(value: float, most: float, *, css: str = "") -> Markup:
    """A thin bar beside a number that stands there in words: for the eye alone."""
    width = 100 * value / most if most else 0
    return Markup(
        '<svg class="drawn measure {}" aria-hidden="true"><rect x="0" y="0" width="{}%" height="100%"/></svg>'
    ).format(css, _short(max(width, 0.6)))


def range_of(value: float, low: float | None, high: float | None, *, says: str) -> Markup:
    """A share on a line from 0 to 100 %, and from where to where it is likely to be."""
    sure = Markup("")
    if low is not None and high is not None:
        sure = Markup('<rect class="likely" x="{}%" y="25%" width="{}%" height="50%" rx="3"/>').format(
            _short(100 * low), _short(100 * (high - low))
        )
    return Markup(
        '<svg class="drawn range" role="img" aria-label="{says}"><title>{says}</title>'
        '<line class="ground" x1="0" x2="100%" y1="50%" y2="50%"/>{sure}'
        '<circle cx="{at}%" cy="50%" r="4"/></svg>'
    ).format(says=says, sure=sure, at=_short(100 * value))


def _column(column: Column, left: float, room: float, most: int) -> Markup:
    if not column.value:
        return Markup("")
    height = (100 - HEAD - FOOT) * column.value / most
    drawn = Markup(
        '<rect class="room" x="{}%" y="0" width="{}%" height="{}%"/>'
        '<rect class="column" x="{}%" y="{}%" width="{}%" height="{}%"/><title>{}</title>'
    ).format(
        _short(left), _short(room), _short(100 - FOOT), _short(left + room * GAP / 2),
        _short(100 - FOOT - height), _short(room * (1 - GAP)), _short(height), column.words,
    )  # fmt: skip
    if not column.address:
        return Markup("<g>{}</g>").format(drawn)
    return Markup('<a href="{}" tabindex="-1">{}</a>').format(column.address, drawn)


def _ticks(ticks: Sequence[str]) -> Markup:
    """What is written under columns, each where its column begins."""
    room = 100 / max(1, len(ticks))
    return Markup("").join(
        Markup('<text class="tick" x="{}%" y="100%" dy="-3">{}</text>').format(_short(place * room), tick)
        for place, tick in enumerate(ticks)
        if tick
    )


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
