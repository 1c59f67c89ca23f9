"""Readers of training data: PolNeAR's articles with their attributions, and their parses."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement as an annotator marked it: spans in code points of the article's text."""

    source: Spans
    cue: Spans
    content: Spans


class Token(NamedTuple):
    """A token as a general parser saw it: its place, Penn tag, relation, governor and name type.

    `head` counts tokens; it is the token's own number at the root, -1 where unknown.
    """

    start: int
    end: int
    tag: str
    relation: str
    head: int
    name: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text, the statements that an annotator marked in it, and the tokens of a parser (may be none).

    `others` are the statements as further annotators marked them, where several people read the article.
    """

    id: str
    outlet: str
    text: str
    attributions: tuple[Attribution, ...]
    tokens: tuple[Token, ...] = ()
    others: tuple[tuple[Attribution, ...], ...] = ()

    def readings(self) -> tuple[Article, ...]:
        """The article as each of its annotators marked it."""
        return (self, *(replace(self, attributions=one, others=()) for one in self.others))


def read_polnear(path: Path, parses: Mapping[str, tuple[Token, ...]] | None = None) -> list[Article]:
    """The articles of one part of PolNeAR (`train.jsonl`, `dev.jsonl`), with what a parser made of them.

    Of texts that people judged only in part (see `_stretches`) the stretches that they did are articles.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    whole = [row for row in rows if row.get("complete") is None]
    articles = [
        Article(
            row["id"],
            row["outlet"],
            row["text"],
            tuple(_attribution(a) for a in row["attributions"]),
            (parses or {}).get(f"polnear/{path.stem}/{row['id']}", ()),
            tuple(tuple(_attribution(a) for a in one) for one in row.get("other_annotators") or ()),
        )
        for row in whole
    ]
    return articles + [part for row in rows if row.get("complete") is not None for part in _stretches(row)]


def _stretches(row: Mapping[str, Any]) -> Iterator[Article]:
    """What people judged completely of a text (`onrecord export --format gold`), each stretch as an article.

    Of the rest nothing is known: a statement there would be taken for none. What of a statement lies outside
    its stretch is cut off.
    """
    attributions = [_attribution(a) for a in row["attributions"]]
    for number, (start, end) in enumerate(row["complete"], start=1):

        def inside(spans: Spans, start: int = start, end: int = end) -> Spans:
            cut = (Span(max(one.start, start) - start, min(one.end, end) - start) for one in spans)
            return tuple(one for one in cut if one.start < one.end)

        found = [Attribution(inside(a.source), inside(a.cue), inside(a.content)) for a in attributions]
        marked = tuple(a for a in found if a.content)
        yield Article(f"{row['id']}#{number}", row["outlet"], row["text"][start:end], marked)


def read_parses(path: Path) -> dict[str, tuple[Token, ...]]:
    """What `training.silver` wrote: the tokens of each article."""
    rows = (json.loads(line) for line in path.open(encoding="utf-8"))
    return {row["id"]: tuple(Token(*token) for token in row["tokens"]) for row in rows}


def hold_out(articles: list[Article], *, every: int) -> tuple[list[Article], list[Article]]:
    """Parts articles into those to learn from and every n-th, kept to set thresholds and calibration."""
    kept = [article for i, article in enumerate(articles) if i % every]
    return kept, articles[::every]


def _attribution(row: dict[str, list[list[int]]]) -> Attribution:
    return Attribution(
        *(tuple(sorted(Span(*pair) for pair in row[role])) for role in ("source", "cue", "content"))
    )
