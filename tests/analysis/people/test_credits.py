"""Who is credited: the one named, several together, or the maker of a document; with a reason."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.walk import LIKELY, SURE
from tests.analysis.parses import called, said, walk_of


def credit(marked: str, number: int = -1) -> tuple[str, str, str]:
    """The party, the mention and the reason of a statement, by default the last one's."""
    walk = walk_of(marked)
    found = walk.credits[range(len(walk.scene.statements))[number]]
    return called(walk, found.party), found.mention.slice(walk.scene.text), found.because


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[S Ada Lee] [C said] [Q it rained].", ("Ada Lee", "Ada Lee", "named here")),
        ("Ada Lee slept. [S Lee] [C said] [Q it rained].", ("Ada Lee", "Ada Lee", "same surname")),
        ("Ada Lee slept. [S Ada] [C said] [Q it rained].", ("Ada Lee", "Ada Lee", "same first name")),
        ("The Orvesk Rail Union met. [S The ORU] [C said] [Q it rained].",
         ("Orvesk Rail Union", "Orvesk Rail Union", "short for the full name")),
        ("[S A pilot] [C said] [Q it rained].", ("A pilot", "A pilot", "described here")),
        ("[S Two pilots briefed on the talks] [C said] [Q it rained].",
         ("Two pilots briefed on the talks", "Two pilots briefed on the talks", "described here")),
        ("[S The mayor, Ada Lee,] [C said] [Q it rained].",
         ("Ada Lee", "Ada Lee", "the name beside the description")),
        ("[S A commander known as Grey Marten] [C said] [Q it rained].",
         ("Grey Marten", "Grey Marten", "the name beside the description")),
        ("[S A man named only as Dovan] [C said] [Q it rained].",
         ("Dovan", "Dovan", "the name beside the description")),
        ("[S Leader of the Opposition Ada Lee] [C said] [Q it rained].",
         ("Ada Lee", "Ada Lee", "the name beside the description")),
        ("[S The winners, Jo Lee and Ana Pell,] [C said] [Q it rained].",
         ("Jo Lee + Ana Pell", "The winners", "the names beside it")),
        ("[S Ada Lee and Hanno Pell] [C said] [Q it rained].",
         ("Ada Lee + Hanno Pell", "Ada Lee and Hanno Pell", "named together")),
        ("[S Fishermen] [C said] [Q it rained].", ("Fishermen", "Fishermen", "described here")),
        ("[S Quietly] [C said] [Q it rained].", ("Quietly", "Quietly", "described here")),
    ],
)  # fmt: skip
def test_credits(marked: str, expected: tuple[str, str, str]) -> None:
    assert credit(marked) == expected


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[S A report by the Orvesk Institute] [C said] [Q it rained].", "Orvesk Institute"),
        ("[S The ORU’s annual report] [C said] [Q it rained].", "ORU"),
        ("[S A letter from Ada Lee] [C said] [Q it rained].", "Ada Lee"),
        ("[S An ORU report] [C said] [Q it rained].", "ORU"),
    ],
)
def test_makers_of_documents(marked: str, name: str) -> None:
    party, mention, because = credit(marked)
    assert (party, mention, because) == (name, name, "the maker of the document")


@pytest.mark.parametrize("words", ["The report", "The document"])
def test_the_document_further_on_is_its_maker_s_too(words: str) -> None:
    marked = (
        "[S1 A report by the Orvesk Institute] [C1 said] [Q1 it rained]."
        f" [S2 {words}] [C2 said] [Q2 it was cold]."
    )
    assert said(marked) == ["Orvesk Institute", "Orvesk Institute"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("The mission met. [S A report that the mission circulated] [C said] [Q it rained].", "The mission"),
        ("The Traders’ League closed. [S A League report] [C said] [Q it rained].", "Traders’ League"),
    ],
)
def test_makers_known_from_before(marked: str, name: str) -> None:
    assert credit(marked) == (name, name, "the maker of the document")


def test_where_something_was_said_is_not_who_said_it() -> None:
    marked = "[S1 The ORU] [C1 said] in a statement [Q1 it rained]. [S2 It] [C2 said] [Q2 it was cold]."
    assert said(marked) == ["ORU", "ORU"]


def test_a_report_without_a_maker_is_credited_itself() -> None:
    assert said("[S A report] [C said] [Q it rained].") == ["A report"]


def test_the_mention_is_the_last_full_name_before_the_statement_ends() -> None:
    marked = "Ada Lee slept. Ada Lee left. [S Lee] [C said] [Q it rained]. Ada Lee came."
    walk = walk_of(marked)
    assert walk.credits[0].mention.start == walk.scene.text.index("Ada Lee left")


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Hanno Lee slept. [S His] [C claim] [Q that it rained] was odd.", "Hanno Lee"),
        ("Ada Lee slept. [S His] [C claim] [Q that it rained] was odd.", "His"),
        ("The ORU met. [S Its] [C claim] [Q that it rained] was odd.", "ORU"),
    ],
)
def test_whose_claim_it_is(marked: str, name: str) -> None:
    assert said(marked) == [name]


def test_one_group_for_one_pair() -> None:
    marked = (
        "[S1 Ada Lee and Hanno Pell] [C1 said] [Q1 it rained]. [S2 Pell and Lee] [C2 said] [Q2 it was cold]."
    )
    walk = walk_of(marked)
    assert walk.credits[0].party is walk.credits[1].party
    assert len(walk.credits[0].party.mentions) == 2


def test_a_bare_name_that_speaks_is_a_person() -> None:
    walk = walk_of("[S Grey Marten] [C said] [Q it rained].")
    assert walk.credits[0].party.type == "person"


def test_how_surely() -> None:
    assert walk_of("[S Ada Lee] [C said] [Q it rained].").credits[0].confidence == SURE
    assert walk_of("[S A pilot] [C said] [Q it rained].").credits[0].confidence == LIKELY


def test_no_source_no_credit() -> None:
    assert said("It was [C said] [Q that it rained].") == [None]
