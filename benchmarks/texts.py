"""What is read while the clock runs: articles from files, repeated, or short ones made of them.

Out: inputs as `onrecord.ingest` gives them. Nothing here is timed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, cycle, islice
from pathlib import Path

from onrecord.errors import SkipDocument
from onrecord.ingest import Input, load, open_inputs

SAMPLES = Path(__file__).parents[1] / "samples"
MAX_BYTES = 20_000_000

# Paragraphs of a short article: about 100 words, as agencies send them by the thousand.
SHORT = 3


def article_inputs(paths: Sequence[str], count: int) -> list[Input]:
    """So many articles of these files and folders, by default of the samples, repeated as often as needed."""
    found = [item for item in open_inputs(paths or _samples(), max_bytes=MAX_BYTES) if item.failure is None]
    if not found:
        raise SystemExit(f"There is nothing to read in {', '.join(paths)}.")
    return [replace(item, id=f"{item.id}#{i}") for i, item in enumerate(islice(cycle(found), count))]


def short_inputs(paths: Sequence[str], count: int) -> Iterator[Input]:
    """So many short articles, made one by one of the articles' paragraphs, no two the same."""
    paragraphs = [p for item in article_inputs(paths, 20) for p in _paragraphs(item)]
    coming = cycle(paragraphs)
    for i in range(count):
        text = "\n\n".join(chain([f"Report {i}"], islice(coming, SHORT)))
        yield Input(id=str(i), path="-", max_bytes=MAX_BYTES, data=text.encode())


def texts_of(inputs: Sequence[Input]) -> list[str]:
    """The texts of those inputs that can be loaded."""
    texts = []
    for item in inputs:
        try:
            texts.append(load(item).text)
        except SkipDocument:
            continue
    return texts


def _samples() -> list[str]:
    return [str(path) for path in sorted(SAMPLES.glob("*.txt"))]


def _paragraphs(item: Input) -> list[str]:
    return [part for text in texts_of([item]) for part in text.split("\n\n") if len(part.split()) > 15]
