"""Sets the constants of decoding, and the calibration of confidence, on articles held out of training.

    python -m training.tune --data DIR --weights src/onrecord/neural/weights [--bare]

Each constant is tried at a few values in turn, from the defaults, and kept where the mean of five F1 scores
(content50, statement, exact, direct statements, words of contents) is clearly better. Then a logistic model
is fitted from the network's evidence to whether a statement is right. Both over the articles as they were
printed and once more without some of their marks, as readers meet them, and written to `model.json`.
With `--bare` the same for the weights of texts that lost their marks, over articles in both such forms and
from the constants of printed ones.
The dev part is never looked at here.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from onrecord.analysis.continuation import add_continuations
from onrecord.analysis.drafts import Board, drafts_from
from onrecord.analysis.edges import snap_to_marks
from onrecord.analysis.paragraphs import find_paragraphs, openings
from onrecord.analysis.quotation import find_quotations, quote_states
from onrecord.model.span import Span
from onrecord.neural.calibrate import Calibration, log_odds
from onrecord.neural.decode import Found, Scores, Settings, decode
from onrecord.neural.model import StatementFinder
from onrecord.neural.weights import CARD, find_weights
from onrecord.neural.words import split_words
from onrecord.scores import Marked, right_ones, score
from onrecord.scores import Scores as Agreement
from training.corpora import Article, hold_out, read_polnear
from training.stripping import ALL, AS_FAKES, STRIPPED, strip_marks
from training.train import HELD_OUT_EVERY

GRID: dict[str, tuple[float, ...]] = {
    "switch": (0.0, 0.1, 0.2, 0.3, 0.5, 1.0),
    "content_bias": (-0.05, -0.03, -0.015, 0.0, 0.015, 0.03, 0.05, 0.08),
    "cue_bias": (-0.5, 0.0, 0.5, 1.0),
    "source_bias": (-0.5, 0.0, 0.5),
    "min_link": (0.0, 0.2, 0.3, 0.4, 0.5),
    "promote": (0.2, 0.35, 0.5, 0.7),
    "no_source": (0.35, 0.5, 0.65),
}
PARTS = ("content50", "statement", "exact", "statement_direct", "tokens_content")
ROUNDS = 2
GAIN = 3e-3  # by which a value must be better; less is chance, on so few articles
SHRINK = 1.0  # of the calibration's weights, so that few articles don't drive them far


class Prepared:
    """An article with the network's scores, which decoding can be tried on again and again."""

    def __init__(self, article: Article, finder: StatementFinder) -> None:
        text = article.text
        self.article = article
        self.words = split_words(text)
        self.paragraphs = find_paragraphs(text)
        self.quotations = find_quotations(text)
        states, opens = quote_states(self.words, self.quotations), openings(self.words, self.paragraphs)
        self.scores: Scores = finder.score(finder.encoder.encode(text, self.words, states, opens))
        self.gold = [Marked(a.source, a.cue, a.content) for a in article.attributions]

    def read(self, settings: Settings) -> tuple[list[Found], list[Marked]]:
        """What is decoded, and the statements that the rules of analysis make of it, in the same order."""
        found = decode(self.scores, settings)
        board = Board(drafts_from(found, self.words, ()), self.paragraphs, len(self.article.text))
        snap_to_marks(board, self.quotations, self.article.text)
        add_continuations(board, self.quotations, self.article.text)
        return found, [Marked(d.source, d.cue, tuple(map(Span._make, d.content))) for d in board.drafts]


def agreement(prepared: list[Prepared], settings: Settings) -> Agreement:
    """The scores of all articles together."""
    return sum((score(p.article.text, p.gold, p.read(settings)[1]) for p in prepared), Agreement())


def worth(scores: Agreement) -> float:
    """What tuning makes as great as it can."""
    return sum(scores[part].f1 for part in PARTS) / len(PARTS)


def search(prepared: list[Prepared], settings: Settings) -> Settings:
    """The best settings found by trying each constant in turn."""
    best = worth(agreement(prepared, settings))
    for _ in range(ROUNDS):
        for name, values in GRID.items():
            for value in values:
                tried = replace(settings, **{name: value})  # type: ignore[arg-type]
                got = worth(agreement(prepared, tried))
                if got > best + GAIN:
                    settings, best = tried, got
                    print(f"{name} = {value}: {best:.4f}", flush=True)
    return settings


def evidence(prepared: list[Prepared], settings: Settings) -> Iterator[tuple[list[float], bool]]:
    """The log-odds of each statement, and whether it is right."""
    for p in prepared:
        found, marked = p.read(settings)
        right = right_ones(p.article.text, p.gold, marked, degree="statement")
        for statement, is_right in zip(found, right, strict=True):
            yield log_odds(statement.evidence), is_right


def fit(samples: list[tuple[list[float], bool]]) -> Calibration:
    """Logistic regression with a little shrinkage."""
    x = np.array([[*odds, 1.0] for odds, _ in samples])
    y = np.array([1.0 if right else -1.0 for _, right in samples])

    def loss(w: np.ndarray) -> float:
        return float(np.logaddexp(0, -y * (x @ w)).sum() + SHRINK * (w[:-1] ** 2).sum())

    w = minimize(loss, np.zeros(x.shape[1])).x
    return Calibration(tuple(round(float(v), 4) for v in w[:-1]), round(float(w[-1]), 4))


def show_calibration(samples: list[tuple[list[float], bool]], calibration: Calibration) -> None:
    """Prints how many statements of each confidence are right."""
    given = np.array([calibration.from_log_odds(odds) for odds, _ in samples])
    right = np.array([is_right for _, is_right in samples])
    for low in np.arange(0, 1, 0.1):
        chosen = (given >= low) & (given < low + 0.1)
        if chosen.any():
            share = right[chosen].mean()
            print(f"confidence {low:.1f}-{low + 0.1:.1f}: {chosen.sum():5d} given, {share:.2f} right")


def guises(held: list[Article], *, bare: bool) -> list[Article]:
    """Articles as they are met: printed and in one stripped form, or in both forms of bare texts."""
    if bare:
        return [strip_marks(article, marks) for article in held for marks in (AS_FAKES, ALL)]
    return held + [strip_marks(article, STRIPPED[i % len(STRIPPED)]) for i, article in enumerate(held)]


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--bare", action="store_true", help="the weights for texts that lost their marks")
    args = parser.parse_args()
    weights = find_weights(args.weights)
    if args.bare:
        if weights.bare is None:
            parser.error(f"{args.weights} has no weights for bare texts: see training.bare")
        weights = weights.bare
    finder = StatementFinder.load(weights)
    _, held = hold_out(read_polnear(args.data / "train.jsonl"), every=HELD_OUT_EVERY)
    prepared = [Prepared(article, finder) for article in guises(held, bare=args.bare)]
    start = weights.decoding if args.bare else Settings(follow=weights.decoding.follow)
    settings = search(prepared, start)
    scores = agreement(prepared, settings)
    print(" ".join(f"{part} {scores[part].f1:.3f}" for part in scores.parts))
    samples = list(evidence(prepared, settings))
    calibration = fit(samples)
    show_calibration(samples, calibration)
    found = {"decoding": asdict(settings), "calibration": calibration.to_json()}
    card = json.loads((args.weights / CARD).read_text())
    (card["bare"] if args.bare else card).update(found)
    (args.weights / CARD).write_text(json.dumps(card, indent=1) + "\n")


if __name__ == "__main__":
    main()
