"""Whose words they are: walks through a text and finds the party of every phrase and every source.

In: a scene. Out: for each statement the party of its source, the mention that it was told from and why.
Phrases are taken in order of the text, as a reader does; "I" and "we" are settled last.
"""

from __future__ import annotations

from onrecord.analysis.people.credits import credit_source
from onrecord.analysis.people.first_person import credit_first_person, find_introductions, settle_first_person
from onrecord.analysis.people.guests import welcome_guest
from onrecord.analysis.people.parties import PERSON, Party
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.references import (
    belong,
    by_family,
    by_title,
    couple,
    learn_gender,
    resolve_description,
    resolve_pronoun,
)
from onrecord.analysis.people.walk import Walk, seen_at


def find_speakers(walk: Walk) -> None:
    """Goes through the text."""
    scene = walk.scene
    ends: dict[Phrase, list[int]] = {}
    for number, stmt in enumerate(scene.statements):
        inside = [p for span in stmt.source for p in scene.phrases_in(span)]
        for phrase in inside:
            walk.source_of.setdefault(phrase, number)
        holding = inside[-1] if inside else _holding(walk, number)
        if holding is not None:
            ends.setdefault(holding, []).append(number)
    for phrase in scene.phrases:
        _meet(walk, phrase)
        for number in ends.get(phrase, ()):
            credit_source(walk, number)
    welcome_guest(walk)
    find_introductions(walk)
    if scene.document.byline and walk.signed:
        walk.author = scene.cast.add(Party(type=PERSON, signed=scene.document.byline))
    for number in range(len(scene.statements)):
        if number not in walk.credits:
            credit_first_person(walk, number)
    settle_first_person(walk)


def _holding(walk: Walk, number: int) -> Phrase | None:
    """The phrase that a source is only the beginning of: "his claim" of "his"."""
    source = walk.scene.statements[number].source
    words = walk.scene.parse.range_of(source[0]) if source else range(0)
    return walk.scene.phrase_at(words[0]) if words else None


def _meet(walk: Walk, phrase: Phrase) -> None:
    """Finds the party of a phrase and notes the mention."""
    party = by_title(walk, phrase, walk.scene.cast.of_phrase.get(phrase))
    party = by_family(walk, phrase, party)
    if party is None:
        found = resolve_pronoun(walk, phrase) if phrase.pronoun else resolve_description(walk, phrase)
        if found is None:
            return
        party, because, sure = found
        walk.why[phrase] = because, sure
        party.mention(walk.scene.parse.span(phrase.words))
        learn_gender(walk, phrase, party)
    walk.party_of[phrase] = party
    belong(walk, phrase, party)
    walk.by_head[phrase.head] = phrase
    walk.seen.append(seen_at(walk, phrase, party))
    couple(walk, phrase, party)
