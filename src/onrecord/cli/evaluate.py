"""`onrecord evaluate`: how well statements are found in texts that people have marked.

`evaluate_command` is what is typed; `evaluate` does it and gives the scores; score_view.py shows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.edge import edge, say
from onrecord.cli.options import Workers, one_of
from onrecord.cli.tally import SOME_FAILED
from onrecord.errors import Cause, SkipDocument, StopRun
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.scores import DetailScores, Marked, Scores

Row = Mapping[str, Any]

# What is compared of a found line besides its statements; its text is not kept.
_COMPARED = ("entities", "labels")


class ScoreFormat(StrEnum):
    """What the scores look like."""

    TEXT = "text"
    JSON = "json"


def parse_format(typed: str) -> ScoreFormat:
    """What the scores look like, in one word."""
    return one_of(typed, ScoreFormat, "format")


@dataclass(slots=True)
class Evaluation:
    """The scores of all texts and of each outlet's, and how many texts nothing is known of.

    `details` are the scores of the texts whose speakers or labels people told; None where they told none.
    """

    total: Scores
    outlets: dict[str, Scores]
    details: DetailScores | None = None
    texts: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateOptions:
    """What to compare: marked texts, and statements found in them, or None to read them now."""

    gold: Path
    found: Path | None = None
    top: bool = False
    workers: int | None = None
    settings: Settings = field(default_factory=Settings)


def evaluate(options: EvaluateOptions) -> Evaluation:
    """Score what was found, or what is found now, against what people marked.

    A text that was not read counts as one in which nothing was found. Raises `StopRun` when scipy is
    missing or a file is not what it should be.
    """
    from onrecord.scores import Scores, has_details, marked_in, need_scipy, score

    need_scipy()
    rows = {_name(row, options.gold): row for row in _rows(options.gold)}
    found = _read_now(options, len(rows)) if options.found is None else _read_before(options)
    result = Evaluation(Scores(), {}, texts=len(rows))
    for name, row in rows.items():
        if not isinstance(row.get("text"), str):
            raise StopRun(Cause.INPUT, f'The line {name!r} of {options.gold} has no "text".')
        result.unread += name not in found
        row, reading = _judged(row, found.get(name, {}), options.gold)
        gold = _marked(row, options.gold)
        scores = score(row["text"], gold, marked_in(reading))
        if has_details(row):
            details = _details(row, reading, options.gold)
            result.details = details if result.details is None else result.details + details
        outlet = str(row.get("outlet") or "")
        result.total += scores
        result.outlets[outlet] = result.outlets.get(outlet, Scores()) + scores
    return result


def _read_before(options: EvaluateOptions) -> dict[str, Row]:
    """What an earlier run found, from the file that it wrote, by the text's id."""
    path = options.found or options.gold
    found = {}
    for row in _rows(path):
        if not row.get("error"):
            _marked(row, path)  # a line that is not as it should be is named here
            found[_name(row, path)] = _kept(row, options)
    return found


def _read_now(options: EvaluateOptions, total: int) -> dict[str, Row]:
    """What is found in the marked texts now, by the text's id."""
    import msgspec

    from onrecord.cli.progress import progress
    from onrecord.cli.read import load_reader
    from onrecord.exports.jsonl import as_record
    from onrecord.ingest import open_inputs
    from onrecord.jobs import Task, read_inputs

    inputs = open_inputs([options.gold], max_bytes=options.settings.max_bytes)
    task = Task(load_reader=partial(load_reader, options.settings), workers=options.workers)
    found = {}
    with progress(total, screen_is_taken=False) as told:
        for reading in read_inputs(inputs, task):
            told.advance()
            if reading.error is not None:
                told.note(f"{reading.document.id}: {reading.error.message}")
                continue
            row = msgspec.to_builtins(as_record(reading, with_text=False))
            found[reading.document.id] = _kept(row, options)
    return found


def _kept(row: Row, options: EvaluateOptions) -> Row:
    """What is compared of a found line; with `top` no statement that stands in another one."""
    statements = row.get("statements", row.get("attributions")) or []
    if options.top:
        statements = [stmt for stmt in statements if stmt.get("within") is None]
    return {"statements": statements} | {key: row.get(key) for key in _COMPARED}


def _rows(path: Path) -> Iterator[Row]:
    """The objects of a file of JSON lines."""
    import msgspec

    from onrecord.ingest import refuse_special

    number = 0
    try:
        refuse_special(str(path))
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):  # noqa: B007  named in the message below
                if line.strip():
                    yield msgspec.json.decode(line, type=dict[str, Any])
    except OSError as error:
        raise StopRun(Cause.INPUT, f"{path} can't be opened: {error.strerror}. Check the path.") from None
    except SkipDocument:
        raise StopRun(
            Cause.INPUT, f"{path} is a named pipe or a device. Give a file of JSON lines."
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StopRun(Cause.INPUT, f"Line {number:,} of {path} is not a JSON object: {error}.") from None


def _judged(row: Row, reading: Row, path: Path) -> tuple[Row, Row]:
    """What was marked and what was found, of the stretches that people judged completely."""
    from onrecord.scores.complete import only_complete

    try:
        return only_complete(row, row), only_complete(reading, row)
    except (TypeError, ValueError, AttributeError, LookupError) as error:
        where = f'"complete" of {row.get("id")!r} in {path}, or a statement there,'
        raise StopRun(Cause.INPUT, f"{where} is not as docs/record.md says: {error!r}.") from None


def _name(row: Row, path: Path) -> str:
    name = row.get("id")
    if name is None:
        raise StopRun(Cause.INPUT, f'A line of {path} has no "id", so it can\'t be told which text it is.')
    return str(name)


def _marked(row: Row, path: Path) -> list[Marked]:
    """The statements of a line, or a message that names it."""
    from onrecord.scores import marked_in

    try:
        return marked_in(row)
    except (TypeError, ValueError, AttributeError) as error:
        where = f"The statements of {row.get('id')!r} in {path}"
        raise StopRun(Cause.INPUT, f"{where} are not as docs/format.md says: {error}.") from None


def _details(row: Row, reading: Row, path: Path) -> DetailScores:
    """The scores of a text's details, or a message that names the text."""
    from onrecord.scores import score_details

    try:
        return score_details(row, reading)
    except (TypeError, ValueError, AttributeError, LookupError) as error:
        where = f"The details of {row.get('id')!r} in {path}, or what was found of it,"
        raise StopRun(
            Cause.INPUT, f"{where} are not as samples/README.md and docs/format.md say: {error!r}."
        ) from None


def evaluate_command(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help='JSON lines with "id", "text" and marked "statements".'),
    ],
    found: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="What an earlier run found, as JSON lines; without it the texts are read now.",
        ),
    ] = None,
    top: Annotated[
        bool, typer.Option("--top", help="Leave out found statements that stand in another one.")
    ] = False,
    format: Annotated[
        Any,
        typer.Option(metavar="<text|json>", parser=parse_format, help="text for people, json for programs."),
    ] = ScoreFormat.TEXT.value,
    workers: Workers = None,
) -> None:
    """Measure the reading against texts that people have marked.

    Prints precision, recall and F1 by part, by form and by outlet. Contents are paired so that they overlap
    most; content50 asks that a pair shares half, statement 0.8 and the source, exact all but punctuation.
    The exit status is 1 when a text could not be read. Needs scipy: pip install "onrecord[evaluate]".

    \b
    Examples:
      onrecord evaluate samples/gold.jsonl
      onrecord evaluate gold.jsonl --found news.jsonl --top
      onrecord evaluate gold.jsonl --format json > scores.json
    """
    from onrecord.cli.score_view import as_json, as_text

    with edge():
        settings = Settings.from_environment()
        options = EvaluateOptions(
            gold=gold, found=found, top=top, workers=workers or settings.workers, settings=settings
        )
        result = evaluate(options)
        if result.unread:
            say(f"{result.unread:,} of {result.texts:,} texts were not read: as if nothing was found")
        typer.echo(as_json(result) if format is ScoreFormat.JSON else as_text(result))
    if result.unread and found is None:
        raise typer.Exit(SOME_FAILED)
