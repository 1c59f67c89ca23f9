"""Nouns tell a kind and a gender, in the singular and the plural."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.noun_lexicon import (
    BODY_NOUNS,
    FEMALE_NOUNS,
    GENDERED_TITLES,
    IRREGULAR_PLURAL,
    MALE_NOUNS,
    TITLES,
    gender_of,
    kind_of,
    singular,
)
from onrecord.model import EntityType

PERSON, BODY, PAPER = EntityType.PERSON, EntityType.ORGANISATION, EntityType.DOCUMENT


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("pilots", "pilot"),
        ("ministries", "ministry"),
        ("churches", "church"),
        ("witnesses", "witness"),
        ("gunmen", "gunman"),
        ("policewomen", "policewoman"),
        ("regimen", "regimen"),
        ("Women", "woman"),
        ("boss", "boss"),
        ("census", "census"),
        ("crisis", "crisis"),
        ("gas", "gas"),
        ("media", "media"),
    ],
)
def test_singular(noun: str, one: str) -> None:
    assert singular(noun) == one


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("pilot", PERSON),
        ("Officials", PERSON),
        ("ex-president", PERSON),
        ("vice-chairman", PERSON),
        ("lutist", PERSON),
        ("client", PERSON),
        ("councils", BODY),
        ("coastguard", BODY),
        ("Ministry", BODY),
        ("reports", PAPER),
        ("policewomen", PERSON),
        ("lutists", PERSON),
        ("specimen", None),
        ("wrists", None),
        ("humans", None),
        ("rain", None),
        ("mist", None),
        ("", None),
    ],
)
def test_kind(noun: str, kind: EntityType | None) -> None:
    assert kind_of(noun) is kind


@pytest.mark.parametrize(
    ("noun", "gender"),
    [
        ("spokeswoman", "female"),
        ("policewomen", "female"),
        ("Mother", "female"),
        ("brothers", "male"),
        ("horseman", "male"),
        ("official", None),
        ("human", None),
        ("German", None),
        ("woman", "female"),
    ],
)
def test_gender(noun: str, gender: str | None) -> None:
    assert gender_of(noun) == gender


def test_the_lists_agree() -> None:
    assert not MALE_NOUNS & FEMALE_NOUNS
    assert set(GENDERED_TITLES) <= TITLES
    assert set(GENDERED_TITLES.values()) == {"male", "female"}
    assert all(noun == noun.lower() for noun in TITLES | BODY_NOUNS | MALE_NOUNS | FEMALE_NOUNS)
    assert all(singular(one) == one for one in IRREGULAR_PLURAL.values())
