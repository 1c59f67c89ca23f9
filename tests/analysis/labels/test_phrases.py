"""Noun phrases and names around a word, in parses made by hand."""

from __future__ import annotations

import pytest

from onrecord.analysis.labels.phrases import (
    apposed_to,
    end_of_name,
    name_beside,
    own_words,
    phrase,
    phrase_head,
)
from onrecord.analysis.syntax import Parse
from tests.analysis.made import parsed

LEADER = parsed(
    "the two Veskan rebel leaders",
    "the DT det 4",
    "two CD nummod 4",
    "Veskan JJ amod 4 B-people",
    "rebel NN compound 4",
    "leaders NNS root -1",
)
POSSESSED = parsed(
    "Ana Lee's so-called regime",
    *("Ana NNP compound 1 B-person", "Lee NNP poss 7 I-person", "' POS case 1", "s POS inside 2"),
    *("so RB advmod 6", "- PUNCT punct 6", "called VBN amod 7", "regime NN root -1"),
)
MADE = parsed(
    "the Veskan-made bomb",
    *("the DT det 4", "Veskan JJ npadvmod 3", "- PUNCT punct 3", "made VBN amod 4", "bomb NN root -1"),
)
DOZEN = parsed(
    "than a dozen Saturday rebels",
    *("than IN quantmod 2", "a DT quantmod 2", "dozen NN nummod 4", "Saturday NNP compound 4 B-time"),
    "rebels NNS root -1",
)
ARMY = parsed(
    "Army of the Springs and of rain",
    *("Army NNP root -1", "of IN prep 0", "the DT det 3", "Springs NNP pobj 1", "and CC cc 0"),
    *("of IN prep 0", "rain NN pobj 5"),
)


@pytest.mark.parametrize(
    ("parse", "word", "expected"),
    [
        (LEADER, 4, "Veskan rebel leaders"),
        (LEADER, 3, "rebel"),
        (POSSESSED, 7, "regime"),  # what stands before "so-called" is left out
        (POSSESSED, 1, "Ana Lee"),
        (MADE, 4, "Veskan-made bomb"),
        (DOZEN, 4, "rebels"),
    ],
)
def test_the_words_of_a_phrase(parse: Parse, word: int, expected: str) -> None:
    assert phrase(parse, word).slice(parse.text) == expected


def test_a_dash_with_spaces_parts_phrases() -> None:
    parse = parsed("rain - rebels", "rain NN compound 2", "- PUNCT punct 2", "rebels NNS root -1")
    assert phrase(parse, 2).slice(parse.text) == "rebels"


def test_the_noun_that_a_word_stands_before() -> None:
    assert phrase_head(LEADER, 3) == 4
    assert phrase_head(LEADER, 4) == 4


def test_no_noun_behind_a_full_stop() -> None:
    parse = parsed(
        "a rebel. Leaders", "a DT det 1", "rebel NN compound 3", ". PUNCT punct 1", "Leaders NNS root -1"
    )
    assert phrase_head(parse, 1) == 1


def test_a_label_with_the_names_before_it() -> None:
    assert own_words(LEADER, range(3, 4)).slice(LEADER.text) == "Veskan rebel"


@pytest.mark.parametrize(("last", "expected"), [(0, 3), (3, 3), (6, 6)])
def test_names_go_on_behind_of(last: int, expected: int) -> None:
    assert end_of_name(ARMY, last) == expected


def test_the_name_beside() -> None:
    parse = parsed(
        "the terrorist Ana Lee left",
        *(
            "the DT det 3",
            "terrorist NN compound 3",
            "Ana NNP compound 3",
            "Lee NNP nsubj 4",
            "left VBD root -1",
        ),
    )
    name = name_beside(parse, 1, 3)
    assert name is not None
    assert name.slice(parse.text) == "Ana Lee"
    assert name_beside(LEADER, 3, 4) is None


def test_a_time_is_no_name() -> None:
    parse = parsed(
        "the rebel attack Monday",
        *("the DT det 2", "rebel NN compound 2", "attack NN root -1", "Monday NNP npadvmod 2 B-time"),
    )
    assert name_beside(parse, 1, 2) is None


@pytest.mark.parametrize(
    ("article", "marks", "expected"), [("a", "", 0), ("a", ",", 0), ("a", "—", None), ("my", "", None)]
)
def test_what_a_phrase_explains(article: str, marks: str, expected: int | None) -> None:
    parse = parsed(
        f"Lee, {article} hero", "Lee NNP root -1", ", PUNCT punct 0", f"{article} DT det 3", "hero NN appos 0"
    )
    assert apposed_to(parse, 3, marks) == expected
