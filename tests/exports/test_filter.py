"""What a filter leaves is unaltered, and its voices still cover the body once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.exports.filter import Filter
from onrecord.model import Kind, OwnVoice, Reading, Status, Voice
from tests.stub import read_marked

NESTED = "[S1 Lee] [C1 believes] [Q1 that [S2 Kim] [C2 said] [Q2 it rained]] today."
SPEECH = Filter(kinds=frozenset({Kind.SPEECH}))


def nested() -> Reading:
    return read_marked(f"{NESTED}\n---\n1: kind=thought\n")


def words(reading: Reading) -> list[str]:
    return [stmt.content_words for stmt in reading.statements]


def voices(reading: Reading) -> list[tuple[str, list[str]]]:
    """Stretches with the sources of their statements; the document's own have none."""
    sources = {stmt.id: stmt.source_words for stmt in reading.statements}
    text = reading.document.text
    return [(v.span.slice(text), [sources[id] for id in v.statements]) for v in reading.voices]


def test_a_filter_that_keeps_all_changes_nothing() -> None:
    reading = nested()
    assert Filter().apply(reading) is reading


def test_kinds_are_kept() -> None:
    kept = SPEECH.apply(nested())
    assert words(kept) == ["it rained"]
    assert voices(kept) == [("Lee believes that Kim said ", []), ("it rained", ["Kim"]), (" today.", [])]
    kept.check()


def test_a_nested_statement_stays_somebody_elses_report() -> None:
    reading = nested()
    assert SPEECH.apply(reading).statements[0].within == reading.statements[0].id


def test_a_stretch_falls_to_the_statement_around_it() -> None:
    kept = Filter(kinds=frozenset({Kind.THOUGHT})).apply(nested())
    assert voices(kept) == [("Lee believes ", []), ("that Kim said it rained", ["Lee"]), (" today.", [])]
    kept.check()


def test_statuses_are_kept() -> None:
    reading = read_marked(
        "[S1 Lee] [C1 said] [Q1 no], [S2 Kim] [C2 did not say] [Q2 why].\n---\n2: status=negated\n"
    )
    assert words(Filter(statuses=frozenset({Status.ASSERTED})).apply(reading)) == ["no"]


@pytest.mark.parametrize(("least", "kept"), [(0.0, 1), (0.9, 1), (0.91, 0), (1.0, 0)])
def test_only_statements_that_are_sure_enough_are_kept(least: float, kept: int) -> None:
    found = Filter(min_confidence=least).apply(read_marked("[S Lee] [C said] [Q no]."))
    assert len(found.statements) == kept
    found.check()


def test_what_nobody_answers_for_any_more_falls_to_the_documents_own_voice() -> None:
    reading = read_marked("It rained. [S Lee] [C said] [Q no].")
    own = tuple(replace(v, own=OwnVoice.AGENCY) if v.own else v for v in reading.voices)
    kept = Filter(min_confidence=1).apply(replace(reading, voices=own))
    assert kept.voices == (Voice(kept.voices[0].span, (), None, OwnVoice.AGENCY),)
    assert kept.voices[0].span == (0, len(reading.document.text))


def test_a_shared_stretch_stays_with_those_who_are_left() -> None:
    reading = read_marked("[S1,2 Lee] [C1 said] and [C2 hoped] [Q1 rain] [Q2 snow].")
    first, second = reading.statements
    both = (first.id, second.id)
    shared = tuple(replace(v, statements=both) if v.statements else v for v in reading.voices)
    unsure = (first, replace(second, confidence=0.1))
    kept = Filter(min_confidence=0.5).apply(replace(reading, statements=unsure, voices=shared))
    assert {v.statements for v in kept.voices} == {(), (first.id,)}


def test_hedges_labels_and_entities_stay() -> None:
    marked = """It reportedly rained, [S1 Lee] [C1 said] [Q1 [L1 rats]]. It apparently did.
---
1: speaker="Lee"
L1: user="Lee" target=none
"""
    reading = read_marked(marked)
    kept = Filter(min_confidence=1).apply(reading)
    (voice,) = kept.voices
    text = reading.document.text
    assert [hedge.slice(text) for hedge in voice.hedges] == ["reportedly", "apparently"]
    assert (kept.labels, kept.entities) == (reading.labels, reading.entities)
