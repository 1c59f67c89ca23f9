"""A scene tells what stands where."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.scene import Scene
from onrecord.model import Span
from tests.analysis.parses import scene_of

NESTED = "[S1 Lee] [C1 said] [Q1 that [S2 Park] [C2 knew] [Q2 that it rained]]."
TWO = "[S1 Lee] [C1 said] [Q1 it rained].\n\n[Q2 “It rained,”] [S2 Park] [C2 said]. The mayor slept."


def word(scene: Scene, words: str, nth: int = 0) -> int:
    """The number of a word, by its characters."""
    found = [i for i in range(len(scene.parse.words)) if scene.parse.word(i) == words]
    return found[nth]


@pytest.mark.parametrize(
    ("words", "number"), [("Lee", None), ("Park", 0), ("knew", 0), ("rained", 1), (".", None)]
)
def test_the_innermost_content_holds_a_word(words: str, number: int | None) -> None:
    scene = scene_of(NESTED)
    assert scene.content_at(word(scene, words)) == number


def test_quoted_words() -> None:
    scene = scene_of(TWO)
    assert [scene.quoted_at(word(scene, "rained", n)) for n in (0, 1)] == [False, True]
    assert not scene.quoted_at(word(scene, "Park"))


def test_sentences_and_paragraphs() -> None:
    scene = scene_of(TWO)
    assert [scene.sentence_of(word(scene, one)) for one in ("Lee", "Park", "mayor")] == [0, 1, 2]
    assert [scene.paragraph_of(word(scene, one)) for one in ("Lee", "Park", "mayor")] == [0, 1, 1]


def test_what_begins_a_paragraph() -> None:
    scene = scene_of(TWO)
    assert [scene.begins(paragraph, sentence) for paragraph, sentence in ((0, 0), (1, 1), (1, 2))] == [
        True,
        True,
        False,
    ]


def test_what_opens_a_sentence() -> None:
    scene = scene_of(TWO)
    opening = [p.span(scene.parse).slice(scene.text) for p in scene.phrases if scene.opens(p.words)]
    assert opening == ["Lee", "It", "The mayor"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ada Lee met Hanno Lee.", {"Ada Lee": "subject", "Hanno Lee": "object"}),
        ("Ada Lee’s lawyer slept.", {"Ada Lee": "owner", "Ada Lee’s lawyer": "subject"}),
        ("Lee and Park slept.", {"Lee": "subject", "Park": "other"}),
        ("It rained in Orvesk.", {"It": "subject", "Orvesk": "object"}),
        ("The U.S. army left.", {"U.S.": "owner", "The U.S. army": "subject"}),
    ],
)
def test_roles(text: str, roles: dict[str, str]) -> None:
    scene = scene_of(text)
    assert {p.span(scene.parse).slice(text): scene.role(p) for p in scene.phrases} == roles


def test_phrases_in_a_span() -> None:
    text = "Ada Lee’s lawyer slept."
    scene = scene_of(text)

    def inside(words: str) -> list[str]:
        start = text.index(words)
        found = scene.phrases_in(Span(start, start + len(words)))
        return [p.span(scene.parse).slice(text) for p in found]

    assert inside(text) == ["Ada Lee", "Ada Lee’s lawyer"]
    assert inside("Ada Lee’s") == ["Ada Lee"]
    assert inside("Lee’s lawyer") == []
    assert inside("slept") == []


def test_the_longest_phrase_at_a_word() -> None:
    scene = scene_of("Ada Lee’s lawyer slept.")
    phrase = scene.phrase_at(0)
    assert phrase is not None
    assert phrase.words == range(0, 5)
    assert scene.phrase_at(1) is None


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        ("Pilot found in Orvesk\nHanno Pell slept.", True),
        ("It rained.\nHanno Pell slept.", False),
        ("Pilot found in Orvesk", False),
        ("", False),
    ],
)
def test_a_headline_ends_without_a_full_stop(text: str, headed: bool) -> None:
    assert scene_of(text).headed is headed
