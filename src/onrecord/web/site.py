"""What the site is handed: a record, and callables for what other rooms do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from onrecord.web.access.guard import Guard
from onrecord.web.jobs import Jobs
from onrecord.web.remembered import Remembered

if TYPE_CHECKING:
    from onrecord.model import Failure, Reading
    from onrecord.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An article that somebody offers: bytes with a file's name, or an address to fetch."""

    name: str
    data: bytes | None = None
    address: str | None = None
    outlet: str | None = None
    published: str | None = None


class Became(Protocol):
    """What became of one document, as `onrecord.jobs.Added` tells it."""

    @property
    def path(self) -> str:
        """Where it was from."""
        ...

    @property
    def became(self) -> str:
        """added, known, reread or failed."""
        ...

    @property
    def statements(self) -> int:
        """How many statements were read in it."""
        ...

    @property
    def key(self) -> str | None:
        """Its document's key, where there is one."""
        ...

    @property
    def failure(self) -> Failure | None:
        """Why it was not kept."""
        ...


class Pair(Protocol):
    """Two speakers who may be one, as `onrecord.jobs.suggesting.Proposal` tells it."""

    @property
    def keys(self) -> tuple[str, str]:
        """Their keys."""
        ...

    @property
    def names(self) -> tuple[str, str]:
        """Their names."""
        ...

    @property
    def statements(self) -> tuple[int, int]:
        """How many statements of each count."""
        ...

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why they may be one."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site: its record, who may come in, and what it is handed.

    `read` reads an article without keeping it; `add` puts articles into the record, one outcome a document;
    `suggest` tells who may be one with somebody of a name.
    """

    record: Record
    read: Callable[[Offered], Reading]
    add: Callable[[Sequence[Offered]], Iterator[Became]]
    suggest: Callable[[str], Sequence[Pair]] = lambda _: ()
    guard: Guard = field(default_factory=Guard)
    jobs: Jobs = field(default_factory=Jobs)
    remembered: Remembered = field(default_factory=Remembered)
