"""Shows scores: tables for people, or JSON for programs. Plain text everywhere, so that it can be kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.cli.edge import harmless
from onrecord.cli.evaluate import Evaluation
from onrecord.model import Form
from onrecord.scores import DEGREES, FOUND, MISTAKES, PARTS, SHARES, Count, DetailScores, Scores

# Characters of an outlet's name that a table shows.
NAME = 24


def as_text(result: Evaluation) -> str:
    """Tables: by part with precision, recall and F1; by form and by outlet with F1 alone.

    The details of statements follow the parts, where people told any.
    """
    lines = [f"{result.texts:,} texts, {result.total['statement'].gold:,} statements marked", ""]
    lines += _part_table("part", {part: result.total[part] for part in PARTS})
    if result.details is not None:
        lines += ["", *detail_table(result.details)]
    lines += ["", *_f1_table("form", _by_form(result.total))]
    if len(result.outlets) > 1:
        outlets = sorted(result.outlets.items())
        named = {harmless(name) or "(no outlet)": _degrees(scores) for name, scores in outlets}
        lines += ["", *_f1_table("outlet", named)]
    return "\n".join(lines)


def as_json(result: Evaluation) -> str:
    """Everything that the tables show and the counts behind it, as one JSON object."""
    known: dict[str, Any] = {
        "texts": result.texts,
        "unread": result.unread,
        "parts": {part: _numbers(result.total[part]) for part in PARTS},
        "forms": _all_numbers(_by_form(result.total)),
        "outlets": _all_numbers({name: _degrees(scores) for name, scores in result.outlets.items()}),
    }
    if result.details is not None:
        known["details"] = _detail_numbers(result.details)
    return json.dumps(known, ensure_ascii=False, indent=2)


def detail_table(details: DetailScores) -> list[str]:
    """Two tables: what has precision and recall, and what is a share of the statements that were judged.

    A share of none is left open; a minus is at those of which less is better.
    """
    lines = _part_table("detail", {measure: details[measure] for measure in FOUND})
    lines += ["", f"{'share':{NAME}}{'of':>8}{'so':>8}{'share':>8}"]
    for measure in SHARES:
        count = details[measure]
        share = f"{count.recall:8.3f}" if count.gold else f"{'-':>8}"
        name = measure + (" (-)" if measure in MISTAKES else "")
        lines.append(f"{name:{NAME}}{count.gold:8,}{count.hit:8,}{share}")
    return lines


def _detail_numbers(details: DetailScores) -> dict[str, Any]:
    shares = {}
    for measure in SHARES:
        count = details[measure]
        share = round(count.recall, 4) if count.gold else None
        shares[measure] = {"of": count.gold, "so": count.hit, "share": share}
    return {measure: _numbers(details[measure]) for measure in FOUND} | shares


def _part_table(what: str, counts: Mapping[str, Count]) -> list[str]:
    head = f"{what:{NAME}}{'marked':>8}{'found':>8}{'P':>8}{'R':>8}{'F1':>8}"
    return [head, *(_part_line(part, count) for part, count in counts.items())]


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
