"""What is learned from: articles in several guises, and contents as wholes."""

from __future__ import annotations

import random

import numpy as np
import pytest

from onrecord.model.span import Span
from onrecord.neural.network_format import Tag
from tests.neural.made import make_encoder
from training.corpora import Article, Attribution
from training.examples import Guises, content_runs, draw_windows, make_batch
from training.stripping import ALL, AS_FAKES, STRIPPED

TEXT = "“It rained, it's wet,” Lee said."
MARKED = Attribution((Span(23, 26),), (Span(27, 31),), (Span(0, 22),))
ARTICLE = Article("a", "", TEXT, (MARKED,))
OUT, S, C, CI, Q, QI, QE, Q1 = Tag


def test_an_article_is_learned_as_each_annotator_read_it() -> None:
    nobody = Attribution((), (Span(27, 31),), (Span(0, 22),))
    article = Article("a", "", TEXT, (MARKED,), others=((nobody,), ()))
    readings = article.readings()
    assert [one.attributions for one in readings] == [(MARKED,), (nobody,), ()]
    guises = Guises.of(readings, make_encoder())
    assert [set(one.tags.tolist()) >= {S, C} for one in guises.read] == [True, False, False]
    assert len(guises.stripped) == len(STRIPPED)
    seen = {id(draw_windows([guises], random.Random(seed))[0][0]) for seed in range(60)}
    assert seen == {id(one) for one in (*guises.read, *guises.stripped)}
    bare = {id(draw_windows([guises], random.Random(seed), bare=True)[0][0]) for seed in range(30)}
    assert bare == {id(guises.stripped[STRIPPED.index(marks)]) for marks in (AS_FAKES, ALL)}


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ([OUT, Q, QI, QE, Q1, C], [(1, 3), (4, 4)]),
        ([QI, QE, OUT], []),  # began before the window
        ([Q1, Q, QI], [(0, 0)]),  # goes on after it
    ],
)
def test_only_contents_that_lie_wholly_in_a_window_count(
    tags: list[Tag], found: list[tuple[int, int]]
) -> None:
    assert list(content_runs(np.array(tags))) == found


def test_a_batch_says_where_contents_begin_and_end() -> None:
    encoder = make_encoder()
    guises = Guises.of((ARTICLE,), encoder)
    batch = make_batch(
        draw_windows([Guises(guises.read, guises.read)], random.Random(1)), encoder, random.Random(1)
    )
    ((row, first),), ((_, last),) = np.argwhere(batch.ends >= 0), np.argwhere(batch.starts >= 0)
    assert (batch.ends[row, first], batch.starts[row, last]) == (last, first)
    assert (batch.tags[row, first], batch.tags[row, last]) == (Q, QE)
