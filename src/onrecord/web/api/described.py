"""The API told: where it begins, its OpenAPI document, and a page for people that is made from that document.

In: the routes of the API. Out: what there is, for programs and for people, which is always what is served.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.openapi.utils import get_openapi

from onrecord.record.asking.paging import Pages
from onrecord.web import urls
from onrecord.web.api.answers import FAILURES, GIVEN, MOST, Paged, one, router
from onrecord.web.api.documents import documents
from onrecord.web.api.nouns import Address, FoundStatement, Start, Statements
from onrecord.web.api.overview import overview
from onrecord.web.api.speakers import speakers
from onrecord.web.api.statements import statements
from onrecord.web.asked import TheSite
from onrecord.web.failures import KINDS
from onrecord.web.templates import render

start = router()
API_ROUTERS = (start, statements, documents, speakers, overview)
for_people = APIRouter()

VERSION = "1"  # of the API: what programs rely on stays as it is within one
EVERYWHERE = set(Paged.model_fields)  # parameters that every list has: they are told once
ABOUT = "The record of who said what, as JSON. It only reads; what people decide is told on the site's pages."


@dataclass(frozen=True, slots=True)
class Key:
    """A key of an answer or a parameter of a question: its name, what it can be, and what it means."""

    name: str
    values: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One address: what it gives, what can be asked of it, and the keys of each thing that it gives."""

    name: str
    address: str
    about: str
    paged: bool
    asked: tuple[Key, ...]
    given: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPage:
    """What the page about the API shows."""

    base: str
    operations: tuple[Operation, ...]
    failures: tuple[Key, ...]
    example: str
    limits: tuple[int, int] = (GIVEN, MOST)


@start.get("", response_model=Start)
def begin() -> Response:
    """What there is: every address with what it gives."""
    found = openapi()["paths"]
    addresses = [Address(address=path, about=_about(told["get"])) for path, told in found.items()]
    return one(
        Start(
            name="onrecord",
            version=VERSION,
            addresses=addresses,
            openapi=urls.api("/openapi.json"),
            help=urls.api_page(),
        )
    )


@start.get("/openapi.json", include_in_schema=False)
def document() -> Response:
    """The OpenAPI document."""
    return Response(json.dumps(openapi(), ensure_ascii=False), media_type="application/json")


@for_people.get("/api")
def page(request: Request, site: TheSite) -> Response:
    """How the API is asked, for people."""
    rows, _ = Pages(site.record.engine).statements(limit=1)
    example = Statements(items=[FoundStatement.model_validate(row) for row in rows], next=None)
    told = ApiPage(
        base=str(request.base_url).rstrip("/") + urls.API,
        operations=operations(openapi()),
        failures=tuple(
            Key(str(status), KINDS.get(int(status), ""), str(failure["description"]))
            for status, failure in FAILURES.items()
        ),
        example=example.model_dump_json(indent=2),
    )
    return render(request, "api.html", told)


@cache
def openapi() -> dict[str, Any]:
    """The OpenAPI document of the API's routes."""
    routes = [route for each in API_ROUTERS for route in each.routes]
    return get_openapi(title="onrecord", version=VERSION, description=ABOUT, routes=routes)


def operations(document: Mapping[str, Any]) -> tuple[Operation, ...]:
    """The addresses of an OpenAPI document as a page tells them."""
    nouns = document["components"]["schemas"]
    return tuple(
        Operation(
            name=told["get"]["operationId"],
            address=path.removeprefix(urls.API) or "/",
            about=_about(told["get"]),
            paged=any(asked["name"] in EVERYWHERE for asked in told["get"].get("parameters", ())),
            asked=tuple(
                Key(asked["name"], _values(asked["schema"], nouns), asked.get("description", ""))
                for asked in told["get"].get("parameters", ())
                if asked["in"] == "query" and asked["name"] not in EVERYWHERE
            ),
            given=tuple(_keys(told["get"]["responses"]["200"], nouns)),
        )
        for path, told in document["paths"].items()
    )


def _about(told: Mapping[str, Any]) -> str:
    """What an address gives, in a sentence or two."""
    return " ".join(str(told.get("description", "")).split())


def _keys(response: Mapping[str, Any], nouns: Mapping[str, Any]) -> Iterator[Key]:
    """The keys of what an address gives; of a list, those of each of its rows."""
    schema = response["content"].get("application/json", {}).get("schema", {})
    noun = _noun(schema, nouns)
    fields = noun.get("properties", {})
    if "items" in fields:
        fields = _noun(fields["items"]["items"], nouns)["properties"]
    for name, field in fields.items():
        yield Key(name, _values(field, nouns), field.get("description", ""))


def _noun(schema: Mapping[str, Any], nouns: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema itself, where another stands for it."""
    named = schema.get("$ref", "").rpartition("/")[2]
    found: Mapping[str, Any] = nouns[named] if named else schema
    return found


def _values(schema: Mapping[str, Any], nouns: Mapping[str, Any]) -> str:
    """What a value can be, in words: the allowed ones where there are few, else its type."""
    whole = _noun(schema, nouns)
    choices = whole.get("anyOf", ())
    if choices:
        return ", ".join(_values(each, nouns) for each in choices if each.get("type") != "null")
    if "enum" in whole:
        return ", ".join(map(str, whole["enum"]))
    if "const" in whole:
        return str(whole["const"])
    if whole.get("type") == "array":
        return "list"
    if "pattern" in whole:
        return "day, month or year"
    names = {"string": "words", "integer": "number", "boolean": "true, false", "object": "object"}
    return names.get(whole.get("type", ""), str(whole.get("type", "")))
