"""What a record knows of speakers who may be one: who they are, and where their names met.

Rows for `onrecord.compare`, which weighs them. Names are folded: small letters, no accents, no marks. Numbers
are those of one record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A speaker: his number and key in the record, his name as shown and folded, and his type."""

    number: int
    key: str
    name: str
    type: str
    folded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Somebody known in one document only by a short name, and one with a full name whom it may mean.

    `called` is the short name, folded, and `word` as it is written. `days` lie between the document and the
    nearest statement of the other one, in any outlet, `days_in_outlet` in the same; None where that is not
    near, or not known. `is_family` says that a copy or another version of the document has the other one.
    """

    local: int
    full: int
    called: str
    word: str
    outlet: str | None = None
    days: int | None = None
    days_in_outlet: int | None = None
    is_family: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Two who are called the same in documents that are copies or versions of each other."""

    one: int
    other: int
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name that several speakers with full names bear: who they are, by number."""

    folded: str
    word: str
    bearers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """All that a record can tell of who may be one.

    `full` are all speakers with full names, `locals` those with short ones who are in `links` and `twins`,
    `asked` those of whom it is asked (None: everybody). `heads` tells to whom people merged somebody; `apart`
    are pairs that people decided to be two.
    """

    full: tuple[Known, ...]
    locals: tuple[Known, ...] = ()
    asked: frozenset[int] | None = None
    aliases: tuple[Alias, ...] = ()
    links: tuple[Link, ...] = ()
    twins: tuple[Twins, ...] = ()
    heads: Mapping[int, int] = field(default_factory=dict)
    apart: frozenset[frozenset[int]] = frozenset()
