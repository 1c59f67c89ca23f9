"""Hostile web archives."""

from __future__ import annotations

import gzip
from collections.abc import Callable

from tests.hostile.table import PARTLY, READ, REFUSED, Table

warcs = Table("Web archives")
SAID = b"Lee said: it rained"
CRLF = b"\r\n"


def record(
    body: bytes,
    *more: bytes,
    kind: bytes = b"response",
    length: object = None,
    address: bytes = b"https://post.example/1",
    content: bytes = b"application/http; msgtype=response",
    end: bytes = CRLF * 2,
) -> bytes:
    """A record with this block, and a length that may be a lie."""
    stated = str(len(body) if length is None else length).encode()
    head = [
        b"WARC/1.0",
        b"WARC-Type: " + kind,
        b"WARC-Target-URI: " + address,
        b"WARC-Date: 2018-07-27T08:00:00Z",
        b"Content-Type: " + content,
        *more,
        b"Content-Length: " + stated,
    ]
    return CRLF.join(head) + CRLF * 2 + body + end


def answer(body: bytes = SAID, *headers: bytes, kind: bytes = b"text/plain") -> bytes:
    return CRLF.join([b"HTTP/1.1 200 OK", b"Content-Type: " + kind, *headers]) + CRLF * 2 + body


KEPT = record(answer(b"Kim said: it snowed"))


def archived(tries: str, data: bytes | Callable[[], bytes], *, ends: str, name: str = "a.warc") -> None:
    warcs.file(tries, name, data, ends=ends)


archived("a length that is stated too large", KEPT + record(answer(), length=10_000), ends=PARTLY)
archived("a length that is stated too small", record(answer(), length=20) + KEPT, ends=PARTLY)
archived("a length below zero", record(answer(), length=-5) + KEPT, ends=PARTLY)
archived("a length that no number holds", record(answer(), length="9" * 400) + KEPT, ends=PARTLY)
archived("a length that is no number", record(answer(), length="abc") + KEPT, ends=PARTLY)
archived(
    "a length of gigabytes that are not there", KEPT + record(answer(), length=8_000_000_000), ends=PARTLY
)
archived("damage without end", (b"WARC/1.0\r\nContent-Length: 0\r\n\r\nabc\r\n\r\n" * 500), ends=REFUSED)
archived("a head without end", b"WARC/1.0\r\nA: " + b"a" * 2_000_000, ends=REFUSED)
archived("headers without end", b"WARC/1.0\r\n" + b"A: b\r\n" * 200_000 + CRLF, ends=REFUSED)
archived("ten thousand empty records", record(b"", kind=b"metadata") * 10_000 + KEPT, ends=READ)
archived(
    "gzip that was cut short",
    (gzip.compress(KEPT) + gzip.compress(record(answer(b"a" * 9000))))[:-20],
    ends=PARTLY,
    name="a.warc.gz",
)
archived(
    "gzip that is damaged in the middle",
    gzip.compress(KEPT) + gzip.compress(KEPT)[:40] + b"\xff" * 40 + gzip.compress(record(answer())),
    ends=PARTLY,
    name="a.warc.gz",
)
archived(
    "a record that is a bomb",
    lambda: gzip.compress(record(answer(bytes(20_000_000)))) + gzip.compress(KEPT),
    ends=PARTLY,
    name="a.warc.gz",
)
archived(
    "an answer that is a bomb",
    lambda: record(answer(gzip.compress(bytes(20_000_000)), b"Content-Encoding: gzip")) + KEPT,
    ends=PARTLY,
)
archived(
    "an answer that is a bomb in a bomb",
    lambda: (
        record(answer(gzip.compress(gzip.compress(bytes(20_000_000))), b"Content-Encoding: gzip, gzip"))
        + KEPT
    ),
    ends=PARTLY,
)
archived(
    "ten thousand members of gzip with nothing in them",
    gzip.compress(b"") * 10_000 + gzip.compress(KEPT),
    ends=READ,
    name="a.warc.gz",
)
archived(
    "words that were altered", record(answer(), b"WARC-Block-Digest: sha1:" + b"A" * 32) + KEPT, ends=PARTLY
)
archived(
    "an address with line breaks, terminal codes and markup",
    record(answer(), address=b"https://a.example/\x1b[2J<script>\xff\x00") + KEPT,
    ends=READ,
)
archived(
    "an address of sixty thousand characters",
    record(answer(), address=b"https://a.example/" + b"x" * 60_000) + KEPT,
    ends=READ,
)
archived("an address that is a file", record(answer(), address=b"file:///etc/passwd") + KEPT, ends=READ)
archived(
    "pieces of an answer that lie about their sizes",
    record(answer(b"ffffffffffff\r\nLee", b"Transfer-Encoding: chunked"))
    + record(answer(b"-5\r\nLee\r\n", b"Transfer-Encoding: chunked"))
    + KEPT,
    ends=PARTLY,
)
archived(
    "a packing that nobody knows",
    record(answer(b"\x1b\x00", b"Content-Encoding: br, x, gzip")) + KEPT,
    ends=PARTLY,
)
archived(
    "an answer that is none", record(bytes(5000)) + record(b"HTTP/1.1 200") + record(b"") + KEPT, ends=READ
)
archived(
    "an encoding that there is not",
    record(answer(kind=b"text/html; charset=" + b"x" * 5000)) + KEPT,
    ends=READ,
)
archived(
    "a page without an answer that is a file of this machine",
    record(SAID, kind=b"resource", address=b"file:///etc/passwd", content=b"text/plain") + KEPT,
    ends=READ,
)
archived(
    "a text made of a page that is larger than is allowed",
    record(b"Lee " * 1_000_000, kind=b"conversion", content=b"text/plain") + KEPT,
    ends=PARTLY,
)
archived(
    "kinds of records that there are not",
    record(SAID, kind=b"\xff" * 100, content=b"text/plain") + KEPT,
    ends=READ,
)
archived("no archive but a text of that name", b"Lee said no.", ends=REFUSED)
archived(
    "gzip of a web archive of a web archive",
    gzip.compress(record(answer(KEPT))),
    ends=REFUSED,
    name="a.warc.gz",
)
archived("no bytes at all", b"", ends=REFUSED)
