"""`onrecord sample`: draws paragraphs at random to be judged completely, and shows those that are left.

`sample_command` is what is typed; `sample` and `progress` do it on an open record.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.edge import edge, harmless, say
from onrecord.cli.judge import By, name_of
from onrecord.cli.listing import as_csv, as_json, decided, show, who_said, write
from onrecord.cli.records import (
    DEFAULT,
    ByOutlet,
    FormatOption,
    ListFormat,
    PublishedSince,
    PublishedUntil,
    RecordOption,
    opened,
)

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.record import Found, Record
    from onrecord.record.sampling.samples import Sampled

LARGEST_SEED = 2**31  # what a whole number of a database holds
COLUMNS = (
    *("sample", "draw", "document", "document_id", "outlet", "title", "published", "start", "end", "words"),
    *("statements", "others", "complete", "reopened"),
)
DRAW_HEADS = {
    "draw": "Draw", "at": "At", "by": "By", "from": "Drawn from", "seed": "Seed", "drawn": "Drawn",
    "complete": "Complete",
}  # fmt: skip


def sample(record: Record, draw: int | None, *, open_only: bool, format: ListFormat) -> None:
    """Write the paragraphs of a draw, or of all, with their statements; with `open_only` those to judge."""
    from onrecord.record.sampling.samples import Samples

    found = Samples(record.engine).paragraphs(draw, open_only=open_only)
    if format is ListFormat.TABLE:
        for one in found:
            write(harmless("\n".join(_page(record, one))) + "\n\n")
        say(
            f"{len(found):,} paragraphs: accept, reject, change or add what is in each by `onrecord judge`, "
            "then `onrecord judge complete` its number"
            if found
            else "No paragraph is left to be judged. `onrecord sample N` draws more."
        )
        return
    rows = [_row(one) for one in found]
    write(as_json(rows) if format is ListFormat.JSON else as_csv(rows, COLUMNS))


def progress(record: Record, format: ListFormat) -> None:
    """Write every draw with how many of its paragraphs are judged completely."""
    from onrecord.record.sampling.samples import Samples

    rows: list[dict[str, Any]] = []
    for draw in Samples(record.engine).draws():
        row = asdict(draw)
        rows.append({"draw": row.pop("number")} | row)
    for row in rows if format is ListFormat.TABLE else ():
        days = f"{row['since'] or ''} to {row['until'] or ''}" if row["since"] or row["until"] else ""
        row["from"] = ", ".join(filter(None, (row["outlet"], days.strip()))) or "the whole record"
        row["seed"] = str(row["seed"])  # a name more than a number
    show(rows, DRAW_HEADS, format, nothing="Nothing was drawn yet. `onrecord sample N` draws paragraphs.")


def _page(record: Record, one: Sampled) -> Iterator[str]:
    """A paragraph and its statements for people."""
    state = f"complete, by {', '.join(one.complete)}" if one.complete else ""
    state = "open again: another statement was read in it since" if one.reopened else state
    place = f"characters {one.span.start}-{one.span.end}"
    where = (one.outlet, one.title, one.published, f"document {one.document} ({one.document_id})", place)
    yield f"── Sample {one.number}{f' ({state})' if state else ''}"
    yield " · ".join(filter(None, where))
    yield ""
    found = [stmt for id in (*one.begun, *one.others) for stmt in _of(record, id, one)]
    yield _marked(one, [span for stmt in found for span in stmt.content])
    yield ""
    for stmt in found:
        marks = [mark for mark in (stmt.status if stmt.status != "asserted" else "", decided(stmt)) if mark]
        marks += ["begins elsewhere, and is not judged here"] if stmt.id in one.others else []
        told = f" [{'; '.join(marks)}]" if marks else ""
        cue = f", “{stmt.cue_words}”" if stmt.cue_words else ""
        yield f"   {stmt.id}  {who_said(stmt)}{cue}{told}: {stmt.content_words}"
    if not found:
        yield "   No statement was found here."


def _of(record: Record, id: str, one: Sampled) -> list[Found]:
    return [stmt for stmt in record.questions.statement(id) if stmt.document == one.document]


def _marked(one: Sampled, contents: Sequence[Span]) -> str:
    """The words of a paragraph, contents between › and ‹ as `onrecord show` marks them."""
    inside = [
        (max(start, one.span.start), min(end, one.span.end))
        for start, end in contents
        if start < one.span.end and end > one.span.start
    ]
    edges = sorted([(end, 0, "‹") for _, end in inside] + [(start, 1, "›") for start, _ in inside])
    out, at = "", one.span.start
    for place, _, mark in edges:
        out += one.words[at - one.span.start : place - one.span.start] + mark
        at = place
    return out + one.words[at - one.span.start :]


def _row(one: Sampled) -> dict[str, Any]:
    row = asdict(one)
    start, end = row.pop("span")
    row |= {"sample": row.pop("number"), "start": start, "end": end, "statements": row.pop("begun")}
    return {name: list(row[name]) if isinstance(row[name], tuple) else row[name] for name in COLUMNS}


def sample_command(
    count: Annotated[
        int | None, typer.Argument(metavar="[N]", min=1, help="How many paragraphs to draw.")
    ] = None,
    record: RecordOption = DEFAULT,
    seed: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", min=0, max=LARGEST_SEED - 1, help="Draws the same ones again."),
    ] = None,
    outlet: ByOutlet = None,
    since: PublishedSince = None,
    until: PublishedUntil = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Only paragraphs that were never drawn.")] = False,
    draw: Annotated[
        int | None, typer.Option(metavar="DRAW", min=1, help="Show all paragraphs of this draw.")
    ] = None,
    list_draws: Annotated[
        bool, typer.Option("--list", help="List the draws, and how far their judging is.")
    ] = False,
    by: By = None,
    format: FormatOption = ListFormat.TABLE.value,
) -> None:
    """Draw N paragraphs at random to judge completely: what makes counts honest.

    Every paragraph has the same chance, those without a statement too; of nearly equal documents the first
    counts. Each is printed with its statements. Without N those that are still to be judged are printed.
    `onrecord stats --interval` then tells what the reader misses.

    \b
    Examples:
      onrecord sample 50
      onrecord sample 50 --seed 7 --outlet "The Post" --from 2018-01-01 --to 2018-12-31
      onrecord sample
      onrecord sample --list
    """
    from onrecord.record.sampling.samples import Samples, Scope

    with edge(), opened(record) as open_record:
        if list_draws:
            progress(open_record, format)
            return
        if count is not None:
            number = secrets.randbelow(LARGEST_SEED) if seed is None else seed
            scope = Scope(outlet=outlet, since=since, until=until)
            samples = Samples(open_record.engine)
            draw = samples.draw(count, by=name_of(by), seed=number, scope=scope, fresh=fresh)
            say(f"this is draw {draw}, with seed {number}")
        sample(open_record, draw, open_only=draw is None, format=format)
