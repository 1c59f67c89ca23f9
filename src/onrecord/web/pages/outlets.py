"""The outlets, or one: whose words they print, how much rests on unnamed people, and how that changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from markupsafe import Markup

from onrecord.record.asking.counting import Counting, VoiceRow
from onrecord.record.asking.outlets import OutletRow, Outlets
from onrecord.record.asking.profiles import Counted
from onrecord.record.asking.shares import LEAST, Share
from onrecord.web.asked import After, TheSite
from onrecord.web.drawing import Column, Part, columns, layers, measure, parted, range_of
from onrecord.web.failures import not_found
from onrecord.web.looks import Look, look_of
from onrecord.web.periods import MOST_TICKS, Periods, periods
from onrecord.web.templates import many, percent, render

A_PAGE = 20
FINE = 0.02  # an interval narrower than this is told with a digit after the point
SMALL = 4  # years that are written under a small picture
NAMELESS = "Outlet not told"
WORDS = (("own", "own voice"), ("quoted", "quoted"), ("reworded", "reworded"))

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Told:
    """A share in words, its interval in words, and its picture."""

    value: str
    likely: str
    picture: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletShown:
    """An outlet with its pictures. `shares` are told by name (see `record.asking.outlets.SHARES`)."""

    row: OutletRow
    name: str
    words: Markup
    people: Markup
    shares: dict[str, Told]
    over_time: Markup


@dataclass(frozen=True, slots=True)
class Month:
    """A month or a year of an outlet, in numbers."""

    words: str
    articles: int
    statements: int
    unnamed: str
    own: str
    quoted: str
    reworded: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody whom an outlet quotes, with look and bar."""

    who: Counted
    look: Look
    bar: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletsPage:
    """What the page of all outlets shows."""

    outlets: list[OutletShown]
    by: str
    span: str
    least: int
    after: int
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPage:
    """What the page of one outlet shows."""

    outlet: OutletShown
    by: str
    least: int
    statements: Markup
    unnamed: Markup
    months: list[Month]
    quoted: list[Quoted]


@router.get("/outlets")
def outlets(
    request: Request,
    site: TheSite,
    outlet: Annotated[str, Query(max_length=500)] = "",
    after: After = 0,
) -> Response:
    """All outlets, those with most statements first; or one."""
    asked = Outlets(site.record.engine)
    known = partial(site.remembered.get, site.record)
    found = known(("outlet rows", outlet), lambda: asked.rows(outlet or None))
    if outlet and not found:
        if site.record.questions.documents(outlet=outlet, limit=1):
            raise not_found(f"All articles of {outlet} are nearly the same as others': counts take those.")
        raise not_found(f"No article in the record is of an outlet called {outlet}.")
    monthly = known("months", lambda: _by_outlet(Counting(site.record.engine).by_outlet_and_month()))
    if outlet:
        return render(request, "outlet.html", _one(found[0], monthly, asked.most_quoted(outlet)))
    shown = found[after : after + A_PAGE]
    every = periods(row.month for one in shown for row in monthly.get(one.outlet, ()))
    page = OutletsPage(
        outlets=[_shown(row, monthly.get(row.outlet, ()), every) for row in shown],
        by=every.by,
        span=f"{every.every[0].words} – {every.every[-1].words}" if every.every else "",
        least=LEAST,
        after=after,
        more=len(found) > after + A_PAGE,
    )
    return render(request, "outlets.html", page)


def _by_outlet(rows: Iterable[VoiceRow]) -> dict[str | None, list[VoiceRow]]:
    found: dict[str | None, list[VoiceRow]] = {}
    for row in rows:
        found.setdefault(row.outlet, []).append(row)
    return found


def _one(
    row: OutletRow, monthly: Mapping[str | None, Sequence[VoiceRow]], who: Sequence[Counted]
) -> OutletPage:
    mine = monthly.get(row.outlet, ())
    every = periods(one.month for one in mine)
    summed = _summed(mine, every)
    ticks = every.ticks()
    said = [
        Column(one["statements"], f"{period.words}: {many(one['statements'], 'statement')}", tick)
        for period, one, tick in zip(every.every, summed, ticks, strict=True)
    ]
    unnamed = [
        _parts((("unnamed", one["anonymous"]), ("named", one["statements"] - one["anonymous"])), period.words)
        for period, one in zip(every.every, summed, strict=True)
    ]
    name = row.outlet or NAMELESS
    most = max((one.count for one in who), default=0)
    return OutletPage(
        outlet=_shown(row, mine, every, MOST_TICKS),
        by=every.by,
        least=LEAST,
        statements=columns(said, says=f"Statements in {name} by {every.by} of publication", css="quiet"),
        unnamed=layers(unnamed, ticks, says=f"Share of unnamed people's statements in {name} by {every.by}"),
        months=[
            _month(period.words, one)
            for period, one in zip(every.every, summed, strict=True)
            if one["documents"]
        ],
        quoted=[Quoted(one, look := look_of(one.key), measure(one.count, most, css=look.css)) for one in who],
    )


def _shown(row: OutletRow, monthly: Sequence[VoiceRow], every: Periods, ticks: int = SMALL) -> OutletShown:
    name = row.outlet or NAMELESS
    words = [
        Part(count, f"{says} {percent(count / row.words)}", kind)
        for (kind, says), count in zip(
            WORDS, (row.own_words, row.quoted_words, row.reworded_words), strict=True
        )
        if row.words
    ]
    people = [
        Part(count, f"{says} {percent(count / row.statements)}", kind)
        for kind, says, count in (
            ("women", "women", row.women), ("men", "men", row.men), ("untold", "not told", row.not_told),
        )
        if row.statements
    ]  # fmt: skip
    over_time = [
        _parts(
            (("own", one["own_words"]), ("quoted", one["quoted_words"]), ("reworded", one["reworded_words"])),
            period.words,
        )
        for period, one in zip(every.every, _summed(monthly, every), strict=True)
    ]
    return OutletShown(
        row=row,
        name=name,
        words=parted(words),
        people=parted(people),
        shares={kind: _told(one, kind, name) for kind, one in row.shares.items()},
        over_time=layers(
            over_time,
            every.ticks(ticks),
            says=f"Whose words {name} prints, by {every.by}: own voice, quoted and reworded",
        ),
    )


def _summed(rows: Sequence[VoiceRow], every: Periods) -> list[dict[str, int]]:
    """The numbers of each month or year, none left out."""
    names = ("documents", "statements", "anonymous", "own_words", "quoted_words", "reworded_words")
    each = [every.counts((row.month, getattr(row, name)) for row in rows) for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*each, strict=True)]


def _parts(counts: Sequence[tuple[str, int]], when: str) -> list[Part]:
    """The parts of one month or year, which all tell the same: the eye compares them as one."""
    total = sum(count for _, count in counts)
    shares = ", ".join(f"{kind} {percent(count / total)}" for kind, count in counts) if total else ""
    return [Part(count, f"{when}: {shares}", kind) for kind, count in counts]


def _month(words: str, one: Mapping[str, int]) -> Month:
    total = one["own_words"] + one["quoted_words"] + one["reworded_words"]
    shares = (percent(one[f"{kind}_words"] / total if total else None) for kind, _ in WORDS)
    unnamed = percent(one["anonymous"] / one["statements"] if one["statements"] else None)
    return Month(words, one["documents"], one["statements"], unnamed, *shares)


def _told(share: Share, kind: str, outlet: str) -> Told:
    """A share and how sure it is, in words and drawn."""
    if share.value is None:
        return Told("–", "", Markup(""))
    value, likely = percent(share.value).replace(" ", "\N{NO-BREAK SPACE}"), ""
    if share.low is not None and share.high is not None:
        digits = 1 if share.high - share.low < FINE else 0
        likely = f"{100 * share.low:.{digits}f}–{100 * share.high:.{digits}f}\N{NO-BREAK SPACE}%"
        if digits and 0 < share.value < 1:
            value = f"{100 * share.value:.{digits}f}\N{NO-BREAK SPACE}%"
    says = f"{kind} in {outlet}: {value}" + (f", likely {likely}" if likely else "")
    return Told(value, likely, range_of(share.value, share.low, share.high, says=says))
