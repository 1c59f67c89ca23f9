"""What is to be read: a document's name, where it lies, and what is known of it beforehand.

An `Input` is light and can be sent to another process: a file's holds its path and no byte of it, a
line of JSON lines holds the line. Nothing here opens a file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.errors import SkipDocument
from onrecord.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What the user says of all documents of a run; it fills in only what a document does not state."""

    published: str | None = None
    outlet: str | None = None

    def fill(self, doc: Document) -> Document:
        """The document with the gaps filled; what it says of itself stays."""
        return replace(
            doc, published=doc.published or self.published or None, outlet=doc.outlet or self.outlet or None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One document that can be loaded, or the reason why it can't.

    `id` and `path` are the document's. `reader` is a name in the table of readers. The bytes are in
    `data` or, where that is None, in the file `file`, of which at most `max_bytes` are read. `where`
    begins sentences about it ("It", "Line 3"). `failure` is set when it is known that loading fails.

    Of what came from the web, `address` is where it was found, `captured` when (ISO 8601), and `charset` the
    encoding that the server told. `title`, `byline`, `published` and `outlet` are what a feed, a sitemap or
    an archive says of it; the document's own words go before them.
    """

    id: str
    path: str
    max_bytes: int
    reader: str = "text"
    file: str | None = None
    data: bytes | None = None
    where: str = "It"
    failure: SkipDocument | None = None
    address: str | None = None
    captured: str | None = None
    charset: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    outlet: str | None = None

    def complete(self, doc: Document) -> Document:
        """The document with what is known of it from where it was found."""
        return replace(
            doc,
            address=doc.address or self.address,
            captured=doc.captured or self.captured,
            title=doc.title or self.title,
            byline=doc.byline or self.byline,
            published=doc.published or self.published,
            outlet=doc.outlet or self.outlet,
        )
