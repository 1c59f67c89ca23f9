"""The state of a walk through a text: who was met so far, and whom each phrase and source stands for.

In: a scene. Out: the questions that the stages of the walk ask of it: where a phrase stands, which group it
belongs to, who governs its clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.analysis.interviews import Interview
from onrecord.analysis.people.parties import PERSON, Party
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.pronouns import Place, Seen
from onrecord.analysis.people.scene import Scene
from onrecord.model.entity import EntityType
from onrecord.model.span import Span
from onrecord.model.statement import Form

ANSWERING = re.compile(r"\b(?:answer|repl(?:y|i)|respon[ds]|retort|shot back|countered)", re.IGNORECASE)
SURE, LIKELY, UNSURE = 0.97, 0.85, 0.6  # by kind of reason; pronouns have a chance of their own


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited with a statement: the party, where it is named best, why, and how surely."""

    party: Party
    mention: Span
    because: str
    confidence: float


@dataclass(slots=True)
class Walk:
    """The state of a walk through a text, and what it found.

    `interview` and `opening` tell who is asked, `signed` that the text is its author's own voice. `credits`
    are by number of statement; `why` gives the reason and the confidence of a phrase that is no name;
    `introduced` are those who say their own name, with the place.
    """

    scene: Scene
    interview: Interview | None = None
    opening: Span | None = None
    signed: bool = False
    credits: dict[int, Credit] = field(default_factory=dict)
    party_of: dict[Phrase, Party] = field(default_factory=dict)
    why: dict[Phrase, tuple[str, float]] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    last_speaker: Party | None = None
    author: Party | None = None
    guest: Party | None = None
    introduced: list[tuple[int, Party]] = field(default_factory=list)
    described: dict[str, Party] = field(default_factory=dict)
    known: dict[tuple[str, bool], Party] = field(default_factory=dict)
    source_of: dict[Phrase, int] = field(default_factory=dict)
    by_head: dict[int, Phrase] = field(default_factory=dict)
    groups: dict[frozenset[int], Party] = field(default_factory=dict)


def seen_at(walk: Walk, phrase: Phrase, party: Party) -> Seen:
    """A phrase as a mention of a party, with where it stands."""
    scene, word = walk.scene, phrase.head
    role, paragraph, sentence = scene.role(phrase), scene.paragraph_of(word), scene.sentence_of(word)
    return Seen(
        party, word, sentence, paragraph, role, scene.opens(phrase.words), scene.content_at(word),
        scene.quoted_at(word), role == "subject" and scene.begins(paragraph, sentence),
    )  # fmt: skip


def group_of(walk: Walk, members: list[Party], span: Span) -> Party:
    """The group with these members, new or known, mentioned here."""
    key = frozenset(map(id, members))
    group = walk.groups.get(key)
    if group is None:
        group = walk.groups[key] = walk.scene.cast.add(
            Party(type=EntityType.GROUP, plural=True, members=members)
        )
    group.mention(span)
    return group


def place_of(walk: Walk, phrase: Phrase) -> Place:
    """Where a pronoun or description stands, as far as that bears on whom it means."""
    scene, word = walk.scene, phrase.head
    number = walk.source_of.get(phrase)
    around = scene.content_at(word)
    governor, barred = _governor(walk, phrase), set()
    if around is not None and around in walk.credits:
        speaker = walk.credits[around].party
        if scene.quoted_at(word) and scene.statements[around].form is not Form.INDIRECT:
            # In direct speech nobody calls himself "he".
            barred.add(id(speaker))
        else:
            governor = speaker
    return Place(
        word, scene.sentence_of(word), scene.paragraph_of(word), around, scene.quoted_at(word), number,
        walk.last_speaker, governor, frozenset(barred), scene.role(phrase),
        number is not None and ANSWERING.search(scene.statements[number].cue_words) is not None,
    )  # fmt: skip


def _governor(walk: Walk, phrase: Phrase) -> Party | None:
    """The subject of the clause on which the phrase's own clause hangs."""
    parse = walk.scene.parse
    verb = parse.governor[phrase.head]
    for _ in range(2):
        if verb < 0:
            return None
        above = parse.governor[verb]
        if above < 0 or parse.relation[verb] not in ("ccomp", "xcomp", "advcl", "conj", "parataxis"):
            return None
        subject = parse.child(above, "nsubj", "nsubjpass")
        if subject is not None and subject in walk.by_head and subject < phrase.head:
            return walk.party_of.get(walk.by_head[subject])
        verb = above
    return None


def is_person(walk: Walk, phrase: Phrase) -> bool:
    """Whether a phrase stands for a person."""
    party = walk.party_of.get(phrase) or walk.scene.cast.of_phrase.get(phrase)
    return party is not None and party.type is PERSON
