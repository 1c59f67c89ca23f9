"""`onrecord suggest` and `onrecord judge apart`: speakers who may be one, for people to decide.

The `…_command` functions are what is typed; `suggest` does it on an open record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.edge import edge, say
from onrecord.cli.judge import By, judge_app, name_of
from onrecord.cli.listing import show
from onrecord.cli.records import DEFAULT, FormatOption, ListFormat, RecordOption, opened

if TYPE_CHECKING:
    from onrecord.jobs.suggesting import Proposal
    from onrecord.record import Record

MANY = 50  # pairs that are shown unless more are asked for
HEADS = {"score": "Score", "one": "Who", "other": "May be", "why": "Why", "examples": "Say"}


def suggest(record: Record, name: str | None, *, limit: int, format: ListFormat) -> None:
    """Write pairs of speakers who may be one, the likeliest first."""
    from onrecord.jobs.suggesting import propose

    proposals = propose(record, name, limit=limit)
    rows = [_row(one) for one in proposals]
    if format is ListFormat.TABLE:
        rows = [_told(one, row) for one, row in zip(proposals, rows, strict=True)]
    nothing = f"Nobody who may be one with {name!r} was found." if name else "No two speakers may be one."
    show(rows, HEADS if format is ListFormat.TABLE else dict.fromkeys(COLUMNS, ""), format, nothing=nothing)
    if len(rows) == limit:
        say(f"These are the likeliest {limit:,}; --limit gives more.")


COLUMNS = (
    "score", "key", "name", "statements", "example", "other_key", "other_name", "other_statements",
    "other_example", "others", "reasons",
)  # fmt: skip


def _row(one: Proposal) -> dict[str, Any]:
    """A pair for programs."""
    pair = one.suggestion
    values = (
        pair.score,
        *(pair.one.key, pair.one.name, one.statements[0], one.examples[0]),
        *(pair.other.key, pair.other.name, one.statements[1], one.examples[1]),
        pair.others,
        [reason.words for reason in pair.reasons],
    )
    return dict(zip(COLUMNS, values, strict=True))


def _told(one: Proposal, row: dict[str, Any]) -> dict[str, Any]:
    """A pair for people."""
    why = "; ".join(row["reasons"])
    if one.suggestion.others:
        meant = one.suggestion.others + 1
        why += f"; but the short name may mean {meant} speakers, each of whom is listed"
    return row | {
        "one": f"{row['name']} ({row['key']}), {row['statements']:,}",
        "other": f"{row['other_name']} ({row['other_key']}), {row['other_statements']:,}",
        "why": why,
        "examples": ", ".join(id for id in one.examples if id),
    }


def suggest_command(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Only who may be one with this name or key.")
    ] = None,
    record: RecordOption = DEFAULT,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="The most pairs that are given.")
    ] = MANY,
    format: FormatOption = ListFormat.TABLE.value,
) -> None:
    """List speakers who may be one person or body, and why.

    Nothing is merged by likeness: you decide, by `onrecord judge merge KEY KEY` or `judge apart KEY KEY`, and
    a pair that was decided on is not suggested again. The score orders the list; it is no chance. Where a
    short name may mean several, all of them are listed, with a low score. A number behind each name tells how
    many statements there are; ids lead to examples for `onrecord show`.

    Without NAME the whole record is looked through; short names such as a surname alone are then looked up
    for those who speak most, and in the latest articles. Give a name to look up all of its own.

    \b
    Examples:
      onrecord suggest
      onrecord suggest Dovan
      onrecord suggest "Seren Defence Force" --format json
    """
    with edge(), opened(record) as open_record:
        suggest(open_record, name, limit=limit, format=format)


@judge_app.command("apart")
def apart_command(
    key: Annotated[str, typer.Argument(metavar="KEY", help="A speaker's key, as `onrecord who` tells it.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The key of another one.")],
    record: RecordOption = DEFAULT,
    by: By = None,
) -> None:
    """Decide that two speakers are not one: `onrecord suggest` names them no more.

    \b
    Examples:
      onrecord judge apart "per:ilir dovan" "per:petra dovan"
    """
    with edge(), opened(record) as open_record:
        number = open_record.judgements.apart(key, other, by=name_of(by))
        say(f"two, not one; this is judgement {number}")
