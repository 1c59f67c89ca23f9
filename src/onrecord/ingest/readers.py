"""Which reader reads which kind of file: one table, and `load`, which uses it.

A new kind of file needs a line in each of the two tables here and a module that makes a document of
its bytes.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import sniff
from onrecord.ingest.files import read_file
from onrecord.ingest.fitting import fit
from onrecord.ingest.inputs import Defaults, Input
from onrecord.model import Document

# A file's suffix, in small letters → the name of its reader. What a reader of `MANY` holds is many
# documents, each of which has a reader of its own.
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
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
    ".zip": "zip",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".wet": "warc",
    ".wet.gz": "warc",
}
MANY = frozenset(("lines", "zip", "warc"))


def load(item: Input, *, defaults: Defaults | None = None) -> Document:
    """Read one document. Raises `SkipDocument` when it can't be read, and nothing else.

    `defaults` fill in what the document does not state of itself.
    """
    if item.failure is not None:
        raise item.failure
    data = item.data
    if data is None:
        data = read_file(item.file or item.path, item.max_bytes)
    doc = fit(item.complete(READERS[item.reader](data, item)))
    return doc if defaults is None else defaults.fill(doc)


def reader_for(data: bytes) -> str:
    """The name of the reader for a file of an unknown kind, by its first bytes.

    Raises `SkipDocument` for kinds that can't be read.
    """
    reader = sniff.binary_reader(data)
    if reader is not None:
        return reader
    kind = sniff.binary_kind(data)
    if kind is not None:
        raise SkipDocument(Reason.NOT_TEXT, f"It is {kind}. Give text, HTML, PDF, .docx or JSON lines.")
    return "html" if sniff.looks_like_html(data) else "text"


def _text(data: bytes, item: Input) -> Document:
    from onrecord.ingest.text import read_text

    return read_text(data, id=item.id, path=item.path)


def _html(data: bytes, item: Input) -> Document:
    from onrecord.ingest.html import read_html

    return read_html(data, id=item.id, path=item.path, address=item.address, charset=item.charset)


def _json(data: bytes, item: Input) -> Document:
    from onrecord.ingest.json_document import read_json

    return read_json(data, id=item.id, path=item.path, where=item.where)


def _pdf(data: bytes, item: Input) -> Document:
    from onrecord.ingest.pdf import read_pdf

    return read_pdf(data, id=item.id, path=item.path)


def _docx(data: bytes, item: Input) -> Document:
    from onrecord.ingest.docx import read_docx

    return read_docx(data, id=item.id, path=item.path)


def _eml(data: bytes, item: Input) -> Document:
    from onrecord.ingest.eml import read_eml

    return read_eml(data, id=item.id, path=item.path)


READERS: dict[str, Callable[[bytes, Input], Document]] = {
    "text": _text,
    "html": _html,
    "json": _json,
    "pdf": _pdf,
    "docx": _docx,
    "eml": _eml,
}
