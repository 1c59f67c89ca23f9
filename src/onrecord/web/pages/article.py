"""The article page: the text as it was printed, each stretch in the look of who answers for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response

from onrecord.model.days import days_words
from onrecord.model.lists import LabelRow, hedge_words, label_rows
from onrecord.record import DocumentRow, Found
from onrecord.record.asking.reading_back import ReadingsBack
from onrecord.web.asked import TheSite
from onrecord.web.failures import not_found
from onrecord.web.marking import Block, blocks
from onrecord.web.site import Site
from onrecord.web.templates import render
from onrecord.web.told import Article, article

router = APIRouter()

# An original is shown as the file that it is, but nothing in it may run, load or leave its frame.
SEALED = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    # Else a browser does not show it in a frame that is sealed.
    "Cross-Origin-Opener-Policy": "unsafe-none",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """What the article page shows. `row` and `rejected` are of what is kept; `beside` shows the original."""

    title: str
    published: str
    article: Article
    blocks: list[Block]
    labels: list[LabelRow]
    hedges: str
    row: DocumentRow | None = None
    rejected: tuple[Found, ...] = ()
    beside: bool = False
    has_original: bool = False

    @property
    def has_headline(self) -> bool:
        """Whether the text itself begins with its headline."""
        return any(block.kind == "title" for block in self.blocks)


def page_of(told: Article, **kept: object) -> ArticlePage:
    """The article page of what is told of a reading."""
    document = told.reading.document
    day = (document.published or "")[:10]
    return ArticlePage(
        title=document.title or document.id,
        published=days_words(day, day) if day else "",
        article=told,
        blocks=blocks(told.reading, told.looks, told.users),
        labels=label_rows(told.reading),
        hedges=hedge_words(told.reading),
        **kept,  # type: ignore[arg-type]
    )


def kept_page(site: Site, key: str) -> ArticlePage | None:
    """The page of an article of the record; None where there is none."""
    return site.remembered.get(site.record, ("article", key), lambda: _kept_page(site, key))


@router.get("/documents/{key}")
def show(request: Request, site: TheSite, key: str, original: bool = False) -> Response:
    """An article with its statements."""
    page = kept_page(site, key)
    if page is None:
        raise not_found(f"There is no document {key} in the record.")
    return render(request, "article.html", replace(page, beside=original and page.has_original))


@router.get("/documents/{key}/original")
def original(site: TheSite, key: str) -> Response:
    """The bytes that an article was made of, in a seal."""
    document = ReadingsBack(site.record.engine).document(key)
    originals, digest = site.record.originals, document.original_digest if document else None
    data = originals.get(digest) if originals is not None and digest is not None else None
    if document is None or data is None:
        raise not_found(f"The original of document {key} was not kept.")
    is_page = data.lstrip()[:1] == b"<" and document.extractor is not None
    kind = "text/html" if is_page else "text/plain; charset=utf-8"
    if data[:5] == b"%PDF-":
        kind = "application/pdf"
    return Response(data, media_type=kind, headers=SEALED)


def _kept_page(site: Site, key: str) -> ArticlePage | None:
    reading = ReadingsBack(site.record.engine).reading(key, decided=True)
    row = site.record.questions.document(key)
    if reading is None or row is None:
        return None
    found = site.record.questions.in_document(key)
    return page_of(
        article(reading, {one.id: one for one in found}, key),
        row=row,
        rejected=tuple(one for one in found if one.verdict == "rejected"),
        has_original=_is_kept(site, reading.document.original_digest),
    )


def _is_kept(site: Site, digest: str | None) -> bool:
    originals = site.record.originals
    return originals is not None and digest is not None and originals.has(digest)
