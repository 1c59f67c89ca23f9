"""What is typed → values, or a message that names the value, what is allowed and what to do.

Used by the commands' signatures; Typer calls these before a command begins.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from onrecord.model import Kind, Status

_Word = TypeVar("_Word", bound=StrEnum)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Format(StrEnum):
    """What the output looks like."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


# What a file's name says of the format, where --format does not.
SUFFIXES = {".jsonl": Format.JSONL, ".ndjson": Format.JSONL, ".json": Format.JSONL, ".csv": Format.CSV}


def parse_format(typed: str) -> Format:
    """What the output looks like, in one word."""
    return one_of(typed, Format, "format")


def parse_day(typed: str) -> str:
    """A day as YYYY-MM-DD."""
    try:
        if _DAY.fullmatch(typed):
            return date.fromisoformat(typed).isoformat()
        why = "it is not written so"
    except ValueError as error:
        why = str(error)
    raise typer.BadParameter(f"{typed!r} is not a day as YYYY-MM-DD, such as 2018-07-26: {why}.")


def parse_confidence(typed: str) -> float:
    """A confidence from 0 to 1."""
    try:
        number = float(typed)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:  # false for "nan" too
        raise typer.BadParameter(f"{typed} is not a confidence; give a number from 0 to 1, such as 0.8.")
    return number


def parse_kinds(typed: str) -> frozenset[Kind]:
    """Kinds of statement, parted by commas."""
    return _words(typed, Kind, "kind")


def parse_statuses(typed: str) -> frozenset[Status]:
    """Statuses of statements, parted by commas, or "all"."""
    return frozenset(Status) if typed.strip() == "all" else _words(typed, Status, "status")


def one_of(typed: str, words: type[_Word], what: str) -> _Word:
    """The one of `words` that was typed; `what` they are is told to who typed another."""
    if typed not in set(words):
        raise typer.BadParameter(f"{typed!r} is not a {what}; there are: {', '.join(words)}.")
    return words(typed)


def _words(typed: str, words: type[_Word], what: str) -> frozenset[_Word]:
    given = [part.strip().lower() for part in typed.split(",") if part.strip()]
    if not given:
        raise typer.BadParameter(f"no {what} is named; there are: {', '.join(words)}.")
    return frozenset(one_of(part, words, what) for part in given)


# What commands take, in the order of their help. Values that need more than a look come through a parser.
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders, patterns such as 'news/*.txt', or - for stdin."),
]
FormatOption = Annotated[
    Any,
    typer.Option(
        metavar="<text|jsonl|csv>",
        parser=parse_format,
        help="text for people, jsonl or csv for programs. By default as the name of --out ends, else text.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        parser=parse_day,
        help="Day of publication, YYYY-MM-DD, of documents that don't state theirs.",
    ),
]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who published the documents that don't state it.")
]
Kinds = Annotated[
    Any,
    typer.Option(
        metavar="KINDS",
        parser=parse_kinds,
        help="Keep only these, parted by commas: speech, thought, decree.",
    ),
]
Statuses = Annotated[
    Any,
    typer.Option(
        metavar="STATUSES",
        parser=parse_statuses,
        help="Keep only these, by commas: asserted, negated, future, possible, asked; or all. "
        "By default all, but in CSV asserted.",
    ),
]
MinConfidence = Annotated[
    Any,
    typer.Option(
        metavar="X", parser=parse_confidence, help="Keep only statements at least this sure, from 0 to 1."
    ),
]
NoText = Annotated[bool, typer.Option("--no-text", help="Leave the documents' texts out of JSON lines.")]
Out = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write to this file, which must not be there yet.")
]
Resume = Annotated[
    bool,
    typer.Option("--resume", help="Go on with a file of JSON lines: documents that are in it are not read."),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file of --out if it is there.")]
Workers = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        max=256,
        help="Processes that read. By default one for a few documents, else one for each core.",
    ),
]
MaxBytes = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="The largest document that is read, in bytes.")
]
