"""Signing in and out of a site with users."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.web import urls
from onrecord.web.access.door import OwnForm, is_https
from onrecord.web.access.guard import COOKIE
from onrecord.web.access.password_guard import PasswordGuard, TooOften
from onrecord.web.asked import TheSite
from onrecord.web.failures import not_found
from onrecord.web.site import Site
from onrecord.web.templates import render

router = APIRouter()

WRONG = "This name and this password don't go together. Try again."

Typed = Annotated[str, Form()]


@dataclass(frozen=True, slots=True)
class SignIn:
    """The form, with the name that was typed, where to go afterwards, and what was wrong."""

    next: str = ""
    name: str = ""
    problem: str = ""


@router.get("/sign-in")
def form(request: Request, site: TheSite, next: str = "") -> Response:
    """The form; who has signed in already goes on."""
    if site.guard.is_open or request.state.visitor is not None:
        return RedirectResponse(local(next), 303)
    return render(request, "signin.html", SignIn(next=local(next)))


@router.post("/sign-in", dependencies=[OwnForm])
async def sign_in(
    request: Request, site: TheSite, name: Typed = "", password: Typed = "", next: Typed = ""
) -> Response:
    """Begins a session, or says that it can't be."""
    guard = _guard(site)
    typed = SignIn(next=local(next), name=name)
    address = request.client.host if request.client else ""
    try:
        token = await guard.sign_in_in_turn(name, password, address)
    except TooOften as error:
        return _wait(request, typed, math.ceil(error.seconds))
    if token is None:
        return render(request, "signin.html", SignIn(typed.next, typed.name, WRONG), status=401)
    guard.sign_out(request.cookies.get(COOKIE))
    answer = RedirectResponse(typed.next, 303)
    answer.set_cookie(COOKIE, token, httponly=True, samesite="lax", secure=is_https(request))
    return answer


@router.post("/sign-out", dependencies=[OwnForm])
def sign_out(request: Request, site: TheSite) -> Response:
    """Ends a session."""
    _guard(site).sign_out(request.cookies.get(COOKIE))
    answer = RedirectResponse(urls.sign_in(), 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=is_https(request))
    return answer


def local(path: str) -> str:
    """A path of this site to go to; the first page where what is given could lead anywhere else.

    Browsers read "//name" and "/\\name" as other sites, and pass over tabs and line breaks.
    """
    is_ours = path.startswith("/") and path[1:2] not in ("/", "\\") and path.isprintable()
    is_here = path.partition("?")[0] in (urls.sign_in(), urls.sign_out())
    return path if is_ours and "\\" not in path and not is_here else urls.home()


def _guard(site: Site) -> PasswordGuard:
    if not isinstance(site.guard, PasswordGuard):
        raise not_found("Nobody signs in to this site: it has no users.")
    return site.guard


def _wait(request: Request, typed: SignIn, seconds: int) -> Response:
    minutes = math.ceil(seconds / 60)
    soon = f"{seconds} seconds" if seconds < 100 else f"{minutes} minutes"
    problem = f"That was tried too often. Wait {soon}, then try again."
    answer = render(request, "signin.html", SignIn(typed.next, typed.name, problem), status=429)
    answer.headers["Retry-After"] = str(seconds)
    return answer
