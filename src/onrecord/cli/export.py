"""`onrecord export`: a record, or a part of it, as another format.

`export_command` is what is typed; `export` does it on an open record.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

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
from onrecord.exports.filter import These

if TYPE_CHECKING:
    from onrecord.model import Reading
    from onrecord.record import Filter, Record
    from onrecord.record.sampling.samples import Scope

GOLD, GOLD_SUFFIX = "gold", ".gold.jsonl"
NAMES = (*FORMATS, GOLD)


def export(record: Record, which: Filter, format: Format, out: Path, *, force: bool) -> int:
    """Write the statements that count, in their documents, to a file; gives how many there are.

    The file has its name only when it is whole.
    """
    from onrecord.exports.extras import MissingExtra

    count = [0]
    try:
        with _new_file(out, force=force) as output:
            format.write(_counted(_readings(record, which), count), output)
    except MissingExtra as missing:
        raise StopRun(Cause.SETTINGS, str(missing)) from None
    return count[0]


def export_gold(record: Record, scope: Scope, out: Path, *, force: bool) -> int:
    """Write the paragraphs that people judged completely, in their documents; gives how many statements."""
    from onrecord.exports.gold import write_gold
    from onrecord.record.sampling.gold import gold

    with _new_file(out, force=force) as output:
        return write_gold(gold(record.engine, scope), output)


@contextmanager
def _new_file(out: Path, *, force: bool) -> Iterator[BinaryIO]:
    """A file to write, which has its name only when it is whole."""
    if out.exists() and not force:
        raise StopRun(Cause.OUTPUT, f"{out} is there already. Overwrite it by --force, or give another name.")
    half = out.with_name(out.name + ".part")
    try:
        with half.open("wb") as output:
            yield output
        os.replace(half, out)
    except OSError as error:
        raise StopRun(Cause.OUTPUT, f"{out} can't be written: {error.strerror or error}.") from None
    finally:
        half.unlink(missing_ok=True)


def _readings(record: Record, which: Filter) -> Iterator[Reading]:
    """The readings with only the statements that count, and what people decided in place of what was read."""
    from onrecord.record.asking.reading_back import ReadingsBack

    for reading, ids in ReadingsBack(record.engine).readings(which):
        yield These(ids=ids).apply(reading)


def _counted(readings: Iterator[Reading], count: list[int]) -> Iterator[Reading]:
    for reading in readings:
        count[0] += len(reading.statements)
        yield reading


def format_for(name: str | None, out: Path) -> Format | None:
    """The format that was named, else the one that the file's name says; None for gold."""
    if name == GOLD or (name is None and out.name.endswith(GOLD_SUFFIX)):
        return None
    if name is not None:
        return FORMATS[name]
    endings = [format for format in FORMATS.values() if out.name.endswith(format.suffix)]
    if not endings:
        raise typer.BadParameter(f"{out} doesn't tell the format: add --format, one of {', '.join(NAMES)}.")
    return max(endings, key=lambda format: len(format.suffix))


def _parse_format(typed: str) -> str:
    if typed not in NAMES:
        raise typer.BadParameter(f"{typed!r} is not a format; there are: {', '.join(NAMES)}.")
    return typed


def export_command(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.")],
    format: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            parser=_parse_format,
            help=f"One of {', '.join(NAMES)}. By default as the file's name ends.",
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

    gold has the paragraphs that people judged completely (`onrecord judge complete`), with all their
    statements, for `onrecord evaluate` and for training; of the filters it takes --outlet, --from and --to,
    which are days of publication there.

    \b
    Examples:
      onrecord export --out all.jsonl
      onrecord export --out dovan.csv --speaker "Ilir Dovan" --about "Rescue Union"
      onrecord export --format tei --out june.xml --from 2018-06-01 --to 2018-06-30
      onrecord export --format gold --out judged.gold.jsonl
    """
    with edge():
        chosen = format_for(format, out)
        if chosen is None:
            others = (speaker, about, form, kind, status, anonymous, min_confidence, rejected or None)
            if any(value is not None for value in others):
                raise StopRun(Cause.INPUT, "gold holds every statement: only --outlet, --from and --to go.")
            from onrecord.record.sampling.samples import Scope

            with opened(record) as open_record:
                scope = Scope(outlet=outlet, since=since, until=until)
                count = export_gold(open_record, scope, out, force=force)
            say(f"{count:,} statements are in {out}")
            return
        with opened(record) as open_record:
            which = filter_of(
                speaker=speaker, about=about, outlet=outlet, form=form, kind=kind, status=status, since=since,
                until=until, anonymous=anonymous, min_confidence=min_confidence, rejected=rejected,
            )  # fmt: skip
            count = export(open_record, which, chosen, out, force=force)
        say(f"{count:,} statements are in {out}")
