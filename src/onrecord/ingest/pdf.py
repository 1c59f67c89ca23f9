"""A PDF with a text layer → a document. Pictures of pages hold no text, and are refused with what to do.

The text is made: lines are put together to paragraphs, words that were parted at a line's end are joined, and
what repeats at the head and foot of pages is left out (see `pdf_lines`). What the file says of itself is not
trusted: its title counts when the first page shows it, and its dates are those of the file, not of the words.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import time
import zlib
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.marks import mark
from onrecord.ingest.pdf_lines import PdfLine, paragraphs
from onrecord.ingest.pulled import letters
from onrecord.ingest.sniff import has_words
from onrecord.model import Document
from onrecord.model.document import digest_of

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

# Limits. A newspaper's issue has a hundred pages, a report a thousand; a page takes some 50 ms.
MOST_PAGES = 2000
MOST_SECONDS = 60.0
LONGEST_TEXT = 20_000_000  # characters
# The share of characters that stand for nothing, above which the letters of a PDF can't be told: fonts
# without a table say which shape to draw, and not which letter it is.
MOST_UNKNOWN = 0.3

_FAILURES = (
    *(ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError, AssertionError),
    *(OSError, RuntimeError, MemoryError, zlib.error, struct.error),
)
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def read_pdf(data: bytes, *, id: str, path: str, clock: Callable[[], float] = time.monotonic) -> Document:
    """The document of a PDF's bytes.

    Raises `SkipDocument` when it has no text layer, needs a password, is damaged, or takes too long.
    """
    pypdf = _pypdf()
    until = clock() + MOST_SECONDS
    try:
        reader = _opened(pypdf, data)
        lines = _lines(reader, until, clock)
        stated = reader.metadata.title if reader.metadata else None
    except (pypdf.errors.PyPdfError, pypdf.errors.DependencyError, *_FAILURES) as error:
        why = str(error) or type(error).__name__
        raise SkipDocument(
            Reason.UNREADABLE, f"The PDF can't be taken apart ({why[:200]}). Save its text and give that."
        ) from error
    found = paragraphs(lines)
    text = "\n\n".join(found)
    _refuse_empty(text)
    title = found[0] if isinstance(stated, str) and letters(stated) == letters(found[0]) else None
    marks = mark(text, title=title)
    return Document(
        id=id,
        path=path,
        text=text,
        title=marks.title,
        byline=marks.byline,
        agency=marks.agency,
        regions=marks.regions,
        original_digest=digest_of(data),
        extractor=f"pypdf {pypdf.__version__}",
    )


def _opened(pypdf: ModuleType, data: bytes) -> PdfReader:
    """The PDF, opened. One that anybody may open, and only not change, has an empty password."""
    reader: PdfReader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    locked = False
    if reader.is_encrypted:
        try:
            locked = not reader.decrypt("")
        except (pypdf.errors.DependencyError, NotImplementedError):
            locked = True
    if locked:
        raise SkipDocument(
            Reason.UNREADABLE, "The PDF is encrypted. Save it without a password and give that."
        )
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        raise SkipDocument(
            Reason.TOO_LARGE, f"The PDF has {pages:,} pages; the limit is {MOST_PAGES:,}. Split it."
        )
    return reader


def _lines(reader: PdfReader, until: float, clock: Callable[[], float]) -> list[PdfLine]:
    """The lines of all pages, in the order in which the file draws them."""
    found: list[PdfLine] = []
    length = 0
    for number, page in enumerate(reader.pages):
        lines = _page_lines(page, number, until, clock)
        length += sum(len(line.words) for line in lines)
        if length > LONGEST_TEXT:
            raise SkipDocument(
                Reason.TOO_LARGE,
                f"The PDF has more than {LONGEST_TEXT:,} characters, the limit. Split it.",
            )
        found += lines
    return found


def _page_lines(page: PageObject, number: int, until: float, clock: Callable[[], float]) -> list[PdfLine]:
    found: list[PdfLine] = []
    words: list[str] = []
    place = (0.0, 0.0, 0.0)

    def flush() -> None:
        line = " ".join(_CONTROL.sub(" ", "".join(words)).split())
        words.clear()
        if line:
            found.append(PdfLine(line, number, *place))

    def look_at_clock(operator: object, arguments: object, cm: object, tm: object) -> None:
        if clock() > until:
            raise SkipDocument(
                Reason.TOO_LARGE,
                f"The PDF takes more than {MOST_SECONDS:.0f} seconds to take apart. Save its text.",
            )

    def visit(text: str, cm: Any, tm: Any, font: object, size: float | None) -> None:
        nonlocal place
        for at, part in enumerate(text.split("\n")):
            if at:
                flush()
            if part.strip() and not any(map(str.strip, words)):
                place = _place(cm, tm, size)
            words.append(part)

    page.extract_text(visitor_text=visit, visitor_operand_before=look_at_clock)
    flush()
    return found


def _place(cm: Any, tm: Any, size: float | None) -> tuple[float, float, float]:
    """Where on the page some words begin, from its left and its foot, and how large they are; in points."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    return float(x), float(y), abs(float(size or 0) * tm[3] * cm[3])


def _refuse_empty(text: str) -> None:
    """Raise `SkipDocument` when there is no text layer, or one whose letters can't be told."""
    if not has_words(text) and not _UNKNOWN.search(text):
        raise SkipDocument(
            Reason.NOT_TEXT,
            "The PDF has no text layer: its pages are pictures. Recognise their text (OCR) and give that.",
        )
    if len(_UNKNOWN.findall(text)) > MOST_UNKNOWN * len(text.replace(" ", "")) or not has_words(text):
        raise SkipDocument(
            Reason.NOT_TEXT,
            "The PDF's fonts don't say which letters they draw. Recognise its text (OCR) and give that.",
        )


@cache
def _pypdf() -> ModuleType:
    """Pypdf, loaded at first use, with its warnings on single files kept off the screen."""
    import pypdf
    import pypdf.errors

    log = logging.getLogger("pypdf")
    log.addHandler(logging.NullHandler())
    log.propagate = False
    return pypdf
