"""What was fetched → what it is: a feed, a sitemap, or documents; and the documents, as inputs.

The first bytes tell, and the server's word where they don't: servers call much "text/html". Goes in: a
`Fetched`. Comes out: a kind, or inputs to be loaded like files.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from onrecord.ingest import sniff
from onrecord.ingest.files import too_large
from onrecord.ingest.gunzip import MAGIC
from onrecord.ingest.inputs import Input
from onrecord.ingest.readers import MANY
from onrecord.ingest.streams import documents, failed, split
from onrecord.ingest.web import Fetched

HEAD = 4096  # bytes that are looked at

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?.*?\?>\s*+|<!--.*?-->\s*+|<!DOCTYPE[^>\[]*+(?:>|\[.*?\]\s*>)\s*+)*+"
    rb"<(?:[A-Za-z][\w.-]*:)?(rss|feed|RDF|urlset|sitemapindex)[\s>/]",
    re.DOTALL,
)
_FEED_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/rdf+xml"))
_READERS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "eml",
    "text/html": "html",
    "application/xhtml+xml": "html",
}


class FetchedKind(StrEnum):
    """What was fetched."""

    FEED = "feed"
    SITEMAP = "sitemap"
    DOCUMENTS = "documents"


def kind_of(fetched: Fetched) -> FetchedKind:
    """What it is that was fetched: a feed, a sitemap, or anything with documents in it."""
    head = fetched.body[:HEAD]
    if head.startswith(MAGIC):
        named = fetched.final_address.partition("?")[0].lower()
        inside = sniff.ungzipped(head, HEAD)
        return FetchedKind.SITEMAP if _root(inside) or named.endswith(".xml.gz") else FetchedKind.DOCUMENTS
    root = _root(head)
    if root in ("urlset", "sitemapindex"):
        return FetchedKind.SITEMAP
    if root is not None or (fetched.content_type in _FEED_TYPES and not sniff.looks_like_html(head)):
        return FetchedKind.FEED
    return FetchedKind.DOCUMENTS


def open_fetched(fetched: Fetched, *, max_bytes: int) -> Iterator[Input]:
    """The documents in what was fetched, as inputs for `load`: one for a page, many for an archive.

    They are called by the address that was asked for, and carry the address that answered and when.
    """
    name, body = fetched.address, fetched.body
    if len(body) > max_bytes:
        yield failed(name, name, too_large("It", len(body), max_bytes))
        return
    reader = sniff.binary_reader(body[:HEAD])
    if reader == "zip" and _READERS.get(fetched.content_type) == "docx":
        reader = "docx"
    if reader is None and sniff.binary_kind(body[:HEAD]) is None:
        reader = _READERS.get(fetched.content_type)
    found: Iterator[Input]
    if reader in MANY:
        found = split(reader, io.BytesIO(body), name, name, max_bytes)
    elif reader is not None:
        found = iter([Input(id=name, path=name, max_bytes=max_bytes, reader=reader, data=body)])
    else:
        found = documents(io.BytesIO(body), name, name, max_bytes)
    for item in found:
        # A page of an archive has an address of its own, and a file of a zip has none.
        own = reader not in MANY or item.id == name
        yield replace(
            item,
            address=item.address or (fetched.final_address if own else None),
            captured=item.captured or fetched.fetched_at,
            charset=item.charset or (fetched.charset if own else None),
        )


def _root(head: bytes) -> str | None:
    """The name of the first element, when it is one of a feed or a sitemap."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):  # UTF-16: every second byte of its marks is zero
        head = head[2:].replace(b"\0", b"")
    found = _ROOT.match(head)
    return found[1].decode("ascii") if found else None
