"""The best sequence of tags is what trying all gives, and so is the chance of a content."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.neural.chain import Chain, Scores
from onrecord.neural.network_format import Tag
from tests.neural.made import worth

OUT, S, C, CI, Q, QI, QE, Q1 = Tag
Drawn = tuple[Scores, Scores, Scores]


def drawn(seed: int, words: int) -> Drawn:
    """Scores without sense: of tags, of tags that follow each other, of contents that go on."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(words, 8)) * 2, rng.normal(size=(8, 8)), -rng.random(words)


@settings(deadline=None)  # up to 4,096 sequences are tried
@given(st.integers(0, 2**32 - 1), st.integers(1, 4))
def test_it_says_what_trying_all_sequences_says(seed: int, words: int) -> None:
    scores = drawn(seed, words)
    chain = Chain.of(*scores)
    all_of_them = {tags: worth(tags, *scores) for tags in product(Tag, repeat=words)}
    assert tuple(chain.best().tolist()) == max(all_of_them, key=lambda tags: all_of_them[tags])
    likely = {tags: np.exp(value) for tags, value in all_of_them.items()}
    for start in range(words):
        for end in range(start + 1, words + 1):
            run = (Q1,) if end - start == 1 else (Q, *[QI] * (end - start - 2), QE)
            share = sum(value for tags, value in likely.items() if tags[start:end] == run)
            assert chain.beliefs().whole(start, end) == pytest.approx(share / sum(likely.values()), abs=1e-9)


@given(st.integers(0, 2**32 - 1), st.integers(1, 300))
def test_blocks_give_what_going_word_by_word_gives(seed: int, words: int) -> None:
    scores = drawn(seed, words)
    chain = Chain.of(*scores)
    best, summed = chain.first, chain.first
    for move in chain.moves:
        best = (best[:, None] + move).max(0)
        summed = np.logaddexp.reduce(summed[:, None] + move, axis=0)
    assert worth(tuple(Tag(tag) for tag in chain.best()), *scores) == pytest.approx(best.max())
    beliefs = chain.beliefs()
    total = np.logaddexp.reduce(summed)
    everywhere = np.logaddexp.reduce(beliefs.before + beliefs.after, axis=1)
    np.testing.assert_allclose(everywhere, total, rtol=1e-9)


def test_a_content_that_is_sure_is_certain_even_in_a_long_text() -> None:
    tags = [OUT] * 20_000 + [C, Q, QI, QE]
    emit = np.zeros((len(tags), 8))
    emit[range(len(tags)), tags] = 30
    beliefs = Chain.of(emit, np.zeros((8, 8)), np.zeros(len(tags))).beliefs()
    assert beliefs.whole(20_001, 20_004) == pytest.approx(1)
    assert beliefs.whole(20_002, 20_004) < 1e-9
