"""What commands on a record take, and how they open it. Loads nothing that has to do with SQL by itself.

`opened` gives the record for a `with` statement; what the database says against it becomes a message.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.options import one_of, parse_confidence, parse_day
from onrecord.errors import Cause, StopRun
from onrecord.model import Form, Kind, Status

if TYPE_CHECKING:
    from onrecord.record import Filter, Record

DEFAULT = "onrecord.db"
MANY = 100  # rows that a list shows unless more are asked for


class ListFormat(StrEnum):
    """What a list looks like."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@contextmanager
def opened(address: str, *, create: bool = False, originals: bool = False) -> Iterator[Record]:
    """The record at an address. Raises `StopRun` where it can't be opened, or fails while it is used."""
    from onrecord.record import open_record

    try:
        with open_record(address, create=create, originals=originals) as record:
            yield record
    except Exception as error:
        if not type(error).__module__.startswith("sqlalchemy."):
            raise
        cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        shown = address.rsplit("@", 1)[-1]  # without a password
        raise StopRun(
            Cause.OUTPUT, f"The record at {shown} failed: {cause}. What was reported done is kept."
        ) from error


def filter_of(
    *,
    speaker: str | None = None,
    about: str | None = None,
    outlet: str | None = None,
    form: Form | None = None,
    kind: Kind | None = None,
    status: str | None = None,
    since: str | None = None,
    until: str | None = None,
    anonymous: bool | None = None,
    min_confidence: float | None = None,
    rejected: bool = False,
) -> Filter:
    """Which statements count, of what was typed. `status` None is the usual one, "all" lets in all."""
    from onrecord.record import Filter

    return Filter(
        speaker=speaker,
        about=about,
        outlet=outlet,
        form=form,
        kind=kind,
        status=None if status == "all" else status or Status.ASSERTED.value,
        since=since,
        until=until,
        anonymous=anonymous,
        min_confidence=min_confidence or 0.0,
        rejected=rejected,
    )


def _parse_format(typed: str) -> ListFormat:
    return one_of(typed, ListFormat, "format")


def _parse_form(typed: str) -> Form:
    return one_of(typed, Form, "form")


def _parse_kind(typed: str) -> Kind:
    return one_of(typed, Kind, "kind")


def _parse_status(typed: str) -> str:
    return typed if typed == "all" else one_of(typed, Status, "status")


RecordOption = Annotated[
    str,
    typer.Option("--record", metavar="RECORD", help="The record: a file, or postgresql://USER@HOST/NAME."),
]
FormatOption = Annotated[
    Any,
    typer.Option(
        "--format",
        metavar="<table|csv|json>",
        parser=_parse_format,
        help="table for people, csv or json for programs.",
    ),
]
Limit = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, help="The most statements that are given.")
]
BySpeaker = Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Said by them.")]
About = Annotated[str | None, typer.Option("--about", metavar="NAME", help="Said about them.")]
ByOutlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Published by this outlet.")]
OfForm = Annotated[
    Any, typer.Option("--form", metavar="FORM", parser=_parse_form, help="direct, mixed or indirect.")
]
OfKind = Annotated[
    Any, typer.Option("--kind", metavar="KIND", parser=_parse_kind, help="speech, thought or decree.")
]
OfStatus = Annotated[
    Any,
    typer.Option(
        "--status",
        metavar="STATUS",
        parser=_parse_status,
        help="asserted (the default), negated, future, possible, asked, or all.",
    ),
]
Since = Annotated[
    str | None, typer.Option("--from", metavar="DAY", parser=parse_day, help="Said on this day or later.")
]
Until = Annotated[
    str | None, typer.Option("--to", metavar="DAY", parser=parse_day, help="Said on this day or earlier.")
]
PublishedSince = Annotated[
    str | None,
    typer.Option("--from", metavar="DAY", parser=parse_day, help="Published on this day or later."),
]
PublishedUntil = Annotated[
    str | None,
    typer.Option("--to", metavar="DAY", parser=parse_day, help="Published on this day or earlier."),
]
Unnamed = Annotated[
    bool | None,
    typer.Option("--anonymous/--named", help="Only by unnamed people, or only by others."),
]
Sure = Annotated[
    Any,
    typer.Option(
        "--min-confidence", metavar="X", parser=parse_confidence, help="At least this sure, 0 to 1."
    ),
]
Rejected = Annotated[bool, typer.Option("--rejected", help="Also what people rejected.")]
