"""`onrecord show`: one statement in its paragraph, with what was read and what people decided told apart.

`show_command` is what is typed; `show` does it on an open record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.edge import edge, harmless
from onrecord.cli.listing import as_json, decided, show_statements, statement_rows, who_said, write
from onrecord.cli.records import DEFAULT, FormatOption, ListFormat, RecordOption, opened
from onrecord.errors import Cause, StopRun

if TYPE_CHECKING:
    from onrecord.model import Document, Statement
    from onrecord.record import Found, Record
    from onrecord.record.judging.judgements import Entry

FEWEST = 4  # letters of an id that name a statement


def find(record: Record, id: str) -> list[Found]:
    """The statements with an id or its beginning. Raises `StopRun` where there is none, or several claims."""
    found = record.questions.statement(id) if len(id) >= FEWEST else []
    ids = sorted({one.id for one in found})
    if not ids:
        raise StopRun(
            Cause.INPUT,
            f"There is no statement {id!r} in the record. `onrecord search` tells their ids; the first "
            f"{FEWEST} letters or more of one will do.",
        )
    if len(ids) > 1:
        raise StopRun(
            Cause.INPUT,
            f"{id!r} may be any of {len(ids)} statements: {', '.join(ids[:5])}. Give more letters.",
        )
    return found


def show(record: Record, id: str, *, cite: bool, format: ListFormat) -> None:
    """Write a statement, once for each document in which the same claim stands."""
    from onrecord.record.asking.citing import citation
    from onrecord.record.asking.reading_back import ReadingsBack

    found = find(record, id)
    back = ReadingsBack(record.engine)
    if format is ListFormat.CSV:
        show_statements(found, format, nothing="")
        return
    told: list[dict[str, Any]] = []
    for number, one in enumerate(found):
        reading = back.reading(one.document)
        assert reading is not None
        document = reading.document
        read = next((stmt for stmt in reading.statements if stmt.id == one.id), None)
        entries = record.judgements.entries(one.id)
        if format is ListFormat.JSON:
            told.append(_as_json(one, document, read, entries))
            continue
        lines = [citation(one, document)] if cite else list(_page(one, document, read, entries))
        write(harmless(("\n" if number else "") + "\n".join(lines)) + "\n")
    if format is ListFormat.JSON:
        write(as_json(told))


def paragraph(found: Found, document: Document) -> str:
    """The paragraphs that hold a statement, its content between › and ‹."""
    text = document.text
    spans = (*found.source, *found.cue, *found.content)
    start = text.rfind("\n", 0, min(span.start for span in spans)) + 1
    stop = text.find("\n", max(span.end for span in spans))
    edges = [(span.start, 1, "›") for span in found.content] + [(span.end, 0, "‹") for span in found.content]
    out, at = "", start
    for place, _, mark in sorted(edges):
        out += text[at:place] + mark
        at = place
    return out + text[at : len(text) if stop < 0 else stop]


def _page(found: Found, document: Document, read: Statement | None, entries: list[Entry]) -> Iterator[str]:
    """The lines for people."""
    about = (document.title, document.outlet, document.published, document.address)
    yield f"{found.id} in {found.document_id} (document {found.document})"
    yield " · ".join(filter(None, about)) or document.path
    yield ""
    yield paragraph(found, document)
    yield ""
    yield f"Who:      {who_said(found)}"
    yield f"Cue:      {found.cue_words or '(none)'}"
    yield f"Content:  {found.content_words}"
    yield f"Said:     {_days(found) or found.said or '(not known)'}"
    yield f"As:       {found.form} {found.kind}, {found.status}; {found.act}, {found.stance}"
    yield ""
    yield f"Read:     {_as_read(read, found)}"
    yield f"Decided:  {decided(found) or 'nothing: nobody has judged it'}"
    for entry in entries:
        yield f"          {entry_words(entry)}"


def _days(found: Found) -> str:
    days = [day for day in (found.when_start, found.when_end) if day]
    return " to ".join(dict.fromkeys(days))


def _as_read(read: Statement | None, found: Found) -> str:
    """What the reader made of it, whatever people decided."""
    if read is None:
        return "not by the current reading" if found.origin != "added" else "not: the reader missed it"
    speaker = read.speaker
    who = f"{speaker.name}, because: {speaker.because}" if speaker else "no speaker was found"
    return f"{who}; {read.confidence:.0%} sure"


def entry_words(entry: Entry) -> str:
    """A judgement in a line."""
    undone = " (undone)" if entry.undone else ""
    return f"{entry.number}. {entry.at} {entry.by}: {entry.action} {entry_detail(entry)}".rstrip() + undone


def entry_detail(entry: Entry) -> str:
    """What a judgement says beside its action: "speaker Ann Lee, content 12-40"."""
    parts = []
    for name, value in entry.detail.items():
        if value is not None:
            parts.append(f"{name.replace('_', ' ')} {_told(value)}")
    return ", ".join(parts)


def _told(value: Any) -> str:
    """A value of a judgement: places as "12-40;52-60"."""
    if not isinstance(value, list):
        return str(value)
    return ";".join("-".join(map(str, one)) if isinstance(one, list) else str(one) for one in value)


def _as_json(
    found: Found, document: Document, read: Statement | None, entries: list[Entry]
) -> dict[str, Any]:
    """Everything of one statement: as it stands, as it was read, and what was decided."""
    speaker = read.speaker if read else None
    from onrecord.record.asking.citing import citation

    return statement_rows([found])[0] | {
        "paragraph": paragraph(found, document),
        "citation": citation(found, document),
        "digest": document.digest,
        "original_digest": document.original_digest,
        "read": None
        if read is None
        else {
            "speaker": speaker.name if speaker else None,
            "because": speaker.because if speaker else None,
            "source": [list(span) for span in read.source],
            "cue": [list(span) for span in read.cue],
            "content": [list(span) for span in read.content],
            "confidence": read.confidence,
        },
        "judgements": [
            {
                "number": entry.number, "at": entry.at, "by": entry.by, "action": entry.action,
                "detail": dict(entry.detail), "undone": entry.undone,
            }
            for entry in entries
        ],
    }  # fmt: skip


def show_command(
    id: Annotated[str, typer.Argument(metavar="ID", help="A statement's id, or how it begins.")],
    record: RecordOption = DEFAULT,
    cite: Annotated[bool, typer.Option("--cite", help="Print a citation with digests instead.")] = False,
    format: FormatOption = ListFormat.TABLE.value,
) -> None:
    """Show one statement in its paragraph, as it was read and as people decided.

    \b
    Examples:
      onrecord show 3f9a2c41d07be815
      onrecord show 3f9a --cite
      onrecord show 3f9a --format json
    """
    with edge(), opened(record) as open_record:
        show(open_record, id, cite=cite, format=format)
