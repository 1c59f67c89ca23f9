"""Review, one statement a screen: where it stands, what was read of it, and what can be decided.

In: a queue, and one of its statements. Out: pages. What a reviewer decides is for `deciding`; all of it is
plain forms, for which a script knows keys.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from onrecord.model import Document, Reading, Span, Spans
from onrecord.model.lines import Line, lines
from onrecord.model.span import hull
from onrecord.record import Found, keys_of
from onrecord.record.asking.reading_back import ReadingsBack
from onrecord.record.judging.judgements import Entry
from onrecord.record.judging.queue import MOST, Ahead, Drawn, Queue, Queues
from onrecord.web import urls
from onrecord.web.access.guard import Visitor
from onrecord.web.asked import TheSite, statements_with
from onrecord.web.editing import ROLES, Editable, editable, places_words
from onrecord.web.failures import not_found
from onrecord.web.looks import NOBODY, Look, look_of
from onrecord.web.site import Site
from onrecord.web.templates import render

router = APIRouter()

SUGGESTED = 8  # speakers that a typed name may stand for
CHOICES = (Queue.UNSURE, Queue.DISPUTED, Queue.SAMPLE, Queue.UNJUDGED)
# What was done, as the next page tells it.
DID = {
    "accepted": "Accepted.",
    "rejected": "Rejected.",
    "changed": "Set right.",
    "added": "Added.",
    "complete": "The paragraph is complete.",
    "undone": "Undone.",
    "nothing": "There is nothing of yours to undo.",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The queue in which somebody reviews, with its document or drawn paragraph."""

    queue: Queue
    document: str = ""
    paragraph: int | None = None

    @property
    def query(self) -> dict[str, str | None]:
        """As it is told in addresses."""
        number = None if self.paragraph is None else str(self.paragraph)
        return {"queue": self.queue.value, "document": self.document or None, "paragraph": number}


def _asked(
    queue: Queue | None = None,
    document: Annotated[str, Query(max_length=40)] = "",
    paragraph: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> Asked:
    return Asked(queue or (Queue.DOCUMENT if document else Queue.UNSURE), document, paragraph)


def _ahead(request: Request, site: TheSite) -> Ahead:
    """What comes next in the queues, remembered as long as the site runs."""
    state = request.app.state
    if not hasattr(state, "ahead"):
        state.ahead = Ahead(Queues(site.record.engine))
    ahead: Ahead = state.ahead
    return ahead


Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
TheQueue = Annotated[Asked, Depends(_asked)]
TheAhead = Annotated[Ahead, Depends(_ahead)]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be the speaker, with his key where the record knows him by one."""

    name: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed into a form that could not be kept: why, which form, and its fields."""

    problem: str = ""
    form: str = ""
    fields: dict[str, str] = field(default_factory=dict)

    def get(self, form: str, name: str, otherwise: str = "") -> str:
        """What a field is to hold."""
        return self.fields.get(name, "") if form == self.form else otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The choice of a queue; counts are `MOST` + 1 for more. In `ended` nothing is left."""

    counts: dict[Queue, int]
    ended: Queue | None
    did: str
    most: int = MOST


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every page of the review shows: the queue, the words to be marked, and what was just done."""

    asked: Asked
    document: Document
    key: str
    paragraphs: list[Editable]
    people: list[Person]
    typed: Typed
    did: str
    drawn: Drawn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """A statement to be judged. `line` tells what was read of it, None where no reading has it any more."""

    desk: Desk
    found: Found
    line: Line | None
    look: Look
    places: dict[str, str]
    words: dict[str, str]
    entries: list[Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphPage:
    """A drawn paragraph, and the statements that begin in it."""

    desk: Desk
    drawn: Drawn
    statements: list[Found]
    look: Look = NOBODY


@router.get("/review")
def start(
    request: Request, site: TheSite, ahead: TheAhead, queue: Queue | None = None, document: str = "",
    did: str = "", ended: bool = False,
) -> Response:  # fmt: skip
    """The next statement of a queue, or the choice of one."""
    asked = _asked(queue, document)
    if (queue or document) and not ended:
        address = _begin(request.state.visitor, ahead, Queues(site.record.engine), asked)
        if address is not None:
            return RedirectResponse(address, 303)
    queues = Queues(site.record.engine)
    page = Start(
        counts={one: queues.count(one) for one in CHOICES},
        ended=asked.queue if queue or document else None,
        did=DID.get(did, ""),
    )
    return render(request, "review.html", page)


@router.get("/review/speakers")
def speakers(site: TheSite, q: Annotated[str, Query(max_length=100)] = "") -> Response:
    """The speakers whom a typed name may stand for."""
    rows = site.record.questions.speakers(q, limit=SUGGESTED) if q.strip() else []
    return JSONResponse(
        [{"key": row.key, "name": row.name, "statements": row.statements, "type": row.type} for row in rows]
    )


@router.get("/review/paragraph/{number}")
def paragraph(request: Request, site: TheSite, number: Number, did: str = "") -> Response:
    """A drawn paragraph: what was found in it, what was missed, and whether that is all."""
    return show_paragraph(request, site, number, did=did)


@router.get("/review/paragraph/{number}/next")
def after_paragraph(site: TheSite, number: Number, request: Request) -> Response:
    """The drawn paragraph that is to be judged after one."""
    return RedirectResponse(next_paragraph(request.state.visitor, Queues(site.record.engine), number), 303)


@router.get("/review/{id}")
def show(request: Request, site: TheSite, asked: TheQueue, id: str, did: str = "") -> Response:
    """A statement to be judged."""
    return show_statement(request, site, asked, id, did=did)


@router.get("/review/{id}/next")
def after(request: Request, site: TheSite, ahead: TheAhead, asked: TheQueue, id: str) -> Response:
    """The statement that comes after one, which stays as it is."""
    return RedirectResponse(onward(request.state.visitor, site, ahead, asked, id), 303)


def show_statement(
    request: Request, site: Site, asked: Asked, id: str, *, did: str = "", typed: Typed | None = None
) -> Response:
    """The page of a statement; with what was typed where that could not be kept."""
    found = statements_with(site.record, id)[0]
    reading = ReadingsBack(site.record.engine).reading(found.document, decided=True)
    if reading is None:
        raise not_found(f"The document of statement {id} has no reading.")
    places: dict[str, Spans] = {role: getattr(found, role) for role in ROLES}
    drawn = (
        Queues(site.record.engine).paragraph(asked.paragraph, by=request.state.visitor.name)
        if asked.paragraph is not None
        else None
    )
    page = ReviewPage(
        desk=_desk(asked, reading, found.document, places, None, drawn, did, typed),
        found=found,
        line=next((line for line in lines(reading) if line.stmt.id == found.id), None),
        look=look_of(found.speaker, type=found.speaker_type),
        places={role: places_words(spans) for role, spans in places.items()},
        words={role: getattr(found, f"{role}_words") for role in ROLES},
        entries=site.record.judgements.entries(found.id),
    )
    return render(request, "review_statement.html", page, status=422 if typed else 200)


def show_paragraph(
    request: Request, site: Site, number: int, *, did: str = "", typed: Typed | None = None
) -> Response:
    """The page of a drawn paragraph; with what was typed where that could not be kept."""
    drawn = Queues(site.record.engine).paragraph(number, by=request.state.visitor.name)
    reading = ReadingsBack(site.record.engine).reading(drawn.document, decided=True) if drawn else None
    if drawn is None or reading is None:
        raise not_found(f"There is no drawn paragraph {number} in the record.")
    begun = set(drawn.begun)
    statements = [row for row in site.record.questions.in_document(drawn.document) if row.id in begun]
    right = [row for row in statements if row.verdict != "rejected"]
    places = {role: tuple(span for row in right for span in getattr(row, role)) for role in ROLES}
    asked = Asked(Queue.SAMPLE, paragraph=number)
    page = ParagraphPage(
        desk=_desk(asked, reading, drawn.document, places, drawn.span, drawn, did, typed),
        drawn=drawn,
        statements=statements,
    )
    return render(request, "review_paragraph.html", page, status=422 if typed else 200)


def onward(visitor: Visitor, site: Site, ahead: Ahead, asked: Asked, id: str, did: str = "") -> str:
    """The address of what comes after a statement in its queue."""
    query = asked.query | {"did": did or None}
    if asked.queue is Queue.SAMPLE and asked.paragraph is not None:
        drawn = Queues(site.record.engine).paragraph(asked.paragraph, by=visitor.name)
        later = drawn.begun[drawn.begun.index(id) + 1 :] if drawn and id in drawn.begun else ()
        left = [one for one in later if drawn and one in drawn.left]
        return urls.review(left[0], **query) if left else urls.drawn(asked.paragraph, did=did or None)
    following = ahead.next(asked.queue, by=visitor.name, document=asked.document, after=id)
    return urls.review(following, **query) if following else urls.review(None, **query, ended="true")


def next_paragraph(visitor: Visitor, queues: Queues, number: int | None, did: str = "") -> str:
    """The address of the drawn paragraph after one: of the first statement in it that is left, if any."""
    following = queues.next_paragraph(number)
    if following is None:
        return urls.review(None, queue=Queue.SAMPLE.value, ended="true", did=did or None)
    drawn = queues.paragraph(following, by=visitor.name)
    if drawn is None or not drawn.left:
        return urls.drawn(following, did=did or None)
    asked = Asked(Queue.SAMPLE, paragraph=following)
    return urls.review(drawn.left[0], **asked.query, did=did or None)


def _begin(visitor: Visitor, ahead: Ahead, queues: Queues, asked: Asked) -> str | None:
    """The address of the first statement of a queue; None where nothing is left."""
    if asked.queue is Queue.SAMPLE:
        return next_paragraph(visitor, queues, None) if queues.next_paragraph() is not None else None
    if asked.queue is Queue.DOCUMENT:
        first = queues.first_unjudged(asked.document)
    else:
        first = ahead.next(asked.queue, by=visitor.name)
    return urls.review(first, **asked.query) if first else None


def _desk(
    asked: Asked, reading: Reading, key: str, places: dict[str, Spans], within: Span | None,
    drawn: Drawn | None, did: str, typed: Typed | None,
) -> Desk:  # fmt: skip
    return Desk(
        asked=asked,
        document=reading.document,
        key=key,
        paragraphs=editable(reading.document, places, within),
        people=_people(reading, key),
        typed=typed or Typed(),
        did=DID.get(did, ""),
        drawn=drawn,
    )


def _people(reading: Reading, key: str) -> list[Person]:
    """Who may have said something in an article: those who speak in it most come first.

    Whoever speaks or is spoken to is known to the record by a key; others by their names alone.
    """
    keys = keys_of(reading.entities, key)
    speak = Counter(stmt.speaker.entity for stmt in reading.statements if stmt.speaker)
    known = {*speak, *(one.entity for stmt in reading.statements for one in stmt.addressee)}
    people = sorted(reading.entities, key=lambda entity: -speak[entity.id])
    return [
        Person(entity.name, keys[entity.id] if entity.id in known and entity.mentions else "")
        for entity in people
    ]


def near_of(found: Found) -> Span:
    """The stretch of a text around a statement, in which words are looked for first."""
    return hull([*found.source, *found.cue, *found.content])
