"""Who made a document is told from the words of a source; who saw or ordered it is nobody here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.people.documents import document_maker
from tests.analysis.made import texts


def maker(words: str) -> str | None:
    found = document_maker(words)
    return words[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a report by the Institute for Public Movement", "the Institute for Public Movement"),
        ("the UN’s annual report", "the UN"),
        ("the UN's annual report", "the UN"),
        ("a letter from Lee", "Lee"),
        ("The company’s own annual report", "The company"),
        ("a study published by X", "X"),
        ("a study published Monday by the Orvesk Bank", "the Orvesk Bank"),
        ("a study published on 4 May by the Orvesk Bank", "the Orvesk Bank"),
        ("a report released last week by the union", "the union"),
        ("the ministry’s statement", "the ministry"),
        ("the ministry’s spokesman’s statement", "the ministry’s spokesman"),
        ("Lee’s memoir", "Lee"),
        ("the workers’ letter", "the workers"),
        ("Ilir Dovan’s tweets", "Ilir Dovan"),
        ("the Ministry of Defence’s report", "the Ministry of Defence"),
        ("last week’s report by the UN", "the UN"),
        ("Monday’s statement from the union", "the union"),
        ("his letter", "his"),
        ("a letter to Park from Lee", "Lee"),
        ("a letter from Lee to Park", "Lee"),
        ("a letter signed by 40 mayors", "40 mayors"),
        ("a letter sent from Lee", "Lee"),
        ("a report, published by the Orvesk Watch, on rain", "the Orvesk Watch"),
        ("a report that was issued by the ministry on Monday", "the ministry"),
        ("a report by the Committee on Trade about rain", "the Committee on Trade"),
        ("a report by Lee on trade", "Lee"),
        ("a report by Lee for the Herald", "Lee"),
        ("a joint statement by Lee and Park", "Lee and Park"),
        ("a statement by Lee, Park and Ilir Dovan", "Lee, Park and Ilir Dovan"),
        ("a report by Lee, a former driver", "Lee"),
        ("a memoir written by J. Park", "J. Park"),
        ("a paper by researchers at the University of Orvesk", "researchers at the University of Orvesk"),
        ("a survey conducted by the union in March", "the union"),
        ("a lawsuit filed by three drivers", "three drivers"),
        ("court documents filed by prosecutors", "prosecutors"),
        ("a series of tweets by Lee", "Lee"),
        ("a series of the UN’s reports", "the UN"),
        ("a UN report", "UN"),
        ("a new EU human rights report", "EU"),
        ("a Pentagon memo", "Pentagon"),
        ("a World Bank report", "World Bank"),
        ("the union’s report on the army’s drills", "the union"),
        ("a report by Lee and published on Monday", "Lee"),
        ("an analysis by the Herald of taxes", "the Herald"),
        ("a report by the Ministry of the Interior", "the Ministry of the Interior"),
        ("an email from the head of the union obtained by the Herald", "the head of the union"),
        ("a survey by the Orvesk Bank based on visits", "the Orvesk Bank"),
        ("a report that the mission circulated", "the mission"),
        ("a report which the mission had released on Monday", "the mission"),
        ("a letter the board of governors sent to Lee", "the board of governors"),
        ("a website that Lee has published", "Lee"),
        ("the ministry’s website", "the ministry"),
    ],
)
def test_who_made_it(words: str, expected: str) -> None:
    assert maker(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Lee",
        "the ministry",
        "the report’s authors",
        "the report author",
        "an interview with Lee",
        "a report",
        "the annual report",
        "a report on abuses by the army",
        "a study of letters written by Park",
        "a report seen by the Herald",
        "a report that was circulated",
        "a report that the Herald read",
        "a report obtained by the Herald",
        "a study commissioned by the union",
        "a letter leaked by the union",
        "an article in the Herald",
        "last week’s report",
        "Monday’s statement",
        "a statement from March",
        "a statement by email",
        "a report by Monday",
        "a video from the scene",
        "a letter from prison",
        "a video from Orvesk",
        "a Facebook post",
        "a Monday statement",
        "an Arvian statement",
        "an Orvesk House pool report",
        "data from the 2008 season",
        "an Orvesk study",
        "the leader of the report’s critics",
        "Lee, in a letter by Park",
        "a letter bomb by Park",
    ],
)
def test_no_document_or_no_maker(words: str) -> None:
    assert maker(words) is None


PIECES = (
    "a the report letter by from Lee ’s s’ , of and UN published on Monday . - for to X last U.S. 4".split()
)


@given(st.one_of(texts, st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)))
def test_a_maker_lies_in_the_words(words: str) -> None:
    found = document_maker(words)
    if found is not None:
        start, end = found
        assert 0 <= start < end <= len(words)
        assert words[start:end].strip() == words[start:end]
