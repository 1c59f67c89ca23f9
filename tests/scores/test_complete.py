"""Where people judged only some of a text, only that counts."""

from __future__ import annotations

from typing import Any

from onrecord.scores.complete import only_complete

HERE, THERE = {"content": [[10, 14], [30, 40]]}, {"content": [[30, 40]]}
GOLD: dict[str, Any] = {"complete": [[8, 20]], "attributions": [HERE, THERE]}


def test_what_begins_elsewhere_is_left_out() -> None:
    assert only_complete(GOLD, GOLD)["attributions"] == [HERE]
    found = {"statements": [THERE, HERE], "labels": [{"span": [9, 12]}, {"span": [0, 3]}], "entities": [1]}
    assert only_complete(found, GOLD) == {
        "statements": [HERE], "labels": [{"span": [9, 12]}], "entities": [1],
    }  # fmt: skip


def test_without_stretches_all_counts() -> None:
    assert only_complete(GOLD, {"complete": None}) is GOLD
    assert only_complete(GOLD, {"complete": []})["attributions"] == []
