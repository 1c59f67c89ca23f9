"""Who is credited with a statement, once all phrases of its source were met.

In: the walk so far and the number of a statement. Out: its `Credit`, in the walk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.people.documents import document_maker
from onrecord.analysis.people.first_person import names_speaker
from onrecord.analysis.people.names_alike import tokens_of
from onrecord.analysis.people.nominals import description_words, is_plural
from onrecord.analysis.people.noun_lexicon import kind_of
from onrecord.analysis.people.parties import BODY, PERSON, Party
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.pronouns import IT, SINGULAR, THEY
from onrecord.analysis.people.references import resolve_pronoun
from onrecord.analysis.people.sources import Part, read_source
from onrecord.analysis.people.walk import LIKELY, SURE, Credit, Walk, group_of, is_person, seen_at
from onrecord.model.entity import EntityType
from onrecord.model.span import Span, hull
from onrecord.model.statement import Statement

LONGEST = 14  # words of a description of somebody unnamed


def credit_source(walk: Walk, number: int) -> None:
    """Finds who is credited with a statement, once all phrases of its source were met."""
    stmt = walk.scene.statements[number]
    inside = [p for span in stmt.source for p in walk.scene.phrases_in(span)]
    if _credit_maker(walk, number, inside):
        return
    if not inside:
        _credit_owner(walk, number)
        return
    parts = read_source(walk.scene.parse, inside, hull(stmt.source), lambda phrase: is_person(walk, phrase))
    if parts and names_speaker(walk.scene.parse, parts[0].leading.head):
        return  # Settled last.
    if len(parts) == 1:
        parts = [_whole(walk, parts[0], hull(stmt.source))]
    found = [(part, party) for part in parts if (party := _party(walk, part))]
    if not found:
        return
    if len(found) > 1:
        credit = _together(walk, found, stmt)
    else:
        _take_for_person(walk, *found[0])
        credit = _alone(walk, *found[0], stmt)
    walk.credits[number] = credit
    if stmt.within is None:
        walk.last_speaker = credit.party


def _credit_maker(walk: Walk, number: int, inside: Sequence[Phrase]) -> bool:
    """Credits who made a document: of "a report by the Institute" the Institute; whether one was named."""
    scene, source = walk.scene, hull(walk.scene.statements[number].source)
    maker = document_maker(source.slice(scene.text))
    named = Span(source.start + maker[0], source.start + maker[1]) if maker else None
    place = named or _body_before(walk, inside)
    if place is None:
        return False
    within = [p for p in inside if place.contains(p.span(scene.parse)) and p in walk.party_of]
    if not within:
        return False
    party = walk.party_of[max(within, key=lambda p: (p.name is not None, len(p.words)))]
    leading = max((p for p in inside if p.words.start == inside[0].words.start), key=lambda p: len(p.words))
    if leading is not within[0] and leading.name is None:
        # "The report" further on is its maker's too.
        scene.cast.describe(party, leading.head, ())
        walk.party_of[leading] = party
    mention = party.mention_before(source.end)
    walk.credits[number] = Credit(party, mention, "the maker of the document", LIKELY)
    if scene.statements[number].within is None:
        walk.last_speaker = party
    return True


def _body_before(walk: Walk, inside: Sequence[Phrase]) -> Span | None:
    """The body before the noun of a document: "A League report", where the League is known to be one."""
    whole = max(inside, key=lambda phrase: len(phrase.words), default=None)
    if whole is None or kind_of(walk.scene.parse.word(whole.head)) is not EntityType.DOCUMENT:
        return None
    for phrase in inside:
        party = walk.party_of.get(phrase)
        first = phrase.words.start - whole.words.start <= 1 and phrase is not whole
        if first and phrase.words.stop == whole.head and party is not None and party.type is BODY:
            return phrase.span(walk.scene.parse)
    return None


def _credit_owner(walk: Walk, number: int) -> None:
    """Credits whom "his" stands for where the source is no more than that: "his claim that"."""
    parse, stmt = walk.scene.parse, walk.scene.statements[number]
    words = parse.range_of(stmt.source[0])
    if len(words) != 1 or parse.lower(words[0]) not in {*SINGULAR, *THEY, *IT}:
        return
    owner = Phrase(words, words[0], None, range(words[0], words[0]), pronoun=True)
    walk.source_of[owner] = number
    found = resolve_pronoun(walk, owner)
    if found is not None:
        party, because, sure = found
        party.mention(stmt.source[0])
        walk.credits[number] = Credit(party, party.mention_before(stmt.source[0].end), because, sure)


def _whole(walk: Walk, part: Part, source: Span) -> Part:
    """An unnamed description with all that the source says of it: "two diplomats briefed on the talks"."""
    words = source.slice(walk.scene.text).split(",")[0]
    if part.leading.name is not None or part.leading.pronoun or len(words.split()) > LONGEST:
        return part
    if part.span.start != source.start or part.named is not part.leading or not words.strip():
        return part
    behind = Span(part.span.end, max(part.span.end, source.end))
    if any(phrase.name is not None for phrase in walk.scene.phrases_in(behind)):
        return part
    return replace(part, span=Span(source.start, source.start + len(words.rstrip())))


def _party(walk: Walk, part: Part) -> Party | None:
    party = walk.party_of.get(part.named) or walk.party_of.get(part.leading)
    together = walk.party_of.get(part.leading)
    if together is not None and party in together.members:
        return together  # "The winners, Lee and Park,"
    if party is None and not part.leading.pronoun:
        party = walk.scene.cast.add(Party(plural=is_plural(walk.scene.cast, part.leading)))
        party.mention(part.span)
        walk.known[part.span.slice(walk.scene.text).lower(), party.plural] = party
        walk.party_of[part.leading] = party
    elif party is not None and not party.names and not part.leading.pronoun:
        party.mention(part.span)
    return party


def _take_for_person(walk: Walk, part: Part, party: Party) -> None:
    """A bare name of two or three words that speaks is a person's, where nothing says otherwise."""
    name = part.named.name
    if party.type is None and name is not None and 2 <= len(name) <= 3 and part.leading is part.named:
        article = walk.scene.parse.lower(part.named.words.start) in ("the", "a", "an")
        party.type = None if article else PERSON


def _alone(walk: Walk, part: Part, party: Party, stmt: Statement) -> Credit:
    mention = party.mention_before(stmt.source[-1].end)
    if part.named is not part.leading and not party.members:
        if part.leading.name is None and not part.leading.pronoun:
            # "The head" further on is whoever was named beside it.
            walk.scene.cast.describe(party, part.leading.head, part.leading.narrowing)
            walk.party_of[part.leading] = party
            walk.known[description_words(walk.scene.cast, part.leading), False] = party
        return Credit(party, mention, "the name beside the description", SURE)
    because, sure = walk.why.get(part.leading if party.members else part.named, ("", SURE))
    if part.named.name is not None and not party.members:
        because = _name_reason(walk, part.named, party)
    return Credit(party, mention, because or "described here", sure)


def _name_reason(walk: Walk, phrase: Phrase, party: Party) -> str:
    words = walk.scene.cast.words(phrase)
    best = party.best[1]
    if words == best or not best:
        return "named here"
    mine, full = tokens_of(words), tokens_of(best)
    if party.type is PERSON and mine[-1:] == full[-1:]:
        return "same surname"
    if party.type is PERSON and mine[:1] == full[:1]:
        return "same first name"
    return "short for the full name"


def _together(walk: Walk, found: Sequence[tuple[Part, Party]], stmt: Statement) -> Credit:
    """The group of several parties that share a source."""
    members = list(dict.fromkeys(party for _, party in found))
    # "The winners, Lee and Park,": the winners are Lee and Park already.
    held = {id(member) for party in members for member in party.members}
    members = [party for party in members if id(party) not in held]
    if len(members) == 1:
        part = next(part for part, party in found if party is members[0])
        return _alone(walk, part, members[0], stmt)
    span = Span(found[0][0].span.start, found[-1][0].span.end)
    group = group_of(walk, members, span)
    walk.seen.append(seen_at(walk, found[-1][0].leading, group))
    return Credit(group, span, "named together", SURE)
