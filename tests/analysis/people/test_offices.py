"""Holders of offices are proposed for the day of a document, and not where anything is open to doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.people.offices import LAST_MONTH, SOURCE, Leaders
from onrecord.analysis.people.states import ADJECTIVES, STATES
from onrecord.loading import load_leaders
from onrecord.model.entity import Knowledge

TABLE = """state,name,since,until
SYR,Adan,1990-05-07,2010-03
SYR,Bero,2010-03-20,2015-06
SYR,Cano,2015-08-12,
GMY,Dorn,2001-02-03,
UKG,Ebel,2001-02-03,2018-09
UKG,Ferr,2018-09-04,
RUS,Gorn,2005-01-01,
USA,Hale,2001-02-03,
"""
MADE = Leaders.from_csv(TABLE)
BUNDLED = load_leaders()


def name(words: str, published: str | None, leaders: Leaders = MADE) -> str | None:
    found = leaders.propose(words, published)
    return found.name if found else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Syrian president", "Cano"),
        ("The Syrian president", "Cano"),
        ("the Syrian President", "Cano"),
        ("Syrian president", "Cano"),
        ("Syria’s president", "Cano"),
        ("Syria's president", "Cano"),
        ("the president of Syria", "Cano"),
        ("The President of Syria", "Cano"),
        ("president of Syria", "Cano"),
        ("the  Syrian\npresident", "Cano"),
        ("the German chancellor", "Dorn"),
        ("Germany’s chancellor", "Dorn"),
        ("the chancellor of Germany", "Dorn"),
        ("the British prime minister", "Ebel"),
        ("the British Prime Minister", "Ebel"),
        ("Britain’s prime minister", "Ebel"),
        ("the UK prime minister", "Ebel"),
        ("the British premier", "Ebel"),
        ("the prime minister of the United Kingdom", "Ebel"),
        ("the Russian president", "Gorn"),
        ("the US president", "Hale"),
        ("the U.S. president", "Hale"),
        ("the American president", "Hale"),
        ("the United States’ president", "Hale"),
        ("the president of the United States", "Hale"),
    ],
)
def test_words_for_an_office(words: str, expected: str) -> None:
    assert name(words, "2016-05-04") == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "the",
        "the president",
        "president",
        "the prime minister",
        "the Syrian",
        "Syria",
        "the Syrian foreign minister",
        "the Syrian prime minister",
        "the Syrian minister",
        "the Syrian leader",
        "the Syrian king",
        "the Syrian opposition president",
        "the former Syrian president",
        "the Syrian former president",
        "former president of Syria",
        "the Syrian vice president",
        "the Syrian vice-president",
        "the vice president of Syria",
        "the Syrian president-elect",
        "the president-elect of Syria",
        "the Syrian presidents",
        "the presidents of Syria",
        "the Syrian president’s",
        "the Syrian president’s office",
        "the Syrian president Adan",
        "the Syrian president and the German chancellor",
        "the acting Syrian president",
        "the next Syrian president",
        "a Syrian president",
        "the company’s president",
        "the president of the company",
        "the president of Syria and Germany",
        "the syrian president",
        "the German president",
        "the German vice chancellor",
        "the French president",  # no row
        "the Arvian president",
        "the Dominican president",
        "the Congolese president",
        "the British deputy prime minister",
        "Syrias president",
        "the Syria president",
        "president " * 50,
        "the Syrian president" + " " * 100,
    ],
)
def test_other_words(words: str) -> None:
    assert name(words, "2016-05-04") is None


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("1999-12-31", "Adan"),
        ("2010-02-28", "Adan"),
        ("2010-03-01", None),  # two have entries in that month
        ("2010-03-31", None),
        ("2010-04-01", "Bero"),
        ("2015-05-31", "Bero"),
        ("2015-06-01", None),  # the day of the end is not known
        ("2015-07-15", None),
        ("2015-08-11", None),
        ("2015-08-12", "Cano"),
        ("2016-05-04T10:00:00+02:00", "Cano"),
        ("2021-02-28", "Cano"),
        ("2021-03-01", None),
        ("2024-01-01", None),
        ("1950-01-01", None),
        ("2016-02-30", None),
        ("2016-05", None),
        ("2016", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_days(published: str | None, expected: str | None) -> None:
    assert name("the Syrian president", published) == expected


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("the Russian president", "2008-04-30", "Gorn"),
        ("the Russian president", "2008-05-01", None),
        ("the Russian prime minister", "2008-05-31", None),
        ("the Russian president", "2010-01-01", None),
        ("the Russian prime minister", "2010-01-01", "Gorn"),
        ("the Russian prime minister", "2012-05-01", None),
        ("the Russian president", "2012-06-01", "Gorn"),
        ("the Soviet president", "2010-01-01", None),
    ],
)
def test_an_office_that_changed(words: str, published: str, expected: str | None) -> None:
    assert name(words, published) == expected


@pytest.mark.parametrize(
    ("words", "published", "since", "until"),
    [
        ("the Syrian president", "2012-01-01", "2010-03-20", "2015-06"),
        ("the Syrian president", "2016-01-01", "2015-08-12", None),
        ("the Russian president", "2006-01-01", "2005-01-01", "2008-05"),
        ("the Russian prime minister", "2010-01-01", "2008-05", "2012-05"),
        ("the Russian president", "2016-01-01", "2012-05", None),
    ],
)
def test_what_is_told_of_a_holder(words: str, published: str, since: str, until: str | None) -> None:
    found = MADE.propose(words, published)
    assert found is not None
    office = "prime minister" if "minister" in words else "president"
    assert found == Knowledge(found.name, office, since, until, SOURCE)


def test_without_rows_nobody_is_proposed() -> None:
    assert Leaders().propose("the Syrian president", "2016-05-04") is None


# ------------------------------------------------------------------------------ the table that ships


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("the Syrian president", "2016-09-20", "Bashar al-Assad"),
        ("the German chancellor", "2010-03-01", "Merkel"),
        ("the French president", "2018-07-26", "Macron"),
        ("the US president", "2017-01-25", None),
        ("the US president", "2016-12-31", "Obama"),
        ("the US president", "2017-02-01", "Trump"),
        ("the British prime minister", "2017-03-01", "May"),
        ("the Israeli prime minister", "2015-01-15", "Netanyahu"),
        ("the Iranian president", "2014-01-15", "Rouhani"),
        ("Russia’s president", "2016-01-15", "Putin"),
        ("the Russian prime minister", "2010-01-15", "Putin"),
        ("the Russian president", "2010-01-15", None),
        ("the Turkish prime minister", "2012-01-15", "Erdogan"),
        ("the Turkish president", "2016-01-15", "Erdogan"),
        ("the Turkish prime minister", "2016-01-15", None),
        ("the Saudi king", "2016-01-15", "Salman"),
        ("Japan’s prime minister", "2016-01-15", "Shinzo Abe"),
        ("the Ukrainian president", "2014-03-15", None),  # acting
        ("the Venezuelan president", "2020-01-15", None),  # two claimed it
        ("the Libyan prime minister", "2018-01-15", None),  # two claimed it
        ("the Chinese premier", "2016-01-15", None),
        ("the Chinese president", "2016-01-15", "Xi Jinping"),
        ("the Iraqi prime minister", "2016-01-15", "al-Abadi"),
        ("the Yemeni president", "2016-01-15", None),
        ("the Egyptian president", "2016-01-15", "al-Sisi"),
        ("the North Korean leader", "2016-01-15", "Kim Jong Un"),
        ("the emir of Qatar", "2016-01-15", "Tamim Al Thani"),
        ("the king of Jordan", "2016-01-15", "Abdullah Ibn Hussein El-Hashimi"),
        ("the president of Kenya", "2016-01-15", "Kenyatta"),
        ("the Brazilian president", "2016-07-15", None),
    ],
)
def test_well_known_holders(words: str, published: str, expected: str | None) -> None:
    assert name(words, published, BUNDLED) == expected


def test_the_table_is_whole() -> None:
    assert len(BUNDLED.rows) > 2100
    assert all(row.since[:7] <= (row.until or LAST_MONTH) <= LAST_MONTH for row in BUNDLED.rows)
    assert [row.name for row in BUNDLED.rows if set(row.name) & set("()0123456789,")] == []


def test_every_state_with_an_office_has_rows_and_no_word_is_of_two_codes() -> None:
    codes = {row.state for row in BUNDLED.rows}
    assert {state.code for state in STATES if state.terms} == codes
    assert len({state.code for state in STATES}) > 180
    names = {(word, state.code) for state in STATES for word in state.names}
    adjectives = {(word, state.code) for state in STATES for word in state.adjectives}
    for owned in (names, adjectives):
        assert len({word for word, _ in owned}) == len(owned)


def test_terms_are_in_order_and_do_not_overlap() -> None:
    for state in STATES:
        edges = [edge for term in state.terms for edge in (term.since or "0", term.until or "9")]
        assert edges == sorted(edges), state.names


def test_adjectives_leave_out_abbreviations() -> None:
    assert "Syrian" in ADJECTIVES
    assert "US" not in ADJECTIVES


def test_where_an_office_is_known_someone_mostly_held_it() -> None:
    asked = [
        (f"{state.names[0]}’s {term.office}", f"{year}-04-15")
        for state in STATES
        for term in state.terms
        for year in range(1995, 2021)
        if (term.since or "0") < f"{year}-04" < (term.until or "9")
    ]
    told = [BUNDLED.propose(words, day) is not None for words, day in asked]
    assert sum(told) / len(told) > 0.95


@given(st.text(max_size=60) | st.sampled_from(["the Syrian president", "Chad’s president"]), st.dates())
def test_what_is_proposed_is_in_the_table(words: str, day: object) -> None:
    found = BUNDLED.propose(words, str(day))
    if found is not None:
        assert found.name in {row.name for row in BUNDLED.rows}
        assert found.since[:7] <= str(day)[:7] <= (found.until or LAST_MONTH)
