"""Lets a request in: finds out who asks, sends strangers to sign in, and checks that forms are ours.

In: a request. Out: the request with `state.visitor` and `state.form_token`, or an answer that says why not.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, HTTPException, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from onrecord.web.access.guard import COOKIE, FORM_COOKIE, Role, Visitor, is_token, new_token
from onrecord.web.urls import API, sign_in

STATIC = "/static/"


async def letting_in(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """Middleware: who asks, and the token of his browser."""
    guard = request.app.state.site.guard
    request.state.visitor = guard.visitor(request.cookies.get(COOKIE))
    token = request.cookies.get(FORM_COOKIE)
    request.state.form_token = token or new_token()
    path = request.scope["path"]
    is_static = path.startswith(STATIC)
    if request.state.visitor is None and path != sign_in() and not is_static:
        return _to_sign_in(request)
    response = await go_on(request)
    # Files are kept by whoever passes them on: nobody's token goes with them, nor with answers for programs.
    if token is None and not (is_static or path.startswith(f"{API}/")):
        response.set_cookie(
            FORM_COOKIE, request.state.form_token, httponly=True, samesite="lax", secure=is_https(request)
        )
    return response


def is_https(request: Request) -> bool:
    """Whether cookies may be kept to encrypted ways: whoever is before the site speaks TLS."""
    return request.url.scheme == "https" or bool(request.app.state.reach.is_https)


def _to_sign_in(request: Request) -> Response:
    """What a stranger is answered; after signing in he is where he wanted to be."""
    if request.scope["path"].startswith(f"{API}/"):
        return JSONResponse({"error": {"kind": "sign_in", "message": "Sign in first."}}, 401)
    asked = request.url.query
    wanted = request.scope["path"] + (f"?{asked}" if asked else "") if request.method == "GET" else ""
    return RedirectResponse(sign_in(wanted), 303)


def may(role: Role) -> Callable[[Request], Visitor]:
    """A requirement on routes: that who asks has this role."""

    def check(request: Request) -> Visitor:
        visitor: Visitor | None = request.state.visitor
        if visitor is None:
            raise HTTPException(401, "Sign in first.")
        if visitor.role < role:
            needed, given = role.name.lower(), visitor.role.name.lower()
            raise HTTPException(
                403, f"This needs the role {needed}; yours is {given}. Ask who runs this site for it."
            )
        return visitor

    return check


async def own_form(request: Request) -> None:
    """A requirement on routes: that a form comes from a page of this site."""
    form = await request.form()
    sent = form.get("token")
    if not is_token(sent if isinstance(sent, str) else None, request.cookies.get(FORM_COOKIE)):
        raise HTTPException(
            403,
            "This form is not from a page of this site, or is too old. Open the page again and send it.",
        )


Reviewer = Annotated[Visitor, Depends(may(Role.REVIEWER))]
Admin = Annotated[Visitor, Depends(may(Role.ADMIN))]
OwnForm = Depends(own_form)
