"""A feed or a sitemap → the articles that it names, and each of these → inputs.

What a feed or sitemap says of an article (title, byline, date, outlet) fills in what its page does not say
itself. Where the page can't be had, the article is taken as the feed itself holds it, if it does. Goes in:
what was fetched, and a function that fetches more. Comes out: `Listed`, and inputs to be loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.feeds import Entry, read_feed
from onrecord.ingest.fetched import FetchedKind, kind_of, open_fetched
from onrecord.ingest.inputs import Input
from onrecord.ingest.sitemaps import SitemapPage, walk_sitemap
from onrecord.ingest.web import Fetched, same_address

Fetch = Callable[[str], Fetched]
OnFailure = Callable[[str, SkipDocument], None]

_NEITHER = "It is neither a feed nor a sitemap. A single page is added by `onrecord add`."


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article that a feed or sitemap names: where it is, and what is said of it there.

    `key` is what it is known by the next time, and `stamp` what is told of its last change. `list` is the
    address of the feed or sitemap that names it. `held` is the article as the feed itself holds it.
    """

    key: str
    list: str
    address: str | None
    stamp: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    outlet: str | None = None
    held: Input | None = None

    def open(self, fetch: Fetch, *, max_bytes: int) -> Iterator[Input]:
        """The article's page as inputs, mostly one; where it can't be had, what the feed holds of it.

        Raises `SkipDocument` when there is neither.
        """
        try:
            if self.address is None:
                raise SkipDocument(Reason.MISSING, "The feed gives no address of it.")
            page = fetch(self.address)
            if kind_of(page) is not FetchedKind.DOCUMENTS:
                raise SkipDocument(Reason.NOT_TEXT, "It is no article but a feed or a sitemap.")
        except SkipDocument:
            if self.held is None:
                raise
            yield self.held
            return
        for item in open_fetched(page, max_bytes=max_bytes):
            yield self._told(item) if item.id == self.address else item

    def _told(self, item: Input) -> Input:
        """A page's input with what is said of it where it was named."""
        return replace(
            item,
            title=item.title or self.title,
            byline=item.byline or self.byline,
            published=item.published or self.published,
            outlet=item.outlet or self.outlet,
        )


def read_list(
    page: Fetched, fetch: Fetch, *, max_bytes: int, on_failure: OnFailure, outlet: str | None = None
) -> Iterator[Listed]:
    """The articles that a feed names, or a sitemap and those that it leads to.

    `fetch` fetches further sitemaps, and `on_failure` is told of those that can't be had. `outlet` is the
    name that the user gives it, which goes before the feed's. Raises `SkipDocument` when the page is neither.
    """
    kind = kind_of(page)
    if kind is FetchedKind.DOCUMENTS:
        raise SkipDocument(Reason.NOT_TEXT, _NEITHER)
    if kind is FetchedKind.SITEMAP:
        walked = walk_sitemap(
            page.address, lambda at: page if at == page.address else fetch(at), on_failure=on_failure
        )
        yield from (_of_sitemap(one, outlet) for one in walked)
        return
    feed = read_feed(page.body, address=page.final_address)
    for entry in feed.entries:
        listed = _of_feed(entry, page.address, max_bytes, outlet or feed.title)
        if listed.address is not None or listed.held is not None:
            yield listed


def _of_feed(entry: Entry, feed: str, max_bytes: int, outlet: str | None) -> Listed:
    return Listed(
        key=entry.id if entry.address is None else same_address(entry.address),
        list=feed,
        address=entry.address,
        stamp=entry.modified or entry.published,
        title=entry.title,
        byline=entry.byline,
        published=entry.published,
        outlet=outlet,
        held=entry.as_input(path=feed, max_bytes=max_bytes, outlet=outlet),
    )


def _of_sitemap(page: SitemapPage, outlet: str | None) -> Listed:
    return Listed(
        key=same_address(page.address),
        list=page.sitemap,
        address=page.address,
        stamp=page.modified or page.published,
        title=page.title,
        published=page.published,
        outlet=outlet or page.outlet,
    )
