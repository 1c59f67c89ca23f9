"""Names become parties: those that agree are one, those that do not stay apart."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.parties import Party, nearest
from onrecord.model import EntityType, Span
from tests.analysis.parses import cast_of, parse_of

PERSON, BODY, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE


def names(text: str) -> list[list[str]]:
    """The names of each party, in order of the text; parties by their first name's place."""
    named = [sorted((place, words) for words, places in party.names.items() for place in places)
             for party in cast_of(text).parties]  # fmt: skip
    return [[words for _, words in found] for found in sorted(named)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Lee came. Lee left.", [["Ada Lee", "Lee"]]),
        ("Lee left. Ada Lee came.", [["Lee", "Ada Lee"]]),
        ("Ada Lee came. Ms Lee left.", [["Ada Lee", "Lee"]]),
        ("Ada Lee came. Ada left.", [["Ada Lee", "Ada"]]),
        ("Ada Lee came. Ada Pell left.", [["Ada Lee"], ["Ada Pell"]]),
        ("J. Park came. Jo Park left.", [["J. Park", "Jo Park"]]),
        ("Jo Park came. Ada Park left.", [["Jo Park"], ["Ada Park"]]),
        ("Ada Mira Lee came. Ada Lee left.", [["Ada Mira Lee", "Ada Lee"]]),
        ("Ilir de Brack came. De Brack left.", [["Ilir de Brack", "De Brack"]]),
        ("Ada Lee’s dog slept. Lee left.", [["Ada Lee", "Lee"]]),
        ("The Haddane Family left. The Haddanes slept.", [["Haddane Family", "Haddanes"]]),
    ],
)
def test_people(text: str, found: list[list[str]]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Lee met Hanno Lee. Lee left.", [["Ada Lee"], ["Hanno Lee", "Lee"]]),
        ("Hanno Lee met Ada Lee. Lee left.", [["Hanno Lee"], ["Ada Lee", "Lee"]]),
        ("Ada Lee met Hanno Lee. Ms Lee left.", [["Ada Lee", "Lee"], ["Hanno Lee"]]),
        ("Hanno Lee met Ada Lee. Mr Lee left.", [["Hanno Lee", "Lee"], ["Ada Lee"]]),
        ("Captain Ada Lee met Jo Lee. Captain Lee left.", [["Ada Lee", "Lee"], ["Jo Lee"]]),
    ],
)
def test_two_people_of_one_surname(text: str, found: list[list[str]]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Orvesk Rail Union met. The ORU voted.", [["Orvesk Rail Union", "ORU"]]),
        ("The ORU voted. The Orvesk Rail Union met.", [["ORU", "Orvesk Rail Union"]]),
        ("The Orvesk Rail Union met. The ORX voted.", [["Orvesk Rail Union"], ["ORX"]]),
        ("The Aquavale Water Company met. Aquavale voted.", [["Aquavale Water Company", "Aquavale"]]),
        ("The Dovan Times closed. The Times slept.", [["Dovan Times", "Times"]]),
        ("The Food and Rail Union (FRU) met. The FRU voted.", [["Food and Rail Union", "FRU", "FRU"]]),
        ("The Bank of Orvesk closed. Orvesk slept.", [["Bank of Orvesk"], ["Orvesk"]]),
        ("Ada Dovan met the Orvesk Rail Union. Orvesk slept.",
         [["Ada Dovan"], ["Orvesk Rail Union"], ["Orvesk"]]),
    ],
)  # fmt: skip
def test_bodies(text: str, found: list[list[str]]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Lee came. Lee left.", PERSON),
        ("The Orvesk Rail Union met. The ORU voted.", BODY),
        ("It rained in Orvesk.", PLACE),
        ("Ada Paris came. Paris left. Paris slept.", PERSON),
    ],
)
def test_types(text: str, kind: EntityType) -> None:
    assert [party.type for party in cast_of(text).parties] == [kind]


@pytest.mark.parametrize(
    ("text", "gender", "likely"),
    [
        ("Ada Lee came. Lee left.", None, "female"),
        ("Ada Lee came. Ms Lee left.", ("female", "Ms"), "female"),
        ("Jo Park slept.", None, None),
        ("Spokeswoman Jo Park slept.", ("female", "Spokeswoman"), None),
        ("The Dovan Times closed. The Times slept.", None, None),
    ],
)
def test_gender(text: str, gender: tuple[str, str] | None, likely: str | None) -> None:
    (party,) = cast_of(text).parties
    assert (party.gender, party.likely) == (gender, likely)
    assert party.sex == (gender[0] if gender else likely)


def test_a_title_is_a_description() -> None:
    (party,) = cast_of("The foreign minister Ada Lee slept.").parties
    assert [(d.noun, set(d.narrowed)) for d in party.descriptions] == [("minister", {"foreign"})]


def test_a_short_title_is_the_noun_that_it_stands_for() -> None:
    (party,) = (p for p in cast_of("Gov. Lee came. The governor slept.").parties if p.names)
    assert [description.noun for description in party.descriptions] == ["governor"]


def test_a_description_tells_a_gender() -> None:
    text = "A pilot landed."
    cast = cast_of(text)
    party = cast.add(Party(type=PERSON))
    cast.describe(party, 1, [0])
    assert [(d.noun, set(d.narrowed)) for d in party.descriptions] == [("pilot", set())]
    assert party.gender is None
    assert cast.parties == [party]


def test_alike_and_words() -> None:
    cast = cast_of("Ada Lee met Hanno Lee. Lee left.")
    (phrase,) = (p for p in cast.of_phrase if cast.words(p) == "Lee")
    assert {min(party.names) for party in cast.alike(phrase)} == {"Ada Lee", "Hanno Lee"}


def test_a_time_is_nobody() -> None:
    assert names("On Monday Lee slept.") == [["Lee"]]


@pytest.mark.parametrize(
    ("names", "best"),
    [
        (["Lee", "Ada Lee", "Lee"], "Ada Lee"),
        (["ORU", "Orvesk Rail Union"], "Orvesk Rail Union"),
        (["Lee", "LEE"], "Lee"),
        (["Ada Lee", "Ada Lee"], "Ada Lee"),
    ],
)
def test_the_best_name(names: list[str], best: str) -> None:
    party = Party()
    for i, name in enumerate(names):
        party.name(name, Span(i * 20, i * 20 + len(name)))
    span, words = party.best
    assert words == best
    assert span.start == 20 * names.index(best)


def test_without_a_name_the_longest_mention_is_best() -> None:
    party = Party(mentions=[Span(0, 3), Span(10, 20), Span(30, 40)], signed="Ada Lee")
    assert party.best == (Span(10, 20), "Ada Lee")


@pytest.mark.parametrize(("place", "start"), [(5, 10), (17, 10), (30, 10), (60, 50), (999, 50)])
def test_mention_before(place: int, start: int) -> None:
    party = Party()
    for at, words in ((50, "Ada Lee"), (30, "Lee"), (10, "Ada Lee")):
        party.name(words, Span(at, at + len(words)))
    assert party.mention_before(place) == Span(start, start + 7)


def test_tokens_of_a_party() -> None:
    (party,) = cast_of("Ada Lee came. Lee left.").parties
    assert party.tokens() == {"ada", "lee"}


def test_nearest() -> None:
    near, far, after = (Party(mentions=[Span(at, at + 3)]) for at in (50, 10, 90))
    assert nearest([far, near, after], Span(60, 63)) is near
    assert nearest([after, far], Span(60, 63)) is far
    assert nearest([after], Span(60, 63)) is after
    assert nearest([], Span(60, 63)) is None


def test_every_name_phrase_has_its_party() -> None:
    text = "Ada Lee met Hanno Lee. Lee left."
    cast = cast_of(text)
    assert len(cast.of_phrase) == 3
    for phrase, party in cast.of_phrase.items():
        assert phrase.name is not None
        assert parse_of(text).span(phrase.name) in party.names[cast.words(phrase)]


def test_a_mention_counts_once() -> None:
    party = Party(mentions=[Span(0, 3)])
    party.mention(Span(0, 3))
    party.mention(Span(9, 12))
    assert party.mentions == [Span(0, 3), Span(9, 12)]


def test_a_name_can_be_taken_back() -> None:
    party = Party()
    party.name("Lee", Span(0, 3))
    party.name("Lee", Span(9, 12))
    party.unname("Lee", Span(0, 3))
    assert (party.names, party.mentions) == ({"Lee": [Span(9, 12)]}, [Span(9, 12)])
    party.unname("Lee", Span(9, 12))
    assert (party.names, party.mentions) == ({}, [])
    party.mention(Span(9, 12))
    assert party.mentions == [Span(9, 12)]


def test_whoever_stands_outside_court_is_no_court() -> None:
    cast = cast_of("Outside court Mrs Lee sang.")
    assert "court" not in cast.by_noun
