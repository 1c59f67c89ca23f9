"""A parser's tokens as labels of our words: part of speech, relation, governor and name.

Our words are finer than a parser's tokens ("don't" is three words and two tokens): the first word that
begins in a token stands for it, the others hang on that one with the relation `inside`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.model.span import Span
from onrecord.neural.syntax_format import NAMES, PARTS_OF_SPEECH, RELATIONS
from training.corpora import Token

UNKNOWN = -1  # a word without a label
ROOT = -2  # the governor of a root

RELATION_OF = {"ROOT": "root", "preconj": "cc", "predet": "det", "nmod": "compound", "csubjpass": "csubj"}
KIND_OF = {
    "PERSON": "person", "NORP": "people", "ORG": "organisation", "GPE": "place", "LOC": "place",
    "FAC": "place", "DATE": "time", "TIME": "time", "EVENT": "other", "LAW": "other", "PRODUCT": "other",
    "WORK_OF_ART": "other",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SyntaxLabels:
    """Labels of words, each of shape (words,): numbers in the lists of `syntax_format`, or `UNKNOWN`.

    `governor` holds numbers of words, `ROOT` or `UNKNOWN`.
    """

    speech: NDArray[np.int64]
    relation: NDArray[np.int64]
    name: NDArray[np.int64]
    governor: NDArray[np.int64]


def label_syntax(words: Sequence[Span], tokens: Sequence[Token]) -> SyntaxLabels:
    """The labels of a text's words; all unknown where there are no tokens."""
    labels = SyntaxLabels(*(np.full(len(words), UNKNOWN, dtype=np.int64) for _ in range(4)))
    owner, first = _owners(words, tokens)
    for i, n in enumerate(owner):
        if n == UNKNOWN:
            continue
        token = tokens[n]
        labels.speech[i] = _number(PARTS_OF_SPEECH, _speech(token.tag))
        labels.name[i] = _name(token, is_first=first[n] == i)
        if first[n] == i:
            labels.relation[i] = _number(RELATIONS, RELATION_OF.get(token.relation, token.relation))
            labels.governor[i] = ROOT if token.head == n else first.get(token.head, UNKNOWN)
        else:
            labels.relation[i] = RELATIONS.index("inside")
            labels.governor[i] = first[n]
    return labels


def _owners(words: Sequence[Span], tokens: Sequence[Token]) -> tuple[list[int], dict[int, int]]:
    """For each word the token that it begins in, and for each token its first word."""
    owner: list[int] = []
    first: dict[int, int] = {}
    n = 0
    for i, word in enumerate(words):
        while n < len(tokens) and tokens[n].end <= word.start:
            n += 1
        inside = n < len(tokens) and tokens[n].start <= word.start
        owner.append(n if inside else UNKNOWN)
        if inside:
            first.setdefault(n, i)
    return owner, first


def _speech(tag: str) -> str:
    if not any(char.isalpha() for char in tag) or tag in ("HYPH", "NFP", "SYM", "-LRB-", "-RRB-"):
        return "PUNCT"
    return tag


def _number(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else 0


def _name(token: Token, *, is_first: bool) -> int:
    edge, _, kind = token.name.partition("-")
    if kind not in KIND_OF:
        return 0
    inside = edge == "I" or not is_first
    return NAMES.index(f"{'I' if inside else 'B'}-{KIND_OF[kind]}")
