"""Gzip → bytes, never more at a time than asked for, with where each member began.

A gzip file of web records is many members, one after the other, and a page sent over the web is one. Python's
own reader tells neither where a member began nor how far it got when one is damaged. Goes in: an open stream,
or bytes. Comes out: bytes. Nothing here holds more than a piece in memory, so a small file that unpacks to a
huge one costs time at most.
"""

from __future__ import annotations

import io
import zlib
from bisect import bisect_right
from typing import BinaryIO

from onrecord.errors import Reason, SkipDocument

MAGIC = b"\x1f\x8b\x08"
PIECE = 65_536  # bytes that are read or unpacked at a time
_WINDOW = 31  # zlib's word for "a gzip member"
MOST_MEMBERS = 1_000_000  # remembered by their place; a member of a later one is told as this one's


class Gunzip:
    """A stream of what is in a gzip file, to be read once from front to end.

    Raises `OSError` from `read` where the file is damaged; `cut` says afterwards that it ended in the middle
    of a member. `start` is the place in the file, in bytes, of the first member.
    """

    def __init__(self, stream: BinaryIO, *, start: int = 0) -> None:
        stream.seek(start)
        self._stream = stream
        self._member = zlib.decompressobj(_WINDOW)
        self._packed = b""  # read, not yet unpacked
        self._read = start  # bytes of the file up to the end of `_packed`
        self._given = 0  # bytes that were unpacked
        self._began: list[tuple[int, int]] = [(0, start)]
        self._inside = False
        self.cut = False

    def read(self, size: int = PIECE) -> bytes:
        """The next bytes, `size` at most; none at the end."""
        size = PIECE if size < 0 else size
        while size:
            ended = not self._packed and not self._more()
            if ended and not self._inside:
                return b""
            if not self._inside and not self._begin():
                continue
            try:
                found = self._member.decompress(self._packed, size)
            except zlib.error as error:
                raise OSError(str(error).lower()) from None
            self._packed = self._member.unconsumed_tail
            if self._member.eof:
                self._packed = self._member.unused_data
                self._inside = False
            if found:
                self._given += len(found)
                return found
            if ended:
                self.cut = self._inside
                return b""
        return b""

    def tell(self) -> int:
        """How many bytes were given out."""
        return self._given

    def place(self, given: int) -> int:
        """Where in the file the member begins from which the byte number `given` came."""
        return self._began[max(0, bisect_right(self._began, (given, 1 << 62)) - 1)][1]

    def close(self) -> None:
        """Nothing; the file is closed by whoever opened it."""

    def _more(self) -> bool:
        self._packed = self._stream.read(PIECE)
        self._read += len(self._packed)
        return bool(self._packed)

    def _begin(self) -> bool:
        """Begin the next member; False when there were only zeros, as tapes pad files with."""
        self._packed = self._packed.lstrip(b"\0")
        if not self._packed:
            return False
        at = (self._given, self._read - len(self._packed))
        if self._began[-1][0] == at[0]:
            self._began[-1] = at
        elif len(self._began) < MOST_MEMBERS:
            self._began.append(at)
        self._member = zlib.decompressobj(_WINDOW)
        self._inside = True
        return True


def gunzip(data: bytes, max_bytes: int, *, what: str = "It") -> bytes:
    """What is in some gzip. Raises `SkipDocument` when it is damaged, cut short, or more than `max_bytes`."""
    packed = Gunzip(io.BytesIO(data))
    found = bytearray()
    try:
        while piece := packed.read(max_bytes + 1 - len(found)):
            found += piece
            if len(found) > max_bytes:
                raise SkipDocument(
                    Reason.TOO_LARGE, f"{what} unpacks to more than {max_bytes:,} bytes, the limit."
                )
    except OSError as error:
        raise SkipDocument(Reason.UNREADABLE, f"{what} can't be unpacked: {error}. Fetch it anew.") from None
    if packed.cut:
        raise SkipDocument(Reason.UNREADABLE, f"{what} was cut short. Fetch it anew.")
    return bytes(found)
