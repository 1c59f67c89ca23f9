"""Two versions of one article: which statements stayed, which are gone, new, or say something else now.

In: the readings of both. Out: a `Step`. A statement stayed where its words and its source's words did,
wherever they stand now. Nothing is said of why an outlet changed its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from onrecord.model import Reading, Statement

# The share of words that two contents have in common from which on one is taken for the other altered: of
# the same speaker, and of another one. Half is what a sentence keeps whose number, verb and object were
# changed; another speaker needs nearly all of it, or two who say much the same would be taken for one.
# Chosen by hand on made-up pairs.
ALIKE, ALIKE_OF_ANOTHER = 0.5, 0.8

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_PIECE = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both versions have ("same"), only the earlier ("gone"), or only the later one ("new")."""

    where: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A statement that says something else now: `what` names what differs.

    It may be words, source, speaker, status and form; `pieces` are the words of both contents.
    """

    before: Statement
    after: Statement
    what: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one version to the next: pairs that stayed, and what is gone, new and changed."""

    kept: tuple[tuple[Statement, Statement], ...]
    gone: tuple[Statement, ...]
    new: tuple[Statement, ...]
    changed: tuple[Changed, ...]


def step_between(before: Reading, after: Reading) -> Step:
    """What became of the statements of one version in the next, each in the order of its text."""
    left = _in_order(before.statements)
    right = _in_order(after.statements)
    pairs: list[tuple[Statement, Statement]] = []
    keys: tuple[Callable[[Statement], Any], ...] = (
        lambda stmt: (_told(stmt.content_words), _told(stmt.source_words), stmt.status, stmt.form),
        lambda stmt: (_told(stmt.content_words), _told(stmt.source_words)),
        lambda stmt: _told(stmt.content_words),
    )
    for key in keys:
        found = _pairs_by(key, left, right)
        pairs += found
        left, right = _without(left, right, found)
    found = _pairs_alike(left, right)
    pairs += found
    left, right = _without(left, right, found)
    pairs.sort(key=lambda pair: pair[1].hull)
    differing = [(one, other, _what(one, other)) for one, other in pairs]
    return Step(
        kept=tuple((one, other) for one, other, what in differing if not what),
        gone=tuple(left),
        new=tuple(right),
        changed=tuple(
            Changed(before=one, after=other, what=what, pieces=pieces(one.content_words, other.content_words))
            for one, other, what in differing
            if what
        ),
    )


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The words of two contents one after the other, those that differ told apart."""
    ours, theirs = _PIECE.findall(before), _PIECE.findall(after)
    found: list[Piece] = []
    for _, i, j, m, n in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if ours[i:j] == theirs[m:n]:
            found.append(Piece("same", " ".join(ours[i:j])))
            continue
        for where, words in (("gone", ours[i:j]), ("new", theirs[m:n])):
            if words:
                found.append(Piece(where, " ".join(words)))
    return tuple(found)


def _in_order(statements: Iterable[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda stmt: stmt.hull)


def _told(words: str) -> tuple[str, ...]:
    """Words without marks and capitals: a curly quotation mark for a straight one is no other wording."""
    return tuple(word.replace("’", "'") for word in _WORD.findall(words.casefold()))


def _pairs_by(
    key: Callable[[Statement], Any], left: list[Statement], right: list[Statement]
) -> list[tuple[Statement, Statement]]:
    """Pairs with the same key, the first with the first."""
    waiting: dict[Any, list[Statement]] = {}
    for stmt in right:
        waiting.setdefault(key(stmt), []).append(stmt)
    return [(stmt, waiting[key(stmt)].pop(0)) for stmt in left if waiting.get(key(stmt))]


def _pairs_alike(left: list[Statement], right: list[Statement]) -> list[tuple[Statement, Statement]]:
    """Pairs whose contents have most of their words in common, those most alike first."""
    likely: list[tuple[float, int, Statement, Statement]] = []
    for one in left:
        for other in right:
            needed = ALIKE if _same_speaker(one, other) else ALIKE_OF_ANOTHER
            matcher = SequenceMatcher(
                None, _told(one.content_words), _told(other.content_words), autojunk=False
            )
            if matcher.quick_ratio() >= needed and (alike := matcher.ratio()) >= needed:
                likely.append((-alike, len(likely), one, other))
    found: list[tuple[Statement, Statement]] = []
    taken: set[int] = set()
    for _, _, one, other in sorted(likely, key=lambda pair: pair[:2]):
        if not {id(one), id(other)} & taken:
            taken |= {id(one), id(other)}
            found.append((one, other))
    return found


def _without(
    left: list[Statement], right: list[Statement], pairs: list[tuple[Statement, Statement]]
) -> tuple[list[Statement], list[Statement]]:
    ours = {id(one) for one, _ in pairs}
    theirs = {id(other) for _, other in pairs}
    return [one for one in left if id(one) not in ours], [one for one in right if id(one) not in theirs]


def _what(one: Statement, other: Statement) -> tuple[str, ...]:
    """What differs between two statements; nothing where only the place does."""
    differs = {
        "speaker": not _same_speaker(one, other),
        "status": one.status != other.status,
        "words": _told(one.content_words) != _told(other.content_words),
        "source": _told(one.source_words) != _told(other.source_words),
        "form": one.form != other.form,
    }
    return tuple(name for name, does in differs.items() if does)


def _same_speaker(one: Statement, other: Statement) -> bool:
    """Whether two statements are credited to the same: "Lee" and "Ann Lee" are, where both are known."""
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker or _told(one.source_words) == _told(other.source_words)
    ours, theirs = set(_told(one.speaker.name)), set(_told(other.speaker.name))
    return ours <= theirs or theirs <= ours
