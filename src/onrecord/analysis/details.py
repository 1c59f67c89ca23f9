"""Completes statements with who, to whom, about whom, when and where; gives the document its entities.

In: a scene. Out: the same statements in the same order, with speaker, addressee, about, when, medium and
translated filled in where the text tells, and the entities that they refer to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.analysis.circumstances.addressees import find_addressees
from onrecord.analysis.circumstances.medium import find_medium
from onrecord.analysis.circumstances.translated import is_translated
from onrecord.analysis.interviews import Interview, announced
from onrecord.analysis.labels.users import put_labels, users
from onrecord.analysis.labels.words import LabelWords
from onrecord.analysis.people.anonymity import anonymity
from onrecord.analysis.people.entities import Register
from onrecord.analysis.people.first_names import FirstNames
from onrecord.analysis.people.offices import Leaders
from onrecord.analysis.people.parties import PLACE, Party
from onrecord.analysis.people.scene import Scene
from onrecord.analysis.people.speakers import find_speakers
from onrecord.analysis.people.walk import Walk
from onrecord.analysis.times.of_saying import when_said
from onrecord.model.entity import Anonymity, Entity, Reference, Speaker
from onrecord.model.reading import Label, OwnVoice
from onrecord.model.span import Span, Spans, hull
from onrecord.model.statement import Statement, Status

AFTER = 300  # code points behind a source in which a text may say why it names nobody
HAS_SAID = re.compile(r"\b(?:have|had|has|reported|said|believed|thought|alleged)\b", re.IGNORECASE)
STEPS = 5  # words on the way from a time to the cue that it hangs on: "told [at] a [hearing] [on] [Tuesday]"
NEAR = 4  # statements before and after one that may stand in its sentence
ASKED = re.compile(r"(?:asked|pressed|questioned|quizzed|challenged)\b", re.IGNORECASE)
AROUND = 40  # statements before and after one whose spans its sentence may hold


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known without the text: first names, and who led a state when. Empty by default."""

    first_names: FirstNames = field(default_factory=FirstNames)
    leaders: Leaders = field(default_factory=Leaders)


@dataclass(frozen=True, slots=True)
class Details:
    """Completed statements, the document's entities and its labels."""

    statements: list[Statement]
    entities: list[Entity]
    labels: list[Label]


def complete(
    scene: Scene, interview: Interview | None, labels: Sequence[LabelWords], own: OwnVoice, *, tables: Tables
) -> Details:
    """Completes the statements of a scene; `own` is the voice of the document itself."""
    walk = Walk(scene, interview, announced(scene.text, scene.paragraphs), signed=own is OwnVoice.AUTHOR)
    find_speakers(walk)
    puts = put_labels(walk, labels)
    addressees = [_addressed(walk, number) for number in range(len(scene.statements))]
    abouts = [_about(walk, number) for number in range(len(scene.statements))]
    register = Register(
        scene.text, _anonymity(walk), lambda words: tables.leaders.propose(words, scene.document.published)
    )
    targets = [put.target for put in puts if put.target is not None]
    register.settle([*_referred(walk, addressees, abouts), *targets])
    circumstances = shared_times(scene, [_circumstances(scene, n) for n in range(len(scene.statements))])
    statements = [
        replace(
            stmt,
            speaker=_speaker(walk, register, number),
            addressee=_references(register, addressees[number]),
            about=_references(register, abouts[number]),
            **circumstances[number],
        )
        for number, stmt in enumerate(scene.statements)
    ]
    labels_used = users(walk, puts, own, register.id)
    return Details(statements, register.entities(), labels_used)


def _referred(
    walk: Walk,
    addressees: Sequence[Sequence[tuple[Party, Span]]],
    abouts: Sequence[Sequence[tuple[Party, Span]]],
) -> list[Party]:
    parties = [credit.party for credit in walk.credits.values()]
    parties += [party for found in (*addressees, *abouts) for party, _ in found]
    parties += [party for party in walk.scene.cast.parties if party.names and party.type is not None]
    return parties


def _speaker(walk: Walk, register: Register, number: int) -> Speaker | None:
    credit = walk.credits.get(number)
    if credit is None:
        return None
    return Speaker(
        register.id(credit.party),
        register.name(credit.party),
        credit.mention,
        credit.because,
        credit.confidence,
    )


def _references(register: Register, found: Sequence[tuple[Party, Span]]) -> tuple[Reference, ...]:
    return tuple(Reference(register.id(party), span) for party, span in found)


def _addressed(walk: Walk, number: int) -> list[tuple[Party, Span]]:
    """Those to whom a statement was made, as parties."""
    scene, credit = walk.scene, walk.credits.get(number)
    speaker = credit.party if credit else None
    found = []
    for span in find_addressees(scene, number):
        inside = scene.phrases_in(span)
        party = next(
            (
                walk.party_of[p]
                for p in inside
                if p.words.start == inside[0].words.start and p in walk.party_of
            ),
            None,
        )
        if party is None:
            party = scene.cast.add(Party(mentions=[span], plural=True))
        elif party is speaker:  # "he told him": another, of whom no more is known
            party = scene.cast.add(Party(mentions=[span], type=party.type))
        found.append((party, span))
    return found


def _about(walk: Walk, number: int) -> list[tuple[Party, Span]]:
    """The named parties that a content speaks of, each with the first place where it does."""
    scene, stmt = walk.scene, walk.scene.statements[number]
    credit = walk.credits.get(number)
    found: dict[int, tuple[Party, Span]] = {}
    for span in stmt.content:
        for phrase in scene.phrases_in(span):
            party = walk.party_of.get(phrase)
            if party is None or not (party.names or party.members) or (credit and party is credit.party):
                continue
            if party.type is not None or party.members:
                words = phrase.name if phrase.name is not None else phrase.words
                found.setdefault(id(party), (party, scene.parse.span(words)))
    return list(found.values())


def _anonymity(walk: Walk) -> Callable[[Party], Anonymity | None]:
    """Tells whether a party is of unnamed people, by the fullest words for it and what follows them."""
    text = walk.scene.text

    def of(party: Party) -> Anonymity | None:
        if party.type is PLACE or not party.mentions:
            return None
        span = party.best[0]
        return anonymity(span.slice(text), text[span.end : span.end + AFTER])

    return of


def _circumstances(scene: Scene, number: int) -> dict[str, Any]:
    """When and where a statement was made, from its sentence."""
    stmt = scene.statements[number]
    anchor = stmt.cue[0] if stmt.cue else None
    if anchor is None:
        return {}
    word = scene.parse.range_of(anchor)
    if not word:
        return {}
    sentence = scene.sentences[scene.sentence_of(word[0])]
    others = _others(scene, number, sentence)
    when = when_said(
        scene.text, sentence, stmt.cue, stmt.source, stmt.content, others, scene.document.published,
        past=_is_past(stmt), hangs=lambda span: _hangs(scene, span, anchor),
    )  # fmt: skip
    medium = find_medium(scene.text, sentence, stmt.cue, stmt.source, stmt.content, others)
    translated = is_translated(scene.text, sentence, stmt.cue, stmt.content, others)
    return {"when": when, "medium": medium, "translated": translated}


def _is_past(stmt: Statement) -> bool:
    """Whether a statement was made by the day published: not "will say" and "is expected to say"."""
    if stmt.status is Status.POSSIBLE:
        return HAS_SAID.search(stmt.cue_words) is not None
    return stmt.status is not Status.FUTURE


def _hangs(scene: Scene, span: Span, cue: Span) -> bool:
    """Whether the words of a time hang on a cue, or on where it was said: "told a hearing last week"."""
    parse = scene.parse
    words, verbs = parse.range_of(span), parse.range_of(cue)
    top = parse.head(words)
    for _ in range(STEPS):
        if top is None or top < 0:
            return False
        if top in verbs:
            return True
        if top not in words and parse.relation[top] not in ("prep", "pobj"):
            return False
        top = parse.governor[top]
    return False


def shared_times(scene: Scene, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Gives a statement without a time that of another in its sentence, when one speaker goes on or one
    answers.

    "On Monday Lee denied it but said …", "rejected it on Friday, calling it …", "Asked on Monday whether …,
    Lee said".
    """
    for number, stmt in enumerate(scene.statements):
        if not found[number] or found[number].get("when") is not None:
            continue
        for other in range(max(0, number - NEAR), min(len(found), number + NEAR)):
            if (
                other != number
                and found[other].get("when")
                and _goes_with(scene, scene.statements[other], stmt)
            ):
                found[number] = found[number] | {"when": found[other]["when"]}
                break
    return found


def _goes_with(scene: Scene, timed: Statement, stmt: Statement) -> bool:
    """Whether two statements of one sentence were made at one time."""
    if not timed.cue or not stmt.cue or timed.cue[0].start > stmt.cue[0].start or timed.within != stmt.within:
        return False
    words = [scene.parse.range_of(cue) for cue in (timed.cue[0], stmt.cue[0])]
    if not all(words) or scene.sentence_of(words[0][0]) != scene.sentence_of(words[1][0]):
        return False
    asked = not timed.source and ASKED.match(timed.cue_words) is not None
    return asked or (bool(stmt.source) and timed.source == stmt.source)


def _others(scene: Scene, number: int, sentence: Span) -> Spans:
    """The contents and sources of other statements in a sentence, those that hold this one left out."""
    mine = scene.statements[number]
    cue = hull(mine.cue)
    spans: list[Span] = []
    for other in scene.statements[max(0, number - AROUND) : number + AROUND]:
        if other is mine or any(span.contains(cue) for span in other.content):
            continue
        spans += [s for s in (*other.content, *other.source) if s.overlaps(sentence) and s not in mine.source]
    return tuple(spans)
