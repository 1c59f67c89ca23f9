"""Boards, readers and texts made by hand for the tests of analysis.

`board_of` takes the statements of a marked text (see tests/factory.py) for what the network found;
`Planned` stands in for the network; `texts` makes texts out of what is hard about them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from onrecord.analysis.drafts import Board, Draft
from onrecord.analysis.paragraphs import find_paragraphs
from onrecord.analysis.reader import Reader
from onrecord.model import Document, ReaderInfo, Span
from onrecord.neural.decode import Found, Run
from onrecord.neural.model import StatementFinder
from onrecord.neural.words import QuoteState
from tests.factory import GoldStatement, parse_marked

INFO = ReaderInfo("onrecord", "0", "made", "sha256:0")
SCRAPS = (
    *("rain", "Lee", "said", "no", "workers", "s", "t", "U.S.", "Mr.", "6", "90s", "Zoë", "🌧"),
    *(" ", " ", " ", ".", ",", "? ", "…", "—", ":", "(", "]", "-", "\u00a0", "\u2028"),
    *('"', '"', "“", "”", "„", "‟", "«", "»", "＂", "''", "``", "'", "‘", "’", "’", "‹", "›", "‚"),
    *("\n", "\n\n", "\r\n", "\n \n", "\nQ: ", "\nLEE: ", "\n[Laughs.]\n"),
)
texts = st.lists(st.sampled_from(SCRAPS), max_size=80).map("".join)

Find = Callable[[Sequence[Span]], list[Found]]


class Planned(StatementFinder):
    """Finds among the words of a text what the test says."""

    def __init__(self, plan: Find) -> None:
        self.plan = plan

    def find(
        self, text: str, words: Sequence[Span], quotes: Sequence[QuoteState], opens: Sequence[bool]
    ) -> list[Found]:
        assert len(words) == len(quotes) == len(opens)
        return self.plan(words)


def reader(plan: Find) -> Reader:
    return Reader(Planned(plan), INFO)


def marked_document(marked: str) -> tuple[Document, Reader]:
    """The document of a marked text, and a reader whose network finds the marked statements."""
    gold = parse_marked(marked)
    return Document(id="a", text=gold.text), reader(
        lambda words: [_found(one, words) for one in gold.statements]
    )


def _found(gold: GoldStatement, words: Sequence[Span]) -> Found:
    def run(span: tuple[int, int]) -> Run:
        first = bisect_left(words, span[0], key=lambda word: word.start)
        return Run(first, bisect_left(words, span[1], key=lambda word: word.start))

    source = run(gold.source[0]) if gold.source else None
    return Found(run(gold.cue[0]), source, [run(span) for span in gold.content], confidence=0.8)


def board_of(marked: str) -> tuple[Board, str]:
    """A board with the statements of a marked text, and its text."""
    gold = parse_marked(marked)
    return Board(
        [_draft(one) for one in gold.statements], find_paragraphs(gold.text), len(gold.text)
    ), gold.text


def _draft(gold: GoldStatement) -> Draft:
    source, cue, content = (
        tuple(Span(*span) for span in part) for part in (gold.source, gold.cue, gold.content)
    )
    return Draft(source, cue, list(content), 0.8)


def contents(board: Board, text: str) -> list[list[str]]:
    """The content of each draft in words."""
    return [[span.slice(text) for span in draft.content] for draft in board.drafts]


def slices(spans: Sequence[Span], text: str) -> list[str]:
    return [span.slice(text) for span in spans]
