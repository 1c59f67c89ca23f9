"""A JSON object with a `text` → a document. onrecord's own output, whose text is in `document_text`, is
understood too, with everything it says of the document.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.dates import iso_date
from onrecord.ingest.fitting import fit_words, is_digest
from onrecord.ingest.marks import apart
from onrecord.ingest.text import document_of, refuse_wordless
from onrecord.model import Document, Region, RegionKind, Span
from onrecord.model.document import digest_of

# What others call an article's text.
ELSEWHERE = ("body", "content", "article", "articleBody", "full_text", "maintext", "story")


class Stated(msgspec.Struct):
    """What anyone's JSON may state of a document; other keys are passed over."""

    text: str | None = None
    document_text: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    address: str | None = None
    byline: str | None = None


class _Reader(msgspec.Struct):
    extractor: str | None = None


class _Region(msgspec.Struct):
    span: tuple[int, int]
    kind: str


class _Failure(msgspec.Struct):
    kind: str
    message: str


class Own(msgspec.Struct):
    """What only onrecord's own output states."""

    agency: str | None = None
    captured: str | None = None
    language: str | None = None
    original_digest: str | None = None
    reader: _Reader | None = None
    regions: list[_Region] = []
    error: _Failure | None = None


class _Named(msgspec.Struct):
    id: str | int | None = None


def named(data: bytes, where: str) -> str | None:
    """The `id` that a JSON object gives itself. Raises `SkipDocument` when it is no JSON object."""
    name = _decode(data, _Named, where).id
    return None if name is None else fit_words(str(name).strip())


def read_json(data: bytes, *, id: str, path: str, where: str = "It") -> Document:
    """The document of a JSON object's bytes. Raises `SkipDocument` when it is not one that can be read."""
    stated = _decode(data, Stated, where)
    if stated.text is None:
        return _own_document(data, stated, id=id, path=path, where=where)
    doc = document_of(
        stated.text, id=id, path=path, title=stated.title or None, original_digest=digest_of(data)
    )
    return _with(doc, stated)


def _own_document(data: bytes, stated: Stated, *, id: str, path: str, where: str) -> Document:
    """The document that onrecord read before, as it was."""
    own = _decode(data, Own, where)
    text = stated.document_text
    if text is None and own.error is not None and own.error.kind in set(Reason):
        raise SkipDocument(own.error.kind, own.error.message)
    if text is None:
        raise SkipDocument(
            Reason.MALFORMED_JSON,
            f'{where} has no "text" (nor "document_text", which output made with --no-text lacks).'
            + _instead(data),
        )
    refuse_wordless(text)
    doc = Document(
        id=id,
        path=path,
        text=text,
        title=stated.title or None,
        agency=own.agency,
        captured=iso_date(own.captured),
        language=own.language,
        original_digest=own.original_digest if is_digest(own.original_digest) else digest_of(data),
        extractor=own.reader.extractor if own.reader else None,
        regions=_regions(own, len(text), where),
    )
    return _with(doc, stated)


def _instead(data: bytes) -> str:
    """What to do about a text that is named as others name it; nothing where none is."""
    keys = msgspec.json.decode(data)
    named = next((key for key in ELSEWHERE if isinstance(keys.get(key), str)), None)
    return f' It has "{named}": name that "text".' if named else ""


def _with(doc: Document, stated: Stated) -> Document:
    return replace(
        doc,
        outlet=stated.outlet or None,
        byline=stated.byline or doc.byline,
        address=stated.address or None,
        published=iso_date(stated.published),
    )


def _regions(own: Own, length: int, where: str) -> tuple[Region, ...]:
    """The regions as they were. Raises `SkipDocument` when they are not onrecord's or don't fit the text."""
    try:
        regions = [Region(Span(*region.span), RegionKind(region.kind)) for region in own.regions]
    except ValueError as error:
        raise _malformed(where, str(error)) from None
    kept = apart(regions, length)
    if len(kept) != len(regions):
        raise _malformed(where, "its regions overlap or reach beyond its text")
    return kept


def _decode(data: bytes, kind: type[Any], where: str) -> Any:
    try:
        return msgspec.json.decode(data, type=kind)
    except UnicodeDecodeError as error:
        raise SkipDocument(
            Reason.UNDECODABLE,
            f"{where} is not UTF-8: byte {error.start + 1:,} fits nowhere. Save it as UTF-8.",
        ) from None
    except (msgspec.DecodeError, RecursionError) as error:
        raise _malformed(where, str(error)) from None


def _malformed(where: str, why: str) -> SkipDocument:
    return SkipDocument(
        Reason.MALFORMED_JSON,
        f'{where} is not a JSON object with a "text": {why.rstrip(".")}. See docs/format.md.',
    )
