"""Whom a label is put on, where its own clause tells: by a name, a pronoun, or because he is spoken to.

In: a finished walk, a label, and the number of the statement that holds it. Out: the party, or None where the
clause leaves it open; then the rest of the text may tell (see `shared_targets`).
"""

from __future__ import annotations

from onrecord.analysis.circumstances.addressees import find_addressees
from onrecord.analysis.cues import lemmas
from onrecord.analysis.labels.contexts import ANSWERING
from onrecord.analysis.labels.listed import Aim
from onrecord.analysis.labels.things import described, party_of_phrase, phrase_on, thing_before
from onrecord.analysis.labels.words import SCARE_QUOTES, LabelWords
from onrecord.analysis.people.parties import Party
from onrecord.analysis.people.reaches import is_us_or_who
from onrecord.analysis.people.walk import Walk
from onrecord.analysis.syntax import PROPER
from onrecord.model.span import Span

FIRST = frozenset("i me my we us our myself ourselves".split())
WE = frozenset("we us our ourselves".split())
SECOND = frozenset("you your yours yourself yourselves".split())
POINTING = frozenset("it that these this those".split())
OF_THINGS = frozenset("causes deeds disguises media".split())  # stands of what somebody has or does
MEMBERS = frozenset(("member", "members"))
AHEAD = 3  # statements behind an exclamation among which somebody answers it
BACK = 6  # statements before one in which somebody else spoke


def target_of(walk: Walk, label: LabelWords, number: int | None) -> Party | None:
    """The party that a label is put on; None where it is put on nobody, or the clause does not tell."""
    if label.aim is Aim.ADDRESSED:
        return _named(walk, label, label.target, number) if label.target else _addressed(walk, number)
    if label.target is None or label.aim is Aim.NOBODY:
        return None
    if label.aim is Aim.ITSELF:
        return _itself(walk, label)
    return _named(walk, label, label.target, number)


def _named(walk: Walk, label: LabelWords, target: Span, number: int | None) -> Party | None:
    """The party of the phrase that a label is put on; a new one where nothing else speaks of it."""
    parse = walk.scene.parse
    words = parse.range_of(target)
    head = parse.head(words) if words else None
    if head is None:
        return None
    word = parse.lower(head)
    if word in FIRST | SECOND and not is_us_or_who(parse, head):
        holding = walk.scene.content_at(label.verb) if label.verb is not None else number
        return _spoken_or_spoken_to(walk, head, holding)
    if word in POINTING and not _goes_on(walk, head):
        settled = walk.by_head.get(head)
        party = walk.party_of.get(settled) if settled and word == "it" else None
        return party or thing_before(walk, head, label.verb)
    if parse.lower(words[0]) in MEMBERS and parse.lower(min(words.stop, len(parse.words) - 1)) == "of":
        whole = _behind_of(walk, words.stop + 1)
        if whole is not None:
            return whole
    phrase = phrase_on(walk, head)
    cut = phrase is not None and phrase.words.stop < words.stop and parse.speech[words[-1]] in PROPER
    if phrase is None or cut:
        return described(walk, target)  # "Shield of the Plains", of which the phrase is a part
    if phrase.pronoun:
        return walk.party_of.get(phrase)
    return party_of_phrase(walk, phrase, target)


def _spoken_or_spoken_to(walk: Walk, head: int, holding: int | None) -> Party | None:
    """Who "us" and "you" are in the statement that holds the verb: "“They called us heroes,” she said"."""
    word = walk.scene.parse.lower(head)
    if word in SECOND:
        return _addressed(walk, holding)
    if holding is not None and not walk.scene.quoted_at(head):
        holding = _around(walk, holding)  # "he says I am a fool": the writer
    return _speaker(walk, holding, we=word in WE)


def _goes_on(walk: Walk, word: int) -> bool:
    """Whether "those" is told more of: "those who complain"."""
    parse = walk.scene.parse
    return word + 1 < len(parse.words) and parse.lower(word + 1) in ("who", "that", "in", "of")


def _behind_of(walk: Walk, start: int) -> Party | None:
    phrase = walk.scene.phrase_at(start) if start < len(walk.scene.parse.words) else None
    party = walk.party_of.get(phrase) if phrase else None
    return party if party and party.names else None


def _itself(walk: Walk, label: LabelWords) -> Party | None:
    """The party that the label's own phrase names, or whose the thing is that it names: "its “care line”"."""
    parse = walk.scene.parse
    words = parse.range_of(label.span)
    if not words:
        return None
    inside = [i for i in words if parse.word(i)[0].isalnum()]
    own = walk.by_head.get(inside[-1]) if inside else None
    party = walk.party_of.get(own) if own else None
    if party and (party.names or party.members) and not label.quoted:
        return party
    thing = label.stand in OF_THINGS or (label.because == SCARE_QUOTES and not label.stand)
    return _owner(walk, words[0] - 1) if thing and words[0] else None


def _owner(walk: Walk, before: int) -> Party | None:
    """Whose something is, by the word before it: "its", "Lee's"."""
    parse = walk.scene.parse
    if parse.speech[before] == "PRP$":
        pronoun = walk.by_head.get(before)
        return walk.party_of.get(pronoun) if pronoun else None
    while before > 0 and parse.lower(before) in ("s", "'"):
        before -= 1
        if parse.speech[before] not in ("POS", "PUNCT"):
            owner = walk.by_head.get(before)
            return walk.party_of.get(owner) if owner else None
    return None


def _around(walk: Walk, number: int) -> int | None:
    """The statement whose content holds another, None where none does."""
    within = walk.scene.statements[number].within
    return walk.scene.number_of[within] if within is not None else None


def _speaker(walk: Walk, number: int | None, *, we: bool) -> Party | None:
    """Who "me" and "us" are: who speaks around them, or whom he speaks for."""
    if number is None:
        return walk.author
    credit = walk.credits.get(number)
    if credit is None:
        return None
    return credit.party.body if we and credit.party.body else credit.party


def _addressed(walk: Walk, number: int | None) -> Party | None:
    """Who "you" is: to whom a statement was made, who answers it, or who is asked in an interview."""
    scene = walk.scene
    if number is None:
        return walk.guest
    for span in find_addressees(scene, number):
        for phrase in scene.phrases_in(span):
            if phrase in walk.party_of:
                return walk.party_of[phrase]
    mine = walk.credits.get(number)
    if walk.guest is not None and not (mine and mine.party is walk.guest):
        return walk.guest
    for other in range(number + 1, min(number + 1 + AHEAD, len(scene.statements))):
        credit, stmt = walk.credits.get(other), scene.statements[other]
        if credit is None or (mine and credit.party is mine.party) or stmt.within is not None:
            continue
        answers = any(lemma in ANSWERING for word in stmt.cue_words.lower().split() for lemma in lemmas(word))
        if answers or _is_turn(walk, number):
            return credit.party
    return _spoke_before(walk, number)


def _is_turn(walk: Walk, number: int) -> bool:
    """Whether a statement is a turn of an interview: its cue is a colon behind a name, or nothing."""
    return walk.scene.statements[number].cue_words.strip() in ("", ":")


def _spoke_before(walk: Walk, number: int) -> Party | None:
    """Who else spoke last before a statement."""
    mine = walk.credits.get(number)
    if walk.guest is not None and not (mine and mine.party is walk.guest):
        return walk.guest
    for other in range(number - 1, max(-1, number - 1 - BACK), -1):
        credit = walk.credits.get(other)
        if (
            credit
            and not (mine and credit.party is mine.party)
            and walk.scene.statements[other].within is None
        ):
            return credit.party
    return None
