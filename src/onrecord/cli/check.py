"""`onrecord verify`, `doctor`, `problems` and `backup`: whether a record is sound, and what it lacks.

The `…_command` functions are what is typed; the plain ones do it on an open record.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.edge import edge, line_of, say
from onrecord.cli.listing import show, write
from onrecord.cli.records import DEFAULT, FormatOption, ListFormat, RecordOption, opened

if TYPE_CHECKING:
    from onrecord.record import Record

UNSOUND = 1  # exit status


def verify(record: Record) -> int:
    """Write every fault of a record; the exit status: 0 for a sound one."""
    faults = 0
    for fault in record.verify():
        faults += 1
        write(line_of(f"{fault.where}: {fault.what}").removeprefix("onrecord: ") + "\n")
    say(
        "the record is sound"
        if not faults
        else f"{faults:,} fault{' was' if faults == 1 else 's were'} found"
    )
    return UNSOUND if faults else 0


def doctor(record: Record) -> int:
    """Write what is in a record, what its engine says of the file, and what `verify` finds."""
    from onrecord.record.asking.counting import Counting
    from onrecord.record.keeping.backing_up import unsound

    for name, value in asdict(Counting(record.engine).totals()).items():
        write(f"{name.replace('_', ' ')}: {value:,}\n")
    found = unsound(record.engine)
    for line in found:
        write(f"file: {line}\n")
    return verify(record) or (UNSOUND if found else 0)


def problems(record: Record, format: ListFormat) -> None:
    """Write what could not be read, by reason: in a table how often there is each, and then each path."""
    rows = [{"path": path, "kind": kind, "why": why} for path, kind, why in record.questions.problems()]
    counts = Counter(row["kind"] for row in rows)
    rows.sort(key=lambda row: (-counts[row["kind"]], row["kind"], row["path"]))
    if format is ListFormat.TABLE and rows:
        told = ", ".join(
            f"{count:,} {kind}" for kind, count in sorted(counts.items(), key=lambda one: -one[1])
        )
        write(f"{len(rows):,} could not be read: {told}\n\n")
    show(rows, {"kind": "Kind", "path": "Path", "why": "Why"}, format, nothing="There are no problems.")


def backup(record: Record, target: Path) -> None:
    """Copy a record while it is in use."""
    from onrecord.record.keeping.backing_up import back_up

    for path in back_up(record, target):
        say(f"{path} is written")


def verify_command(record: RecordOption = DEFAULT) -> None:
    """Prove that every statement is a verbatim slice of its text.

    All digests are computed again, and all judgements must have their statements. Each fault is a line; the
    exit status is 1 when there is one.

    \b
    Examples:
      onrecord verify
      onrecord verify --record war.db
    """
    with edge(), opened(record) as open_record:
        status = verify(open_record)
    raise typer.Exit(status)


def doctor_command(record: RecordOption = DEFAULT) -> None:
    """Tell what is in a record, and whether it and its file are sound.

    \b
    Examples:
      onrecord doctor
      onrecord doctor --record war.db
    """
    with edge(), opened(record) as open_record:
        status = doctor(open_record)
    raise typer.Exit(status)


def problems_command(record: RecordOption = DEFAULT, format: FormatOption = ListFormat.TABLE.value) -> None:
    """List what could not be read, by reason, and why. What is read later is no problem any more.

    \b
    Examples:
      onrecord problems
      onrecord problems --format csv
    """
    with edge(), opened(record) as open_record:
        problems(open_record, format)


def backup_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The copy, which must not be there yet.")],
    record: RecordOption = DEFAULT,
) -> None:
    """Copy a record and its originals while it is in use. For PostgreSQL use its own pg_dump.

    \b
    Examples:
      onrecord backup onrecord-2018-07-26.db
    """
    with edge(), opened(record) as open_record:
        backup(open_record, file)
