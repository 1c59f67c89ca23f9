"""Shows scores: tables for people, or JSON for programs. Plain text everywhere, so that it can be kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.cli.edge import harmless
from onrecord.cli.evaluate import Evaluation
from onrecord.model import Form
from onrecord.scores import DEGREES, PARTS, Count, Scores

# Characters of an outlet's name that a table shows.
NAME = 24


def as_text(result: Evaluation) -> str:
    """Tables: by part with precision, recall and F1; by form and by outlet with F1 alone."""
    lines = [f"{result.texts:,} texts, {result.total['statement'].gold:,} statements marked", ""]
    lines += _part_table(result.total)
    lines += ["", *_f1_table("form", _by_form(result.total))]
    if len(result.outlets) > 1:
        outlets = sorted(result.outlets.items())
        named = {harmless(name) or "(no outlet)": _degrees(scores) for name, scores in outlets}
        lines += ["", *_f1_table("outlet", named)]
    return "\n".join(lines)


def as_json(result: Evaluation) -> str:
    """Everything that the tables show and the counts behind it, as one JSON object."""
    return json.dumps(
        {
            "texts": result.texts,
            "unread": result.unread,
            "parts": {part: _numbers(result.total[part]) for part in PARTS},
            "forms": _all_numbers(_by_form(result.total)),
            "outlets": _all_numbers({name: _degrees(scores) for name, scores in result.outlets.items()}),
        },
        ensure_ascii=False,
        indent=2,
    )


def _part_table(scores: Scores) -> list[str]:
    head = f"{'part':{NAME}}{'marked':>8}{'found':>8}{'P':>8}{'R':>8}{'F1':>8}"
    return [head, *(_part_line(part, scores[part]) for part in PARTS)]


def _part_line(part: str, count: Count) -> str:
    shares = "".join(f"{share:8.3f}" for share in (count.precision, count.recall, count.f1))
    return f"{part:{NAME}}{count.gold:8,}{count.found:8,}{shares}"


def _f1_table(what: str, rows: Mapping[str, Mapping[str, Count]]) -> Iterable[str]:
    yield f"{'F1 by ' + what:{NAME}}{'marked':>8}" + "".join(f"{degree:>11}" for degree in DEGREES)
    for name, counts in rows.items():
        shares = "".join(f"{counts[degree].f1:11.3f}" for degree in DEGREES)
        yield f"{name[:NAME]:{NAME}}{counts['statement'].gold:8,}{shares}"


def _by_form(scores: Scores) -> dict[str, dict[str, Count]]:
    return {form.value: {degree: scores.of_form(form, degree) for degree in DEGREES} for form in Form}


def _degrees(scores: Scores) -> dict[str, Count]:
    return {degree: scores[degree] for degree in DEGREES}


def _all_numbers(rows: Mapping[str, Mapping[str, Count]]) -> dict[str, Any]:
    return {
        name: {degree: _numbers(count) for degree, count in counts.items()} for name, counts in rows.items()
    }


def _numbers(count: Count) -> dict[str, float]:
    shares = {"precision": count.precision, "recall": count.recall, "f1": count.f1}
    return {"marked": count.gold, "found": count.found, "right": count.hit} | {
        name: round(share, 4) for name, share in shares.items()
    }
