"""Bytes from disk: names taken apart, and reading that stops at a limit.

Goes in: paths and open streams. Comes out: bytes, or `SkipDocument` with a sentence that says what to
do. Knows nothing of what the bytes mean.
"""

from __future__ import annotations

import os
import re
import stat
from typing import BinaryIO

from onrecord.errors import Reason, SkipDocument

# What ends a file's name is a kind of file only when it looks like one: ".26" of "2018.07.26" and
# ". Smith" of "Mr. Smith" do not.
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}")


def split_suffix(name: str) -> tuple[str, str]:
    """A file's name without its suffix, and the suffix in lower case ("" when it has none)."""
    stem, dot, last = name.rpartition(".")
    if stem and _SUFFIX.fullmatch(dot + last):
        return stem, "." + last.lower()
    return name, ""


def printable(path: str) -> str:
    """A path as it can be printed: bytes that are no characters become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_file(path: str, max_bytes: int) -> bytes:
    """All bytes of a file. Raises `SkipDocument` when it can't be opened or is larger than allowed."""
    try:
        with open(path, "rb") as stream:
            status = os.fstat(stream.fileno())
            size = status.st_size if stat.S_ISREG(status.st_mode) else None
            if size is not None and size > max_bytes:
                raise too_large("It", size, max_bytes)
            return read_stream(stream, max_bytes)
    except (OSError, ValueError) as error:
        raise unopened(error) from None


def read_stream(stream: BinaryIO, max_bytes: int, *, before: bytes = b"") -> bytes:
    """What was read `before` and the rest of a stream. Raises `SkipDocument` when that is too much."""
    data = before + stream.read(max(0, max_bytes + 1 - len(before)))
    if len(data) > max_bytes:
        raise too_large("It", None, max_bytes)
    return data


def too_large(what: str, size: int | None, max_bytes: int) -> SkipDocument:
    """The refusal of something larger than allowed; `size` in bytes, None when it was not counted."""
    has = (
        f"{size:,} bytes; the limit is {max_bytes:,}" if size else f"more than {max_bytes:,} bytes, the limit"
    )
    return SkipDocument(
        Reason.TOO_LARGE, f"{what} has {has}. Split it, or raise --max-bytes or ONRECORD_MAX_BYTES."
    )


def unopened(error: OSError | ValueError) -> SkipDocument:
    """The refusal of what the system would not open."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return SkipDocument(Reason.MISSING)
    why = error.strerror if isinstance(error, OSError) else str(error)
    return SkipDocument(Reason.UNREADABLE, f"It can't be opened: {why}. Check that you may read it.")
