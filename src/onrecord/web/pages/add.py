"""Articles come in: files, pasted text or an address; or one is read only to see how, and nothing is kept."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from onrecord.errors import SkipDocument
from onrecord.web import urls
from onrecord.web.access.door import Admin, OwnForm
from onrecord.web.asked import TheSite
from onrecord.web.failures import not_found
from onrecord.web.jobs import Job
from onrecord.web.pages.article import ArticlePage, page_of
from onrecord.web.site import Offered
from onrecord.web.templates import render
from onrecord.web.told import article

router = APIRouter()

REFRESH = "1"  # seconds after which a page about unfinished work asks again
NAME_WORDS = 7  # of a pasted text that its name is made of
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)

# Texts that are tried at a time: each waits in one of the threads that answer everybody.
_trying = threading.BoundedSemaphore(6)

Typed = Annotated[str, Form()]
Files = Annotated[list[UploadFile] | None, File()]


@dataclass(frozen=True, slots=True)
class AddPage:
    """The form for articles, with what was typed, and what was wrong with it."""

    text: str = ""
    address: str = ""
    outlet: str = ""
    published: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class JobPage:
    """What has become of the articles that were offered together."""

    job: Job
    ended: bool


@dataclass(frozen=True, slots=True)
class TryPage:
    """The form for a text to try, what was read in it, or why it can't be read."""

    text: str = ""
    problem: str = ""
    read: ArticlePage | None = None


@router.get("/add")
def form(request: Request, _: Admin) -> Response:
    """The form for articles."""
    return render(request, "add.html", AddPage())


@router.post("/add", dependencies=[OwnForm])
def add(
    request: Request,
    site: TheSite,
    visitor: Admin,
    files: Files = None,
    text: Typed = "",
    address: Typed = "",
    outlet: Typed = "",
    published: Typed = "",
) -> Response:
    """Begins to read what was offered; the page about it tells when it is done."""
    typed = AddPage(text, address.strip(), outlet.strip(), published.strip())
    if typed.published and not DAY.fullmatch(typed.published):
        return _again(request, typed, f"{typed.published!r} is no day. Give it as 2018-07-26.")
    if typed.address and not ADDRESS.fullmatch(typed.address):
        return _again(
            request, typed, f"{typed.address!r} is no web address. It begins with https:// or http://."
        )
    offered = _offered(files or [], typed)
    if not offered:
        return _again(request, typed, "Nothing was given. Choose files, paste a text, or give an address.")
    job = site.jobs.begin(lambda: site.add(offered), by=visitor.name, total=len(offered))
    return RedirectResponse(urls.job(job.id), 303)


@router.get("/add/{id}")
def progress(request: Request, site: TheSite, id: str, _: Admin) -> Response:
    """What has become of it so far; the article itself when it is only one and all is done."""
    job = site.jobs.get(id)
    if job is None:
        raise not_found("This work is no longer remembered. What it did is in the record.")
    ended = job.ended  # as it is now: it may end while the page is drawn
    if ended and not job.error and len(job.done) == 1 and job.done[0].key:
        return RedirectResponse(urls.document(job.done[0].key), 303)
    answer = render(request, "job.html", JobPage(job, ended))
    if not ended:
        answer.headers["Refresh"] = REFRESH
    return answer


@router.get("/read")
def try_form(request: Request) -> Response:
    """The form for a text to try."""
    return render(request, "try.html", TryPage())


@router.post("/read", dependencies=[OwnForm])
def try_it(request: Request, site: TheSite, text: Typed = "", files: Files = None) -> Response:
    """What was read in a text, which is not kept."""
    offered = _offered(files or [], AddPage(text=text))
    if not offered:
        page = TryPage(problem="Nothing was given. Paste a text, or choose a file.")
        return render(request, "try.html", page, status=400)
    if not _trying.acquire(blocking=False):
        page = TryPage(text, problem="Others are trying texts just now. Send it again in a moment.")
        return render(request, "try.html", page, status=429)
    try:
        reading = site.read(offered[0])
    except SkipDocument as failure:
        return render(request, "try.html", TryPage(text, problem=failure.message), status=400)
    finally:
        _trying.release()
    return render(request, "try.html", TryPage(text, read=page_of(article(reading))))


def name_of(text: str) -> str:
    """A name for a pasted text, made of its first words."""
    words = re.findall(r"[^\W_]+", text[:200])[:NAME_WORDS]
    return "-".join(words).casefold() + ".txt" if words else "pasted.txt"


def _offered(files: Sequence[UploadFile], typed: AddPage) -> list[Offered]:
    known = Offered(name="", outlet=typed.outlet or None, published=typed.published or None)
    offered = [replace(known, name=one.filename, data=one.file.read()) for one in files if one.filename]
    if typed.text.strip():
        # A form sends line breaks as two characters: the text is what was pasted, with one.
        words = typed.text.replace("\r\n", "\n")
        if "\0" in words:
            raise HTTPException(400, "The text holds a character U+0000, which no text does.")
        offered.append(replace(known, name=name_of(words), data=words.encode("utf-8", "replace")))
    if typed.address:
        offered.append(replace(known, name=typed.address, address=typed.address))
    return offered


def _again(request: Request, typed: AddPage, problem: str) -> Response:
    """The form again with what was typed, and what is wrong with it."""
    page = AddPage(typed.text, typed.address, typed.outlet, typed.published, problem)
    return render(request, "add.html", page, status=400)
