"""Whom a label is put on, where its own clause does not tell but the text around does.

In: a finished walk and the labels with the parties found so far. Out: parties for more of them: that of the
same words elsewhere, the one government or armed group in the text, whoever else is abused in the same
breath. What stays open is put on nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from onrecord.analysis.labels.listed import POINTING, Aim
from onrecord.analysis.labels.phrases import ARTICLES
from onrecord.analysis.labels.things import described
from onrecord.analysis.labels.words import LabelWords
from onrecord.analysis.people.noun_lexicon import singular
from onrecord.analysis.people.parties import PERSON, PLACE, Party
from onrecord.analysis.people.pronouns import Seen
from onrecord.analysis.people.walk import Walk
from onrecord.analysis.syntax import PLURAL, PROPER

GOVERNING = frozenset("administration authority cabinet council government junta presidency".split())
ARMED = frozenset("army brigade faction fighter force front guerrilla militia rebel separatist".split())
HOSTILE = frozenset("abuse disorder fighters rule servants".split())
MENTIONS = 4  # of a party in which it is looked for whether it is called a government
NEAR = 60  # words around a label among which what its speaker says names people
PEOPLE = 20  # mentions of people looked back on
HEADLINE = 200  # code points; a longer first paragraph is no headline
BEHIND = 3  # words behind "in" or "of" that may name a place
MARKS = "“”\"‘’'«»„ .,;!?"


@dataclass(frozen=True, slots=True)
class Put:
    """A label with the party that it is put on, and the number of the statement whose content holds it."""

    label: LabelWords
    target: Party | None
    statement: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked up for many labels.

    Named governments and armed groups; those whose names the text doubts ("self-styled"); the words for
    whoever is described as a government; the mentions of named people, in order.
    """

    governing: Sequence[Party]
    armed: Sequence[Party]
    doubted: Set[int]
    governments: Sequence[tuple[str, Party]]
    people: Sequence[Seen]

    @classmethod
    def of(cls, walk: Walk, puts: Sequence[Put]) -> Known:
        """Gathers it from a walk and the labels with their parties so far."""
        described = [
            (" ".join(span.slice(walk.scene.text).lower() for span in party.mentions[:MENTIONS]), party)
            for party in walk.scene.cast.parties
        ]
        people = [m for m in walk.seen if m.party.type is PERSON and m.party.names]
        return cls(
            _of_kind(walk, GOVERNING),
            _of_kind(walk, ARMED),
            {id(put.target) for put in puts if put.label.because.startswith(("self", "so"))},
            [(words, party) for words, party in described if any(noun in words for noun in GOVERNING)],
            sorted(people, key=lambda mention: mention.word),
        )


def share_targets(walk: Walk, puts: Sequence[Put]) -> list[Put]:
    """The same labels, more of them with a party."""
    puts = _by_same_words(walk, puts)
    known = Known.of(walk, puts)
    puts = [put if put.target else replace(put, target=_by_name(walk, known, put)) for put in puts]
    puts = [put if put.target else replace(put, target=_by_kind(walk, known, put)) for put in puts]
    puts = _by_same_breath(walk, puts)
    return [put if put.target else replace(put, target=_by_person(walk, known, put)) for put in puts]


def plain(words: str) -> str:
    """The words of a label in small letters, without marks and an article."""
    first, _, rest = words.strip(MARKS).lower().partition(" ")
    return rest if rest and first in ARTICLES else f"{first} {rest}".strip()


def _by_same_words(walk: Walk, puts: Sequence[Put]) -> list[Put]:
    """Gives a label the party of the same words elsewhere, or of words that go on from them."""
    known: dict[str, Party] = {}
    for put in sorted(puts, key=lambda put: not (put.target and put.target.names)):
        if put.target is not None:
            words = plain(put.label.words)
            known.setdefault(words, put.target)
            if len(words.split()) > 2:
                known.setdefault(" ".join(words.split()[:2]), put.target)
    settled = []
    for put in puts:
        other = known.get(plain(put.label.words))
        weak = put.target is None or (not put.target.names and in_headline(walk, put))
        settled.append(replace(put, target=other) if other and weak and _is_bare(put) else put)
    return settled


def in_headline(walk: Walk, put: Put) -> bool:
    """Whether a label stands in the headline."""
    scene = walk.scene
    if len(scene.paragraphs) < 2 or not scene.paragraphs[0].contains(put.label.span):
        return False
    first = scene.paragraphs[0].slice(scene.text).rstrip()
    # A headline may end with quoted words, a first sentence ends with a full stop inside or behind them.
    return scene.headed or (
        len(first) < HEADLINE and first[-1:] in '”"’' and first[-2:-1] not in tuple(".,!?")
    )


def _is_bare(put: Put) -> bool:
    """Whether a party of elsewhere may be the label's: not where it is put on something unnamed."""
    return put.label.aim is not Aim.NOBODY


def _by_name(walk: Walk, known: Known, put: Put) -> Party | None:
    """Whom the names beside a label tell: "the Veskan regime", "the regime in Varn"."""
    if put.label.aim is not Aim.ITSELF or put.label.target is None:
        return None
    parse = walk.scene.parse
    own = parse.range_of(put.label.target)
    behind = own.stop < len(parse.words) and parse.lower(own.stop) in ("in", "of")
    stop = min(own.stop + BEHIND, len(parse.words)) if behind else own.stop
    places = walk.scene.phrases_in(parse.span(range(own.start, stop)))
    party = next((walk.party_of[p] for p in places if p.name is not None and p in walk.party_of), None)
    if put.label.stand == "rule" and party is not None:
        names = {name.lower() for name in party.names}
        return next((p for words, p in known.governments if any(n in words for n in names)), party)
    named = any(parse.speech[i] in PROPER or parse.named(i) == "people" for i in own)
    outside = any(not put.label.span.contains(parse.words[i]) for i in own)
    return described(walk, put.label.target) if named and outside else None


def _by_kind(walk: Walk, known: Known, put: Put) -> Party | None:
    """The one government that "the regime" can be, the one armed group that "the terrorists" can be."""
    wanted = {"rule": known.governing, "fighters": known.armed}.get(put.label.stand)
    if wanted is None or put.label.aim is not Aim.ITSELF or put.statement is None:
        return None
    if put.label.stand == "fighters" and not _is_definite(walk, put):
        return None
    others = _users(walk, put)
    parties = [party for party in wanted if id(party) not in others]
    chosen = [party for party in parties if id(party) in known.doubted] or parties
    return chosen[0] if len(chosen) == 1 else None


def _is_definite(walk: Walk, put: Put) -> bool:
    parse = walk.scene.parse
    first = parse.range_of(put.label.span)[0]
    while first > 0 and parse.speech[first - 1] in ("JJ", "PUNCT"):
        first -= 1
    return first > 0 and parse.lower(first - 1) in POINTING and parse.speech[first - 1] == "DT"


def _users(walk: Walk, put: Put) -> set[int]:
    """Who speaks, and the body spoken for: nobody calls himself names."""
    credit = walk.credits.get(put.statement) if put.statement is not None else None
    return {id(credit.party), id(credit.party.body)} if credit else set()


def _of_kind(walk: Walk, nouns: Iterable[str]) -> list[Party]:
    """The named parties, no persons or places, whose names or descriptions have one of some nouns."""
    wanted = set(nouns)
    return [
        party
        for party in walk.scene.cast.parties
        if party.names
        and party.type not in (PERSON, PLACE)
        and wanted & ({singular(t) for t in party.tokens()} | {d.noun for d in party.descriptions})
    ]


def _by_same_breath(walk: Walk, puts: Sequence[Put]) -> list[Put]:
    """Gives bare abuse the party of the other abuse that its speaker uses in that paragraph, if it is one:
    "thugs … this regime", "she is a bully … a tyrant"."""
    known: dict[tuple[int, int], dict[int, Party]] = {}
    for put in puts:
        if put.target is not None and put.label.stand in HOSTILE and (place := _breath(walk, put)):
            known.setdefault(place, {})[id(put.target)] = put.target
    settled = []
    for put in puts:
        place = _breath(walk, put) if put.target is None and _is_bare_abuse(put) else None
        others = list(known.get(place, {}).values()) if place else []
        settled.append(replace(put, target=others[0]) if len(others) == 1 else put)
    return settled


def _breath(walk: Walk, put: Put) -> tuple[int, int] | None:
    """Who speaks, and in which paragraph."""
    credit = walk.credits.get(put.statement) if put.statement is not None else None
    words = walk.scene.parse.range_of(put.label.span)
    return (id(credit.party), walk.scene.paragraph_of(words[0])) if credit and words else None


def _is_bare_abuse(put: Put) -> bool:
    return put.label.aim is Aim.ITSELF and put.label.stand in HOSTILE


def _by_person(walk: Walk, known: Known, put: Put) -> Party | None:
    """Whom "the clown" means in what somebody says: the person last spoken of before, not named in it."""
    label, parse = put.label, walk.scene.parse
    words = parse.range_of(label.span)
    if label.aim is not Aim.ITSELF or put.statement is None or label.stand not in ("abuse", "servants"):
        return None
    if not words or parse.speech[words[-1]] in PLURAL:
        return None
    near = parse.span(range(max(0, words[0] - NEAR), min(words[-1] + NEAR, len(parse.words))))
    barred = _users(walk, put) | {
        id(walk.party_of[phrase])
        for phrase in walk.scene.phrases_in(near)
        if phrase in walk.party_of and walk.scene.content_at(phrase.head) == put.statement
    }
    paragraph = walk.scene.paragraph_of(words[0])
    before = bisect_left(known.people, words[0], key=lambda mention: mention.word)
    for mention in reversed(known.people[max(0, before - PEOPLE) : before]):
        if mention.paragraph < paragraph - 1:
            break
        if id(mention.party) not in barred:
            return mention.party
    return None
