"""What can go wrong, and whether the run goes on.

    OnrecordError                 everything this package raises on purpose
    ├── SkipDocument(reason)      this one document is not read; the run goes on
    │   └── BrokenReading         our own check failed on this document: a bug, please report it
    └── StopRun(cause)            nothing more can be read; the run ends

Every error has a `kind` (one word for machines), a `message` (a sentence for people: what was met,
what is allowed, what to do) and an `exit_status`. Nothing here prints, logs or ends the program.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar


class Reason(StrEnum):
    """Why a document was not read."""

    EMPTY = "empty"
    LANGUAGE = "language"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    UNDECODABLE = "undecodable"
    UNREADABLE = "unreadable"
    NOT_TEXT = "not_text"
    MISSING = "missing"
    IS_ADDRESS = "is_address"
    MALFORMED_JSON = "malformed_json"
    NO_ARTICLE = "no_article"
    BROKEN_READING = "broken_reading"

    @property
    def skipped(self) -> bool:
        """Whether there was rightly nothing to read; any other reason counts as a failure."""
        return self in (Reason.EMPTY, Reason.LANGUAGE)

    @property
    def sentence(self) -> str:
        """What to tell a person when nothing more is known."""
        return _SENTENCES[self]


_SENTENCES = {
    Reason.EMPTY: "There are no words in it.",
    Reason.LANGUAGE: "It is not in English, the one language that onrecord reads.",
    Reason.BINARY: "It holds a character U+0000, so it is not text. Give text, HTML or JSON lines.",
    Reason.TOO_LARGE: "It is larger than allowed. Split it, or raise ONRECORD_MAX_BYTES.",
    Reason.UNDECODABLE: "Its characters can't be decoded. Save it as UTF-8 and try again.",
    Reason.UNREADABLE: "It can't be opened. Check that you may read it.",
    Reason.NOT_TEXT: "It is a kind of file that onrecord can't read. Give text, HTML or JSON lines.",
    Reason.MISSING: "There is no such file or folder. Check the path.",
    Reason.IS_ADDRESS: "It is a web address. Save the page and give the file: onrecord fetches nothing.",
    Reason.MALFORMED_JSON: 'It is not a line of JSON with a "text". See docs/format.md.',
    Reason.NO_ARTICLE: "No article was found in the page. Save the article's text and give that.",
    Reason.BROKEN_READING: "What was read failed onrecord's own check. This is a bug: please report it.",
}


class Cause(StrEnum):
    """Why a run ended before its work was done."""

    SETTINGS = "settings"
    WEIGHTS = "weights"
    INPUT = "input"
    OUTPUT = "output"


class OnrecordError(Exception):
    """Anything that onrecord raises on purpose: a kind, a message and an exit status.

    Its `args` are always what its class is called with, so that it survives the way back from a worker
    process; an error that does not would hang the whole pool.
    """

    # The program's exit status when this error reaches its edge.
    exit_status: ClassVar[int] = 1

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(kind, message)
        self.kind = kind
        self.message = message

    def __str__(self) -> str:
        return self.message


class SkipDocument(OnrecordError):
    """This document can't be read, for the given reason; the others can.

    `message` says what was met; without one, the reason's own sentence is used.
    """

    def __init__(self, reason: Reason | str, message: str | None = None) -> None:
        self.reason = Reason(reason)
        super().__init__(self.reason.value, message or self.reason.sentence)


class BrokenReading(SkipDocument):
    """A reading breaks one of the laws that onrecord checks on itself. `message` says which and where."""

    def __init__(self, message: str) -> None:
        super().__init__(Reason.BROKEN_READING, message)
        self.args = (message,)


class StopRun(OnrecordError):
    """Nothing more can be read: a setting is wrong, the weights are missing, the disk is full.

    The exit status is 2, as for a command that was typed wrongly, so that a script can tell it from
    a run in which documents failed (1, or 126 when more than half did).
    """

    exit_status = 2

    def __init__(self, cause: Cause | str, message: str) -> None:
        self.cause = Cause(cause)
        super().__init__(self.cause.value, message)
