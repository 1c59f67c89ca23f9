"""`onrecord judge split`, `split-statement`, `merge-statements`, `complete` and `lost`.

Decisions that take several steps and are undone as one, and those that a later reading left behind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.edge import edge, say
from onrecord.cli.judge import By, document_named, judge_app, name_of, show_entries
from onrecord.cli.records import DEFAULT, FormatOption, ListFormat, RecordOption, opened
from onrecord.cli.show import find
from onrecord.errors import Cause, StopRun

if TYPE_CHECKING:
    from onrecord.model.span import Spans

__all__ = ["judge_app"]


def starts_in(typed: str, text: str, content: Spans) -> int:
    """Where a part begins: a place such as 52, or the words with which it does, once in the content."""
    if re.fullmatch(r"\d+", typed.strip()):
        return int(typed)
    places = [
        span.start + found.start()
        for span in content
        for found in re.finditer(re.escape(typed), span.slice(text))
    ]
    if len(places) != 1 or not typed:
        how = "do not stand in the content" if not places else "stand in the content more than once"
        raise StopRun(
            Cause.INPUT,
            f"The words {typed!r} {how}. Copy them just as they stand, or give a place, such as 52.",
        )
    return places[0]


@judge_app.command("split")
def split_command(
    key: Annotated[str, typer.Argument(metavar="KEY", help="A speaker's key, as `onrecord who` tells it.")],
    into: Annotated[
        str, typer.Option("--into", metavar="NAME", help="The other's name; or the key of one who is known.")
    ],
    document: Annotated[
        list[str] | None,
        typer.Option(
            "--document", metavar="DOCUMENT", help="What he says in this document. May be repeated."
        ),
    ] = None,
    statement: Annotated[
        list[str] | None, typer.Option("--statement", metavar="ID", help="This statement. May be repeated.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="What he says in this outlet.")
    ] = None,
    word: Annotated[
        str | None, typer.Option("--word", metavar="WORD", help="Tells the other from him, such as judge.")
    ] = None,
    record: RecordOption = DEFAULT,
    by: By = None,
) -> None:
    """Decide that some statements of a speaker are another person's.

    The other gets a key of his own, also where both have the same name. Of documents, statements and an
    outlet those statements are taken that fit all that is given. One undo takes it all back.

    \b
    Examples:
      onrecord judge split "per:john lee" --document harbour --into "John Lee" --word judge
      onrecord judge split "per:john lee" --statement 3f9a2c41 --into "per:john lee~judge"
      onrecord judge split "per:john lee" --outlet "Dale Post" --into "John Lee"
    """
    with edge(), opened(record) as open_record:
        number, other, count = open_record.judgements.split(
            key,
            into,
            by=name_of(by),
            word=word,
            documents=[document_named(open_record, name) for name in document or ()],
            statements=[find(open_record, id)[0].id for id in statement or ()],
            outlet=outlet,
        )
        say(f"split: {other} has {count:,} of the statements now; this is judgement {number}")


@judge_app.command("split-statement")
def split_statement_command(
    id: Annotated[str, typer.Argument(metavar="ID", help="A statement's id, or how it begins.")],
    at: Annotated[
        list[str],
        typer.Option(
            "--at", metavar="PLACE", help="Where the next statement begins: a place, or its first words."
        ),
    ],
    record: RecordOption = DEFAULT,
    by: By = None,
) -> None:
    """Decide that one content is several statements. Repeat --at for more than two.

    The first keeps the id; the others have its source, cue, speaker and day. One undo takes it back.

    \b
    Examples:
      onrecord judge split-statement 3f9a2c41 --at "and that the dam"
      onrecord judge split-statement 3f9a2c41 --at 152 --at 210
    """
    with edge(), opened(record) as open_record:
        found = find(open_record, id)[0]
        text = open_record.questions.text(found.document) or ""
        starts = [starts_in(typed, text, found.content) for typed in at]
        number, ids = open_record.judgements.split_statement(found.id, starts, by=name_of(by))
        say(f"split into {', '.join(ids)}; this is judgement {number}")


@judge_app.command("merge-statements")
def merge_statements_command(
    ids: Annotated[list[str], typer.Argument(metavar="ID ID…", help="Statements that are one.")],
    record: RecordOption = DEFAULT,
    by: By = None,
) -> None:
    """Decide that several statements are one, whose content has all their spans.

    The first keeps its id, source, cue and speaker; the others count no more. One undo takes it back.

    \b
    Examples:
      onrecord judge merge-statements 3f9a2c41 77b0e9d2
    """
    with edge(), opened(record) as open_record:
        whole = [find(open_record, id)[0].id for id in ids]
        number = open_record.judgements.merge_statements(whole, by=name_of(by))
        say(f"merged into {whole[0]}; this is judgement {number}")


@judge_app.command("complete")
def complete_command(
    samples: Annotated[
        list[int], typer.Argument(metavar="SAMPLE…", min=1, help="Numbers, as `onrecord sample` tells them.")
    ],
    record: RecordOption = DEFAULT,
    by: By = None,
) -> None:
    """Mark drawn paragraphs as judged completely.

    Do it when every statement in the paragraph was accepted, rejected or set right, and what was missed
    added. What you have not judged in it is accepted by that. Paragraphs without a statement count as much.

    \b
    Examples:
      onrecord judge complete 12
      onrecord judge complete 12 13 14 --by Ann
    """
    from onrecord.record.sampling.samples import Samples

    with edge(), opened(record) as open_record:
        for sample in samples:
            number, accepted = Samples(open_record.engine).complete(sample, by=name_of(by))
            say(f"sample {sample} is complete, {accepted} accepted by that; this is judgement {number}")


@judge_app.command("lost")
def lost_command(record: RecordOption = DEFAULT, format: FormatOption = ListFormat.TABLE.value) -> None:
    """List the judgements on statements that a later reading no longer has, nor any with the same words.

    They stay in the record; `onrecord show` shows such a statement, and `judge add` adds it again.

    \b
    Examples:
      onrecord judge lost
      onrecord judge lost --format csv
    """
    with edge(), opened(record) as open_record:
        show_entries(open_record.judgements.lost(), format, nothing="No judgement was lost.")
