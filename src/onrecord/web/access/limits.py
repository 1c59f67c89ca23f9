"""How much may be sent at once: more is refused before it is taken into memory.

In: a request. Out: the request, or an answer with status 413, either at once where its length is told, or
as soon as it has become too long.
"""

from __future__ import annotations

from fastapi import HTTPException, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web import failures
from onrecord.web.access.reach import MEGABYTE, Reach
from onrecord.web.urls import API

ARTICLES = ("/add", "/read")  # where articles are sent to


class Limited:
    """Middleware around the pages. It stands inside all others, so that pages meet what it raises."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request through that is not too long, and counts what comes in."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        most = most_of(request.app.state.reach, request.scope["path"])
        if told_length(request) > most:
            await failures.answer(request, 413, _too_large(most))(scope, receive, send)
            return
        come = 0

        async def counted() -> Message:
            nonlocal come
            message = await receive()
            come += len(message.get("body", b""))
            if come > most:
                raise HTTPException(413, _too_large(most))
            return message

        await self.app(scope, counted, send)


def most_of(reach: Reach, path: str) -> int:
    """The most bytes that may be sent to a path."""
    return reach.upload if path in ARTICLES or path.startswith(f"{API}/") else reach.form


def told_length(request: Request) -> int:
    """How many bytes a request says that it brings; 0 where it does not say."""
    told = request.headers.get("content-length", "")
    return int(told) if told.isascii() and told.isdigit() else 0


def _too_large(most: int) -> str:
    return f"That is too much at once: {most / MEGABYTE:,.1f} MB are the most. Send less, or in parts."
