"""The table of hostile inputs: what each is called, what it tries, how it is planted and how it must end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.hostile.ground import Ground

READ, REFUSED, PARTLY = "read", "refused", "read and refused"


@dataclass(frozen=True)
class Hostile:
    """One hostile input: `plant` puts it there and gives what is named to the program."""

    group: str
    tries: str
    ends: str
    plant: Callable[[Ground], Iterable[str]]


class Table:
    """Gathers hostile inputs of one group."""

    def __init__(self, group: str) -> None:
        self.group = group
        self.rows: list[Hostile] = []

    def file(self, tries: str, name: str, data: bytes | str | Callable[[], bytes], *, ends: str) -> None:
        """A file with these bytes, which may be made only when they are needed."""
        self.add(tries, lambda ground: [ground.put(name, data() if callable(data) else data)], ends=ends)

    def add(self, tries: str, plant: Callable[[Ground], Iterable[str]], *, ends: str) -> None:
        """Anything else."""
        self.rows.append(Hostile(self.group, tries, ends, plant))
