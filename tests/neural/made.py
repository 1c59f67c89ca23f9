"""Hand-made stand-ins for what training gives: a tokenizer, an encoder, a network and its scores.

The tokenizer knows a few words; all others are one piece for each letter. The network takes names for
sources and "said" for the cue of all that follows it in a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, models

from onrecord.model.span import Span
from onrecord.neural.calibrate import Calibration
from onrecord.neural.decode import Floats, Pointers, Scores, Settings
from onrecord.neural.encode import Encoded, Encoder
from onrecord.neural.model import StatementFinder
from onrecord.neural.names import WordList
from onrecord.neural.network_format import GOES_ON, OPEN, Tag, allowed_transitions
from onrecord.neural.syntax_format import NAMES, PARTS_OF_SPEECH, RELATIONS
from onrecord.neural.windows import WindowArrays
from onrecord.neural.words import QuoteState, split_words

LETTERS = "abcdefghijklmnopqrstuvwxyz"
PIECES = ["[UNK]", "[CLS]", "[SEP]", "[unused1]", "said", "it", "rained", ".", '"', "'", "?"]
PIECES += [*LETTERS, *(f"##{letter}" for letter in LETTERS)]
PIECES += ["[MASK]"]
UNKNOWN, START, BREAK, NAME, SAID = range(5)
KNOWN = WordList(frozenset("it rain rained said the minister rice mr".split()), frozenset(["rice"]))
FLAT = Settings(follow=((0.0,) * len(Tag),) * len(Tag))


def make_encoder() -> Encoder:
    vocabulary = {piece: number for number, piece in enumerate(PIECES)}
    return Encoder(Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]")), KNOWN)


def encode(text: str, quotes: Sequence[QuoteState] | None = None) -> Encoded:
    """A text as numbers; each line is a paragraph."""
    words = split_words(text)
    states = quotes or [QuoteState.OUTSIDE] * len(words)
    return make_encoder().encode(text, words, states, opens(text))


def opens(text: str) -> list[bool]:
    """Which words of a text open a line."""
    return [i == 0 or "\n" in text[before : word.start] for i, (before, word) in enumerate(_neighbours(text))]


def make_finder() -> StatementFinder:
    return StatementFinder(plain_network, make_encoder(), FLAT, Calibration())


def plain_network(window: WindowArrays) -> Sequence[Floats]:
    """Source, "said", and content up to the next break, which points to "said" as that does to its source."""
    words = len(window.heads)
    tags = np.zeros((words, len(Tag)), np.float32)
    cues = np.zeros((words, words + 1), np.float32)
    sources = np.zeros_like(cues)
    ids = [int(window.ids[head]) for head in window.heads]
    first = [bool(window.features[head, 2] == 2) for head in window.heads]
    cue = 0
    for i, piece in enumerate(ids):
        cue = i if piece == SAID else 0 if first[i] else cue
        last = i + 1 == words or first[i + 1]
        tags[i, _tag_of(piece, i - cue if cue else 0, last=last)] = 9
        cues[i, cue + 1 if cue else 0] = sources[i, i if piece == SAID else 0] = 9
    return tags, cues, sources, *plain_syntax(words)


def plain_syntax(words: int) -> list[Floats]:
    """Every word a noun and a root, none a name."""
    speech = np.zeros((words, len(PARTS_OF_SPEECH)), np.float32)
    speech[:, PARTS_OF_SPEECH.index("NN")] = 9
    relation = np.zeros((words, len(RELATIONS)), np.float32)
    relation[:, RELATIONS.index("root")] = 9
    governor = np.zeros((words, words + 1), np.float32)
    governor[:, 0] = 9
    return [speech, relation, np.zeros((words, len(NAMES)), np.float32), governor]


def _tag_of(piece: int, after_cue: int, *, last: bool) -> Tag:
    if after_cue == 0:
        return Tag.SOURCE if piece == NAME else Tag.CUE if piece == SAID else Tag.OUTSIDE
    if after_cue == 1:
        return Tag.CONTENT_SINGLE if last else Tag.CONTENT
    return Tag.CONTENT_END if last else Tag.CONTENT_INSIDE


def make_scores(tags: Sequence[Tag], cue_of: dict[int, int], source_of: dict[int, int]) -> Scores:
    """Scores that leave no doubt; words that are in no dictionary point to nothing."""
    emit = np.zeros((len(tags), len(Tag)), np.float32)
    emit[range(len(tags)), tags] = 9
    return Scores(emit, [make_pointers(len(tags), cue_of)], [make_pointers(len(tags), source_of)])


def make_pointers(count: int, target: dict[int, int]) -> Pointers:
    rows = np.zeros((count, count + 1), np.float32)
    for i in range(count):
        rows[i, target.get(i, -1) + 1] = 1
    return Pointers(0, count, 0, rows)


def _neighbours(text: str) -> list[tuple[int, Span]]:
    words = split_words(text)
    return [(words[i - 1].end if i else 0, word) for i, word in enumerate(words)]


def worth(tags: tuple[Tag, ...], emit: NDArray[Any], follow: NDArray[Any], goes_on: NDArray[Any]) -> float:
    """What a sequence of tags scores, as `Chain.of` has it; minus infinity where it breaks a rule."""
    if tags[0] in (*GOES_ON, Tag.CUE_INSIDE) or tags[-1] in OPEN:
        return -np.inf
    total = float(emit[range(len(tags)), tags].sum())
    for i, (one, other) in enumerate(pairwise(tags), 1):
        if not allowed_transitions()[one, other]:
            return -np.inf
        total += float(follow[one, other] + (goes_on[i] if other in GOES_ON else 0))
    return total
