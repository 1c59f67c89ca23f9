"""Noun phrases are found with their names and titles, in order and in the text, whatever the labels say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.people.phrases import find_phrases
from onrecord.analysis.syntax import Parse
from onrecord.model import Span
from tests.analysis.made import any_parse
from tests.analysis.parses import parse_of, phrases_of


def words(text: str, part: range) -> str:
    return parse_of(text).span(part).slice(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A pilot landed.", ["A pilot"]),
        ("The old pilot landed on the wet field.", ["The old pilot", "the wet field"]),
        ("She saw him.", ["She", "him"]),
        ("Her lawyer slept.", ["Her lawyer"]),
        ("The head of the port authority slept.", ["The head", "the port authority"]),
        ("Both men slept.", ["Both men"]),
        ("Both slept.", ["Both"]),
        ("Both the mayor and the council slept.", ["Both the mayor", "the council"]),
        ("Ada Lee’s lawyer slept.", ["Ada Lee", "Ada Lee’s lawyer"]),
        ("The council’s lawyer’s dog slept.", ["The council", "lawyer", "The council’s lawyer’s dog"]),
        ("A Dovan University pilot slept.", ["Dovan University", "A Dovan University pilot"]),
        ("Last month Ada Lee slept.", ["Last month", "Ada Lee"]),
        ("On Monday Lee slept.", ["Monday", "Lee"]),
        ("Lee and Park slept.", ["Lee", "Park"]),
        ("It rained in Orvesk.", ["It", "Orvesk"]),
        ("The crew has praised Park.", ["The crew", "Park"]),
        ("Lee Jae-myung slept.", ["Lee Jae-myung"]),
        ("Brack Rail CEO Ada Lee slept.", ["Brack Rail", "Brack Rail CEO Ada Lee"]),
        # "us" and "who" in small letters only
        ("The US slept. US men left it.", ["The US", "US", "US men", "it"]),
        ("WHO officials said it rained.", ["WHO officials", "it"]),
        ("WHO SAID THAT?", ["WHO"]),
        ("Twenty-two pilots slept.", ["Twenty-two pilots"]),
        ("Twelve minutes later President Ilir Dovan slept.", ["Twelve minutes", "President Ilir Dovan"]),
        ("Ada Lee KC slept.", ["Ada Lee KC"]),
        # a description without its comma; of somebody else it splits nothing
        ("Edda Lorne head of the port authority slept.", ["Edda Lorne", "head", "the port authority"]),
        (
            "The campaign manager of Ada Lee Edda Lorne pilot slept.",
            ["The campaign manager", "Ada Lee Edda Lorne", "Ada Lee Edda Lorne pilot"],
        ),
        ("The pilot, who slept, saw it.", ["The pilot", "who", "it"]),
        ("It rained.", ["It"]),
        ("Sleep!", []),
        ("", []),
    ],
)
def test_phrases(text: str, found: list[str]) -> None:
    assert [words(text, phrase.words) for phrase in phrases_of(text)] == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A pilot landed.", None),
        ("The minister slept.", None),
        ("The Minister slept.", None),
        ("Ada Lee slept.", "Ada Lee"),
        ("Dr. Ada Lee slept.", "Ada Lee"),
        ("Mrs Lee slept.", "Lee"),
        ("Opposition leader Ada Lee slept.", "Ada Lee"),
        ("The foreign minister Ada Lee slept.", "Ada Lee"),
        ("Ada Lee KC slept.", "Ada Lee"),
        ("Ada O’Lorne slept.", "Ada O’Lorne"),
        ("J. Park slept.", "J. Park"),
        ("Ilir de Brack slept.", "Ilir de Brack"),
        ("Ilir al-Brack slept.", "Ilir al-Brack"),
        ("Ada Lee-Park slept.", "Ada Lee-Park"),
        ("Lee Jae-myung slept.", "Lee Jae-myung"),
        ("Ada Lee-style pilots slept.", None),
        ("Brack Rail CEO Ada Lee slept.", "Ada Lee"),
        ("The Food and Rail Union (FRU) met. The FRU voted.", "Food and Rail Union"),
        ("Det Insp Ada Lee slept.", "Ada Lee"),
        ("The Bank of Orvesk closed.", "Bank of Orvesk"),
        # where the network takes the first word for an adjective, or the second for a person
        ("The Orvesk Observatory for Rain slept.", "Orvesk Observatory for Rain"),
        ("The Brack Observatory for Rain slept.", "Brack Observatory for Rain"),
        ("The Ministry of the Interior closed.", "Ministry of the Interior"),
        ("The Traders’ League closed.", "Traders’ League"),
        ("Dovan & Lee closed.", "Dovan & Lee"),
        ("The Presidency closed.", "Presidency"),
        ("The U.S. army left.", None),
        ("US soldiers left.", None),
    ],
)
def test_the_name_of_the_first_phrase(text: str, name: str | None) -> None:
    first = max((p for p in phrases_of(text) if p.words.start == 0), key=lambda p: len(p.words))
    assert (None if first.name is None else words(text, first.name)) == name


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Dr. Ada Lee slept.", "Dr."),
        ("Mrs Lee slept.", "Mrs"),
        ("Opposition leader Ada Lee slept.", "Opposition leader"),
        ("The foreign minister Ada Lee slept.", "The foreign minister"),
        ("Twelve minutes later President Ilir Dovan slept.", "President"),
        ("Ada Lee slept.", ""),
    ],
)
def test_titles(text: str, titles: str) -> None:
    (first,) = (p for p in phrases_of(text) if p.name is not None)
    assert (words(text, first.titles) if first.titles else "") == titles


@pytest.mark.parametrize(
    ("text", "pronouns"), [("She saw him.", 2), ("Her lawyer slept.", 0), ("US soldiers left.", 0)]
)
def test_pronouns_are_phrases_of_their_own(text: str, pronouns: int) -> None:
    found = [phrase for phrase in phrases_of(text) if phrase.pronoun]
    assert len(found) == pronouns
    assert all(len(phrase.words) == 1 for phrase in found)


def test_only_the_stretches_that_count() -> None:
    text = "Lee and Park slept."
    found = find_phrases(parse_of(text), [Span(0, 3), Span(13, 19)])
    assert [words(text, phrase.words) for phrase in found] == ["Lee"]


@given(any_parse(), st.integers(0, 40), st.integers(0, 40))
def test_phrases_lie_in_the_text_in_order(parse: Parse, first: int, length: int) -> None:
    ends = [0, *(word.end for word in parse.words)]
    first, last = min(first, len(ends) - 1), min(first + length, len(ends) - 1)
    stretches = [Span(0, ends[first]), Span(ends[last], len(parse.text))]
    found = find_phrases(parse, stretches)
    for phrase in found:
        span = phrase.span(parse)
        assert 0 <= span.start < span.end <= len(parse.text)
        assert any(stretch.contains(span) for stretch in stretches)
        assert phrase.head in phrase.words
        if phrase.name is not None:
            assert len(phrase.name) > 0
            assert phrase.words.start <= phrase.name.start < phrase.name.stop <= phrase.words.stop
            assert phrase.words.start <= phrase.titles.start <= phrase.titles.stop <= phrase.name.start
    # A phrase comes after those inside it, and after all that ended before it.
    stops = [phrase.words.stop for phrase in found]
    assert stops == sorted(stops)
