"""Finds nearly equal documents: wire copy, and one article in two editions.

In: a text. Out: a MinHash of its pairs of words in bands, and how alike two of them are. Documents that share
a band are candidates; only those that share most of their pairs of words count.
"""

from __future__ import annotations

import hashlib
import re
import struct
from itertools import pairwise

PERMUTATIONS = 64
ROWS = 4  # of a band: with 16 bands, texts that share .7 of their pairs are candidates 99 times in 100
ALIKE = 0.7  # share of pairs of words from which two texts count as one
LEAST = 50  # words; shorter texts are alike by chance
WORD = re.compile(r"\w+")


def signature(text: str) -> tuple[int, ...]:
    """The MinHash of a text's pairs of words; empty for a text too short to tell."""
    words = WORD.findall(text.casefold())
    if len(words) < LEAST:
        return ()
    from datasketch import MinHash  # brings scipy, which takes seconds: questions do without

    sketch = MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch([f"{a} {b}".encode() for a, b in pairwise(words)])
    return tuple(int(value) for value in sketch.hashvalues)


def bands(sketch: tuple[int, ...]) -> list[int]:
    """The bands of a MinHash, each as one number of 63 bits that tells its place too."""
    rows = ((i, sketch[i : i + ROWS]) for i in range(0, len(sketch), ROWS))
    digests = (hashlib.blake2b(repr(row).encode(), digest_size=8).digest() for row in rows)
    return sorted({int.from_bytes(digest) >> 1 for digest in digests})


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of pairs of words that two texts have in common, estimated."""
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def packed(sketch: tuple[int, ...]) -> bytes:
    """A MinHash as it is kept."""
    return struct.pack(f"<{len(sketch)}I", *sketch)


def unpacked(data: bytes) -> tuple[int, ...]:
    """The MinHash that was kept."""
    return struct.unpack(f"<{len(data) // 4}I", data)
