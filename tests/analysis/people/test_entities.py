"""Parties become entities: numbered by their first mention, named by their own words."""

from __future__ import annotations

import re

import pytest

from onrecord.analysis.details import Tables, complete
from onrecord.analysis.people.entities import Register
from onrecord.analysis.people.parties import Party
from onrecord.model import Anonymity, Entity, EntityType, OwnVoice, Span
from onrecord.model.entity import Knowledge
from tests.analysis.parses import FIRST_NAMES, scene_of

TEXT = "Ada  Lee met the Orvesk Rail Union. She spoke to two officials."
PERSON, BODY, GROUP = EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def named(words: str, kind: EntityType) -> Party:
    party = Party(type=kind)
    party.name(words, at(words))
    return party


KNOWN = Knowledge("Edda Lorne", "the president of Orvesk", "2020-01-01", None, "made")


def register(*parties: Party) -> Register:
    """A register in which plurals are unnamed people, and of everybody it is known who it was."""
    made = Register(
        TEXT, lambda party: Anonymity("two", None, None) if party.plural else None, lambda words: KNOWN
    )
    made.settle(parties)
    return made


def test_ids_follow_the_first_mention() -> None:
    ada, union = named("Ada  Lee", PERSON), named("Orvesk Rail Union", BODY)
    made = register(union, ada, union)
    assert [(e.id, e.name, e.type) for e in made.entities()] == [
        ("e1", "Ada Lee", PERSON), ("e2", "Orvesk Rail Union", BODY),
    ]  # fmt: skip
    assert (made.id(ada), made.id(union)) == ("e1", "e2")


def test_names_are_different_words_and_no_pronouns() -> None:
    ada = named("Ada  Lee", PERSON)
    ada.mention(at("She"))
    ada.mention(at("Lee"))
    (entity,) = register(ada).entities()
    assert entity.names == ("Ada Lee", "Lee")
    assert entity.mentions == (at("Ada  Lee"), at("Lee"), at("She"))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("I saw me and my own, I myself", "I"),
        ("us, our town, ourselves", "we"),
        ("he saw me", "he"),
        ("my lawyer", "my lawyer"),
    ],
)
def test_one_who_is_only_told_by_pronouns_has_the_subjects_name(words: str, name: str) -> None:
    told = ("I", "he", "me", "my", "myself", "us", "our", "ourselves", "my lawyer")
    party = Party()
    for word in sorted(told, key=len) if name != "my lawyer" else ["my lawyer", "my"]:
        for found in re.finditer(rf"\b{word}\b", words):
            party.mention(Span(*found.span()))
    assert Register(words, lambda party: None, lambda words: None).name(party) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["One of them", "a pilot", "she"], "a pilot"),
        (["One of them", "she"], "One of them"),
        (["The armys", "the army"], "The army"),
        (["The armys"], "The armys"),
        (["the news", "the army"], "the news"),
    ],
)
def test_what_somebody_without_a_name_is_called(words: list[str], name: str) -> None:
    text, party = " ".join(words), Party()
    for word in words:
        party.mention(Span(text.index(word), text.index(word) + len(word)))
    assert Register(text, lambda party: None, lambda words: None).name(party) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [("an aide who", "an aide"), ("Lee, who", "Lee"), ("who", "who"), ("A jury on Thursday", "A jury")],
)
def test_who_and_the_day_are_no_part_of_a_name(words: str, name: str) -> None:
    party = Party(type=PERSON, mentions=[Span(0, len(words))])
    made = Register(words, lambda party: None, lambda words: None)
    made.settle([party])
    assert [entity.name for entity in made.entities()] == [name]


def test_a_pronoun_alone_is_its_own_name() -> None:
    (entity,) = register(Party(type=PERSON, mentions=[at("She")])).entities()
    assert (entity.name, entity.names) == ("She", ("She",))


def test_members_come_along() -> None:
    ada, union = named("Ada  Lee", PERSON), named("Orvesk Rail Union", BODY)
    pair = Party(type=GROUP, plural=True, members=[ada, union], mentions=[Span(0, 34)])
    found = register(pair).entities()
    assert [(e.name, e.type, e.members) for e in found] == [
        ("Ada Lee", PERSON, ()),
        ("Ada Lee and Orvesk Rail Union", GROUP, ("e1", "e3")),
        ("Orvesk Rail Union", BODY, ()),
    ]
    assert found[1].anonymous is None


def test_one_member_and_others() -> None:
    we = Party(type=GROUP, plural=True, members=[named("Ada  Lee", PERSON)], mentions=[at("She")])
    assert register(we).name(we) == "Ada Lee and others"


def test_who_is_unnamed() -> None:
    officials = Party(type=PERSON, plural=True, mentions=[at("two officials")])
    (entity,) = register(officials).entities()
    assert (entity.type, entity.anonymous) == (EntityType.ANONYMOUS, Anonymity("two", None, None))


@pytest.mark.parametrize(
    ("party", "known"),
    [
        (Party(type=PERSON, mentions=[at("She")]), KNOWN),
        (named("Ada  Lee", PERSON), None),  # the text says it
        (Party(type=PERSON, plural=True, mentions=[at("two officials")]), None),
        (Party(type=GROUP, plural=True, members=[named("Ada  Lee", PERSON)], mentions=[at("She")]), None),
    ],
)
def test_what_is_known_is_told_of_one_whom_the_text_does_not_name(
    party: Party, known: Knowledge | None
) -> None:
    made = register(party)
    assert [entity.knowledge for entity in made.entities() if entity.id == made.id(party)] == [known]


def test_one_who_is_referred_to_late_comes_last() -> None:
    made = register(named("Orvesk Rail Union", BODY))
    ada = named("Ada  Lee", PERSON)
    assert made.id(ada) == "e2"
    assert made.id(ada) == "e2"
    assert [entity.name for entity in made.entities()] == ["Orvesk Rail Union", "Ada Lee"]


def test_a_plural_with_a_name_keeps_its_type() -> None:
    union = named("Orvesk Rail Union", BODY)
    union.plural = True
    assert register(union).entities()[0].type is BODY


@pytest.mark.parametrize(
    ("party", "kind"),
    [
        (Party(mentions=[at("She")]), BODY),
        (Party(type=EntityType.PLACE, mentions=[at("She")]), EntityType.PLACE),
    ],
)
def test_types(party: Party, kind: EntityType) -> None:
    assert register(party).entities()[0].type is kind


def test_what_nothing_stands_for_is_left_out() -> None:
    assert register(Party(type=PERSON)).entities() == []


def test_gender_is_the_text_s_own() -> None:
    ada = named("Ada  Lee", PERSON)
    ada.likely = "female"
    assert register(ada).entities()[0].gender is None
    ada.gender = "female", "She"
    gender = register(ada).entities()[0].gender
    assert gender is not None
    assert (gender.value, gender.because) == ("female", "She")


def entities(marked: str) -> list[Entity]:
    """The entities of a marked text as a reader gives them."""
    return complete(scene_of(marked), None, [], OwnVoice.OUTLET, tables=Tables(FIRST_NAMES)).entities


def test_a_whole_text() -> None:
    marked = (
        "Ada Lee met Hanno Pell. [S1 Both] [C1 said] [Q1 it rained]."
        " [S2 Two officials] [C2 said] [Q2 it rained]."
    )
    found = entities(marked)
    assert [(e.id, e.name, e.type, e.members) for e in found] == [
        ("e1", "Ada Lee", PERSON, ()),
        ("e2", "Hanno Pell", PERSON, ()),
        ("e3", "Ada Lee and Hanno Pell", GROUP, ("e1", "e2")),
        ("e4", "Two officials", EntityType.ANONYMOUS, ()),
    ]
    assert len({e.name for e in found}) == len(found)
    assert all(e.mentions for e in found)


def test_a_country_whose_name_is_a_pronoun_in_small_letters() -> None:
    (country,) = entities("The US slept. US men left it.")
    assert (country.name, country.names) == ("US", ("US",))


def test_a_first_name_is_never_shown_as_a_gender() -> None:
    assert [e.gender for e in entities("Ada Lee met Hanno Pell.")] == [None, None]
    assert [e.gender and e.gender.because for e in entities("Jo Park slept. She left.")] == ["She"]
