"""How far two reviewers agree: on what is a statement, on its places, and on who speaks.

In: the work of both (`onrecord.model.review`). Out: counts, shares, kappas, and each statement on which they
differ. Only what both judged is compared: statements on which both decided, those with which both mark nearly
the same words, and all that either found in a paragraph that the other marked as judged completely.
Needs scipy, as all pairing does (see `parts`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Spans
from onrecord.model.review import Opinion, Review, ReviewedDocument
from onrecord.scores.pairs import characters, iou
from onrecord.scores.parts import HALF, Count, Marked, Scores, score

_VERDICT = {True: "right", False: "wrong"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A statement on which two reviewers differ: in what, and what each of them decided, in words."""

    document: str
    statement: str
    what: str
    one: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far two reviewers agree.

    `documents` and `statements` are those of which both judged something. Of these statements `same_verdict`
    are right, or wrong, for both; `both_right` are right for both, and of these `same_speaker` have one
    speaker. Kappas are None where there is nothing to tell by chance: all were judged the same. `exact` and
    `overlap` compare all places that either holds to be a statement: the F1 of one against the other.
    """

    documents: int
    statements: int
    same_verdict: int
    verdict_kappa: float | None
    both_right: int
    same_speaker: int
    speaker_kappa: float | None
    exact: Count
    overlap: Count
    differences: tuple[Difference, ...]


def agreement(one: Review, other: Review) -> Agreement:
    """Compares what two reviewers decided."""
    shared = [(one[key], other[key]) for key in one if key in other]
    pairs = [pair for ours, theirs in shared for pair in _both(ours, theirs)]
    right = [(a.speaker, b.speaker) for a, b in pairs if a.right and b.right]
    scores = Scores()
    for ours, theirs in shared:
        scores += score(ours.text, _marked(_held(ours, theirs)), _marked(_held(theirs, ours)))
    return Agreement(
        documents=len(shared),
        statements=len(pairs),
        same_verdict=sum(a.right == b.right for a, b in pairs),
        verdict_kappa=kappa([(a.right, b.right) for a, b in pairs]),
        both_right=len(right),
        same_speaker=sum(a == b for a, b in right),
        speaker_kappa=kappa(right),
        exact=scores["exact"],
        overlap=scores["content50"],
        differences=tuple(difference for ours, theirs in shared for difference in _differences(ours, theirs)),
    )


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa: how much oftener two people agree than chance would have them.

    (p - c) / (1 - c), with p the share of pairs that agree and c that expected of their own shares of each
    answer (Cohen, Educational and Psychological Measurement 20, 1960). None for no pairs, and where both gave
    one answer throughout: then nothing can be told from chance.
    """
    if not pairs:
        return None
    of = len(pairs)
    ours, theirs = (Counter(side) for side in zip(*pairs, strict=True))
    chance = sum(ours[answer] * theirs[answer] for answer in ours) / (of * of)
    if chance == 1:
        return None
    return (sum(a == b for a, b in pairs) / of - chance) / (1 - chance)


def _both(ours: ReviewedDocument, theirs: ReviewedDocument) -> Iterator[tuple[Opinion, Opinion]]:
    for id, opinion in ours.opinions.items():
        if id in theirs.opinions:
            yield opinion, theirs.opinions[id]


def _held(ours: ReviewedDocument, theirs: ReviewedDocument) -> dict[str, Opinion]:
    """What one reviewer holds to be statements, of what the other judged too."""
    right = [characters(opinion.content) for opinion in theirs.opinions.values() if opinion.right]
    return {
        id: opinion
        for id, opinion in ours.opinions.items()
        if opinion.right
        and (
            id in theirs.opinions
            or _begins_in(opinion.content, theirs.complete)
            or any(iou(characters(opinion.content), places) >= HALF for places in right)
        )
    }


def _differences(ours: ReviewedDocument, theirs: ReviewedDocument) -> Iterator[Difference]:
    """What they decided otherwise, statement by statement, and what only one of them found."""
    for id in ours.opinions:
        if id in theirs.opinions:
            for what, a, b in _points(ours, ours.opinions[id], theirs.opinions[id]):
                yield Difference(document=ours.id, statement=id, what=what, one=a, other=b)
    for id, opinion in _alone(ours, theirs).items():
        words = _words(ours, opinion.content)
        yield Difference(document=ours.id, statement=id, what="found", one=words, other="")
    for id, opinion in _alone(theirs, ours).items():
        words = _words(ours, opinion.content)
        yield Difference(document=ours.id, statement=id, what="found", one="", other=words)


def _alone(ours: ReviewedDocument, theirs: ReviewedDocument) -> Mapping[str, Opinion]:
    """What one reviewer found where the other judged everything, and found nothing like it."""
    right = [characters(opinion.content) for opinion in theirs.opinions.values() if opinion.right]
    return {
        id: opinion
        for id, opinion in _held(ours, theirs).items()
        if id not in theirs.opinions and not any(iou(characters(opinion.content), it) >= HALF for it in right)
    }


def _points(doc: ReviewedDocument, a: Opinion, b: Opinion) -> Iterator[tuple[str, str, str]]:
    if a.right != b.right:
        yield "verdict", _VERDICT[a.right], _VERDICT[b.right]
        return
    if not a.right:
        return
    for name in ("source", "cue", "content"):
        spans = getattr(a, name), getattr(b, name)
        if spans[0] != spans[1]:
            yield name, _words(doc, spans[0]), _words(doc, spans[1])
    if a.speaker != b.speaker:
        yield "speaker", a.speaker_name or "nobody", b.speaker_name or "nobody"


def _marked(opinions: Mapping[str, Opinion]) -> Iterable[Marked]:
    return [Marked(opinion.source, opinion.cue, opinion.content) for opinion in opinions.values()]


def _begins_in(content: Spans, stretches: Spans) -> bool:
    start = min(span.start for span in content)
    return any(stretch.start <= start < stretch.end for stretch in stretches)


def _words(doc: ReviewedDocument, spans: Spans) -> str:
    return " … ".join(span.slice(doc.text) for span in spans)
