"""Short texts made small: zlib with what articles and readings often hold known beforehand.

In: bytes and which of the two they are. Out: fewer bytes, and from these the same again. The two files in
`frequent` were made of this project's own samples. What was packed with them can't be unpacked without them,
so they never change (a test holds their digests): what may be better later is another pair beside them.
"""

from __future__ import annotations

import zlib
from enum import StrEnum
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("frequent")
LEVEL = 9


class Sort(StrEnum):
    """What is packed: an article's text, or what was read in one."""

    ARTICLE = "article.txt"
    READING = "reading.json"


@cache
def frequent(sort: Sort) -> bytes:
    """What texts of a sort often hold, the most frequent last."""
    return (FOLDER / sort.value).read_bytes()


def pack(data: bytes, sort: Sort) -> bytes:
    """Bytes as they are kept."""
    packer = zlib.compressobj(LEVEL, zdict=frequent(sort))
    return packer.compress(data) + packer.flush()


def unpack(data: bytes, sort: Sort) -> bytes:
    """The bytes that were packed. Raises `zlib.error` where they are damaged."""
    unpacker = zlib.decompressobj(zdict=frequent(sort))
    whole = unpacker.decompress(data) + unpacker.flush()
    if not unpacker.eof:
        raise zlib.error("the packed bytes end too early")
    return whole
