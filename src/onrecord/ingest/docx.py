"""A .docx → a document: its paragraphs and the rows of its tables, as a reader sees them.

Words that were struck out while changes are tracked, comments and notes are left out; words put in are
read. The file is a zip of XML from a stranger: the zip is held against limits, and XML that declares
entities is refused, before the library that takes it apart sees it.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import bylines
from onrecord.ingest.marks import mark
from onrecord.ingest.sniff import has_words
from onrecord.ingest.xml import parse_xml
from onrecord.ingest.zips import damaged, open_zip, read_member
from onrecord.model import Document, Region, RegionKind, Span
from onrecord.model.document import digest_of

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from lxml import etree

# Bytes of a part that is unpacked. The words of a long book take 5 MB with all that is around them.
LARGEST_PART = 50_000_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK}
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
# Names of styles, in small letters → what paragraphs of them are.
_STYLES = {
    "title": RegionKind.TITLE,
    "quote": RegionKind.BLOCKQUOTE,
    "intense quote": RegionKind.BLOCKQUOTE,
    "caption": RegionKind.CAPTION,
}
_FAILURES = (
    *(ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError, OSError),
    *(RuntimeError, EOFError, zipfile.BadZipFile, zlib.error),
)


def read_docx(data: bytes, *, id: str, path: str) -> Document:
    """The document of a .docx file's bytes. Raises `SkipDocument` when it can't be read or has no words."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    _refuse_hostile(data)
    try:
        opened = docx.Document(io.BytesIO(data))
        paragraphs = list(_paragraphs(opened))
        author = opened.core_properties.author
    except (*_FAILURES, OpcError, LxmlError) as error:
        raise SkipDocument(
            Reason.UNREADABLE, f"The .docx can't be taken apart ({error}). Save its text and give that."
        ) from error
    text, regions, title = _composed(paragraphs)
    if not has_words(text):
        raise SkipDocument(Reason.EMPTY)
    marks = mark(text, title=title, known=regions)
    return Document(
        id=id,
        path=path,
        text=text,
        title=marks.title,
        byline=marks.byline or bylines.names_in_byline(f"By {author}"),
        agency=marks.agency,
        regions=marks.regions,
        original_digest=digest_of(data),
        extractor=f"python-docx {docx.__version__}",
    )


def _refuse_hostile(data: bytes) -> None:
    """Raise `SkipDocument` for a zip beyond limits, and for XML that declares entities or nests deeply."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SkipDocument(
            Reason.UNREADABLE, "It is encrypted, or an old .doc. Save it as .docx without a password."
        )
    with open_zip(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            if member.filename.lower().endswith((".xml", ".rels")):
                parse_xml(read_member(archive, member, LARGEST_PART), what="The .docx")
        if "word/document.xml" not in archive.namelist():
            raise damaged(ValueError("it holds no text of a .docx"))


def _paragraphs(opened: Docx) -> Iterator[tuple[str, RegionKind | None]]:
    """The paragraphs with words, and what their style says they are; a table's row is one."""
    names = {
        style.style_id: (style.name or "").lower() for style in opened.styles if style.style_id is not None
    }
    for element in opened.element.body.iter(f"{_W}p", f"{_W}tr"):
        above = {ancestor.tag for ancestor in element.iterancestors()}
        if element.tag == f"{_W}p" and f"{_W}tr" in above:
            continue
        if above & (_UNSEEN | {f"{_W}p", f"{_W}tr"}):  # text boxes stand with the paragraph they hang on
            continue
        words = "\n".join(" ".join(line.split()) for line in _words(element).split("\n")).strip()
        style = element.find(f"{_W}pPr/{_W}pStyle")
        name = names.get(style.get(f"{_W}val", ""), "") if style is not None else ""
        if words:
            yield words, _STYLES.get(name)


def _words(element: etree._Element) -> str:
    """The words of a paragraph or row that readers see."""
    found: list[str] = []
    todo: list[etree._Element | str] = [element]
    while todo:
        at = todo.pop()
        if isinstance(at, str):
            found.append(at)
        elif at.tag == f"{_W}t":
            found.append(at.text or "")
        elif at.tag in _BREAKS:
            found.append(_BREAKS[str(at.tag)])
        elif at.tag not in _UNSEEN:
            if at is not element and at.tag in (f"{_W}p", f"{_W}tc"):
                todo.append(" ")
            todo.extend(reversed(list(at)))
    return "".join(found)


def _composed(
    paragraphs: list[tuple[str, RegionKind | None]],
) -> tuple[str, list[Region], str | None]:
    """The text, the regions that styles tell of, and the title when there is one."""
    title = paragraphs[0][0] if paragraphs and paragraphs[0][1] == RegionKind.TITLE else None
    regions, parts, at = [], [], 0
    for words, kind in paragraphs:
        if kind not in (None, RegionKind.TITLE):
            regions.append(Region(Span(at, at + len(words)), kind))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), regions, title
