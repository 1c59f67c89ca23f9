"""The list of speakers: those with most statements first, or those whom a name may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from markupsafe import Markup

from onrecord.record import SpeakerRow
from onrecord.web.asked import After, TheSite
from onrecord.web.drawing import measure
from onrecord.web.looks import Look, look_of
from onrecord.web.templates import render

A_PAGE = 50
LONGEST = 200  # characters of a name
KINDS = {
    "person": "", "organisation": "organisation", "place": "place", "group": "group", "document": "document",
    "anonymous": "unnamed",
}  # fmt: skip

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Listed:
    """A speaker in the list: row, look, how much he says beside the others, what he is, and other names."""

    row: SpeakerRow
    look: Look
    bar: Markup
    kind: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakersPage:
    """What the list of speakers shows."""

    speakers: list[Listed]
    q: str
    after: int
    more: bool


@router.get("/speakers")
def speakers(
    request: Request, site: TheSite, q: Annotated[str, Query(max_length=LONGEST)] = "", after: After = 0
) -> Response:
    """All speakers, or those of a name."""
    name = q.strip()
    questions = site.record.questions
    rows = site.remembered.get(
        site.record,
        ("speakers", name, after),
        lambda: questions.speakers(name, limit=A_PAGE + 1, after=after),
    )
    most = max((row.statements for row in rows), default=0)
    page = SpeakersPage(
        speakers=[_listed(row, most) for row in rows[:A_PAGE]],
        q=name,
        after=after,
        more=len(rows) > A_PAGE,
    )
    return render(request, "speakers.html", page)


def _listed(row: SpeakerRow, most: int) -> Listed:
    look = look_of(row.key, type=row.type)
    return Listed(
        row=row,
        look=look,
        bar=measure(row.statements, most, css=look.css),
        kind=KINDS.get(row.type, ""),
        also=tuple(name for name in row.aliases if name != row.name),
    )
