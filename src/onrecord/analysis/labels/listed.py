"""Words of the lexicon that are labels where they stand, and what they are put on.

In: a parse, the words of the lexicon in it and which words are quoted. Out: what was found of each label.
Words that are labels only when said of someone are so judged here; qualifiers are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from onrecord.analysis.labels.contexts import BEASTS, FACTUAL, GROUPS, HELD, SPOKEN
from onrecord.analysis.labels.hits import Hit
from onrecord.analysis.labels.lexicon import Use
from onrecord.analysis.labels.phrases import (
    DASHES,
    apposed_to,
    name_beside,
    nearby,
    own_words,
    phrase,
    phrase_head,
)
from onrecord.analysis.labels.targets import CALLING, How, Put, is_verb_of, put_on, target_span
from onrecord.analysis.syntax import NOUNS, Parse
from onrecord.model.span import Span, hull

LISTED = "in the list of labels"
CALLED = "called a …"
ACCUSED = "accused of a …"
PREDICATE = "predicate"
SPOKEN_OF = "said of someone known"

AGAINST = frozenset("anti counter pro".split())
POINTING = frozenset("the this that these those such our your".split())
PERSONS = frozenset("he she you i we".split())


class Aim(Enum):
    """Where the party is that a label is put on."""

    NAMED = "named"  # by the target's words
    ITSELF = "itself"  # nothing but the label speaks of it there
    ADDRESSED = "addressed"  # it is spoken to
    NOBODY = "nobody"  # on nothing that is named, "what he called a war crime", or not at all: "is no spy"


class Found(NamedTuple):
    """A label: where it is, what it is put on, why it is one; the verb that puts it or the word for who does,
    and its stand in the lexicon."""

    span: Span
    target: Span | None
    because: str
    aim: Aim = Aim.NAMED
    verb: int | None = None
    by: int | None = None
    stand: str = ""


def put_found(parse: Parse, span: Span, put: Put, stand: str = "") -> Found:
    """A label that a verb puts on someone."""
    target = target_span(parse, put)
    because = {How.CALLED: CALLED, How.ACCUSED: ACCUSED}.get(put.how, PREDICATE)
    return Found(span, target, because, Aim.NAMED if target else Aim.NOBODY, put.verb, stand=stand)


def listed_labels(parse: Parse, hits: Sequence[Hit], quoted: Sequence[bool]) -> Iterator[Found]:
    """The labels among words of the lexicon; neighbours put on the same are one: "fascist regime".

    `quoted` says for each word whether it stands in quotation marks.
    """
    last: tuple[range, Found] | None = None
    known = {i for hit in hits for i in hit.words}
    for hit in hits:
        found = (
            _listed(parse, hit) if hit.entry.use is Use.ANYWHERE else _of_someone(parse, hit, known, quoted)
        )
        if found is None:
            continue
        words = hit.words
        if last and last[0][-1] + 1 == words[0] and last[1][1:3] == found[1:3]:
            words = range(last[0][0], words[-1] + 1)
            found = found._replace(span=parse.span(words))
        elif last:
            yield last[1]
        last = words, found
    if last:
        yield last[1]


def _listed(parse: Parse, hit: Hit) -> Found | None:
    """A label that is one wherever it stands, put on whom the phrase or the sentence names."""
    span, carrier, stand = parse.span(hit.words), _carrier(parse, hit), hit.entry.stand
    head = carrier if hit.entry.plural else phrase_head(parse, carrier)
    if _names_a_holder(parse, hit, carrier, head):
        return Found(span, own_words(parse, hit.words), LISTED, Aim.ITSELF, stand=stand)
    put = put_on(parse, head, hit.words[0])
    if put and put.how is not How.LEFT_OPEN:
        return put_found(parse, span, put, stand)
    if hit.entry.adjective and head == carrier:
        return None  # it stands before no noun and is said of nobody
    apposed = apposed_to(parse, head) if head == carrier or parse.lower(head) in GROUPS else None
    if apposed is not None:
        return Found(span, phrase(parse, apposed), LISTED, stand=stand)
    beside = name_beside(parse, carrier, head)
    aim = Aim.NOBODY if put else Aim.NAMED if beside or head != carrier else Aim.ITSELF
    return Found(span, beside or hull([phrase(parse, head), span]), LISTED, aim, stand=stand)


def _of_someone(parse: Parse, hit: Hit, known: set[int], quoted: Sequence[bool]) -> Found | None:
    """A word that is a label only when said of someone, if it is: "is a liar", "called him a rat"."""
    carrier = _carrier(parse, hit)
    head = phrase_head(parse, carrier) if hit.entry.adjective else carrier
    if phrase_head(parse, head) != head or (head != carrier and head not in known):
        return None  # "a cruel twist" is no name, "a cruel tyrant" is
    if any(parse.lower(i) in FACTUAL for i in range(max(0, hit.words[0] - 2), hit.words[0])):
        return None
    span, stand = parse.span(hit.words), hit.entry.stand
    put = put_on(parse, head, hit.words[0])
    if put and (put.how is How.CALLED or (put.how is How.IS and _may_be_said(parse, hit, put))):
        return put_found(parse, span, put, stand)
    apposed = apposed_to(parse, head, ",—–(-") if hit.entry.use is Use.PREDICATE else None
    if apposed is not None:
        return Found(span, phrase(parse, apposed), PREDICATE, stand=stand)
    pointed = hit.words[0] > 0 and parse.lower(hit.words[0] - 1) in POINTING
    if (pointed or hit.entry.plural) and hit.entry.lemma in SPOKEN and quoted[hit.words[0]]:
        return Found(span, span, SPOKEN_OF, Aim.ITSELF, stand=stand)
    return None


def given_names(parse: Parse, quoted: Sequence[bool]) -> Iterator[Found]:
    """Names of no list that someone tells others gave: “They called it the hymn sheet”."""
    for verb in range(len(parse.words)):
        if not quoted[verb] or not is_verb_of(parse, verb, CALLING):
            continue
        name = next(
            (c for c in nearby(parse, verb) if c > verb and parse.relation[c] in ("oprd", "attr")), None
        )
        if name is None or parse.speech[name] not in NOUNS:
            continue
        words = parse.range_of(phrase(parse, name))
        put = put_on(parse, name, words[0])
        if put and put.on is not None and put.on < words[0] and parse.lower(words[0] - 1) == "the":
            yield put_found(parse, parse.span(words), put)


def _may_be_said(parse: Parse, hit: Hit, put: Put) -> bool:
    """Whether "is" makes it a label: "is a liar" does, "is a rat" of a person only."""
    if hit.entry.use is Use.PREDICATE:
        return True
    person = put.on is not None and (parse.lower(put.on) in PERSONS or parse.named(put.on) == "person")
    return person and hit.entry.lemma in BEASTS


def _carrier(parse: Parse, hit: Hit) -> int:
    """The word of a label on which the others hang: the last, or the one before a preposition."""
    behind = next((i for i in hit.words if parse.speech[i] in ("IN", "TO")), hit.words[-1] + 1)
    return max(behind - 1, hit.words[0])


def _names_a_holder(parse: Parse, hit: Hit, carrier: int, head: int) -> bool:
    """Whether the phrase is of someone else than the label: "rebel town", "regime forces", "rebel-held"."""
    after, before = hit.words[-1] + 1, hit.words[0] - 1
    if after < len(parse.words) and parse.word(after) in DASHES:
        return True
    if before > 0 and parse.word(before) in DASHES and parse.lower(before - 1) in AGAINST:
        return True
    noun = parse.lower(head)
    held = noun in HELD or noun.removesuffix("s") in HELD or noun.removesuffix("ies") + "y" in HELD
    return head != carrier and (held or hit.entry.stand == "rule")
