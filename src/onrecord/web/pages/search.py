"""Search: statements whose content has some words, narrowed by who, where, when and how, with counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from onrecord.record import Found, SpeakerRow
from onrecord.record.asking.facets import Facet, Facets
from onrecord.web.asked import After, TheSite
from onrecord.web.asking import Asked, AskedNow
from onrecord.web.looks import Look, look_of
from onrecord.web.templates import render

A_PAGE = 20
FEW = 6  # people who are told where no words were found

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Choice:
    """A heading's value with its count: the address that narrows to it, or that takes it away again."""

    facet: Facet
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with what there is to choose."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What the search page shows."""

    asked: Asked
    answers: list[tuple[Found, Look]]
    facets: Facets
    groups: tuple[Group, ...]
    after: int
    more: bool
    people: list[SpeakerRow]  # who may be meant, where nothing was found

    @property
    def total(self) -> str:
        """How many answers there are, in words."""
        count = self.facets.counted
        if self.facets.more:
            return f"More than {count:,} statements"
        return f"{count:,} statement{'' if count == 1 else 's'}"


@router.get("/search")
def search(request: Request, site: TheSite, asked: AskedNow, after: After = 0) -> Response:
    """Answers to a question, with what they come to."""
    rows, facets = site.record.questions.sorted_out(asked.q, asked.filter, limit=A_PAGE + 1, after=after)
    page = SearchPage(
        asked=asked,
        answers=[(row, look_of(row.speaker, type=row.speaker_type)) for row in rows[:A_PAGE]],
        facets=facets,
        groups=tuple(_groups(asked, facets)),
        after=after,
        more=len(rows) > A_PAGE,
        people=site.record.questions.speakers(asked.q, limit=FEW) if asked.q and not rows else [],
    )
    return render(request, "search.html", page)


def _groups(asked: Asked, facets: Facets) -> Iterator[Group]:
    """The headings under which there is something to choose."""
    named = [
        ("outlet", "Outlet", facets.outlets),
        ("speaker", "Speaker", facets.speakers),
        ("form", "Form", facets.forms),
        ("kind", "Kind", facets.kinds),
    ]
    for field, name, found in named:
        chosen = str(getattr(asked, field))
        choices = [
            Choice(one, asked.changed(**{field: "" if (is_it := chosen == one.value) else one.value}), is_it)
            for one in found
        ]
        if len(choices) > 1 or chosen:
            yield Group(name, tuple(choices))
    years = [_year(asked, year) for year in facets.years]
    if len(years) > 1 or any(year.chosen for year in years):
        yield Group("Year", tuple(years))
    if facets.unnamed or asked.unnamed:
        is_it = asked.unnamed == "yes"
        facet = Facet("yes", "people without a name", facets.unnamed)
        yield Group("Unnamed", (Choice(facet, asked.changed(unnamed="" if is_it else "yes"), is_it),))


def _year(asked: Asked, year: Facet) -> Choice:
    """A year with its address."""
    is_it = asked.since == asked.until == year.value
    value = "" if is_it else year.value
    return Choice(year, asked.changed(since=value, until=value), is_it)
