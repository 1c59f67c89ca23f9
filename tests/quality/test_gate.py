"""The gate: accuracy does not fall below its floors. And: the gate itself can close."""

from __future__ import annotations

import pytest

from tests.quality import gate


@pytest.mark.parametrize("name", gate.SETS)
def test_accuracy_stays_above_its_floors(name: str) -> None:
    gold = gate.SETS[name]
    if not gold.exists():
        pytest.skip(f"{gold} is not here: its floors are not checked")
    pins = gate.pinned()
    assert pins["weights"] == gate.reader().info.weights, (
        "new weights: run python -m tests.quality.gate --pin"
    )
    assert pins[name]["gold"] == gate.digest(gold), "new gold: run python -m tests.quality.gate --pin"
    assert gate.below(gate.measure(gold), pins[name]["floors"]) == []


def test_a_score_below_its_floor_is_told() -> None:
    assert gate.below({"exact": 0.48}, {"exact": 0.50}) == ["exact: 0.4800 is below its floor of 0.5000"]


def test_a_score_within_the_slack_passes() -> None:
    assert gate.below({"exact": 0.499}, {"exact": 0.50}) == []


def test_a_floor_does_not_sink_unasked() -> None:
    pins = {"samples": {"floors": {"exact": 0.6}}}
    with pytest.raises(ValueError, match="exact would sink"):
        gate.pin("samples", {"exact": 0.5}, pins, lower=None)


def test_a_floor_sinks_with_a_reason() -> None:
    pins = {"samples": {"floors": {"exact": 0.6}}}
    lowered = gate.pin("samples", {"exact": 0.5}, pins, lower="gold was wrong")
    assert lowered["samples"]["lowered"] == "gold was wrong"
