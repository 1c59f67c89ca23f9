"""Unnamed people are told from bodies, sides, names and known holders of an office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.people.anonymity import anonymity
from tests.analysis.made import texts


def told(words: str, after: str = "") -> tuple[str | None, str | None, str | None] | None:
    found = anonymity(words, after)
    return (found.count, found.of, found.why) if found else None


@pytest.mark.parametrize(
    ("words", "count", "of"),
    [
        ("two officials", "two", None),
        ("Two officials", "Two", None),
        ("a senior official at the defence ministry", "a", "the defence ministry"),
        ("a witness", "a", None),
        ("several residents of Orvesk", "several", "Orvesk"),
        ("people familiar with the matter", None, None),
        ("sources close to the talks", None, None),
        ("the sources", None, None),
        ("diplomats", None, None),
        ("an aide to Lee", "an", "Lee"),
        ("one of the drivers", "one", None),
        ("one of the drivers at the Orvesk plant", "one", "the Orvesk plant"),
        ("One of Lee’s aides", "One", "Lee"),
        ("two of the army's officers", "two", "the army"),
        ("critics", None, None),
        ("some", "some", None),
        ("many", "many", None),
        ("others", None, None),
        ("some in the party", "some", "the party"),
        ("some of them", "some", None),
        ("someone in the ministry", None, "the ministry"),
        ("a person briefed on the plan", "a", None),
        ("those familiar with the plan", None, None),
        ("at least three witnesses", "at least three", None),
        ("more than 40 villagers", "more than 40", None),
        ("dozens of drivers", "dozens", None),
        ("a number of officials", "a number", None),
        ("a group of teachers from Orvesk", "a group", "Orvesk"),
        ("half a dozen farmers", "half a dozen", None),
        ("a few shopkeepers", "a few", None),
        ("a 40-year-old welder", "a", None),
        ("a man in his forties", "a", None),
        ("a woman in Orvesk", "a", "Orvesk"),
        ("two women", "two", None),
        ("witnesses in March", None, None),
        ("Lee’s aides", None, "Lee"),
        ("the minister’s advisers", None, "the minister"),
        ("his aides", None, None),
        ("Lee’s critics", None, None),
        ("critics of Lee", None, None),
        ("a UN official", "a", "UN"),
        ("a Pentagon official", "a", "Pentagon"),
        ("White House aides", None, "White House"),
        ("former Orvesk Bank employees", None, "Orvesk Bank"),
        ("a foreign ministry official", "a", "foreign ministry"),
        ("a senior defence ministry official", "a", "defence ministry"),
        ("government officials", None, "government"),
        ("Arvian officials", None, None),
        ("a Western diplomat", "a", None),
        ("local residents", None, None),
        ("a handful of Arvian Union Party insiders", "a handful", "Arvian Union Party"),
        ("a U.S.-born gunman", "a", None),
        ("a driver’s", "a", None),
        ("a driver, who worked at the Orvesk Bank", "a", None),
        ("a spokesman for the army", "a", "the army"),
        ("an official of the Ministry of Defence who was at the talks", "an", "the Ministry of Defence"),
        ("an official with the Orvesk Bank", "an", "the Orvesk Bank"),
        ("a man with a Kalashnikov", "a", None),
        ("two Republicans", "two", None),
        ("a senior Democrat", "a", None),
        ("some Greens in Orvesk", "some", "Orvesk"),
        ("a driver from Orvesk, Arvia", "a", "Orvesk"),
        ("officials and diplomats", None, None),
        ("two drivers and a welder", None, None),
        ("Official", None, None),
        ("source", None, None),
        ("welders", None, None),
        ("employees", None, None),
        ("two members of parliament", "two", "parliament"),
    ],
)
def test_unnamed_people(words: str, count: str | None, of: str | None) -> None:
    assert told(words) == (count, of, None)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "…",
        "the army",
        "the ministry",
        "the president",
        "the spokesman",
        "the officials",
        "the two officials",
        "Lee’s spokesman",
        "his wife",
        "his parents",
        "Ilir Dovan",
        "Baker",
        "Ilir Baker",
        "President Lee",
        "driver Ilir Dovan",
        "a driver, Ilir Dovan",
        "a driver named Ilir Dovan",
        "two officials, Lee and Park",
        "a spokesman for the army, Ilir Dovan",
        "a spokesman for the army, Dovan",
        "officials, including Ilir Dovan,",
        "a driver who gave only his first name, Ilir",
        "diplomats and Ilir Dovan",
        "Republicans",
        "Democrats",
        "the rebels",
        "rebels",
        "prosecutors",
        "police",
        "authorities",
        "a court",
        "a newspaper",
        "two newspapers",
        "several companies",
        "one of the companies",
        "a number of banks",
        "a report",
        "a committee",
        "he",
        "both",
        "both officials",
        "no official",
        "nobody",
        "all drivers",
        "none of the drivers",
        "everyone",
        "a",
        "47%",
        "59.6 percent of voters",
        "one in four drivers",
        "a University of Orvesk poll",
        "a defensive Lee",
        "a report Tuesday",
        "officials like Ilir Dovan",
        "a former opponent, former Orvesk mayor Ilir Dovan",
        "the",
        "an FBI",
        "a Lee Park",
    ],
)
def test_what_is_no_unnamed_people(words: str) -> None:
    assert told(words) is None


@pytest.mark.parametrize(
    ("words", "after", "why"),
    [
        (
            "two officials",
            " said on condition of anonymity because they were not authorised to speak.",
            "because they were not authorised to speak",
        ),
        (
            "a driver",
            ", who asked not to be named because talks were continuing, said.",
            "because talks were continuing",
        ),
        (
            "a senior official who asked not to be named because talks were continuing",
            " said.",
            "because talks were continuing",
        ),
        (
            "a driver",
            " said. He declined to be identified, citing fear of his employer.",
            "citing fear of his employer",
        ),
        (
            "a driver",
            ", speaking on condition of anonymity to discuss the talks, said",
            "to discuss the talks",
        ),
        (
            "a driver",
            " said. The driver, who asked not to be identified for fear of arrest, left.",
            "for fear of arrest",
        ),
        (
            "two aides",
            ", who requested anonymity on Monday for security reasons.",
            "for security reasons",
        ),
        ("a driver", ", whose name was withheld to protect his family.", "to protect his family"),
        ("a driver", " who spoke anonymously since he feared for his job", "since he feared for his job"),
        ("an aide", ", who was not authorized to speak publicly.", "was not authorized to speak publicly"),
        ("an aide", " who isn’t allowed to talk to reporters, said", "isn’t allowed to talk to reporters"),
        ("an aide", ", who asked not to be named, said.", None),
        ("an aide", " said it rained because it was March.", None),
        ("two drivers", " said a colleague, who asked not to be named because he was ill, left.", None),
        ("an aide", ", who asked not to be named because.", None),
        # in another paragraph it is somebody else's, unless that takes them up
        ("an official", " asked.\n\nTwo men spoke anonymously because of the talks", None),
        (
            "an official",
            " said.\n\nThe official spoke anonymously because of the talks",
            "because of the talks",
        ),
    ],
)
def test_why_they_are_not_named(words: str, after: str, why: str | None) -> None:
    found = anonymity(words, after)
    assert found is not None
    assert found.why == why


@pytest.mark.parametrize(
    ("words", "after", "count"),
    [
        ("the official", ", who asked not to be named, said", None),
        ("the official", " asked not to be named", None),
        ("the two officials", ", speaking on condition of anonymity, said", "two"),
        ("the driver who asked not to be named", " said", None),
    ],
)
def test_a_known_one_who_asks_not_to_be_named(words: str, after: str, count: str | None) -> None:
    assert told(words, after) == (count, None, None)


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("the president", " told a driver who asked not to be named"),
        ("the president", ", whom a driver who asked not to be named met"),
        ("the army", ", which asked not to be named"),
    ],
)
def test_another_one_s_wish_makes_nobody_unnamed(words: str, after: str) -> None:
    assert told(words, after) is None


PIECES = (
    "a two the one of officials Lee ’s aides in Orvesk , and who asked not to be named because it rained . "
    "at ministry some 40 people s’ “ UN at least"
).split()


@given(
    st.one_of(texts, st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)),
    st.one_of(texts, st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join)),
)
def test_what_is_told_stands_in_the_text(words: str, after: str) -> None:
    found = anonymity(words, after)
    if found is not None:
        given = [one for one in (found.count, found.of) if one is not None]
        assert all(one and one.strip() == one and one in words for one in given)
        assert found.why is None or (found.why and (found.why in words or found.why in after))
