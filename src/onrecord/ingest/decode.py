"""Bytes → characters, with nothing changed on the way, or a clear refusal.

For text: a byte-order mark decides, then UTF-8, then what the bytes look like. For HTML also what the
page says of itself. Guessing is for 8-bit files of old; a damaged UTF-8 file is never guessed at.
"""

from __future__ import annotations

import codecs
import re

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.sniff import HEAD, binary_kind

# The mark of UTF-32 begins with that of UTF-16, so it is tried first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Control characters that no text has. Tab, line ends, page end and escape (terminal colours) are let
# pass. One in fifty allows for a few stray ones; of random bytes about one in nine is such a character.
_CONTROL = bytes(sorted({*range(0x20), 0x7F} - {*b"\t\n\r\f\v\x1a\x1b"}))
_CONTROL_SHARE = 1 / 50

# What a Western text holds outside ASCII in Windows' code page 1252, and how much of it at most: French
# has about 4 %, Czech 15 %, Russian in its own code page more than 60 %.
_WESTERN = frozenset(
    "€‚„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\xa0¡¢£¥§¨©ª«®°±²³´·¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"
)
_WESTERN_SHARE = 0.2

_CHARSET = re.compile(
    rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)


def decode_text(data: bytes) -> str:
    """The characters of a text file, a byte-order mark kept. Raises `SkipDocument` when it is no text."""
    marked = _by_mark(data)
    if marked is not None:
        return _without_nul(marked)
    refuse_binary(data)
    try:
        return _without_nul(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise undecodable(error) from None
        guessed = _guess(data)
        if guessed is None:
            raise undecodable(error) from None
        return guessed


def decode_html(data: bytes, *, charset: str | None = None) -> str:
    """The characters of a web page: by its mark, as UTF-8, by what it says of itself, or guessed.

    `charset` is the encoding that the server told; it goes before the page's own word. Browsers show a
    damaged page, and so do we: what can't be decoded becomes U+FFFD.
    """
    marked = _by_mark(data)
    if marked is not None:
        return marked
    refuse_binary(data.replace(b"\0", b""))
    try:
        text = data.decode("utf-8")
        declared = None if len(text) < len(data) else _known(charset) or _declared(data)
        return data.decode(declared, "replace") if declared else text
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(data):
        return data.decode("utf-8", "replace")
    declared = _known(charset) or _declared(data)
    return data.decode(declared, "replace") if declared else _guess(data) or data.decode("cp1252", "replace")


def refuse_binary(data: bytes) -> None:
    """Raise `SkipDocument` when bytes that carry no byte-order mark are not text."""
    kind = binary_kind(data)
    if kind is not None:
        raise SkipDocument(Reason.BINARY, f"It is {kind}, not text. Give text, HTML or JSON lines.")
    _without_nul(data[: data.find(b"\0") + 1].decode("latin-1"))
    controls = len(data) - len(data.translate(None, _CONTROL))
    if controls > len(data) * _CONTROL_SHARE:
        raise SkipDocument(
            Reason.BINARY,
            f"{controls:,} of its {len(data):,} bytes are control characters, so it is not text. "
            "Give text, HTML or JSON lines.",
        )


def undecodable(error: UnicodeDecodeError) -> SkipDocument:
    """The refusal of bytes that are no characters; says where the first of them stands."""
    line = error.object.count(b"\n", 0, error.start) + 1
    where = f"byte {error.start + 1:,} of {len(error.object):,}, in line {line:,}"
    if error.reason in ("unexpected end of data", "truncated data"):
        return SkipDocument(
            Reason.UNDECODABLE,
            f"It ends in the middle of a character ({where}). It was cut short: fetch it anew.",
        )
    return SkipDocument(
        Reason.UNDECODABLE,
        f"Its characters can't be decoded: {where}, fits nowhere. Save it as UTF-8 and try again.",
    )


def _without_nul(text: str) -> str:
    place = text.find("\0")
    if place >= 0:
        raise SkipDocument(
            Reason.BINARY,
            f"It holds U+0000, first as character {place + 1:,}, so it is not text. "
            "If it is text in UTF-16, save it as UTF-8.",
        )
    return text


def _by_mark(data: bytes) -> str | None:
    """The characters of bytes that begin with a byte-order mark, or None when they don't."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                if encoding != "utf-32-le":  # else it may be UTF-16 that begins with U+0000
                    raise undecodable(error) from None
    return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 were once: most of what is beyond ASCII still decodes."""
    text = data.decode("utf-8", "replace")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    return beyond - broken > broken


def _guess(data: bytes) -> str | None:
    """The characters of an 8-bit or East Asian file, by what it looks like; None when nothing fits."""
    from resiliparse.parse.encoding import detect_encoding

    western = _decoded(data, "cp1252")
    if western is not None:
        plain = len(western.encode("ascii", "ignore"))
        few = len(western) - plain <= len(western) * _WESTERN_SHARE
        if few and all(c < "\x80" or c in _WESTERN for c in set(western)):
            return western
    return _decoded(data, detect_encoding(data))


def _decoded(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    """The encoding that a page says it has, by the name Python knows, unless it is UTF-8 or unknown."""
    found = _CHARSET.search(data[:HEAD])
    return None if found is None else _known((found[1] or found[2]).decode("ascii", "replace"))


def _known(charset: str | None) -> str | None:
    """An encoding by the name Python knows, as browsers take it, unless it is UTF-8 or unknown."""
    from resiliparse.parse.encoding import map_encoding_to_html5

    name = map_encoding_to_html5(charset, fallback_utf8=False) if charset else None
    try:
        return codecs.lookup(name).name if name and not name.startswith("utf") else None
    except LookupError:
        return None
