"""The page that explains the others: what the colours, lines and words mean."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from onrecord.web.templates import render

router = APIRouter()


@router.get("/help")
def help_page(request: Request) -> Response:
    """How to read the pages."""
    return render(request, "help.html", None)
