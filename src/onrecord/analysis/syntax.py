"""What the words of a text are and how they hang together: parts of speech, governors, relations, names.

In: labels of words, as the network gives them (see neural/syntax_format.py for their values). Out: a `Parse`
that answers questions about phrases. Words are counted from 0 in the order of the text; a punctuation mark is
a word too, and "don't" is three. Labels are guesses: right some nine times in ten. What hangs on them must
stand a wrong one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model.span import Span
from onrecord.neural.words import unparted

ROOT = -1
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
PROPER = frozenset(("NNP", "NNPS"))
VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
PLURAL = frozenset(("NNS", "NNPS"))


@dataclass(frozen=True, slots=True)
class Parse:
    """A text's words with their labels, all sequences parallel.

    words: spans in code points; speech: Penn Treebank tags; relation: ClearNLP labels; governor: the number
    of the word that each hangs on, `ROOT` for none; names: "O", or "B-" or "I-" and a kind of name.
    """

    text: str
    words: Sequence[Span]
    speech: Sequence[str]
    relation: Sequence[str]
    governor: Sequence[int]
    names: Sequence[str]
    _children: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list), repr=False)
    _printed: list[str] = field(default_factory=list, repr=False)
    _lower: list[str] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        # Asked for some ten thousand times an article.
        self._printed.extend(unparted(self.text[start:end]) for start, end in self.words)
        self._lower.extend(word.lower().replace("’", "'") for word in self._printed)
        for i, governor in enumerate(self.governor):
            if governor not in (ROOT, i):
                self._children[governor].append(i)

    def word(self, i: int) -> str:
        """The characters of a word, as printed, on one line."""
        return self._printed[i]

    def lower(self, i: int) -> str:
        """The word in small letters, with a straight apostrophe."""
        return self._lower[i]

    def lower_or_end(self, i: int) -> str:
        """As `lower`, and nothing behind the last word."""
        return self.lower(i) if i < len(self.words) else ""

    def speech_or_end(self, i: int) -> str:
        """The part of speech of a word, and nothing behind the last one."""
        return self.speech[i] if i < len(self.words) else ""

    def named_or_end(self, i: int) -> str | None:
        """The kind of name that a word belongs to, and None behind the last one."""
        return self.named(i) if i < len(self.words) else None

    def range_of(self, span: Span) -> range:
        """The numbers of the words that begin inside a span."""
        return range(
            bisect_left(self.words, span.start, key=lambda word: word.start),
            bisect_left(self.words, span.end, key=lambda word: word.start),
        )

    def span(self, words: range) -> Span:
        """The stretch of text from the first to the last of some words, of which there is at least one."""
        return Span(self.words[words[0]].start, self.words[words[-1]].end)

    def children(self, i: int) -> Sequence[int]:
        """The words that hang on a word, in order."""
        return self._children.get(i, ())

    def child(self, i: int, *relations: str) -> int | None:
        """The first word that hangs on a word by one of these relations."""
        return next((c for c in self.children(i) if self.relation[c] in relations), None)

    def head(self, words: range) -> int | None:
        """The word on which the others of a phrase hang: the first noun of those whose governor lies outside
        it, or else the first of them, leaving marks aside; None for a phrase of marks only."""
        heads = [i for i in words if self.governor[i] not in words and self.speech[i] not in ("PUNCT", "POS")]
        nouns = [i for i in heads if self.speech[i] in NOUNS or self.speech[i].startswith(("PRP", "WP"))]
        return next(iter(nouns or heads), None)

    def subtree(self, i: int) -> range:
        """The stretch of neighbouring words around a word that all hang on it, near or far."""
        members, queue = {i}, [i]
        while queue:
            for child in self.children(queue.pop()):
                if child not in members:
                    members.add(child)
                    queue.append(child)
        first = last = i
        while first - 1 in members:
            first -= 1
        while last + 1 in members:
            last += 1
        return range(first, last + 1)

    def named(self, i: int) -> str | None:
        """The kind of name that a word belongs to: person, people, organisation, place, time, other."""
        _, _, kind = self.names[i].partition("-")
        return kind or None
