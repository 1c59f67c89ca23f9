"""Strips marks from articles, as some collectors of news do, and says of each word what it lost.

A network that learns to tell where a comma or a quotation stood reads a text without them better: the task is
learned along (`Network.lost`) and does not ship.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, compress

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.quotation import find_quotations
from onrecord.model.span import Span, Spans
from training.corpora import Article, Attribution

# What collectors of news strip: all but straight quotation marks, all marks, quotation marks or commas alone.
AS_FAKES, ALL = frozenset(",'‘’“”"), frozenset(",'\"‘’“”")
STRIPPED = (AS_FAKES, ALL, frozenset('"‘“”'), frozenset(","))
HOW_OFTEN = (3, 3, 1, 1)  # the first two are what is met,
BARE_OFTEN = (1, 1, 0, 0)  # and all that weights for such texts learn from
LOST = 4  # kinds of words: 1 is added where it stood in quotation marks, 2 where a comma followed it


def strip_marks(article: Article, marks: frozenset[str]) -> Article:
    """The article without these marks."""
    kept = [char not in marks for char in article.text]
    place = [0, *accumulate(kept)]

    def moved(spans: Spans) -> Spans:
        return tuple(Span(place[s], place[e]) for s, e in spans if place[s] < place[e])

    attributions = (
        Attribution(moved(a.source), moved(a.cue), moved(a.content)) for a in article.attributions
    )
    tokens = tuple(t._replace(start=place[t.start], end=place[t.end]) for t in article.tokens)
    text = "".join(compress(article.text, kept))
    return replace(article, text=text, attributions=tuple(attributions), tokens=tokens)


def lost_marks(text: str, marks: frozenset[str], words: Sequence[Span]) -> NDArray[np.int64]:
    """What kind each word is (see `LOST`): shape (words,).

    `text` is the article's before it was stripped of `marks`, `words` are those of the text that was left.
    """
    quoted = np.zeros(len(text) + 1, dtype=np.int64)
    for quotation in find_quotations(text):
        quoted[quotation.inner.start : quotation.inner.end] = 1
    kept = [i for i, char in enumerate(text) if char not in marks] + [len(text)]
    return np.array(
        [
            quoted[kept[word.start]] + 2 * ("," in text[kept[word.end - 1] + 1 : kept[word.end]])
            for word in words
        ],
        dtype=np.int64,
    )
