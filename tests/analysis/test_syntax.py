"""A parse answers for any labels, right or wrong, and its phrases are neighbouring words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.syntax import ROOT, Parse
from onrecord.model import Span
from onrecord.neural.words import split_words
from tests.analysis.made import parsed

TEXT = "Ada Lee’s dam, she said, burst."
PARSE = parsed(
    TEXT,
    "Ada NNP compound 1 B-person",
    "Lee NNP poss 4 I-person",
    "’ POS case 1",
    "s POS inside 2",
    "dam NN nsubj 9",
    ", PUNCT punct 9",
    "she PRP nsubj 7",
    "said VBD parataxis 9",
    ", PUNCT punct 9",
    "burst VBD root -1",
    ". PUNCT punct 9",
)


def test_words() -> None:
    assert [PARSE.word(i) for i in range(4)] == ["Ada", "Lee", "’", "s"]
    assert [PARSE.lower(i) for i in range(4)] == ["ada", "lee", "'", "s"]
    assert [PARSE.named(i) for i in range(3)] == ["person", "person", None]


@pytest.mark.parametrize(
    ("words", "found"),
    [("Lee", range(1, 2)), ("Lee’s dam", range(1, 5)), (" she", range(6, 7)), ("urst.", range(10, 11))],
)
def test_range_of_counts_the_words_that_begin_inside(words: str, found: range) -> None:
    start = TEXT.index(words)
    assert PARSE.range_of(Span(start, start + len(words))) == found


def test_range_of_no_word() -> None:
    assert len(PARSE.range_of(Span(3, 4))) == 0


def test_span_of_words() -> None:
    assert PARSE.span(range(1, 5)).slice(TEXT) == "Lee’s dam"


def test_children() -> None:
    assert list(PARSE.children(9)) == [4, 5, 7, 8, 10]
    assert list(PARSE.children(0)) == []
    assert (PARSE.child(9, "nsubj"), PARSE.child(9, "parataxis", "punct")) == (4, 5)
    assert PARSE.child(9, "dobj") is None


@pytest.mark.parametrize(
    ("word", "phrase"), [(1, "Ada Lee’s"), (4, "Ada Lee’s dam"), (7, "she said"), (9, TEXT)]
)
def test_subtree(word: int, phrase: str) -> None:
    assert PARSE.span(PARSE.subtree(word)).slice(TEXT) == phrase


def test_a_subtree_ends_where_another_word_stands_between() -> None:
    parse = parsed("It rained she said hard", "It PRP nsubj 1", "rained VBD ccomp 3", "she PRP nsubj 3",
                   "said VBD root -1", "hard RB advmod 1")  # fmt: skip
    assert parse.subtree(1) == range(0, 2)


@pytest.mark.parametrize(
    ("words", "head"),
    [(range(0, 2), 1), (range(0, 5), 4), (range(6, 8), 7), (range(2, 3), None), (range(5, 6), None)],
)
def test_head(words: range, head: int | None) -> None:
    assert PARSE.head(words) == head


def test_the_head_of_a_broken_phrase_is_a_noun_or_pronoun() -> None:
    assert PARSE.head(range(6, 10)) == 9
    parse = parsed("old Lee came", "old JJ dep 2", "Lee NNP dep 2", "came VBD root -1")
    assert parse.head(range(0, 2)) == 1


@given(st.data())
def test_any_governors_do(data: st.DataObject) -> None:
    """Governors may run in circles, or a word hang on itself."""
    count = data.draw(st.integers(1, 12))
    text = " ".join(["rain"] * count)
    governors = data.draw(st.lists(st.integers(ROOT, count - 1), min_size=count, max_size=count))
    parse = Parse(text, split_words(text), ["NN"] * count, ["dep"] * count, governors, ["O"] * count)
    for i in range(count):
        words = parse.subtree(i)
        assert i in words
        assert 0 <= words.start < words.stop <= count
        assert all(parse.governor[child] == i != child for child in parse.children(i))
