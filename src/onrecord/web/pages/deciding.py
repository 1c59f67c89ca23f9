"""What a reviewer decides, as forms: accept, reject, set right, add, complete, undo.

In: a form of a page of the review. Out: a judgement, and the way to the next statement; or the same page with
what was typed, and why it could not be kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.errors import Cause, StopRun
from onrecord.model import Span
from onrecord.record import Found
from onrecord.record.judging.judgements import Entry
from onrecord.record.judging.queue import Queues
from onrecord.record.sampling.samples import Samples
from onrecord.web import urls
from onrecord.web.access.door import OwnForm, Reviewer
from onrecord.web.asked import TheSite
from onrecord.web.editing import ROLES, places_typed
from onrecord.web.failures import not_found
from onrecord.web.pages.review import (
    Asked,
    Number,
    TheAhead,
    TheQueue,
    Typed,
    near_of,
    next_paragraph,
    onward,
    show_paragraph,
    show_statement,
)
from onrecord.web.site import Site

router = APIRouter(dependencies=[OwnForm])

DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
LOOKED_AT = 200  # judgements among which a reviewer's last one is looked for
UNDONE_HERE = ("accept", "reject", "change", "add", "complete")
Words = Annotated[str, Form(max_length=4_000, pattern=r"^[^\x00]*$")]


@router.post("/review/undo")
def undo(site: TheSite, visitor: Reviewer, asked: TheQueue, at: Words = "") -> Response:
    """Takes the reviewer's last judgement back, and leads to what it was about."""
    last = _last_of(site, visitor.name)
    # A browser that is sent to "//…" would go to another host.
    back = at if re.fullmatch(r"/review(?:/[\w./-]*)?", at, re.ASCII) else urls.review()
    if last is None:
        return RedirectResponse(urls.with_query(back, asked.query | {"did": "nothing"}), 303)
    site.record.judgements.undo(last.number, by=visitor.name)
    if last.action == "complete":
        return RedirectResponse(urls.drawn(int(last.detail["sample"]), did="undone"), 303)
    if last.action == "add":
        return RedirectResponse(urls.with_query(back, asked.query | {"did": "undone"}), 303)
    return RedirectResponse(urls.review(last.statement, **asked.query, did="undone"), 303)


@router.post("/review/add")
def add(
    request: Request,
    site: TheSite,
    visitor: Reviewer,
    asked: TheQueue,
    document: Words,
    statement: Words = "",
    content: Words = "",
    source: Words = "",
    cue: Words = "",
    speaker: Words = "",
    speaker_key: Words = "",
    unnamed: bool = Form(default=False),
) -> Response:
    """Adds a statement that the reader missed."""
    text = site.record.questions.text(document)
    if text is None:
        raise not_found(f"There is no document {document} in the record.")
    typed = {"content": content, "source": source, "cue": cue}
    near = _near(site, visitor.name, asked, statement, text)
    try:
        places = {role: places_typed(typed[role], text, near) for role in ROLES}
        if not places["content"]:
            raise StopRun(Cause.INPUT, "A statement needs content: mark the words that were said.")
        site.record.judgements.add(
            document,
            by=visitor.name,
            content=places["content"],
            source=places["source"],
            cue=places["cue"],
            speaker=_named(speaker, speaker_key, unnamed=unnamed),
            unnamed=unnamed,
        )
    except StopRun as error:
        fields = typed | {
            "speaker": speaker, "speaker_key": speaker_key, "unnamed": "yes" if unnamed else "",
        }  # fmt: skip
        return _again(request, site, asked, statement, Typed(error.message, "missed", fields))
    return RedirectResponse(_here(asked, statement, "added"), 303)


@router.post("/review/paragraph/{number}/complete")
def complete(request: Request, site: TheSite, visitor: Reviewer, number: Number) -> Response:
    """Marks a drawn paragraph as judged completely, and goes on to the next."""
    Samples(site.record.engine).complete(number, by=visitor.name)
    return RedirectResponse(next_paragraph(visitor, Queues(site.record.engine), number, did="complete"), 303)


@router.post("/review/{id}/accept")
def accept(site: TheSite, visitor: Reviewer, ahead: TheAhead, asked: TheQueue, id: str) -> Response:
    """Decides that a statement is right, and goes on."""
    site.record.judgements.accept(id, by=visitor.name)
    return RedirectResponse(onward(visitor, site, ahead, asked, id, "accepted"), 303)


@router.post("/review/{id}/reject")
def reject(site: TheSite, visitor: Reviewer, ahead: TheAhead, asked: TheQueue, id: str) -> Response:
    """Decides that a statement is wrong, and goes on."""
    site.record.judgements.reject(id, by=visitor.name)
    return RedirectResponse(onward(visitor, site, ahead, asked, id, "rejected"), 303)


@router.post("/review/{id}/words")
def words(
    request: Request, site: TheSite, visitor: Reviewer, asked: TheQueue, id: str,
    content: Words = "", source: Words = "", cue: Words = "",
) -> Response:  # fmt: skip
    """Sets right which words are source, cue and content. A place that is left empty stays as it is."""
    typed = {"content": content, "source": source, "cue": cue}

    def changes(found: Found) -> dict[str, Any]:
        text = site.record.questions.text(found.document) or ""
        near = _around(text, near_of(found))
        places = {role: places_typed(typed[role], text, near) for role in ROLES}
        gone = [role for role in ROLES if not places[role] and getattr(found, role)]
        if gone:
            raise StopRun(
                Cause.INPUT, f"The {gone[0]} can't be left out: change its words, or reject the statement."
            )
        return {role: spans for role, spans in places.items() if spans != getattr(found, role)}

    return _change(request, site, visitor.name, asked, id, Typed(form="words", fields=typed), changes)


@router.post("/review/{id}/speaker")
def speaker(
    request: Request, site: TheSite, visitor: Reviewer, asked: TheQueue, id: str,
    speaker: Words = "", speaker_key: Words = "", unnamed: bool = Form(default=False),
) -> Response:  # fmt: skip
    """Sets right who said it."""
    fields = {"speaker": speaker, "speaker_key": speaker_key, "unnamed": "yes" if unnamed else ""}

    def changes(found: Found) -> dict[str, Any]:
        named = _named(speaker, speaker_key, unnamed=unnamed)
        if named is None and not unnamed:
            raise StopRun(Cause.INPUT, "Give the speaker's name, or say that nobody is known by name.")
        return {"speaker": named} | ({"unnamed": True} if unnamed else {})

    return _change(request, site, visitor.name, asked, id, Typed(form="speaker", fields=fields), changes)


@router.post("/review/{id}/addressee")
def addressee(
    request: Request, site: TheSite, visitor: Reviewer, asked: TheQueue, id: str, addressee: Words = ""
) -> Response:
    """Sets right to whom it was said."""

    def changes(found: Found) -> dict[str, Any]:
        if not addressee.strip():
            raise StopRun(Cause.INPUT, "Give the name of whom it was said to, as the text has it.")
        return {"addressee": addressee.strip()}

    typed = Typed(form="addressee", fields={"addressee": addressee})
    return _change(request, site, visitor.name, asked, id, typed, changes)


@router.post("/review/{id}/day")
def day(
    request: Request, site: TheSite, visitor: Reviewer, asked: TheQueue, id: str,
    when_start: Words = "", when_end: Words = "",
) -> Response:  # fmt: skip
    """Sets right when it was said."""

    def changes(found: Found) -> dict[str, Any]:
        first, last = _day(when_start), _day(when_end)
        if first is None:
            raise StopRun(
                Cause.INPUT, "Give the day as 2018-07-26, or a month as 2018-07, or a year as 2018."
            )
        if last is not None and last < first:
            raise StopRun(Cause.INPUT, f"The last day, {last}, is before the first one, {first}.")
        return {"when_start": first, "when_end": last or first}

    typed = Typed(form="day", fields={"when_start": when_start, "when_end": when_end})
    return _change(request, site, visitor.name, asked, id, typed, changes)


@router.post("/review/{id}/status")
def status(
    request: Request, site: TheSite, visitor: Reviewer, asked: TheQueue, id: str, status: Words = ""
) -> Response:
    """Sets right whether it was said at all."""

    def changes(found: Found) -> dict[str, Any]:
        return {} if status == found.status else {"status": status}

    typed = Typed(form="status", fields={"status": status})
    return _change(request, site, visitor.name, asked, id, typed, changes)


def _change(
    request: Request,
    site: Site,
    by: str,
    asked: Asked,
    id: str,
    typed: Typed,
    changes: Callable[[Found], dict[str, Any]],
) -> Response:
    """Sets a statement right; where it can't be, shows the page again with what was typed."""
    rows = site.record.questions.statement(id)
    if not rows:
        raise not_found(f"There is no statement {id} in the record.")
    try:
        wanted = changes(rows[0])
        if wanted:
            site.record.judgements.change(rows[0].id, by=by, **wanted)
    except StopRun as error:
        return show_statement(request, site, asked, id, typed=Typed(error.message, typed.form, typed.fields))
    return RedirectResponse(_here(asked, id, "changed" if wanted else ""), 303)


def _here(asked: Asked, statement: str, did: str) -> str:
    """The address of the page that a form was on."""
    if statement:
        return urls.review(statement, **asked.query, did=did or None)
    if asked.paragraph is not None:
        return urls.drawn(asked.paragraph, did=did or None)
    return urls.review()


def _again(request: Request, site: Site, asked: Asked, statement: str, typed: Typed) -> Response:
    """The page that a form was on, with what was typed."""
    if statement or asked.paragraph is None:
        return show_statement(request, site, asked, statement, typed=typed)
    return show_paragraph(request, site, asked.paragraph, typed=typed)


def _near(site: Site, by: str, asked: Asked, statement: str, text: str) -> Span:
    """Where words that were missed are looked for first: around the statement, or the drawn paragraph."""
    found = next(iter(site.record.questions.statement(statement)), None) if statement else None
    if found is not None:
        return _around(text, near_of(found))
    drawn = Queues(site.record.engine).paragraph(asked.paragraph, by=by) if asked.paragraph else None
    return drawn.span if drawn else Span(0, len(text))


def _around(text: str, span: Span) -> Span:
    """The lines of a text in which a stretch stands."""
    start, end = text.rfind("\n", 0, span.start), text.find("\n", span.end)
    return Span(start + 1, len(text) if end < 0 else end)


def _named(speaker: str, key: str, *, unnamed: bool) -> str | None:
    """Who was chosen: by his key, or else by the name that was typed."""
    return (None if unnamed else key.strip() or None) or speaker.strip() or None


def _day(typed: str) -> str | None:
    """A day, a month or a year as it was typed. Raises `StopRun` where it is none."""
    typed = typed.strip()
    if not typed:
        return None
    found = DAY.fullmatch(typed)
    try:
        if found is None:
            raise ValueError("it is not written so")
        date(*(int(part or 1) for part in found.groups()))
    except ValueError as error:
        raise StopRun(
            Cause.INPUT, f"“{typed}” is no day such as 2018-07-26, month (2018-07) or year (2018): {error}."
        ) from None
    return typed


def _last_of(site: Site, by: str) -> Entry | None:
    """A reviewer's last judgement that stands and that is made on these pages."""
    entries = site.record.judgements.latest(limit=LOOKED_AT, by=by)
    return next(
        (
            entry
            for entry in entries
            if entry.action in UNDONE_HERE and not entry.undone and entry.part_of is None
        ),
        None,
    )
