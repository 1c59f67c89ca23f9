"""The block of a WARC record → the page in it as an input, or nothing where it holds none.

A server's answer is unpacked, never beyond the limit; a page that was kept without an answer, and a text
that somebody made of a page, are taken as they are. A block that is not what its digest says is an input that
fails.
"""

from __future__ import annotations

import re
from base64 import b32encode
from dataclasses import dataclass
from hashlib import sha1

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.files import too_large
from onrecord.ingest.inputs import Input

# What is kept of a page: the reader that its type names. Other types are pictures, scripts, feeds …
TYPES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_SHA1 = re.compile(r"sha1:([A-Z2-7]{32})")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a page before it is unpacked."""

    id: str
    path: str
    max_bytes: int
    where: str
    address: str | None
    captured: str | None

    def input(
        self,
        *,
        reader: str = "html",
        data: bytes | None = None,
        charset: str | None = None,
        failure: SkipDocument | None = None,
    ) -> Input:
        """The input, with the page or with the reason why there is none."""
        return Input(
            id=self.id,
            path=self.path,
            max_bytes=self.max_bytes,
            reader=reader,
            data=data,
            where=self.where,
            address=self.address,
            captured=self.captured,
            charset=charset,
            failure=failure,
        )


def reader_of(content_type: str | None) -> str | None:
    """The name of the reader for a type such as "text/html; charset=utf-8"; None for what is no page."""
    return TYPES.get((content_type or "").partition(";")[0].strip().lower())


def kept(block: bytes, about: About, *, content_type: str | None, digest: str | None) -> Input | None:
    """The page that a block is, by the type that its record states; None when it is none."""
    reader = reader_of(content_type)
    if reader is None:
        return None
    if _is_other(block, digest):
        return about.input(failure=_altered(about))
    charset = _CHARSET.search(content_type or "")
    return about.input(reader=reader, data=block, charset=charset[1] if charset else None)


def answered(block: bytes, about: About, *, digest: str | None) -> Input | None:
    """The page in a server's answer; None when there is none in it."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    record = WarcRecord()
    record.record_type = WarcRecordType.response
    record.is_http = True
    record.set_bytes_content(block)
    try:
        record.parse_http(auto_decode="all")
        # None, whatever its type says, where the block does not begin as an answer does.
        if getattr(record.http_headers, "status_code", None) != 200:
            return None
        reader = reader_of(record.http_content_type)
        if reader is None:
            return None
        data = record.reader.read(about.max_bytes + 1)
    except (OSError, ValueError, UnicodeDecodeError) as error:
        why = SkipDocument(
            Reason.UNREADABLE, f"{about.where} can't be unpacked ({error}). Fetch the page anew."
        )
        return about.input(failure=why)
    if _is_other(block, digest):
        return about.input(failure=_altered(about))
    if len(data) > about.max_bytes:
        return about.input(failure=too_large(about.where, None, about.max_bytes))
    return about.input(reader=reader, data=data, charset=record.http_charset)


def _is_other(block: bytes, digest: str | None) -> bool:
    """Whether a block is not the one whose SHA-1 the archive names. Digests of other kinds are let pass."""
    stated = _SHA1.fullmatch(digest or "")
    return stated is not None and b32encode(sha1(block, usedforsecurity=False).digest()).decode() != stated[1]


def _altered(about: About) -> SkipDocument:
    return SkipDocument(Reason.UNREADABLE, f"{about.where} is not what its digest says. Fetch it anew.")
