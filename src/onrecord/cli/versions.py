"""`onrecord versions`: what became of an article's statements from one version of it to the next.

`versions_command` is what is typed; `show_versions` does it on an open record.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.edge import edge, harmless
from onrecord.cli.listing import as_json, show, write
from onrecord.cli.records import DEFAULT, FormatOption, ListFormat, RecordOption, opened

if TYPE_CHECKING:
    from onrecord.compare import Changed, Step
    from onrecord.model import Statement
    from onrecord.record import Record
    from onrecord.record.asking.versions import Version

HEADS = {"what": "What", "id": "ID"}
MARKS = {"gone": ("[-", "-]"), "new": ("{+", "+}")}  # as wdiff has them: they need no colours


def show_versions(record: Record, name: str, format: ListFormat) -> None:
    """Write the versions of an article, and between each and the next what became of its statements."""
    from onrecord.compare import step_between
    from onrecord.record.asking.versions import standing_reading, versions

    found = versions(record.engine, name)
    readings = (standing_reading(record.engine, version.key) for version in found)
    steps = [step_between(before, after) for before, after in pairwise(readings)]
    if format is ListFormat.JSON:
        write(as_json(_as_json(found, steps)))
    elif format is ListFormat.CSV:
        rows = [row for number, step in enumerate(steps) for row in _rows(found, number, step)]
        heads = dict.fromkeys(("before", "after", "became", "id_before", "id_after", "what", "words"), "")
        show(rows, heads, format, nothing="")
    else:
        write(harmless("\n".join(_page(found, steps))) + "\n")


def _page(found: list[Version], steps: list[Step]) -> Iterator[str]:
    """The lines for people."""
    for number, version in enumerate(found):
        about = (version.title, version.outlet, version.published, version.address)
        yield f"Version {number + 1} of {len(found)}: document {version.key}, {_day(version)}"
        yield "  " + (" · ".join(filter(None, about)) or version.path)
        if number == len(steps):
            continue
        step = steps[number]
        yield ""
        yield (
            f"  From version {number + 1} to {number + 2}: {len(step.kept):,} kept, {len(step.changed):,} "
            f"changed, {len(step.gone):,} gone, {len(step.new):,} new"
        )
        for change in step.changed:
            yield f"    changed {change.after.id} ({', '.join(change.what)}): {_altered(change)}"
        for word, statements in (("gone", step.gone), ("new", step.new)):
            for stmt in statements:
                yield f"    {word} {stmt.id}: {_who(stmt)}: {_plain(stmt.content_words)}"
        yield ""
    if not steps:
        yield "  There is no other version of it."


def _altered(change: Changed) -> str:
    """A change in a line: who and how, and the words, with what is gone and what is new marked."""
    before, after = change.before, change.after
    who = _who(after)
    if "speaker" in change.what or "source" in change.what:
        who = f"[-{_who(before)}-] {{+{who}+}}"
    how = ""
    for name in ("status", "form"):
        if name in change.what:
            how += f" [-{getattr(before, name)}-] {{+{getattr(after, name)}+}}"
    words = " ".join(
        piece.words if piece.where == "same" else piece.words.join(MARKS[piece.where])
        for piece in change.pieces
    )
    return f"{who}{how}: {words}"


def _who(stmt: Statement) -> str:
    from onrecord.model.wording import NOT_ASSERTED

    who = stmt.speaker.name if stmt.speaker else stmt.source_words or "(nobody named)"
    label = NOT_ASSERTED.get(stmt.status)
    return f"{who} ({label})" if label else who


def _plain(words: str) -> str:
    return " ".join(words.split())


def _day(version: Version) -> str:
    return f"captured {version.captured}" if version.captured else f"added {version.added}"


def _as_json(found: list[Version], steps: list[Step]) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "versions": [asdict(version) for version in found],
        "steps": [
            {
                "before": found[number].key,
                "after": found[number + 1].key,
                "kept": [[one.id, other.id] for one, other in step.kept],
                "changed": [
                    {
                        "before": _statement(change.before),
                        "after": _statement(change.after),
                        "what": list(change.what),
                        "pieces": [[piece.where, piece.words] for piece in change.pieces],
                    }
                    for change in step.changed
                ],
                "gone": [_statement(stmt) for stmt in step.gone],
                "new": [_statement(stmt) for stmt in step.new],
            }
            for number, step in enumerate(steps)
        ],
    }


def _statement(stmt: Statement) -> dict[str, Any]:
    return {
        "id": stmt.id,
        "speaker": stmt.speaker.name if stmt.speaker else None,
        "source": stmt.source_words,
        "status": stmt.status.value,
        "form": stmt.form.value,
        "content": stmt.content_words,
        "spans": [list(span) for span in stmt.content],
    }


def _rows(found: list[Version], number: int, step: Step) -> Iterator[dict[str, Any]]:
    """A row for each statement of two neighbours."""
    pairs: list[tuple[str, Statement | None, Statement | None, tuple[str, ...]]] = [
        *(("kept", one, other, ()) for one, other in step.kept),
        *(("changed", one.before, one.after, one.what) for one in step.changed),
        *(("gone", one, None, ()) for one in step.gone),
        *(("new", None, one, ()) for one in step.new),
    ]
    for became, before, after, what in pairs:
        stmt = after if after is not None else before
        yield {
            "before": found[number].key, "after": found[number + 1].key, "became": became,
            "id_before": before.id if before else None, "id_after": after.id if after else None,
            "what": list(what), "words": stmt.content_words if stmt else "",
        }  # fmt: skip


def versions_command(
    name: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="A document's key, id or path, or an article's address.")
    ],
    record: RecordOption = DEFAULT,
    format: FormatOption = ListFormat.TABLE.value,
) -> None:
    """Tell which versions of an article there are, and what became of its statements.

    A page that was added again with another text is another version. Between each and the next it is told
    which statements were kept, wherever they moved, which are gone, which are new, and which say something
    else now: with other words ([-gone-] {+new+}), by another speaker, or no longer as said.

    \b
    Examples:
      onrecord versions https://post.example/harbour
      onrecord versions harbour --format json
    """
    with edge(), opened(record) as open_record:
        show_versions(open_record, name, format)
