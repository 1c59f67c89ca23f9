"""How far two reviewers agree: on what is a statement, on its words, on who speaks; and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from onrecord.errors import StopRun
from onrecord.record.judging.reviewing import review
from onrecord.scores import need_scipy
from onrecord.scores.agreement import Agreement, agreement
from onrecord.web.asked import TheSite
from onrecord.web.site import Site
from onrecord.web.templates import render

router = APIRouter()

SHOWN = 300  # differences

Name = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing on which people agree or not: in how many of how many, and kappa where chance can be told."""

    name: str
    share: float | None
    of: str
    kappa: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """Two reviewers compared; nothing is measured until two are chosen."""

    people: list[str]
    one: str
    other: str
    problem: str = ""
    found: Agreement | None = None
    measures: tuple[Measure, ...] = ()
    shown: int = SHOWN


@router.get("/review/agreement")
def show(request: Request, site: TheSite, one: Name = "", other: Name = "") -> Response:
    """How far two reviewers agree."""
    people = site.record.judgements.people()
    if not (one or other) and len(people) == 2:
        one, other = people
    found, problem = None, ""
    if one and other:
        try:
            found = _compared(site, one, other)
        except StopRun as error:
            problem = error.message
    page = AgreementPage(
        people=people, one=one, other=other, problem=problem, found=found,
        measures=_measures(found) if found else (),
    )  # fmt: skip
    return render(request, "agreement.html", page, status=400 if problem else 200)


def _compared(site: Site, one: str, other: str) -> Agreement:
    need_scipy()
    engine = site.record.engine
    return agreement(review(engine, one), review(engine, other))


def _measures(found: Agreement) -> tuple[Measure, ...]:
    spans = f"{found.exact.gold:,} and {found.exact.found:,}"
    return (
        _of("Right or wrong", found.same_verdict, found.statements, found.verdict_kappa),
        _of("Who speaks, of what both hold right", found.same_speaker, found.both_right, found.speaker_kappa),
        Measure("Words, character by character (F1)", found.exact.f1 if found.exact.gold else None, spans),
        Measure("Words, where half is shared (F1)", found.overlap.f1 if found.exact.gold else None, spans),
    )


def _of(name: str, same: int, of: int, kappa: float | None) -> Measure:
    return Measure(name, same / of if of else None, f"{same:,} of {of:,}", kappa)
