"""The words in which views speak of a reading, the same on a terminal, in a notebook and on a page.

In: a reading or its statements. Out: short sentences without markup, and numbers for colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.model.reading import OwnVoice, Reading
from onrecord.model.shares import word_shares
from onrecord.model.statement import Kind, Statement, Status

# Said of a statement wherever it is shown, so that "did not say" is never taken for "said".
NOT_ASSERTED = {
    Status.NEGATED: "not said",
    Status.FUTURE: "will say",
    Status.POSSIBLE: "may have said",
    Status.ASKED: "asked",
}


def origin(reading: Reading) -> str:
    """Who published the article, who wrote it and when, as far as it is known."""
    doc = reading.document
    return " · ".join(part for part in (doc.outlet or doc.agency, doc.byline, doc.published) if part)


def manner(stmt: Statement) -> str:
    """Form, kind and status of a statement in words; plain speech and plain assertion go without saying."""
    words = stmt.form.value if stmt.kind is Kind.SPEECH else f"{stmt.form.value} {stmt.kind.value}"
    label = NOT_ASSERTED.get(stmt.status)
    return f"{words}, {label}" if label else words


def not_asserted_words(statements: Iterable[Statement]) -> str:
    """Which statements were not made, says the text: "7, 18 (not said)"; empty when there are none."""
    found: dict[Status, list[str]] = {}
    for number, stmt in enumerate(statements, start=1):
        if stmt.status in NOT_ASSERTED:
            found.setdefault(stmt.status, []).append(str(number))
    return "; ".join(f"{', '.join(numbers)} ({NOT_ASSERTED[status]})" for status, numbers in found.items())


def shares_words(reading: Reading) -> str:
    """Whose words the article consists of, in a sentence."""
    shares = word_shares(reading)
    return (
        f"{shares.total:,} words: {shares.percent(shares.own)} % in the own voice of {own_name(reading)}, "
        f"{shares.percent(shares.quoted)} % quoted from others, "
        f"{shares.percent(shares.reworded)} % reworded from others"
    )


def own_name(reading: Reading) -> str:
    """By what name the article speaks where it speaks for itself."""
    doc = reading.document
    owns = Counter(voice.own for voice in reading.voices if voice.own is not None)
    own = owns.most_common(1)[0][0] if owns else OwnVoice.OUTLET
    names = {OwnVoice.OUTLET: doc.outlet, OwnVoice.AGENCY: doc.agency, OwnVoice.AUTHOR: doc.byline}
    return names[own] or f"the {own.value}"


def source_numbers(statements: Iterable[Statement]) -> list[int | None]:
    """For each statement the number of its source, from 0: the same for the same speaker or words.

    None where nobody is credited. Views give each number a colour.
    """
    known: dict[str, int] = {}
    numbers: list[int | None] = []
    for stmt in statements:
        name = stmt.speaker.entity if stmt.speaker else stmt.source_words.casefold()
        numbers.append(known.setdefault(name, len(known)) if name else None)
    return numbers
