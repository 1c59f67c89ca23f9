"""The door of this room: a loaded network that finds statements among the words of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

import numpy as np

from onrecord.model.span import Span
from onrecord.neural.calibrate import Calibration
from onrecord.neural.decode import Found, Pointers, Run, Scores, Settings, decode, softmax
from onrecord.neural.encode import Encoded, Encoder
from onrecord.neural.names import bundled_words
from onrecord.neural.network_format import Tag
from onrecord.neural.syntax import Syntax
from onrecord.neural.weights import Weights
from onrecord.neural.windows import Window, WindowArrays, plan_windows, window_arrays
from onrecord.neural.words import QuoteState

# A window in; out: tag scores (W, T), scores of cues (W, W + 1) and sources (W, W + 1) pointed to, then those
# of parts of speech, relations and names (W, labels) and of governors (W, W + 1).
Network = Callable[[WindowArrays], Sequence[np.ndarray]]


BARE_FROM = 80  # words and marks; one in 200 printed passages of this length has neither comma nor apostrophe
SECTION = 20_000  # words that are decoded together; their pointers take some 20 MB


class StatementFinder:
    """Finds sources, cues and contents among words, and ties them together.

    `bare` gives the finder of what stands in texts that lost their marks; it is asked when one first comes.
    """

    def __init__(
        self,
        network: Network,
        encoder: Encoder,
        decoding: Settings,
        calibration: Calibration,
        bare: Callable[[], StatementFinder] | None = None,
    ) -> None:
        self.network = network
        self.encoder = encoder
        self.decoding = decoding
        self.calibration = calibration
        self.bare = cache(bare) if bare else None

    @classmethod
    def load(cls, weights: Weights, *, threads: int = 1) -> StatementFinder:
        """A finder that runs the given weights on so many threads."""
        encoder = Encoder(weights.tokenizer(), bundled_words())
        return cls._running(weights, encoder, threads)

    @classmethod
    def _running(cls, weights: Weights, encoder: Encoder, threads: int) -> StatementFinder:
        session = weights.session(threads=threads)

        def network(window: WindowArrays) -> Sequence[np.ndarray]:
            # One window at a time is fastest: it stays in the processor's cache, and needs no padding.
            outputs = session.run({name: array[None] for name, array in window._asdict().items()})
            return [output[0] for output in outputs]

        bare = partial(cls._running, weights.bare, encoder, threads) if weights.bare else None
        return cls(network, encoder, weights.decoding, weights.calibration, bare)

    def find(
        self, text: str, words: Sequence[Span], quotes: Sequence[QuoteState], opens: Sequence[bool]
    ) -> tuple[list[Found], Syntax]:
        """The statements in a text, as runs of its words, each with its confidence; and the words' syntax.

        `quotes` and `opens` say of each word how it stands to quotation marks and whether it opens a
        paragraph.
        """
        encoded = self.encoder.encode(text, words, quotes, opens)
        if self.bare and encoded.bare and len(words) >= BARE_FROM:
            return self.bare().find_in(encoded)
        return self.find_in(encoded)

    def find_in(self, encoded: Encoded) -> tuple[list[Found], Syntax]:
        """The same from an encoded text, by this finder's own network."""
        found: list[Found] = []
        syntax = Syntax()
        for section in _sections(plan_windows(encoded), encoded):
            first = section[0].core_start
            found += (
                _moved(statement, first)
                for statement in decode(self._score(encoded, section, syntax), self.decoding)
            )
        for statement in found:
            statement.confidence = self.calibration.confidence(statement.evidence)
        return found, syntax

    def score(self, encoded: Encoded) -> Scores:
        """The answers of this finder's own network for a whole text, window by window."""
        return self._score(encoded, plan_windows(encoded), Syntax())

    def _score(self, encoded: Encoded, windows: Sequence[Window], syntax: Syntax) -> Scores:
        """The network's answers for neighbouring windows; words are counted from the first one's core.

        Adds the words' syntax, counted from the text's first word, to `syntax`.
        """
        first, last = (windows[0].core_start, windows[-1].core_end) if windows else (0, 0)
        windows = [Window(*(word - first for word in window)) for window in windows]
        tags = np.zeros((last - first, len(Tag)), dtype=np.float32)
        cues: list[Pointers] = []
        sources: list[Pointers] = []
        for window in windows:
            words = range(window.start + first, window.end + first)
            outputs = self.network(window_arrays(encoded, words, self.encoder))
            core = slice(window.core_start - window.start, window.core_end - window.start)
            tags[window.core_start : window.core_end] = outputs[0][core]
            cues.append(_pointers(outputs[1], window, core))
            sources.append(_pointers(outputs[2], window, core))
            syntax.add(Window(*(word + first for word in window)), outputs[3:], core)
        return Scores(tags, cues, sources)


def _sections(windows: Sequence[Window], encoded: Encoded) -> Iterator[Sequence[Window]]:
    """Parts of a long text that are decoded by themselves, so that memory stays bounded.

    They begin with a paragraph where one begins a window, and nobody speaks over such a break.
    """
    start = 0
    for i, window in enumerate(windows):
        size = window.core_start - windows[start].core_start
        if size >= SECTION * (1 if encoded.opens[window.core_start] else 2):
            yield windows[start:i]
            start = i
    if windows:
        yield windows[start:]


def _moved(statement: Found, by: int) -> Found:
    """A statement whose words are counted from a place `by` words further to the left."""

    def moved(run: Run) -> Run:
        return Run(run.start + by, run.end + by)

    source = moved(statement.source) if statement.source else None
    contents = [moved(run) for run in statement.contents]
    return replace(statement, cue=moved(statement.cue), source=source, contents=contents)


def _pointers(scores: np.ndarray, window: Window, core: slice) -> Pointers:
    """The core's pointers as probabilities over the words of their window."""
    return Pointers(window.core_start, window.core_end, window.start, softmax(scores[core]))
