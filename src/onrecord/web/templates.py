"""Turns a page's context into HTML: one environment, in which every word is escaped unless it is markup.

In: a template's name and a context, which is a frozen dataclass of the page. Out: a response.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from onrecord.model.days import days_words
from onrecord.record import Found
from onrecord.web import urls
from onrecord.web.access.guard import Role, Visitor

HERE = Path(__file__).parent
STATIC = HERE / "static"


def render(request: Request, template: str, page: Any, *, status: int = 200) -> HTMLResponse:
    """A page. `page` is its context; who asks, and the token for forms, are there in every template."""
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    words = (
        _environment()
        .get_template(template)
        .render(
            page=page,
            visitor=visitor,
            may_judge=visitor is not None and visitor.role >= Role.REVIEWER,
            may_add=visitor is not None and visitor.role >= Role.ADMIN,
            is_open=request.app.state.site.guard.is_open,
            form_token=getattr(request.state, "form_token", ""),
            path=request.scope["path"],
        )
    )
    return HTMLResponse(words, status_code=status)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    filters: dict[str, Callable[..., str]] = {
        "number": number, "day": day, "percent": percent, "many": many, "said": said,
    }  # fmt: skip
    made.filters.update(filters)
    made.globals.update(urls=urls, static=static)
    return made


def number(value: float) -> str:
    """1234 as 1,234."""
    return f"{value:,}"


def many(count: int, one: str, several: str = "") -> str:
    """ "1 statement", "1,234 statements"."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def day(iso: str | None) -> str:
    """An ISO day, month or year as people write it; empty where there is none."""
    return days_words(iso[:10], iso[:10]) or iso[:10] if iso else ""


def said(found: Found) -> str:
    """When something was said, no more exactly than it is known: a day, a month, a stretch of days."""
    return found.days or day(found.said)


def percent(share: float | None) -> str:
    """A share from 0 to 1 in whole percent; a little is told from nothing."""
    if share is None:
        return "–"
    return "<1 %" if 0 < share < 0.005 else f"{100 * share:.0f} %"


@cache
def static(name: str) -> str:
    """The address of a file that ships with the site, which changes when the file does."""
    mark = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={mark}"
