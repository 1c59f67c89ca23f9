"""What is found must not hang on whose names stand in an article."""

from __future__ import annotations

from pathlib import Path

import pytest

import onrecord
from tests.quality.swaps import changed, swap, table

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ["evacuation", "council", "dam", "strike", "flood", "port", "stripped", "opinion", "court"]
MOST = 0.02  # of statements, that a swap may change


def test_places_are_followed_through_a_swap() -> None:
    text = "Mesk said that Mesk left."
    swapped = swap(text, {"Mesk": "Netanyahu"})
    assert swapped.text == "Netanyahu said that Netanyahu left."
    (cue,) = swapped.spans((onrecord.Span(5, 9),))
    assert swapped.text[slice(*cue)] == "said"


@pytest.mark.parametrize("turn", [0, 5])
def test_swapping_names_changes_next_to_nothing(turn: int, capsys: pytest.CaptureFixture[str]) -> None:
    statements = differing = 0
    for name in NAMES:
        text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
        swapped = swap(text, table(turn=turn))
        assert len(swapped.edits) > 5, f"{name} holds none of the names that are swapped"
        before, after = onrecord.read(text), onrecord.read(swapped.text)
        statements += len(before.statements)
        differing += changed(before.statements, after.statements, swapped)
    share = differing / statements
    with capsys.disabled():
        print(f"\nswapped names: {differing} of {statements} statements changed, {share:.1%}")
    assert share < MOST
