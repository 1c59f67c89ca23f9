"""`onrecord agreement`: how far two reviewers agree.

`agreement_command` is what is typed; `show_agreement` writes what `onrecord.scores.agreement` found.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.edge import edge, harmless
from onrecord.cli.listing import as_csv, as_json, as_table, write
from onrecord.cli.records import DEFAULT, FormatOption, ListFormat, RecordOption, opened

if TYPE_CHECKING:
    from onrecord.scores.agreement import Agreement

COLUMNS = ("document", "statement", "what", "one", "other")


def show_agreement(found: Agreement, names: tuple[str, str], format: ListFormat) -> None:
    """Write figures and differences; CSV has the differences alone."""
    rows = [asdict(one) for one in found.differences]
    if format is ListFormat.CSV:
        write(as_csv(rows, COLUMNS))
        return
    if format is ListFormat.JSON:
        scores = {
            name: {"one": count.gold, "other": count.found, "both": count.hit, "f1": round(count.f1, 4)}
            for name, count in (("exact", found.exact), ("overlap", found.overlap))
        }
        write(as_json(dict(zip(("one", "other"), names, strict=True)) | asdict(found) | scores))
        return
    lines = [
        f"Judged by both {' and '.join(names)}: statements {found.statements:,}, "
        f"documents {found.documents:,}",
        f"Right or wrong:  the same for {_of(found.same_verdict, found.statements)}, kappa "
        f"{_kappa(found.verdict_kappa)}",
        f"Speakers:        the same for {_of(found.same_speaker, found.both_right)} that both hold right, "
        f"kappa {_kappa(found.speaker_kappa)}",
        f"Spans:           F1 {found.exact.f1:.2f} exact, {found.overlap.f1:.2f} where half is shared "
        f"({found.exact.gold:,} and {found.exact.found:,} statements)",
    ]
    write(harmless("\n".join(lines)) + "\n")
    heads = {"document": "Document", "statement": "ID", "what": "In", "one": names[0], "other": names[1]}
    write("\n" + as_table(rows, heads) if rows else "They differ on nothing.\n")


def _of(count: int, of: int) -> str:
    return f"{count:,} of {of:,} ({count / of:.0%})" if of else "none of 0"


def _kappa(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def agreement_command(
    one: Annotated[str, typer.Argument(metavar="A", help="A reviewer, as `onrecord judge list` names him.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another reviewer.")],
    record: RecordOption = DEFAULT,
    other_record: Annotated[
        str | None,
        typer.Option("--other", metavar="RECORD", help="Where B judged, if in a copy of the record."),
    ] = None,
    format: FormatOption = ListFormat.TABLE.value,
) -> None:
    """Compare two reviewers on what both judged: verdicts, spans and speakers.

    The last decision of each that stands counts. Kappa is Cohen's: 1 where they always agree, 0 where no
    oftener than by chance, - where there is nothing to tell. Statements on which they differ are listed.
    Who can see what the other decided does not judge by himself: let B work on a copy (`onrecord backup`).
    Needs scipy: pip install "onrecord[evaluate]".

    \b
    Examples:
      onrecord agreement Ann Bob
      onrecord agreement Ann Bob --other bob.db
      onrecord agreement Ann Bob --format csv > differences.csv
    """
    with edge(), opened(record) as open_record:
        from onrecord.record.judging.reviewing import review
        from onrecord.scores import need_scipy
        from onrecord.scores.agreement import agreement

        need_scipy()
        ours = review(open_record.engine, one)
        if other_record is None:
            theirs = review(open_record.engine, other)
        else:
            with opened(other_record) as second:
                theirs = review(second.engine, other)
        show_agreement(agreement(ours, theirs), (one, other), format)
