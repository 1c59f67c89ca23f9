"""What `onrecord stats --interval` shows: counts and shares with error bars, from a judged sample.

In: an open record. Out: a table, CSV or JSON. Where the sample is too small it says so and gives no bars.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from onrecord.cli.edge import harmless, say
from onrecord.cli.listing import as_csv, as_json, as_table, write
from onrecord.cli.records import ListFormat

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.record.sampling.checking import Check, Sort
    from onrecord.record.sampling.samples import Scope
    from onrecord.scores.intervals import Estimates, Interval

DIGITS = 4  # of a share
OUTLETS = 10  # that have a row of their own, those with most statements
SPEAKERS = {
    "named": "by named speakers", "unnamed": "by unnamed people", "nobody": "with no speaker found",
}  # fmt: skip
FORMS = ("direct", "mixed", "indirect")
BOUNDS = ("as_read", "corrected", "low", "high")
COLUMNS = ("what", *BOUNDS, "note")
HEADS = {
    "what": "What",
    "as_read": "As read",
    "corrected": "Corrected",
    "low": "From",
    "high": "To",
}
FEW = "too few in the sample"


def intervals(record: Record, scope: Scope, *, level: float, format: ListFormat) -> None:
    """Write precision and recall of the reader, and the corrected counts and shares beside those read."""
    from onrecord.record.sampling.checking import check
    from onrecord.scores.intervals import LEAST_PARAGRAPHS, Case, estimate

    found = check(record.engine, scope)
    total = sum(found.read.values())
    kinds = Counter[str]()
    for sort, count in found.read.items():
        kinds.update(dict.fromkeys(_kinds(sort), count))
    outlets = [name for name, _ in kinds.most_common() if name.startswith("in ")]
    rows = [*SPEAKERS.values(), *FORMS, *(outlets[:OUTLETS] if len(outlets) > 1 else ())]
    read = {name: kinds[name] for name in rows}
    cases = [
        Case(
            one.document,
            *(None if sort is None else frozenset(_kinds(sort)) for sort in (one.read, one.true)),
        )
        for one in found.statements
    ]
    small = found.complete < LEAST_PARAGRAPHS
    made = None if small else estimate(cases, found.documents, read, total, level=level)
    table = _rows(read, total, made)
    notes = _notes(found, small=small, least=LEAST_PARAGRAPHS)
    if format is ListFormat.CSV:
        for note in notes:
            say(note)
        # Two digits, as other tables have them, are too few for shares.
        write(as_csv([row | _exactly(row) for row in table], COLUMNS))
    elif format is ListFormat.JSON:
        write(as_json(_as_json(found, table, made, notes, level)))
    else:
        heads = {name: head for name, head in HEADS.items() if made or name in ("what", "as_read")}
        write(harmless("\n".join([*notes, *_reader(made, level)])) + "\n\n" + as_table(_shown(table), heads))


def _kinds(sort: Sort) -> tuple[str, ...]:
    """The rows in which a statement of a sort counts."""
    return SPEAKERS[sort.speaker], sort.form, f"in {sort.outlet or 'no known outlet'}"


def _rows(read: dict[str, int], total: int, made: Estimates | None) -> list[dict[str, Any]]:
    rows = [_row("statements", total, made.count if made else None, "" if made else FEW)]
    for name, count in read.items():
        interval = made.shares[name] if made else None
        rows.append(_row(name, count / total if total else None, interval, "" if interval else FEW))
    return rows


def _row(what: str, as_read: float | None, interval: Interval | None, note: str) -> dict[str, Any]:
    digits = None if what == "statements" else DIGITS
    bounds = (interval.value, interval.low, interval.high) if interval else ()
    told: Sequence[float | None] = [round(bound, digits) for bound in bounds] or [None, None, None]
    as_read = None if as_read is None else round(as_read, digits)
    return dict(zip(COLUMNS, (what, as_read, *told, note or None), strict=True))


def _exactly(row: dict[str, Any]) -> dict[str, str]:
    return {name: str(row[name]) for name in BOUNDS if row[name] is not None}


def _notes(found: Check, *, small: bool, least: int) -> list[str]:
    """What must be known to judge the figures."""
    notes = [
        f"Judged completely: {found.complete:,} of {found.drawn:,} drawn paragraphs; documents: "
        f"{len(set(found.documents)):,}."
    ]
    if small:
        notes.append(
            f"The sample is too small: with fewer than {least} complete paragraphs no interval is given. "
            "`onrecord sample` tells what is left to judge, `onrecord sample N` draws more."
        )
    elif found.complete < found.drawn:
        notes.append(
            "Who judges the easy paragraphs first makes the reader look too good: judge all of them."
        )
    if found.narrower:
        notes.append(f"{found.narrower:,} more don't count: they were drawn from a part of this only.")
    if found.later:
        notes.append(
            f"{found.later:,} documents came after the last draw, of which the sample tells nothing."
        )
    return notes


def _reader(made: Estimates | None, level: float) -> list[str]:
    """How right the reader is, in a line."""
    if made is None or made.precision is None or made.recall is None:
        return []
    right, found = (f"{i.value:.0%} ({i.low:.0%} to {i.high:.0%})" for i in (made.precision, made.recall))
    return [f"Of what was read, {right} is right; of what is there, {found} was read. Bars hold {level:.0%}."]


def _shown(table: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The table in words: counts as they are, shares as percentages."""
    rows = []
    for row in table:
        form = "{:,}" if row["what"] == "statements" else "{:.1%}"
        told = {name: "" if row[name] is None else form.format(row[name]) for name in BOUNDS}
        rows.append(row | told | ({"corrected": row["note"]} if row["note"] else {}))
    return rows


def _as_json(
    found: Check, table: list[dict[str, Any]], made: Estimates | None, notes: list[str], level: float
) -> dict[str, Any]:
    sample = {name: getattr(found, name) for name in ("drawn", "complete", "narrower", "later")}
    reader = {
        name: asdict(interval) if made and (interval := getattr(made, name)) else None
        for name in ("precision", "recall")
    }
    return {"level": level, "sample": sample, "notes": notes} | reader | {"rows": table}
