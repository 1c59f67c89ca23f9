"""What of a text counts, where people judged only some of it.

In: rows of JSON, the marked one with `complete` (stretches as `[start, end]`, in code points, end exclusive;
without it all counts). Out: rows with only the statements and labels that begin in these stretches. What was
found elsewhere is neither right nor wrong: nobody looked. Raises what Python does where a row is not so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]


def only_complete(row: Row, gold: Row) -> Row:
    """A row, marked or found, without what begins outside the complete stretches of the marked one."""
    if gold.get("complete") is None:
        return row
    complete = [(int(start), int(end)) for start, end in gold["complete"]]
    kept: dict[str, Any] = {}
    for key in ("statements", "attributions"):
        if row.get(key):
            kept[key] = [stmt for stmt in row[key] if _counts(stmt.get("content") or (), complete)]
    if row.get("labels"):
        kept["labels"] = [label for label in row["labels"] if _counts([label["span"]], complete)]
    return {**row, **kept}


def _counts(spans: Sequence[Sequence[int]], complete: Sequence[tuple[int, int]]) -> bool:
    begin = min((int(span[0]) for span in spans), default=-1)
    return any(start <= begin < end for start, end in complete)
