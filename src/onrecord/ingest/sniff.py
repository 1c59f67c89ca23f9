"""What some bytes are, told by their first few: HTML, JSON, a known kind of binary file, or text.

Used where a name does not say it (standard input, unknown suffixes), and to name what a file that is
called text really is. Looks at the first bytes only.
"""

from __future__ import annotations

import re
import zlib

HEAD = 4096  # bytes that are looked at

_WARC = b"WARC/1."
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (_WARC, "a web archive (WARC)"),
)

UTF8_MARK = b"\xef\xbb\xbf"
_HTML = re.compile(
    rb"\s*+(?:<\?xml[^>]{0,200}>\s*+)?+(?:(?><!--.*?-->)\s*+)*+"
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|article|main|section|header|div|"
    rb"table|h[1-6]|p|a|br|ul|figure|blockquote)(?=[\s>/]))",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(rb"\s*[\[{]")
_SURELY_JSON = re.compile(rb"\s*(?:\{\s*\"|\[\s*\{\s*\")")


_WORD = re.compile(r"[^\W_]")


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in a text."""
    return _WORD.search(text) is not None


def binary_kind(data: bytes) -> str | None:
    """What a binary file is, in words ("a PDF"), where its first bytes say so."""
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def binary_reader(data: bytes) -> str | None:
    """The name of the reader for a binary file that can be read, by its first bytes; else None."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):  # the second begins an empty one
        return "zip"
    if data.startswith((b"\x1f\x8b", _WARC)) and ungzipped(data[:HEAD], len(_WARC)) == _WARC:
        return "warc"
    return None


def looks_like_html(data: bytes) -> bool:
    """Whether the bytes begin like a web page."""
    return _HTML.match(_head(data)) is not None


def may_be_json(data: bytes) -> bool:
    """Whether the bytes begin with a bracket, as JSON does; so does some text."""
    return _JSON.match(_head(data)) is not None


def is_surely_json(data: bytes) -> bool:
    """Whether the bytes begin as no text does: with a bracket and a quoted key."""
    return _SURELY_JSON.match(_head(data)) is not None


def ungzipped(head: bytes, size: int) -> bytes:
    """The first `size` bytes in a gzip file that begins with these; of other bytes these themselves."""
    if not head.startswith(b"\x1f\x8b"):
        return head[:size]
    try:
        return zlib.decompressobj(wbits=31).decompress(head, size)
    except zlib.error:
        return b""


def _head(data: bytes) -> bytes:
    return data[:HEAD].removeprefix(UTF8_MARK)
