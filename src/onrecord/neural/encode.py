"""Turns a text's words into the numbers that the model reads.

In: text, words, quote states. Out: word pieces and features, names hidden. One word gives one or more
pieces; everything that leaves this room counts in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from tokenizers import Tokenizer

from onrecord.model.span import Span
from onrecord.neural.contractions import BARE_CONTRACTIONS, is_bare
from onrecord.neural.names import WordList, find_names
from onrecord.neural.words import SINGLE_MARKS, Case, QuoteState, case_of, sentence_starts, unparted

START, BREAK, NAME = "[CLS]", "[SEP]", "[unused1]"
DOUBLE_MARKS = frozenset('"“”„‟«»＂`')
MIN_NAME = 3  # letters; what is as short and ends in s is hardly a possessive
MAX_PIECES = 12  # of one word; a longer one is a slip or an address, its end tells nothing
CACHED_LENGTH = 40  # code points; longer words are addresses and seldom come again
CACHE_WORDS = 200_000  # about 30 MB; a day's news holds fewer different words


class Place(IntEnum):
    """Where a piece stands in its line."""

    INSIDE_WORD = 0
    WORD = 1
    FIRST_WORD = 2
    BREAK = 3


@dataclass(frozen=True, slots=True)
class Encoded:
    """The words of one text as numbers, all lists parallel to `words`.

    `opens` says which words open a paragraph, `begins` which begin a sentence inside one; `bare`, whether the
    text has neither commas nor apostrophes.
    """

    words: Sequence[Span]
    pieces: list[tuple[int, ...]]
    cases: list[int]
    quotes: Sequence[int]
    opens: Sequence[bool]
    begins: Sequence[bool]
    bare: bool


@dataclass(slots=True)
class Encoder:
    """Encodes texts; remembers the pieces of words it has met."""

    tokenizer: Tokenizer
    known: WordList
    _pieces: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def special(self, token: str) -> int:
        """The number of one of the model's special tokens."""
        number: int | None = self.tokenizer.token_to_id(token)
        if number is None:
            raise ValueError(f"the tokenizer has no token {token}: it does not belong to these weights")
        return number

    def encode(
        self, text: str, words: Sequence[Span], quotes: Sequence[QuoteState], opens: Sequence[bool]
    ) -> Encoded:
        """The words of `text` as pieces and features; `opens` says which words open a paragraph."""
        surfaces = [unparted(text[start:end]) for start, end in words]
        named = find_names(surfaces, opens, self.known)
        bare = is_bare(surfaces)
        owners = _owners(surfaces) if bare else set()
        cases, pieces = [], []
        name = (self.special(NAME),)
        for surface, hidden, quote in zip(surfaces, named, quotes, strict=True):
            case = case_of(surface)
            if hidden:
                case = Case.NAME_CAPITALS if case is Case.CAPITALS else Case.NAME
            cases.append(int(case))
            if hidden:
                pieces.append(name + self._apostrophe("s") if surface in owners else name)
            elif bare and surface.lower() in BARE_CONTRACTIONS:
                first, last = BARE_CONTRACTIONS[surface.lower()]
                pieces.append(self.pieces_of(first, quote) + self._apostrophe(last))
            else:
                pieces.append(self.pieces_of(surface, quote))
        states, begins = [int(quote) for quote in quotes], sentence_starts(surfaces)
        return Encoded(words, pieces, cases, states, opens, begins, bare)

    def pieces_of(self, surface: str, quote: QuoteState) -> tuple[int, ...]:
        """The piece numbers of one word; quotation marks of all styles look alike."""
        if surface in DOUBLE_MARKS or (quote is QuoteState.MARK and surface in SINGLE_MARKS):
            surface = '"'
        elif surface in SINGLE_MARKS:
            surface = "'"
        found = self._pieces.get(surface)
        if found is None:
            # Half a surrogate pair, as broken JSON has them, is no character: it is read as "?".
            readable = surface.encode("utf-8", "replace").decode()
            ids: list[int] = self.tokenizer.encode(readable, add_special_tokens=False).ids
            found = tuple(ids[:MAX_PIECES]) or (self.special("[UNK]"),)
            if len(self._pieces) < CACHE_WORDS and len(surface) <= CACHED_LENGTH:
                self._pieces[surface] = found
        return found

    def _apostrophe(self, rest: str) -> tuple[int, ...]:
        """The pieces of what follows an apostrophe, and its own."""
        return self.pieces_of("'", QuoteState.OUTSIDE) + self.pieces_of(rest, QuoteState.OUTSIDE)


def _owners(surfaces: Sequence[str]) -> set[str]:
    """Possessives of other words in a text that lost its apostrophes: “Okoyes” beside “Okoye”."""
    known = set(surfaces)
    return {word for word in known if len(word) > MIN_NAME and word[-1] == "s" and word[:-1] in known}
