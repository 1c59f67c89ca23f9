"""The name that a description stands beside: "Pell, the chief negotiator,", "Pell is the chief negotiator".

In: the walk so far and a phrase without a name. Out: the party of the name, or None.
"""

from __future__ import annotations

from onrecord.analysis.people.nominals import is_definite, is_plural
from onrecord.analysis.people.noun_lexicon import kind_of
from onrecord.analysis.people.parties import BODY, PERSON, PLACE, Party
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.walk import Walk, group_of
from onrecord.model.entity import EntityType

HOLDING = frozenset(("of", "for", "at"))
OPENING = frozenset((",", "—", "–", ":", "("))
WEAK = 2  # votes for a type that an apposition outweighs: "the water company, Aquavale,"


def apposed(walk: Walk, phrase: Phrase) -> Party | None:
    """The party of the name that a description stands beside: "Pell, the chief negotiator,"."""
    parse, cast = walk.scene.parse, walk.scene.cast
    kind = kind_of(parse.word(phrase.head))
    if kind not in (PERSON, BODY) or is_plural(cast, phrase):
        return None
    before = phrase.words.start - 1
    told = parse.lower(phrase.words.start) in ("a", "an") or is_definite(cast, phrase)
    marked = before > 0 and parse.word(before) in (",", "—", "–", "(") and told
    # Where the commas are gone: "Ana Lee head of the union said".
    bare = before >= 0 and parse.relation[phrase.head] == "appos" and parse.named(before) == "person"
    if marked or bare:
        name = before - 1 if marked else before
        last = next((m for m in reversed(walk.seen[-3:]) if m.word == name), None)
        if last and last.party.names and _may_be(last.party, kind) and _closes(walk, phrase):
            last.party.type = kind
            return last.party
    after = _past_tail(walk, phrase.words.stop)
    if after + 1 < len(parse.words) and parse.word(after) == "," and told:
        follower = walk.scene.phrase_at(after + 1)
        if follower and follower.name is not None:
            party = cast.of_phrase.get(follower)
            end = follower.words.stop
            ended = end >= len(parse.words) or parse.word(end) in (",", ".", ")", "—")
            weak = party is not None and sum(party.votes.values()) <= WEAK
            if party and (party.type in (kind, None) or weak) and (ended or phrase in walk.source_of):
                party.type = kind
                return party
    relation, verb = parse.relation[phrase.head], parse.governor[phrase.head]
    if relation == "attr" and verb >= 0:
        subject = parse.child(verb, "nsubj")
        if subject is not None and subject in walk.by_head and parse.child(verb, "neg") is None:
            party = walk.party_of.get(walk.by_head[subject])
            if party and party.names and party.type in (kind, None):
                party.type = kind
                return party
    return None


def apposed_group(walk: Walk, phrase: Phrase) -> Party | None:
    """The group whose members are named behind a description: "The winners, Jo Lee, 16, and Ana Park,"."""
    parse, cast = walk.scene.parse, walk.scene.cast
    kind = kind_of(parse.word(phrase.head))
    at = _past_tail(walk, phrase.words.stop)
    if kind not in (PERSON, BODY) or not is_plural(cast, phrase) or parse.lower_or_end(at) not in OPENING:
        return None
    members: list[Party] = []
    joined = False
    at += 1
    while (named := walk.scene.phrase_at(at)) is not None and named.name is not None:
        party = cast.of_phrase.get(named)
        if party is None or party.type not in (kind, None):
            break
        members.append(party)
        last = joined
        at = named.words.stop
        if parse.lower_or_end(at) == "," and parse.speech_or_end(at + 1) == "CD":
            at += 2
        at += parse.lower_or_end(at) == ","
        joined = parse.lower_or_end(at) == "and"
        if last:
            break
        at += joined
    if len(dict.fromkeys(members)) < 2 or not last:
        return None
    for party in members:
        party.type = kind
    return group_of(walk, members, parse.span(phrase.words))


def _may_be(party: Party, kind: EntityType) -> bool:
    """Whether an apposition may tell what a name is: "Valeska Rome, a nurse," is no place."""
    full = any(" " in words for words in party.names)
    return party.type in (kind, None) or (kind is PERSON and party.type is PLACE and full)


def _past_tail(walk: Walk, after: int) -> int:
    """The word behind what narrows a description: the comma of "the director of nursing, Karin Holt"."""
    for _ in range(2):
        inner = walk.scene.phrase_at(after + 1) if after + 1 < len(walk.scene.parse.words) else None
        if (
            walk.scene.parse.lower(min(after, len(walk.scene.parse.words) - 1)) not in HOLDING
            or inner is None
        ):
            break
        after = inner.words.stop
    return after


def _closes(walk: Walk, phrase: Phrase) -> bool:
    """Whether an apposition ends as one does: not with "and" and another name of a list."""
    parse, after = walk.scene.parse, phrase.words.stop
    return after >= len(parse.words) or parse.lower(after) not in ("and", "or", "said", "says")
