"""`onrecord judge …`: what people decide about statements and speakers.

The `…_command` functions are what is typed; they hand it to the record's judgements. Nothing is overwritten:
every decision is a further entry, which a later one can undo.
"""

from __future__ import annotations

import getpass
import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.edge import edge, say
from onrecord.cli.listing import show
from onrecord.cli.options import parse_day
from onrecord.cli.records import DEFAULT, FormatOption, ListFormat, OfKind, RecordOption, opened
from onrecord.cli.show import entry_detail, find
from onrecord.errors import Cause, StopRun
from onrecord.model import Kind, Span, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model.span import Spans
    from onrecord.record import Record
    from onrecord.record.judging.judgements import Entry

judge_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Decide what is right and what is wrong."
)

HEADS = {"number": "No.", "at": "At", "by": "By", "action": "Action", "statement": "ID", "what": "Detail"}
PLACES = re.compile(r"\d+-\d+(?:;\d+-\d+)*")


def spans_in(typed: str, text: str) -> Spans:
    """Places such as "12-40;52-60", or the words themselves where the text has them just once."""
    if PLACES.fullmatch(typed.strip()):
        places = (part.split("-") for part in typed.strip().split(";"))
        return tuple(Span(int(start), int(end)) for start, end in places)
    first = text.find(typed)
    if not typed or first < 0:
        raise StopRun(
            Cause.INPUT, f"The text does not hold the words {typed!r}. Copy them just as they stand."
        )
    if text.find(typed, first + 1) >= 0:
        raise StopRun(
            Cause.INPUT,
            f"The words {typed!r} stand in the text more than once. Give their place, such as 12-40.",
        )
    return (Span(first, first + len(typed)),)


def changes_of(record: Record, id: str, typed: Mapping[str, str | bool | None]) -> dict[str, Any]:
    """What is to be set right of a statement, with words turned into places."""
    document = find(record, id)[0].document
    text = record.questions.text(document) or ""
    given = {name: value for name, value in typed.items() if value is not None}
    if not given:
        raise StopRun(
            Cause.INPUT, "Nothing is named to set right. `onrecord judge change --help` tells what can be."
        )
    places = ("source", "cue", "content")
    return {name: spans_in(str(it), text) if name in places else it for name, it in given.items()}


def document_named(record: Record, name: str) -> str:
    """The key of the one document with this key, id or path."""
    from onrecord.record.asking.reading_back import ReadingsBack

    keys = ReadingsBack(record.engine).find(name)
    if len(keys) != 1:
        what = "no document" if not keys else f"more than one document ({', '.join(keys[:5])})"
        raise StopRun(
            Cause.INPUT, f"There is {what} {name!r} in the record. Give a document's key, as `show` tells it."
        )
    return keys[0]


Id = Annotated[str, typer.Argument(metavar="ID", help="A statement's id, or how it begins.")]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides. By default your login name.")
]
Speaker = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="Who said it: a name or a key.")
]
Unnamed = Annotated[
    bool, typer.Option("--unnamed", help="The speaker has no name in the text, such as two officials.")
]
Place = "places such as 12-40;52-60, or the words."
Source = Annotated[str | None, typer.Option("--source", metavar="PLACE", help=f"Source: {Place}")]
Cue = Annotated[str | None, typer.Option("--cue", metavar="PLACE", help=f"Cue: {Place}")]
Day = typer.Option(metavar="DAY", parser=parse_day, help="The day it was said, YYYY-MM-DD.")


def name_of(by: str | None) -> str:
    """Who decides."""
    try:
        return by or getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise StopRun(Cause.INPUT, "Nobody knows your name here. Give it by --by.") from None


@judge_app.command("accept")
def accept_command(id: Id, record: RecordOption = DEFAULT, by: By = None) -> None:
    """Decide that a statement is right.

    \b
    Examples:
      onrecord judge accept 3f9a2c41
    """
    with edge(), opened(record) as open_record:
        number = open_record.judgements.accept(find(open_record, id)[0].id, by=name_of(by))
        say(f"accepted; this is judgement {number}")


@judge_app.command("reject")
def reject_command(id: Id, record: RecordOption = DEFAULT, by: By = None) -> None:
    """Decide that a statement is wrong: it counts no more, and can be seen by --rejected.

    \b
    Examples:
      onrecord judge reject 3f9a2c41 --by Ann
    """
    with edge(), opened(record) as open_record:
        number = open_record.judgements.reject(find(open_record, id)[0].id, by=name_of(by))
        say(f"rejected; this is judgement {number}")


@judge_app.command("change")
def change_command(
    id: Id,
    record: RecordOption = DEFAULT,
    speaker: Speaker = None,
    unnamed: Unnamed = False,
    addressee: Annotated[str | None, typer.Option(metavar="NAME", help="To whom it was said.")] = None,
    source: Source = None,
    cue: Cue = None,
    content: Annotated[
        str | None, typer.Option("--content", metavar="PLACE", help=f"Content: {Place}")
    ] = None,
    when: Annotated[str | None, Day] = None,
    when_end: Annotated[
        str | None,
        typer.Option(metavar="DAY", parser=parse_day, help="The last day that it may have been said."),
    ] = None,
    status: Annotated[
        Status | None, typer.Option(help="Whether it was said; only what was said counts.")
    ] = None,
    by: By = None,
) -> None:
    """Set right what was read of a statement.

    The text and what was read stay as they are; `onrecord show` tells both.

    \b
    Examples:
      onrecord judge change 3f9a2c41 --speaker "Ilir Dovan"
      onrecord judge change 3f9a2c41 --content 120-188 --when 2018-07-24
      onrecord judge change 3f9a2c41 --speaker "two officials" --unnamed
      onrecord judge change 3f9a2c41 --status negated
    """
    with edge(), opened(record) as open_record:
        typed = {
            "speaker": speaker, "addressee": addressee, "source": source, "cue": cue, "content": content,
            "when_start": when, "when_end": when_end, "unnamed": unnamed or None,
            "status": status.value if status else None,
        }  # fmt: skip
        changes = changes_of(open_record, id, typed)
        number = open_record.judgements.change(find(open_record, id)[0].id, by=name_of(by), **changes)
        say(f"changed; this is judgement {number}")


@judge_app.command("add")
def add_command(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document's key, id or path.")],
    content: Annotated[str, typer.Option("--content", metavar="PLACE", help=f"Content: {Place}")],
    record: RecordOption = DEFAULT,
    source: Source = None,
    cue: Cue = None,
    speaker: Speaker = None,
    unnamed: Unnamed = False,
    kind: OfKind = Kind.SPEECH.value,
    by: By = None,
) -> None:
    """Add a statement that the reader missed.

    \b
    Examples:
      onrecord judge add evacuation --content "the road was open" --source Park --cue said
    """
    with edge(), opened(record) as open_record:
        key = document_named(open_record, document)
        text = open_record.questions.text(key) or ""
        made = open_record.judgements.add(
            key,
            by=name_of(by),
            content=spans_in(content, text),
            source=spans_in(source, text) if source else (),
            cue=spans_in(cue, text) if cue else (),
            speaker=speaker,
            unnamed=unnamed,
            kind=kind,
        )
        say(f"added; this is statement {made}")


@judge_app.command("merge")
def merge_command(
    key: Annotated[str, typer.Argument(metavar="KEY", help="A speaker's key, as `onrecord who` tells it.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The key of the speaker who it is.")],
    record: RecordOption = DEFAULT,
    by: By = None,
) -> None:
    """Decide that two speakers are one. Undo it to part them again.

    \b
    Examples:
      onrecord judge merge "per:bob lee" "per:robert lee"
    """
    with edge(), opened(record) as open_record:
        say(f"merged; this is judgement {open_record.judgements.merge(key, into, by=name_of(by))}")


@judge_app.command("undo")
def undo_command(
    number: Annotated[int, typer.Argument(metavar="NUMBER", min=1, help="A judgement's number.")],
    record: RecordOption = DEFAULT,
    by: By = None,
) -> None:
    """Take a judgement back. It stays in the list, and so does this.

    \b
    Examples:
      onrecord judge undo 12
    """
    with edge(), opened(record) as open_record:
        say(f"undone; this is judgement {open_record.judgements.undo(number, by=name_of(by))}")


@judge_app.command("list")
def list_command(
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only those on this statement.")] = None,
    record: RecordOption = DEFAULT,
    format: FormatOption = ListFormat.TABLE.value,
) -> None:
    """List all judgements: who decided what, and when.

    \b
    Examples:
      onrecord judge list
      onrecord judge list 3f9a2c41 --format json
    """
    with edge(), opened(record) as open_record:
        entries = open_record.judgements.entries(find(open_record, id)[0].id if id else None)
        show_entries(entries, format, nothing="Nobody has judged anything yet.")


def show_entries(entries: Sequence[Entry], format: ListFormat, *, nothing: str) -> None:
    """Write judgements in order; in a table those that were undone are marked."""
    rows: list[dict[str, Any]] = [
        {
            "number": entry.number, "at": entry.at, "by": entry.by, "action": entry.action,
            "statement": entry.statement, "undone": entry.undone, "part_of": entry.part_of,
            "what": entry_detail(entry),
        }
        for entry in entries
    ]  # fmt: skip
    for row in rows if format is ListFormat.TABLE else ():
        row["action"] += f" (part of {row['part_of']})" if row["part_of"] else ""
        row["action"] += " (undone)" if row["undone"] else ""
    show(rows, HEADS, format, nothing=nothing)
