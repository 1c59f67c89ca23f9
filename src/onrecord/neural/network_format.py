"""What the network's outputs mean: the tags of words and which may follow which."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


class Tag(IntEnum):
    """The part that a word plays."""

    OUTSIDE = 0
    SOURCE = 1
    CUE = 2
    CUE_INSIDE = 3
    CONTENT = 4
    CONTENT_INSIDE = 5
    CONTENT_END = 6
    CONTENT_SINGLE = 7


OPEN = (Tag.CONTENT, Tag.CONTENT_INSIDE)  # after these the content goes on
GOES_ON = (Tag.CONTENT_INSIDE, Tag.CONTENT_END)


def allowed_transitions() -> NDArray[np.bool_]:
    """Whether tag j may follow tag i; shape (tags, tags)."""
    allowed = np.ones((len(Tag), len(Tag)), dtype=np.bool_)
    for i in Tag:
        for j in Tag:
            if (i in OPEN) is not (j in GOES_ON):
                allowed[i, j] = False
            if j is Tag.CUE_INSIDE and i not in (Tag.CUE, Tag.CUE_INSIDE):
                allowed[i, j] = False
    return allowed
