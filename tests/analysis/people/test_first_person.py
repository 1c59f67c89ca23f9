"""I, we and you are told by who speaks around them, who signed, or who gave a name."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.speakers import find_speakers
from onrecord.analysis.people.walk import Walk
from tests.analysis.parses import called, said, scene_of, walk_of


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[Q1 “[S2 I] [C2 know] [Q2 that it rained],”] [S1 Ada Lee] [C1 said].", ["Ada Lee", "Ada Lee"]),
        ("[Q1 “[S2 We] [C2 know] [Q2 that it rained],”] [S1 the Brack Council] [C1 said].",
         ["Brack Council", "Brack Council"]),
        ("[Q1 “[S2 We] [C2 know] [Q2 that it rained],”] [S1 Ada Lee and Hanno Pell] [C1 said].",
         ["Ada Lee + Hanno Pell", "Ada Lee + Hanno Pell"]),
        ("[Q1 “[S2 We] [C2 know] [Q2 that it rained],”] [S1 a spokesman for the Brack Council] [C1 said].",
         ["a spokesman for the Brack Council", "Brack Council"]),
        ("[Q1 “[S2 You] [C2 know] [Q2 that it rained],”] [S1 Ada Lee] [C1 said].", ["Ada Lee", "You"]),
    ],
)  # fmt: skip
def test_in_quotations(marked: str, names: list[str]) -> None:
    assert said(marked) == names


def test_the_us_is_not_us() -> None:
    assert said("[Q1 “[S2 The US] [C2 knows] [Q2 it rained],”] [S1 Ada Lee] [C1 said].") == ["Ada Lee", "US"]


def test_we_of_one_person_is_a_group_with_others() -> None:
    walk = walk_of("[Q1 “[S2 We] [C2 know] [Q2 that it rained],”] [S1 Ada Lee] [C1 said].")
    group = walk.credits[1].party
    assert group.members == [walk.credits[0].party]
    assert walk.credits[1].because == "“we”: who speaks here, and others"
    assert walk.credits[1].mention.slice(walk.scene.text) == "We"


def test_i_within_i_is_the_innermost_speaker() -> None:
    marked = (
        "[S1 Ada Lee] [C1 said]: [Q1 “[S2 Hanno Pell] [C2 said]:"
        " [Q2 ‘[S3 I] [C3 know] [Q3 that it rained].’]”]"
    )
    assert said(marked) == ["Ada Lee", "Hanno Pell", "Hanno Pell"]


@pytest.mark.parametrize("source", ["I", "We"])
def test_the_author_by_the_byline(source: str) -> None:
    marked = f"byline: Ada Lee\n---\n[S {source}] [C know] [Q that it rained]."
    walk = walk_of(marked)
    assert said(marked) == ["Ada Lee"]
    assert walk.credits[0].because == "the author, by the byline"
    assert walk.credits[0].mention.slice(walk.scene.text) == source


def test_a_byline_is_nobody_s_in_an_outlet_s_own_voice() -> None:
    scene = scene_of("byline: Ada Lee\n---\n[S I] [C know] [Q that it rained].")
    walk = Walk(scene)
    find_speakers(walk)
    assert walk.author is None
    assert called(walk, walk.credits[0].party) == "I"


def test_i_of_nobody_known() -> None:
    walk = walk_of("[S1 I] [C1 know] [Q1 that it rained]. [S2 I] [C2 know] [Q2 that it was cold].")
    assert walk.credits[0].party is walk.credits[1].party
    assert called(walk, walk.credits[0].party) == "I"
    assert walk.credits[0].party.type == "person"
    assert len(walk.credits[0].party.mentions) == 2


def test_i_of_one_who_gave_a_name() -> None:
    marked = "My name is Edda Lorne. [S I] [C know] [Q that it rained]."
    assert said(marked) == ["Edda Lorne"]
    assert said("Edda Lorne slept. [S I] [C know] [Q that it rained].") == ["I"]
    assert said("[S I] [C know] [Q that it rained]. My name is Edda Lorne.") == ["I"]


def test_me_and_us_in_contents_are_those_who_speak() -> None:
    walk = walk_of("[Q “She told me,”] [S Ada Lee] [C said].")
    (me,) = (phrase for phrase in walk.scene.phrases if walk.scene.parse.lower(phrase.head) == "me")
    assert walk.party_of[me] is walk.credits[0].party


def test_me_of_the_author() -> None:
    walk = walk_of("byline: Ada Lee\n---\nShe told me.")
    (me,) = (phrase for phrase in walk.scene.phrases if walk.scene.parse.lower(phrase.head) == "me")
    assert walk.party_of[me] is walk.author
