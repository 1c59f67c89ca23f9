"""The floor of accuracy: it can't sink unnoticed.

`floors.json` pins, for each set of gold texts, the F1 of each part, with digests of the weights and of the
gold. The gate fails when a score falls below its floor by more than `SLACK`, and when weights or gold
changed without a new pin:

    python -m tests.quality.gate            # show scores beside floors
    python -m tests.quality.gate --pin      # pin today's scores; refuses to lower a floor
    python -m tests.quality.gate --pin --lower "why"
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.analysis.reader import Reader
from onrecord.loading import load
from onrecord.model import Document, Statement
from onrecord.scores import PARTS, Marked, Scores, marked_in, score
from onrecord.settings import Settings
from training.corpora import Article, Attribution
from training.stripping import ALL, strip_marks

ROOT = Path(__file__).resolve().parents[2]
FLOORS = Path(__file__).with_name("floors.json")
# F1. The int8 kernels of processors with and without VNNI round differently; seen: up to 0.004.
SLACK = 0.008
DEV = ROOT.parent / "shared" / "data" / "polnear" / "dev.jsonl"
SETS = {"samples": ROOT / "samples" / "gold.jsonl", "polnear-dev": DEV, "polnear-dev-bare": DEV}
BARE = {"polnear-dev-bare": ALL}  # the marks that are stripped from the texts of a set


@cache
def reader() -> Reader:
    """The reader with the weights that ship, whatever the environment says."""
    return load(Settings())


def stripped(text: str, marked: Iterable[Marked], marks: frozenset[str]) -> tuple[str, list[Marked]]:
    """A text without these marks, and what was marked in it at its new places, but for what is empty now."""
    attributions = tuple(Attribution(one.source, one.cue, one.content) for one in marked)
    left = strip_marks(Article("", "", text, attributions), marks)
    return left.text, [Marked(a.source, a.cue, a.content) for a in left.attributions if a.content]


def read_all(
    gold: Path, marks: frozenset[str] = frozenset()
) -> Iterator[tuple[str, list[Marked], list[Statement]]]:
    """The texts of a gold file without these marks, what is marked and found; nested ones left out."""
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, marked = stripped(row["text"], marked_in(row, top=True), marks)
        read = reader().read(Document(id=row["id"], text=text, title=row.get("title"))).statements
        yield text, marked, [stmt for stmt in read if stmt.within is None]


def total_of(gold: Path, marks: frozenset[str] = frozenset()) -> Scores:
    """The scores of the texts of a gold file without these marks."""
    found = read_all(gold, marks)
    return sum((score(text, marked, list(map(Marked.of, read))) for text, marked, read in found), Scores())


def measure(name: str) -> dict[str, float]:
    """The F1 of each part over the texts of a set."""
    total = total_of(SETS[name], BARE.get(name, frozenset()))
    return {part: round(total[part].f1, 4) for part in PARTS}


def digest(path: Path) -> str:
    """A fingerprint of a file."""
    return "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()


def pinned() -> dict[str, Any]:
    """What `floors.json` says."""
    pins: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return pins


def below(scores: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A line for each part that fell below its floor."""
    return [
        f"{part}: {scores[part]:.4f} is below its floor of {floor:.4f}"
        for part, floor in floors.items()
        if scores[part] < floor - SLACK
    ]


def pin(name: str, scores: dict[str, float], pins: dict[str, Any], *, lower: str | None) -> dict[str, Any]:
    """The pins with new floors for one set; a score within the slack leaves its floor where it was.

    Raises `ValueError` where a floor would sink unasked.
    """
    old = pins.get(name, {}).get("floors", {})
    sinking = [part for part, floor in old.items() if scores[part] < floor - SLACK]
    if sinking and not lower:
        raise ValueError(f"{name}: {', '.join(sinking)} would sink; say why with --lower")
    floors = {part: new if part in sinking else max(new, old.get(part, 0.0)) for part, new in scores.items()}
    entry = {"gold": digest(SETS[name]), "floors": floors}
    reason = lower if sinking else pins.get(name, {}).get("lowered")
    if reason:
        entry["lowered"] = reason
    return pins | {name: entry, "weights": reader().info.weights}


def main() -> int:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", metavar="WHY")
    args = parser.parse_args()
    pins = pinned()
    for name, gold in SETS.items():
        if not gold.exists():
            print(f"{name}: not here, left alone")
            continue
        scores = measure(name)
        floors = pins.get(name, {}).get("floors", {})
        for part in PARTS:
            print(f"{name:16} {part:20} {scores[part]:.4f}  floor {floors.get(part, float('nan')):.4f}")
        if args.pin:
            pins = pin(name, scores, pins, lower=args.lower)
    if args.pin:
        FLOORS.write_text(json.dumps(pins, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
