"""The lexicon is large, holds praise as well as abuse, and no neutral words."""

from __future__ import annotations

import pytest

from onrecord.analysis.labels import contexts as label_contexts
from onrecord.analysis.labels.lexicon import Use, entries, lemmas_of
from onrecord.analysis.labels.lexicon_tables import CALLED, CALLED_ADJECTIVES, NOUNS, PREDICATED

NEUTRAL = (
    "activist army attacker citizen crowd demonstrator fighter government leader migrant minister opposition "
    "party police president protester refugee resident soldier suspect troops victim villager voter worker"
)


def forms(lemma: str, *firsts: str) -> set[str]:
    """The forms of a lemma that begin with one of some words."""
    listed = [entry for first in firsts for entry in entries(first)]
    return {" ".join(entry.parts) for entry in listed if entry.lemma == lemma}


def test_it_is_large() -> None:
    assert len(lemmas_of(Use.ANYWHERE)) > 300
    assert len(lemmas_of(Use.QUALIFIER)) >= 10


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("rebel", "rebels"),
        ("gunman", "gunmen"),
        ("proxy", "proxies"),
        ("hero", "heroes"),
        ("witch_hunt", "witch hunts"),
        ("enemy_of_the_people", "enemies of the people"),
        ("crime_against_humanity", "crimes against humanity"),
        ("thief", "thieves"),
        ("coward", "cowards"),
    ],
)
def test_plurals(lemma: str, plural: str) -> None:
    singular = lemma.replace("_", " ")
    assert forms(lemma, singular.split()[0], plural.split()[0]) == {singular, plural}


def test_only_plurals_are_called_so() -> None:
    assert {entry.plural for entry in entries("rebels")} == {True}
    assert {entry.plural for entry in entries("rebel")} == {False}


def test_the_longest_come_first() -> None:
    sizes = [len(entry.parts) for entry in entries("puppet")]
    assert sizes == sorted(sizes, reverse=True)
    assert {1, 2} == set(sizes)


@pytest.mark.parametrize("word", NEUTRAL.split())
def test_neutral_words_are_no_labels(word: str) -> None:
    assert not [entry for entry in entries(word) if len(entry.parts) == 1]


@pytest.mark.parametrize("table", [NOUNS, PREDICATED, CALLED, CALLED_ADJECTIVES])
def test_praise_is_listed_as_abuse_is(table: dict[str, str]) -> None:
    assert table["praise"].split()
    assert table["abuse"].split()


@pytest.mark.parametrize(
    "word", ["martyr", "liberator", "hero", "patriot", "terrorist", "invader", "occupier"]
)
def test_every_sides_words_are_listed(word: str) -> None:
    assert any(entry.use is Use.ANYWHERE for entry in entries(word))


@pytest.mark.parametrize(
    "table",
    [
        label_contexts.DENIED_BEFORE,
        label_contexts.DENIED_AFTER,
        label_contexts.DENIED_OF,
        label_contexts.NEEDED_AFTER,
    ],
)
def test_contexts_are_of_words_that_are_listed(table: dict[str, frozenset[str]]) -> None:
    known = frozenset().union(*(lemmas_of(use) for use in Use))
    assert set(table) <= known


@pytest.mark.parametrize("table", ["BEASTS", "SPOKEN", "THINGS"])
def test_lists_of_some_words_are_of_words_that_are_listed(table: str) -> None:
    known = lemmas_of(Use.PREDICATE) | lemmas_of(Use.CALLED) | lemmas_of(Use.ANYWHERE)
    assert getattr(label_contexts, table) <= known


@pytest.mark.parametrize(
    "word", "clown smear racket thief philistine vandal traitor dinosaur crank sham stunt".split()
)
def test_ordinary_abuse_is_listed(word: str) -> None:
    assert any(len(entry.parts) == 1 for entry in entries(word))
