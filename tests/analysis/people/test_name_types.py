"""What a name stands for, by its own words, its titles, known first names and what stands before it."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.first_names import FirstNames
from onrecord.analysis.people.name_types import CLEAR, SURE, WEAK, initials_of, is_acronym, vote_on_name
from onrecord.analysis.people.phrases import find_phrases
from onrecord.analysis.syntax import Parse
from onrecord.model import EntityType, Span
from tests.analysis.made import parsed, words_only

NAMES = FirstNames({"ada": "f"})
PERSON, BODY, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE


def vote(parse: Parse) -> tuple[EntityType, int] | None:
    """The vote of the last name of a parse."""
    phrase = [p for p in find_phrases(parse, [Span(0, len(parse.text))]) if p.name is not None][-1]
    assert phrase.name is not None
    return vote_on_name(parse, phrase, parse.span(phrase.name).slice(parse.text), NAMES)


def name(words: str, kind: str = "", tag: str = "NNP") -> Parse:
    """A sentence that opens with a name, which the network takes for this kind."""
    lines = [f"{word} {tag} compound 0 {f'{edge}-{kind}' if kind else ''}"
             for word, edge in zip(words.split(), "BIIIII", strict=False)]  # fmt: skip
    return parsed(f"{words} grew", *lines, "grew VBD root -1")


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        (name("Dr Dovan"), (PERSON, SURE)),
        (name("Mrs Dovan", "organisation"), (PERSON, SURE)),
        (name("President Dovan", "place"), (PERSON, SURE)),
        (name("Ada Dovan"), (PERSON, SURE)),
        (name("Ada Dovan", "organisation"), (PERSON, SURE)),
        (name("Ada Dovan", "place"), (PLACE, WEAK)),
        (name("Ada Hill", "person"), (PERSON, SURE)),
        (name("Ada Hill"), (PLACE, SURE)),
        (name("Dovan Hill", "person"), (PLACE, SURE)),
        (name("Ada"), (PERSON, WEAK)),
        (name("Dovan", "person"), (PERSON, WEAK)),
        (name("Dovan"), None),
        (name("Dovan Company", "place"), (BODY, SURE)),
        (name("Dovan Inc", "person"), (BODY, SURE)),
        (name("Dovan Times", "person"), (BODY, SURE)),
        (name("Dovan Holdings", "person"), (BODY, SURE)),
        (name("Institute of Rain", "person"), (BODY, SURE)),
        (name("Dovan", "organisation"), (BODY, WEAK)),
        (name("Dovan Bridge", "organisation"), (PLACE, SURE)),
        (name("Dovan River"), (PLACE, SURE)),
        (name("Lake Dovan", "person"), (PLACE, SURE)),
        (name("France", "organisation"), (PLACE, SURE)),
        (name("Front", "place"), (PLACE, WEAK)),
        (name("French", "person"), (EntityType.GROUP, CLEAR)),  # "French and British planes"
        (name("Ms French", "person"), (PERSON, SURE)),
        (name("ORU"), (BODY, WEAK)),
        (name("ORU", "person"), (BODY, WEAK)),
        (name("ORU", "place"), (PLACE, WEAK)),
        (name("Veskans", "people"), (EntityType.GROUP, WEAK)),
        (name("Veskans", tag="NNPS"), (EntityType.GROUP, WEAK)),
        (name("Dovan", "other"), None),
        (name("Dovan United", "person"), (BODY, SURE)),
        (name("Dovan Harriers", "person", tag="NNPS"), (BODY, SURE)),
        (name("Dovan Herons", "person", tag="NNPS"), (BODY, WEAK)),
    ],
)
def test_by_its_words(parse: Parse, expected: tuple[EntityType, int] | None) -> None:
    assert vote(parse) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("in", (PLACE, CLEAR)), ("Near", (PLACE, CLEAR)), ("with", (PERSON, WEAK)), ("by", (PERSON, WEAK))],
)
def test_by_what_stands_before_it(before: str, expected: tuple[EntityType, int]) -> None:
    parse = parsed(f"{before} Dovan", f"{before} IN prep -1", "Dovan NNP pobj 0 B-person")
    assert vote(parse) == expected


@pytest.mark.parametrize(
    ("before", "behind", "body"),
    [
        ("by", ", a small charity, fell", True),
        ("by", ", a bank based in Brack", True),
        ("by", ", a nurse, fell", False),
        ("by", ", a city, fell", False),  # a place is no body
        ("by", ", a charity worker, fell", False),
        ("shares in", " fell", True),
        ("fell in", " then", False),
        ("the union", " fell", True),
        ("the nurses union", " fell", True),
        ("court", " fell", False),
        ("Ricks &", " fell", True),
    ],
)
def test_a_body_is_told_by_what_stands_around_it(before: str, behind: str, body: bool) -> None:
    text = f"{before} Dovan{behind}"
    tags = {"in": "IN", "by": "IN", "the": "DT", "union": "NN", "court": "NN", "&": "CC", "Dovan": "NNP"}
    tags |= {"Ricks": "NNP", "shares": "NNS", "nurses": "NNS"}
    assert (vote(words_only(text, tags)) == (BODY, CLEAR)) is body


@pytest.mark.parametrize(
    ("behind", "person"),
    [
        (", 34, fell", True),
        (", 7, fell", True),
        (", aged 34, fell", True),
        (" aged 34 fell", True),
        (", 34 and ill", True),
        (", 34, who fell", True),
        (" (34) fell", True),
        (" (2021) fell", False),
        (", 2021, fell", False),
        (", 34,000 fell", False),
        (", 34.5 fell", False),
        (", 34 pilots fell", False),
    ],
)
def test_an_age_is_a_person_s(behind: str, person: bool) -> None:
    parse = words_only(f"Dovan Hill{behind}", {"Dovan": "NNP", "Hill": "NNP"})
    assert vote(parse) == ((PERSON, SURE) if person else (PLACE, SURE))


@pytest.mark.parametrize(
    ("behind", "person"),
    [
        (", a nurse, fell", True),
        (", an old Orvesk woman and former pilot, fell", True),
        (", the pilot from Orvesk, fell", True),
        (", a pilot who fell, fell", True),
        (", a leader in wind power, grew", False),
        (", an investor in wind power, grew", False),
        (", the pilot and the police, grew", False),
        (", a town of pilots, grew", False),
        (", a pilot plant, grew", False),
    ],
)
def test_whoever_is_a_nurse_is_a_person(behind: str, person: bool) -> None:
    parse = words_only(f"Dovan Hill{behind}", {"Dovan": "NNP", "Hill": "NNP"})
    assert vote(parse) == ((PERSON, SURE) if person else (PLACE, SURE))


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("", " — It rained", True),
        ("", " (Herald) — It rained", True),
        ("", " rained", False),
        ("x ", " — It rained", False),
        ("x\n", " — It rained", True),
    ],
)
def test_a_dateline(before: str, after: str, place: bool) -> None:
    parse = words_only(f"{before}DOVAN{after}", {"DOVAN": "NNP"})
    assert (vote(parse) == (PLACE, SURE)) is place


@pytest.mark.parametrize(
    ("words", "acronym"),
    [("ORU", True), ("U.N.", True), ("OR", True), ("O", False), ("Oru", False), ("ORU2", False),
     ("ORUVESK", False), ("", False)],
)  # fmt: skip
def test_acronyms(words: str, acronym: bool) -> None:
    assert is_acronym(words) is acronym


@pytest.mark.parametrize(
    ("words", "initials"),
    [("Orvesk Rail Union", "ORU"), ("Institute of Rain", "IR"), ("Anti-Rain League", "ARL"), ("Orvesk", "")],
)
def test_initials(words: str, initials: str) -> None:
    assert initials_of(words) == initials
