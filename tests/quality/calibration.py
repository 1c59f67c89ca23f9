"""Whether confidence means what it says: of statements that are 80 % sure, 80 in 100 are right.

    python -m tests.quality.calibration          # a table, on PolNeAR's dev part
    python -m tests.quality.calibration --picture docs/pictures/reliability.svg
    python -m tests.quality.calibration --bare   # the same texts without commas, apostrophes, quotation marks

A statement is right as in the referee's `statement`. The expected calibration error is the mean distance
between confidence and share of right ones over ten steps of confidence, weighted by how many statements each
holds (Naeini, Cooper, Hauskrecht 2015).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.scores import Marked, right_ones
from tests.quality.gate import DEV, read_all
from training.stripping import ALL

STEPS = 10
LEAST = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)  # of --min-confidence
SIDE, EDGE = 320, 46  # of the picture, in pixels

Sure = tuple[float, bool]  # a statement's confidence, and whether it is right


@dataclass(frozen=True, slots=True)
class Step:
    """The statements of a tenth of confidence: how many, how sure they are, and the share that is right."""

    count: int
    confidence: float
    right: float


def judged(marks: frozenset[str] = frozenset()) -> Iterator[Sure]:
    """Every statement that is found in PolNeAR's dev part, stripped of these marks."""
    for text, marked, read in read_all(DEV, marks):
        right = right_ones(text, marked, list(map(Marked.of, read)), degree="statement")
        yield from zip((stmt.confidence for stmt in read), right, strict=True)


def steps(found: Sequence[Sure]) -> list[Step]:
    """The statements by tenths of confidence; tenths without one are left out."""
    tenths: list[list[Sure]] = [[] for _ in range(STEPS)]
    for confidence, right in found:
        tenths[min(int(confidence * STEPS), STEPS - 1)].append((confidence, right))
    return [
        Step(len(some), sum(one for one, _ in some) / len(some), sum(right for _, right in some) / len(some))
        for some in tenths
        if some
    ]


def error(of: Sequence[Step]) -> float:
    """The expected calibration error."""
    total = sum(step.count for step in of)
    return sum(step.count * abs(step.confidence - step.right) for step in of) / total if total else 0.0


def picture(of: Sequence[Step]) -> str:
    """The steps as a picture in SVG: confidence to the right, share of right ones upwards."""
    most = max(step.count for step in of)

    def x(share: float) -> float:
        return EDGE + share * SIDE

    def y(share: float) -> float:
        return EDGE / 2 + (1 - share) * SIDE

    lines = [f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="#999" stroke-dasharray="4 4"/>']
    for share in (0, 0.25, 0.5, 0.75, 1):
        lines += [
            f'<text x="{x(share)}" y="{y(0) + 20}" text-anchor="middle">{share:g}</text>',
            f'<text x="{x(0) - 8}" y="{y(share) + 4}" text-anchor="end">{share:g}</text>',
        ]
    lines += [
        f'<circle cx="{x(step.confidence):.1f}" cy="{y(step.right):.1f}" r="{3 + 8 * step.count / most:.1f}" '
        f'fill="#1f5673"><title>{step.count} statements</title></circle>'
        for step in of
    ]
    width, height = SIDE + 2 * EDGE, SIDE + 1.5 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="sans-serif" font-size="12" fill="#333">'
        f'<rect width="100%" height="100%" fill="#fff"/>'
        f'<rect x="{x(0)}" y="{y(1)}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#ccc"/>'
        f"{''.join(lines)}"
        f'<text x="{x(0.5)}" y="{y(0) + 38}" text-anchor="middle">confidence</text>'
        f'<text x="14" y="{y(0.5)}" text-anchor="middle" transform="rotate(-90 14 {y(0.5)})">right</text>'
        "</svg>\n"
    )


def main() -> int:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--picture", type=Path, metavar="FILE")
    parser.add_argument("--bare", action="store_true")
    asked = parser.parse_args()
    if not DEV.exists():
        print("PolNeAR is not here")
        return 0
    found = list(judged(ALL if asked.bare else frozenset()))
    print(f"{'statements':>10} {'confidence':>10} {'right':>6}")
    for step in steps(found):
        print(f"{step.count:10} {step.confidence:10.3f} {step.right:6.3f}")
    print(f"\nexpected calibration error {error(steps(found)):.3f} over {len(found):,} statements\n")
    print(f"{'at least':>10} {'kept':>6} {'right':>6}")
    for least in LEAST:
        kept = [right for confidence, right in found if confidence >= least]
        print(f"{least:10} {len(kept) / len(found):6.1%} {sum(kept) / max(len(kept), 1):6.3f}")
    if asked.picture:
        asked.picture.write_text(picture(steps(found)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
