"""Cuts an encoded text into the windows that the network reads, one by one.

A window has a core, whose answers are used, and context to its left and right. Windows end where
paragraphs do, when a paragraph fits, and in no quotation where it can be helped.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.neural.encode import BREAK, START, Encoded, Encoder, Place
from onrecord.neural.words import Case, QuoteState

# Word pieces. The network was trained on windows of 96 to 288 pieces. On held-out articles windows of 224
# to 288 with contexts of 40 to 90 and 20 to 50 read alike (statement F1 .65 to .66); this is the fastest.
WINDOW, LEFT, RIGHT = 256, 40, 20
QUOTED = frozenset({int(QuoteState.INSIDE), int(QuoteState.IN_SINGLE)})


class Window(NamedTuple):
    """Words `start` to `end` are seen, `core_start` to `core_end` answered for (ends exclusive)."""

    start: int
    end: int
    core_start: int
    core_end: int


class WindowArrays(NamedTuple):
    """One window as numbers.

    ids: (pieces,); features: (pieces, 3), quote state, case and place; heads: (words,), where each
    word's first piece stands.
    """

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    heads: NDArray[np.int64]


def plan_windows(encoded: Encoded) -> list[Window]:
    """The windows of a text; their cores cover each word once, in order."""
    sizes = [len(pieces) + opens for pieces, opens in zip(encoded.pieces, encoded.opens, strict=True)]
    upto = [0, *accumulate(sizes)]
    total, windows, start = len(sizes), [], 0
    while start < total:
        left = _reach(upto, start, LEFT if start else 0, -1)
        room = WINDOW - 2 - (upto[start] - upto[left])
        if upto[total] - upto[start] > room:
            room -= RIGHT
        end = _core_end(encoded, upto, start, room)
        right = _reach(upto, end, RIGHT, +1)
        windows.append(Window(left, right, start, end))
        start = end
    return windows


def _reach(upto: list[int], word: int, pieces: int, step: int) -> int:
    """The farthest word boundary within so many pieces of `word`."""
    place = word
    while 0 <= place + step < len(upto) and abs(upto[place + step] - upto[word]) <= pieces:
        place += step
    return place


def _core_end(encoded: Encoded, upto: list[int], start: int, room: int) -> int:
    """Where a core that starts at `start` ends: at the last end of a paragraph in reach.

    Where there is none, as far as it reaches, or before the sentence with a quotation that it would cut.
    """
    end = max(_reach(upto, start, room, +1), start + 1)
    if end == len(encoded.words):
        return end
    least = next(word for word in range(start + 1, end + 1) if upto[word] - upto[start] >= room // 3)
    for cut in range(end, least - 1, -1):
        if encoded.opens[cut]:
            return cut
    if not _in_quotation(encoded, end):
        return end
    sentences = (cut for cut in range(end, least - 1, -1) if encoded.begins[cut])
    return next((cut for cut in sentences if not _in_quotation(encoded, cut)), end)


def _in_quotation(encoded: Encoded, word: int) -> bool:
    """Whether a quotation goes on from the word before."""
    return encoded.quotes[word - 1] in QUOTED and encoded.quotes[word] in QUOTED


def window_arrays(encoded: Encoded, words: Sequence[int], encoder: Encoder) -> WindowArrays:
    """The pieces and features of some words of a text, which need not be neighbours."""
    start, stop = encoder.special(START), encoder.special(BREAK)
    between = (int(QuoteState.OUTSIDE), int(Case.MARK), int(Place.BREAK))
    ids, features, heads = [start], [between], []
    for n, word in enumerate(words):
        if encoded.opens[word] and n:
            ids.append(stop)
            features.append(between)
        place = Place.FIRST_WORD if encoded.opens[word] else Place.WORD
        heads.append(len(ids))
        for piece in encoded.pieces[word]:
            ids.append(piece)
            features.append((encoded.quotes[word], encoded.cases[word], int(place)))
            place = Place.INSIDE_WORD
    ids.append(stop)
    features.append(between)
    return WindowArrays(np.array(ids), np.array(features), np.array(heads, dtype=np.int64))
