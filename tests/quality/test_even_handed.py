"""What is found must not hang on whose names stand in an article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import onrecord
from onrecord.model import Document
from tests.quality.swaps import changed, misassigned, swap, table
from tests.stub import load_stub

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ["evacuation", "council", "dam", "strike", "flood", "port", "stripped", "opinion", "court"]
MOST = 0.02  # of statements, that a swap may change
MOST_SPEAKERS = 0.02  # of statements found either way, that a swap may give another speaker


def test_places_are_followed_through_a_swap() -> None:
    text = "Mesk said that Mesk left."
    swapped = swap(text, {"Mesk": "Netanyahu"})
    assert swapped.text == "Netanyahu said that Netanyahu left."
    (cue,) = swapped.spans((onrecord.Span(5, 9),))
    assert swapped.text[slice(*cue)] == "said"


@pytest.mark.parametrize("turn", [0, 5])
def test_swapping_names_changes_next_to_nothing(turn: int, capsys: pytest.CaptureFixture[str]) -> None:
    statements = differing = kept = reassigned = 0
    for name in NAMES:
        text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
        swapped = swap(text, table(text, turn=turn))
        assert len(swapped.edits) > 5, f"{name} holds none of the names that are swapped"
        before, after = onrecord.read(text), onrecord.read(swapped.text)
        statements += len(before.statements)
        differing += changed(before.statements, after.statements, swapped)
        both, other = misassigned(before.statements, after.statements, swapped)
        kept, reassigned = kept + both, reassigned + other
    share, share_of_speakers = differing / statements, reassigned / kept
    with capsys.disabled():
        print(f"\nswapped names: {differing} of {statements} statements changed, {share:.1%};", end=" ")
        print(f"{reassigned} of {kept} got another speaker, {share_of_speakers:.1%}")
    assert share < MOST
    assert share_of_speakers <= MOST_SPEAKERS


def test_another_speaker_is_counted() -> None:
    text = "Anna Lee met Tom Mesk.\n\nMesk said: it rained.\n\nLee said: no."
    swapped = swap(text, {"Mesk": "Netanyahu"})
    before, after = (load_stub().read(Document(id="a", text=one)) for one in (text, swapped.text))
    assert misassigned(before.statements, after.statements, swapped) == (2, 0)
    first, second = after.statements
    others = (first, replace(second, speaker=first.speaker))
    assert misassigned(before.statements, others, swapped) == (2, 1)
    assert misassigned(before.statements, others[:1], swapped) == (1, 0)


def test_no_two_people_get_one_name() -> None:
    text = "Ann A met Bob B."
    assert table(text, {"n": "A B C"}, {"n": "X Y"}, turn=1) == {"A": "Y", "B": "X"}
    with pytest.raises(ValueError, match="more names of the kind n"):
        table("A B C", {"n": "A B C"}, {"n": "X Y"})
