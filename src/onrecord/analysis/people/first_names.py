"""First names and the gender that they usually go with; a table that is handed in.

Made by scripts/make_first_names.py. A first name is weak evidence: a text's own words ("Ms", "her husband")
go before it, and it is never shown as the text's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FirstNames:
    """Which gender a first name goes with: "m", "f", or "u" for both."""

    table: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_text(cls, text: str) -> FirstNames:
        """Reads lines such as "ada f"."""
        return cls({name: gender for name, _, gender in (line.partition(" ") for line in text.splitlines())})

    def __contains__(self, name: str) -> bool:
        return folded(name) in self.table

    def gender(self, name: str) -> str | None:
        """male, female, or None where the name is unknown or used by both."""
        first = folded(name)
        found = self.table.get(first) or self.table.get(first.partition("-")[0])
        return {"m": "male", "f": "female"}.get(found or "")


def folded(name: str) -> str:
    """A name in small letters without accents."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(char for char in plain if not unicodedata.combining(char)).lower()
