"""Which quotations are used as names; their targets are tested in test_label_words."""

from __future__ import annotations

import pytest

from onrecord.analysis.labels.scare_quotes import find_scare_quotes
from onrecord.analysis.quotation import find_quotations
from onrecord.analysis.syntax import Parse
from onrecord.neural.words import split_words
from tests.analysis.labels.reading import tree


def parse_of(text: str, **speech: str) -> Parse:
    """A parse of "the X Y was Z" without relations: articles, marks and a few tags given by word."""
    words = split_words(text)
    printed = [word.slice(text) for word in words]
    known = {
        "the": "DT",
        "The": "DT",
        "a": "DT",
        "Their": "PRP$",
        "was": "VBD",
        "and": "CC",
        "of": "IN",
    } | speech
    tags = [known.get(word, "NN" if word[0].isalnum() else "PUNCT") for word in printed]
    return Parse(text, words, tags, ["dep"] * len(words), [-1] * len(words), ["O"] * len(words))


def found(text: str, *, stand: bool = False, **speech: str) -> list[str]:
    parse = parse_of(text, **speech)
    quotes = find_scare_quotes(parse, find_quotations(text), [stand] * len(parse.words))
    return [quote.span.slice(text) for quote in quotes]


@pytest.mark.parametrize(
    "text",
    [
        "The “vote” was over",
        "Their ‘vote’ was over",
        "The ''vote'' was over",
        'The "vote" was over',
        "The “rescue party” was over",
        "The “self-rule” vote was over",
        "The “vote of the people” was over",
    ],
)
def test_names_in_marks(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The “vote was over” then",  # a finite verb
        "The “vote.” was over",
        "The “vote and rain” was over",
        "The “vote, rain” was over",
        "The “” was over",
        "The “100” was over",
        "The “vote rain wind snow hail” was over",  # too long
        "The “vote\nrain” was over",
        "The “Vote” was over",  # a title
        "The “Vote of the People” was over",
        "The “vote was over",  # not closed
        "The word “vote” was over",
        "The film “vote” was over",
        "rain (“vote”) was over",  # a gloss
        "The “vote” line was over",  # words as words
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert found(text) == []


def test_warm_words_behind_an_article_are_quoted_rather_than_meant_otherwise() -> None:
    assert found("a “warm welcome” was given", warm="JJ") == []
    assert found("the “warm welcome” was given", warm="JJ") == ["“warm welcome”"]


def test_labels_need_less_around_them() -> None:
    assert found("rain fell on “Rebels”", fell="VBD", on="IN") == []
    assert found("rain fell on “Rebels”", stand=True, fell="VBD", on="IN") == ["“Rebels”"]


def test_one_word_behind_the_is_no_mere_quotation() -> None:
    lines = (
        "PRP/nsubj/1 VBD/root/-1 IN/mark/8 DT/det/7 PUNCT/punct/7 JJ/amod/7 PUNCT/punct/7 NN/nsubj/8 "
        "VBD/ccomp/1"
    )
    for text, expected in (
        ("She said that the “temporary” work lasted", ["“temporary”"]),
        ("She said that some “temporary” work lasted", []),
        ("She said that the “severe” work lasted", []),  # a degree
    ):
        parse = tree(text, lines)
        quotes = find_scare_quotes(parse, find_quotations(text), [False] * len(parse.words))
        assert [quote.span.slice(text) for quote in quotes] == expected


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The “hub”, in fact a tin cabin, was over", "cabin"),
        ("The “hub”, really the cabin, was over", "cabin"),
        ("The “hub”, in fact closed, was over", "hub"),
        ("The “hub”, a cabin, was over", "hub"),  # the parse would tell
    ],
)
def test_what_a_name_is_in_fact(text: str, target: str) -> None:
    parse = parse_of(text, tin="JJ", closed="JJ", really="RB", **{"in": "IN"})
    (quote,) = find_scare_quotes(parse, find_quotations(text), [False] * len(parse.words))
    assert quote.target is not None
    assert quote.target.slice(text) == target
