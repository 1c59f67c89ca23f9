"""From evidence to confidence: the chance that a statement is right.

A logistic model over the log-odds of the network's own probabilities, fitted on training articles that
were held out (training/tune.py). "Right" means what the accuracy gate calls a right statement: the
content overlaps with an annotator's by at least four fifths, and the source is the same.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

EVIDENCE = ("link", "content", "source", "start", "end", "cue", "whole")
EDGE = 1e-3  # probabilities are kept this far from 0 and 1


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the pieces of evidence, and a constant."""

    weights: tuple[float, ...] = (0.0,) * len(EVIDENCE)
    constant: float = 0.0

    def confidence(self, evidence: Mapping[str, float]) -> float:
        """The chance, 0 to 1, that a statement with this evidence is right."""
        return self.from_log_odds(log_odds(evidence))

    def from_log_odds(self, odds: Sequence[float]) -> float:
        """The same from evidence that is in order already."""
        score = self.constant + sum(w * value for w, value in zip(self.weights, odds, strict=True))
        return 1 / (1 + math.exp(-score))

    def to_json(self) -> dict[str, object]:
        """Plain values for `model.json`."""
        return asdict(self)

    @classmethod
    def from_json(cls, row: Mapping[str, object]) -> Calibration:
        """Reads what `to_json` made."""
        weights, constant = row["weights"], row["constant"]
        if not isinstance(weights, list | tuple) or not isinstance(constant, int | float):
            raise TypeError(f"weights are {weights!r} and the constant is {constant!r}; both must be numbers")
        if len(weights) != len(EVIDENCE):
            raise ValueError(f"there are {len(weights)} weights; there must be {len(EVIDENCE)}")
        return cls(tuple(float(w) for w in weights), float(constant))


def log_odds(evidence: Mapping[str, float]) -> list[float]:
    """The evidence in a fixed order, each probability p as log(p / (1 - p))."""
    values = [min(max(evidence.get(name, 0.5), EDGE), 1 - EDGE) for name in EVIDENCE]
    return [math.log(value / (1 - value)) for value in values]
