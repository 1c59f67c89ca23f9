"""What a request is about: the site's record, and words of the query that every page understands alike."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request

from onrecord.web.site import Site


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


TheSite = Annotated[Site, Depends(_site)]
After = Annotated[int, Query(ge=0, le=10_000_000, description="How many rows to pass over.")]
