"""A walk through a whole text: each statement goes to who made it."""

from __future__ import annotations

import pytest

from tests.analysis.parses import said, walk_of

SAID = "[S1 {}] [C1 said] [Q1 it rained]. "


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[S1 Ada Lee] [C1 told] Hanno Pell [Q1 it rained]. [S2 She] [C2 said] [Q2 it was cold].",
         ["Ada Lee", "Ada Lee"]),
        ("[S1 Ada Lee] [C1 told] Hanno Pell [Q1 it rained]. [S2 He] [C2 said] [Q2 it was cold].",
         ["Ada Lee", "Hanno Pell"]),
        ("Ilir Dovan slept. " + SAID.format("Hanno Lee") + "[S2 He] [C2 said] [Q2 it was cold].",
         ["Hanno Lee", "Hanno Lee"]),
        ("Ada Lee slept. " + SAID.format("Hanno Lee") + "[S2 She] [C2 said] [Q2 it was cold].",
         ["Hanno Lee", "Ada Lee"]),
        (SAID.format("Ada Lee and Hanno Pell") + "[S2 They] [C2 said] [Q2 it was cold].",
         ["Ada Lee + Hanno Pell"] * 2),
        ("Ada Lee slept. " + SAID.format("The Brack Council") + "[S2 It] [C2 said] [Q2 it was cold].",
         ["Brack Council"] * 2),
        ("Ada Lee slept. " + SAID.format("The Brack Council") + "[S2 They] [C2 said] [Q2 it was cold].",
         ["Brack Council"] * 2),
        ("It rained in Orvesk. " + SAID.format("The Brack Council")
         + "[S2 The council] [C2 said] [Q2 it was cold].", ["Brack Council"] * 2),
        (SAID.format("The head of the hospital Edda Lorne") + "[S2 The head] [C2 said] [Q2 it was cold].",
         ["Edda Lorne"] * 2),
        (SAID.format("Two officials") + "[S2 They] [C2 said] [Q2 it was cold].", ["Two officials"] * 2),
    ],
)  # fmt: skip
def test_pronouns_that_speak(marked: str, names: list[str]) -> None:
    assert said(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Ilir Dovan slept. [S1 Hanno Lee] [C1 said] [Q1 [S2 he] [C2 knew] [Q2 that it rained]].",
         ["Hanno Lee", "Hanno Lee"]),
        ("Ilir Dovan slept. [S1 Ada Lee] [C1 said] [Q1 [S2 he] [C2 knew] [Q2 that it rained]].",
         ["Ada Lee", "Ilir Dovan"]),
        ("Ilir Dovan slept. [S1 Hanno Lee] [C1 said]: [Q1 “[S2 He] [C2 knew] [Q2 that it rained].”]",
         ["Hanno Lee", "Ilir Dovan"]),
        ("[S1 Lee] [C1 said] [Q1 that [S2 Park] [C2 knew] [Q2 that it rained]].", ["Lee", "Park"]),
    ],
)  # fmt: skip
def test_statements_in_statements(marked: str, names: list[str]) -> None:
    assert said(marked) == names


def test_who_spoke_inside_another_s_words_is_not_who_spoke_last() -> None:
    walk = walk_of("[S1 Ada Lee] [C1 said] [Q1 that [S2 Park] [C2 knew] [Q2 that it rained]].")
    assert walk.last_speaker is walk.credits[0].party


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Pilot found in Orvesk\n[S1 Hanno Pell] [C1 said] [Q1 it rained].", ["Hanno Pell"]),
        ("[S1 Pilot] [C1 says] [Q1 it rained]\nHanno Pell slept.", ["Hanno Pell"]),
        ("[S1 Ada Lee, who chairs the council,] [C1 said] [Q1 it rained].", ["Ada Lee"]),
        ("Ada Lee, [S1 who] [C1 said] [Q1 it rained], slept.", ["Ada Lee"]),
        ("The ORU, [S1 which] [C1 said] [Q1 it rained], met.", ["ORU"]),
        ("Ada Lee met Hanno Pell. [S1 Both] [C1 said] [Q1 it rained].", ["Ada Lee + Hanno Pell"]),
        ("[S1 Orvesk] [C1 said] [Q1 it rained].", ["Orvesk"]),
        ("[S1 Her lawyer] [C1 said] [Q1 it rained].", ["Her lawyer"]),
    ],
)
def test_all_sorts_of_sources(marked: str, names: list[str]) -> None:
    assert said(marked) == names


def test_a_text_without_statements() -> None:
    walk = walk_of("Ada Lee slept. She left.")
    assert walk.credits == {}
    assert len({id(party) for party in walk.party_of.values()}) == 1
    assert said("") == []
