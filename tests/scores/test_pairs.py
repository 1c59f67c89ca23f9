"""Statements and places find their partners."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.scores.pairs import pair_places, pair_statements


def at(cue: tuple[int, int] | None, *content: tuple[int, int]) -> dict[str, Any]:
    return {"cue": [cue] if cue else [], "content": list(content)}


@pytest.mark.parametrize(
    ("found", "pairs"),
    [
        (at((5, 9), (10, 20)), {0: 0}),
        (at(None, (10, 20)), {0: 0}),
        (at(None, (10, 15)), {0: 0}),  # just half
        (at(None, (10, 14)), {}),
        (at((8, 9), (10, 14)), {0: 0}),  # less than half, but the cue touches
        (at((5, 9), (20, 30)), {}),  # the cue alone
        (at(None), {}),
    ],
)
def test_a_pair_shares_half_or_the_cue(found: dict[str, Any], pairs: dict[int, int]) -> None:
    assert pair_statements([at((5, 9), (10, 20))], [found]) == pairs


def test_one_to_one_the_best_first() -> None:
    gold = [at((5, 9), (10, 20)), at((12, 13), (14, 20))]  # the second stands within the first
    assert pair_statements(gold, [at((12, 13), (14, 20)), at((5, 9), (10, 20))]) == {0: 1, 1: 0}
    assert pair_statements(gold, [at((12, 13), (14, 20))]) == {1: 0}
    assert pair_statements(gold[:1], gold) == {0: 0}
    assert pair_statements([], gold) == pair_statements(gold, []) == {}


def test_places() -> None:
    gold = [[(0, 10)], [(20, 30)]]
    assert pair_places(gold, [[(25, 30)], [(0, 2)], [(2, 10)]]) == {0: 2, 1: 0}
    assert pair_places(gold, [[(26, 30)], [(0, 5)]], least=0.5) == {0: 1}
    assert pair_places(gold, [[(10, 20)]]) == {}
