"""The record as a whole by the API: what it comes to, and what people decided."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from onrecord.record.asking.counting import Counting
from onrecord.web.api.answers import Paged, cursor, number_after, one, page, router
from onrecord.web.api.nouns import Judgement, Judgements, OutletMonth, Stats, Sums
from onrecord.web.asked import TheSite

overview = router()


@overview.get("/stats", response_model=Stats)
def stats(site: TheSite) -> Response:
    """How much there is of everything, and whose words each outlet printed by month."""
    counting = Counting(site.record.engine)

    def count() -> Stats:
        return Stats(
            totals=Sums.model_validate(counting.totals()),
            voices=[OutletMonth.model_validate(row) for row in counting.by_outlet_and_month()],
        )

    return one(site.remembered.get(site.record, "stats", count))


@overview.get("/judgements", response_model=Judgements)
def judgements(request: Request, site: TheSite, asked: Annotated[Paged, Query()]) -> Response:
    """What people decided, the latest first. Judging itself is done on the pages of the site."""
    before = number_after(asked.after)
    entries = site.record.judgements.latest(limit=asked.limit + 1, before=before)
    given = entries[: asked.limit]
    following = cursor(given[-1].number) if len(entries) > len(given) else None
    items = [Judgement.model_validate(entry) for entry in given]
    return page(request, Judgements(items=items, next=following), following)
