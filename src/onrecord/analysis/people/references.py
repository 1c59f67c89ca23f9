"""Whom a pronoun or description stands for, in its place in the walk.

In: the walk so far and a phrase. Out: the party, why, and how surely; None for what stands for nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.analysis.people.appositions import apposed, apposed_group
from onrecord.analysis.people.nominals import is_plural, resolve_nominal
from onrecord.analysis.people.noun_lexicon import gender_of, kind_of, singular
from onrecord.analysis.people.parties import BODY, PERSON, Party
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.pronouns import IT, SINGULAR, THEY, Place, rank
from onrecord.analysis.people.reaches import HYPHENS
from onrecord.analysis.people.walk import LIKELY, SURE, UNSURE, Walk, group_of, place_of
from onrecord.model.entity import EntityType
from onrecord.model.statement import Statement

ASKED = re.compile(r"\bask(?:s|ed|ing)?\b|\bwondered\b", re.IGNORECASE)
HEARER = re.compile(r" (?!in\b|on\b|at\b|later\b|rhetorically\b)[a-zA-Z]")  # "asked the mayor"
SHORT_ANSWER = re.compile(
    r"[“\"‘']*(?:yes|yeah|no|nope|never|not|absolutely|of course|maybe|perhaps|certainly|sure)\b",
    re.IGNORECASE,
)
RELATIVE = frozenset("who which that whom".split())
OF_CONFLICTS = frozenset(("sides", "camps"))  # "both sides" are those who fight, whoever was spoken of last
JOINING = 5  # words between two that are one group: "Lee[, 58, and] Park"
LEADS = 4  # paragraphs among which the first of the article is, behind a headline, a byline and a date
# What may stand between a body's name and the noun that tells what it is,
BESIDE_NAMES = frozenset(
    "armed jihadist media militant monitoring news opposition press rebel rights terrorist".split()
)
# and of how many words the name must be for such a noun: "the UN group" is another body.
NAMED = dict.fromkeys(("broadcaster", "channel", "daily", "magazine", "newspaper", "website"), 1)
NAMED |= dict.fromkeys(("group", "organisation", "organization", "network"), 2) | {"monitor": 3}
BACK = 8  # phrases before a relative pronoun that are looked at


def learn_gender(walk: Walk, phrase: Phrase, party: Party) -> None:
    """Notes the gender that "he" or "she" gives to whom it stands for."""
    word = walk.scene.parse.lower(phrase.head)
    if phrase.pronoun and word in SINGULAR and party.gender is None and party.type in (PERSON, None):
        party.gender = SINGULAR[word], walk.scene.parse.word(phrase.head)
        party.type = PERSON


def resolve_pronoun(walk: Walk, phrase: Phrase) -> tuple[Party, str, float] | None:
    """Whom a pronoun of the third person stands for, why, and how surely."""
    word = walk.scene.parse.lower(phrase.head)
    if word == "both":
        return _both(walk, phrase)
    if word in RELATIVE:
        return _antecedent(walk, phrase, word)
    if word not in SINGULAR and word not in THEY and word not in IT:
        return None
    if word in IT and phrase not in walk.source_of and walk.scene.role(phrase) != "owner":
        return None  # Mostly the weather, or what was said before.
    place = place_of(walk, phrase)
    found = rank(word, place, walk.seen)
    if found is None:
        return None
    asker = _asker_before(walk, phrase)
    if found[0] is asker:
        found = rank(word, place, [m for m in walk.seen if m.party is not asker]) or found
    party, sure = found
    return party, _reason(walk, word, place, party), round(min(sure, SURE), 2)


def _asker_before(walk: Walk, phrase: Phrase) -> Party | None:
    """Who asked right before, where a phrase is who answers: "“Is it?” Lee asked. “No,” [he] said."."""
    number = walk.source_of.get(phrase, 0)
    credit = walk.credits.get(number - 1) if number else None
    if credit is None:
        return None
    asked, answer = walk.scene.statements[number - 1 : number + 1]
    return credit.party if _is_question(asked) and _answers(answer, asked, walk.scene.text) else None


def _is_question(stmt: Statement) -> bool:
    """Whether a statement is a question that is said to be asked."""
    asks = any(words.rstrip("”\"’' ").endswith("?") for words in stmt.text.content)
    return asks and ASKED.search(" ".join(stmt.text.cue)) is not None


def _answers(answer: Statement, asked: Statement, text: str) -> bool:
    """Whether a statement answers a question: one put to somebody, or by "yes" or "no"."""
    if any("?" in words for words in answer.text.content) or asked.text.source == answer.text.source:
        return False  # "she asked", "she said"
    start = answer.content[0].start
    before = text[max(0, start - 10) : start].rstrip("“\"‘'( ")
    if not before.endswith((".", "!", "?", "\n")):
        return False  # it does not begin its sentence
    hearer = HEARER.match(text, asked.cue[-1].end) if asked.cue else None
    return hearer is not None or SHORT_ANSWER.match(" ".join(answer.text.content)) is not None


def _reason(walk: Walk, word: str, place: Place, party: Party) -> str:
    if party is place.governor:
        return f"“{word}”: the subject of the clause around it"
    if party is walk.last_speaker:
        return f"“{word}”: who spoke last"
    kind = {"male": "man", "female": "woman"}.get(SINGULAR.get(word, ""), "party")
    return f"“{word}”: the nearest {kind} spoken of"


def _antecedent(walk: Walk, phrase: Phrase, word: str) -> tuple[Party, str, float] | None:
    """Whom "who" takes up: the last person of the sentence before it, or what "which" may be."""
    scene = walk.scene
    wanted = (PERSON, None, EntityType.GROUP, EntityType.ANONYMOUS)
    for mention in reversed(walk.seen[-BACK:]):
        if mention.sentence != scene.sentence_of(phrase.head):
            break
        of = walk.by_head.get(mention.word)
        held = of is not None and of.words.start > 0 and scene.parse.lower(of.words.start - 1) == "of"
        if (
            (mention.party.type in wanted) == (word in ("who", "whom"))
            and mention.role != "owner"
            and not held
        ):
            return mention.party, f"“{word}”: right before it", LIKELY
    return None


def _both(walk: Walk, phrase: Phrase) -> tuple[Party, str, float] | None:
    """Whom "both ministers", "the two men" or "both" take up: the two last spoken of."""
    parse = walk.scene.parse
    first = parse.lower(phrase.words.start)
    second = parse.lower(phrase.words.start + 1) if len(phrase.words) > 1 else ""
    if first != "both" and (first, second) not in (("the", "two"), ("the", "pair")):
        return None
    if parse.lower(phrase.head) in OF_CONFLICTS:
        return None
    bodies = kind_of(parse.word(phrase.head)) is BODY
    called = {id(party) for party in walk.scene.cast.by_noun.get(singular(parse.word(phrase.head)), ())}
    called = called if len(called) > 1 else set()  # "both ministers": of those that are called so
    found: list[Party] = []
    for mention in reversed(walk.seen):
        party = mention.party
        if party.plural and not party.names and len(phrase.words) == 1 and mention.role == "subject":
            return party, "“both”: the two spoken of before", LIKELY
        single = not party.plural and not party.members
        if called and id(party) not in called:
            continue
        if single and party.type is (BODY if bodies else PERSON) and party not in found and party.names:
            found.append(party)
        if len(found) == 2:
            return (
                group_of(walk, found[::-1], parse.span(phrase.words)),
                f"“{first}”: the last two spoken of",
                LIKELY,
            )
    return None


def resolve_description(walk: Walk, phrase: Phrase) -> tuple[Party, str, float] | None:
    """Whom a phrase without a name stands for, why, and how surely."""
    together = apposed_group(walk, phrase)
    if together is not None:
        return together, "the names beside it", SURE
    both = _both(walk, phrase)
    if both is not None:
        return both
    within = _named_within(walk, phrase)
    if within is not None:
        walk.scene.cast.describe(within, phrase.head, ())
        return within, "the name within it", SURE
    beside = apposed(walk, phrase)
    if beside is not None:
        walk.scene.cast.describe(beside, phrase.head, phrase.narrowing)
        return beside, "the name beside it", SURE
    sentence = walk.scene.sentence_of(phrase.head)
    headline = walk.scene.paragraph_of(phrase.head) == 0 and walk.scene.headed
    introduced = _introduced(walk, phrase) if headline else None
    if introduced is not None:
        return introduced, "the one person that the first paragraph names", UNSURE
    found = resolve_nominal(
        walk.scene.cast,
        phrase,
        walk.seen,
        walk.known,
        sentence,
        lambda other, gender: _as_pronoun(walk, other, gender),
        headline=headline,
    )
    return (*found, LIKELY) if found else None


def _named_within(walk: Walk, phrase: Phrase) -> Party | None:
    """The body that is named and told to be one: "the Interfax news agency", "the Orvesk Dawn group".

    Not "the UN health agency", which is another body: a short name is taken only where the noun is that of a
    paper or channel.
    """
    parse, noun = walk.scene.parse, walk.scene.parse.lower(phrase.head)
    inside = walk.scene.phrases_in(parse.span(phrase.words))
    inner = next((p for p in reversed(inside) if p.name is not None and p.words.stop <= phrase.head), None)
    if inner is None or inner.name is None or parse.lower(phrase.words.start) != "the":
        return None
    party = walk.scene.cast.of_phrase.get(inner)
    between = {parse.lower(i) for i in range(inner.words.stop, phrase.head)}
    opposed = parse.word(inner.words.start - 1) in HYPHENS  # "the anti-Dawn group"
    if party is None or party.type is not BODY or opposed or not between <= BESIDE_NAMES:
        return None
    least = 1 if noun == "agency" and between & {"news", "press"} else NAMED.get(noun)
    return party if least is not None and len(inner.name) >= least else None


def _introduced(walk: Walk, phrase: Phrase) -> Party | None:
    """Whom a headline means by "pilot": the one person whom the first paragraph names."""
    scene = walk.scene
    noun = scene.parse.word(phrase.head)
    if kind_of(noun) is not PERSON or is_plural(scene.cast, phrase) or len(scene.paragraphs) < 2:
        return None
    first = next(
        (p for p in scene.paragraphs[1:LEADS] if "." in p.slice(scene.text).rstrip()), scene.paragraphs[1]
    )
    named = {
        id(p): p
        for other in scene.phrases_in(first)
        if (p := scene.cast.of_phrase.get(other)) and p.type is PERSON
    }
    parties = list(named.values())
    agree = len(parties) == 1 and gender_of(noun) in (None, parties[0].sex)
    return parties[0] if agree else None


def _as_pronoun(walk: Walk, phrase: Phrase, gender: str | None) -> Party | None:
    place = place_of(walk, phrase)
    words = [word for word, told in (("he", "male"), ("she", "female")) if gender in (None, told)]
    ranked = [found for word in words if (found := rank(word, place, walk.seen))]
    return max(ranked, key=lambda found: found[1])[0] if ranked else None


def by_title(walk: Walk, phrase: Phrase, party: Party | None) -> Party | None:
    """Of several people with one surname the one who was called by this title: "Captain Adler"."""
    cast, titles = walk.scene.cast, {singular(walk.scene.parse.word(i)) for i in phrase.titles}
    if party is None or not titles or phrase.name is None or len(phrase.name) != 1:
        return party
    for other in cast.alike(phrase):
        if other is party or not any(d.noun in titles for d in other.descriptions):
            continue
        # What this phrase itself says of its bearer was noted with whom the name seemed to stand for.
        own = walk.scene.parse.span(phrase.words)
        elsewhere = {d: place for d, place in party.descriptions.items() if not own.contains(place)}
        if not any(d.noun in titles for d in elsewhere):
            span = walk.scene.parse.span(phrase.name)
            party.descriptions = elsewhere
            party.unname(cast.words(phrase), span)
            other.name(cast.words(phrase), span)
            cast.of_phrase[phrase] = other
            return other
    return party


def by_family(walk: Walk, phrase: Phrase, party: Party | None) -> Party | None:
    """Of "the Lees" the Lee family, where the text spoke of one before."""
    parse, cast = walk.scene.parse, walk.scene.cast
    if phrase.name is None or len(phrase.name) != 1 or parse.lower(phrase.words.start) != "the":
        return party
    word = parse.lower(phrase.name.start)
    if not word.endswith("s"):
        return party
    for other in cast.by_noun.get("family", ()):
        if any(word[:-1] in description.narrowed for description in other.descriptions):
            span = parse.span(phrase.words)
            other.mention(span)
            return other
    return party


def belong(walk: Walk, phrase: Phrase, party: Party) -> None:
    """Notes the body that a person works for: "an FIO spokesman", "the head of the FIO"."""
    if party.type is not PERSON or party.body is not None or phrase.pronoun:
        return
    parse, stop = walk.scene.parse, phrase.words.stop
    inside = [p for p in walk.scene.phrases_in(parse.span(phrase.words)) if p is not phrase]
    if stop + 1 < len(parse.words) and parse.lower(stop) in ("of", "for", "at", "with"):
        follower = walk.scene.phrase_at(stop + 1) or walk.scene.phrase_at(stop + 2)
        inside += [follower] if follower else []
    for other in inside:
        body = walk.party_of.get(other) or walk.scene.cast.of_phrase.get(other)
        if body is not None and body is not party and body.type is BODY:
            party.body = body


def couple(walk: Walk, phrase: Phrase, party: Party) -> None:
    """Notes "Lee and Park", or two named bodies, as a group, which "they" may take up."""
    before = walk.seen[-2] if len(walk.seen) > 1 else None
    if before is None or party.type not in (PERSON, BODY) or before.party.type is not party.type:
        return
    if before.party is party or (party.type is BODY and not (party.names and before.party.names)):
        return
    parse = walk.scene.parse
    between = range(before.word + 1, phrase.words.start)
    joined = len(between) <= JOINING and parse.lower_or_end(phrase.words.start - 1) == "and"
    plain = all(parse.word(i) in (",", "(", ")") or parse.speech[i] == "CD" for i in between[:-1])
    if joined and plain and before.word < phrase.words.start and phrase not in walk.source_of:
        words = range(walk.by_head[before.word].words.start, phrase.words.stop)
        group = group_of(walk, [before.party, party], walk.scene.parse.span(words))
        walk.seen.append(replace(before, party=group))
