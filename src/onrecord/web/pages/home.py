"""The first page: what is in the record, what came last, and where to begin. And the list of all articles."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from onrecord.record import DocumentRow, Record, SpeakerRow
from onrecord.record.asking.counting import Counting, Totals
from onrecord.web.asked import After, TheSite
from onrecord.web.templates import render

LATEST = 8
MOST = 12
A_PAGE = 50

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Home:
    """What the first page shows."""

    totals: Totals
    latest: list[DocumentRow]
    speakers: list[SpeakerRow]


@dataclass(frozen=True, slots=True)
class Documents:
    """A page of the list of articles, the latest first."""

    rows: list[DocumentRow]
    outlet: str
    after: int
    more: bool


@router.get("/")
def home(request: Request, site: TheSite) -> Response:
    """The first page."""
    return render(request, "home.html", site.remembered.get(site.record, "home", lambda: _home(site.record)))


def _home(record: Record) -> Home:
    return Home(
        totals=Counting(record.engine).totals(),
        latest=record.questions.documents(latest=True, limit=LATEST),
        speakers=record.questions.speakers(limit=MOST),
    )


@router.get("/documents")
def documents(request: Request, site: TheSite, outlet: str = "", after: After = 0) -> Response:
    """The articles, the latest first."""
    rows = site.record.questions.documents(outlet=outlet or None, latest=True, limit=A_PAGE + 1, after=after)
    page = Documents(rows[:A_PAGE], outlet, after, more=len(rows) > A_PAGE)
    return render(request, "documents.html", page)
