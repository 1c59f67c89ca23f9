"""Readers of training data: PolNeAR's articles with their attributions, from JSON lines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from onrecord.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement as an annotator marked it: spans in code points of the article's text."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Article:
    """A text and the statements that an annotator marked in it."""

    id: str
    outlet: str
    text: str
    attributions: tuple[Attribution, ...]


def read_polnear(path: Path) -> list[Article]:
    """The articles of one part of PolNeAR (`train.jsonl`, `dev.jsonl`)."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Article(row["id"], row["outlet"], row["text"], tuple(_attribution(a) for a in row["attributions"]))
        for row in rows
    ]


def hold_out(articles: list[Article], *, every: int) -> tuple[list[Article], list[Article]]:
    """Parts articles into those to learn from and every n-th, kept to set thresholds and calibration."""
    kept = [article for i, article in enumerate(articles) if i % every]
    return kept, articles[::every]


def _attribution(row: dict[str, list[list[int]]]) -> Attribution:
    return Attribution(
        *(tuple(sorted(Span(*pair) for pair in row[role])) for role in ("source", "cue", "content"))
    )
