"""The tags of a text as a chain: the best sequence of them, and how likely a run of words is one content.

A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001): each word scores its tags, each
pair of neighbours scores which tag follows which. What is summed or maximised over all sequences is worked
out for blocks of words side by side, whose results are then chained; word by word it would take longer than
the network does.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from onrecord.neural.network_format import GOES_ON, OPEN, Tag, allowed_transitions

NEVER = -1e4  # the score of what may not be

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of a text's sequences of tags.

    first: (tags,), of the first word's tags; moves: (words - 1, tags, tags), of a tag that is followed by
    another, the second one's own score included.
    """

    first: Scores
    moves: Scores

    @classmethod
    def of(cls, emit: Scores, follow: Scores, goes_on: Scores) -> Chain:
        """A chain from the scores of each word's tags, at least one word.

        follow: (tags, tags), of a tag that follows another; goes_on: (words,), added where a content goes on
        from the word before.
        """
        emit = emit.copy()
        # A text neither opens within a content or cue, nor closes within a content.
        emit[0, [*GOES_ON, Tag.CUE_INSIDE]] += NEVER
        emit[-1, list(OPEN)] += NEVER
        moves = np.where(allowed_transitions(), follow, NEVER) + emit[1:, None, :]
        inside = np.ix_(range(len(moves)), OPEN, GOES_ON)
        moves[inside] += goes_on[1:, None, None]
        return cls(emit[0], moves)

    def best(self) -> NDArray[np.int64]:
        """The likeliest sequence of tags (Viterbi 1967); shape (words,)."""
        reached = _best_upto(self.first, self.moves)
        back = (reached[:-1, :, None] + self.moves).argmax(1).tolist()
        tags = [int(reached[-1].argmax())]
        for row in reversed(back):
            tags.append(row[tags[-1]])
        return np.array(tags[::-1], dtype=np.int64)

    def beliefs(self) -> Beliefs:
        """What all sequences together say, each weighed by its likelihood."""
        before = _sums_upto(self.first, self.moves)
        # The same from behind, where a tag and the one that follows it change places.
        turned = self.moves[::-1].transpose(0, 2, 1)
        after = _sums_upto(np.zeros(len(Tag)), turned)[::-1]
        return Beliefs(self, before, after)


@dataclass(frozen=True, slots=True)
class Beliefs:
    """For each word and tag the summed likelihood of all that comes before, and of all that follows.

    before, after: (words, tags), logarithms; the word's own score is in `before`.
    """

    chain: Chain
    before: Scores
    after: Scores

    def whole(self, start: int, end: int) -> float:
        """The probability that the words `start` to `end` (exclusive) are one content, not a word more."""
        moves, last = self.chain.moves, end - 1
        total = _log_sum(self.before[last] + self.after[last])
        if last == start:
            single = Tag.CONTENT_SINGLE
            return _power(self.before[start, single] + self.after[start, single] - total)
        tags = [Tag.CONTENT, *[Tag.CONTENT_INSIDE] * (last - start - 1), Tag.CONTENT_END]
        steps = moves[range(start, last), tags[:-1], tags[1:]].sum()
        return _power(self.before[start, tags[0]] + steps + self.after[last, tags[-1]] - total)


def _power(logarithm: float) -> float:
    return float(min(1.0, np.exp(logarithm)))


def _log_sum(values: Scores) -> float:
    top = values.max()
    return float(top + np.log(np.exp(values - top).sum()))


def _blocks(moves: Scores) -> Scores:
    """The moves in blocks of about equal number and length, filled up with moves that change nothing."""
    length = max(1, isqrt(len(moves)))
    missing = -len(moves) % length
    stay = np.where(np.eye(len(Tag), dtype=np.bool_), 0.0, NEVER)
    filled = np.concatenate([moves, np.broadcast_to(stay, (missing, *stay.shape))])
    return filled.reshape(-1, length, *stay.shape)


def _best_upto(first: Scores, moves: Scores) -> Scores:
    """The score of the best sequence that ends in each tag at each word; shape (words, tags)."""
    if not len(moves):
        return first[None]
    # The blocks come last, since numpy is quick where what lies side by side is treated alike.
    blocks = np.ascontiguousarray(_blocks(moves).transpose(1, 2, 3, 0))
    upto = blocks.copy()
    for i in range(1, len(blocks)):
        upto[i] = (upto[i - 1][:, :, None] + blocks[i]).max(1)
    starts = [first]
    for block in range(blocks.shape[-1] - 1):
        starts.append((starts[-1][:, None] + upto[-1, :, :, block]).max(0))
    reached = (np.array(starts).T[:, None] + upto).max(1)
    in_order = reached.transpose(2, 0, 1).reshape(-1, len(Tag))
    return np.concatenate([first[None], in_order[: len(moves)]])


def _sums_upto(first: Scores, moves: Scores) -> Scores:
    """The logarithm of the summed likelihoods of all sequences that end in each tag at each word."""
    if not len(moves):
        return first[None]
    blocks = _blocks(moves)
    tops = blocks.max((2, 3))
    powers = np.exp(blocks - tops[:, :, None, None])
    upto, scale = powers.copy(), tops.copy()
    for i in range(1, blocks.shape[1]):
        product = upto[:, i - 1] @ powers[:, i]
        top = product.max((1, 2))
        upto[:, i] = product / top[:, None, None]
        scale[:, i] += scale[:, i - 1] + np.log(top)
    start, shift = np.exp(first - first.max()), first.max()
    starts, shifts = [start], [shift]
    for block, more in zip(upto[:-1, -1], scale[:-1, -1], strict=True):
        start = start @ block
        top = start.max()
        start, shift = start / top, shift + more + np.log(top)
        starts.append(start)
        shifts.append(shift)
    sums = np.einsum("bi,blij->blj", np.array(starts), upto)
    with np.errstate(divide="ignore"):
        logs = np.maximum(np.log(sums), NEVER) + (np.array(shifts)[:, None] + scale)[:, :, None]
    return np.concatenate([first[None], logs.reshape(-1, len(Tag))[: len(moves)]])
