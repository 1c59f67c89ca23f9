"""Shares and counts with error bars: what a sample that people judged says of everything that was read.

In: statements of the sample, each with the kinds it was read as and the kinds it is of, by cluster (its
document); and how many of each kind were read in all. Out: estimates with intervals. Knows no record.

What is read is counted everywhere, what is true only in the sample. So the sample's own share is moved by how
far the sample strays from the whole in what was read, which is known (the difference estimator of survey
sampling: Särndal, Swensson and Wretman, Model Assisted Survey Sampling, 1992, 6.3; prediction-powered
inference: Angelopoulos and others, Science 382, 2023). With R read in all, r their share of a kind, and F
read, T true in the sample, f and t of them of the kind:

    count = R T / F        share = (t + r F - f) / T

Intervals are percentiles of a bootstrap over clusters, since statements of one document are alike. Where few
mistakes were seen it would be too sure (none seen: no width at all); there, and for the count, an interval is
never narrower than what Wilson's upper bound says may have stayed unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

# Complete paragraphs below which nothing is said: an interval of so few would be a guess about a guess.
LEAST_PARAGRAPHS = 30
# True statements of a kind, and of other kinds, below which nothing is said of the kind's share.
LEAST_OF_A_KIND = 5
# Mistakes about a kind below which the bootstrap alone is too sure of its share. In simulations such as that
# of tests/scores/test_intervals.py, with 30 to 250 paragraphs, 95 % intervals made so hold the truth 94 to 99
# times in 100.
FEW_MISTAKES = 10
RESAMPLES = 2000

_Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate, and from where to where the truth is likely to be."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Case:
    """A statement of the sample: its cluster, as what it was read, and what it is; None where it is not."""

    cluster: str
    read: frozenset[str] | None
    true: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Estimates:
    """How right the reader is, and how many statements there are; `shares` by kind, None where too few.

    None where the sample holds nothing that was read, or nothing that is true.
    """

    precision: Interval | None
    recall: Interval | None
    count: Interval | None
    shares: Mapping[str, Interval | None]


def wilson(hits: int, of: int, *, level: float = 0.95) -> Interval:
    """A share with Wilson's score interval (Wilson, JASA 22, 1927), which holds for few and for none, too.

    `level` is the chance that the interval holds the truth. Raises `ValueError` where `of` is 0.
    """
    if of <= 0:
        raise ValueError("a share of nothing has no interval")
    z, share = NormalDist().inv_cdf(0.5 + level / 2), hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    # In exact terms none of none is 0, and all of all 1.
    low = 0.0 if hits == 0 else middle - half
    return Interval(share, low, 1.0 if hits == of else middle + half)


def estimate(
    cases: Sequence[Case],
    clusters: Iterable[str],
    read: Mapping[str, int],
    total: int,
    *,
    level: float = 0.95,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> Estimates:
    """Precision, recall, and what the counts would be if the reader made no mistake.

    `clusters` are all that were sampled, those without a statement too; `read` counts what was read in all by
    kind, `total` all of it. The same seed gives the same intervals.
    """
    found = sum(case.read is not None for case in cases)
    true = sum(case.true is not None for case in cases)
    hits = sum(case.read is not None and case.true is not None for case in cases)
    precision = wilson(hits, found, level=level) if found else None
    recall = wilson(hits, true, level=level) if true else None
    if not (found and true and total):
        return Estimates(precision, recall, None, dict.fromkeys(read))
    kinds = list(read)
    sums = _sums(cases, list(clusters), kinds)
    many = _resampled(sums, seed, resamples)
    whole = sums.sum(axis=0, keepdims=True)
    wrong = sum(None in (case.read, case.true) for case in cases)
    unseen = total * _unseen(wrong, len(cases), level) / found
    count = _interval(total * _times(whole), total * _times(many), unseen, level)
    shares: dict[str, Interval | None] = {}
    for i, kind in enumerate(kinds):
        known = read[kind] / total
        of_kind = int(whole[0, 3 + 2 * i])
        shares[kind] = None
        if min(of_kind, true - of_kind) >= LEAST_OF_A_KIND:
            value = _share(whole, i, known)
            least = _least(cases, kind, float(value[0]), level) / true
            shares[kind] = _as_share(_interval(value, _share(many, i, known), least, level))
    return Estimates(precision, recall, count, shares)


def _sums(cases: Iterable[Case], clusters: Sequence[str], kinds: Sequence[str]) -> _Array:
    """Counts by cluster, *shape* (clusters, 2 + 2 kinds): read, true, then read and true of each kind."""
    rows = {cluster: i for i, cluster in enumerate(dict.fromkeys(clusters))}
    sums = np.zeros((len(rows), 2 + 2 * len(kinds)))
    for case in cases:
        for side, is_of in enumerate((case.read, case.true)):
            if is_of is not None:
                sums[rows[case.cluster], side] += 1
                for i, kind in enumerate(kinds):
                    sums[rows[case.cluster], 2 + 2 * i + side] += kind in is_of
    return sums


def _resampled(sums: _Array, seed: int, resamples: int) -> _Array:
    """The sums of so many samples of as many clusters, drawn from these again and again."""
    clusters = len(sums)
    drawn = np.random.default_rng(seed).integers(clusters, size=(resamples, clusters))
    weights = np.stack([np.bincount(row, minlength=clusters) for row in drawn])
    made: _Array = weights @ sums
    # A sample in which nothing was read, or nothing is true, tells nothing.
    return made[(made[:, 0] > 0) & (made[:, 1] > 0)]


def _times(sums: _Array) -> _Array:
    """By how much more is true than was read."""
    times: _Array = sums[:, 1] / sums[:, 0]
    return times


def _share(sums: _Array, kind: int, known: float) -> _Array:
    """The share of a kind among what is true."""
    read, true = sums[:, 2 + 2 * kind], sums[:, 3 + 2 * kind]
    share: _Array = (true + known * sums[:, 0] - read) / sums[:, 1]
    return share


def _least(cases: Sequence[Case], kind: str, share: float, level: float) -> float:
    """How many statements more or less of a kind there may be that few mistakes seen don't tell of."""
    mistaken = sum((kind in (case.read or ())) != (kind in (case.true or ())) for case in cases)
    if mistaken >= FEW_MISTAKES:
        return 0.0
    others = sum(
        kind not in (case.read or case.true or ()) for case in cases if None in (case.read, case.true)
    )
    return hypot(_unseen(mistaken, len(cases), level), share * _unseen(others, len(cases), level))


def _unseen(mistakes: int, of: int, level: float) -> float:
    """How many more mistakes a sample may have than were seen in it by chance."""
    return of * wilson(mistakes, of, level=level).high - mistakes


def _interval(value: _Array, resampled: _Array, least: float, level: float) -> Interval:
    """The percentiles of resampled values, and no less than `least` to each side."""
    middle = float(value[0])
    low, high = (
        np.quantile(resampled, (0.5 - level / 2, 0.5 + level / 2)) if len(resampled) else (middle,) * 2
    )
    return Interval(middle, min(float(low), middle - least), max(float(high), middle + least))


def _as_share(interval: Interval) -> Interval:
    """An interval within 0 and 1."""
    return Interval(*(min(1.0, max(0.0, one)) for one in (interval.value, interval.low, interval.high)))
