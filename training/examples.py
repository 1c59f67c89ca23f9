"""Turns annotated articles into windows of numbers with their right answers.

A window is a run of whole paragraphs (a longer paragraph is cut) of a size drawn anew each epoch, so
that the model never learns where windows end.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.paragraphs import find_paragraphs, openings
from onrecord.analysis.quotation import find_quotations, quote_states
from onrecord.neural.encode import Encoded, Encoder, Place
from onrecord.neural.network_format import Tag, allowed_transitions
from onrecord.neural.windows import Window, WindowArrays, window_arrays
from onrecord.neural.words import Case, QuoteState, split_words
from training.corpora import Article, Attribution
from training.stripping import BARE_OFTEN, HOW_OFTEN, STRIPPED, lost_marks, strip_marks
from training.syntax_labels import ROOT, UNKNOWN, SyntaxLabels, label_syntax

SMALLEST, LARGEST = 96, 288  # pieces in a window
STRIPPED_SHARE = 0.5  # of articles that lose commas, apostrophes and quotation marks
CAPITALS_SHARE = 0.02  # of windows set in capitals
SINGLE_SHARE = 0.1  # of windows whose quotations count as single-quoted, as in British papers
HIDDEN = "[MASK]"  # what stands for a hidden word


@dataclass(frozen=True, slots=True)
class Labelled:
    """An encoded article with the right answers for each word.

    `tags`: shape (words,). `cue_of` and `source_of`: for each word the words it may point to; an empty
    set means that the right target is nothing, None that the word is no content (or no cue). `lost`: what
    stood at each word before the article was stripped, shape (words,); see `training.stripping`.
    """

    encoded: Encoded
    tags: NDArray[np.int64]
    cue_of: list[frozenset[int] | None]
    source_of: list[frozenset[int] | None]
    syntax: SyntaxLabels
    lost: NDArray[np.int64]


def label(article: Article, encoder: Encoder, marks: frozenset[str] = frozenset()) -> Labelled:
    """Encodes one article, stripped of these marks, and says of each of its words what is right."""
    whole, article = article.text, strip_marks(article, marks)
    words = split_words(article.text)
    quotes = quote_states(words, find_quotations(article.text))
    encoded = encoder.encode(article.text, words, quotes, openings(words, find_paragraphs(article.text)))
    owner = _word_index(len(article.text), encoded)
    tags = np.zeros(len(words), dtype=np.int64)
    cue_of: list[frozenset[int] | None] = [None] * len(words)
    source_of: list[frozenset[int] | None] = [None] * len(words)
    for stmt in article.attributions:
        _mark(stmt, owner, tags, cue_of, source_of)
    _mend(tags)
    syntax = label_syntax(words, article.tokens)
    return Labelled(encoded, tags, cue_of, source_of, syntax, lost_marks(whole, marks, words))


def _mend(tags: NDArray[np.int64]) -> None:
    """Makes a sequence of tags one that can be decoded, where attributions overlap; in place."""
    opened = {Tag.CONTENT_INSIDE: Tag.CONTENT, Tag.CONTENT_END: Tag.CONTENT_SINGLE, Tag.CUE_INSIDE: Tag.CUE}
    closed = {Tag.CONTENT: Tag.CONTENT_SINGLE, Tag.CONTENT_INSIDE: Tag.CONTENT_END}
    allowed = allowed_transitions()
    for i in range(1, len(tags)):
        before, tag = Tag(tags[i - 1]), Tag(tags[i])
        if not allowed[before, tag]:
            if before in closed:
                tags[i - 1] = closed[before]
            if not allowed[tags[i - 1], tag]:
                tags[i] = opened[tag]


def _word_index(length: int, encoded: Encoded) -> NDArray[np.int64]:
    owner = np.full(length, -1, dtype=np.int64)
    for i, word in enumerate(encoded.words):
        owner[word.start : word.end] = i
    return owner


def _mark(
    stmt: Attribution,
    owner: NDArray[np.int64],
    tags: NDArray[np.int64],
    cue_of: list[frozenset[int] | None],
    source_of: list[frozenset[int] | None],
) -> None:
    runs = {
        role: [sorted(set(owner[start:end].tolist()) - {-1}) for start, end in getattr(stmt, role)]
        for role in ("source", "cue", "content")
    }
    cue = frozenset(i for run in runs["cue"] for i in run)
    source = frozenset(i for run in runs["source"] for i in run)
    for i in source:
        tags[i] = Tag.SOURCE
    for run in filter(None, runs["cue"]):
        tags[run] = Tag.CUE_INSIDE
        tags[run[0]] = Tag.CUE
        for i in run:
            source_of[i] = (source_of[i] or frozenset()) | source
    for run in filter(None, runs["content"]):
        tags[run] = Tag.CONTENT_INSIDE
        tags[run[0]], tags[run[-1]] = Tag.CONTENT, Tag.CONTENT_END
        if len(run) == 1:
            tags[run[0]] = Tag.CONTENT_SINGLE
        for i in run:
            cue_of[i] = (cue_of[i] or frozenset()) | cue


@dataclass(frozen=True, slots=True)
class Guises:
    """One article in all forms that are learned: as each annotator read it, and without its marks."""

    read: tuple[Labelled, ...]
    stripped: tuple[Labelled, ...]

    @classmethod
    def of(cls, readings: Sequence[Article], encoder: Encoder) -> Guises:
        """The guises of an article from what one or more people marked in it, the gold first."""
        stripped = tuple(label(readings[0], encoder, marks) for marks in STRIPPED)
        return cls(tuple(label(one, encoder) for one in readings), stripped)


def draw_windows(
    articles: list[Guises], rng: random.Random, *, bare: bool = False
) -> list[tuple[Labelled, Window]]:
    """All articles cut into windows of random size; now and then an article in a stripped form.

    `bare`: all of them without commas and apostrophes.
    """
    drawn = []
    for guises in articles:
        article = rng.choice(guises.read)
        if bare or rng.random() < STRIPPED_SHARE:
            (article,) = rng.choices(guises.stripped, BARE_OFTEN if bare else HOW_OFTEN)
        encoded, start = article.encoded, 0
        while start < len(encoded.words):
            limit = rng.randint(SMALLEST, LARGEST)
            end = _window_end(encoded, start, limit)
            drawn.append((article, Window(start, end, start, end)))
            start = end
    return drawn


def _window_end(encoded: Encoded, start: int, limit: int) -> int:
    size, last_break, i = 2, start, start
    while i < len(encoded.words):
        size += len(encoded.pieces[i]) + (encoded.opens[i] and i > start)
        if size > limit:
            break
        i += 1
        if i == len(encoded.words) or encoded.opens[i]:
            last_break = i
    return last_break if last_break > start else max(i, start + 1)


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows as arrays, padded at the end.

    ids and features: (batch, pieces[, 3]); heads: (batch, words), the place of each word's first piece;
    mask: (batch, words); tags: (batch, words); cue and
    source: (batch, words, words + 1) booleans of right targets, the first for "nothing".
    speech, relation, name: (batch, words), -1 where unknown; governor: (batch, words), 0 for a root,
    1 for the window's first word, -1 where unknown or outside the window.
    ends, starts: (batch, words), at the first word of a content the place of its last one, and the other way
    round; -1 elsewhere. lost: (batch, words), what was stripped at each word, -1 in the padding.
    """

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    heads: NDArray[np.int64]
    mask: NDArray[np.bool_]
    tags: NDArray[np.int64]
    cue: NDArray[np.bool_]
    source: NDArray[np.bool_]
    speech: NDArray[np.int64]
    relation: NDArray[np.int64]
    name: NDArray[np.int64]
    governor: NDArray[np.int64]
    ends: NDArray[np.int64]
    starts: NDArray[np.int64]
    lost: NDArray[np.int64]


def make_batch(
    windows: list[tuple[Labelled, Window]], encoder: Encoder, rng: random.Random, *, hide: float = 0.0
) -> Batch:
    """Puts windows together, now and then one in disguise; hides about that share of their words."""
    parts = []
    for article, window in windows:
        keep = list(range(window.start, window.end))
        arrays = window_arrays(article.encoded, keep, encoder)
        _disguise(arrays.features, rng)
        _hide(arrays, rng.random() * 2 * hide, encoder.special(HIDDEN), rng)
        parts.append((article, keep, arrays))
    pieces = max(len(arrays.ids) for _, _, arrays in parts)
    words = max(len(keep) for _, keep, _ in parts)
    n = len(parts)
    batch = Batch(
        np.zeros((n, pieces), np.int64), np.zeros((n, pieces, 3), np.int64), np.zeros((n, words), np.int64),
        np.zeros((n, words), np.bool_), np.zeros((n, words), np.int64),
        np.zeros((n, words, words + 1), np.bool_), np.zeros((n, words, words + 1), np.bool_),
        *(np.full((n, words), UNKNOWN, np.int64) for _ in range(7)),
    )  # fmt: skip
    for row, (article, keep, arrays) in enumerate(parts):
        batch.ids[row, : len(arrays.ids)] = arrays.ids
        batch.features[row, : len(arrays.ids)] = arrays.features
        batch.heads[row, : len(keep)] = arrays.heads
        batch.mask[row, : len(keep)] = True
        batch.tags[row, : len(keep)] = article.tags[keep]
        batch.lost[row, : len(keep)] = article.lost[keep]
        place = {word: i for i, word in enumerate(keep)}
        _targets(batch.cue[row], article.cue_of, keep, place)
        _targets(batch.source[row], article.source_of, keep, place)
        for part in ("speech", "relation", "name"):
            getattr(batch, part)[row, : len(keep)] = getattr(article.syntax, part)[keep]
        batch.governor[row, : len(keep)] = [
            0 if governor == ROOT else place.get(governor, -2) + 1
            for governor in article.syntax.governor[keep].tolist()
        ]
        for first, last in content_runs(article.tags[keep]):
            batch.ends[row, first], batch.starts[row, last] = last, first
    return batch


def content_runs(tags: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """First and last word of each content that lies wholly in a window."""
    start = None
    for i, tag in enumerate(tags.tolist()):
        if tag in (Tag.CONTENT, Tag.CONTENT_SINGLE):
            start = i
        if tag in (Tag.CONTENT_END, Tag.CONTENT_SINGLE) and start is not None:
            yield start, i
            start = None


def _disguise(features: NDArray[np.int64], rng: random.Random) -> None:
    """Now and then shows a window as if set in capitals or in single quotation marks; in place."""
    if rng.random() < CAPITALS_SHARE:
        cases = features[:, 1]
        features[:, 1] = np.select(
            [cases == Case.NAME, cases < 2], [Case.NAME_CAPITALS, Case.CAPITALS], cases
        )
    if rng.random() < SINGLE_SHARE:
        features[:, 0] = np.where(features[:, 0] == QuoteState.INSIDE, QuoteState.IN_SINGLE, features[:, 0])


def _hide(arrays: WindowArrays, share: float, hidden: int, rng: random.Random) -> None:
    """Puts a mark in place of that share of the words, so that no article is learned by heart; in place."""
    ends = [*arrays.heads[1:].tolist(), len(arrays.ids)]
    for start, end in zip(arrays.heads.tolist(), ends, strict=True):
        if rng.random() < share:
            breaks = arrays.features[start:end, 2] == Place.BREAK
            arrays.ids[start:end] = np.where(breaks, arrays.ids[start:end], hidden)


def _targets(
    target: NDArray[np.bool_], of: list[frozenset[int] | None], keep: list[int], place: dict[int, int]
) -> None:
    for i, word in enumerate(keep):
        right = of[word]
        if right is None:
            continue
        inside = [place[other] for other in right if other in place]
        target[i, 0] = not inside
        for other in inside:
            target[i, other + 1] = True
