"""Which speakers of a record may be one person or body: pairs with reasons, for people to decide.

In: `Candidates`, as the record tells them. Out: `Suggestion`s, the likeliest first. Nothing is merged here or
anywhere else by likeness. Each reason leaves some doubt; several leave less; a short name that several bear
leaves nearly all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.compare.names import (
    abbreviates,
    is_office,
    is_proper,
    likely_pairs,
    respells,
    shortens,
)
from onrecord.model.likeness import Candidates, Known, Link

# How sure each reason alone makes that two are one, chosen by hand: they order a list that people look
# through, and are no chances.
SAME_NAME, OTHER_TYPE = 0.9, 0.6
ALIAS, TWINS, FAMILY, ABBREVIATION, SPELLING = 0.8, 0.8, 0.7, 0.6, 0.5
IN_OUTLET, OFFICE, INITIALS = 0.5, 0.4, 0.4
NOTHING_ELSE = 0.1
AMBIGUOUS = 0.3  # at most, where a name may mean several; the others of them share it

RUN = 3  # days between two articles of an outlet that tell of one matter
TERM = 62  # days, two months: as long as an office is taken to be held by the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two speakers may be one: the rule, the words to tell a person, and how sure it makes, 0 to 1."""

    rule: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two speakers who may be one. `others` are how many more a short name may mean as well."""

    one: Known
    other: Known
    reasons: tuple[Reason, ...]
    score: float
    others: int = 0


@dataclass
class _Found:
    """What was found of a pair so far."""

    reasons: list[Reason]
    bearers: int = 1


def suggest(candidates: Candidates) -> list[Suggestion]:
    """All pairs with a reason that nobody has decided on, the likeliest first."""
    pairs: dict[tuple[int, int], _Found] = {}
    for one, other, reason, bearers in _raw(candidates):
        heads = tuple(candidates.heads.get(number, number) for number in (one, other))
        if heads[0] == heads[1] or frozenset(heads) in candidates.apart:
            continue
        found = pairs.setdefault((heads[0], heads[1]), _Found([]))
        if reason.rule not in {known.rule for known in found.reasons}:
            found.reasons.append(reason)
        found.bearers = max(found.bearers, bearers)
    known = {one.number: one for one in (*candidates.full, *candidates.locals)}
    made = [
        Suggestion(
            one=known[one], other=known[other], reasons=tuple(found.reasons),
            score=_score(found), others=found.bearers - 1,
        )
        for (one, other), found in pairs.items()
        if one in known and other in known
    ]  # fmt: skip
    return sorted(made, key=lambda one: (-one.score, one.one.folded, one.one.key, one.other.key))


def _score(found: _Found) -> float:
    doubt = 1.0
    for reason in found.reasons:
        doubt *= 1 - reason.weight
    score = 1 - doubt
    return round(min(score / found.bearers, AMBIGUOUS) if found.bearers > 1 else score, 2)


def _raw(candidates: Candidates) -> Iterator[tuple[int, int, Reason, int]]:
    """Pairs with one reason each, and how many a name that is the reason may mean."""
    yield from _by_names(candidates)
    yield from _by_aliases(candidates)
    yield from _by_links(candidates)
    for twins in candidates.twins:
        words = f"both are called “{twins.word}” in copies or versions of one article"
        yield twins.one, twins.other, Reason(rule="twins", words=words, weight=TWINS), 1


def _by_names(candidates: Candidates) -> Iterator[tuple[int, int, Reason, int]]:
    """Speakers with full names that are the same, or may be ways to write one."""
    asked = candidates.asked
    of: dict[str, list[Known]] = {}
    for one in candidates.full:
        of.setdefault(one.folded, []).append(one)
    for same in of.values():
        for i, one in enumerate(same):
            for other in same[i + 1 :]:
                if asked is None or {one.number, other.number} & asked:
                    yield one.number, other.number, _same_name(one, other), 1
    names = None if asked is None else frozenset(one.folded for one in candidates.full if one.number in asked)
    found = [
        (short, long, reason) for pair in likely_pairs(of, names) for short, long, reason in _alike(*pair, of)
    ]
    meant: dict[tuple[str, str], int] = {}
    for short, _, reason in found:
        if reason.rule != "spelling":
            meant[short, reason.rule] = meant.get((short, reason.rule), 0) + 1
    for short, long, reason in found:
        for one in of[short]:
            for other in of[long]:
                yield one.number, other.number, reason, meant.get((short, reason.rule), 1)


def _same_name(one: Known, other: Known) -> Reason:
    if one.type == other.type:
        return Reason(rule="name", words=f"both are called “{one.name}”", weight=SAME_NAME)
    words = f"the same name, once taken for {_a(one.type)}, once for {_a(other.type)}"
    return Reason(rule="name", words=words, weight=OTHER_TYPE)


def _a(type: str) -> str:
    return f"an {type}" if type[0] in "aeiou" else f"a {type}"


def _alike(one: str, other: str, of: dict[str, list[Known]]) -> Iterator[tuple[str, str, Reason]]:
    """Why two different names may be one: the short one first."""
    types = {known.type for name in (one, other) for known in of[name]}
    people = types == {"person"}
    for short, long in ((one, other), (other, one)):
        name, whole = of[short][0].name, of[long][0].name
        if not people and abbreviates(short, long):
            words = f"“{name}” are the first letters of “{whole}”"
            yield short, long, Reason(rule="letters", words=words, weight=ABBREVIATION)
        elif people and shortens(short, long):
            words = f"“{name}” may be “{whole}” with letters for names"
            yield short, long, Reason(rule="initials", words=words, weight=INITIALS)
    if len(types) == 1 and respells(one, other):
        words = f"“{of[one][0].name}” and “{of[other][0].name}” may be two ways to write one name"
        yield one, other, Reason(rule="spelling", words=words, weight=SPELLING)


def _by_aliases(candidates: Candidates) -> Iterator[tuple[int, int, Reason, int]]:
    """Speakers of whom a full name, or the name of one, is a name of the other as well.

    That two are both called "the mayor of Tarn" is no reason: one was mayor after the other.
    """
    full = {one.number: one for one in candidates.full}
    for alias in candidates.aliases:
        bearers = [full[number] for number in alias.bearers if number in full]
        own = [one for one in bearers if one.folded == alias.folded]
        telling = " " in alias.folded and is_proper(alias.word) and not is_office(alias.folded)
        for i, one in enumerate(bearers):
            for other in bearers[i + 1 :]:
                if one.folded == other.folded or not (telling or one in own or other in own):
                    continue
                if candidates.asked is not None and not {one.number, other.number} & candidates.asked:
                    continue
                office = is_office(alias.folded)
                words = f"“{alias.word}” is a name of both" + (", and an office" if office else "")
                reason = Reason(rule="alias", words=words, weight=OFFICE if office else ALIAS)
                meant = len(bearers) - len(own) if own else len(bearers) - 1
                yield one.number, other.number, reason, max(meant, 1)


def _by_links(candidates: Candidates) -> Iterator[tuple[int, int, Reason, int]]:
    """Who has but a short name in one article, and all whom it may mean, if anything speaks for one."""
    full = {one.number: one for one in candidates.full}
    of: dict[tuple[int, str], list[Link]] = {}
    for link in candidates.links:
        of.setdefault((link.local, link.called), []).append(link)
    for links in of.values():
        reasons = {link.full: list(_reasons(link, full[link.full])) for link in links}
        if not any(reasons.values()):
            continue
        for link in links:
            words = f"“{link.word}” may mean “{full[link.full].name}”; nothing else speaks for it"
            nothing = [Reason(rule="short", words=words, weight=NOTHING_ELSE)]
            for reason in reasons[link.full] or nothing:
                yield link.local, link.full, reason, len({candidates.heads.get(n, n) for n in reasons})


def _reasons(link: Link, full: Known) -> Iterable[Reason]:
    """What speaks for a short name meaning somebody."""
    where = link.outlet or "the same outlet"
    if link.is_family:
        words = f"“{link.word}” stands where a copy or another version of the article has “{full.name}”"
        yield Reason(rule="family", words=words, weight=FAMILY)
    if is_office(link.called):
        if link.days is not None and link.days <= TERM:
            words = f"“{link.word}” is also a name of “{full.name}”, who spoke {_within(link.days)}"
            yield Reason(rule="office", words=words, weight=OFFICE)
        if link.days_in_outlet is not None and link.days_in_outlet <= TERM:
            words = f"{where} has “{full.name}” {_within(link.days_in_outlet)}"
            yield Reason(rule="outlet", words=words, weight=IN_OUTLET)
    elif link.days_in_outlet is not None and link.days_in_outlet <= RUN:
        words = f"{where} has “{full.name}”, who is called “{link.word}”, {_within(link.days_in_outlet)}"
        yield Reason(rule="outlet", words=words, weight=IN_OUTLET)


def _within(days: int) -> str:
    return "on the same day" if days == 0 else f"within {days} day{'s' if days > 1 else ''}"
