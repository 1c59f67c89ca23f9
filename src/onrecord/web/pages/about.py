"""The page of a subject: who says what about somebody, and which names are put on him, in whose voice."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from onrecord.record.asking.subjects import Card, Subject, Subjects
from onrecord.web import urls
from onrecord.web.asked import TheSite
from onrecord.web.failures import not_found
from onrecord.web.looks import Look, look_of, looks_of
from onrecord.web.templates import render
from onrecord.web.timeline import Timeline, timeline

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Shown:
    """A card with its look, the name to show, and where all of its statements are."""

    card: Card
    look: Look
    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """What the page of a subject shows."""

    subject: Subject
    look: Look
    times: Timeline
    cards: list[Shown]


@router.get("/about/{key:path}")
def show(request: Request, site: TheSite, key: str) -> Response:
    """All that was said about somebody."""
    subject = Subjects(site.record.engine).subject(key)
    if subject is None:
        raise not_found(f"There is nobody and nothing with the key {key} in the record.")
    own = subject.who.key
    looks = looks_of((card.key, card.type) for card in subject.cards if card.key)
    page = AboutPage(
        subject=subject,
        look=look_of(own, type=subject.who.type),
        times=timeline(
            subject.months,
            total=subject.statements,
            says=f"Statements about {subject.who.name} over time",
            css="quiet",
            address=lambda iso: urls.search(about=own, since=iso, until=iso),
        ),
        cards=[_shown(card, own, looks) for card in subject.cards],
    )
    return render(request, "about.html", page)


def _shown(card: Card, about: str, looks: dict[str, Look]) -> Shown:
    if card.key:
        return Shown(card, looks[card.key], card.name, urls.search(about=about, speaker=card.key))
    if card.unnamed:
        address = urls.search(about=about, unnamed="yes")
        return Shown(card, Look(None, unnamed=True), "people without a name", address)
    return Shown(card, Look(None), "no speaker found", "")
