"""What a request is about: the site's record, and words of the query that every page understands alike."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request

from onrecord.record import FoundRows, Record
from onrecord.web.failures import not_found
from onrecord.web.site import Site


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


def statements_with(record: Record, id: str) -> FoundRows:
    """The statement with an id, or one that begins so, in each document in which it stands. Raises 404."""
    rows = record.questions.statement(id)
    if not rows or len({row.id for row in rows}) > 1:
        raise not_found(f"There is no statement {id} in the record.")
    return rows


TheSite = Annotated[Site, Depends(_site)]
After = Annotated[int, Query(ge=0, le=10_000_000, description="How many rows to pass over.")]
