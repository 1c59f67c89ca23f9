"""`onrecord stats`: how much a record holds, and whose words its outlets print.

`stats_command` is what is typed; `stats` does it on an open record.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.edge import edge
from onrecord.cli.listing import as_csv, as_json, as_table, write
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
from onrecord.errors import Cause, StopRun

if TYPE_CHECKING:
    from onrecord.record import Record

TOP = 10  # speakers that are named
LEVEL = 0.95  # how often error bars hold the truth, unless asked for otherwise
VOICES = {
    "outlet": "Outlet", "month": "Month", "documents": "Documents", "statements": "Statements",
    "anonymous": "Unnamed", "women": "Women", "men": "Men", "own_words": "Own words",
    "quoted_words": "Quoted", "reworded_words": "Reworded",
}  # fmt: skip


def stats(record: Record, format: ListFormat) -> None:
    """Write totals, the speakers with most statements, and the voices by outlet and month."""
    from onrecord.record.asking.counting import Counting

    counting = Counting(record.engine)
    totals, voices = counting.totals(), [asdict(row) for row in counting.by_outlet_and_month()]
    if format is ListFormat.CSV:
        write(as_csv(voices, list(VOICES)))
        return
    speakers: list[dict[str, Any]] = [
        {"name": one.name, "key": one.key, "statements": one.statements, "documents": one.documents}
        for one in record.questions.speakers(limit=TOP)
    ]
    if format is ListFormat.JSON:
        told = asdict(totals) | {"anonymous_share": totals.anonymous_share}
        write(as_json({"totals": told, "speakers": speakers, "voices": voices}))
        return
    share = totals.anonymous_share
    unnamed = f", {share:.0%} of them by unnamed people" if share is not None else ""
    near = f" ({totals.near_copies:,} nearly the same as others)" if totals.near_copies else ""
    write(
        f"{totals.documents:,} documents{near}, {totals.words:,} words\n"
        f"{totals.statements:,} statements by {totals.speakers:,} speakers{unnamed}\n"
        f"{totals.problems:,} problems, {totals.judgements:,} judgements\n"
    )
    if speakers:
        heads = {"name": "Speaker", "key": "Key", "statements": "Statements", "documents": "Documents"}
        write("\n" + as_table(speakers, heads))
    if voices:
        write("\n" + as_table(voices, VOICES))


def stats_command(
    record: RecordOption = DEFAULT,
    interval: Annotated[
        bool, typer.Option("--interval", help="Shares with error bars, from paragraphs judged completely.")
    ] = False,
    level: Annotated[
        float, typer.Option(metavar="X", min=0.5, max=0.999, help="How often the bars are to hold the truth.")
    ] = LEVEL,
    outlet: ByOutlet = None,
    since: PublishedSince = None,
    until: PublishedUntil = None,
    format: FormatOption = ListFormat.TABLE.value,
) -> None:
    """Count documents, statements, speakers, unnamed people, and whose words each outlet prints.

    Words are counted by outlet and month: in the document's own voice, quoted, and reworded. CSV has that
    table alone.

    With --interval counts and shares are corrected for what the reader misses and wrongly finds, as the
    paragraphs tell that were drawn by `onrecord sample` and judged completely; --outlet, --from and --to ask
    for a part.

    \b
    Examples:
      onrecord stats
      onrecord stats --format csv
      onrecord stats --interval
      onrecord stats --interval --level 0.9 --outlet "The Post"
    """
    with edge(), opened(record) as open_record:
        if not interval:
            if outlet or since or until:
                raise StopRun(Cause.INPUT, "--outlet, --from and --to go with --interval only.")
            stats(open_record, format)
            return
        from onrecord.cli.intervals import intervals
        from onrecord.record.sampling.samples import Scope

        scope = Scope(outlet=outlet, since=since, until=until)
        intervals(open_record, scope, level=level, format=format)
