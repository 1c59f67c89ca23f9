"""The look of each speaker: a colour and a pattern that follow from the key, the same on every page.

In: keys of speakers. Out: `Look`s, which style sheets know by class. Nine colours that most colour-blind
readers tell apart (after Okabe and Ito, made darker for text), and five kinds of underline, which tell
speakers apart in print and without any colour.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

COLOURS = 9
PATTERNS = 5
LOOKS = COLOURS * PATTERNS


@dataclass(frozen=True, slots=True)
class Look:
    """A speaker's colour and pattern, by number; nobody named has neither."""

    colour: int | None
    pattern: int = 0
    unnamed: bool = False

    @property
    def css(self) -> str:
        """The classes of the style sheet."""
        colour = "c-none" if self.colour is None else f"c{self.colour}"
        return f"{colour} p{self.pattern}" + (" unnamed" if self.unnamed else "")


NOBODY = Look(None)


def look_of(key: str | None, *, type: str | None = None) -> Look:
    """The look of a speaker by his key, on a page where he is alone or among many."""
    return NOBODY if key is None else _look(zlib.crc32(key.encode()) % LOOKS, type)


def looks_of(speakers: Iterable[tuple[str, str | None]]) -> dict[str, Look]:
    """Looks of the speakers of one page by key, no two alike while there are enough; keys with types.

    Who comes first keeps his own look: give those who are known in all documents first.
    """
    taken: set[int] = set()
    looks: dict[str, Look] = {}
    for key, type in speakers:
        if key in looks:
            continue
        number = zlib.crc32(key.encode()) % LOOKS
        # Another colour is told apart more easily than another pattern: go from colour to colour.
        while number in taken and len(taken) < LOOKS:
            number = (number + 1) % LOOKS
        taken.add(number)
        looks[key] = _look(number, type)
    return looks


def _look(number: int, type: str | None) -> Look:
    return Look(number % COLOURS, number // COLOURS, unnamed=type == "anonymous")
