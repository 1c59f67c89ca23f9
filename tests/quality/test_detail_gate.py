"""The details do not fall below their floors. And: the gate itself can close."""

from __future__ import annotations

from typing import Any

import pytest

import onrecord
from onrecord.scores import Count, DetailScores
from tests.quality import detail_gate as gate
from tests.quality.detail_gate import Figure, Measured

COUNTS = {
    "speaker_he": Count(3, 4, 4),
    "speaker_she": Count(1, 4, 4),
    "nested": Count(5, 10, 20),
    "label": Count(1, 2, 20),
}


def found(**shares: float) -> Measured:
    """A measurement of shares of a thousand."""
    return Measured("g", 1, 1000, {name: Figure(share, 1000) for name, share in shares.items()})


def pin_of(**floors: float) -> dict[str, Any]:
    return {"weights": "w", "gold": "g", "floors": floors}


@pytest.mark.parametrize("name", gate.FOLDERS)
def test_details_stay_above_their_floors(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    measured, pin = gate.measure_marked(gate.FOLDERS[name]), gate.pinned().get(name, {})
    with capsys.disabled():
        print("\n" + gate.table(name, measured, pin))
    assert gate.faults(name, measured, pin, weights=onrecord.load().info.weights) == []


@pytest.mark.parametrize(
    ("measured", "pin", "fault"),
    [
        (found(speaker=0.7), pin_of(speaker=0.8), "speaker: 0.7000 of 1000 is worse than 0.8000"),
        (found(), pin_of(speaker=0.8), "speaker: 0.0000 of 0 is worse than 0.8000"),
        (found(not_made_as_asserted=0.1), pin_of(not_made_as_asserted=0.05), "is worse than 0.0500"),
        (found(), {}, "a set is not pinned"),
        (found(), pin_of() | {"gold": "other"}, "new gold: run"),
        (found(), pin_of() | {"weights": "other"}, "new weights: run"),
        (found(speaker=0.795), pin_of(speaker=0.8), None),
        (found(speaker=0.9), pin_of(speaker=0.8), None),
        (found(not_made_as_asserted=0.01), pin_of(not_made_as_asserted=0.05), None),
    ],
)
def test_what_is_worse_is_told(measured: Measured, pin: dict[str, Any], fault: str | None) -> None:
    faults = gate.faults("a set", measured, pin, weights="w")
    assert len(faults) == (fault is not None)
    assert fault is None or fault in faults[0]


def test_two_of_few_may_tip_and_no_more() -> None:
    ten = Measured("g", 1, 10, {"he": Figure(0.6, 10)})
    assert gate.faults("a set", ten, pin_of(he=0.8), weights="w") == []
    assert gate.faults("a set", ten, pin_of(he=0.9), weights="w") != []


def test_figures_are_shares_of_what_was_counted() -> None:
    assert gate.figures_of(DetailScores(COUNTS)) == {
        "he": Figure(0.75, 4),
        "she": Figure(0.25, 4),
        "he_she_they": Figure(0.5, 8),
        "nested_recall": Figure(0.5, 10),
        "nested_precision": Figure(0.25, 20),
        "label_recall": Figure(0.5, 2),
    }


def test_a_floor_does_not_sink_unasked() -> None:
    pins = {"a set": pin_of(speaker=0.8, not_made_as_asserted=0.1)}
    worse = found(speaker=0.9, not_made_as_asserted=0.2)
    with pytest.raises(ValueError, match="a set: not_made_as_asserted would sink"):
        gate.pin("a set", worse, pins, weights="w", lower=None)
    lowered = gate.pin("a set", worse, pins, weights="w", lower="gold was wrong")
    assert lowered["a set"]["lowered"] == "gold was wrong"
    assert lowered["a set"]["floors"] == {"speaker": 0.9, "not_made_as_asserted": 0.2}


def test_a_share_within_the_margin_leaves_its_floor() -> None:
    pins = {"a set": pin_of(speaker=0.9, not_made_as_asserted=0.1)}
    pinned = gate.pin("a set", found(speaker=0.899, not_made_as_asserted=0.05), pins, weights="w", lower=None)
    assert pinned["a set"]["floors"] == {"speaker": 0.9, "not_made_as_asserted": 0.05}


def test_a_pin_holds_what_was_measured() -> None:
    pins = gate.pin("a set", found(speaker=0.9), {}, weights="w", lower=None)
    assert gate.faults("a set", found(speaker=0.9), pins["a set"], weights="w") == []
    assert "   0.900   0.900" in gate.table("a set", found(speaker=0.9), pins["a set"])


def test_a_share_of_few_gets_no_floor() -> None:
    nine = Measured("g", 1, 9, {"he": Figure(0.7, 9)})
    assert gate.pin("a set", nine, {}, weights="w", lower=None)["a set"]["floors"] == {}
