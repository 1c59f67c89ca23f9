"""The page of one speaker: what he said, when, about whom and where; and who else in the record he is.

What people decide here about who is one with whom are judgements, which are undone as any other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from onrecord.errors import Cause, StopRun
from onrecord.model import Form as StatementForm
from onrecord.record import Filter, Found, Record
from onrecord.record.asking.profiles import Counted, Profile, Profiles
from onrecord.web import urls
from onrecord.web.access.door import OwnForm, Reviewer
from onrecord.web.asked import After, TheSite
from onrecord.web.drawing import Part, measure, parted
from onrecord.web.failures import not_found
from onrecord.web.looks import Look, look_of
from onrecord.web.site import Pair, Site
from onrecord.web.templates import render
from onrecord.web.timeline import Timeline, timeline

A_PAGE = 20
OUTLETS = 12  # that are shown; the others are found by a search

SEVERAL = 6  # speakers who are told where a name may mean several

router = APIRouter()

# No word of a form holds U+0000, which PostgreSQL refuses.
FormWord = Annotated[str, Form(max_length=200, pattern=r"^[^\x00]*$")]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list with a count: its words, where it leads to, and its bar."""

    words: str
    address: str
    count: int
    bar: Markup


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody who may be the same: why, and how much he said."""

    key: str
    name: str
    statements: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A merge that stands: its number, whom it made one by name, by whom and when."""

    number: int
    names: tuple[str, str]
    by: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What is drawn of a speaker, in his colour."""

    look: Look
    times: Timeline
    forms: Markup
    outlets: list[Row]
    about: list[Row]
    addressees: list[Row]
    called: list[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerPage:
    """What the page of a speaker shows. `others` are None where nobody asked who else he may be."""

    profile: Profile
    drawn: Drawn
    answers: list[tuple[Found, Look]]
    merges: list[Standing]
    others: list[Other] | None
    after: int
    more: bool

    @property
    def key(self) -> str:
        """The key under which all of his stands."""
        return self.profile.who.key


@router.get("/speakers/{key:path}")
def show(request: Request, site: TheSite, key: str, suggest: str = "", after: After = 0) -> Response:
    """A speaker, under any of his keys."""
    page = site.remembered.get(site.record, ("speaker", key, after), lambda: _page(site.record, key, after))
    if page is None:
        raise not_found(f"There is no speaker {key} in the record.")
    if suggest == "yes":
        page = replace(page, others=_others(site, page.profile))
    return render(request, "speaker.html", page)


@router.post("/speakers/merge", dependencies=[OwnForm])
def merge(site: TheSite, visitor: Reviewer, key: FormWord, into: FormWord) -> Response:
    """Decides that two are one."""
    site.record.judgements.merge(key, into, by=visitor.name)
    return RedirectResponse(urls.speaker(into), 303)


@router.post("/speakers/same", dependencies=[OwnForm])
def same(site: TheSite, visitor: Reviewer, key: FormWord, name: FormWord) -> Response:
    """Decides that a speaker is somebody whom a person names: by a key, or a name that only one has."""
    found = [one for one in site.record.questions.speakers(name, limit=SEVERAL) if one.key != key]
    just_so = [one for one in found if name in (one.key, one.name)]
    if len(just_so or found) != 1:
        told = ", ".join(f"{one.name} ({one.key})" for one in found) or "nobody"
        raise StopRun(Cause.INPUT, f"{name!r} may be: {told}. Give the key of the one whom you mean.")
    into = (just_so or found)[0].key
    site.record.judgements.merge(key, into, by=visitor.name)
    return RedirectResponse(urls.speaker(into), 303)


@router.post("/speakers/apart", dependencies=[OwnForm])
def apart(site: TheSite, visitor: Reviewer, key: FormWord, other: FormWord) -> Response:
    """Decides that two are not one."""
    site.record.judgements.apart(key, other, by=visitor.name)
    return RedirectResponse(urls.speaker(key, suggest="yes"), 303)


@router.post("/speakers/split", dependencies=[OwnForm])
def split(
    site: TheSite, visitor: Reviewer, key: FormWord, outlet: FormWord, name: FormWord, word: FormWord = ""
) -> Response:
    """Decides that what somebody said in one outlet was said by another one, who is shown then."""
    _, other, _ = site.record.judgements.split(
        key, name.strip(), by=visitor.name, word=word.strip() or None, outlet=outlet
    )
    return RedirectResponse(urls.speaker(other), 303)


@router.post("/speakers/undo", dependencies=[OwnForm])
def undo(site: TheSite, visitor: Reviewer, key: FormWord, number: Annotated[int, Form()]) -> Response:
    """Takes back that a speaker is one with another."""
    profile = Profiles(site.record.engine).profile(key)
    if profile is None or number not in {one.number for one in profile.merges}:
        raise StopRun(
            Cause.INPUT, f"Judgement {number} is no merge of {key} that stands. See the page again."
        )
    site.record.judgements.undo(number, by=visitor.name)
    return RedirectResponse(urls.speaker(key), 303)


def _page(record: Record, key: str, after: int) -> SpeakerPage | None:
    profile = Profiles(record.engine).profile(key)
    if profile is None:
        return None
    found = record.questions.search(which=Filter(speaker=profile.who.key), limit=A_PAGE + 1, after=after)
    return SpeakerPage(
        profile=profile,
        drawn=_drawn(profile),
        answers=[(one, look_of(one.speaker, type=one.speaker_type)) for one in found[:A_PAGE]],
        merges=_standing(profile),
        others=None,
        after=after,
        more=len(found) > A_PAGE,
    )


def _drawn(profile: Profile) -> Drawn:
    key = profile.who.key
    look = look_of(key, type=profile.who.type)
    forms = [
        Part(count, f"{form.value}: {count:,}", form.value)
        for form in StatementForm
        if (count := profile.forms.get(form.value, 0))
    ]
    return Drawn(
        look=look,
        times=timeline(
            profile.months,
            total=profile.statements,
            says=f"Statements by {profile.who.name} over time",
            css=look.css,
            address=lambda iso: urls.search(speaker=key, since=iso, until=iso),
        ),
        forms=parted(forms, css=look.css),
        outlets=_rows(profile.outlets[:OUTLETS], look, lambda one: urls.search(speaker=key, outlet=one.name)),
        about=_rows(
            profile.about,
            look,
            lambda one: urls.about(one.key) if one.key else urls.search(speaker=key, about=one.name),
        ),
        addressees=_rows(profile.addressees, look, lambda one: urls.speaker(one.key) if one.key else ""),
        called=_rows(profile.called, look),
    )


def _rows(
    counted: Sequence[Counted], look: Look, address: Callable[[Counted], str] | None = None
) -> list[Row]:
    """Lines with bars beside each other; what has no name leads nowhere."""
    most = max((one.count for one in counted), default=0)
    return [
        Row(
            words=one.name,
            address=address(one) if address and one.name else "",
            count=one.count,
            bar=measure(one.count, most, css=look.css),
        )
        for one in counted
    ]


def _standing(profile: Profile) -> list[Standing]:
    names = {one.key: one.name for one in (profile.who, *profile.others)}
    return [Standing(one.number, (names[one.key], names[one.into]), one.by, one.at) for one in profile.merges]


def _others(site: Site, profile: Profile) -> list[Other]:
    """Who may be the same as this speaker, and is not yet."""
    own = {one.key for one in (profile.who, *profile.others)}
    found: dict[str, Other] = {}
    for pair in site.suggest(profile.who.name):
        for other in _other(pair, own):
            reasons = found[other.key].reasons if other.key in found else ()
            found[other.key] = replace(other, reasons=tuple(dict.fromkeys((*reasons, *other.reasons))))
    return list(found.values())


def _other(pair: Pair, own: Collection[str]) -> Iterable[Other]:
    """The one of a pair who is not the speaker, where the other is."""
    mine = [key in own for key in pair.keys]
    if sum(mine) == 1:
        place = mine.index(False)
        yield Other(pair.keys[place], pair.names[place], pair.statements[place], pair.reasons)
