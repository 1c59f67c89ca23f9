"""`onrecord remove` and `onrecord redact`: take words out of a record for good, for those who must.

The `…_command` functions are what is typed. Both ask before they do it, and tell what they can't reach: the
files that the documents came from, copies of the record, and what was exported.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.edge import edge, harmless, say
from onrecord.cli.judge import PLACES, By, document_named, name_of, spans_in
from onrecord.cli.records import DEFAULT, RecordOption, opened
from onrecord.errors import Cause, StopRun
from onrecord.model import Span

if TYPE_CHECKING:
    from onrecord.model import Spans
    from onrecord.record import Record
    from onrecord.record.taking_out.removing import Removed

Yes = Annotated[bool, typer.Option("--yes", help="Don't ask: do it.")]
Why = Annotated[
    str,
    typer.Option("--why", metavar="WORDS", help="A reason, for the log. Don't put in it what is to be gone."),
]


def report(done: Removed) -> None:
    """Tell what was taken out, and what still holds it."""
    for key in done.documents:
        say(f"document {key} is removed")
    for old, new in done.blanked:
        say(f"document {old} is now {new}, with blanks")
    say(f"{done.characters:,} characters are gone from texts, index, names and log; {_files(done)}")
    for place in done.still:
        say(
            harmless(
                f"the name is also in where a document came from: {place}. Remove that document to drop it"
            )
        )
    if done.backups:
        say("copies of this record that still hold all of it:")
        for path in done.backups:
            say(harmless(f"  {path}"))
    say("the files that documents were added from, and exports, are as they were: see to them yourself")


def _files(done: Removed) -> str:
    count = len(done.documents) + len(done.blanked)
    whose = "the document" if count == 1 else f"the {count:,} documents"
    return f"the original bytes of {whose} are forgotten"


def _sure(what: str, yes: bool) -> None:
    """Asks whether it is meant. Raises `StopRun` where nobody can answer, or says no."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise StopRun(Cause.INPUT, f"This {what}, and can't be undone. Give --yes if that is meant.")
    if not typer.confirm(f"This {what}, and can't be undone. Do it?", err=True):
        raise StopRun(Cause.INPUT, "Nothing was changed.")


def _one(record: Record, document: str | None, speaker: str | None) -> str | None:
    """The key of the document that is named, None where a speaker is."""
    if (document is None) == (speaker is None):
        raise StopRun(Cause.INPUT, "Name a document, or somebody by --speaker; not both.")
    return None if document is None else document_named(record, document)


def _everywhere(place: str, text: str) -> Spans:
    """Places as they were typed, or everywhere that some words stand."""
    if PLACES.fullmatch(place.strip()) or not place or place not in text:
        return spans_in(place, text)
    return tuple(Span(*found.span()) for found in re.finditer(re.escape(place), text))


Document = Annotated[
    str | None, typer.Argument(metavar="[DOCUMENT]", help="A document's key, id or path.", show_default=False)
]


def remove_command(
    document: Document = None,
    record: RecordOption = DEFAULT,
    speaker: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Somebody's names, and all that was read of what he said."),
    ] = None,
    allow: Annotated[
        str | None,
        typer.Option(metavar="PLACE", help="Let in again what comes from a path or an address."),
    ] = None,
    why: Why = "",
    yes: Yes = False,
    by: By = None,
) -> None:
    """Take a document out of the record, or what one speaker said, with his name.

    Nothing of it is left: not in the text, the index, the names, the original bytes or the log, which keeps
    that something was removed, when and by whom. What was at the same path or address does not come in again
    unless --allow lets it. Copies of the record are listed, not touched.

    \b
    Examples:
      onrecord remove evacuation --why "taken down at the outlet's request"
      onrecord remove --speaker "Ilir Dovan" --yes
      onrecord remove --allow news/evacuation.txt
    """
    with edge(), opened(record, originals=True) as open_record:
        if allow is not None:
            was = open_record.removing.allow(allow)
            say(f"{allow} is let in again" if was else f"{allow} was not kept out")
            return
        key = _one(open_record, document, speaker)
        if key is not None:
            _sure(f"takes the document {document} out of the record", yes)
            report(open_record.removing.document(key, by=name_of(by), reason=why))
            return
        _sure(f"blanks out the names of {speaker} and all that was read of what they said", yes)
        report(open_record.removing.speaker(speaker or "", by=name_of(by), words=True, reason=why))


def redact_command(
    document: Document = None,
    place: Annotated[
        str | None,
        typer.Argument(
            metavar="[PLACE]",
            help="Places such as 12-40;52-60, or words, wherever they stand.",
            show_default=False,
        ),
    ] = None,
    record: RecordOption = DEFAULT,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Somebody's names, in all documents; not what he said.")
    ] = None,
    why: Why = "",
    yes: Yes = False,
    by: By = None,
) -> None:
    """Blank out words of a document, or somebody's names in all documents.

    Every character becomes █, so that all other places stay what they are; the document and its statements
    get new keys and ids, since the old ones were made of the words. Judgements go with them. The original
    bytes are forgotten.

    \b
    Examples:
      onrecord redact evacuation "the baker from Port Mole"
      onrecord redact evacuation 120-143 --yes
      onrecord redact --speaker "Ilir Dovan"
    """
    with edge(), opened(record, originals=True) as open_record:
        key = _one(open_record, document, speaker)
        if key is None:
            _sure(f"blanks out the names of {speaker} in all documents", yes)
            report(open_record.removing.speaker(speaker or "", by=name_of(by), words=False, reason=why))
            return
        if place is None:
            raise StopRun(Cause.INPUT, "Tell which words are to be blanked out, or their place.")
        spans = _everywhere(place, open_record.questions.text(key) or "")
        _sure(f"blanks out {sum(end - start for start, end in spans)} characters of {document}", yes)
        report(open_record.removing.spans(key, spans, by=name_of(by), reason=why))
