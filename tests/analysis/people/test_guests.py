"""The answers of an interview go to the one who is asked, where the text names her."""

from __future__ import annotations

import pytest

from tests.analysis.parses import called, said, walk_of

TURNS = """

What do you do?

[Q1 I mend nets.]

Do you like it?

[Q2 I do.]"""


@pytest.mark.parametrize(
    ("opening", "guest"),
    [
        ("We spoke with Edda Lorne.", "Edda Lorne"),
        ("Ada Lee slept. We spoke with Edda Lorne.", "Edda Lorne"),
        ("Hanno Pell interviewed Edda Lorne about Ada Lee.", "Edda Lorne"),
        ("Edda Lorne on her nets\n\nThis is an interview.", "Edda Lorne"),
        ("Orla Lorne on her nets\n\nThis is an interview.", "Orla Lorne"),
        ("Nets of Orvesk\n\nEdda Lorne slept. This is an interview.", "Edda Lorne"),
        ("Orla Pell slept. We spoke with Lorne.", "Lorne"),
    ],
)
def test_who_is_asked(opening: str, guest: str) -> None:
    walk = walk_of(opening + TURNS)
    assert walk.guest is not None
    assert called(walk, walk.guest) == guest
    assert said(opening + TURNS) == [guest, guest]
    assert {credit.because for credit in walk.credits.values()} == {"the one interviewed"}


@pytest.mark.parametrize(
    "opening",
    [
        "We spoke with a mender of nets.",
        "Nets of Orvesk\n\nOrla Lorne slept. This is an interview.",  # neither in the title nor asked
        "Nets of Orvesk\n\n" + "It rained. " * 9 + "Edda Lorne slept. This is an interview.",  # too late
        "Lorne on her nets\n\nThis is an interview.",  # half a name
    ],
)
def test_nobody_named_nobody_credited(opening: str) -> None:
    assert said(opening + TURNS) == [None, None]


def test_turns_with_labels() -> None:
    turns = "\n\n[S1 Q][C1 :] [Q1 Do you like it?]\n\n[S2 A][C2 :] [Q2 I do.]"
    assert said("Edda Lorne on her nets" + turns) == ["Q", "Edda Lorne"]
    assert said("It rained." + turns) == ["Q", "A"]


def test_a_text_that_is_no_interview_has_no_guest() -> None:
    assert walk_of("Edda Lorne on her nets\n\nIt rained.").guest is None


def test_i_outside_the_answers() -> None:
    marked = "We spoke with Edda Lorne." + TURNS.replace("I mend nets.", "[S3 I] [C3 think] [Q3 it rained].")
    walk = walk_of(marked)
    assert {called(walk, credit.party) for credit in walk.credits.values()} == {"Edda Lorne"}
