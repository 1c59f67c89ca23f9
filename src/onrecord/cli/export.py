"""`onrecord export`: a record, or a part of it, as another format.

`export_command` is what is typed; `export` does it on an open record.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.edge import edge, say
from onrecord.cli.records import (
    DEFAULT,
    About,
    ByOutlet,
    BySpeaker,
    OfForm,
    OfKind,
    OfStatus,
    RecordOption,
    Rejected,
    Since,
    Sure,
    Unnamed,
    Until,
    filter_of,
    opened,
)
from onrecord.errors import Cause, StopRun
from onrecord.exports import FORMATS, Format
from onrecord.exports import filter as exports_filter

if TYPE_CHECKING:
    from onrecord.model import Reading, Statement
    from onrecord.record import Filter, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class _These(exports_filter.Filter):
    """Keeps the statements with some ids."""

    ids: frozenset[str]

    def keeps(self, stmt: Statement) -> bool:
        return stmt.id in self.ids


def export(record: Record, which: Filter, format: Format, out: Path, *, force: bool) -> int:
    """Write the statements that count, in their documents, to a file; gives how many there are.

    The file has its name only when it is whole.
    """
    from onrecord.exports.extras import MissingExtra

    if out.exists() and not force:
        raise StopRun(Cause.OUTPUT, f"{out} is there already. Overwrite it by --force, or give another name.")
    half = out.with_name(out.name + ".part")
    count = [0]
    try:
        with half.open("wb") as output:
            format.write(_counted(_readings(record, which), count), output)
        os.replace(half, out)
    except OSError as error:
        raise StopRun(Cause.OUTPUT, f"{out} can't be written: {error.strerror or error}.") from None
    except MissingExtra as missing:
        raise StopRun(Cause.SETTINGS, str(missing)) from None
    finally:
        half.unlink(missing_ok=True)
    return count[0]


def _readings(record: Record, which: Filter) -> Iterator[Reading]:
    """The readings with only the statements that count, and what people decided in place of what was read."""
    from onrecord.record.reading_back import ReadingsBack

    for reading, ids in ReadingsBack(record.engine).readings(which):
        yield _These(ids=ids).apply(reading)


def _counted(readings: Iterator[Reading], count: list[int]) -> Iterator[Reading]:
    for reading in readings:
        count[0] += len(reading.statements)
        yield reading


def format_for(name: str | None, out: Path) -> Format:
    """The format that was named, else the one that the file's name says."""
    if name is not None:
        return FORMATS[name]
    endings = [format for format in FORMATS.values() if out.name.endswith(format.suffix)]
    if not endings:
        raise typer.BadParameter(f"{out} doesn't tell the format: add --format, one of {', '.join(FORMATS)}.")
    return max(endings, key=lambda format: len(format.suffix))


def _parse_format(typed: str) -> str:
    if typed not in FORMATS:
        raise typer.BadParameter(f"{typed!r} is not a format; there are: {', '.join(FORMATS)}.")
    return typed


def export_command(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.")],
    format: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            parser=_parse_format,
            help=f"One of {', '.join(FORMATS)}. By default as the file's name ends.",
        ),
    ] = None,
    record: RecordOption = DEFAULT,
    speaker: BySpeaker = None,
    about: About = None,
    outlet: ByOutlet = None,
    form: OfForm = None,
    kind: OfKind = None,
    status: OfStatus = None,
    since: Since = None,
    until: Until = None,
    anonymous: Unnamed = None,
    min_confidence: Sure = None,
    rejected: Rejected = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file if it is there.")] = False,
) -> None:
    """Write statements to a file that others can use.

    What people set right stands in place of what was read; what they rejected is left out. Every statement
    is a verbatim slice of a text in the record.

    \b
    Examples:
      onrecord export --out all.jsonl
      onrecord export --out dovan.csv --speaker "Ilir Dovan" --about "Rescue Union"
      onrecord export --format tei --out june.xml --from 2018-06-01 --to 2018-06-30
    """
    with edge():
        chosen = format_for(format, out)
        with opened(record) as open_record:
            which = filter_of(
                speaker=speaker, about=about, outlet=outlet, form=form, kind=kind, status=status, since=since,
                until=until, anonymous=anonymous, min_confidence=min_confidence, rejected=rejected,
            )  # fmt: skip
            count = export(open_record, which, chosen, out, force=force)
        say(f"{count:,} statements are in {out}")
