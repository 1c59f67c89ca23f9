"""onrecord reads news and keeps the record of who said what.

The front door: `read` an article and get a `Reading`; `load` the reader once and use it again and again;
`open_record` to keep readings, and to ask who said what. Importing this loads nothing heavy: the model comes
with the first reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import Cause, OnrecordError, SkipDocument, StopRun
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
    from pathlib import Path

    from onrecord.analysis.reader import Reader
    from onrecord.record import Record

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
    "open_record",
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
    the reading are code points of the text as it was given. `published` is a day or a time, as ISO 8601
    ("2018-07-26") or in plain words ("26 July 2018").

    Raises `SkipDocument` when there is nothing to read: no words, not English, not text; `StopRun` when
    `published` is no date; `TypeError` for things of other types.
    """
    document = _document(text_or_document, published=published, outlet=outlet, title=title)
    return load().read(document)


def open_record(address: str | Path = "onrecord.db", *, create: bool = True) -> Record:
    """The record in a file, or at a PostgreSQL address (`postgresql://…`), for use in a `with` statement.

    One that is not there is made, if `create`. `record.writer.add(reading)` keeps a reading,
    `record.questions` answers, and `record.judgements` keeps what people decide. Raises `StopRun` where it
    can't be opened.
    """
    from onrecord import record

    return record.open_record(address, create=create)


def _document(given: str | Document, **known: str | None) -> Document:
    """The document to read. A text's headline and bylines are recognised as they are in a file."""
    from dataclasses import replace

    _refuse_other_types(given, known)
    stated = {key: value for key, value in known.items() if value is not None}
    if "published" in stated:
        stated["published"] = _date(stated["published"])
    if isinstance(given, str):
        from onrecord.ingest import document_of

        given = document_of(given, title=stated.get("title"))
    return replace(given, **stated)  # type: ignore[arg-type]


def _refuse_other_types(given: object, known: dict[str, str | None]) -> None:
    """Raise `TypeError` for bytes, paths, None and the like, with what to give instead."""
    if not isinstance(given, str | Document):
        how = {"bytes": ": decode it first, as data.decode()", "NoneType": ""}.get(
            type(given).__name__, "; of a file give its words, as path.read_text()"
        )
        raise TypeError(f"read() takes a text (str) or a Document, not {_named(given)}{how}.")
    for key, value in known.items():
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{key} must be a str or None, not {_named(value)}.")


def _named(value: object) -> str:
    """A value and its type, short enough for a message."""
    shown = repr(value)
    return (
        "None" if value is None else f"{type(value).__name__} ({shown[:40]}{'…' if len(shown) > 40 else ''})"
    )


def _date(published: str) -> str:
    """A date as ISO 8601. Raises `StopRun` for what is none, or has two meanings."""
    from onrecord.ingest import iso_date

    date = iso_date(published)
    if date is None:
        raise StopRun(
            Cause.INPUT,
            f"published is {published!r}, which is not a date with one meaning. "
            "Give a day as YYYY-MM-DD, such as 2018-07-26, or leave it out.",
        )
    return date


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
