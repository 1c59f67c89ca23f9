"""Whom a pronoun stands for: ranks the parties mentioned before it.

In: the mentions met so far, in order of the text. Out: the likeliest party and how sure. A pronoun takes the
party last spoken of as a subject, the one who spoke last, the one the text is about; never one of another
number or gender, seldom one that only the quotation itself names. The weights are set by
training/coreference.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.analysis.people.parties import BODY, PERSON, PLACE, Party
from onrecord.model.entity import EntityType

FEATURES: Final = (
    "sentences", "same_sentence", "sentence_before", "subject", "subject_before", "opens",
    "last_speaker", "spoke_before", "often", "in_own_content", "quoted", "gender_known", "owner",
    "object", "named", "paragraphs", "same_paragraph", "governs", "body", "several", "group",
    "latest", "person", "subject_owner", "subject_object", "subject_subject", "source_spoke", "leads",
    "parallel",
    "unnamed_spoke", "answers_speaker", "answers_object", "answers_other",
    "unnamed_here", "unnamed_before",
)  # fmt: skip
WEIGHTS: Final = {
    "one": (
        -0.38, 0.36, 0.82, -0.36, 0.38, 0.25, -0.33, 1.01, 0.43, -4.01, -0.45, 0.82, -1.37, -0.44,
        1.49, 0.25, 1.3, 0.81, 0, 0, 0, -0.02, -0.03, 0.05, -0.1, -0.51, 0.42, 0.83, 0.01, 1.03,
        -0.92, 0.22, 0.32, 0.26, -0.77,
    ),
    "they": (
        -0.66, 1.1, 0.34, -0.38, 0.19, 0.53, -0.02, 0.65, 0.23, -4, -1.25, 0, 0.03, -0.67, -0.26,
        0.35, -0.13, 1.63, 0.28, 0.67, 1.38, 0.14, -0.6, 0, -0.18, 0.34, 0.3, 0.52, 0.14, 0.63,
        -0.03, 0, 0.1, 0.38, 0.3,
    ),
    "it": (
        -0.51, 0.27, 0.77, -0.26, 0.68, 0.09, 0.31, 0.43, 0.2, -4, -0.6, 0, -0.21, 0.19, 1.9, 0.52,
        0.93, 2.02, 0.68, 0, 0, 0.14, 0, 0, 0, 0.01, 0.31, -0.03, 1.19, -0.43, 0.15, 0.06, 0.06,
        -0.08, 0.49,
    ),
}  # fmt: skip
REACH = 60  # mentions looked back on

SINGULAR: Final = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
THEY: Final = frozenset("they them their theirs themselves".split())
IT: Final = frozenset("it its itself".split())


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention met so far: of whom, where, in what part.

    word: the number of its head; sentence and paragraph: theirs; role: subject, object, owner or other;
    opens: whether it is the first of its sentence; content: the number of the statement whose content holds
    it, None outside; quoted: whether that content is quoted there; leads: whether it is a subject in the
    first sentence of its paragraph.
    """

    party: Party
    word: int
    sentence: int
    paragraph: int
    role: str
    opens: bool
    content: int | None
    quoted: bool
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands: as in `Seen`; `source_of` is the statement that it is the source of, `governor`
    the party that is the subject of the clause around it; `answering` tells that the statement is an answer,
    which whoever spoke last was given."""

    word: int
    sentence: int
    paragraph: int
    content: int | None
    quoted: bool
    source_of: int | None
    last_speaker: Party | None
    governor: Party | None
    barred: frozenset[int] = frozenset()
    role: str = "subject"
    answering: bool = False


def rank(pronoun: str, place: Place, seen: Sequence[Seen]) -> tuple[Party, float] | None:
    """The likeliest party for a pronoun, and the chance that it is right; None without candidates."""
    candidates = collect(pronoun, place, seen)
    weights = WEIGHTS[family(pronoun)]
    if not candidates:
        return None
    scores = [sum(w * f for w, f in zip(weights, features, strict=True)) for _, features in candidates]
    top = max(range(len(scores)), key=lambda i: scores[i])
    total = sum(math.exp(score - scores[top]) for score in scores)
    return candidates[top][0], 1 / total


def collect(pronoun: str, place: Place, seen: Sequence[Seen]) -> list[tuple[Party, list[float]]]:
    """The parties that a pronoun may stand for, each with its features, in order of `FEATURES`."""
    latest: dict[int, Seen] = {}
    counts: dict[int, int] = {}
    for mention in reversed(seen[-REACH:]):
        counts[id(mention.party)] = counts.get(id(mention.party), 0) + 1
        known = latest.get(id(mention.party))
        inside = place.source_of is not None and mention.content == place.source_of
        if known is None or (_inside(known, place) and not inside):
            latest[id(mention.party)] = mention
    fitting = [
        m
        for m in latest.values()
        if fits(pronoun, m.party) and id(m.party) not in place.barred and not _is_mere_medium(m, place)
    ]
    last = max((m.word for m in fitting if not _inside(m, place)), default=-1)
    return [(m.party, _features(place, m, counts[id(m.party)], latest=m.word == last)) for m in fitting]


def _is_mere_medium(mention: Seen, place: Place) -> bool:
    """Whether a document is only where somebody said something: "said in a statement … It said"."""
    paper = mention.party.type is EntityType.DOCUMENT and mention.role != "subject"
    return paper and place.source_of is not None and mention.party is not place.last_speaker


def _inside(mention: Seen, place: Place) -> bool:
    return place.source_of is not None and mention.content == place.source_of


def fits(pronoun: str, party: Party) -> bool:
    """Whether number, type and gender allow it."""
    if pronoun in SINGULAR:
        single = not party.plural and not party.members
        return (
            single
            # What is named and of no known kind is a person only where its first name says so.
            and (
                party.type in (PERSON, EntityType.ANONYMOUS)
                or (party.type is None and bool(party.sex or not party.names))
            )
            and party.sex in (None, SINGULAR[pronoun])
        )
    if pronoun in THEY:
        several = party.plural or bool(party.members) or party.type in (BODY, EntityType.GROUP)
        return several or (party.type is None and bool(party.names) and party.sex is None)
    if pronoun in IT:
        return not party.plural and not party.members and party.type in (BODY, PLACE, EntityType.DOCUMENT)
    return False


def family(pronoun: str) -> str:
    """Which weights a pronoun is ranked by: the same for "he" and "she"."""
    return "one" if pronoun in SINGULAR else "they" if pronoun in THEY else "it"


def _features(place: Place, mention: Seen, count: int, *, latest: bool) -> list[float]:
    away = min(place.sentence - mention.sentence, 6)
    paragraphs = place.paragraph - mention.paragraph
    own, subject = _inside(mention, place), mention.role == "subject"
    party = mention.party
    speaker = party is place.last_speaker
    told = (
        away,
        away == 0,
        away == 1,
        subject,
        subject and away == 1,
        mention.opens,
        speaker,
        speaker and away <= 1,
        math.log(count),
        own,
        mention.quoted and not own and mention.content != place.content,
        party.gender is not None,
        mention.role == "owner",
        mention.role == "object",
        bool(party.names),
        min(max(paragraphs - 1, 0), 3),
        paragraphs == 0,
        party is place.governor,
        party.type is BODY,
        party.plural,
        bool(party.members),
        latest,
        party.type is PERSON,
        subject and away == 0 and place.role == "owner",
        subject and away == 0 and place.role == "object",
        subject and away == 0 and place.role == "subject",
        speaker and place.source_of is not None,
        mention.leads and paragraphs == 0,
        mention.role == place.role,
        speaker and away <= 1 and not party.names,
        place.answering and speaker,
        place.answering and not speaker and away <= 1 and mention.role == "object",
        place.answering and not speaker and away <= 1,
        subject and away == 0 and not party.names,
        subject and away == 1 and not party.names,
    )
    return [float(value) for value in told]


def latest_of(seen: Iterable[Seen], types: Iterable[EntityType | None]) -> list[Party]:
    """The parties of some types, last mentioned first."""
    wanted = set(types)
    ordered = dict.fromkeys(m.party for m in reversed(list(seen)) if m.party.type in wanted)
    return list(ordered)
