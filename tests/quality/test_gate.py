"""The gate: accuracy does not fall below its floors. And: the gate itself can close."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.scores import Marked
from tests.quality import gate
from training.stripping import ALL


@pytest.mark.parametrize("name", gate.SETS)
def test_accuracy_stays_above_its_floors(name: str) -> None:
    gold = gate.SETS[name]
    if not gold.exists():
        pytest.skip(f"{gold} is not here: its floors are not checked")
    pins = gate.pinned()
    assert pins["weights"] == gate.reader().info.weights, (
        "new weights: run python -m tests.quality.gate --pin"
    )
    assert pins.get(name, {}).get("gold") == gate.digest(gold), (
        "new gold: run python -m tests.quality.gate --pin"
    )
    assert gate.below(gate.measure(name), pins[name]["floors"]) == []


def test_what_was_marked_has_the_same_words() -> None:
    text = "“It’s dry,” she said, “today.” ’"
    content, mark = (Span(0, 11), Span(22, 30)), Span(31, 32)
    left, (only,) = gate.stripped(
        text, [Marked((Span(12, 15),), (Span(16, 20),), content), Marked((), (), (mark,))], ALL
    )
    assert left == "Its dry she said today. "
    assert [span.slice(left) for span in (*only.source, *only.cue, *only.content)] == [
        "she", "said", "Its dry", "today.",
    ]  # fmt: skip


def test_a_score_below_its_floor_is_told() -> None:
    assert gate.below({"exact": 0.48}, {"exact": 0.50}) == ["exact: 0.4800 is below its floor of 0.5000"]


def test_a_score_within_the_slack_passes() -> None:
    assert gate.below({"exact": 0.499}, {"exact": 0.50}) == []


def test_a_floor_does_not_sink_unasked() -> None:
    pins = {"samples": {"floors": {"exact": 0.6}}}
    with pytest.raises(ValueError, match="exact would sink"):
        gate.pin("samples", {"exact": 0.5}, pins, lower=None)


def test_a_score_within_the_slack_leaves_its_floor() -> None:
    pins = {"samples": {"floors": {"exact": 0.6, "statement": 0.7}}}
    pinned = gate.pin("samples", {"exact": 0.599, "statement": 0.71}, pins, lower=None)["samples"]
    assert pinned["floors"] == {"exact": 0.6, "statement": 0.71}
    assert "lowered" not in pinned


def test_a_floor_sinks_with_a_reason() -> None:
    pins = {"samples": {"floors": {"exact": 0.6}}}
    lowered = gate.pin("samples", {"exact": 0.5}, pins, lower="gold was wrong")
    assert lowered["samples"]["lowered"] == "gold was wrong"
