"""Speakers by the API: who speaks in the record, and one of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import Field

from onrecord.record.asking.paging import Pages, Rank
from onrecord.web.api.answers import Paged, cursor, numbers_after, one, page, router
from onrecord.web.api.nouns import KnownSpeaker, Speakers
from onrecord.web.asked import TheSite
from onrecord.web.failures import not_found

speakers = router()


class AskingSpeakers(Paged):
    """A question for speakers."""

    q: str = Field("", max_length=500, description="A name, part of one, or a key; all without it.")


@speakers.get("/speakers", response_model=Speakers)
def ranked(request: Request, site: TheSite, asked: Annotated[AskingSpeakers, Query()]) -> Response:
    """Who speaks in the record, those with most statements first."""
    place = numbers_after(asked.after)
    after = Rank(*place) if place else None
    rows, following = Pages(site.record.engine).speakers(asked.q.strip(), limit=asked.limit, after=after)
    items = [KnownSpeaker.model_validate(row) for row in rows]
    return page(request, Speakers(items=items, next=cursor(following)), cursor(following))


@speakers.get("/speakers/{key}", response_model=KnownSpeaker)
def speaker(site: TheSite, key: str) -> Response:
    """One speaker, with all whom people decided to be the same."""
    found = Pages(site.record.engine).speaker(key)
    if found is None:
        raise not_found(f"There is no speaker {key} in the record.")
    return one(KnownSpeaker.model_validate(found))
