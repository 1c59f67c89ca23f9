"""Documents by the API: which there are, and of each what is known, what was read in it, and its text."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Request, Response
from pydantic import Field

from onrecord.exports.characters import whole
from onrecord.exports.jsonl import json_line
from onrecord.record.asking.paging import Pages
from onrecord.record.asking.reading_back import ReadingsBack
from onrecord.web.api.answers import Paged, cursor, number_after, one, page, router
from onrecord.web.api.nouns import Documents, KeptDocument, ReadingLine
from onrecord.web.asked import TheSite
from onrecord.web.failures import not_found

documents = router()

TEXT: dict[int | str, dict[str, Any]] = {
    200: {"description": "The text.", "content": {"text/plain": {"schema": {"type": "string"}}}}
}


class AskingDocuments(Paged):
    """A question for documents."""

    outlet: str | None = Field(None, max_length=500, description="Who published them, just as it is written.")


@documents.get("/documents", response_model=Documents)
def listed(request: Request, site: TheSite, asked: Annotated[AskingDocuments, Query()]) -> Response:
    """The documents of the record, those that came last first."""
    rows, following = Pages(site.record.engine).documents(
        asked.outlet or None, limit=asked.limit, after=number_after(asked.after)
    )
    items = [KeptDocument.model_validate(row) for row in rows]
    return page(request, Documents(items=items, next=cursor(following)), cursor(following))


@documents.get("/documents/{key}", response_model=KeptDocument)
def document(site: TheSite, key: str) -> Response:
    """One document without its text."""
    row = site.record.questions.document(key)
    if row is None:
        raise _none(key)
    return one(KeptDocument.model_validate(row))


@documents.get("/documents/{key}/reading", response_model=ReadingLine)
def reading(
    site: TheSite,
    key: str,
    decided: Annotated[
        bool, Query(description="With what people set right in place of what was read.")
    ] = False,
) -> Response:
    """All that was read in a document: the very line that onrecord read --format jsonl prints."""
    found = ReadingsBack(site.record.engine).reading(key, decided=decided)
    if found is None:
        raise _none(key)
    return Response(json_line(found), media_type="application/json")


@documents.get("/documents/{key}/text", response_class=Response, responses=TEXT)
def text(site: TheSite, key: str) -> Response:
    """The text of a document, in which all places are counted."""
    found = site.record.questions.text(key)
    if found is None:
        raise _none(key)
    return Response(whole(found).encode(), media_type="text/plain; charset=utf-8")


def _none(key: str) -> Exception:
    return not_found(f"There is no document {key} in the record.")
