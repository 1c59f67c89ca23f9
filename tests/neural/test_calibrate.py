"""Confidence is a chance, grows with the evidence, and survives its file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.neural.calibrate import EVIDENCE, Calibration, log_odds

ONE = Calibration((1.0, *(0.0,) * (len(EVIDENCE) - 1)), 0.0)


@given(st.dictionaries(st.sampled_from(EVIDENCE), st.floats(0, 1)), st.floats(-5, 5))
def test_confidence_is_a_chance(evidence: dict[str, float], constant: float) -> None:
    assert 0 <= Calibration((0.5,) * len(EVIDENCE), constant).confidence(evidence) <= 1


@pytest.mark.parametrize("link", [0.1, 0.5, 0.9])
def test_a_weight_of_one_repeats_the_evidence(link: float) -> None:
    assert ONE.confidence({"link": link}) == pytest.approx(link)


def test_missing_evidence_says_nothing() -> None:
    assert log_odds({}) == [0.0] * len(EVIDENCE)


def test_certainty_stays_finite() -> None:
    assert 0.99 < ONE.confidence({"link": 1.0}) < 1


def test_a_calibration_survives_its_file() -> None:
    assert Calibration.from_json(json.loads(json.dumps(ONE.to_json()))) == ONE
    assert Calibration.from_json(ONE.to_json()) == ONE


@pytest.mark.parametrize("weights", [None, "1", [1.0]])
def test_other_weights_are_refused(weights: object) -> None:
    with pytest.raises((TypeError, ValueError), match="weights"):
        Calibration.from_json({"weights": weights, "constant": 0.0})
