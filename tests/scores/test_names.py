"""Whether two ways to name someone name the same one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.scores.names import SORTS, Party, sort_of_source, stands_for

EDDA = Party("Edda Lorne", ("Lorne", "Ms Lorne"))
KARL = Party("Karl Lorne", ("Lorne",))
ANA, TOM = Party("Ana Lee", ("Lee",)), Party("Tom Park")


@pytest.mark.parametrize(
    ("gold", "party"),
    [
        ("Edda Lorne", EDDA),
        ("Edda Lorne", Party("the harbour chief", ("edda LORNE",))),
        ("the mayor", Party("The Mayor")),
        ("mayor", Party("the mayor")),
        ("Lee’s office", Party("Lee's office")),
        ("Edda Lorne", Party("she", mention="Edda Lorne, the head of the port authority")),
        ("Edda Lorne", Party("she", mention="Lorne")),
        ("Edda Lorne", Party("Harbourmaster Edda Lorne")),
        ("the health minister", Party("she", mention="the minister")),
        ("a spokesman for the army", Party("the spokesman")),
        ("two officials", Party("two officials who had seen the letter")),
        ("Ana Lee + Tom Park", Party("they", members=(TOM, ANA))),
        ("Ana Lee + Tom Park", Party("Ana Lee and Tom Park")),
        ("Ana Lee + Tom Park + Bo Ray", Party("it", ("Ana Lee, Tom Park and Bo Ray",))),
    ],
)
def test_the_right_party(gold: str, party: Party) -> None:
    assert stands_for(gold, party)


@pytest.mark.parametrize(
    ("gold", "party"),
    [
        ("Edda Lorne", Party("")),
        ("Edda Lorne", Party("she", mention="She")),
        ("Edda Lorne", KARL),
        ("Edda Lorne", Party("Karl Lorne", mention="Lorne")),
        ("the health minister", Party("Karl Lorne", mention="the minister")),
        ("Edda Lorne", Party("Edda")),
        ("a spokesman for the army", Party("the army", mention="the army")),
        ("the army", Party("a spokesman for the army")),
        ("the port authority", Party("Edda Lorne, head of the port authority")),
        ("the Ministry of Health", Party("the Ministry of Defence", mention="the ministry")),
        ("Tom Park", Party("Ana Lee and Tom Park")),
        ("Tom Park", Party("Ana Lee and Tom Park", members=(ANA, TOM))),
        ("Ana Lee + Tom Park", Party("they", members=(ANA,))),
        ("Ana Lee + Tom Park", Party("they", members=(ANA, TOM, EDDA))),
        ("Ana Lee + Tom Park", Party("they", members=(ANA, EDDA))),
        ("Ana Lee + Tom Park", Party("Ana Lee")),
    ],
)
def test_the_wrong_party(gold: str, party: Party) -> None:
    assert not stands_for(gold, party)


TEXT = "Lorne said so. The head of the Aldmoor port agreed with Lorne. Police said no, and police said it."


@pytest.mark.parametrize(
    ("source", "speaker", "sort"),
    [
        ("She", "Edda Lorne", "she"),
        ("his", "Lorne", "he"),
        ("he himself", "Lorne", "he"),
        ("They all", "police", "they"),
        ("we", "police", "we"),
        ("I", "Lorne", "i"),
        ("it", "police", "it"),
        ("who", "Lorne", "relative"),
        ("Lorne", "Lorne", "named"),
        ("Edda Lorne", "Edda Lorne", "named"),
        ("the Ministry of Health", "the Ministry of Health", "named"),
        ("the head of the port, Lorne", "Lorne", "named"),
        ("The head of the Aldmoor port", "The head of the Aldmoor port", "nominal"),
        ("Police", "Police", "nominal"),
        ("Rangers", "Rangers", "nominal"),
        ("Park", "Park", "named"),
        ("it and others", "police", "nominal"),
        ("", "Lorne", ""),
        ("—", "Lorne", ""),
    ],
)
def test_the_sort_of_a_source(source: str, speaker: str, sort: str) -> None:
    assert sort_of_source(source, speaker, TEXT) == sort


phrases = st.lists(
    st.sampled_from(["the", "Lee", "of", "and", ",", "she", "’s", "(", "“", "who", "A.", "", " – "]),
    max_size=6,
).map(" ".join)


@given(phrases, phrases)
def test_any_words_can_be_compared(one: str, other: str) -> None:
    assert stands_for(one, Party(one)) == any(character.isalnum() for character in one)
    assert stands_for(one, Party(other, mention=other)) == stands_for(other, Party(one, mention=one))
    assert sort_of_source(one, other, other) in ("", *SORTS)
