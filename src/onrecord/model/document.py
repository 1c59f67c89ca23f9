"""One article's text, with what is known of where it came from.

The text is frozen: offsets everywhere else count its code points. Parts of it that are not the
article (captions, "share this" lines) stay in it and are marked as regions.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Span, subtract


class RegionKind(StrEnum):
    """What a marked stretch of a document is."""

    TITLE = "title"
    BLOCKQUOTE = "blockquote"
    POST = "post"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"
    CAPTION = "caption"
    RELATED = "related"
    PULL_QUOTE = "pull_quote"

    @property
    def in_body(self) -> bool:
        """Whether statements may stand here: titles, block quotations and embedded posts are body."""
        return self in (RegionKind.TITLE, RegionKind.BLOCKQUOTE, RegionKind.POST)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a document that is something else than running text."""

    span: Span
    kind: RegionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article's text with its outlet, title, byline, date, language, address and digest.

    `id` names it in the output; `path` is where it was read from. `published` and `captured` are ISO
    dates or times as strings. `digest` is of the text's UTF-8 bytes, `original_digest` of the file's.
    """

    id: str
    text: str
    path: str = "-"
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    address: str | None = None
    captured: str | None = None
    published: str | None = None
    language: str | None = None
    original_digest: str | None = None
    extractor: str | None = None
    regions: tuple[Region, ...] = ()

    @property
    def digest(self) -> str:
        """The text's fingerprint, `sha256:` and 64 hexadecimal digits."""
        return digest_of(self.text.encode("utf-8", "surrogatepass"))

    def body(self) -> list[Span]:
        """The stretches of the text that belong to the article: all but its non-body regions."""
        return subtract(Span(0, len(self.text)), (r.span for r in self.regions if not r.kind.in_body))


def digest_of(data: bytes) -> str:
    """The fingerprint of some bytes, as documents carry it."""
    return "sha256:" + hashlib.sha256(data).hexdigest()
