"""Tells what kind of thing a name stands for: a person, a body, a place.

In: a named phrase with its parse. Out: a type, or None where nothing tells. Surface first (titles,
"Ministry", "Inc", acronyms, known first names), then what the network takes it for.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.analysis.people.first_names import FirstNames
from onrecord.analysis.people.noun_lexicon import BODY_NOUNS, GENDERED_TITLES, ONE_HEAD, kind_of, singular
from onrecord.analysis.people.phrases import FIRM, Phrase
from onrecord.analysis.people.reaches import is_capital
from onrecord.analysis.people.states import ADJECTIVES, STATES
from onrecord.analysis.syntax import Parse
from onrecord.model.entity import EntityType

BODY_WORDS = (
    BODY_NOUNS
    | FIRM
    | frozenset("times post herald gazette courier tribune reuters news tv radio kremlin".split())
    | frozenset(
        "motors airways airlines industries technologies pharmaceuticals hydraulics logistics".split()
    )
    | frozenset("rovers wanderers rangers united athletic albion harriers fc".split())
)
NO_BODY = frozenset("country state city republic side yard house base front image station".split())
PLACE_WORDS = frozenset(
    """avenue bay beach boulevard bridge canal castle city coast county creek desert district
    forest gulf harbour harbor heights hill hills island islands isle lake lane mountain mountains
    ocean park peninsula plain port province quay region river road sea square strait street town
    valley village republic kingdom""".split()
)
PLACE_BEFORE = frozenset("in near at from outside around across to into toward towards".split())
# "Shares in Velmont" are in a company.
HELD_IN = frozenset(
    "share shares stake stakes stock investor investors investment shareholder shareholders".split()
)
PLACE_FIRST = frozenset(
    "port lake mount fort cape san santa gulf isle north south east west upper lower".split()
)
SHORT_TITLES = frozenset("dr sen gov gen prof rep col sgt capt lt rev".split())
KNOWN_PLACES = frozenset(name.lower() for state in STATES for name in (*state.names, state.capital))
# After the name of a place at the head of a report: "ORVESK, Tarsenia (Corran Press) —".
DATELINE = re.compile(r"(?:, [A-Z][\w. ]{1,30})?(?: \([^()\n]{1,40}\))? ?(?:—|–|--|- )")
# Behind the name of a person: ", 34," or ", aged 34" or "(34)", never a price or a year.
AGE = re.compile(
    r"(?:, (?:aged )?(?:[1-9]|[1-9]\d)(?=[,.;]| and\b| who\b)|,? \((?:aged )?[1-9]\d\)|,? aged [1-9]\d?\b)"
    r"(?!\d|[.,]\d)"
)
# ", a small charity," behind a name says what it is.
APPOSED = re.compile(r", an? (?:[a-z-]{1,20} ){0,2}([a-z-]{1,20})(?=[,.;]| (?:that|which|based)\b)")
# ", an Orvesk nurse and former pilot," says that it is a person's; a country may be "a leader in wind power".
APPOSED_PERSON = re.compile(
    r", (?:an?|the) (?:(?!and\b|or\b|the\b)[\w’'-]{1,20} ){0,3}?([a-z-]{1,20})"
    r"(?=[,.;]| (?:and (?:an?|former)|at|for|from|in|of|on|who|whose)\b)"
)
NOT_ONLY_PEOPLE = frozenset(
    """adviser advisor ally auditor broker champion creditor critic developer distributor donor giant investor
    leader maker member neighbor neighbour opponent partner player producer publisher rival sponsor supplier
    supporter winner""".split()
)
SURE, CLEAR, WEAK = 6, 2, 1  # weights of votes; names are counted over a whole text
KINDS = {
    "person": EntityType.PERSON,
    "organisation": EntityType.ORGANISATION,
    "place": EntityType.PLACE,
    "people": EntityType.GROUP,
}


class Vote(NamedTuple):
    """What a name seems to stand for, and how strongly its words and place say so."""

    type: EntityType
    weight: int


def vote_on_name(parse: Parse, phrase: Phrase, words: str, first_names: FirstNames) -> Vote | None:
    """What a name stands for, by its own words and those around it; None where nothing tells."""
    assert phrase.name is not None
    parts = [part.strip(".,").lower() for part in words.replace("-", " ").split()]
    titles = [parse.lower(i) for i in phrase.titles]
    of_person = any(
        t in GENDERED_TITLES or t in SHORT_TITLES or kind_of(t) is EntityType.PERSON for t in titles
    )
    if of_person and kind_of(titles[-1]) is not EntityType.ORGANISATION:  # "the children's agency AFC"
        return Vote(EntityType.PERSON, SURE)
    if _aged(parse, phrase):
        return Vote(EntityType.PERSON, SURE)
    if len(phrase.words) == 1 and words in ADJECTIVES:
        return Vote(EntityType.GROUP, CLEAR)  # "either Russian or Syrian warplanes": no "he" is one
    last = {parts[-1], singular(parts[-1])}  # "Times" and "Holdings" are no plurals
    headed = len(parts) > 2 and "of" in parts and singular(parts[parts.index("of") - 1]) in BODY_WORDS
    if (last & BODY_WORDS and not last & NO_BODY) or headed:
        return Vote(EntityType.ORGANISATION, SURE)
    if _is_told_body(parse, phrase, words):
        return Vote(EntityType.ORGANISATION, CLEAR)
    if len(parts) > 1 and _is_told_person(parse, phrase):
        return Vote(EntityType.PERSON, SURE)
    told = KINDS.get(parse.named(phrase.name[-1]) or "")
    first = 2 <= len(parts) <= 4 and parts[0] in first_names
    # "Jo Park", "Damon Hill": people where the first name and the network say so.
    spoken = len(parts) > 1 and (parts[-1] in PLACE_WORDS or parts[0] in PLACE_FIRST)
    spoken = spoken and not (first and told is EntityType.PERSON)
    if " ".join(parts) in KNOWN_PLACES or spoken or _dated(parse, phrase):
        return Vote(EntityType.PLACE, SURE)
    if first and told is not EntityType.PLACE:
        return Vote(EntityType.PERSON, SURE)
    if is_acronym(words):
        return Vote(EntityType.PLACE if told is EntityType.PLACE else EntityType.ORGANISATION, WEAK)
    if _placed(parse, phrase):
        return Vote(EntityType.PLACE, CLEAR)
    if told is None and len(parts) == 1 and parts[0] in first_names:
        return Vote(EntityType.PERSON, WEAK)
    if told is None and parse.speech[phrase.name[-1]] == "NNPS":
        return Vote(EntityType.GROUP, WEAK)
    if told is EntityType.PERSON and len(parts) > 1 and parse.speech[phrase.name[-1]] == "NNPS":
        return Vote(EntityType.ORGANISATION, WEAK)  # "Koldby Harriers", a team
    return Vote(told, WEAK) if told else None


def _is_told_body(parse: Parse, phrase: Phrase, words: str) -> bool:
    """Whether the words around a name say that it is a body's."""
    if "&" in words:
        return True  # "Harrow & Finch"
    before = phrase.words.start - 1
    if before > 0 and parse.lower(before) == "in" and parse.lower(before - 1) in HELD_IN:
        return True
    titled = phrase.titles and not is_capital(parse, phrase.titles[-1])
    if titled and parse.lower(phrase.words.start) == "the":
        body = parse.lower(phrase.titles[-1])
        # "The head of the hospital Ada Lee": where commas are gone a full name may be hers.
        full = (
            phrase.name is not None and len(phrase.name) > 1 and parse.names[phrase.name.start] == "B-person"
        )
        if full and body in ONE_HEAD and parse.lower(before) in ("of", "at"):
            return False
        return _is_body(body)  # "the union Metall Lorne", not "court Ada Lee"
    apposed = APPOSED.match(parse.text, parse.words[phrase.words[-1]].end)
    return apposed is not None and _is_body(apposed[1])


def _is_told_person(parse: Parse, phrase: Phrase) -> bool:
    """Whether what stands beside a name says that it is a person's: "Ada Orvesk, a nurse from Brack"."""
    apposed = APPOSED_PERSON.match(parse.text, parse.words[phrase.words[-1]].end)
    return (
        apposed is not None and apposed[1] not in NOT_ONLY_PEOPLE and kind_of(apposed[1]) is EntityType.PERSON
    )


def _is_body(noun: str) -> bool:
    return noun in BODY_WORDS and noun not in NO_BODY


def _aged(parse: Parse, phrase: Phrase) -> bool:
    """Whether an age stands behind a name: "Zane Abend, 34, fell", "Lee (57)"."""
    return AGE.match(parse.text, parse.words[phrase.words[-1]].end) is not None


def _dated(parse: Parse, phrase: Phrase) -> bool:
    """Whether a name opens a paragraph as the place that a report comes from: "ORVESK (Reuters) —"."""
    start, end = parse.words[phrase.words[0]].start, parse.words[phrase.words[-1]].end
    opens = not parse.text[max(0, start - 1) : start].strip()
    first = start == 0 or "\n" in parse.text[max(0, start - 2) : start]
    return opens and first and DATELINE.match(parse.text, end) is not None


def _placed(parse: Parse, phrase: Phrase) -> bool:
    before = phrase.words.start - 1
    return before >= 0 and parse.lower(before) in PLACE_BEFORE and len(phrase.words) == len(phrase.name or ())


def is_acronym(words: str) -> bool:
    """Whether a name is written as initials: "SDF", "U.N."."""
    letters = words.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


def initials_of(words: str) -> str:
    """The initials that a name may be shortened to: "Syrian Democratic Forces" is "SDF"."""
    parts = [part for part in words.replace("-", " ").split() if part[0].isupper() and part != "The"]
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""
