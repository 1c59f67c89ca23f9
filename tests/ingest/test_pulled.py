from __future__ import annotations

import time

import pytest

from onrecord.ingest.pulled import letters, pull_quotes

SAID = "The mayor came late. “We have no money for it,” he told us. “None at all.”"


def pulled(*paragraphs: str, gap: str = "\n\n") -> list[str]:
    text = gap.join(("Council shelves quay", *paragraphs))
    return [span.slice(text) for span in pull_quotes(text)]


@pytest.mark.parametrize(
    "again",
    [
        "“We have no money for it”",
        "WE HAVE NO MONEY FOR IT",
        "'We have no money for it.'",
        "“We have no money for it” — Iven Solk, mayor",
        "“We have no money for it”\n– Iven Solk",
        "We have no\nmoney for it",
    ],
)
def test_a_quotation_that_is_set_again_is_known(again: str) -> None:
    assert pulled(SAID, again, "It rained.") == [again]
    assert pulled("It rained.", again, SAID) == [again]


def test_it_is_known_by_its_line_where_no_blank_line_parts_paragraphs() -> None:
    assert pulled(SAID, "“We have no money for it”", gap="\n") == ["“We have no money for it”"]


def test_who_is_named_below_belongs_to_it() -> None:
    assert pulled(SAID, "“We have no money for it”", "— Iven Solk", "It rained.") == [
        "“We have no money for it”\n\n— Iven Solk"
    ]


def test_several_sentences_may_be_set_again() -> None:
    said = "“It’s wet. It’s cold. It has never been so cold,” said Lee. “I am off.”"
    assert pulled(said, "“It's cold. It has never been so cold.”") == [
        "“It's cold. It has never been so cold.”"
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (SAID, "“We have no money for the quay”"),  # other words
        (SAID, "“no money for it”"),  # part of a sentence
        (SAID, SAID),  # a whole paragraph twice
        ("“I do not know,” he said. “No.”", "“I do not know.”"),  # short: said twice
        ("The mayor said:", "“We have no money for it.”", SAID),  # announced
        ("Why not now, mayor?", "We have no money for it.", SAID),  # an answer
        ("The rain fell for nine days. Then it stopped.", "The rain fell for nine days."),  # nobody's words
        (SAID, "“We have no money for it,” the mayor said again."),
    ],
)
def test_what_is_said_there_stays(paragraphs: tuple[str, ...]) -> None:
    assert pulled(*paragraphs) == []


def test_a_headline_is_no_pull_quote() -> None:
    text = f"“We have no money for it”\n\n{SAID}"
    assert pull_quotes(text) == []


def test_two_printings_share_their_letters() -> None:
    assert letters("“It’s WET!”") == letters("It's wet") == "itswet"


@pytest.mark.parametrize(
    "unit", ["." * 400_000, "a. " * 120_000, "”" * 400_000, "\n \n" * 90_000, " — A" * 90_000]
)
def test_hostile_text_takes_bounded_time(unit: str) -> None:
    start = time.perf_counter()
    pull_quotes(f"Rain\n\n“We have no money for it”\n\n{unit}")
    assert time.perf_counter() - start < 10


def test_what_is_no_article_is_not_searched() -> None:
    assert pulled(SAID, "“We have no money for it”", "It rained. " * 50_000) == []
