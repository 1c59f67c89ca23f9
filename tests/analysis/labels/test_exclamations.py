"""Names called out at someone, in parses in which little but the tags is told."""

from __future__ import annotations

import pytest

from onrecord.analysis.labels.exclamations import find_exclamations
from onrecord.analysis.labels.hits import find_hits
from onrecord.analysis.quotation import find_quotations
from onrecord.analysis.syntax import Parse
from onrecord.neural.words import split_words

TAGS = {
    **dict.fromkeys(("A", "a", "the", "The", "that"), "DT"),
    **dict.fromkeys(("shouted", "yelled", "cried", "said", "rained", "called", "slept"), "VBD"),
    **dict.fromkeys(("at", "of", "in"), "IN"),
    **dict.fromkeys(("you", "You", "it", "him", "They"), "PRP"),
    **dict.fromkeys(("Go", "Sell", "are"), "VB"),
    **dict.fromkeys(("Lee", "Judas"), "NNP"),
    **dict.fromkeys(("and",), "CC"),
    **dict.fromkeys(("former", "old"), "JJ"),
}


def flat(text: str) -> Parse:
    """A parse with parts of speech and nothing that hangs together."""
    words = split_words(text)
    printed = [word.slice(text) for word in words]
    tags = [TAGS.get(word, "NN" if word[0].isalnum() else "PUNCT") for word in printed]
    return Parse(text, words, tags, ["dep"] * len(words), [-1] * len(words), ["O"] * len(words))


def found(text: str) -> list[tuple[str, str | None, str | None]]:
    """What is called out, at whom and by whom."""
    parse = flat(text)

    def word(i: int | None) -> str | None:
        return None if i is None else parse.word(i)

    return [
        (parse.span(one.words).slice(text), word(one.at), word(one.by))
        for one in find_exclamations(parse, find_quotations(text), find_hits(parse))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man shouted “Thief!” at the former mayor.", ("Thief", "mayor", None)),
        ("A man shouted “Thief” at Lee.", ("Thief", "Lee", None)),
        ("The crowd shouted “Judas” at Lee.", ("Judas", "Lee", None)),
        ("“Vandal!” called a man.", ("Vandal", None, "man")),
        ("“Thieves!” The rain fell.", ("Thieves", None, None)),
        ("A man shouted “Shame!” at Lee.", ("Shame", "Lee", None)),
        ("“Go home, tree hugger!” a man yelled.", ("tree hugger", None, None)),
        ("“Go home, tree hugger!” a man yelled at Lee.", ("tree hugger", "Lee", None)),
        ("“You old liar,” a man said.", ("liar", None, None)),
    ],
)
def test_names_called_out(text: str, expected: tuple[str, str | None, str | None]) -> None:
    words, at, by = expected
    assert [one[:2] for one in found(text)] == [(words, at)]
    assert by is None or found(text)[0][2] == by


@pytest.mark.parametrize(
    "text",
    [
        "A man said “Thief”.",  # neither shouted nor exclaimed
        "A man shouted “Rain!” and slept.",  # of no list, and at nobody
        "“Shame!” cried a man.",  # a thing, and at nobody
        "They called him “a liar” and slept.",
        "They called Lee “liar” and slept.",  # a verb of naming
        "A man shouted “the thief!” at Lee.",
        "A man slept. “Thief” it said. They shouted it.",
        "The word “Thief!” shouted from the wall.",
        "“The liar slept,” a man shouted.",
        "“It rained, and the liars, slept!” a man shouted.",
        "“Sell the liar!” a man shouted.",
    ],
)
def test_what_is_not_called_out_at_anyone(text: str) -> None:
    assert found(text) == []
