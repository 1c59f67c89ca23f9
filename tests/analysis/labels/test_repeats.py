"""Where the words of a label stand again."""

from __future__ import annotations

import pytest

from onrecord.analysis.labels.repeats import find_repeats
from onrecord.analysis.quotation import find_quotations
from onrecord.analysis.syntax import Parse
from onrecord.model import Span
from onrecord.neural.words import split_words

LABEL = " Lee called it “a tin cage with wheels”."


def repeats(text: str, label: str = "“a tin cage with wheels”") -> list[str]:
    words = split_words(text)
    size = len(words)
    parse = Parse(text, words, ["NN"] * size, ["dep"] * size, [-1] * size, ["O"] * size)
    start = text.rindex(label)
    own = Span(start, start + len(label))
    found = find_repeats(parse, find_quotations(text), [own])
    return [span.slice(text) for span in found if not own.overlaps(span)]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Lee is leaving “a tin cage”.", ["“a tin cage”"]),
        ("It is “a tin cage with wheels”.", ["“a tin cage with wheels”", "a tin cage with wheels"]),
        ("“This is a tin cage with wheels,” Lee said.", ["a tin cage with wheels"]),
        ("This is the tin cage with wheels.", ["the tin cage with wheels"]),
        ("A Tin Cage With Wheels for sale", ["A Tin Cage With Wheels"]),
        ("Lee sold a tin cage.", []),  # not all of it, and not in quotation marks
        ("It is “a cage”.", []),
        ("It is “a tin roof”.", []),
        ("It is “a tin cage with doors”.", []),
        ("Lee is leaving “a tin cage", []),
    ],
)
def test_names_that_stand_again(text: str, again: list[str]) -> None:
    assert repeats(text + LABEL) == again


def test_single_words_mean_too_many_things() -> None:
    assert repeats("It is “a cage”. Lee called it “a cage”.", "“a cage”") == []


def test_many_labels_in_a_long_text_take_no_long_time() -> None:
    text = "“a tin cage with wheels” " * 4000
    words = split_words(text)
    size = len(words)
    parse = Parse(text, words, ["NN"] * size, ["dep"] * size, [-1] * size, ["O"] * size)
    quotations = find_quotations(text)
    spans = [quotation.span for quotation in quotations]
    assert len(list(find_repeats(parse, quotations, spans))) >= len(spans)
