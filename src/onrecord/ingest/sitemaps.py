"""A sitemap → the addresses of a site's pages, or of its further sitemaps.

Read are `urlset` and `sitemapindex` files as sitemaps.org describes them, plain or gzip, with what news
sitemaps add, and lists of addresses as plain text. Goes in: bytes. Comes out: a `Sitemap`. Nothing is fetched
here but by `walk_sitemap`, which is handed what fetches.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.dates import iso_date
from onrecord.ingest.files import printable
from onrecord.ingest.gunzip import MAGIC, gunzip
from onrecord.ingest.web import Fetched, NotFetched, parse_address, same_address
from onrecord.ingest.xml import parse_xml

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 52_428_800  # bytes unpacked, and
MOST_ADDRESSES = 50_000  # addresses: what sitemaps.org allows
MOST_SITEMAPS = 1000  # of one site that are walked through
LONGEST_TITLE = 1000  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapPage:
    """A page that a sitemap names, with what it says of it; dates are ISO 8601.

    `sitemap` is the address of the sitemap that names it, where that was fetched.
    """

    address: str
    modified: str | None = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    sitemap: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """The pages that a sitemap names, and the further sitemaps."""

    pages: tuple[SitemapPage, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_sitemap(data: bytes) -> Sitemap:
    """The sitemap in some bytes. Addresses that can't be fetched are left out, each comes once.

    Raises `SkipDocument` when it is no sitemap, beyond limits, or XML that declares a document type.
    """
    if data.startswith(MAGIC):
        data = gunzip(data, LARGEST, what="The sitemap")
    if len(data) > LARGEST:
        raise SkipDocument(
            Reason.TOO_LARGE, f"The sitemap has {len(data):,} bytes; the limit is {LARGEST:,}."
        )
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:8].lower().startswith((b"http://", b"https://")):
        return _of_lines(head)
    root = parse_xml(data.lstrip(), what="The sitemap")
    kind = _name(root)
    if kind == "urlset":
        pages = {page.address: page for page in map(_page, _children(root, "url")) if page is not None}
        return Sitemap(pages=tuple(pages.values()))
    if kind == "sitemapindex":
        stated = (_address(_child(entry, "loc")) for entry in _children(root, "sitemap"))
        return Sitemap(sitemaps=tuple(dict.fromkeys(address for address in stated if address)))
    raise SkipDocument(Reason.NOT_TEXT, f"It is no sitemap but {printable(kind)[:60]!r}.")


def walk_sitemap(
    address: str, fetch: Callable[[str], Fetched], *, on_failure: Callable[[str, SkipDocument], None]
) -> Iterator[SitemapPage]:
    """All pages that the sitemap at an address, and those it leads to, name; each once.

    `fetch` is what fetches, such as `Fetcher().fetch`; `on_failure` is told of sitemaps that can't be had or
    read, and the others go on. Only addresses of the site itself count: a sitemap can't send us to others.
    One that has not changed since it was fetched last names nothing.
    """
    todo, seen = deque([address]), {same_address(address)}
    given: set[str] = set()
    walked = 0
    while todo:
        at = todo.popleft()
        walked += 1
        if walked > MOST_SITEMAPS:
            why = f"The site has more than {MOST_SITEMAPS:,} sitemaps, the limit. Give the one you need."
            on_failure(at, SkipDocument(Reason.TOO_LARGE, why))
            return
        try:
            answer = fetch(at)
            found = Sitemap() if answer.unchanged else read_sitemap(answer.body)
        except SkipDocument as failure:
            on_failure(at, failure)
            continue
        for other in found.sitemaps:
            if _of_one_site(address, other) and same_address(other) not in seen:
                seen.add(same_address(other))
                todo.append(other)
        for page in found.pages:
            if _of_one_site(address, page.address) and page.address not in given:
                given.add(page.address)
                yield replace(page, sitemap=at)


def _of_lines(data: bytes) -> Sitemap:
    lines = data.decode("utf-8", "replace").splitlines()
    stated = dict.fromkeys(filter(None, map(_address, lines[:MOST_ADDRESSES])))
    return Sitemap(pages=tuple(SitemapPage(address=address) for address in stated))


def _page(entry: etree._Element) -> SitemapPage | None:
    address = _address(_child(entry, "loc"))
    if address is None:
        return None
    news = next(_children(entry, "news"), None)
    publication = next(_children(news, "publication"), None)
    title = " ".join(printable(_child(news, "title")).split())[:LONGEST_TITLE]
    return SitemapPage(
        address=address,
        modified=iso_date(_child(entry, "lastmod")),
        published=iso_date(_child(news, "publication_date")),
        title=title or None,
        outlet=" ".join(printable(_child(publication, "name")).split())[:LONGEST_TITLE] or None,
    )


def _children(parent: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The elements of this name, whatever their namespace; 50,000 at most."""
    found = 0
    for child in () if parent is None else parent:
        if _name(child) == name:
            found += 1
            if found > MOST_ADDRESSES:
                return
            yield child


def _child(parent: etree._Element | None, name: str) -> str:
    """The words of the first element of this name."""
    found = next(_children(parent, name), None)
    return "" if found is None else (found.text or "").strip()


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _address(stated: str) -> str | None:
    try:
        return str(parse_address(stated))
    except NotFetched:
        return None


def _of_one_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: one machine's name is the other's, or a part of it."""
    first, second = (parse_address(at).host.removeprefix("www.") for at in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")
