"""Stripping moves what was marked along with its words."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.scores import Marked
from tests.quality.stripped import stripped
from training.stripping import ALL


def test_what_was_marked_has_the_same_words() -> None:
    text = "“It’s dry,” she said, “today.” ’"
    content, mark = (Span(0, 11), Span(22, 30)), Span(31, 32)
    left, (only,) = stripped(
        text, [Marked((Span(12, 15),), (Span(16, 20),), content), Marked((), (), (mark,))], ALL
    )
    assert left == "Its dry she said today. "
    assert [span.slice(left) for span in (*only.source, *only.cue, *only.content)] == [
        "she", "said", "Its dry", "today.",
    ]  # fmt: skip
