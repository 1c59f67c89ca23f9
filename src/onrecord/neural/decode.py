"""From the network's scores to statements, in words.

Steps: (1) the best sequence of tags, under which a content that changes its cue inside is dear;
(2) runs of tags become sources, cues and contents; (3) each content goes to the cue that its words
point to, each cue to its source; words pointed to that no tag marks are promoted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.neural.chain import Chain
from onrecord.neural.network_format import Tag

Floats = NDArray[np.float32]


class Run(NamedTuple):
    """Words `start` to `end` of a text, end exclusive."""

    start: int
    end: int


class Pointers(NamedTuple):
    """What the words `start` to `end` of a text point to.

    scores: (words, targets + 1), probabilities; the first column is "nothing", the
    others are the words of the text from `origin` on.
    """

    start: int
    end: int
    origin: int
    scores: Floats


@dataclass(frozen=True, slots=True)
class Scores:
    """The network's answers for a whole text.

    tags: (words, tags), unnormalised; cues and sources: pieces that cover the text's words in order.
    """

    tags: Floats
    cues: Sequence[Pointers]
    sources: Sequence[Pointers]


@dataclass(frozen=True, slots=True)
class Settings:
    """Constants of decoding; set on held-out training articles by `training.tune`."""

    follow: tuple[tuple[float, ...], ...]
    switch: float = 0.5  # weight of the penalty on a content that changes its cue
    content_bias: float = 0.0  # added to the scores of content tags: more or fewer contents
    cue_bias: float = 0.0  # likewise of cues
    source_bias: float = 0.0  # likewise of sources
    min_link: float = 0.3  # a content whose best cue has less than this is dropped
    promote: float = 0.5  # share of pointers that makes untagged words a cue or source
    no_source: float = 0.5  # a cue whose pointers say "nothing" at least this much has no source


@dataclass(slots=True)
class Found:
    """One statement in words: its source may be None, its contents are in order.

    `evidence` holds the probabilities from which confidence is computed (see calibrate.py).
    """

    cue: Run
    source: Run | None
    contents: list[Run]
    evidence: dict[str, float] = field(default_factory=dict)
    confidence: float = 0.0


def decode(scores: Scores, settings: Settings) -> list[Found]:
    """The statements that the scores speak for, in order of their cues."""
    if not len(scores.tags):
        return []
    chain = chain_of(scores, settings)
    tags = chain.best()
    contents, cues, sources = runs(tags, Tag.CONTENT), runs(tags, Tag.CUE), runs(tags, Tag.SOURCE)
    probability = softmax(scores.tags)
    found: dict[Run, Found] = {}
    for content in contents:
        cue, link = _target(scores.cues, content, cues, contents, settings)
        if cue is None or link < settings.min_link:
            continue
        statement = found.setdefault(cue, Found(cue, None, [], {"link": 1.0, "content": 1.0}))
        statement.contents.append(content)
        statement.evidence["link"] = min(statement.evidence["link"], link)
        sure = float(np.mean(probability[content.start : content.end, Tag.CONTENT :].sum(1)))
        statement.evidence["content"] = min(statement.evidence["content"], sure)
    if not found:
        return []
    beliefs = chain.beliefs()
    for cue, statement in found.items():
        _add_source(statement, cue, scores, sources, contents, settings)
        _weigh_edges(statement, probability)
        statement.evidence["whole"] = min(beliefs.whole(*run) for run in statement.contents)
    return [found[cue] for cue in sorted(found)]


def chain_of(scores: Scores, settings: Settings) -> Chain:
    """The chain of the words' tags, under which a content that changes its cue inside is dear."""
    emit = scores.tags.astype(np.float64)
    emit[:, Tag.CONTENT :] += settings.content_bias
    emit[:, Tag.CUE : Tag.CONTENT] += settings.cue_bias
    emit[:, Tag.SOURCE] += settings.source_bias
    agree = settings.switch * np.log(np.maximum(agreement(scores.cues, len(emit)), 1e-3))
    return Chain.of(emit, np.array(settings.follow), agree)


def agreement(pointers: Sequence[Pointers], count: int) -> Floats:
    """For each word the chance that it points to the same cue as the word before; shape (words,)."""
    agree = np.ones(count, dtype=np.float32)
    for part in pointers:
        rows = part.scores
        same = (rows[1:] * rows[:-1]).sum(1)
        agree[part.start + 1 : part.end] = same
    return agree


def runs(tags: NDArray[np.int64], kind: Tag) -> list[Run]:
    """The runs of words that play one part: sources, cues or contents."""
    members = {Tag.SOURCE: (Tag.SOURCE,), Tag.CUE: (Tag.CUE, Tag.CUE_INSIDE)}.get(
        kind, tuple(range(Tag.CONTENT, 8))
    )
    openers = {Tag.SOURCE: (), Tag.CUE: (Tag.CUE,)}.get(kind, (Tag.CONTENT, Tag.CONTENT_SINGLE))
    found: list[Run] = []
    start: int | None = None
    for i, tag in enumerate([*tags.tolist(), int(Tag.OUTSIDE)]):
        if start is not None and (tag not in members or tag in openers):
            found.append(Run(start, i))
            start = None
        if start is None and tag in members:
            start = i
    return found


def softmax(scores: Floats) -> Floats:
    """Scores as probabilities over the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), dtype=np.float32)


def _pointed(pointers: Sequence[Pointers], run: Run) -> tuple[float, dict[int, float]]:
    """How much a run's words point to nothing, and how much to each word; sums to one.

    Words that are seen but not answered for, beside a part of a long text, are left out.
    """
    count = pointers[-1].end if pointers else 0
    weight: dict[int, float] = {}
    nothing, total = 0.0, 0
    for part in pointers[bisect_right(pointers, run.start, key=lambda part: part.end) :]:
        if part.start >= run.end:
            break
        start, end = max(run.start, part.start), min(run.end, part.end)
        rows = part.scores[start - part.start : end - part.start]
        total += end - start
        nothing += float(rows[:, 0].sum())
        column = rows[:, 1:].sum(0)
        for place in np.flatnonzero(column > 0.01 * len(rows)).tolist():
            word = part.origin + place
            if 0 <= word < count:
                weight[word] = weight.get(word, 0.0) + float(column[place])
    total = max(total, 1)
    return nothing / total, {word: value / total for word, value in weight.items()}


def _share(weight: dict[int, float], run: Run) -> float:
    return sum(value for word, value in weight.items() if run.start <= word < run.end)


def _best(weight: dict[int, float], runs: Sequence[Run]) -> tuple[Run | None, float]:
    """The run with the greatest share of the weight, the first of several, and its share.

    `runs` are in order and don't overlap. Only those that are pointed to are looked at: None if none is.
    """
    shares: dict[int, float] = {}
    for word, value in weight.items():
        i = bisect_right(runs, word, key=lambda run: run.start) - 1
        if i >= 0 and word < runs[i].end:
            shares[i] = shares.get(i, 0.0) + value
    if not shares:
        return None, 0.0
    best = min(shares, key=lambda i: (-shares[i], i))
    return runs[best], shares[best]


def _target(
    pointers: Sequence[Pointers], content: Run, cues: list[Run], contents: list[Run], settings: Settings
) -> tuple[Run | None, float]:
    """The cue that a content points to, tagged or promoted, and how surely."""
    _, weight = _pointed(pointers, content)
    best, share = _best(weight, cues)
    if share < settings.promote and weight:
        promoted = _promoted(weight, contents)
        if promoted and _share(weight, promoted) >= max(settings.promote, share):
            # A promoted cue that another content made already is used again.
            return promoted, _share(weight, promoted)
    return best, share


def _promoted(weight: dict[int, float], contents: Sequence[Run]) -> Run | None:
    """The words that are pointed to most, as a run, if they stand in no content; `contents` are in order."""
    peak = max(weight, key=lambda word: weight[word])
    start, end = peak, peak + 1
    while weight.get(start - 1, 0.0) > 0.25 * weight[peak]:
        start -= 1
    while weight.get(end, 0.0) > 0.25 * weight[peak]:
        end += 1
    after = bisect_right(contents, start, key=lambda content: content.end)
    free = after == len(contents) or contents[after].start >= end
    return Run(start, end) if free else None


def _add_source(
    statement: Found, cue: Run, scores: Scores, sources: list[Run], contents: list[Run], settings: Settings
) -> None:
    nothing, weight = _pointed(scores.sources, cue)
    best, share = _best(weight, sources)
    if share < settings.promote and weight:
        promoted = _promoted(weight, contents)
        apart = promoted and (promoted.end <= cue.start or cue.end <= promoted.start)
        if promoted and apart and _share(weight, promoted) > max(settings.promote, share):
            best, share = promoted, _share(weight, promoted)
    if nothing >= settings.no_source or best is None or share <= 0.05:
        statement.evidence["source"] = nothing
        return
    statement.source = best
    statement.evidence["source"] = share


def _weigh_edges(statement: Found, probability: Floats) -> None:
    """Adds how sure the network is of the edges of the contents, and of the cue."""
    first, last = [Tag.CONTENT, Tag.CONTENT_SINGLE], [Tag.CONTENT_END, Tag.CONTENT_SINGLE]
    starts = [float(probability[run.start, first].sum()) for run in statement.contents]
    ends = [float(probability[run.end - 1, last].sum()) for run in statement.contents]
    statement.evidence["start"], statement.evidence["end"] = min(starts), min(ends)
    cue = probability[statement.cue.start : statement.cue.end, Tag.CUE : Tag.CONTENT]
    statement.evidence["cue"] = float(cue.sum(1).mean())
