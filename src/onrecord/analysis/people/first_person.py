"""Who "I", "we" and "you" are: settled last, when it is known who speaks around them.

In: a walk whose other sources are credited. Out: the credits of the rest, and the parties of "me" and "us".
"""

from __future__ import annotations

import re

from onrecord.analysis.people.parties import PERSON, Party
from onrecord.analysis.people.reaches import is_us_or_who
from onrecord.analysis.people.walk import LIKELY, UNSURE, Credit, Walk, group_of
from onrecord.analysis.syntax import Parse
from onrecord.model.span import hull

FIRST = frozenset("i me my mine we us our ours myself ourselves".split())
WE = frozenset("we us our ours".split())
SECOND = frozenset("you your yours".split())
NAMES_ITSELF = re.compile(r"\b(?:[Mm]y name is|I am|I['’]m)\s+$")
NAMING = 20  # code points before a name in which its bearer may give it


def names_speaker(parse: Parse, i: int) -> bool:
    """Whether a word is an "I", "we" or "you" in some form; "US" is none."""
    return parse.lower(i) in FIRST | SECOND and not is_us_or_who(parse, i)


def credit_first_person(walk: Walk, number: int) -> None:
    """Settles "I" and "we" by who speaks around them, or by who signed the text."""
    scene, stmt = walk.scene, walk.scene.statements[number]
    if not stmt.source:
        return
    words = scene.parse.range_of(hull(stmt.source))
    spoken = next((i for i in reversed(words) if names_speaker(scene.parse, i)), None)
    if spoken is None:
        _credit_words(walk, number)
        return
    outer = _outer_credit(walk, number)
    credit = _inside(walk, spoken, outer) if outer else _in_own_voice(walk, spoken)
    walk.credits[number] = credit or _unknown(walk, spoken)


def _inside(walk: Walk, spoken: int, outer: Credit) -> Credit | None:
    """Who "I" and "we" are inside a content, by who speaks around them."""
    word, span = walk.scene.parse.lower(spoken), walk.scene.parse.words[spoken]
    if word not in FIRST:
        return None
    body = outer.party.body
    if word in WE and body is not None:
        return Credit(body, body.best[0], f"“{word}”: whom the speaker speaks for", LIKELY)
    if word in WE and not outer.party.plural and outer.party.type is PERSON:
        group = group_of(walk, [outer.party], span)
        return Credit(group, span, f"“{word}”: who speaks here, and others", LIKELY)
    return Credit(outer.party, outer.mention, f"“{word}”: who speaks here", LIKELY)


def _in_own_voice(walk: Walk, spoken: int) -> Credit | None:
    """Who "I" is where no statement holds it: the one interviewed, the author, or who gave a name."""
    scene, word = walk.scene, walk.scene.parse.lower(spoken)
    if scene.content_at(spoken) is not None:
        return None
    if walk.guest is not None:
        return Credit(walk.guest, walk.guest.best[0], f"“{word}”: the one interviewed", UNSURE)
    if word not in FIRST:
        return None
    if walk.author is not None:
        span = scene.parse.words[spoken]
        walk.author.mention(span)
        return Credit(walk.author, span, "the author, by the byline", LIKELY)
    before = scene.parse.words[spoken].start
    introduced = next((party for place, party in reversed(walk.introduced) if place < before), None)
    if introduced is None or word in WE:
        return None
    return Credit(
        introduced, introduced.mention_before(before), f"“{word}”: who gave this name before", UNSURE
    )


def _unknown(walk: Walk, spoken: int) -> Credit:
    """An "I" of whom the text does not say who it is: one party for all of them."""
    word, span = walk.scene.parse.lower(spoken), walk.scene.parse.words[spoken]
    party = walk.known.get((word, True))
    if party is None:
        party = walk.known[word, True] = walk.scene.cast.add(Party(type=PERSON if word == "i" else None))
    party.mention(span)
    return Credit(party, span, "described here", UNSURE)


def find_introductions(walk: Walk) -> None:
    """Notes who says his or her name: "my name is Edda Lorne", "I’m Edda Lorne"."""
    text = walk.scene.text
    for phrase, party in walk.party_of.items():
        if phrase.name is None or party.type is not PERSON:
            continue
        start = walk.scene.parse.words[phrase.words.start].start
        if NAMES_ITSELF.search(text, max(0, start - NAMING), start):
            walk.introduced.append((start, party))


def settle_first_person(walk: Walk) -> None:
    """Gives "me" and "us" inside contents to those who speak there."""
    for phrase in walk.scene.phrases:
        if not phrase.pronoun or phrase in walk.party_of or walk.scene.parse.lower(phrase.head) not in FIRST:
            continue
        around = walk.scene.content_at(phrase.head)
        credit = walk.credits.get(around) if around is not None else None
        party = credit.party if credit else walk.author if around is None else None
        if party is not None:
            walk.party_of[phrase] = party
            party.mention(phrase.span(walk.scene.parse))


def _outer_credit(walk: Walk, number: int) -> Credit | None:
    """Who speaks around a statement: of the statements that hold it the innermost that is settled."""
    numbers = walk.scene.number_of
    within = walk.scene.statements[number].within
    while within is not None:
        outer = numbers[within]
        if outer in walk.credits:
            return walk.credits[outer]
        within = walk.scene.statements[outer].within
    return None


def _credit_words(walk: Walk, number: int) -> None:
    """Takes a source that holds nothing we know of for what it says."""
    span = hull(walk.scene.statements[number].source)
    party = walk.scene.cast.add(Party(mentions=[span]))
    walk.credits[number] = Credit(party, span, "described here", LIKELY)
