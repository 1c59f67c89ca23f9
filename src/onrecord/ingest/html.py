"""A web page → a document. Trafilatura chooses what is the article; the words are the page's own.

The text is made: title, empty line, paragraphs parted by empty lines. The page's bytes are remembered by
their digest. Heavy libraries are loaded at the first page.
"""

from __future__ import annotations

import logging
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.decode import decode_html
from onrecord.ingest.marks import mark
from onrecord.ingest.sniff import has_words
from onrecord.model import Document, RegionKind, Span
from onrecord.model.document import digest_of
from onrecord.model.span import subtract

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Errors that a page made to do harm, or a bug, can raise inside the libraries that look for articles and
# dates. None of them may end a run.
_FAILURES = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    AssertionError,
)

# Characters of a page that has nothing to say but "Please enable JavaScript".
LONGEST_EXCUSE = 400


def read_html(
    data: bytes, *, id: str, path: str, address: str | None = None, charset: str | None = None
) -> Document:
    """The document of a web page's bytes; `address` is where it was fetched, when that is known.

    `charset` is the encoding that the server told, if it did.

    Raises `SkipDocument` when the page can't be read or holds no article.
    """
    from onrecord.ingest import metadata
    from onrecord.ingest.article import article
    from onrecord.ingest.page import parse

    page = decode_html(data, charset=charset)
    if not has_words(page):
        raise SkipDocument(Reason.EMPTY)
    tree = parse(page)
    metadata.shorten_broken(tree)
    found = _extract(tree, address)
    title = metadata.headline(tree, found.title)
    text, regions = article(tree, found.body, title, stated=metadata.article_body(tree))
    marks = mark(text, title=title, known=regions)
    doc = Document(
        id=id,
        path=path,
        text=text,
        title=title,
        outlet=metadata.outlet(tree, found.sitename),
        agency=marks.agency,
        byline=metadata.byline(found.author) or marks.byline,
        address=address or found.url,
        published=metadata.published(tree, found.date),
        original_digest=digest_of(data),
        extractor=extractor(),
        regions=marks.regions,
    )
    _refuse_empty(doc)
    return doc


def extractor() -> str:
    """The name and version of the program that finds articles in pages."""
    return f"trafilatura {_trafilatura().__version__}"


def _extract(tree: HtmlElement, address: str | None) -> Any:
    """What trafilatura finds: title, author, sitename, url, date, body. Raises `SkipDocument` for nothing."""
    try:
        found = _trafilatura().bare_extraction(
            tree,
            url=address,
            with_metadata=True,
            include_comments=False,
            # The day it was first published; none is better than one found somewhere in the text.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except _FAILURES as error:
        raise SkipDocument(
            Reason.NO_ARTICLE,
            f"The page can't be taken apart ({error!r}). Save the article's text and give that.",
        ) from error
    if found is None:
        raise SkipDocument(Reason.NO_ARTICLE)
    return found


@cache
def _trafilatura() -> ModuleType:
    """Trafilatura, loaded at first use, with its warnings on single pages kept off the screen."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura


def _refuse_empty(doc: Document) -> None:
    """Raise `SkipDocument` when nothing is left of a page but its title and what surrounds articles."""
    beside = [r.span for r in doc.regions if r.kind == RegionKind.TITLE or not r.kind.in_body]
    words = "".join(span.slice(doc.text) for span in subtract(Span(0, len(doc.text)), beside))
    if not has_words(words):
        raise SkipDocument(Reason.NO_ARTICLE)
    if len(words) <= LONGEST_EXCUSE and "javascript" in words.casefold():
        raise SkipDocument(
            Reason.NO_ARTICLE,
            "The page shows its text only with JavaScript. Save the article's text and give that.",
        )
