"""Those spoken to are told by the verb or the message; what is said never holds them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.analysis.circumstances.addressees import find_addressees
from tests.analysis.parses import scene_of


def addressees(marked: str, number: int = 0) -> list[str]:
    scene = scene_of(marked)
    return [span.slice(scene.text) for span in find_addressees(scene, number)]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[S Lee] [C told] reporters [Q it rained].", "reporters"),
        ("[S Lee] [C told] the old mayor [Q it rained].", "the old mayor"),
        ("[S Lee] [C told] the head of the port authority [Q it rained].", "the head of the port authority"),
        ("[S Lee] [C told] him [Q it rained].", "him"),
        ("[S Lee] later [C told] reporters in Orvesk [Q it rained].", "reporters in Orvesk"),
        ("[S Lee] [C told] reporters on Monday [Q it rained].", "reporters"),
        ("[S Lee] [C told] reporters last week [Q it rained].", "reporters"),
        ("[Q “It rained,”] [S Lee] [C told] the Dovan Times.", "the Dovan Times"),
        ("[S Lee] [C wrote] to the council [Q that it rained].", "the council"),
        ("[S Lee] [C testified] before the council [Q that it rained].", "the council"),
        ("In a letter to the council, [S Lee] [C said] [Q it rained].", "the council"),
        ("[S Lee] [C said] in an interview with the Dovan Times [Q that it rained].", "the Dovan Times"),
        ("Speaking to reporters, [S Lee] [C said] [Q it rained].", "reporters"),
        ("Reporters [C were told by] [S Lee] [Q that it rained].", "Reporters"),
        ("[S Lee] [C urged] the mayor, Ada Park, [Q to go].", "the mayor, Ada Park"),
    ],
)
def test_spoken_to(marked: str, found: str) -> None:
    assert addressees(marked) == [found]


@pytest.mark.parametrize(
    "marked",
    [
        "[S Lee] [C said] [Q it rained].",
        "[S Lee] [C said] [Q he told reporters that it rained].",
        "[S Lee] [C said] [Q he spoke to the council].",
        "[S Lee] [C told] [Q reporters to leave].",
        "[S Lee] went to the council and [C said] [Q it rained].",
        "[S Lee] [C told] last week [Q that it rained].",
    ],
)
def test_nobody(marked: str) -> None:
    assert addressees(marked) == []


def test_each_statement_has_its_own() -> None:
    marked = (
        "[S1 Lee] [C1 told] reporters [Q1 it rained] and [C2 wrote] to the council [Q2 that it was cold]."
    )
    assert [addressees(marked, number) for number in (0, 1)] == [["reporters"], ["the council"]]


def test_what_is_said_inside_is_addressed_inside() -> None:
    marked = "[S1 Lee] [C1 said] [Q1 [S2 he] [C2 told] reporters [Q2 that it rained]]."
    assert [addressees(marked, number) for number in (0, 1)] == [[], ["reporters"]]


def test_without_a_cue_nobody_is_spoken_to() -> None:
    scene = scene_of("[S Lee] [C told] reporters [Q it rained].")
    (stmt,) = scene.statements
    scene.statements = [replace(stmt, cue=())]
    assert find_addressees(scene, 0) == []
