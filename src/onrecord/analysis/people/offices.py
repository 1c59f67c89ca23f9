"""Who held an office on a day: proposes who "the Syrian president" was, from a table of leaders handed in.

In: the bare words of a description and the day of the document. Out: a `Knowledge`, or None. The table names
the one effective leader of each state without the office, so a name is proposed only where `states` says
which office that is, for exactly that office, outside of months in which it changed hands, and never beyond
the end of the table. It is knowledge from outside the text and never more than a proposal.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from onrecord.analysis.people.states import STATES, State, Term
from onrecord.model.entity import Knowledge

SOURCE = "REIGN (OEF Research), MIT"
LAST_MONTH = "2021-02"  # the table's last; whom it names as in office then may have left since

# Other words for an office than its own.
_ALSO = {
    "premier": "prime minister",
    "taoiseach": "prime minister",
    "supreme leader": "leader",
    "state counselor": "state counsellor",
}
_OFFICES = {term.office for state in STATES for term in state.terms} | _ALSO.keys()
_OFFICE = "|".join(sorted(_OFFICES, key=lambda office: (-len(office), office)))
_WHOSE = re.compile(rf"(?:[Tt]he )?(?P<whose>\S.*?) (?P<office>(?i:{_OFFICE}))")
_OF = re.compile(rf"(?:[Tt]he )?(?P<office>(?i:{_OFFICE})) of (?:the )?(?P<whose>\S.*)")
MAX_LENGTH = 80  # characters; the longest description has some sixty
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Spell:
    """How long someone led a state: from a day to a month (ISO), None if not over at the table's end."""

    state: str
    name: str
    since: str
    until: str | None

    def covers(self, month: str) -> bool:
        """Whether the spell reaches into an ISO month."""
        return self.since[:7] <= month and (self.until is None or month <= self.until)


@dataclass(frozen=True, slots=True)
class Leaders:
    """The effective leaders of states, as a table gives them; without rows it proposes nobody."""

    rows: tuple[Spell, ...] = ()
    _of: dict[str, list[Spell]] = field(default_factory=lambda: defaultdict(list), repr=False, compare=False)

    def __post_init__(self) -> None:
        for row in self.rows:
            self._of[row.state].append(row)

    @classmethod
    def from_csv(cls, text: str) -> Self:
        """Reads the table: lines "state,name,since,until" below a line with these heads."""
        rows = csv.DictReader(text.splitlines())
        return cls(tuple(Spell(r["state"], r["name"], r["since"], r["until"] or None) for r in rows))

    def propose(self, words: str, published: str | None) -> Knowledge | None:
        """Who "the Syrian president" was on the day of the document; None wherever that is open to doubt.

        `words` are a description without a name; `published` is an ISO day or time.
        """
        day = _day(published)
        if day is None or day[:7] > LAST_MONTH:
            return None
        for state, office in _described(words):
            terms = (term for term in state.terms if term.office == office)
            term = next((term for term in terms if _lasts(term, day[:7])), None)
            spell = self._holder(state.code, day) if term else None
            if term and spell:
                return Knowledge(spell.name, office, _since(spell, term), _until(spell, term), SOURCE)
        return None

    def _holder(self, state: str, day: str) -> Spell | None:
        """The only one in office in the month of a day, if not before the first day or in the last month."""
        month = day[:7]
        spells = [spell for spell in self._of.get(state, ()) if spell.covers(month)]
        if len(spells) != 1 or day < spells[0].since or month == spells[0].until:
            return None
        return spells[0]


def _day(published: str | None) -> str | None:
    """The day of an ISO day or time, if there is such a day."""
    match = _DAY.match(published or "")
    if match is None:
        return None
    try:
        return date.fromisoformat(match[0]).isoformat()
    except ValueError:
        return None


def _described(words: str) -> list[tuple[State, str]]:
    """The states that a description can be of, by one code, and the office; empty where it is of no state."""
    plain = " ".join(words[: MAX_LENGTH + 1].replace("’", "'").split())
    match = _WHOSE.fullmatch(plain) or _OF.fullmatch(plain)
    if match is None or len(words) > MAX_LENGTH:
        return []
    whose, office = match["whose"], match["office"].lower()
    if match.re is _OF:
        states = _BY_NAME.get(whose, [])
    elif whose.endswith(("'s", "s'")):
        states = _BY_NAME.get(whose.removesuffix("'s").removesuffix("'"), [])
    else:
        states = _BY_ADJECTIVE.get(whose, [])
    return [(state, _ALSO.get(office, office)) for state in states]


def _lasts(term: Term, month: str) -> bool:
    """Whether a month is beyond doubt inside a term."""
    return (term.since is None or term.since < month) and (term.until is None or month < term.until)


def _since(spell: Spell, term: Term) -> str:
    """When the holder took the office: as the spell has it, or later or earlier as the term has it."""
    if term.since is None or not term.began or spell.since[:7] > term.since:
        return spell.since
    same = spell.since[:7] == term.since == term.began
    return spell.since if same else term.began


def _until(spell: Spell, term: Term) -> str | None:
    """When the holder left the office, None if not yet at the table's end."""
    if term.until is None or not term.ended or (spell.until is not None and spell.until < term.until):
        return spell.until
    return None if term.ended == "-" else term.ended


def _index(words_of: Callable[[State], Sequence[str]]) -> dict[str, list[State]]:
    """The states by their words; a word is of one state only, but one code may have several in time."""
    index: dict[str, list[State]] = defaultdict(list)
    for state in STATES:
        for word in words_of(state):
            index[word].append(state)
    return index


_BY_NAME = _index(lambda state: state.names)
_BY_ADJECTIVE = _index(lambda state: state.adjectives)
