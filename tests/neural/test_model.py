"""The finder joins what the network says of its windows into statements of the whole text."""

from __future__ import annotations

import pytest

from onrecord.neural import model
from onrecord.neural.calibrate import Calibration
from onrecord.neural.decode import Run
from onrecord.neural.model import StatementFinder
from onrecord.neural.words import QuoteState, split_words
from tests.neural.made import FLAT, encode, make_encoder, make_finder, opens, plain_network


def find(text: str) -> list[tuple[Run | None, Run, list[Run], float]]:
    words = split_words(text)
    found, syntax = make_finder().find(text, words, [QuoteState.OUTSIDE] * len(words), opens(text))
    assert syntax.speech == ["NN"] * len(words)
    assert syntax.governor == [-1] * len(words)
    return [(one.source, one.cue, one.contents, one.confidence) for one in found]


def test_a_sentence() -> None:
    assert find("Dovan said it rained") == [((0, 1), (1, 2), [(2, 4)], 0.5)]


def test_a_text_without_words() -> None:
    assert find(" ") == []
    assert len(make_finder().score(encode("")).tags) == 0


@pytest.mark.parametrize("section", [10, 100, 10**6])
def test_many_windows_and_sections_find_each_statement(section: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "SECTION", section)
    found = find("Dovan said it rained.\n" * 300)
    assert [(source, cue) for source, cue, _, _ in found] == [
        ((5 * i, 5 * i + 1), (5 * i + 1, 5 * i + 2)) for i in range(300)
    ]
    assert [contents for _, _, contents, _ in found] == [[(5 * i + 2, 5 * i + 5)] for i in range(300)]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Dovan said it rained.\n" * 20, True),
        ("Dovan said it rained.\n" * 2, False),  # too short to tell
        ("Dovan said it rained.\n" * 20 + "Dovan said, it rained.\n", False),
        ("Dovan said it rained.\n" * 20 + "Dovan's.\n", False),
    ],
)
def test_bare_texts_have_a_network_of_their_own(text: str, bare: bool) -> None:
    asked: list[str] = []

    def other() -> StatementFinder:
        asked.append("once")
        return StatementFinder(plain_network, make_encoder(), FLAT, Calibration(constant=2.0))

    finder = StatementFinder(plain_network, make_encoder(), FLAT, Calibration(), other)
    words = split_words(text)
    for _ in range(2):
        found, _ = finder.find(text, words, [QuoteState.OUTSIDE] * len(words), opens(text))
        assert {one.confidence > 0.5 for one in found} == {bare}
    assert asked == ["once"] * bare


def test_scores_cover_each_word_once() -> None:
    encoded = encode("Dovan said it rained.\n" * 200)
    scores = make_finder().score(encoded)
    for parts in (scores.cues, scores.sources):
        assert [i for part in parts for i in range(part.start, part.end)] == list(range(len(encoded.words)))
        assert all(len(part.scores) == part.end - part.start for part in parts)
        assert all(abs(part.scores.sum(1) - 1).max() < 0.01 for part in parts)
