"""The floors of the details: speakers, addressees, times, nesting and labels can't get worse unnoticed.

`detail_floors.json` pins, for each set of texts, shares of what is right, with digests of the weights and of
the gold, and counts. The gate fails when a share falls below its floor by more than `margin` (what is in
`CEILINGS`: rises above), and when weights or gold changed without a new pin:

    python -m tests.quality.detail_gate            # show shares beside floors
    python -m tests.quality.detail_gate --pin      # pin today's shares; refuses to lower a floor
    python -m tests.quality.detail_gate --pin --lower "why"

Only totals are printed: nobody looks at the texts of some sets. The weights are those that `onrecord.load`
takes, so ONRECORD_WEIGHTS counts; the digest tells whether they are the pinned ones.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onrecord
from onrecord.scores import Count, DetailScores
from tests.quality import gum
from tests.quality.details import measure
from tests.quality.set_check import marked_files

ROOT = Path(__file__).resolve().parents[2]
FLOORS = Path(__file__).with_name("detail_floors.json")
FOLDERS = {
    "seen": ROOT / "tests/quality/set/seen",
    "unseen": ROOT / "tests/quality/set/unseen",
    "pronouns": ROOT / "tests/quality/set/pronouns",
    "samples": ROOT / "samples/marked",
}
GUM = "gum"

# Processors round the int8 kernels differently, which tips a statement here and there. Read once more with
# the kernels unfused, two cases of a share's few (33, 83) tipped at most, and 0.009 of what is counted in
# hundreds: 3 of 370. So `CASES` may always tip, and `SLACK` of every share.
SLACK = 0.01
CASES = 2
# Of fewer than these a share tells nothing, and gets no floor.
LEAST = 10
# Shares are pinned with four digits.
ROUNDING = 0.0001

# Of these the lower the better.
CEILINGS = frozenset(("not_made_as_asserted",))
_PRONOUNS = ("he", "she", "they")

Pins = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """A share, and how many it is a share of."""

    share: float
    of: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of a set: a digest of its gold, how many texts and sources, and the figures."""

    gold: str
    texts: int
    sources: int
    figures: dict[str, Figure]


@cache
def scores_in(folder: Path) -> DetailScores:
    """The scores of a folder's marked files together. Tells nothing of a single one, not even in an error."""
    try:
        return measure(marked_files(folder), onrecord.load(), show="nothing")
    except Exception as error:  # its message and its traceback would hold words of the text
        raise RuntimeError(f"a file in {folder} can't be measured: {type(error).__name__}") from None


def measure_marked(folder: Path) -> Measured:
    """The figures of a folder of marked files."""
    paths, scores = marked_files(folder), scores_in(folder)
    gold = _digest(path.name.encode() + b"\n" + path.read_bytes() for path in paths)
    return Measured(gold, len(paths), scores["found"].gold, figures_of(scores))


def figures_of(scores: DetailScores) -> dict[str, Figure]:
    """The shares that may have floors; without those that nothing was counted for."""
    pronouns = {word: scores[f"speaker_{word}"] for word in _PRONOUNS}
    figures = {
        "found": _recall(scores["found"]),
        "speaker": _recall(scores["speaker"]),
        "he_she_they": _recall(sum(pronouns.values(), Count())),
        "he": _recall(pronouns["he"]),
        "she": _recall(pronouns["she"]),
        "addressee_f1": Figure(scores["addressee"].f1, scores["addressee"].gold),
        "when_exact": _recall(scores["when_exact"]),
        "when_recall": _recall(scores["when"]),
        **_both("nested", scores["nested"]),
        **_both("label", scores["label"]),
        **{name: _recall(scores[name]) for name in ("label_user", "status", "kind", "not_made_as_asserted")},
    }
    return {name: figure for name, figure in figures.items() if figure.of}


def _recall(count: Count) -> Figure:
    return Figure(count.recall, count.gold)


def _both(name: str, count: Count) -> dict[str, Figure]:
    # Where next to nothing was marked, precision only tells how long the texts are.
    of = count.found if count.gold >= LEAST else 0
    return {f"{name}_precision": Figure(count.precision, of), f"{name}_recall": _recall(count)}


@cache
def measure_gum() -> tuple[Measured, gum.Rows]:
    """The figures of GUM's texts, and the referee's rows that they come from."""
    with TemporaryDirectory() as folder:
        gold = gum.make_gold(Path(folder))
        rows = gum.score(gold)
        lines = gold.read_bytes().splitlines()
    sources = round(rows["all"]["gold"])
    figures = {"found": Figure(rows["all"]["found"], sources)}
    for sort, row in rows.items():
        figures[f"accuracy_{sort}"] = Figure(row["accuracy"], round(row["found"] * row["gold"]))
    return Measured(_digest(iter(lines)), len(lines), sources, figures), rows


def measure_set(name: str) -> Measured | None:
    """What is measured of a set; None where its texts are not here."""
    if name == GUM:
        return measure_gum()[0] if gum.is_here() else None
    return measure_marked(FOLDERS[name])


def pinned() -> Pins:
    """What `detail_floors.json` says."""
    pins: Pins = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return pins


def margin(of: int) -> float:
    """By how much a share of so many may be worse than its floor."""
    return max(SLACK, CASES / of if of else 0.0) + ROUNDING


def faults(name: str, found: Measured, pin: Pins, *, weights: str) -> list[str]:
    """A line for each share that is worse than its floor, or one line where the pin is of something else."""
    if not pin:
        return [f"{name} is not pinned: run python -m tests.quality.detail_gate --pin"]
    for what, now in (("weights", weights), ("gold", found.gold)):
        if pin[what] != now:
            return [f"new {what}: run python -m tests.quality.detail_gate --pin"]
    worse = []
    for share_name, floor in pin["floors"].items():
        figure = found.figures.get(share_name, Figure(0.0, 0))
        if _loss(share_name, figure.share, floor) > margin(figure.of):
            worse.append(f"{share_name}: {figure.share:.4f} of {figure.of} is worse than {floor:.4f}")
    return worse


def _loss(share_name: str, share: float, floor: float) -> float:
    return share - floor if share_name in CEILINGS else floor - share


def pin(name: str, found: Measured, pins: Pins, *, weights: str, lower: str | None) -> Pins:
    """The pins with new floors for one set; a share within the margin leaves its floor where it was.

    Raises `ValueError` where a floor would sink unasked.
    """
    told = {share_name: figure for share_name, figure in found.figures.items() if figure.of >= LEAST}
    floors = {share_name: round(figure.share, 4) for share_name, figure in told.items()}
    old = pins.get(name, {}).get("floors", {})
    sinking = [
        what
        for what, floor in old.items()
        if what not in floors or _loss(what, floors[what], floor) > margin(told[what].of)
    ]
    if sinking and not lower:
        raise ValueError(f"{name}: {', '.join(sinking)} would sink; say why with --lower")
    kept = {
        what: floor
        for what, floor in old.items()
        if what not in sinking and _loss(what, floors[what], floor) > 0
    }
    entry = {
        "weights": weights,
        "gold": found.gold,
        "texts": found.texts,
        "sources": found.sources,
        "floors": floors | kept,
    }
    reason = lower if sinking else pins.get(name, {}).get("lowered")
    return pins | {name: entry | ({"lowered": reason} if reason else {})}


def table(name: str, found: Measured, pin: Pins) -> str:
    """The figures of a set beside their floors."""
    floors = pin.get("floors", {})
    lines = [
        f"{name + f': {found.texts} texts, {found.sources} sources':40}{'of':>6}{'share':>8}{'floor':>8}"
    ]
    for what, figure in found.figures.items():
        floor = f"{floors[what]:8.3f}" if what in floors else f"{'-':>8}"
        shown = what + (" (-)" if what in CEILINGS else "")
        lines.append(f"  {shown:38}{figure.of:6}{round(figure.share, 4):8.3f}{floor}")
    return "\n".join(lines)


def _digest(parts: Iterator[bytes]) -> str:
    total = hashlib.sha256()
    for part in parts:
        total.update(hashlib.sha256(part).digest())
    return "sha256:" + total.hexdigest()


def main() -> int:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", metavar="WHY")
    options = parser.parse_args()
    pins, weights = pinned(), onrecord.load().info.weights
    for name in (*FOLDERS, GUM):
        found = measure_set(name)
        if found is None:
            print(f"{name}: not here, left alone")
            continue
        print(table(name, found, pins.get(name, {})))
        if options.pin:
            pins = pin(name, found, pins, weights=weights, lower=options.lower)
    if options.pin:
        FLOORS.write_text(json.dumps(pins, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
