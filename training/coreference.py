"""Sets the weights by which pronouns are resolved (`WEIGHTS` in onrecord/analysis/people/pronouns.py).

    python -m training.coreference --gum FOLDER --marked FOLDER [FOLDER …]

In: GUM's CoNLL-U files, whose coreference people marked, and folders of marked articles (tests/quality/set),
whose sources have speakers. Each text is read as usual; at each pronoun the candidates with their features
are kept, and which of them is right. Out, on the terminal: for each family of pronouns the weights of a
log-linear choice among the candidates, and how often the right one came first, in texts that the weights
were not set on (ten parts) and by the weights in use. Repeat after a change to weights: what stood before a
pronoun was itself resolved by them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import onrecord
from onrecord.analysis.people import references
from onrecord.analysis.people.parties import Party
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.pronouns import (
    FEATURES,
    IT,
    SINGULAR,
    THEY,
    WEIGHTS,
    Place,
    Seen,
    collect,
    family,
    rank,
)
from onrecord.analysis.people.walk import Walk, place_of
from onrecord.analysis.reader import Reader
from onrecord.model import Document
from onrecord.scores import names as score_names
from tests.factory import parse_marked
from tests.quality.details import document_in
from training.gum import GumText, read_gum

# How much a weight costs; set by the held-out figures, among 1, 5, 15.
DECAY = 5.0
# Where a weight is pulled to; others to 0. That "he" of "he said Lee was ill" is not Lee, and that of "Lee
# said he knew" is, are rules of grammar; too few texts put them to the test for weights to be learned.
PRIOR = {"in_own_content": -4.0, "governs": 2.0}
PARTS = 10
PRONOUNS = frozenset((*SINGULAR, *THEY, *IT))
# A choice that news makes counts as so many of GUM's, most of which are biographies, travel and science.
OWN_WEIGHT = 6.0

Matrix = NDArray[np.float64]


@dataclass(slots=True)
class Choice:
    """One pronoun: its candidates, their features, and which of them are right."""

    text: str
    family: str
    parties: list[Party]
    features: Matrix
    right: list[bool] = field(default_factory=list)
    weight: float = 1.0


class Recorder:
    """Stands in for `rank` while a text is read, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Place, list[tuple[Party, list[float]]]]] = []

    def __call__(self, pronoun: str, place: Place, seen: Sequence[Seen]) -> tuple[Party, float] | None:
        self.asked.append((pronoun, place, collect(pronoun, place, seen)))
        return rank(pronoun, place, seen)


def choices_in_gum(text: GumText, reader: Reader) -> Iterator[Choice]:
    """The pronouns of one of GUM's texts; right is whoever a chain's mention before them stands for."""
    document = Document(id=text.id, text=text.text)
    recorder, words = _read(document, reader)
    for pronoun, place, found in recorder.asked:
        chain = text.chain_at(words[place.word])
        if chain is None or not found:
            continue
        right = [chain in _chains(text, party) for party, _ in found]
        yield Choice(text.id, family(pronoun), [p for p, _ in found], _matrix(found), right)


def _chains(text: GumText, party: Party) -> set[str | None]:
    """The chains of what stands for a party by itself: pronouns are what we are asking about."""
    nouns = [span for span in party.mentions if span.slice(text.text).lower() not in PRONOUNS]
    return {text.chain_of(span) for span in nouns}


def choices_in_marked(path: Path, reader: Reader) -> Iterator[Choice]:
    """The pronouns of a marked article that are sources; right is whom the speaker's name stands for."""
    marked = parse_marked(path.read_text(encoding="utf-8"))
    recorder, words = _read(document_in(marked, path.stem), reader)
    speakers = {span[0]: stmt.speaker for stmt in marked.statements for span in stmt.source if stmt.speaker}
    for pronoun, place, found in recorder.asked:
        speaker = speakers.get(words[place.word])
        if speaker is None or place.source_of is None or not found:
            continue
        right = [score_names.stands_for(speaker, _named(party, marked.text)) for party, _ in found]
        parties = [party for party, _ in found]
        yield Choice(path.stem, family(pronoun), parties, _matrix(found), right, OWN_WEIGHT)


def _read(document: Document, reader: Reader) -> tuple[Recorder, list[int]]:
    """Reads a document; gives what was asked, and where each word begins."""
    recorder = Recorder()
    words: list[int] = []

    def place(walk: Walk, phrase: Phrase) -> Place:
        if not words:
            words.extend(span.start for span in walk.scene.parse.words)
        return place_of(walk, phrase)

    with patch.object(references, "rank", recorder), patch.object(references, "place_of", place):
        reader.read(document)
    return recorder, words


def _named(party: Party, text: str) -> score_names.Party:
    span, words = party.best
    members = tuple(_named(member, text) for member in party.members)
    return score_names.Party(words or span.slice(text), tuple(party.names), span.slice(text), members)


def _matrix(found: Sequence[tuple[Party, list[float]]]) -> Matrix:
    return np.array([features for _, features in found])


def fit(choices: Sequence[Choice]) -> Matrix:
    """Weights that make the right candidates likeliest, together where several are right."""
    start = np.array([PRIOR.get(name, 0.0) for name in FEATURES])
    usable = [c for c in choices if any(c.right) and not all(c.right)]

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        off = weights - start
        total, slope = DECAY / 2 * float(off @ off), DECAY * off
        for choice in usable:
            scores = choice.features @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            good = np.array(choice.right)
            hit = float(chance[good].sum())
            total -= choice.weight * float(np.log(max(hit, 1e-12)))
            among = np.where(good, chance, 0) / max(hit, 1e-12)
            slope = slope - choice.weight * (choice.features.T @ (among - chance))
        return total, slope

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    weights: Matrix = found.x
    return weights


def share_right(choices: Iterable[Choice], weights: Matrix) -> tuple[int, int, int]:
    """How many choices are made rightly, how many have a right candidate at all, and how many there are."""
    right = possible = count = 0
    for choice in choices:
        count += 1
        possible += any(choice.right)
        right += choice.right[int(np.argmax(choice.features @ weights))]
    return right, possible, count


def held_out(choices: Sequence[Choice]) -> dict[int, Matrix]:
    """For each part of the texts the weights that were set on the others."""
    return {part: fit([c for c in choices if _part(c) != part]) for part in range(PARTS)}


def _part(choice: Choice) -> int:
    return sum(map(ord, choice.text)) % PARTS


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gum", type=Path)
    parser.add_argument("--marked", type=Path, nargs="*", default=[])
    asked = parser.parse_args()
    reader = onrecord.load()
    groups: dict[str, list[Choice]] = {}
    for folder in asked.marked:
        groups[folder.name] = [c for p in sorted(folder.glob("*.txt")) for c in choices_in_marked(p, reader)]
    for path in sorted(asked.gum.glob("*.conllu")) if asked.gum else ():
        genre = "gum-" + path.stem.split("_")[1]
        groups.setdefault(genre, []).extend(choices_in_gum(read_gum(path), reader))
    for kind in WEIGHTS:
        _report(kind, {name: [c for c in group if c.family == kind] for name, group in groups.items()})


def _report(kind: str, groups: dict[str, list[Choice]]) -> None:
    everything = [c for group in groups.values() for c in group]
    if not everything:
        return
    by_part, now = held_out(everything), np.array(WEIGHTS[kind])
    print(f"\n{kind:24}{'of':>6}{'possible':>10}{'in use':>8}{'held out':>10}")
    for name, group in groups.items():
        if not group:
            continue
        old = share_right(group, now)
        new = sum(share_right([c], by_part[_part(c)])[0] for c in group)
        count = len(group)
        print(f"  {name:22}{count:6}{old[1] / count:10.3f}{old[0] / count:8.3f}{new / count:10.3f}")
    print("  " + ", ".join(f"{weight:.2f}" for weight in fit(everything)))


if __name__ == "__main__":
    main()
