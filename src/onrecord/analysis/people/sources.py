"""Reads the words of a source: which of its phrases says who is credited.

In: the noun phrases inside a source. Out: its parts, one for each party ("Lee and the mayor" has two), each
the phrase that names it best: "the opposition’s chief negotiator, Hanno Pell" is Pell, "a spokesman for Pell"
is the spokesman, "Lusmark’s foreign ministry" the ministry.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.analysis.people.noun_lexicon import ONE_HEAD, kind_of
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.syntax import Parse
from onrecord.model.entity import EntityType
from onrecord.model.span import Span

JOINING = frozenset(("and", "&", "as well as", "along with", "together with", ", and", ", as well as"))
RELATIVE = frozenset(("who", "which", "whose", "whom"))
CALLED = re.compile(
    r"\b(?:known as|name as|first name|name only as|names? is|named(?: only)?(?: as)?|called|nicknamed"
    r"|identified(?: only)? as)$"
)
FORMER = frozenset("former ex onetime longtime retired fellow current".split())
HOLDING = frozenset("of for from at to in with on by inside near around behind under".split())


@dataclass(frozen=True, slots=True)
class Part:
    """One party of a source: the phrase that leads, the one that names it, and the whole description.

    `named` is `leading` itself unless an apposition names it; `span` reaches from the first word of the
    leading phrase to the last that narrows it ("a spokesman for the army").
    """

    leading: Phrase
    named: Phrase
    span: Span


def read_source(
    parse: Parse, phrases: Sequence[Phrase], source: Span, is_person: Callable[[Phrase], bool]
) -> list[Part]:
    """The parts of a source; none where it holds no noun phrase."""
    tops = _tops(phrases)
    called = next((p for p in tops[1:] if p.name is not None and _is_called(parse, source, p)), None)
    if called is not None:
        return [Part(tops[0], called, source)]
    clause = next(
        (i for i, p in enumerate(tops) if i and p.pronoun and parse.lower(p.head) in RELATIVE), len(tops)
    )
    tops = tops[:clause]
    if not tops:
        return []
    parts: list[Part] = []
    i = 0
    while i < len(tops):
        leading = tops[i]
        j = i + 1
        while j < len(tops) and not _parts(parse, tops[j - 1], tops[j], leading, tops[i:j]):
            j += 1
        members = tops[i:j]
        parts.append(_part(parse, members, is_person))
        if j < len(tops) and not _joins(parse, tops[j - 1], tops[j]):
            break
        i = j
    return (
        parts
        if len(parts) < 2 or all(_stands_alone(part.leading, is_person) for part in parts)
        else parts[:1]
    )


def _is_called(parse: Parse, source: Span, phrase: Phrase) -> bool:
    """Whether a name is given as such: "a commander known as Grey Marten"."""
    start = phrase.name.start if phrase.name else phrase.words.start
    return bool(CALLED.search(parse.text[source.start : parse.words[start].start].rstrip(" ,").lower()))


def _tops(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases that lie in no other one, in order."""
    tops: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.words.start, -len(p.words))):
        if not tops or phrase.words.start >= tops[-1].words.stop:
            tops.append(phrase)
    return tops


def _between(parse: Parse, a: Phrase, b: Phrase) -> str:
    """The words between two phrases, in small letters; a bracket that closes behind the first is left out."""
    words = parse.text[parse.words[a.words[-1]].end : parse.words[b.words[0]].start]
    return words.strip().removeprefix(")").strip().lower()


def _joins(parse: Parse, a: Phrase, b: Phrase) -> bool:
    return _between(parse, a, b) in JOINING


def _parts(parse: Parse, a: Phrase, b: Phrase, leading: Phrase, members: Sequence[Phrase]) -> bool:
    """Whether a new party begins with `b`: after "and", unless both hang on one noun ("head of A and B") or
    describe one person ("Arre, his deputy and finance minister")."""
    if not _joins(parse, a, b) or (a is leading and _two_roles(parse, a, b)):
        return False
    beside = _between(parse, members[0], members[1]) if len(members) > 1 else None
    apposed = beside == "," or (beside == "" and parse.relation[members[1].head] == "appos")
    same = b.name is None or parse.lower(b.words[0]) in FORMER  # "Lee, a nurse and former Marine,"
    if apposed and leading.name is not None and same and not b.pronoun:
        return False
    if a is leading:
        return True
    if parse.named(b.head) == "person" and len(b.words) > 1 and parse.named(a.head) != "person":
        return True  # "Lee of Brack and Jo Park"
    held = _between(parse, leading, a).lstrip(", ")
    if any(held.startswith(word + " ") or held == word for word in HOLDING):
        return False
    # "Lee, head of Ashford and Hexley Trust"
    return parse.lower(a.words.start - 1) not in HOLDING or _between(parse, a, b) not in ("and", "&")


def _two_roles(parse: Parse, a: Phrase, b: Phrase) -> bool:
    """Whether two nouns without an article describe one person: "author and professor Ana Lee"."""
    named = a.name is not None and len(a.words) > 1  # "Author" at a text's start looks like a name
    if named or b.name is None or not len(b.titles) or parse.word(b.words[0])[0].isupper():
        return False
    plain = parse.speech[a.words[0]] not in ("DT", "PRP$", "CD") and parse.speech[a.head] in ("NN", "NNP")
    roles = parse.word(a.head), parse.word(b.titles[-1])
    person = EntityType.PERSON
    return plain and all(kind_of(word) is person for word in roles) and parse.speech[b.words[0]] != "DT"


def _part(parse: Parse, members: Sequence[Phrase], is_person: Callable[[Phrase], bool]) -> Part:
    """One party from its phrases in order: the leading one, what narrows it, and its apposition."""
    leading, last = members[0], members[0]
    named = leading
    for before, phrase in pairwise(members):
        between = _between(parse, before, phrase)
        if between == "(" and before is not leading:
            continue  # "the head of Brack Rail (BR), Ana Lee,"
        if between in HOLDING and last is before:
            last = phrase
            if _is_office_holder(parse, leading, phrase, is_person, of=between == "of"):
                named = phrase
                break
            continue
        if between == "and" and _two_roles(parse, leading, phrase):
            named = phrase
            break
        if between in (",", "—", "–", "(", "") and leading.name is None and phrase.name is not None:
            person = kind_of(parse.word(leading.head)) in (EntityType.PERSON, None)
            after = phrase.words.stop
            closed = after >= len(parse.words) or parse.word(after) in (",", "—", "–", ")", ".")
            if is_person(phrase) == person or not person or closed:
                named = phrase
        break
    if leading.name is not None and not is_person(leading) and len(members) > 1:
        # "According to the Courier, Professor Lee": the paper reports it, she is who is credited.
        beside = members[1]
        own = beside.words.stop >= len(parse.words) or parse.speech[beside.words.stop] != "POS"
        if _between(parse, leading, beside) == "," and beside.name is not None and is_person(beside) and own:
            named = beside
    if named is leading and leading.name is None:
        named = _named_later(parse, members, is_person) or _told_later(parse, members) or leading
    span = Span(parse.words[leading.words[0]].start, parse.words[last.words[-1]].end)
    return Part(leading, named, span)


def _is_office_holder(
    parse: Parse, leading: Phrase, phrase: Phrase, is_person: Callable[[Phrase], bool], *, of: bool
) -> bool:
    """Whether a body or state and its head run together: "Leader of the Opposition Ana Lee"."""
    office = leading.name is None or kind_of(parse.word(leading.words[0])) is EntityType.PERSON
    if phrase.name is None or not 1 < len(phrase.name) < len(phrase.words):
        return False
    if not office or not is_person(phrase):
        return False
    body, told = parse.word(phrase.name.start - 1), parse.names[phrase.name.start] == "B-person"
    if not body[0].isupper():
        # "The head of the hospital Ana Lee", but "a member of the group Orvesk Dawn"
        return told and of and body in ONE_HEAD
    a_body = kind_of(body) is EntityType.ORGANISATION or body == "Police"
    held = parse.named(phrase.name.start - 1) in ("place", "organisation")
    # "A student at Brack University Ana Lee", but "a spokesman for President Ana Lee"
    return (a_body and (of or told)) or (told and held)


def _named_later(
    parse: Parse, members: Sequence[Phrase], is_person: Callable[[Phrase], bool]
) -> Phrase | None:
    """The name in "the head of the port authority, Edda Lorne": the first person after the first comma."""
    if kind_of(parse.word(members[0].head)) not in (EntityType.PERSON, None):
        return None
    for before, phrase in pairwise(members):
        between = _between(parse, before, phrase)
        if between == ",":
            return phrase if phrase.name is not None and is_person(phrase) else None
        if between not in HOLDING and between not in JOINING and between != "(":
            return None
    return None


def _told_later(parse: Parse, members: Sequence[Phrase]) -> Phrase | None:
    """What is said of somebody who is only "one of them": "one of them, [a nurse]"."""
    if parse.lower(members[0].head) not in ("one", "another"):
        return None
    for before, phrase in pairwise(members):
        if _between(parse, before, phrase) == ",":
            return phrase if parse.lower(phrase.words[0]) in ("a", "an") else None
    return None


def _stands_alone(phrase: Phrase, is_person: Callable[[Phrase], bool]) -> bool:
    return phrase.name is not None or phrase.pronoun or len(phrase.words) > 1 or is_person(phrase)
