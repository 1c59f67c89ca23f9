"""Boards, readers and texts made by hand for the tests of analysis.

`board_of` takes the statements of a marked text (see tests/factory.py) for what the network found;
`Planned` stands in for the network; `texts` makes texts out of what is hard about them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from hypothesis import strategies as st

from onrecord.analysis.drafts import Board, Draft
from onrecord.analysis.paragraphs import find_paragraphs
from onrecord.analysis.reader import Reader
from onrecord.analysis.syntax import ROOT, Parse
from onrecord.model import Document, ReaderInfo, Span
from onrecord.neural.decode import Found, Run
from onrecord.neural.model import StatementFinder
from onrecord.neural.syntax import Syntax
from onrecord.neural.syntax_format import NAMES, PARTS_OF_SPEECH, RELATIONS
from onrecord.neural.words import QuoteState, split_words
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


Label = Callable[[int], Syntax]


def no_syntax(count: int) -> Syntax:
    """So many words of which nothing is known."""
    return Syntax(["X"] * count, ["dep"] * count, ["O"] * count, [ROOT] * count)


def words_only(text: str, tags: Mapping[str, str] | None = None) -> Parse:
    """A text of which nothing is known but the parts of speech of some words."""
    words = split_words(text)
    syntax = no_syntax(len(words))
    speech = [(tags or {}).get(word.slice(text), "X") for word in words]
    return Parse(text, words, speech, syntax.relation, syntax.governor, syntax.names)


class Planned(StatementFinder):
    """Finds among the words of a text what the test says, and labels so many words as it says."""

    def __init__(self, plan: Find, label: Label = no_syntax) -> None:
        self.plan = plan
        self.label = label

    def find(
        self, text: str, words: Sequence[Span], quotes: Sequence[QuoteState], opens: Sequence[bool]
    ) -> tuple[list[Found], Syntax]:
        assert len(words) == len(quotes) == len(opens)
        return self.plan(words), self.label(len(words))


def reader(plan: Find, label: Label = no_syntax) -> Reader:
    return Reader(Planned(plan, label), INFO)


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


def parsed(text: str, *lines: str) -> Parse:
    """A parse of `text` made by hand: for each word a line "word TAG relation governor [name]".

    Governors count words from 0, -1 is none; a name is "B-person", "I-place" … The words must be those of
    `split_words`, in order.
    """
    words = split_words(text)
    rows = [line.split() for line in lines]
    assert [row[0] for row in rows] == [word.slice(text) for word in words]
    names = [row[4] if len(row) > 4 else "O" for row in rows]
    return Parse(
        text, words, [row[1] for row in rows], [row[2] for row in rows], [int(row[3]) for row in rows], names
    )


LABELS = [st.sampled_from(labels) for labels in (PARTS_OF_SPEECH, RELATIONS, NAMES)]


@st.composite
def any_syntax(draw: st.DrawFn, count: int) -> Syntax:
    """Labels without sense for so many words; governors may run in circles."""
    speech, relation, names = (draw(st.lists(one, min_size=count, max_size=count)) for one in LABELS)
    places = st.integers(ROOT, max(count - 1, ROOT))
    return Syntax(speech, relation, names, draw(st.lists(places, min_size=count, max_size=count)))


@st.composite
def any_parse(draw: st.DrawFn, of: st.SearchStrategy[str] = texts) -> Parse:
    """A text with labels without sense."""
    text = draw(of)
    words = split_words(text)
    syntax = draw(any_syntax(len(words)))
    return Parse(text, words, syntax.speech, syntax.relation, syntax.governor, syntax.names)
