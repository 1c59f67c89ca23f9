"""Which reader reads which kind of file: one table, and `load`, which uses it.

A new kind of file needs a line in each of the two tables here and a module that makes a document of
its bytes.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import sniff
from onrecord.ingest.files import read_file
from onrecord.ingest.inputs import Defaults, Input
from onrecord.model import Document

# A file's suffix, in small letters → the name of its reader. "lines" and "json" hold many documents;
# each of theirs is read by the reader "json".
SUFFIXES = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}


def load(item: Input, *, defaults: Defaults | None = None) -> Document:
    """Read one document. Raises `SkipDocument` when it can't be read, and nothing else.

    `defaults` fill in what the document does not state of itself.
    """
    if item.failure is not None:
        raise item.failure
    data = item.data
    if data is None:
        data = read_file(item.file or item.path, item.max_bytes)
    doc = READERS[item.reader](data, item)
    return doc if defaults is None else defaults.fill(doc)


def reader_for(data: bytes) -> str:
    """The name of the reader for one document of an unknown kind, by its first bytes.

    Raises `SkipDocument` for kinds that can't be read.
    """
    kind = sniff.binary_kind(data)
    if kind is not None:
        raise SkipDocument(Reason.NOT_TEXT, f"It is {kind}. Give text, HTML or JSON lines.")
    return "html" if sniff.looks_like_html(data) else "text"


def _text(data: bytes, item: Input) -> Document:
    from onrecord.ingest.text import read_text

    return read_text(data, id=item.id, path=item.path)


def _html(data: bytes, item: Input) -> Document:
    from onrecord.ingest.html import read_html

    return read_html(data, id=item.id, path=item.path)


def _json(data: bytes, item: Input) -> Document:
    from onrecord.ingest.json_document import read_json

    return read_json(data, id=item.id, path=item.path, where=item.where)


READERS: dict[str, Callable[[bytes, Input], Document]] = {"text": _text, "html": _html, "json": _json}
