"""A saved search as an Atom feed: what came into the record last among the answers to a question.

In: the same question as on the search page. Out: Atom 1.0. An entry is a statement in its document; it is
`updated` when its document came into the record, so that an old article added today is news in the feed.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from fastapi import APIRouter, Request, Response

from onrecord.exports.characters import on_one_line, xml_text
from onrecord.exports.naming import URN, short_hash
from onrecord.record import Found
from onrecord.record.asking.paging import Pages
from onrecord.web import urls
from onrecord.web.asked import TheSite
from onrecord.web.asking import Asked, AskedNow
from onrecord.web.templates import said

ATOM = "http://www.w3.org/2005/Atom"
GIVEN = 50  # entries
LONGEST = 120  # characters of a title
NEVER = "1970-01-01T00:00:00+00:00"  # when a feed without an entry was updated

router = APIRouter()


@router.get("/search.atom")
def search_feed(request: Request, site: TheSite, asked: AskedNow) -> Response:
    """The newest answers to a question as a feed."""
    rows = Pages(site.record.engine).newcomers(asked.q, asked.filter, limit=GIVEN)
    base = str(request.base_url).rstrip("/")
    return Response(feed(rows, asked, base=base), media_type="application/atom+xml; charset=utf-8")


def feed(rows: Sequence[tuple[Found, str]], asked: Asked, *, base: str) -> bytes:
    """Statements with the moments at which they came, as Atom. `base` is the site's own address."""
    root = Element("feed", xmlns=ATOM)
    _put(root, "id", f"{URN}search:{short_hash(asked.feed)}")
    _put(root, "title", f"{asked.words} · onrecord")
    _put(root, "updated", max((moment for _, moment in rows), default=NEVER))
    SubElement(root, "link", rel="self", type="application/atom+xml", href=xml_text(base + asked.feed))
    SubElement(root, "link", rel="alternate", type="text/html", href=xml_text(base + asked.changed()))
    _put(root, "generator", "onrecord")
    for found, moment in rows:
        root.append(_entry(found, moment, base))
    whole: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return whole


def _entry(found: Found, moment: str, base: str) -> Element:
    """One statement."""
    who = found.speaker_name or found.source_words or "Nobody named"
    entry = Element("entry")
    _put(entry, "id", f"{URN}statement:{found.document}:{found.id}")
    _put(entry, "title", _short(f"{who}: {found.content_words}"))
    _put(entry, "updated", moment)
    _put(SubElement(entry, "author"), "name", found.outlet or found.title or found.document_id)
    SubElement(entry, "link", rel="alternate", type="text/html", href=base + urls.statement(found.id))
    _put(entry, "content", _told(found, who), type="text")
    return entry


def _told(found: Found, who: str) -> str:
    """A statement in words: who, by which cue, what, where and when."""
    where = ", ".join(filter(None, (found.outlet, found.title, said(found))))
    cue = f" ({found.cue_words})" if found.cue_words else ""
    return f"{who}{cue}: {found.content_words}" + (f" — {where}" if where else "")


def _short(words: str) -> str:
    """A title on one line."""
    line = on_one_line(words)
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def _put(parent: Element, name: str, words: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = xml_text(words)
