"""Noun phrases do not reach into the source of a statement."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.borders import within_borders
from tests.analysis.parses import FIRST_NAMES, scene_of


def bordered(marked: str) -> list[str]:
    scene = scene_of(marked)
    found = within_borders(scene.parse, scene.phrases, scene.statements, FIRST_NAMES)
    return [phrase.span(scene.parse).slice(scene.text) for phrase in found]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[Q It rained since the Great War] [S Lorne] [C said].", ["It", "the Great War", "Lorne"]),
        ("[Q It rained since the] Great War [S Lorne] [C said].", ["It", "the Great War", "Lorne"]),
        ("[Q It rained since] [S the Great War Lorne] [C said].", ["It", "the Great War Lorne"]),
        # nobody is called by half of a name
        ("[Q It rained since the Great War Ilir] al-[S Lorne] [C said].",
         ["It", "the Great War Ilir al-Lorne"]),
        ("[Q It rained since the Great War] [S Ilir al-Lorne] [C said].",
         ["It", "the Great War", "Ilir al-Lorne"]),
    ],
)  # fmt: skip
def test_phrases_end_where_a_source_begins(marked: str, found: list[str]) -> None:
    assert bordered(marked) == found
