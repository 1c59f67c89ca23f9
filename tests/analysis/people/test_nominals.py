"""A description stands for who was called so before, and never for a name that the text did not give it."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.nominals import description_of, is_definite, is_plural
from onrecord.analysis.people.phrases import Phrase
from tests.analysis.parses import cast_of, phrases_of, walk_of, who


def first(text: str) -> Phrase:
    return max((p for p in phrases_of(text) if p.words.start == 0), key=lambda p: len(p.words))


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("A pilot landed.", False),
        ("The pilots slept.", True),
        ("The police slept.", True),
        ("Two women slept.", True),
    ],
)
def test_plural(text: str, plural: bool) -> None:
    assert is_plural(cast_of(text), first(text)) is plural


@pytest.mark.parametrize(
    ("text", "definite"),
    [
        ("A pilot landed.", False),
        ("The pilots slept.", True),
        ("Her lawyer slept.", True),
        ("Ada Lee’s lawyer slept.", True),
        ("Two women slept.", False),
    ],
)
def test_definite(text: str, definite: bool) -> None:
    assert is_definite(cast_of(text), first(text)) is definite


@pytest.mark.parametrize(
    ("text", "noun", "narrowed"),
    [
        ("The old pilot landed on the wet field.", "pilot", {"old"}),
        ("The pilots slept.", "pilot", set()),
        ("Two women slept.", "woman", {"two"}),
        ("Ada Lee’s lawyer slept.", "lawyer", {"ada", "lee"}),
    ],
)
def test_description(text: str, noun: str, narrowed: set[str]) -> None:
    found = description_of(cast_of(text), first(text))
    assert (found.noun, set(found.narrowed)) == (noun, narrowed)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Mayor Ada Lee came. The mayor left.", "The mayor", "Ada Lee"),
        # a name alone may be a company's, which the network takes for a person's
        ("Velmo left. The company slept.", "The company", "Velmo"),
        ("Velmo left. The Veskan carmaker slept.", "The Veskan carmaker", "Velmo"),
        ("Dovbank left. The lender slept.", "The lender", "Dovbank"),
        ("Velmo left. The rival company slept.", "The rival company", "The rival company"),
        ("Velmo left. Dovbank left. The company slept.", "The company", "The company"),  # either
        ("Ada Lee came. Lee left. The company slept.", "The company", "The company"),
        ("The mayor left. Mayor Ada Lee came.", "The mayor", "Ada Lee"),
        ("Mayor Ada Lee came. The Brack mayor left.", "The Brack mayor", "Ada Lee"),
        ("Mayor Ada Lee came. Mayor Jo Park left. The mayor slept.", "The mayor", "Jo Park"),
        ("Mayor Ada Lee came. The minister slept.", "The minister", "The minister"),
        ("Mayor Ada Lee came. A mayor slept.", "A mayor", "A mayor"),
        ("A young pilot landed. The pilot slept.", "The pilot", "A young pilot"),
        ("The old pilot slept. The young pilot left.", "The young pilot", "The young pilot"),
        ("The Aquavale Water Company met. The company voted.", "The company", "Aquavale Water Company"),
        ("The Brack Council met. The council voted.", "The council", "Brack Council"),
        ("The Aquavale Water Company met. The council voted.", "The council", "The council"),
        ("Aquavale closed. The company voted.", "The company", "Aquavale"),
        ("The Brack Council met. The company voted.", "The company", "The company"),
        ("It rained in Orvesk. The city slept.", "The city", "Orvesk"),
        ("Hanno Pell fell. The man slept.", "The man", "Hanno Pell"),
        ("Hanno Pell fell. The woman slept.", "The woman", "The woman"),
        ("Hanno Pell fell. The 45-year-old slept.", "The 45-year-old", "Hanno Pell"),
        ("Ada Lee met Hanno Pell. The woman slept.", "The woman", "Ada Lee"),
        ("Hanno Pell fell. The lawyer slept.", "The lawyer", "The lawyer"),
        ("The council voted. The Brack Council met.", "The council", "Brack Council"),  # named further on
        ("The council voted. The Brack Council met. The Orvesk Council met.", "The council", "The council"),
        ("The Brack Council met. Two councils voted. The council voted.", "The council", "Brack Council"),
        # a name in small letters
        ("The Brack Council met. The Brack council voted.", "The Brack council", "Brack Council"),
        ("The Brack council voted. The Brack Council met.", "The Brack council", "Brack Council"),
        ("The Orvesk Council met. The Brack council voted.", "The Brack council", "The Brack council"),
        ("The Orvesk Council met. Its council voted.", "Its council", "Its council"),
        # a name with what it is behind it
        ("The Orvesk Rail Union group slept.", "The Orvesk Rail Union group", "Orvesk Rail Union"),
        ("The Brack Union for Rain group slept.", "The Brack Union for Rain group", "Brack Union for Rain"),
        ("The anti-Orvesk Dawn group slept.", "The anti-Orvesk Dawn group", "The anti-Orvesk Dawn group"),
        ("The ORU news agency slept.", "The ORU news agency", "ORU"),
        ("The ORU health agency slept.", "The ORU health agency", "The ORU health agency"),
        ("The ORU group slept.", "The ORU group", "The ORU group"),
        # of two offices one is not the other
        ("The former mayor slept. The mayor left.", "The mayor", "The mayor"),
        ("The acting mayor slept. The mayor left.", "The mayor", "The mayor"),
        ("The prime minister slept. The minister left.", "The minister", "The minister"),
        ("The former mayor slept. The former mayor slept.", "The former mayor", "The former mayor"),
        # papers
        ("A report came. The document slept.", "A report", "The document"),
        ("Ada Lee came. The document slept.", "The document", "The document"),
    ],
)
def test_whom_a_description_stands_for(text: str, words: str, name: str) -> None:
    assert dict(who(text))[words] == name


@pytest.mark.parametrize("text", ["The rain fell.", "The old dam burst."])
def test_things_are_nobody(text: str) -> None:
    assert who(text) == []


def test_students_in_the_gallery() -> None:
    walk = walk_of("Students in the gallery slept.")
    assert [span.slice(walk.scene.text) for span in walk.scene.cast.parties[0].mentions] == [
        "Students in the gallery", "Students",
    ]  # fmt: skip


def test_one_description_in_full_is_one_party() -> None:
    found = walk_of("Two pilots slept. The two pilots left.").party_of
    assert len({id(party) for party in found.values()}) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pilot found in Orvesk\nHanno Pell slept.", "Hanno Pell"),
        ("Pilot found in Orvesk\nHanno Pell met Ada Lee.", "Pilot"),
        ("Spokeswoman found in Orvesk\nHanno Pell slept.", "Spokeswoman"),
        ("Pilots found in Orvesk\nHanno Pell slept.", "Pilots"),
    ],
)
def test_a_headline_speaks_of_who_comes_next(text: str, name: str) -> None:
    assert who(text)[0][1] == name


@pytest.mark.parametrize(
    ("between", "others"),
    [("", {"A man", "The man"}), ("The council voted. " * 3, {"Hanno Pell", "The man"})],
)
def test_the_man_is_who_was_just_spoken_of_where_a_man_was_long_ago(between: str, others: set[str]) -> None:
    found = who(f"A man sang. {between}Hanno Pell fell. The man slept.")
    assert {words for words, name in found if name == dict(found)["The man"]} == others
