"""Which tags may follow which."""

from __future__ import annotations

import pytest

from onrecord.neural.network_format import Tag, allowed_transitions

ANYWHERE = {Tag.OUTSIDE, Tag.SOURCE, Tag.CUE, Tag.CONTENT, Tag.CONTENT_SINGLE}
INSIDE = {Tag.CONTENT_INSIDE, Tag.CONTENT_END}


@pytest.mark.parametrize(
    ("tag", "next_tags"),
    [
        (Tag.OUTSIDE, ANYWHERE),
        (Tag.SOURCE, ANYWHERE),
        (Tag.CUE, ANYWHERE | {Tag.CUE_INSIDE}),
        (Tag.CUE_INSIDE, ANYWHERE | {Tag.CUE_INSIDE}),
        (Tag.CONTENT, INSIDE),
        (Tag.CONTENT_INSIDE, INSIDE),
        (Tag.CONTENT_END, ANYWHERE),
        (Tag.CONTENT_SINGLE, ANYWHERE),
    ],
)
def test_transitions(tag: Tag, next_tags: set[Tag]) -> None:
    assert {Tag(int(i)) for i in allowed_transitions()[tag].nonzero()[0]} == next_tags
