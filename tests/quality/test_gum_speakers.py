"""Speakers are the right ones in other people's texts, by other people's judgement: GUM and the referee."""

from __future__ import annotations

import pytest

import onrecord
from tests.quality import detail_gate as gate
from tests.quality import gum

LEAST_FOUND = 0.85  # of the sources that GUM marks


def test_speakers_in_gum(capsys: pytest.CaptureFixture[str]) -> None:
    if not gum.is_here():
        pytest.skip(f"no GUM or no referee in {gum.SHARED}: speakers are not checked against them")
    measured, rows = gate.measure_gum()
    with capsys.disabled():
        print("\nGUM, news and interviews")
        for sort, row in rows.items():
            print(f"  {sort:12}" + "".join(f"  {what} {share:g}" for what, share in row.items()))
    assert rows["all"]["found"] >= LEAST_FOUND
    pin = gate.pinned().get(gate.GUM, {})
    assert gate.faults(gate.GUM, measured, pin, weights=onrecord.load().info.weights) == []
