"""The best sequence of tags is found, and statements are made of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.neural.decode import (
    Floats,
    Pointers,
    Run,
    Scores,
    Settings,
    agreement,
    chain_of,
    decode,
    runs,
    softmax,
)
from onrecord.neural.network_format import Tag
from tests.neural.made import FLAT, make_pointers, make_scores, worth

OUT, S, C, CI, Q, QI, QE, Q1 = Tag
SEEDS = st.integers(0, 2**32 - 1)


def random_scores(seed: int, words: int) -> tuple[Scores, Settings]:
    """Scores and transitions without sense."""
    rng = np.random.default_rng(seed)
    pointers = [
        Pointers(0, words, 0, softmax(rng.normal(size=(words, words + 1)).astype(np.float32) * 3))
    ] * 2
    follow = tuple(tuple(row) for row in rng.normal(size=(len(Tag), len(Tag))).tolist())
    scores = Scores(rng.normal(size=(words, len(Tag))).astype(np.float32) * 2, pointers[:1], pointers[1:])
    return scores, replace(FLAT, follow=follow, switch=1.0, min_link=0.0, promote=0.4)


def worth_of(tags: tuple[Tag, ...], scores: Scores, settings: Settings) -> float:
    """What a sequence scores; minus infinity where it breaks a rule."""
    agree = np.log(np.maximum(agreement(scores.cues, len(tags)), 1e-3))
    return worth(tags, scores.tags, np.array(settings.follow), settings.switch * agree)


@given(SEEDS, st.integers(1, 3))
def test_viterbi_finds_what_trying_all_finds(seed: int, words: int) -> None:
    scores, settings = random_scores(seed, words)
    best = max(product(Tag, repeat=words), key=lambda tags: worth_of(tags, scores, settings))
    assert tuple(chain_of(scores, settings).best().tolist()) == best


@given(SEEDS, st.integers(1, 60))
def test_tags_and_statements_are_well_formed(seed: int, words: int) -> None:
    scores, settings = random_scores(seed, words)
    tags = tuple(Tag(tag) for tag in chain_of(scores, settings).best().tolist())
    assert worth_of(tags, scores, settings) > -np.inf
    held = [i for kind in (S, C, Q) for run in runs(np.array(tags), kind) for i in range(*run)]
    assert sorted(held) == [i for i, tag in enumerate(tags) if tag is not OUT]
    for found in decode(scores, settings):
        every = [found.cue, *filter(None, [found.source]), *found.contents]
        assert all(0 <= run.start < run.end <= words for run in every)
        assert found.contents == sorted(found.contents)
        assert all(0 <= value <= 1 + 1e-5 for value in found.evidence.values())


@pytest.mark.parametrize(
    ("tags", "kind", "found"),
    [
        ([S, S, C, Q1], S, [(0, 2)]),
        ([C, CI, C, OUT], C, [(0, 2), (2, 3)]),
        ([Q, QE, Q, QI, QE, Q1, Q1], Q, [(0, 2), (2, 5), (5, 6), (6, 7)]),
        ([OUT, OUT], Q, []),
    ],
)
def test_runs(tags: list[Tag], kind: Tag, found: list[tuple[int, int]]) -> None:
    assert runs(np.array(tags), kind) == found


@pytest.mark.parametrize(
    ("tags", "cue_of", "source_of", "found"),
    [
        ([S, C, Q, QE], {2: 1, 3: 1}, {1: 0}, [((1, 2), (0, 1), [(2, 4)])]),
        ([Q1, S, C, Q1], {0: 2, 3: 2}, {2: 1}, [((2, 3), (1, 2), [(0, 1), (3, 4)])]),  # a broken quotation
        ([S, C, Q1, C, Q1], {2: 1, 4: 3}, {1: 0, 3: 0},
         [((1, 2), (0, 1), [(2, 3)]), ((3, 4), (0, 1), [(4, 5)])]),
        ([OUT, C, Q1], {2: 1}, {}, [((1, 2), None, [(2, 3)])]),  # it is believed
        ([S, OUT, Q1], {2: 1}, {1: 0}, [((1, 2), (0, 1), [(2, 3)])]),  # an untagged cue is promoted
        ([OUT, C, Q1], {2: 1}, {1: 0}, [((1, 2), (0, 1), [(2, 3)])]),  # an untagged source
        ([S, C, Q1], {}, {}, []),  # a content that points to nothing
        ([S, C, Q1, Q1], {2: 3}, {}, []),  # or to another content
        ([S, C, OUT], {}, {1: 0}, []),
        ([], {}, {}, []),
    ],
)  # fmt: skip
def test_statements(
    tags: list[Tag], cue_of: dict[int, int], source_of: dict[int, int], found: list[object]
) -> None:
    statements = decode(make_scores(tags, cue_of, source_of), FLAT)
    assert [(one.cue, one.source, one.contents) for one in statements] == found


def test_a_content_without_any_link_is_dropped_however_low_the_bar() -> None:
    assert decode(make_scores([S, C, Q1], {}, {}), replace(FLAT, min_link=0.0)) == []


def test_evidence_is_sure_where_the_scores_are() -> None:
    (found,) = decode(make_scores([S, C, Q1], {2: 1}, {1: 0}), FLAT)
    assert set(found.evidence) == {"link", "content", "source", "start", "end", "cue", "whole"}
    assert min(found.evidence.values()) > 0.99


def test_a_content_may_not_change_its_cue_inside() -> None:
    torn = make_scores([C, Q, QI, QI, QE, C], {1: 0, 2: 0, 3: 5, 4: 5}, {})
    whole = runs(chain_of(torn, replace(FLAT, switch=0.0)).best(), Q)
    parts = runs(chain_of(torn, replace(FLAT, switch=9.0)).best(), Q)
    assert whole == [(1, 5)]
    assert parts
    assert not any(run.start < 3 < run.end for run in parts)


@pytest.mark.parametrize("name", ["content_bias", "cue_bias", "source_bias"])
def test_a_bias_makes_a_part_more_frequent(name: str) -> None:
    kind = {"content_bias": Q, "cue_bias": C, "source_bias": S}[name]
    nothing = make_scores([OUT, OUT], {}, {})
    biased = replace(FLAT, **{name: 20.0})  # type: ignore[arg-type]
    assert not runs(chain_of(nothing, FLAT).best(), kind)
    assert runs(chain_of(nothing, biased).best(), kind)


def test_pointers_come_in_pieces_that_count_from_their_own_origin() -> None:
    whole = make_pointers(4, {2: 1, 3: 1}).scores
    parts = [Pointers(0, 3, 0, whole[:3]), Pointers(3, 4, 1, whole[3:, [0, 2, 3, 4]])]
    scores = Scores(make_scores([S, C, Q, QE], {}, {}).tags, parts, [make_pointers(4, {1: 0})])
    assert [(found.cue, found.contents) for found in decode(scores, FLAT)] == [((1, 2), [Run(2, 4)])]


def test_words_beside_a_part_of_a_long_text_are_pointed_to_in_vain() -> None:
    before, after = make_pointers(5, {0: 0, 1: 1}).scores[:2], make_pointers(5, {0: 3, 1: 4}).scores[:2]
    for rows in (before, after):
        scores = Scores(make_scores([C, Q1], {}, {}).tags, [Pointers(0, 2, -2, rows)], [make_pointers(2, {})])
        assert decode(scores, replace(FLAT, min_link=0.0)) == []


def test_softmax_sums_to_one() -> None:
    scores: Floats = np.array([[1000.0, 0.0], [0.0, 0.0]], dtype=np.float32)
    assert softmax(scores).tolist() == [[1.0, 0.0], [0.5, 0.5]]


def test_a_long_text_is_tagged_as_finely_as_a_short_one() -> None:
    tags = [OUT] * 30_000 + [C, Q, QI, QE]
    scores = make_scores(tags[-4:], {1: 0, 2: 0, 3: 0}, {})
    emit = np.full((len(tags), len(Tag)), 1000.0, dtype=np.float32)
    emit[:-4, OUT] += 1
    emit[-4:] = scores.tags * 0.001 + 1000
    assert chain_of(Scores(emit, [], []), FLAT).best().tolist() == tags
