"""Lets a request in: finds out who asks, sends strangers to sign in, and checks that forms are ours.

In: a request. Out: the request with `state.visitor` and `state.form_token`, or an answer that says why not.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.web.access.guard import COOKIE, FORM_COOKIE, Role, Visitor, is_token, new_token
from onrecord.web.urls import with_query

FREE = ("/static/", "/sign-in")  # for everybody


async def letting_in(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """Middleware: who asks, and the token of his browser."""
    guard = request.app.state.site.guard
    request.state.visitor = guard.visitor(request.cookies.get(COOKIE))
    token = request.cookies.get(FORM_COOKIE)
    request.state.form_token = token or new_token()
    path = request.url.path
    if request.state.visitor is None and not path.startswith(FREE):
        if path.startswith("/api/"):
            return Response('{"error": {"kind": "sign_in", "message": "Sign in first."}}', 401,
                            media_type="application/json")  # fmt: skip
        return RedirectResponse(with_query("/sign-in", {"next": path}), 303)
    response = await go_on(request)
    if token is None:
        response.set_cookie(
            FORM_COOKIE, request.state.form_token, httponly=True, samesite="strict",
            secure=request.url.scheme == "https",
        )  # fmt: skip
    return response


def may(role: Role) -> Callable[[Request], Visitor]:
    """A requirement on routes: that who asks has this role."""

    def check(request: Request) -> Visitor:
        visitor: Visitor = request.state.visitor
        if visitor.role < role:
            raise HTTPException(403, f"This needs the role {role.name.lower()}; yours is another.")
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
