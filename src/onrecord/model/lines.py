"""One line for each statement, as views list them: who, to whom, when and where, in few words.

In: a reading. Out: plain words without markup or colour. A statement that stands in another comes after the
one that holds it, one step deeper. What is not known is empty; nothing is guessed here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.days import days_words
from onrecord.model.entity import Reference
from onrecord.model.reading import Reading
from onrecord.model.statement import Statement
from onrecord.model.wording import NOT_ASSERTED

NOBODY = "nobody named"

# Below such a confidence (0 to 1) a view says how sure it is who the speaker is. The reader gives 0.85 and
# more to names and plain descriptions, less to pronouns that may well stand for another.
SURE_SPEAKER = 0.8

# Characters of the words of a source, and of any name, that a list shows: enough to know it again.
SHOWN_SOURCE = 40
SHOWN_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a list says of a statement.

    `number` counts from 1 in the order of the reading, `depth` how many statements hold this one. `who` is
    the speaker, else the words of the source; `source` are these words in quotation marks where they do not
    name the speaker, `because` and `doubt` why and how surely he is thought to be it. `status` is empty for
    what was said.
    """

    number: int
    depth: int
    stmt: Statement
    who: str
    source: str
    because: str
    doubt: str
    to: str
    occasion: str
    status: str

    @property
    def note(self) -> str:
        """The words of the source where they do not name the speaker, and how sure it is whom they mean."""
        return ", ".join(part for part in (self.source, self.doubt) if part)

    @property
    def why(self) -> str:
        """Why the speaker is thought to be this one, with the words of the source told once."""
        told = self.source and self.because.casefold().startswith(self.source.casefold())
        return " · ".join(part for part in ("" if told else self.source, self.because, self.doubt) if part)

    @property
    def title(self) -> str:
        """All of it but the content in one line, for a small window beside the text."""
        told = (self.why, self.stmt.cue_words, self.to and f"to {self.to}", self.occasion)
        parts = [f"{self.number}. {self.who or NOBODY}", *told, self.status]
        return " · ".join(_on_one_line(part) for part in parts if part)


def lines(reading: Reading) -> list[Line]:
    """A line for each statement, those that stand in another right after the one that holds them."""
    names = names_of(reading)
    return [_line(reading, names, number, depth=depth) for number, depth in _in_order(reading.statements)]


def names_of(reading: Reading) -> dict[str, str]:
    """The name of each entity by its id."""
    return {entity.id: entity.name for entity in reading.entities}


def shortened(words: str, limit: int) -> str:
    """Words on one line, cut at a space with " …" when there are more than `limit` characters."""
    line = _on_one_line(words)
    if len(line) <= limit:
        return line
    kept = line[: limit - 1]
    return (kept.rsplit(" ", 1)[0] or kept).rstrip(" …") + " …"


def named(references: Sequence[Reference], names: Mapping[str, str], text: str) -> list[str]:
    """The names of those spoken to or spoken of, each once; their words where the entity is not known."""
    found = (names.get(place.entity) or place.span.slice(text) for place in references)
    return list(dict.fromkeys(_on_one_line(name) for name in found))


def _line(reading: Reading, names: Mapping[str, str], number: int, *, depth: int) -> Line:
    stmt = reading.statements[number - 1]
    speaker = stmt.speaker
    to = named(stmt.addressee, names, reading.document.text)
    return Line(
        number=number,
        depth=depth,
        stmt=stmt,
        who=_on_one_line(speaker.name if speaker else stmt.source_words),
        source=_source(stmt),
        because=speaker.because if speaker else "",
        doubt=_doubt(stmt),
        to=", ".join(shortened(name, SHOWN_NAME) for name in to),
        occasion=_occasion(stmt, reading.document.text),
        status=NOT_ASSERTED.get(stmt.status, ""),
    )


def _source(stmt: Statement) -> str:
    """The words of a source that does not hold its speaker's name."""
    source = _on_one_line(stmt.source_words)
    if not source or stmt.speaker is None:
        return ""
    is_named = _on_one_line(stmt.speaker.name).casefold() in source.casefold()
    return "" if is_named else f"“{shortened(source, SHOWN_SOURCE)}”"


def _doubt(stmt: Statement) -> str:
    """How sure it is who the speaker is, where it is not."""
    speaker = stmt.speaker
    if speaker is None or speaker.confidence >= SURE_SPEAKER:
        return ""
    return f"{100 * speaker.confidence:.0f} % sure"


def _occasion(stmt: Statement, text: str) -> str:
    """When and where it was said; the text's own words for a time that has no date."""
    when, medium = stmt.when, stmt.medium
    days = days_words(when.start, when.end) if when else ""
    if when and not days:
        days = f"“{shortened(when.span.slice(text), SHOWN_SOURCE)}”"
    parts = [days, medium.name if medium else "", "translated" if stmt.translated else ""]
    return " · ".join(part for part in parts if part)


def _in_order(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Number and depth of each statement, in the order of the list.

    Statements whose holder was left out stand at the top, as do those that hold each other.
    """
    numbers = {stmt.id: number for number, stmt in enumerate(statements, start=1)}
    held = defaultdict[int | None, list[int]](list)
    for number, stmt in enumerate(statements, start=1):
        held[numbers.get(stmt.within) if stmt.within else None].append(number)
    depths: dict[int, int] = {}
    for root in (*held[None], *range(1, len(statements) + 1)):
        todo = [(root, 0)]
        while todo:
            number, depth = todo.pop()
            if number not in depths:
                depths[number] = depth
                todo += [(inner, depth + 1) for inner in reversed(held[number])]
    return list(depths.items())


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
