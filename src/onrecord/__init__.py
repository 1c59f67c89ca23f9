"""onrecord reads news and keeps the record of who said what.

The front door: `read` an article and get a `Reading`; `load` the reader once and use it again and again.
Importing this loads nothing heavy: the model comes with the first reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError, SkipDocument, StopRun
from onrecord.model import (
    Anonymity,
    Document,
    Entity,
    EntityType,
    Failure,
    Form,
    Gender,
    Kind,
    Label,
    Medium,
    OwnVoice,
    ReaderInfo,
    Reading,
    Reference,
    Region,
    RegionKind,
    Span,
    Spans,
    Speaker,
    Statement,
    Status,
    Voice,
    When,
    Words,
)

if TYPE_CHECKING:
    from onrecord.analysis.reader import Reader

__all__ = [
    "Anonymity",
    "Document",
    "Entity",
    "EntityType",
    "Failure",
    "Form",
    "Gender",
    "Kind",
    "Label",
    "Medium",
    "OnrecordError",
    "OwnVoice",
    "ReaderInfo",
    "Reading",
    "Reference",
    "Region",
    "RegionKind",
    "SkipDocument",
    "Span",
    "Spans",
    "Speaker",
    "Statement",
    "Status",
    "StopRun",
    "Voice",
    "When",
    "Words",
    "__version__",
    "load",
    "read",
]

__version__: str

_reader: Reader | None = None


def load() -> Reader:
    """The reader that ships with onrecord, for reading many documents.

    The first call takes about a second, later ones give the same reader. A reader may be used from one
    thread at a time. Raises `StopRun` when the weights are missing or damaged.
    """
    global _reader
    if _reader is None:
        from onrecord import loading

        _reader = loading.load()
    return _reader


def read(
    text_or_document: str | Document,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Reading:
    """Read one article: who said what, and what the outlet says itself.

    Takes a text or a `Document`; what is said of it here wins over what the document says. All places in
    the reading are code points of the text as it was given. Raises `SkipDocument` when there is nothing to
    read: no words, not English, not text.
    """
    return load().read(_document(text_or_document, published=published, outlet=outlet, title=title))


def _document(given: str | Document, **known: str | None) -> Document:
    """The document to read. A text's headline and bylines are recognised as they are in a file."""
    from dataclasses import replace

    stated = {key: value for key, value in known.items() if value is not None}
    if isinstance(given, str):
        from onrecord.ingest import document_of

        given = document_of(given, title=stated.get("title"))
    return replace(given, **stated)  # type: ignore[arg-type]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> str:
        """The version, which takes a while to look up; so it is looked up only when asked for."""
        if name != "__version__":
            raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("onrecord")
        except PackageNotFoundError:  # a folder of source files that was never installed
            return "0+unknown"
