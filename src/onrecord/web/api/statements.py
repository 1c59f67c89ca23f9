"""Statements by the API: those that answer a question, those of a speaker, those about somebody, and one."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query, Request, Response
from pydantic import Field

from onrecord.model import Form, Kind, Status
from onrecord.record import Filter, Record
from onrecord.record.asking.citing import citation
from onrecord.record.asking.paging import Pages, Said
from onrecord.record.asking.reading_back import ReadingsBack
from onrecord.web.api.answers import Paged, cursor, day_after, one, page, router
from onrecord.web.api.nouns import FoundStatement, OneStatement, Statements
from onrecord.web.asked import TheSite, statements_with
from onrecord.web.asking import last_day
from onrecord.web.failures import not_found

ANY = "any"
LONGEST = 500  # characters of what is asked
DAY = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

statements = router()


class Narrowed(Paged):
    """What narrows statements, in the words of the record's own filter."""

    q: str = Field("", max_length=LONGEST, description="Words that the content has; quoted ones together.")
    outlet: str | None = Field(None, max_length=LONGEST, description="Who published the document.")
    form: Form | None = Field(None, description="How much of it stands in quotation marks.")
    kind: Kind | None = Field(None, description="Whether it was said, thought or decreed.")
    status: Status | Literal["any"] = Field(
        Status.ASSERTED, description="Whether the document says that it was made; asserted if left out."
    )
    since: str | None = Field(None, pattern=DAY, description="The first day: 2018-07-26, 2018-07 or 2018.")
    until: str | None = Field(None, pattern=DAY, description="The last day, which counts too.")
    anonymous: bool | None = Field(None, description="true: only people without a name; false: only others.")
    min_confidence: float = Field(0.0, ge=0, le=1, description="The least confidence, from 0 to 1.")
    rejected: bool = Field(False, description="Also what people rejected.")
    versions: bool = Field(False, description="Also from earlier versions of documents.")

    def filter(self, *, speaker: str | None = None, about: str | None = None) -> Filter:
        """The same as the record understands it. `speaker` and `about` are names or keys."""
        return Filter(
            speaker=speaker or None,
            about=about or None,
            outlet=self.outlet or None,
            form=self.form.value if self.form else None,
            kind=self.kind.value if self.kind else None,
            status=None if self.status == ANY else str(self.status),
            since=self.since,
            until=last_day(self.until) if self.until else None,
            anonymous=self.anonymous,
            min_confidence=self.min_confidence,
            rejected=self.rejected,
            versions=self.versions,
        )


class Asking(Narrowed):
    """A question for statements."""

    speaker: str | None = Field(
        None, max_length=LONGEST, description="Who said it: a name, part of one, or a key."
    )
    about: str | None = Field(None, max_length=LONGEST, description="Of whom it speaks: a name or a key.")


@statements.get("/statements", response_model=Statements)
def search(request: Request, site: TheSite, asked: Annotated[Asking, Query()]) -> Response:
    """Statements that answer a question, the latest first: those that were made and that nobody rejected."""
    return _listed(request, site.record, asked, asked.filter(speaker=asked.speaker, about=asked.about))


@statements.get("/statements/{id}", response_model=OneStatement)
def statement(site: TheSite, id: str) -> Response:
    """One statement, by its id or by a beginning of it that no other has."""
    first, *others = statements_with(site.record, id)
    document = ReadingsBack(site.record.engine).document(first.document)
    if document is None:
        raise not_found(f"The document of statement {id} was taken out.")
    return one(
        OneStatement(
            statement=FoundStatement.model_validate(first),
            citation=citation(first, document),
            also_in=[other.document for other in others],
        )
    )


@statements.get("/speakers/{key}/statements", response_model=Statements)
def said(request: Request, site: TheSite, key: str, asked: Annotated[Narrowed, Query()]) -> Response:
    """All that one speaker said, alone or with others, the latest first."""
    known(site.record, key)
    return _listed(request, site.record, asked, asked.filter(speaker=key))


@statements.get("/about/{key}/statements", response_model=Statements)
def about(request: Request, site: TheSite, key: str, asked: Annotated[Narrowed, Query()]) -> Response:
    """All that was said about somebody, the latest first."""
    known(site.record, key)
    return _listed(request, site.record, asked, asked.filter(about=key))


def known(record: Record, key: str) -> None:
    """Raises 404 where nobody has this key."""
    if Pages(record.engine).speaker(key) is None:
        raise not_found(f"There is no speaker {key} in the record.")


def _listed(request: Request, record: Record, asked: Narrowed, which: Filter) -> Response:
    """A page of statements."""
    place = day_after(asked.after)
    after = Said(*place) if place else None
    rows, following = Pages(record.engine).statements(asked.q, which, limit=asked.limit, after=after)
    items = [FoundStatement.model_validate(row) for row in rows]
    return page(request, Statements(items=items, next=cursor(following)), cursor(following))
