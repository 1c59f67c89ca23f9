"""Who stands behind "said" is the speaker, where nothing else stands there."""

from __future__ import annotations

import pytest

from onrecord.analysis.circumstances.lead_ins import by_first_word
from onrecord.analysis.drafts import Draft
from onrecord.analysis.inversion import turn_round
from tests.analysis.made import board_of, slices
from tests.analysis.parses import parse_of, phrases_of


def turned(marked: str) -> tuple[Draft, Draft, str]:
    board, text = board_of(marked)
    (draft,) = board.drafts
    return draft, turn_round(draft, parse_of(text), by_first_word(phrases_of(text))), text


@pytest.mark.parametrize("source", ["[S Lee]", "Lee"])
def test_the_speaker_behind_said_is_the_source(source: str) -> None:
    _, draft, text = turned(f"It was dark. {source} left Orvesk [C said] [Q the old mayor].")
    assert (slices(draft.source, text), slices(draft.cue, text), slices(draft.content, text)) == (
        ["the old mayor"],
        ["said"],
        ["Lee left Orvesk"],
    )


@pytest.mark.parametrize(
    "marked",
    [
        "It was dark. [Q Lee left Orvesk] [C said] [S the old mayor].",  # as it should be
        "The rain [C said] [Q the old mayor].",  # nothing is said before
        "[S Lee] left and [C said] [Q a prayer].",  # no speaker
        "Lee left as [S it] [C said] [Q the mayor].",  # "asked who, it said the mayor"
        "[S Lee] left and [C said] [Q the mayor slept].",
        "[S Lee] [C left] and said [Q the mayor slept].",
    ],
)
def test_others_stay_as_they_are(marked: str) -> None:
    before, after, _ = turned(marked)
    assert after is before
