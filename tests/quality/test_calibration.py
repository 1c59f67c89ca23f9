"""Confidence means what it says, as far as can be measured."""

from __future__ import annotations

import pytest

from tests.quality import calibration
from tests.quality.gate import DEV

MOST = 0.03  # expected calibration error
KEPT, RIGHT = 0.25, 0.9  # shares at --min-confidence 0.9: of the statements kept, and of those the right ones


def test_confidence_is_the_share_that_is_right() -> None:
    if not DEV.exists():
        pytest.skip("PolNeAR is not beside the repository")
    judged = list(calibration.judged())
    assert calibration.error(calibration.steps(judged)) <= MOST
    kept = [right for confidence, right in judged if confidence >= 0.9]
    assert len(kept) >= KEPT * len(judged)
    assert sum(kept) >= RIGHT * len(kept)


def test_the_error_is_the_mean_distance() -> None:
    found = [(0.95, True)] * 3 + [(0.95, False)] + [(0.25, False)] * 4
    steps = calibration.steps(found)
    assert [(step.count, step.right) for step in steps] == [(4, 0.0), (4, 0.75)]
    assert calibration.error(steps) == pytest.approx((0.25 + 0.2) / 2)
    assert calibration.picture(steps).count("<circle") == 2
