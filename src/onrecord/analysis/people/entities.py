"""Turns the parties of a text into entities with ids, names and mentions.

In: the cast after the walk, and which parties anything refers to. Out: `Entity`s in order of their first
mention, `e1` first. Only those that have a name or that something refers to are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from onrecord.analysis.people.parties import Party
from onrecord.analysis.people.pronouns import IT, SINGULAR, THEY
from onrecord.analysis.people.reaches import ACRONYMS
from onrecord.model.entity import Anonymity, Entity, EntityType, Gender, Knowledge
from onrecord.model.span import Span
from onrecord.neural.words import unparted

PRONOUNS = frozenset(
    (*SINGULAR, *THEY, *IT, "who", "which", "that", "whom", "i", "we", "me", "us", "my", "our")
)

# One who is only "I" and "me" is called "I".
SUBJECTS = dict.fromkeys(("i", "me", "my", "mine", "myself"), "I")
SUBJECTS |= dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we")
ALONE = frozenset((*SUBJECTS, *SINGULAR))  # pronouns that may be all that the text has for somebody
ONE_OF = re.compile(r"\w+ of (?:them|these|those|us|you)", re.IGNORECASE)  # tells nothing of them
FEW = 50  # mentions looked at for what somebody without a name is called
NAMED_DAY = re.compile(r" [A-Z][\w’'-]* on \w+$")  # "The Mail on Sunday" keeps it
DAY = re.compile(r"(?<=[a-z]) on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
RELATIVE = re.compile(r"(?<=\w),? who$")  # as far as a source may reach


@dataclass(slots=True)
class Register:
    """Gives each party its id, and builds the entities in the end."""

    text: str
    anonymity: Callable[[Party], Anonymity | None]
    knowledge: Callable[[str], Knowledge | None]
    ids: dict[int, str] = field(default_factory=dict)
    parties: list[Party] = field(default_factory=list)

    def name(self, party: Party) -> str:
        """The best name or description of a party."""
        span, words = party.best
        if len(party.members) == 1:
            return f"{self.name(party.members[0])} and others"
        if party.members:
            return " and ".join(self.name(member) for member in party.members)
        return _tidy(words) if words else self._described(party, span)

    def _described(self, party: Party, longest: Span) -> str:
        """What somebody without a name is called: by the longest description, or the subject's pronoun."""
        printed = [_tidy(span.slice(self.text)) for span in party.mentions[:FEW]]
        small = [words.lower() for words in printed]
        if small and ALONE.issuperset(small) and not ACRONYMS.issuperset(printed):
            called = next((word for word in printed if word.lower() in SINGULAR), None) or SUBJECTS[small[0]]
        else:
            called = _tidy(longest.slice(self.text))
            if ONE_OF.fullmatch(called):
                told = (word for word in printed if word.lower() not in PRONOUNS)
                called = next((word for word in told if not ONE_OF.fullmatch(word)), called)
        # Where apostrophes are gone "the armys claim" stands beside "the army".
        return called[:-1] if called.endswith("s") and called[:-1].lower() in small else called

    def settle(self, parties: Iterable[Party]) -> None:
        """Numbers the parties in order of their first mention; those with members bring these along."""
        chosen: dict[int, Party] = {}
        for party in parties:
            for one in (party, *party.members):
                if one.mentions or one.members:
                    chosen[id(one)] = one
        self.parties = sorted(chosen.values(), key=lambda p: min(p.mentions, default=Span(0, 0)))
        self.ids = {id(party): f"e{n}" for n, party in enumerate(self.parties, 1)}

    def id(self, party: Party) -> str:
        """The id of a party; one that nothing referred to before comes after the others."""
        if id(party) not in self.ids:
            self.parties.append(party)
            self.ids[id(party)] = f"e{len(self.parties)}"
        return self.ids[id(party)]

    def entities(self) -> list[Entity]:
        """All settled parties as entities."""
        return [self._entity(party) for party in self.parties]

    def _entity(self, party: Party) -> Entity:
        mentions = tuple(sorted(party.mentions))
        words = dict.fromkeys(_tidy(span.slice(self.text)) for span in mentions)
        names = tuple(name for name in words if name.lower() not in PRONOUNS or name in ACRONYMS)
        anonymous = None if party.names or party.members else self.anonymity(party)
        kind = party.type or EntityType.ORGANISATION
        if anonymous is not None:
            kind = EntityType.ANONYMOUS
        elif party.plural and not party.names:
            kind = EntityType.GROUP
        name = self.name(party)
        known = None if party.names or party.plural or anonymous else self.knowledge(name)
        return Entity(
            id=self.id(party), name=name, type=kind, names=names or (name,), mentions=mentions,
            members=tuple(self.id(member) for member in party.members),
            gender=Gender(*party.gender) if party.gender else None,
            anonymous=anonymous, knowledge=known,
        )  # fmt: skip


def _tidy(words: str) -> str:
    """Words on one line, "an official who" without "who" and "a jury on Thursday" without the day."""
    words = RELATIVE.sub("", " ".join(unparted(words).split()))
    return words if NAMED_DAY.search(words) else DAY.sub("", words)
