"""Ids that come once: a repeated one gets `~2`, the next `~3`."""

from __future__ import annotations


class Names:
    """The ids given so far in one run, each with how often it was asked for."""

    def __init__(self) -> None:
        self._asked: dict[str, int] = {}

    def give(self, name: str) -> str:
        """The name itself when it is new, else the name with the first `~` and number that is free."""
        given, count = name, self._asked.get(name, 0)
        while given in self._asked:
            count += 1
            given = f"{name}~{count}"
        self._asked[name] = max(count, 1)
        self._asked.setdefault(given, 1)
        return given
