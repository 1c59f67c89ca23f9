"""Whom a description stands for: "the minister", "the group", "two officials".

In: a phrase without a name, and the cast so far. Out: the party that it describes, a known one where the text
called it so before, otherwise a new one. Never guesses a name for a role that the text gave to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.analysis.people.names_alike import SMALL
from onrecord.analysis.people.noun_lexicon import (
    BODY_NOUNS,
    FIRM_NOUNS,
    GENERIC_BODY,
    GENERIC_PERSON,
    GENERIC_PLACE,
    PLURAL_PERSON,
    gender_of,
    kind_of,
    singular,
)
from onrecord.analysis.people.parties import BODY, PERSON, PLACE, Cast, Description, Party
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.pronouns import Seen, latest_of
from onrecord.analysis.syntax import PLURAL
from onrecord.model.entity import EntityType
from onrecord.model.span import Span

DEFINITE = frozenset("the this that these those his her its their my our your".split())
ANY_BODY = frozenset(
    "company firm group organisation organization agency outfit manufacturer maker retailer".split()
)
# What may be called a group, though its name says what else it is: "Orvesk Observatory".
GROUP_LIKE = frozenset(
    """alliance association brotherhood campaign charity coalition consortium federation foundation front
    movement network observatory society""".split()
)
LIKE = {"lender": "bank", "carrier": "airline"}  # nouns of what a name may say instead
OTHERS = frozenset("other same parent rival second state new local foreign latter third another".split())
# "The prime minister" is not "the minister", nor is "the former mayor" "the mayor".
ANOTHER = frozenset("prime vice deputy former ex assistant shadow late outgoing incoming acting".split())
# A report calls these so before it names them, and speaks of one only: not so banks, courts and universities.
LOCAL = frozenset("council ministry commission department".split())
GENERIC_PAPER = frozenset("document paper text".split())
SEEN = 3000  # mentions looked back on for somebody called the same
NEAR = 300  # mentions looked back on for a body or place
TAIL = 8  # words behind a noun that still describe it
JUST = 3  # sentences: what lies further back was not just spoken of
FAR = 10  # sentences back in which a body may have been named that "the group" takes up


def is_plural(cast: Cast, phrase: Phrase) -> bool:
    """Whether a phrase speaks of several."""
    word = cast.parse.lower(phrase.head)
    return cast.parse.speech[phrase.head] in PLURAL or word in PLURAL_PERSON


def is_definite(cast: Cast, phrase: Phrase) -> bool:
    """Whether a phrase speaks of somebody known: "the minister", "his lawyer", "Lusmark’s army"."""
    parse = cast.parse
    return any(parse.lower(i) in DEFINITE or parse.speech[i] in ("POS", "PRP$") for i in phrase.words)


def description_of(cast: Cast, phrase: Phrase) -> Description:
    """The noun of a phrase and what narrows it."""
    parse = cast.parse
    narrowed = frozenset(
        parse.lower(i)
        for i in phrase.words
        if i != phrase.head and parse.word(i)[0].isalnum() and parse.lower(i) not in SMALL | DEFINITE | {"s"}
    )
    return Description(singular(parse.word(phrase.head)), narrowed)


def description_words(cast: Cast, phrase: Phrase) -> str:
    """A description in small letters without "the" or "its"."""
    return (
        cast.parse.span(phrase.words).slice(cast.parse.text).lower().removeprefix("the ").removeprefix("its ")
    )


def resolve_nominal(
    cast: Cast, phrase: Phrase, seen: Sequence[Seen], known: dict[tuple[str, bool], Party], sentence: int,
    like_pronoun: Callable[[Phrase, str | None], Party | None], *, headline: bool = False,
) -> tuple[Party, str] | None:  # fmt: skip
    """The party of a description, and why; None for nouns that stand for nobody.

    `known` holds the parties by their description in full; `like_pronoun` resolves "the 45-year-old" as "he"
    would be, by gender where the noun tells one. In a headline articles are left out.
    """
    parse = cast.parse
    noun, kind = singular(parse.word(phrase.head)), kind_of(parse.word(phrase.head))
    aged = noun == "old" and phrase.head > 1 and parse.lower(phrase.head - 2) == "year"  # "the 22-year-old"
    kind = PERSON if aged else kind
    plural, definite = is_plural(cast, phrase), is_definite(cast, phrase)
    definite = definite or (headline and not plural)
    words = description_words(cast, phrase)
    if definite and (words, plural) in known:
        return known[words, plural], "the same description before"
    bare = kind is BODY and not plural and len(phrase.words) == 1
    if kind is None or (bare and not headline):
        return None  # "in front of", "at school": no body is spoken of.
    if definite and not plural:
        plain = parse.lower(phrase.words.start) == "the"  # not "its foreign ministry"
        same = cast.named_so(words) if kind is BODY and plain else None
        if same is not None:
            cast.describe(same, phrase.head, phrase.narrowing)
            return same, "named in these words"
        found = _described(cast, description_of(cast, phrase), seen)
        person = None
        if (noun in GENERIC_PERSON or aged) and parse.lower(phrase.words.start) in ("the", "this"):
            person = like_pronoun(phrase, gender_of(noun))
        if found is not None and not (person and _is_nearer(person, found[0], seen, sentence)):
            return found
        if person is not None:
            return person, "the person last spoken of"
        if noun in GENERIC_PAPER and _bare(cast, phrase):
            met = (m.party for m in reversed(seen[-NEAR:]) if sentence - m.sentence <= FAR)
            paper = next((party for party in met if _is_paper(party)), None)
            if paper is not None:
                return paper, "the document last spoken of"
        if noun in GENERIC_PLACE and _bare(cast, phrase):
            near = [m for m in seen[-NEAR:] if sentence - m.sentence <= FAR and m.party.names]
            places = latest_of(near, (PLACE,))
            if places:
                return places[0], f"the {noun} last named"
        if noun in GENERIC_BODY and (_bare(cast, phrase) or _is_plain_firm(cast, phrase, noun)):
            near = [m for m in seen[-NEAR:] if sentence - m.sentence <= FAR and m.party.names]
            body = _body_called(noun, latest_of(near, (BODY, None)))
            if body is None and _take_for_firm(near, sentence, noun):
                body = _body_called(noun, latest_of(near, (BODY, None)))
            if body is not None:
                return body, f"the {noun} last named"
            body = (
                cast.named_once(noun, parse.words[phrase.head].end) if _stands_alone(cast, phrase) else None
            )
            if body is not None:
                return body, f"the only {noun} that is named"
    party = cast.add(Party(type=EntityType.PERSON if kind is PERSON else kind, plural=plural))
    party.mention(_described_span(cast, phrase))
    if kind is BODY or (kind is PERSON and not plural):
        cast.describe(party, phrase.head, phrase.narrowing)
    known[words, plural] = party
    return party, "described here"


def _is_nearer(person: Party, described: Party, seen: Sequence[Seen], sentence: int) -> bool:
    """Whether one was just spoken of, and who was called so before was not: "A guard agreed … the man"."""
    just = [mention.party for mention in seen[-NEAR:] if sentence - mention.sentence < JUST]
    return person in just and described not in just


def _is_paper(party: Party) -> bool:
    """Whether a party is a document, or the maker of one that stands for it."""
    return party.type is EntityType.DOCUMENT or any(
        kind_of(description.noun) is EntityType.DOCUMENT for description in party.descriptions
    )


def _described_span(cast: Cast, phrase: Phrase) -> Span:
    """A description with what narrows it behind the noun: "students in the gallery"."""
    parse, end = cast.parse, phrase.words.stop
    if end < len(parse.words) and parse.relation[end] == "prep" and parse.governor[end] == phrase.head:
        tail = parse.subtree(end)
        if tail[0] == end and 1 < len(tail) <= TAIL and not any(parse.word(i) in ',;“”"' for i in tail):
            return Span(parse.words[phrase.words.start].start, parse.words[tail[-1]].end)
    return parse.span(phrase.words)


def _body_called(noun: str, bodies: Sequence[Party]) -> Party | None:
    """Which of some bodies "the council" is: the one with that word in its name, else, for a word that fits
    any body, the last one whose name says nothing else."""
    word = LIKE.get(noun, noun)
    same = next((p for p in bodies if any(_says(token, word) for token in p.tokens())), None)
    if same is not None or noun not in ANY_BODY | FIRM_NOUNS:
        return same
    others = BODY_NOUNS - GROUP_LIKE if noun in ("group", "organisation", "organization") else BODY_NOUNS
    return next(
        (p for p in bodies if p.type is BODY and not {singular(t) for t in p.tokens()} & others), None
    )


def _says(token: str, noun: str) -> bool:
    """Whether a word of a name says what its bearer is: "Nordbank" is a bank."""
    return singular(token) == noun or (noun == "bank" and token.endswith(noun))


def _is_plain_firm(cast: Cast, phrase: Phrase, noun: str) -> bool:
    """Whether "the Japanese carmaker" may be the company last named."""
    parse, narrowing = cast.parse, phrase.words[1:-1]
    plain = noun in FIRM_NOUNS and phrase.head == phrase.words[-1] and len(narrowing) == 1
    return plain and parse.lower(phrase.words.start) == "the" and parse.lower(narrowing[0]) not in OTHERS


def _take_for_firm(near: Sequence[Seen], sentence: int, noun: str) -> bool:
    """Takes the name last spoken of for a company's, where only how it is written made it a person's."""
    last = next((m for m in reversed(near) if m.role == "subject"), None)
    just = [m for m in near if m.role == "subject" and sentence - m.sentence <= JUST]
    unsure = {id(m.party): m.party for m in just if _may_be_firm(m.party, noun)}
    # Of two such names either may be the company.
    if last is None or len(unsure) != 1 or id(last.party) not in unsure:
        return False
    last.party.type = BODY
    return True


def _may_be_firm(party: Party, noun: str) -> bool:
    """Whether a single name says nothing of a person but that it is written as one's."""
    plain = party.type is PERSON and not (party.gender or party.likely or party.titles or party.descriptions)
    fits = noun in FIRM_NOUNS or any(_says(token, noun) for token in party.tokens())
    return plain and fits and bool(party.names) and all(" " not in name for name in party.names)


def _stands_alone(cast: Cast, phrase: Phrase) -> bool:
    """Whether a text may speak of a body so before it names it: "the council", not "the court in Brack"."""
    behind = cast.parse.lower_or_end(phrase.words.stop)
    return cast.parse.lower(phrase.head) in LOCAL and behind not in ("of", "in", "for", "at")


def _bare(cast: Cast, phrase: Phrase) -> bool:
    """Whether nothing but an article narrows the noun, or where it sits: "the Orvesk-based group"."""
    parse, words = cast.parse, phrase.words
    if parse.lower(words.start) not in ("the", "this") or phrase.head != words[-1]:
        return False
    narrowing = words[1:-1]
    based = len(narrowing) > 2 and parse.word(narrowing[-2]) == "-" and parse.lower(narrowing[-1]) == "based"
    return not narrowing or based


def _described(cast: Cast, description: Description, seen: Sequence[Seen]) -> tuple[Party, str] | None:
    """The party last mentioned that was called so before; names go before descriptions."""
    fitting: dict[int, tuple[Party, Description]] = {}
    single = (party for party in cast.by_noun.get(description.noun, ()) if not party.plural)
    for party in single:
        for other in party.descriptions:
            apart = (other.narrowed ^ description.narrowed) & ANOTHER
            agree = other.narrowed <= description.narrowed or description.narrowed <= other.narrowed
            agree = agree and not apart
            if other.noun == description.noun and agree:
                fitting[id(party)] = party, other
                break
    if not fitting:
        return None
    for mention in reversed(seen[-SEEN:]):
        if id(mention.party) in fitting:
            party, other = fitting[id(mention.party)]
            return party, f"called “{other.printed}” before"
    named = [found for found in fitting.values() if found[0].names]
    if len(named) == 1:
        party, other = named[0]
        return party, f"called “{other.printed}” further on"
    return None
