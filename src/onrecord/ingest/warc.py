"""A web archive (WARC, plain or gzip) → one input for each page in it, without reading ahead.

Taken are answers of web servers (`response` records) with status 200 that are HTML or plain text, each with
its address and the time of its capture; pages that were kept without the server's answer (`resource`); and
texts that others made of pages (`conversion`, as in .wet files), where the pages themselves are not there. A
record that is damaged, and a file that was cut short, become an input that fails; what comes before and after
the damage is read. Memory holds one record at a time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.dates import iso_date
from onrecord.ingest.files import printable, too_large
from onrecord.ingest.gunzip import MAGIC, PIECE, Gunzip
from onrecord.ingest.inputs import Input
from onrecord.ingest.warc_pages import About, answered, kept, reader_of

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

# How often a file may be damaged before the rest is left. Each is an error that somebody has to look at.
MOST_BREAKS = 100

MARK = b"WARC/1."
# Where a record of a plain file may begin after a damaged one: after the empty lines that end each.
_NEXT = b"\r\n\r\n" + MARK
_LONGEST_HEADER = 64_000  # bytes; real ones have less than 2,000


def split_warc(stream: BinaryIO, *, path: str, max_bytes: int) -> Iterator[Input]:
    """One input for each page of a web archive; they are called by the file and the record's place in it.

    The place is the byte at which the record begins, in a gzip file that at which its gzip member does, as
    in indexes of archives. The stream must be one that can be read again from another place. Pages that
    are larger than `max_bytes` unpacked become inputs that fail.
    """
    size = stream.seek(0, os.SEEK_END)
    if not size:
        return
    stream.seek(0)
    packed = stream.read(len(MAGIC)) == MAGIC
    start, has_answers = 0, False
    for broken in range(MOST_BREAKS + 1):
        part = _Part(stream, start, packed=packed, has_answers=has_answers)
        yield from part.inputs(path, max_bytes)
        has_answers = part.has_answers
        if part.failure is None:
            return
        following = _next_start(stream, part.reached + 1, packed=packed)
        more = "" if following is None else f" Reading goes on at byte {following:,}."
        if broken == MOST_BREAKS and following is not None:
            more = " It is damaged in too many places; the rest is left."
        yield Input(
            id=f"{path}:{part.reached}",
            path=path,
            max_bytes=max_bytes,
            failure=SkipDocument(
                Reason.UNREADABLE, f"The archive, of {size:,} bytes, {part.failure}.{more} Fetch it anew."
            ),
        )
        if following is None:
            return
        start = following


class _Tail:
    """A stream that remembers the last bytes that were read from it."""

    def __init__(self, stream: BinaryIO | Gunzip) -> None:
        self._stream = stream
        self._given = 0
        self.last = b""

    def read(self, size: int = -1) -> bytes:
        found = self._stream.read(PIECE if size < 0 else size)
        self._given += len(found)
        self.last = (self.last + found)[-4:]
        return found

    def seek(self, offset: int, whence: int = 0) -> int:
        raise OSError("it is read from front to end only")

    def tell(self) -> int:
        return self._given

    def close(self) -> None:
        """Nothing; whoever opened the stream closes it."""


class _Part:
    """The records from one place of the file up to its end, or to the first damage."""

    def __init__(self, stream: BinaryIO, start: int, *, packed: bool, has_answers: bool) -> None:
        stream.seek(start)
        self._start = start
        self._gunzip = Gunzip(stream, start=start) if packed else None
        self._tail = _Tail(self._gunzip or stream)
        self.reached = start  # the place of the last record that was begun
        self.failure: str | None = None  # what is wrong there
        self.has_answers = has_answers  # of servers; texts made of pages are then passed over

    def inputs(self, path: str, max_bytes: int) -> Iterator[Input]:
        """The pages. Afterwards `failure` says what ended them before the end of the file."""
        from fastwarc.warc import ArchiveIterator

        try:
            # The block is read first and taken apart by itself: a page that is left half read would put
            # the iterator out of step.
            for record in ArchiveIterator(
                self._tail, parse_http=False, stream_detect=False, max_header_len=_LONGEST_HEADER
            ):
                self.reached = self._place(record)
                if self._may_be_page(record):
                    yield from self._page(record, path, max_bytes)
                else:
                    self._skip(record)
                if self.failure:
                    return
        except (OSError, ValueError) as error:
            if self._gunzip:
                self.reached = max(self.reached, self._gunzip.place(self._gunzip.tell()))
            self.failure = f"is damaged after byte {self.reached:,}: {error}"
            return
        if (self._gunzip and self._gunzip.cut) or not self._tail.last.endswith((b"\r\n\r\n", b"\n\n")):
            self._cut()

    def _cut(self) -> None:
        self.failure = f"was cut short: what begins at byte {self.reached:,} is not complete"

    def _place(self, record: WarcRecord) -> int:
        """Where in the file a record, or the gzip member that holds it, begins."""
        return self._gunzip.place(record.stream_pos) if self._gunzip else self._start + record.stream_pos

    def _may_be_page(self, record: WarcRecord) -> bool:
        """Whether a record may hold a page. Programs keep their own notes as `resource` records, too."""
        from fastwarc.warc import WarcRecordType

        kind = record.record_type
        if kind == WarcRecordType.response:
            self.has_answers = True
            return True
        if kind != WarcRecordType.resource and (kind != WarcRecordType.conversion or self.has_answers):
            return False
        address = (record.headers.get("WARC-Target-URI") or "").strip("<> ").lower()
        return address.startswith(("http://", "https://")) and bool(
            reader_of(record.headers.get("Content-Type"))
        )

    def _skip(self, record: WarcRecord) -> None:
        """Pass over a record's block, and see whether it is whole."""
        left = record.content_length
        while left > 0:
            found = record.reader.read(min(left, PIECE))
            if not found:
                return self._cut()
            left -= len(found)
        return None

    def _page(self, record: WarcRecord, path: str, max_bytes: int) -> Iterator[Input]:
        """The input for one record; none when it is no page."""
        from fastwarc.warc import WarcRecordType

        is_answer = record.record_type == WarcRecordType.response
        about = About(
            id=f"{path}:{self.reached}",
            path=path,
            max_bytes=max_bytes,
            where=f"The record at byte {self.reached:,}",
            address=printable(record.headers.get("WARC-Target-URI", "") or "").strip("<>") or None,
            captured=iso_date(record.headers.get("WARC-Date")),
        )
        # An answer is the page packed or in pieces; that it is larger than the page has no good reason.
        if record.content_length > (2 * max_bytes if is_answer else max_bytes):
            self._skip(record)
            if not self.failure:
                yield about.input(failure=too_large(about.where, record.content_length, max_bytes))
            return
        block = record.reader.read(record.content_length) if record.content_length else b""
        if len(block) < record.content_length:
            self._cut()
            return
        digest = record.headers.get("WARC-Block-Digest")
        if is_answer:
            found = answered(block, about, digest=digest)
        else:
            found = kept(block, about, content_type=record.headers.get("Content-Type"), digest=digest)
        if found is not None:
            yield found


def _next_start(stream: BinaryIO, start: int, *, packed: bool) -> int | None:
    """The first place from `start` on at which a record seems to begin; None when there is none."""
    mark, lead = (MAGIC, 0) if packed else (_NEXT, len(_NEXT) - len(MARK))
    stream.seek(start)
    at, before = start, b""
    while piece := stream.read(PIECE):
        window = before + piece
        offset = at - len(before)
        place = window.find(mark)
        while place >= 0:
            if not packed or _begins_record(stream, offset + place):
                return offset + place + lead
            place = window.find(mark, place + 1)
        at += len(piece)
        stream.seek(at)
        before = window[-(len(mark) - 1) :]
    return None


def _begins_record(stream: BinaryIO, place: int) -> bool:
    """Whether what is at this place of the file is gzip with a record in it."""
    try:
        return Gunzip(stream, start=place).read(len(MARK)).startswith(MARK)
    except OSError:
        return False
