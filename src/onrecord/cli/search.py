"""`onrecord search`, `who` and `about`: what a record holds, by words and by names.

The `…_command` functions are what is typed; the plain ones do it on an open record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.edge import edge, say
from onrecord.cli.listing import as_json, show_statements, statement_rows, write
from onrecord.cli.records import (
    DEFAULT,
    MANY,
    About,
    ByOutlet,
    BySpeaker,
    FormatOption,
    Limit,
    ListFormat,
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

if TYPE_CHECKING:
    from onrecord.record import Filter, Record

NOTHING = "Nothing was found."
WHO_HEADS = {"id": "ID", "said": "Said", "what": "What", "where": "Where"}
ABOUT_HEADS = {"who": "Who", "id": "ID", "said": "Said", "what": "What", "where": "Where"}


def search(record: Record, words: str, which: Filter, *, limit: int, format: ListFormat) -> None:
    """Write the statements that hold some words, the latest first."""
    found = record.questions.search(words, which, limit=limit)
    show_statements(found, format, nothing=NOTHING)
    if len(found) == limit:
        _say_more(record.questions.count(words, which), limit)


def who(record: Record, name: str, which: Filter, *, limit: int, format: ListFormat) -> None:
    """Write all that one speaker said, by day, under his names and outlets."""
    found = record.questions.who(name, which, limit=limit)
    speakers = record.questions.speakers(name)
    if format is ListFormat.JSON:
        told = [
            {
                "key": one.key, "name": one.name, "type": one.type, "statements": one.statements,
                "documents": one.documents, "aliases": list(one.aliases),
            }
            for one in speakers
        ]  # fmt: skip
        write(as_json({"speakers": told, "statements": statement_rows(found)}))
        return
    if format is ListFormat.TABLE:
        from onrecord.cli.edge import harmless

        for one in speakers:
            also = ", ".join(name for name in one.aliases if name != one.name)
            words = f"{one.name} ({one.key}), statements: {one.statements:,}, documents: {one.documents:,}"
            write(harmless(words + (f"; also {also}" if also else "")) + "\n")
        outlets = sorted({one.outlet for one in found if one.outlet})
        if outlets:
            write(harmless(f"Outlets: {', '.join(outlets)}") + "\n")
        write("\n" if speakers else "")
    heads = WHO_HEADS if len(speakers) == 1 else ABOUT_HEADS
    show_statements(found, format, heads=heads, nothing=f"Nothing that {name!r} said was found.")
    if len(found) == limit:
        _say_more(None, limit)


def about(record: Record, name: str, which: Filter, *, limit: int, format: ListFormat) -> None:
    """Write who says what about somebody, by speaker and day."""
    found = record.questions.about(name, which, limit=limit)
    show_statements(found, format, heads=ABOUT_HEADS, nothing=f"Nothing about {name!r} was found.")
    if len(found) == limit:
        _say_more(None, limit)


def _say_more(count: int | None, limit: int) -> None:
    if count is None:
        say(f"These are the first {limit:,}; --limit gives more.")
    elif count > limit:
        say(f"These are {limit:,} of {count:,}; --limit gives more.")


def search_command(
    words: Annotated[str, typer.Argument(metavar="WORDS", help='Words; a "phrase" in quotation marks.')] = "",
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
    limit: Limit = MANY,
    format: FormatOption = ListFormat.TABLE.value,
) -> None:
    """Find statements by the words in them, the latest first.

    Words are found in all their forms ("promise" finds "promised"), accents don't matter, and no sign is a
    mistake. Only statements that were made are given, unless --status asks for others. Without words all
    that the options let through are given.

    \b
    Examples:
      onrecord search "evacuation"
      onrecord search '"our patience" border' --speaker Dovan
      onrecord search --about "Rescue Union" --from 2018-06-01 --to 2018-06-30
      onrecord search ceasefire --anonymous --format csv
    """
    with edge(), opened(record) as open_record:
        which = filter_of(
            speaker=speaker, about=about, outlet=outlet, form=form, kind=kind, status=status, since=since,
            until=until, anonymous=anonymous, min_confidence=min_confidence, rejected=rejected,
        )  # fmt: skip
        search(open_record, words, which, limit=limit, format=format)


def who_command(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name, or a speaker's key such as per:ann lee.")
    ],
    record: RecordOption = DEFAULT,
    about: About = None,
    outlet: ByOutlet = None,
    form: OfForm = None,
    kind: OfKind = None,
    status: OfStatus = None,
    since: Since = None,
    until: Until = None,
    min_confidence: Sure = None,
    rejected: Rejected = False,
    limit: Limit = MANY,
    format: FormatOption = ListFormat.TABLE.value,
) -> None:
    """List all that one speaker said, by the day it was said.

    Whom the name may stand for is told first, each with the key by which `onrecord judge merge` takes them.

    \b
    Examples:
      onrecord who "Ilir Dovan"
      onrecord who Dovan --about "Rescue Union" --format csv
    """
    with edge(), opened(record) as open_record:
        which = filter_of(
            about=about, outlet=outlet, form=form, kind=kind, status=status, since=since, until=until,
            min_confidence=min_confidence, rejected=rejected,
        )  # fmt: skip
        who(open_record, name, which, limit=limit, format=format)


def about_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or a key.")],
    record: RecordOption = DEFAULT,
    speaker: BySpeaker = None,
    outlet: ByOutlet = None,
    form: OfForm = None,
    kind: OfKind = None,
    status: OfStatus = None,
    since: Since = None,
    until: Until = None,
    min_confidence: Sure = None,
    rejected: Rejected = False,
    limit: Limit = MANY,
    format: FormatOption = ListFormat.TABLE.value,
) -> None:
    """List who says what about somebody, by speaker and day.

    \b
    Examples:
      onrecord about "Rescue Union"
      onrecord about "Rescue Union" --outlet "The Post" --format json
    """
    with edge(), opened(record) as open_record:
        which = filter_of(
            speaker=speaker, outlet=outlet, form=form, kind=kind, status=status, since=since, until=until,
            min_confidence=min_confidence, rejected=rejected,
        )  # fmt: skip
        about(open_record, name, which, limit=limit, format=format)
