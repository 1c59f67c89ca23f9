"""Reads one input to an outcome: a reading, or a reading with the error that says why there is none.

This is an edge: whatever goes wrong with one document ends here, so that the others can be read.
"""

from __future__ import annotations

from typing import Protocol

from onrecord.errors import OnrecordError, SkipDocument
from onrecord.ingest import Defaults, Input, load
from onrecord.model import Document, Failure, ReaderInfo, Reading

# Kinds of failure that are not a document's fault, and so are no `Reason`.
CRASHED = "crashed"
DIED = "died"


class DocumentReader(Protocol):
    """What reads documents: `onrecord.analysis.reader.Reader`, or a stand-in for it in tests."""

    @property
    def info(self) -> ReaderInfo:
        """Which program and weights it is."""
        ...

    def read(self, document: Document) -> Reading:
        """The reading of a document. Raises `SkipDocument` when it can't be read."""
        ...


def read_one(item: Input, reader: DocumentReader, defaults: Defaults | None) -> Reading:
    """Load and read one document; what fails is told by the reading's `error`.

    Raises `StopRun` when nothing more can be read.
    """
    doc: Document | None = None
    try:
        doc = load(item, defaults=defaults)
        return reader.read(doc)
    except SkipDocument as skip:
        failure = Failure(skip.kind, skip.message)
    except OnrecordError:
        raise
    except Exception as error:  # the edge: a bug that one text brings out must not cost the whole run
        failure = Failure(CRASHED, f"{type(error).__name__}: {error}. This is a bug: please report it.")
    return failed(item, failure, reader.info, doc=doc)


def failed(item: Input, failure: Failure, info: ReaderInfo, *, doc: Document | None = None) -> Reading:
    """The outcome of an input that was not read; `doc` is the document, where it was at least loaded."""
    return Reading(doc or Document(id=item.id, path=item.path, text=""), info, error=failure)
