"""A share with how far it may be from the truth, where what is counted comes in bundles that are alike.

In: of each bundle (an article) how many there are, and how many of them are of a kind, as sums and sums of
squares, which a database gives without handing out the articles. Out: a `Share`. Knows no record.

The statements of one article are alike: a hundred of them tell less than a hundred of as many articles. So
the share is taken as a ratio of two sums over articles, its variance by the delta method (Cochran, Sampling
Techniques, 1977, 6.3), and from that how many independent statements would be as sure. The interval is
Wilson's for that many, as Korn and Graubard have it (Survey Methodology 24, 1998), which stays within 0 and
100 % and is not of no width where a share is 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

LEAST = 5  # articles with what is counted, below which no interval is given: it would be a guess
NORMAL = 1.959964  # 95 % of a normal distribution are within so many standard deviations


@dataclass(frozen=True, slots=True)
class Share:
    """A share, None where there is nothing to be shared; from where to where it is likely to be."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums over articles: how many articles have any, all, those of the kind, and squares and products."""

    articles: int
    all: float
    kind: float
    all_squared: float
    both: float
    kind_squared: float


def share(sums: Sums) -> Share:
    """The share of a kind, with its 95 % interval where there are articles enough."""
    if not sums.all:
        return Share(None)
    value = min(1.0, sums.kind / sums.all)
    if sums.articles < LEAST:
        return Share(value)
    return Share(value, *_wilson(value, _effective(value, sums)))


def _effective(value: float, sums: Sums) -> float:
    """How many independent ones would be as sure of the share: never more than there are."""
    apart = sums.kind_squared - 2 * value * sums.both + value * value * sums.all_squared
    variance = sums.articles / (sums.articles - 1) * max(0.0, apart) / sums.all**2
    alone = value * (1 - value)
    # Where all articles agree nothing tells how alike statements are: each article then counts as one.
    effective = min(sums.all, alone / variance) if variance > 0 and alone > 0 else float(sums.articles)
    return effective * (NORMAL / _student(sums.articles - 1)) ** 2


def _student(freedom: int) -> float:
    """Student's quantile for 95 %, by its expansion about the normal one (Abramowitz and Stegun 26.7.5)."""
    z = NORMAL
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)


def _wilson(value: float, count: float) -> tuple[float, float]:
    """Wilson's interval of a share of so many."""
    z = NORMAL
    middle = (value + z * z / (2 * count)) / (1 + z * z / count)
    half = z * sqrt(value * (1 - value) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return max(0.0, middle - half), min(1.0, middle + half)
