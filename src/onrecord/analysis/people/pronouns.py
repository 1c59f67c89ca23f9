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
    "latest", "person",
)  # fmt: skip
WEIGHTS: Final = {
    "one": (
        -0.41, -0.91, 0.46, 0.53, 0.68, 0.47, -0.42, 1.47, 0.91, -2.51, -0.68, 1.74, -1.06, -0.55,
        1.91, 0.02, 1.66, 2.07, 0, 0, 0, 0.93, 2.03,
    ),
    "they": (
        -0.5, 0, 0.5, 0.6, 0.6, 0.4, 0.5, 0.5, 0.3, -2.5, -1.2, 0, -0.4, -0.2, 0.3, -0.4, 0.3, 1.6,
        0, 0.5, 0.5, 0.2, 0,
    ),
    "it": (
        -0.5, 0, 0.5, 0.6, 0.6, 0.4, 0.5, 0.5, 0.3, -2.5, -1.2, 0, -0.4, -0.2, 0.6, -0.4, 0.3, 1.6,
        0.5, 0, 0, 0.2, 0,
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
    it, None outside; quoted: whether that content is quoted there.
    """

    party: Party
    word: int
    sentence: int
    paragraph: int
    role: str
    opens: bool
    content: int | None
    quoted: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands: as in `Seen`; `source_of` is the statement that it is the source of, `governor`
    the party that is the subject of the clause around it."""

    word: int
    sentence: int
    paragraph: int
    content: int | None
    quoted: bool
    source_of: int | None
    last_speaker: Party | None
    governor: Party | None
    barred: frozenset[int] = frozenset()


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
    fitting = [m for m in latest.values() if fits(pronoun, m.party) and id(m.party) not in place.barred]
    last = max((m.word for m in fitting if not _inside(m, place)), default=-1)
    return [(m.party, _features(place, m, counts[id(m.party)], latest=m.word == last)) for m in fitting]


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
        return several or (party.type is None and any(words.endswith("s") for words in party.names))
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
    )
    return [float(value) for value in told]


def latest_of(seen: Iterable[Seen], types: Iterable[EntityType | None]) -> list[Party]:
    """The parties of some types, last mentioned first."""
    wanted = set(types)
    ordered = dict.fromkeys(m.party for m in reversed(list(seen)) if m.party.type in wanted)
    return list(ordered)
