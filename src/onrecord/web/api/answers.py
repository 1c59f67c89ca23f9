"""How the API answers: JSON with an ETag, lists a page at a time, and every failure in one body.

In: models. Out: responses. A page of a list begins after a cursor, which holds a place of the record's and is
nobody else's business.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Coroutine, Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field

from onrecord.exports.characters import json_bytes
from onrecord.web.api.nouns import Error
from onrecord.web.urls import API

MOST = 500  # rows of a page
GIVEN = 100  # rows of a page unless others are asked for
LONGEST_CURSOR = 200  # characters
LARGEST = 2**31 - 1  # of the numbers of rows
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Paged(BaseModel):
    """What every list understands. What nobody understands is refused, so that no slip goes unseen."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    limit: int = Field(GIVEN, ge=1, le=MOST, description="How many rows a page has.")
    after: str | None = Field(
        None, max_length=LONGEST_CURSOR, description="`next` of the page before; left out for the first page."
    )


class _Tagged(APIRoute):
    """A route whose answers say by an ETag what they hold, and which says no more where nothing changed."""

    def get_route_handler(self) -> Handler:
        answer = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            return _unless_known(request, await answer(request))

        return tagged


FAILURES: dict[int | str, dict[str, Any]] = {
    400: {"model": Error, "description": "Something in the question can't be asked: a cursor, a character."},
    401: {"model": Error, "description": "Nobody has signed in."},
    403: {"model": Error, "description": "Who has signed in may not see this."},
    404: {"model": Error, "description": "There is no such thing in the record, or no such address."},
    405: {"model": Error, "description": "The API only reads: GET is its one method."},
    422: {"model": Error, "description": "A parameter is unknown, or its value is not allowed."},
    429: {"model": Error, "description": "Too many questions in too short a time."},
    500: {"model": Error, "description": "A fault of onrecord."},
}
UNCHANGED: dict[int | str, dict[str, Any]] = {
    304: {"description": "Nothing has changed since the answer with the ETag in If-None-Match."}
}


def router() -> APIRouter:
    """A router of the API."""
    return APIRouter(
        prefix=API,
        route_class=_Tagged,
        responses=UNCHANGED | FAILURES,
        generate_unique_id_function=lambda route: route.name,
    )


def one(noun: BaseModel, **headers: str) -> Response:
    """A noun as JSON. Half a character, which UTF-8 can't carry, is written as an escape."""
    return Response(json_bytes(noun.model_dump()), media_type="application/json", headers=headers)


def page(request: Request, noun: BaseModel, following: str | None) -> Response:
    """A page of a list, with a link to the one that begins after `following`."""
    if following is None:
        return one(noun)
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    address = f"{request.url.path}?{urlencode([*asked, ('after', following)])}"
    return one(noun, Link=f'<{address}>; rel="next"')


def cursor(place: Sequence[str | int | None] | int | None) -> str | None:
    """A place of a list as a word that addresses can hold; None where there is no place."""
    if place is None:
        return None
    values = [place] if isinstance(place, int) else list(place)
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def number_after(after: str | None) -> int | None:
    """The number that a cursor holds. Raises 400 for what is no cursor of such a list."""
    values = _values(after, 1)
    return None if values is None else _number(values[0])


def numbers_after(after: str | None) -> tuple[int, int] | None:
    """The two numbers that a cursor holds. Raises 400 for what is no cursor of such a list."""
    values = _values(after, 2)
    return None if values is None else (_number(values[0]), _number(values[1]))


def day_after(after: str | None) -> tuple[str | None, int] | None:
    """The day and the number that a cursor holds. Raises 400 for what is no cursor of such a list."""
    values = _values(after, 2)
    if values is None:
        return None
    day, number = values
    if day is not None and not (isinstance(day, str) and DAY.fullmatch(day)):
        raise _no_cursor()
    return day, _number(number)


def _values(after: str | None, count: int) -> list[Any] | None:
    if after is None:
        return None
    try:
        padded = after.encode("ascii") + b"=" * (-len(after) % 4)
        values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, RecursionError):
        raise _no_cursor() from None
    if not isinstance(values, list) or len(values) != count:
        raise _no_cursor()
    return values


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST:
        raise _no_cursor()
    return value


def _no_cursor() -> HTTPException:
    return HTTPException(
        400,
        "after is no cursor of this list. Give `next` of the page before, or leave it out to begin again.",
    )


def _unless_known(request: Request, response: Response) -> Response:
    """The answer with its ETag, or 304 where whoever asks has the same already."""
    if response.status_code != 200:
        return response
    # Weak: the same answer has other bytes where it is compressed on its way.
    tag = f'W/"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if "*" in known or tag.removeprefix("W/") in known:
        return Response(status_code=304, headers={"ETag": tag})
    response.headers["ETag"] = tag
    return response
