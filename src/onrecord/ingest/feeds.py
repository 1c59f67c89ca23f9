"""A feed (RSS or Atom) → its entries: where each article is, and what the feed says of it.

Nothing is fetched and no file is opened. A feed that declares entities is refused, since these can unpack a
few bytes to gigabytes. Goes in: bytes, and the address they came from. Comes out: a `Feed`.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.dates import iso_date
from onrecord.ingest.files import printable
from onrecord.ingest.inputs import Input
from onrecord.ingest.sniff import has_words
from onrecord.ingest.web import NotFetched, parse_address

LARGEST = 5_000_000  # bytes; feeds have some 100,000, those of whole archives a few million
MOST_ENTRIES = 10_000
# What the library that takes feeds apart does with these takes some ten seconds at most. Where a feed is not
# well-formed it starts over by a slower way, and how deep it goes can't be told beforehand.
DEEPEST = 100  # elements inside each other; real feeds have about ten
MOST_TAGS = 200_000
MOST_TAGS_BROKEN = 50_000
LONGEST_TITLE = 1000  # characters that are kept of a title or name

_ENTITIES = re.compile(rb"<!\s*(?:ENTITY|DOCTYPE[^>]{0,500}\[)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_FAILURES = (
    *(ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError),
    ArithmeticError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as a feed names it.

    `address` is where it is, None when the feed gives none that can be fetched. `published` and `modified`
    (when it was changed last) are ISO 8601, in UTC, `title` and `byline` plain words. `summary` and `content`
    are HTML, content the whole article.
    """

    id: str
    address: str | None = None
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    byline: str | None = None
    summary: str | None = None
    content: str | None = None

    def as_input(self, *, path: str, max_bytes: int, outlet: str | None = None) -> Input | None:
        """The article that the feed itself holds, for where the page can't be had; None when it has none.

        `path` is the feed's address, `outlet` its title.
        """
        if self.content is None or not has_words(_plain(self.content) or ""):
            return None
        head = f"<h1>{html.escape(self.title)}</h1>" if self.title else ""
        site = f'<meta property="og:site_name" content="{html.escape(outlet)}">' if outlet else ""
        page = f"<html><head>{site}</head><body><article>{head}{self.content}</article></body></html>"
        data = page.encode("utf-8", "replace")
        return Input(
            id=self.address or self.id,
            path=path,
            max_bytes=max_bytes,
            reader="html",
            data=data,
            address=self.address,
            charset="utf-8",
            title=self.title,
            byline=self.byline,
            published=self.published,
            outlet=outlet,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: its title, which is the outlet's name, and its entries as they stand in it."""

    title: str | None
    entries: tuple[Entry, ...]


def read_feed(data: bytes, *, address: str | None = None) -> Feed:
    """The feed in some bytes; `address` is where it was fetched, from which its relative links start.

    Raises `SkipDocument` when it is no feed, too large, or declares entities.
    """
    if len(data) > LARGEST:
        raise SkipDocument(Reason.TOO_LARGE, f"The feed has {len(data):,} bytes; the limit is {LARGEST:,}.")
    _refuse_hostile(data)
    import feedparser  # type: ignore[import-untyped]

    headers = {"content-type": "application/xml"} | ({"content-location": address} if address else {})
    try:
        # As a stream: given bytes, the library would take them for a file's name first.
        found = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=True)
        version, entries, about = found.get("version"), found.get("entries", ()), found.get("feed", {})
        if not version and not entries:
            raise SkipDocument(Reason.NOT_TEXT, "It is no feed: there is neither RSS nor Atom in it.")
        return Feed(title=_plain(about.get("title")), entries=tuple(_entries(entries[:MOST_ENTRIES])))
    except _FAILURES as error:
        raise SkipDocument(Reason.UNREADABLE, f"The feed can't be taken apart ({error!r}).") from error


def _refuse_hostile(data: bytes) -> None:
    """Raise `SkipDocument` for a feed that declares entities, or has more tags than real ones have."""
    if _ENTITIES.search(data.replace(b"\0", b"")):  # zeros are in UTF-16
        raise SkipDocument(
            Reason.UNREADABLE,
            "The feed declares entities. They could unpack to gigabytes, so it is not read.",
        )
    tags = data.count(b"<")
    most = MOST_TAGS if tags <= MOST_TAGS_BROKEN or _is_well_formed(data) else MOST_TAGS_BROKEN
    if tags > most:
        raise SkipDocument(Reason.TOO_LARGE, f"The feed has {tags:,} tags; the limit is {most:,}.")


def _is_well_formed(data: bytes) -> bool:
    """Whether a feed is XML without faults, and no deeper than any."""
    from xml.parsers import expat

    depth = 0

    def start(name: str, attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise ValueError("too deep")

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError):
        return False
    return True


def _entries(found: Iterable[Mapping[str, Any]]) -> Iterable[Entry]:
    """The entries that name an article or hold one, each address once."""
    seen: set[str] = set()
    for number, entry in enumerate(found, start=1):
        address = _address(entry.get("link"))
        whole = [part.get("value") for part in entry.get("content", ()) if isinstance(part, Mapping)]
        content = max((words for words in whole if words), key=len, default=None)
        summary = entry.get("summary") or None
        if content is not None and summary == content:
            summary = None
        if address is None and not content and not summary:
            continue
        id = printable(_text(entry.get("id"))[:LONGEST_TITLE]) or address or f"entry {number}"
        key = address or id
        if key in seen:
            continue
        seen.add(key)
        yield Entry(
            id=id,
            address=address,
            title=_plain(entry.get("title")),
            published=_date(entry, "published", "updated"),
            modified=_date(entry, "updated"),
            byline=_plain(entry.get("author")),
            summary=summary,
            content=content,
        )


def _address(stated: object) -> str | None:
    try:
        return str(parse_address(_text(stated)))
    except NotFetched:
        return None


def _date(entry: Mapping[str, Any], *names: str) -> str | None:
    """The first date of these names that an entry states, as a time in UTC."""
    for name in names:
        # The library gives the one date for the other where it is not there, and warns of it.
        if f"{name}_parsed" not in entry:
            continue
        try:
            year, month, day, hour, minute, second = tuple(entry[f"{name}_parsed"])[:6]
            stated = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}Z"
        except (TypeError, ValueError):
            continue
        if iso_date(stated):
            return stated
    return None


def _plain(stated: object) -> str | None:
    """Words in one line, without markup. Titles come as HTML, as text, and as HTML that was escaped twice."""
    words = html.unescape(_TAG.sub(" ", _text(stated)[: 4 * LONGEST_TITLE]))
    return " ".join(printable(words.encode("utf-8", "replace").decode()).split())[:LONGEST_TITLE] or None


def _text(stated: object) -> str:
    return stated if isinstance(stated, str) else ""
