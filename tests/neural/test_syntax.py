"""Scores become labels of words, window by window, each word counted from the text's first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from onrecord.neural import model
from onrecord.neural.calibrate import Calibration
from onrecord.neural.decode import Floats
from onrecord.neural.model import StatementFinder
from onrecord.neural.syntax import ROOT, Syntax
from onrecord.neural.syntax_format import NAME_KINDS, NAMES, PARTS_OF_SPEECH, RELATIONS
from onrecord.neural.weights import find_weights
from onrecord.neural.windows import Window, WindowArrays
from onrecord.neural.words import QuoteState, split_words
from tests.neural.made import FLAT, make_encoder, opens, plain_network


def one_hot(numbers: Sequence[int], width: int) -> Floats:
    rows = np.zeros((len(numbers), width), np.float32)
    rows[range(len(numbers)), numbers] = 1
    return rows


def added(window: Window, rows: Sequence[tuple[str, str, str, int]], syntax: Syntax | None = None) -> Syntax:
    """The labels of a window's core; a governor is the number of its word in the window, -1 for none."""
    outputs = [
        one_hot([PARTS_OF_SPEECH.index(row[0]) for row in rows], len(PARTS_OF_SPEECH)),
        one_hot([RELATIONS.index(row[1]) for row in rows], len(RELATIONS)),
        one_hot([NAMES.index(row[2]) for row in rows], len(NAMES)),
        one_hot([row[3] + 1 for row in rows], len(rows) + 1),
    ]
    syntax = syntax or Syntax()
    syntax.add(window, outputs, slice(window.core_start - window.start, window.core_end - window.start))
    return syntax


ROWS = [
    ("NNP", "nsubj", "B-person", 1),
    ("VBD", "root", "O", -1),
    ("NN", "dobj", "O", 1),
    ("PUNCT", "punct", "O", 1),
]


def test_labels_of_a_window() -> None:
    syntax = added(Window(0, 4, 0, 4), ROWS)
    assert syntax.speech == ["NNP", "VBD", "NN", "PUNCT"]
    assert syntax.relation == ["nsubj", "root", "dobj", "punct"]
    assert syntax.names == ["B-person", "O", "O", "O"]
    assert syntax.governor == [1, ROOT, 1, 1]


def test_only_the_core_counts_and_its_words_count_from_the_text() -> None:
    syntax = added(Window(10, 14, 11, 13), ROWS)
    assert syntax.speech == ["VBD", "NN"]
    assert syntax.governor == [ROOT, 11]


def test_windows_follow_each_other() -> None:
    syntax = added(Window(0, 4, 0, 2), ROWS)
    added(Window(0, 4, 2, 4), ROWS, syntax)
    assert syntax == added(Window(0, 4, 0, 4), ROWS)


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        (["B-person", "I-person", "O"], ["B-person", "I-person", "O"]),
        (["O", "I-person", "I-person"], ["O", "B-person", "I-person"]),
        (["B-person", "I-place", "I-place"], ["B-person", "B-place", "I-place"]),
        (["B-person", "B-person"], ["B-person", "B-person"]),
    ],
)
def test_an_inside_that_follows_nothing_of_its_kind_begins(tags: list[str], names: list[str]) -> None:
    rows = [("NN", "dep", tag, -1) for tag in tags]
    assert added(Window(0, len(tags), 0, len(tags)), rows).names == names


def network_that_points_back(window: WindowArrays) -> Sequence[Floats]:
    """Every word hangs on the one before it."""
    outputs = list(plain_network(window))
    outputs[-1] = one_hot(range(len(window.heads)), len(window.heads) + 1)
    return outputs


@pytest.mark.parametrize("section", [10, 100, 10**6])
def test_governors_over_many_windows_and_sections(section: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "SECTION", section)
    text = "Dovan said it rained.\n" * 300
    words = split_words(text)
    finder = StatementFinder(network_that_points_back, make_encoder(), FLAT, Calibration())
    _, syntax = finder.find(text, words, [QuoteState.OUTSIDE] * len(words), opens(text))
    assert syntax.governor == list(range(-1, len(words) - 1))
    assert len(syntax.speech) == len(syntax.relation) == len(syntax.names) == len(words)


def test_the_lists_of_labels() -> None:
    assert NAMES[0] == "O"
    assert set(NAMES[1:]) == {f"{edge}-{kind}" for kind in NAME_KINDS for edge in "BI"}
    for labels in (PARTS_OF_SPEECH, RELATIONS, NAMES):
        assert len(set(labels)) == len(labels)
    assert {"X", "PUNCT"} <= set(PARTS_OF_SPEECH)
    assert {"dep", "inside", "root"} <= set(RELATIONS)


def test_the_shipped_network_has_a_score_for_every_label() -> None:
    outputs = {output.name: output.shape for output in find_weights().session(threads=1).inner.get_outputs()}
    assert [outputs[name][-1] for name in ("speech", "relations", "names")] == [
        len(PARTS_OF_SPEECH), len(RELATIONS), len(NAMES),
    ]  # fmt: skip
