"""What a visitor is told when something can't be done: a page that says what and why, or one body of JSON.

In: an exception. Out: an answer with a status. Nothing of the program's inside is shown.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as AnyHTTPException

from onrecord.errors import OnrecordError, StopRun
from onrecord.web.templates import render

KINDS = {
    400: "bad_request", 401: "sign_in", 403: "forbidden", 404: "not_found", 405: "method", 413: "too_large",
    422: "bad_request", 429: "too_many", 500: "failed",
}  # fmt: skip
HEADS = {
    403: "Not for you", 404: "Not here", 405: "Not this way", 413: "Too large", 429: "Too often",
    500: "That went wrong",
}  # fmt: skip
OURS = "This is a fault of onrecord. What you did before is not lost; please report it."
log = logging.getLogger("onrecord.web")


@dataclass(frozen=True, slots=True)
class Told:
    """What a page of this kind says."""

    head: str
    message: str


def bad_request(why: str) -> HTTPException:
    """The answer where what is asked can't be asked."""
    return HTTPException(400, why)


def not_found(what: str) -> HTTPException:
    """The answer where nothing is at an address."""
    return HTTPException(404, what)


def refuse_nul(request: Request) -> None:
    """A requirement on routes: no U+0000 in the address, which is in no text and which PostgreSQL refuses."""
    if "\0" in request.scope["path"] or "%00" in request.url.query:
        raise HTTPException(400, "The address holds the character U+0000, which no text has. Leave it out.")


def handle(app: FastAPI) -> None:
    """Has an application tell failures in this way."""

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, AnyHTTPException)
        message = str(error.detail)
        if message == "Not Found":
            message = f"There is nothing at {request.scope['path']}."
        if message == "Method Not Allowed":
            allowed = (error.headers or {}).get("Allow")
            message = f"{request.method} can't be done here; what can is {allowed}."
        response = answer(request, error.status_code, message)
        response.headers.update(error.headers or {})  # of a 405: what is allowed
        return response

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        place = first["loc"][-1] if first["loc"] else "it"
        why = "nothing here is asked by this name" if first["type"] == "extra_forbidden" else first["msg"]
        return answer(request, 422, f"{place}: {why}.")

    async def known(request: Request, error: Exception) -> Response:
        message = error.message if isinstance(error, StopRun) else str(error)
        return answer(request, 400, message)

    app.add_exception_handler(AnyHTTPException, http)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(OnrecordError, known)
    app.add_exception_handler(Exception, unforeseen)


def unforeseen(request: Request, error: Exception) -> Response:
    """The answer to what nobody thought of; its cause goes to whoever runs the site."""
    log.error("%s %s", request.method, request.scope["path"], exc_info=error)
    return answer(request, 500, OURS)


def answer(request: Request, status: int, message: str) -> Response:
    """A page, or JSON for the API."""
    if request.scope["path"].startswith("/api/"):
        body = {"error": {"kind": KINDS.get(status, "failed"), "message": message}}
        return JSONResponse(body, status_code=status)
    return render(
        request, "failure.html", Told(HEADS.get(status, "That can't be done"), message), status=status
    )
