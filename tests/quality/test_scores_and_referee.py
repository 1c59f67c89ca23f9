"""Our scores are the referee's, figure by figure, where the referee lies beside the repository."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from onrecord.scores import PARTS, Scores, marked_in, score

ROOT = Path(__file__).parents[2]
REFEREE = ROOT.parent / "shared" / "referee" / "score_attributions.py"
GOLD = ROOT / "samples" / "gold.jsonl"

Row = dict[str, Any]


@pytest.fixture(scope="module")
def referee() -> ModuleType:
    if not REFEREE.exists():
        pytest.skip(f"no referee at {REFEREE}")
    spec = importlib.util.spec_from_file_location("referee", REFEREE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold() -> list[Row]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def blurred(row: Row, rng: random.Random) -> Row:
    """What a middling reader might have found: edges off, statements missing, doubled and made up."""
    statements = []
    for stmt in row["statements"]:
        spans = {
            role: [_moved(span, rng, len(row["text"])) for span in stmt[role]]
            for role in ("source", "cue", "content")
        }
        if rng.random() < 0.1:
            spans["source"] = []
        within = "s1" if rng.random() < 0.1 else None
        statements += [{**spans, "within": within}] * rng.choice((0, 1, 1, 1, 1, 1, 2))
    return {"id": row["id"], "statements": statements}


def _moved(span: list[int], rng: random.Random, size: int) -> list[int]:
    if rng.random() < 0.6:
        return span
    start = min(max(0, span[0] + rng.randint(-12, 12)), size - 1)
    return [start, min(max(start + 1, span[1] + rng.randint(-12, 12)), size)]


@pytest.mark.parametrize("top", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_figures_are_the_referees(referee: ModuleType, seed: int, top: bool) -> None:
    rng = random.Random(seed)
    rows = gold()
    found = [blurred(row, rng) for row in rows]
    theirs = referee.score(rows, found, top=top)
    pairs = zip(rows, found, strict=True)
    total = sum(
        (score(row["text"], marked_in(row), marked_in(other, top=top)) for row, other in pairs), Scores()
    )
    counts = {part: total[part] for part in PARTS}
    ours = {
        part: {"p": round(count.precision, 4), "r": round(count.recall, 4), "f1": round(count.f1, 4)}
        for part, count in counts.items()
    }
    assert ours == theirs


def test_quotation_marks_are_the_referees(referee: ModuleType) -> None:
    from onrecord.scores.parts import _quoted

    rng = random.Random(1)
    for _ in range(3000):
        text = "".join(rng.choices('a “”"«»„\n\n', k=rng.randint(0, 14)))
        assert _quoted(text) == referee.quoted_characters(text), repr(text)
