"""`onrecord import`: what people did to exported statements in brat or INCEpTION, taken as judgements.

`import_command` is what is typed; `import_edits` does it on an open record, a file after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.edge import edge, harmless, say
from onrecord.cli.judge import By, name_of
from onrecord.cli.listing import write
from onrecord.cli.records import DEFAULT, RecordOption, opened
from onrecord.errors import Cause, StopRun

if TYPE_CHECKING:
    from onrecord.cli.edited_files import Edited, Exports
    from onrecord.record import Record
    from onrecord.record.judging.edit_plan import Step
    from onrecord.record.judging.editing import Taken

FAILED = 1  # exit status
DONE = {"accept": "accepted", "reject": "rejected", "change": "changed", "add": "added"}


@dataclass
class Count:
    """What became of files, and how many judgements of each kind they came to."""

    files: int = 0
    failed: int = 0
    actions: dict[str, int] = field(default_factory=dict)

    def words(self, *, dry_run: bool) -> str:
        """All of it in a line."""
        told = [f"{count:,} {DONE[action]}" for action, count in sorted(self.actions.items())]
        did = ", ".join(told) or "nothing new"
        failed = f", {self.failed:,} failed" if self.failed else ""
        return f"{self.files:,} files{failed}: {did}" + (" (nothing was written)" if dry_run else "")


def import_edits(
    record: Record,
    files: Iterable[Edited],
    exports: Exports,
    *,
    by: str,
    accept_untouched: bool = False,
    dry_run: bool = False,
) -> Count:
    """Take files as judgements. What is wrong with one is told, and the others go on."""
    from onrecord.exports.edited import BadAnnotation
    from onrecord.record.judging.editing import take_edits

    count = Count()
    for edited in files:
        count.files += 1
        try:
            document = edited.document()
            taken = take_edits(
                record.engine,
                document,
                by=by,
                file=Path(edited.name).name,
                exported=exports.of(edited, document.text),
                accept_untouched=accept_untouched,
                dry_run=dry_run,
            )
        except (BadAnnotation, StopRun) as error:
            if isinstance(error, StopRun) and error.cause is not Cause.INPUT:
                raise
            count.failed += 1
            say(f"{edited.name}: {error}")
            continue
        for step in taken.steps:
            count.actions[step.action] = count.actions.get(step.action, 0) + 1
        for line in _lines(edited.name, document.text, taken, dry_run=dry_run):
            write(harmless(line) + "\n")
    return count


def _lines(name: str, text: str, taken: Taken, *, dry_run: bool) -> Iterator[str]:
    """What a file came to, a line for each judgement."""
    judgement = f"judgement {taken.number}" if taken.number is not None else "nothing to decide"
    if dry_run and taken.steps:
        judgement = "would be one judgement"
    yield f"{name}: {judgement}; {taken.untouched:,} untouched"
    for step in taken.steps:
        yield f"  {step.action} {step.statement} {_what(step, text)}".rstrip()
    for reason in taken.left:
        yield f"  left: {reason}"


def _what(step: Step, text: str) -> str:
    """What a judgement sets right, in the text's words."""
    parts = [] if step.unnamed is None else [f"speaker without a name: {step.unnamed}"]
    spans = {name: step.detail.get(name) for name in ("source", "cue", "content")}
    if step.added is not None:
        spans = {name: getattr(step.added, name) for name in spans}
    for name, places in spans.items():
        if places:
            words = " … ".join(" ".join(span.slice(text).split()) for span in places)
            parts.append(f"{name} “{words}”")
    if step.detail.get("speaker"):
        parts.append(f"speaker {step.detail['speaker']}")
    return ", ".join(parts)


def import_command(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="An .ann or .xmi, a folder, or a zip of them.")
    ],
    record: RecordOption = DEFAULT,
    exported: Annotated[
        list[Path] | None,
        typer.Option(
            "--exported",
            metavar="FILE",
            help="What `onrecord export` wrote, where it isn't beside the files.",
        ),
    ] = None,
    accept_unchanged: Annotated[
        bool, typer.Option("--accept-unchanged", help="Accept the statements that nobody touched.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be decided; write nothing.")
    ] = False,
    by: By = None,
) -> None:
    """Take what people did in brat or INCEpTION as judgements.

    The files are those of `onrecord export --format brat` or `inception`, edited. A statement whose places or
    speaker differ from what was exported is changed, one that is not there any more is rejected, and one
    that is new is added. What was decided in the record meanwhile stands. All that a file comes to is one
    judgement, and one undo takes it back; the same file again changes nothing.

    The .onrecord.json beside each file tells what was exported. Where it got lost, name the export by
    --exported; without it nothing is taken for removed.

    \b
    Examples:
      onrecord import edited/ --by Ann
      onrecord import rain.ann --dry-run
      onrecord import rain.xmi --exported june.inception.zip --accept-unchanged
    """
    from onrecord.cli.edited_files import Exports, edited_files, shelf_of
    from onrecord.exports.edited import BadAnnotation

    with edge(), ExitStack() as stack:
        exports = Exports()
        for path in exported or ():
            try:
                if not exports.learn(shelf_of(path, stack)):
                    raise StopRun(Cause.INPUT, f"{path} holds no .onrecord.json. Give what was exported.")
            except BadAnnotation as error:
                raise StopRun(Cause.INPUT, f"{path}: {error}") from None
        with opened(record) as open_record:
            count = import_edits(
                open_record,
                edited_files(files, stack),
                exports,
                by=name_of(by),
                accept_untouched=accept_unchanged,
                dry_run=dry_run,
            )
        say(count.words(dry_run=dry_run))
    raise typer.Exit(FAILED if count.failed else 0)
