"""A statement in its paragraph: what was read, what was decided, by whom, and how to cite it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from onrecord.model.paragraphs import holding, paragraphs
from onrecord.record import Found
from onrecord.record.asking.citing import citation
from onrecord.record.judging.judgements import Entry
from onrecord.web.asked import TheSite, statements_with
from onrecord.web.failures import not_found
from onrecord.web.marking import Block
from onrecord.web.pages.article import kept_page
from onrecord.web.site import Site
from onrecord.web.templates import render
from onrecord.web.told import Told

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A statement where it stands: its paragraphs, what is told of it, and how to cite it."""

    found: Found
    told: Told | None  # None where people rejected it
    blocks: list[Block]
    citation: str
    also_in: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage:
    """What the page of a statement shows."""

    passage: Passage
    entries: list[Entry]


def passage(site: Site, id: str) -> Passage:
    """A statement where it stands. Raises 404 where there is none, or more than one begins so."""
    one, *others = statements_with(site.record, id)
    page = kept_page(site, one.document)
    if page is None:
        raise not_found(f"The document of statement {id} has no reading.")
    told = page.article
    document = told.reading.document
    spans = [*one.source, *one.cue, *one.content]
    own = paragraphs(document)
    held = [span for place in spans if (span := holding(own, place.start)) is not None]
    first = min((span.start for span in held), default=0)
    last = max((span.end for span in held), default=len(document.text))
    return Passage(
        found=one,
        told=next((row for row in told.statements if row.id == one.id), None),
        blocks=[
            block
            for block in page.blocks
            if block.kind != "note" and block.start < last and first < block.end
        ],
        citation=citation(one, document),
        also_in=tuple(others),
    )


@router.get("/statements/{id}")
def show(request: Request, site: TheSite, id: str) -> Response:
    """A statement in its paragraph."""
    found = passage(site, id)
    entries = site.record.judgements.entries(found.found.id)
    return render(request, "statement.html", StatementPage(passage=found, entries=entries))
