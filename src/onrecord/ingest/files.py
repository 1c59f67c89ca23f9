"""Bytes from disk: names taken apart, and reading that stops at a limit.

Goes in: paths and open streams. Comes out: bytes, or `SkipDocument` with a sentence that says what to
do. Knows nothing of what the bytes mean.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from functools import cache
from typing import BinaryIO

from onrecord.errors import Reason, SkipDocument

# What ends a file's name is a kind of file only when it looks like one: ".26" of "2018.07.26" and
# ". Smith" of "Mr. Smith" do not.
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}")
_DOUBLE = (".warc.gz", ".wet.gz")  # suffixes of two parts

# What a name may do to a terminal or a page when it is printed: control characters (colours, a cursor that
# moves) and marks that turn the direction of writing ("fdp.txt" that is shown as "txt.pdf").
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

# What is open already, by name: `/dev/stdin`, or what a shell puts for `<(command)`.
_OPEN_ALREADY = re.compile(r"/dev/(?:stdin|fd/\d+)|/proc/(?:self|\d+)/fd/\d+")
_SPECIAL = (
    (stat.S_ISFIFO, "a named pipe, and whoever reads it waits until somebody writes"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def split_suffix(name: str) -> tuple[str, str]:
    """A file's name without its suffix, and the suffix in lower case ("" when it has none)."""
    double = next((suffix for suffix in _DOUBLE if name.lower().endswith(suffix)), None)
    if double and len(name) > len(double):
        return name[: -len(double)], double
    stem, dot, last = name.rpartition(".")
    if stem and _SUFFIX.fullmatch(dot + last):
        return stem, "." + last.lower()
    return name, ""


def printable(path: str) -> str:
    """A path as it can be printed: bytes that are no characters, and control characters, become U+FFFD."""
    return UNPRINTABLE.sub("\ufffd", os.fsencode(path).decode("utf-8", "replace"))


def refuse_special(path: str) -> None:
    """Raise `SkipDocument` for what is no file but a named pipe, a socket, a device or a word of the system.

    Opening or reading one can take for ever. Pipes that are open already, such as `/dev/stdin`, are let pass.
    Raises `OSError` or `ValueError` when nothing is there.
    """
    status = os.stat(path)
    kind = next((words for is_special, words in _SPECIAL if is_special(status.st_mode)), None)
    if kind is None and status.st_dev in _windows():
        kind = "what the system tells of itself"
    if kind is not None and not _OPEN_ALREADY.fullmatch(os.path.normpath(path)):
        raise SkipDocument(
            Reason.NOT_TEXT,
            f"It is {kind}. Give a file or a folder, or - for standard input: command | onrecord read -",
        )


@cache
def _windows() -> frozenset[int]:
    """The devices of the folders in which Linux tells of itself by what looks like files."""
    found = set()
    for folder in ("/proc", "/sys"):
        with suppress(OSError):
            found.add(os.stat(folder).st_dev)
    return frozenset(found - {os.stat("/").st_dev})


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
