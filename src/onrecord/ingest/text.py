"""A text → a document. The text is its decoded characters, nothing changed; what is not the article in
it is marked.
"""

from __future__ import annotations

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.decode import decode_text
from onrecord.ingest.marks import mark
from onrecord.ingest.sniff import has_words
from onrecord.model import Document
from onrecord.model.document import digest_of


def read_text(data: bytes, *, id: str, path: str) -> Document:
    """The document of a text file's bytes. Raises `SkipDocument` when they are no text or hold no words."""
    return document_of(decode_text(data), id=id, path=path, original_digest=digest_of(data))


def document_of(
    text: str, *, id: str = "-", path: str = "-", title: str | None = None, original_digest: str | None = None
) -> Document:
    """The document of a text, which is kept as it is.

    `title` is the headline where it is known; else the text's first line is, when it looks like one.
    Raises `SkipDocument` when there is no word in the text or it can't be text.
    """
    refuse_wordless(text)
    marks = mark(text, title=title)
    return Document(
        id=id,
        path=path,
        text=text,
        title=marks.title,
        byline=marks.byline,
        agency=marks.agency,
        regions=marks.regions,
        original_digest=original_digest,
    )


def refuse_wordless(text: str) -> None:
    """Raise `SkipDocument` for a text without a word, with U+0000, or with halves of characters."""
    if "\0" in text:
        raise SkipDocument(Reason.BINARY)
    if not has_words(text):
        raise SkipDocument(Reason.EMPTY)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SkipDocument(
            Reason.UNDECODABLE,
            f"Character {error.start + 1:,} of its text is half of one (a lone surrogate).",
        ) from None
