"""Lists for people and programs: a table (plain when piped), CSV, or JSON.

In: rows, each a dictionary by column. Out: text on stdout. Nothing of an article can steer a terminal; CSV
and JSON hold the words as they stand.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from onrecord.cli.records import ListFormat

if TYPE_CHECKING:
    from onrecord.record import Found

Row = Mapping[str, Any]

# Characters of content that a table shows.
SHOWN = 160

# Columns that are never broken: they are copied from here.
WHOLE = ("id", "number", "said", "month", "at", "statement")

# How wide columns of words are, measured by each other.
RATIOS = {"what": 4, "why": 4}


def write(words: str) -> None:
    """Write to stdout, as UTF-8 whatever the terminal."""
    data = words.encode("utf-8", "replace")
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(words)
    else:
        stream.write(data)
    sys.stdout.flush()


def as_json(value: Any) -> str:
    """A value as indented JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_csv(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """Rows as CSV under a line of names; lists are joined by "; "."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in columns])
    return out.getvalue()


def as_table(rows: Sequence[Row], heads: Mapping[str, str]) -> str:
    """Rows as a table with these columns and heads; numbers stand to the right."""
    from rich.console import Console
    from rich.text import Text

    from onrecord.cli.page_style import PLAIN_WIDTH, PageStyle, said

    is_terminal = sys.stdout.isatty()
    out = io.StringIO()
    console = Console(
        file=out,
        force_terminal=True if is_terminal else None,
        width=None if is_terminal else PLAIN_WIDTH,
        highlight=False,
        markup=False,
        emoji=False,
    )
    table = PageStyle(not is_terminal, console.width).table(console.width)
    for name, head in heads.items():
        numbers = bool(rows) and all(isinstance(row[name], int | float | None) for row in rows)
        whole = numbers or name in WHOLE
        table.add_column(
            head,
            justify="right" if numbers else "left",
            no_wrap=whole,
            ratio=None if whole else RATIOS.get(name, 2),
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(said(_shown(row[name])) if row[name] is not None else Text() for name in heads))
    console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def show(rows: Sequence[Row], heads: Mapping[str, str], format: ListFormat, *, nothing: str) -> None:
    """Write rows in a format; in a table only the columns with heads, and `nothing` where there are none."""
    if format is ListFormat.JSON:
        write(as_json(list(rows)))
    elif format is ListFormat.CSV:
        write(as_csv(rows, list(rows[0]) if rows else list(heads)))
    else:
        write(as_table(rows, heads) if rows else nothing + "\n")


def statement_rows(found: Sequence[Found]) -> list[dict[str, Any]]:
    """Statements with everything that is known of them, spans as lists."""
    return [
        asdict(one)
        | {name: [list(span) for span in getattr(one, name)] for name in ("source", "cue", "content")}
        for one in found
    ]


# Columns of a table of statements. `who`, `what` and `where` are made of several fields.
HEADS = {"id": "ID", "said": "Said", "who": "Who", "what": "What", "where": "Where"}


def show_statements(
    found: Sequence[Found], format: ListFormat, *, heads: Mapping[str, str] = HEADS, nothing: str
) -> None:
    """Write statements: in a table shortened, with what was not said or was decided marked."""
    if format is ListFormat.TABLE:
        show([_told(one) for one in found], heads, format, nothing=nothing)
    elif format is ListFormat.CSV and not found:
        from onrecord.record import Found as Fields

        write(as_csv([], list(Fields.__dataclass_fields__)))
    else:
        show(statement_rows(found), heads, format, nothing=nothing)


def who_said(found: Found) -> str:
    """The speaker's name, with the words that stand for it where they differ."""
    source = found.source_words
    if not found.speaker_name:
        return source or "(nobody named)"
    return found.speaker_name if source in ("", found.speaker_name) else f"{found.speaker_name} (“{source}”)"


def decided(found: Found) -> str:
    """What people decided of it, in a few words; "" where nobody did."""
    parts = [found.verdict] if found.verdict else []
    parts += ["added by a person"] if found.origin == "added" else []
    parts += [f"changed: {', '.join(found.changed)}"] if found.changed else []
    parts += ["gone from the last reading"] if found.origin == "gone" else []
    return "; ".join(parts)


def _told(found: Found) -> dict[str, Any]:
    """A statement's columns for people."""
    from onrecord.model.lines import shortened
    from onrecord.model.wording import NOT_ASSERTED

    status = NOT_ASSERTED.get(found.status)  # type: ignore[call-overload]
    marks = [mark for mark in (status and status.upper(), decided(found)) if mark]
    what = shortened(" ".join(found.content_words.split()), SHOWN)
    return {
        "id": found.id,
        "said": found.said,
        "who": who_said(found),
        "what": f"[{'; '.join(marks)}] {what}" if marks else what,
        "where": " / ".join(filter(None, (found.outlet, found.document_id))),
    }


def _shown(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else _cell(value)


def _cell(value: Any) -> str:
    if isinstance(value, list | tuple):
        parts = ("-".join(map(str, one)) if isinstance(one, list | tuple) else str(one) for one in value)
        return "; ".join(parts)
    if isinstance(value, float):
        return f"{value:.2f}"
    return "" if value is None else str(value)
