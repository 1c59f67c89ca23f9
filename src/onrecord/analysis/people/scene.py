"""A text with everything found in it so far, laid out so that the stages about people can ask what stands
where.

In: parse, phrases, statements, sentences, paragraphs, quotations. Out: answers by word number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.people.parties import Cast
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.syntax import Parse
from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.model.statement import Statement

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
OBJECTS = frozenset(("dobj", "dative", "pobj", "attr", "oprd"))
NOWHERE = -1


@dataclass(slots=True)
class Scene:
    """A text's words, phrases and statements, and where each of them is."""

    document: Document
    parse: Parse
    phrases: Sequence[Phrase]
    cast: Cast
    statements: Sequence[Statement]
    sentences: Sequence[Span]
    paragraphs: Sequence[Span]
    quoted: Sequence[Span]
    number_of: dict[str, int] = field(init=False)
    _content: NDArray[np.int32] = field(init=False)
    _quoted: NDArray[np.bool_] = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.number_of = {stmt.id: number for number, stmt in enumerate(self.statements)}
        self._content = np.full(len(self.parse.text) + 1, NOWHERE, dtype=np.int32)
        size = [sum(end - start for start, end in stmt.content) for stmt in self.statements]
        for number in sorted(range(len(self.statements)), key=lambda n: -size[n]):
            for start, end in self.statements[number].content:
                self._content[start:end] = number
        self._quoted = np.zeros(len(self.parse.text) + 1, dtype=np.bool_)
        for start, end in self.quoted:
            self._quoted[start:end] = True
        self.phrases = sorted(self.phrases, key=lambda p: (p.words.start, len(p.words)))
        self._starts = [phrase.words.start for phrase in self.phrases]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.parse.text

    @property
    def headed(self) -> bool:
        """Whether the first paragraph is a headline: it ends without a full stop."""
        first = self.paragraphs[0].slice(self.text).rstrip() if self.paragraphs else "."
        return not first.endswith((".", "!", ":", "”", '"')) and len(self.paragraphs) > 1

    def content_at(self, word: int) -> int | None:
        """The number of the innermost statement whose content holds a word."""
        found = int(self._content[self.parse.words[word].start])
        return None if found == NOWHERE else found

    def quoted_at(self, word: int) -> bool:
        """Whether a word stands in quotation marks."""
        return bool(self._quoted[self.parse.words[word].start])

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that a word stands in."""
        start = self.parse.words[word].start
        return max(bisect_right(self.sentences, start, key=lambda span: span.start) - 1, 0)

    def paragraph_of(self, word: int) -> int:
        """The number of the paragraph that a word stands in."""
        start = self.parse.words[word].start
        return max(bisect_right(self.paragraphs, start, key=lambda span: span.start) - 1, 0)

    def begins(self, paragraph: int, sentence: int) -> bool:
        """Whether a paragraph begins with a sentence."""
        start = self.paragraphs[paragraph].start if self.paragraphs else 0
        return bool(self.sentences) and self.sentences[sentence].end > start >= self.sentences[sentence].start

    def opens(self, words: range) -> bool:
        """Whether a phrase is the first of its sentence, quotation marks aside."""
        start = self.sentences[self.sentence_of(words.start)].start if self.sentences else 0
        between = self.text[start : self.parse.words[words.start].start]
        return not any(char.isalnum() for char in between)

    def role(self, phrase: Phrase) -> str:
        """subject, object, owner or other: the part that a phrase plays in its clause."""
        after = phrase.words.stop
        if after < len(self.parse.words) and self.parse.speech[after] == "POS":
            return "owner"
        relation = self.parse.relation[phrase.head]
        if relation in ("poss", "compound"):
            return "owner"
        return "subject" if relation in SUBJECTS else "object" if relation in OBJECTS else "other"

    def phrases_in(self, span: Span) -> list[Phrase]:
        """The phrases that begin inside a span, in order."""
        words = self.parse.range_of(span)
        first = bisect_left(self._starts, words.start)
        last = bisect_left(self._starts, words.stop)
        return [phrase for phrase in self.phrases[first:last] if phrase.words.stop <= words.stop]

    def phrase_at(self, word: int) -> Phrase | None:
        """The longest phrase that begins at a word."""
        first, last = bisect_left(self._starts, word), bisect_right(self._starts, word)
        return max(self.phrases[first:last], key=lambda p: len(p.words), default=None)
