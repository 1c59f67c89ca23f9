"""Bytes → documents, whatever they are in, with what is not the article marked.

`open_inputs` finds what is to be read, without reading it; `load` reads one of them. They are apart so
that many processes can read while one finds.

From the web: a `Fetcher` fetches an address, `kind_of` says what came, and `read_list` (a feed or a sitemap)
or `open_fetched` takes it apart; the last gives inputs for `load` again, and so do the articles of a list.
"""

from onrecord.ingest.dates import iso_date
from onrecord.ingest.discover import open_inputs
from onrecord.ingest.feeds import Entry, Feed, read_feed
from onrecord.ingest.fetch import Fetcher
from onrecord.ingest.fetched import FetchedKind, kind_of, open_fetched
from onrecord.ingest.files import refuse_special
from onrecord.ingest.inputs import Defaults, Input
from onrecord.ingest.listed import Listed, read_list
from onrecord.ingest.readers import SUFFIXES, load
from onrecord.ingest.sitemaps import Sitemap, SitemapPage, read_sitemap, walk_sitemap
from onrecord.ingest.text import document_of
from onrecord.ingest.web import Fetched, NotFetched, Trouble, same_address

__all__ = [
    "SUFFIXES",
    "Defaults",
    "Entry",
    "Feed",
    "Fetched",
    "FetchedKind",
    "Fetcher",
    "Input",
    "Listed",
    "NotFetched",
    "Sitemap",
    "SitemapPage",
    "Trouble",
    "document_of",
    "iso_date",
    "kind_of",
    "load",
    "open_fetched",
    "open_inputs",
    "read_feed",
    "read_list",
    "read_sitemap",
    "refuse_special",
    "same_address",
    "walk_sitemap",
]
