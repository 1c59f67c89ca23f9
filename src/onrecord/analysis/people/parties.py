"""Who is who in one text: gathers names and descriptions into parties.

In: noun phrases. Out: a `Cast` of parties, each a person, body, place or group with the names and
descriptions that stand for it. Names are joined when they agree: full names, then surnames and first names,
acronyms and shortened names of bodies. Pronouns are another module's work.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.analysis.people.first_names import FirstNames
from onrecord.analysis.people.name_types import WEAK, initials_of, is_acronym, vote_on_name
from onrecord.analysis.people.names_alike import SMALL, agree, goes_on, tokens_of
from onrecord.analysis.people.noun_lexicon import (
    GENDERED_TITLES,
    WRITTEN_OUT,
    gender_of,
    kind_of,
    singular,
)
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.states import ADJECTIVES
from onrecord.analysis.syntax import Parse
from onrecord.model.entity import EntityType
from onrecord.model.span import Span

PERSON, BODY, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE
DEMONYMS = frozenset(word.lower() for word in ADJECTIVES)  # "Greek" alone is short for no ministry
OF_PLACE = re.compile(r"\b(?:Bank|University|Council|Church|Republic|Party) of (?:the )?[\w’'-]+$")
SOON = 600  # characters behind "the council" within which it gets its name
MANY = 50  # parties that begin alike and are compared: the work must not grow with a list's square


@dataclass(frozen=True, slots=True)
class Description:
    """What somebody is called: a noun and the words that narrow it ("foreign", "syrian"); both to show."""

    noun: str
    narrowed: frozenset[str]
    printed: str = field(default="", compare=False)


@dataclass(eq=False, slots=True)
class Party:
    """A person, body, place or group in the making.

    names: its proper names, each with its places in order; mentions: all that stands for it, each place once,
    as met (`mention` adds one); gender: as the text's own words tell it, with the word; likely: by its first
    name; body: what a person speaks or works for; signed: the byline, of the author.
    """

    type: EntityType | None = None
    names: dict[str, list[Span]] = field(default_factory=dict)
    mentions: list[Span] = field(default_factory=list)
    descriptions: dict[Description, Span] = field(default_factory=dict)
    gender: tuple[str, str] | None = None
    likely: str | None = None
    plural: bool = False
    members: list[Party] = field(default_factory=list)
    votes: Counter[EntityType] = field(default_factory=Counter)
    titles: set[str] = field(default_factory=set)
    body: Party | None = None
    signed: str = ""
    _met: set[Span] = field(default_factory=set, repr=False)

    def __post_init__(self) -> None:
        self._met.update(self.mentions)

    def mention(self, span: Span) -> None:
        """Notes a place that stands for the party."""
        if span not in self._met:
            self._met.add(span)
            self.mentions.append(span)

    def name(self, words: str, span: Span) -> None:
        """Notes a proper name of the party, and its place."""
        insort(self.names.setdefault(words, []), span)
        self.mention(span)

    def unname(self, words: str, span: Span) -> None:
        """Takes back a name that turned out to be another's."""
        self.names[words].remove(span)
        if not self.names[words]:
            del self.names[words]
        self._met.discard(span)
        self.mentions.remove(span)

    @property
    def best(self) -> tuple[Span, str]:
        """The mention that names it best, and its words: the fullest name, else the longest description."""
        if self.names:
            words = min(self.names, key=lambda n: (is_acronym(n), -len(n.split()), self.names[n][0]))
            return self.names[words][0], words
        span = max(self.mentions, key=lambda s: (s.end - s.start, -s.start))
        return span, self.signed

    def mention_before(self, place: int) -> Span:
        """Of the places that name it best the last one before a place, or else the first."""
        span, words = self.best
        same = self.names.get(words, [span])
        return same[max(0, bisect_right(same, place, key=lambda other: other.end) - 1)]

    @property
    def sex(self) -> str | None:
        """male, female or None, by the text or else by the first name."""
        return self.gender[0] if self.gender else self.likely

    def tokens(self) -> set[str]:
        """The words of its names in small letters."""
        return {token for words in self.names for token in tokens_of(words)}


class Cast:
    """The parties of a text."""

    def __init__(self, parse: Parse, phrases: Sequence[Phrase], first_names: FirstNames) -> None:
        self.parse = parse
        self.first_names = first_names
        self.parties: list[Party] = []
        self.of_phrase: dict[Phrase, Party] = {}
        self._by_last: dict[str, list[Party]] = {}
        self._by_first: dict[str, list[Party]] = {}
        self._by_all: dict[tuple[str, ...], Party] = {}
        self._by_initials: dict[str, list[Party]] = {}
        self._by_kind: dict[str, list[Party]] = {}  # by "observatory" in "Orvesk Observatory for the Sea"
        self.by_noun: dict[str, list[Party]] = {}
        named = [p for p in phrases if p.name is not None and not p.pronoun and parse.named(p.head) != "time"]
        longer = [phrase for phrase in named if len(self._tokens(phrase)) > 1]
        for phrase in longer:
            self._put(phrase)
        for phrase in named:
            if len(self._tokens(phrase)) == 1:
                self._put(phrase)
        for party in self.parties:
            party.type = (
                max(party.votes, key=lambda t: (party.votes[t], t is PERSON)) if party.votes else None
            )

    def add(self, party: Party) -> Party:
        """Puts a party that no name stands for into the cast."""
        self.parties.append(party)
        return party

    def alike(self, phrase: Phrase) -> list[Party]:
        """The parties whose last name is the last word of a phrase's name."""
        tokens = self._tokens(phrase)
        return list(self._by_last.get(tokens[-1], ())) if tokens else []

    def named_once(self, noun: str, place: int) -> Party | None:
        """The one body in the text whose name ends in this noun, if named by a place or soon behind it."""
        bodies = [party for party in self._by_last.get(noun, ()) if party.type is BODY]
        first = min((span.start for party in bodies for span in party.mentions), default=0)
        return bodies[0] if len(bodies) == 1 and first <= place + SOON else None

    def named_so(self, words: str) -> Party | None:
        """The body whose name has these words, whatever their letters: "the Orvesk fire brigade"."""
        tokens = tokens_of(words)
        party = self._by_all.get(tuple(tokens)) if len(tokens) > 1 else None
        return party if party is not None and party.type is BODY else None

    def words(self, phrase: Phrase) -> str:
        """The words of a phrase's name, as printed."""
        return self.parse.span(phrase.name).slice(self.parse.text) if phrase.name else ""

    def _tokens(self, phrase: Phrase) -> list[str]:
        return tokens_of(self.words(phrase))

    def _put(self, phrase: Phrase) -> None:
        """Gives a name to the party that it belongs to, or to a new one."""
        assert phrase.name is not None
        tokens, words, span = self._tokens(phrase), self.words(phrase), self.parse.span(phrase.name)
        if not tokens:
            return
        vote = vote_on_name(self.parse, phrase, words, self.first_names)
        kind = vote.type if vote else None
        party = self._known(tokens, words, kind, phrase, span)
        if party is None:
            party = Party()
            self.parties.append(party)
        party.name(words, span)
        self._index(party, tokens)
        if vote is not None:
            # "Paris" alone is a city, but not where it is short for "Ada Paris".
            short = len(tokens) == 1 and vote.type is PLACE and any(" " in name for name in party.names)
            party.votes[vote.type] += WEAK if short else vote.weight
        self._describe(party, phrase)
        if party.likely is None and (len(tokens) > 1 or tokens[0] in self.first_names):
            party.likely = self.first_names.gender(words.split()[0]) if kind is PERSON else None
        self.of_phrase[phrase] = party

    def _index(self, party: Party, tokens: Sequence[str]) -> None:
        kinds = ((self._by_kind, token) for token in tokens[1:-1] if kind_of(token) is BODY)
        for table, key in ((self._by_last, tokens[-1]), (self._by_first, tokens[0]), *kinds):
            entry = table.setdefault(key, [])
            if party not in entry:
                entry.append(party)
        self._by_all.setdefault(tuple(tokens), party)
        for words in party.names:
            initials = self._by_initials.setdefault(initials_of(words), [])
            if party not in initials:
                initials.append(party)

    def _known(
        self, tokens: Sequence[str], words: str, kind: EntityType | None, phrase: Phrase, span: Span
    ) -> Party | None:
        """The party that a name belongs to, if one is known."""
        same = self._by_all.get(tuple(tokens))
        if len(tokens) > 1:
            near = self._by_first.get(tokens[0], ())[-MANY:]
            same = same or next((p for p in near if goes_on(p.names, words)), None)
            if same is not None:
                return same
            return next(
                (
                    p
                    for p in self._by_last.get(tokens[-1], ())
                    if kind in (PERSON, None) and agree(p.names, tokens)
                ),
                None,
            )
        titled = self._title_gender(phrase)
        found = [p for p in self._by_last.get(tokens[0], ()) if _may_be(p, titled) and not _is_of(p)]
        if not found and kind in (PERSON, None):
            found = [
                p for p in self._by_first.get(tokens[0], ())
                if _may_be(p, titled) and p.votes[PERSON] >= p.votes[BODY] and p.votes[PERSON]
            ]  # fmt: skip
        if not found and is_acronym(words):
            found = self._by_initials.get(words.replace(".", ""), [])
        if not found and len(tokens[0]) > 3 and tokens[0] not in DEMONYMS:
            found = [
                p
                for p in self._by_first.get(tokens[0], ())
                if p.votes[BODY] and kind not in (PLACE, EntityType.GROUP)
            ]
        if not found and kind_of(tokens[0]) is BODY:
            found = self._by_kind.get(tokens[0], [])
        titles = {self.parse.lower(i) for i in phrase.titles}
        alike = [p for p in found if p.titles & titles - {"the"}]
        first = self.parse.lower(phrase.words.start)
        several = first == "the" or self.parse.speech[phrase.head] == "NNPS"
        if not found and tokens[0].endswith("s") and several:
            # "The Haddanes" are the Haddane family.
            found = [p for p in self.parties if {"family", tokens[0][:-1]} <= p.tokens()]
        return nearest(alike or found, span) or same

    def _title_gender(self, phrase: Phrase) -> str | None:
        words = (self.parse.lower(i) for i in phrase.titles)
        return next((GENDERED_TITLES[w] for w in words if w in GENDERED_TITLES), None)

    def _describe(self, party: Party, phrase: Phrase) -> None:
        """Keeps what the titles before a name say of its bearer."""
        titles = [i for i in phrase.titles if self.parse.word(i)[0].isalpha()]
        for i in titles:
            told = GENDERED_TITLES.get(self.parse.lower(i)) or gender_of(self.parse.word(i))
            if told and party.gender is None:
                party.gender = told, self.parse.word(i)
        party.titles.update(self.parse.lower(i) for i in titles)
        # "Outside court Mrs Lee": she is no court.
        styled = any(self.parse.lower(i) in GENDERED_TITLES for i in titles)
        kinds = ((i, kind_of(WRITTEN_OUT.get(self.parse.lower(i), self.parse.word(i)))) for i in titles)
        nouns = [i for i, kind in kinds if kind and not (styled and kind is BODY)]
        if nouns:
            self.describe(party, nouns[-1], [i for i in titles if i < nouns[-1]])

    def describe(self, party: Party, noun: int, narrowing: Iterable[int]) -> None:
        """Notes that a party is called so: a noun's word number, and those of the words that narrow it."""
        words = {i: self.parse.lower(i) for i in narrowing}
        narrow = [
            i
            for i, w in words.items()
            if w not in SMALL and w[0].isalpha() and w not in ("s", "his", "her", "its")
        ]
        word = singular(self.parse.word(noun))
        word = WRITTEN_OUT.get(word.lower(), word)
        printed = " ".join([*(self.parse.word(i) for i in sorted(narrow)), word])
        description = Description(word, frozenset(words[i] for i in narrow), printed)
        if description not in party.descriptions:
            party.descriptions[description] = self.parse.words[noun]
            called = self.by_noun.setdefault(description.noun, [])
            if party not in called:
                called.append(party)
        told = gender_of(self.parse.word(noun))
        if told and party.gender is None and party.type in (PERSON, None) and not party.plural:
            party.gender = told, self.parse.word(noun)


def nearest(parties: Sequence[Party], place: Span) -> Party | None:
    """Of several parties the one last mentioned before a place, or else the first after it."""
    if len(parties) < 2:
        return next(iter(parties), None)

    def distance(party: Party) -> tuple[bool, int]:
        before = [m.start for m in party.mentions if m.start < place.start]
        return (not before, place.start - max(before) if before else min(m.start for m in party.mentions))

    return min(parties, key=distance)


def _is_of(party: Party) -> bool:
    """Whether a name only says where a body is: "the Bank of Orvesk" is not called "Orvesk"."""
    return bool(party.votes[BODY]) and any(OF_PLACE.search(name) for name in party.names)


def _may_be(party: Party, titled: str | None) -> bool:
    return titled is None or party.sex in (None, titled)
