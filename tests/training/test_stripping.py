"""Articles without their marks: what was marked moves along, and each word tells what it lost."""

from __future__ import annotations

import pytest

from onrecord.model.span import Span
from onrecord.neural.words import split_words
from training.corpora import Article, Attribution
from training.stripping import ALL, AS_FAKES, BARE_OFTEN, HOW_OFTEN, STRIPPED, lost_marks, strip_marks

TEXT = "“It rained, it's wet,” Lee said."
MARKED = Attribution((Span(23, 26),), (Span(27, 31),), (Span(0, 22),))
ARTICLE = Article("a", "", TEXT, (MARKED,))


@pytest.mark.parametrize("marks", STRIPPED)
def test_what_was_marked_moves_along(marks: frozenset[str]) -> None:
    left = strip_marks(ARTICLE, marks)
    assert not marks & set(left.text)
    (moved,) = left.attributions
    for role in ("source", "cue", "content"):
        (old,), (new,) = getattr(MARKED, role), getattr(moved, role)
        assert new.slice(left.text) == "".join(char for char in old.slice(TEXT) if char not in marks)


def test_every_manner_has_its_frequency() -> None:
    assert len(HOW_OFTEN) == len(BARE_OFTEN) == len(STRIPPED)


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        # It rained its wet Lee said .
        (TEXT, ALL, [1, 3, 1, 3, 0, 0, 0]),
        # Straight marks are left, and their words still count as quoted: " It rained " Lee said .
        ('"It rained," Lee said.', AS_FAKES, [0, 1, 3, 0, 0, 0, 0]),
        ("Lee, he said.", frozenset(","), [2, 0, 0, 0]),
        ("Lee, he said.", frozenset('"'), [0, 0, 0, 0, 0]),  # nothing of it was stripped
        ("Lee said,", ALL, [0, 2]),  # at the text's end
        (", , ,", ALL, []),
    ],
)
def test_what_each_word_lost(text: str, marks: frozenset[str], expected: list[int]) -> None:
    left = strip_marks(Article("a", "", text, ()), marks).text
    assert lost_marks(text, marks, split_words(left)).tolist() == expected
