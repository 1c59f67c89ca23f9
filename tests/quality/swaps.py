"""Swaps names in a text for others of the same kind, and follows every place to where it went."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Span, Spans, Statement

# Names of the samples, by kind; each is swapped for one of its kind from NEW.
OLD = {
    "surname": """
    Mesk Korrin Pell Marchand Abry Wrenfield Corbally Oake Marsh Renn Haldane Brandvik Varra Thane
    Velde Dorrance Lindqvar Achterberg Tansley Halse Pettifer Roake Gannet Brathwell Caddock
    Penhollow Morav Grau Anselm Ferrand Hask Stahn Varenc Akkermann Morchant Lanvallon Thole Poller
    Idrin Tavane Mohrin Salin Brennick Quillon Maral Dahl Finch Askeld Revik Brandhay Oskarin Marske
    Lindmark Stroudt""",
    "man": """
    Varo Hanno Lio Tobias Perrin Sal Aldous Pavo Osric Jonas Piers Wilf Tibor Hugues Casimir Maro Bero Lenz
    Hal Alder Ruben Peder Cato""",
    "woman": """
    Adela Sanna Ines Dunya Ilke Moira Una Asha Zdenka Oona Jelena Odile Solange Petra Ottilie Elin Alma""",
    "country": """
    Tarsenia Lusmark Ostrany Ule Marisk Lorvenne Dravenia Karesh Osmere Sohl Ardesh Samare Tarn Sarn
    Orvesk""",
    "demonym": """
    Tarsenian Ostranian Dravenian Lorvennian""",
    "outlet": """
    Corran Courier Islander Ledger""",
}
NEW = {
    "surname": """
    Putin Clinton Nasrallah Okafor Netanyahu Trump Xi Merkel Khamenei Erdogan Modi Zelensky Bush
    Rice Schmidt Garcia Nguyen Brown""",
    "man": """
    Vladimir Hassan Benjamin Donald Ali Narendra Mark""",
    "woman": """
    Hillary Ngozi Angela Mei Olga Grace Maria Linh""",
    "country": """
    Syria Israel Russia Ukraine China France Turkey Iran Chad Georgia Jordan Cuba""",
    "demonym": """
    Syrian Israeli Russian American Chinese French Turkish""",
    "outlet": """
    Reuters Pravda Breitbart Haaretz Xinhua""",
}


def table(
    text: str, old: Mapping[str, str] = OLD, new: Mapping[str, str] = NEW, *, turn: int = 0
) -> dict[str, str]:
    """Which name of a text becomes which; `turn` starts the new names at another one.

    No two get the same, or two people would be one. Raises `ValueError` where there are too few new names.
    """
    swapped: dict[str, str] = {}
    for kind, listed in old.items():
        fresh = new[kind].split()
        names = [name for name in listed.split() if re.search(rf"\b{name}\b", text)]
        if len(names) > len(fresh):
            raise ValueError(f"more names of the kind {kind} than there are new ones: {', '.join(names)}")
        start = turn % len(fresh)
        swapped |= zip(names, fresh[start:] + fresh[:start], strict=False)
    return swapped


@dataclass(frozen=True)
class Swapped:
    """A text with other names, and the edits that led to it: (old start, old end, new start, new end)."""

    text: str
    edits: Sequence[tuple[int, int, int, int]]

    def moved(self, place: int) -> int:
        """Where a place of the old text stands in the new one; inside a name, its start."""
        i = bisect_right(self.edits, place, key=lambda edit: edit[0]) - 1
        if i < 0:
            return place
        start, end, new_start, new_end = self.edits[i]
        if place == start:
            return new_start
        return new_end + place - end if place >= end else new_start

    def spans(self, spans: Spans) -> Spans:
        """Spans of the old text as spans of the new one."""
        return tuple(Span(self.moved(span.start), self.moved(span.end)) for span in spans)


def swap(text: str, names: Mapping[str, str]) -> Swapped:
    """The text with its names swapped, also in capitals."""
    both = dict(names) | {old.upper(): new.upper() for old, new in names.items()}
    pattern = re.compile(r"\b(?:" + "|".join(sorted(both, key=len, reverse=True)) + r")\b")
    parts, edits, done, size = [], [], 0, 0
    for match in pattern.finditer(text):
        new = both[match[0]]
        parts += [text[done : match.start()], new]
        size += match.start() - done
        edits.append((match.start(), match.end(), size, size + len(new)))
        size, done = size + len(new), match.end()
    return Swapped("".join([*parts, text[done:]]), edits)


def changed(before: Iterable[Statement], after: Iterable[Statement], swapped: Swapped) -> int:
    """How many statements of either reading have no counterpart in the other."""
    old = {
        (swapped.spans(s.source), swapped.spans(s.cue), swapped.spans(s.content), s.status) for s in before
    }
    new = {(s.source, s.cue, s.content, s.status) for s in after}
    return max(len(old - new), len(new - old))


def misassigned(before: Iterable[Statement], after: Iterable[Statement], swapped: Swapped) -> tuple[int, int]:
    """How many statements stand in both readings, and how many of them have got another speaker.

    A speaker is the same when the mention that names it stands at the same place, or there is none in either.
    """
    new = {(stmt.source, stmt.cue, stmt.content): stmt for stmt in after}
    both = other = 0
    for stmt in before:
        partner = new.get((swapped.spans(stmt.source), swapped.spans(stmt.cue), swapped.spans(stmt.content)))
        if partner is not None:
            both += 1
            other += _mention(partner) != swapped.spans(_mention(stmt))
    return both, other


def _mention(stmt: Statement) -> Spans:
    return (stmt.speaker.mention,) if stmt.speaker else ()
