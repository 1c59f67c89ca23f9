"""The second set: news of other outlets, places and years than what the weights were trained on.

    python -m tests.quality.news_set           # scores, nested statements counted

Offsets and digests of texts are here, the texts lie beside the repository and never in it: articles on the
war in Syria from outlets of every side, stripped of their punctuation by who collected them, and reports of
Wikinews. `news/README.md` tells how they were annotated. Of the unseen half only totals are printed.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from onrecord.ingest import document_of
from onrecord.model.document import digest_of
from onrecord.scores import Count, Marked, Scores, marked_in, score
from tests.quality.gate import reader

HERE = Path(__file__).with_name("news")
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FAKES = DATA / "fakes" / "articles.jsonl"
GUM = DATA / "gum"
HALVES = ("seen", "unseen")
# Outlets of a side in the war, by who owns or funds them; the others are counted with neither.
SIDES = {
    "government and allies": {"sana", "manar", "alalam", "sputnik", "tass"},
    "opposition and allies": {"etilaf", "alaraby", "arabiya", "asharqalawsat", "trt", "dailysabah"},
}
DRAWS = 2_000  # of the bootstrap
BETWEEN = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its marked statements: which half it is of, and its outlet."""

    id: str
    half: str
    outlet: str
    title: str | None
    text: str
    marked: tuple[Marked, ...]

    @property
    def corpus(self) -> str:
        """Where its text is from."""
        return "war reports" if self.id.startswith("fakes") else "Wikinews"


def is_here() -> bool:
    """Whether the texts lie beside the repository."""
    return FAKES.exists() and GUM.is_dir()


def articles(folders: Sequence[str] = HALVES) -> Iterator[Annotated]:
    """The annotated articles of some folders. Raises `ValueError` where a text is another one."""
    fakes = _fakes()
    for folder in folders:
        for path in sorted((HERE / folder).glob("*.json")):
            row = json.loads(path.read_text(encoding="utf-8"))
            outlet, title, text = fakes.get(row["id"]) or ("Wikinews", None, _gum(row["id"]))
            if digest_of(text.encode()) != row["digest"]:
                raise ValueError(
                    f"{row['id']}: the text beside the repository is not the one that was marked"
                )
            yield Annotated(row["id"], folder, outlet, title, text, tuple(marked_in(row)))


def scores_of(article: Annotated) -> Scores:
    """What the reader found in an article, against what people marked; nested statements are counted."""
    document = document_of(article.text, id=article.id, title=article.title)
    document = replace(document, outlet=article.outlet)
    found = [Marked.of(stmt) for stmt in reader().read(document).statements]
    return score(article.text, article.marked, found)


def agreement() -> Scores:
    """Two annotators of the same articles against each other."""
    first = {one.id: one for one in articles()}
    total = Scores()
    for other in articles(["twice"]):
        total += score(other.text, first[other.id].marked, other.marked)
    return total


def difference(of_sides: dict[str, list[Count]]) -> tuple[float, float, float]:
    """The F1 of statements of one side less that of the other, with what 95 % of bootstraps lie between."""
    rng = random.Random(1)
    ours, theirs = (of_sides[side] for side in SIDES)
    drawn = sorted(
        _f1(rng.choices(ours, k=len(ours))) - _f1(rng.choices(theirs, k=len(theirs))) for _ in range(DRAWS)
    )
    low, high = (drawn[int(share * (DRAWS - 1))] for share in BETWEEN)
    return _f1(ours) - _f1(theirs), low, high


def _f1(counts: Sequence[Count]) -> float:
    return sum(counts, Count()).f1


@cache
def _fakes() -> dict[str, tuple[str, str | None, str]]:
    """Outlets, headlines and texts by id."""
    rows = map(json.loads, FAKES.read_text(encoding="utf-8").splitlines())
    return {row["id"]: (row["outlet"], row["title"], row["text"]) for row in rows}


def _gum(id: str) -> str:
    """A text of GUM: its sentences, those of a paragraph on one line."""
    text, begins = "", False
    for line in (GUM / f"{id}.conllu").read_text(encoding="utf-8").splitlines():
        begins = begins or line.startswith("# newpar")
        if line.startswith("# text = "):
            gap = ("\n\n" if begins else " ") if text else ""
            text, begins = text + gap + line.removeprefix("# text = ").strip(), False
    return text


def main() -> int:
    """Prints the scores."""
    if not is_here():
        print("the texts are not here")
        return 0
    totals: dict[tuple[str, str], Scores] = {}
    sides: dict[str, list[Count]] = {side: [] for side in SIDES}
    for article in articles():
        found = scores_of(article)
        for key in ((article.corpus, article.half), ("all", article.half), ("all", "both")):
            totals[key] = totals.get(key, Scores()) + found
        for side, outlets in SIDES.items():
            if article.outlet in outlets:
                sides[side].append(found["statement"])
    print(
        f"{'':24} {'statement':>9} {'precision':>9} {'recall':>7} {'exact':>6} {'content50':>9} {'marked':>6}"
    )
    people = ("two people, 6 articles", agreement())
    for name, found in [*((" ".join(key), value) for key, value in sorted(totals.items())), people]:
        part = found["statement"]
        print(
            f"{name:24} {part.f1:9.3f} {part.precision:9.3f} {part.recall:7.3f} {found['exact'].f1:6.3f} "
            f"{found['content50'].f1:9.3f} {part.gold:6}"
        )
    apart, low, high = difference(sides)
    named = ", ".join(f"{side} {_f1(counts):.3f}" for side, counts in sides.items())
    print(f"\n{named}: apart by {apart:+.3f}, 95 % between {low:+.3f} and {high:+.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
