"""`make bench [TEXTS=folder]`: speed, memory and growth, as a table.

    python -m benchmarks.speed                 the samples, repeated
    python -m benchmarks.speed folder/         articles of a folder
    python -m benchmarks.speed --no-growth     without the 10,000 short articles, which take minutes

Nothing else should run meanwhile. Each figure is from a process of its own; the model is loaded and warm
where articles are counted, and cold where the first result is waited for.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

from benchmarks.measure import Measured
from benchmarks.texts import article_inputs
from onrecord.jobs.reading import cores

ARTICLES = 100
GROWTH = (100, 1_000, 10_000)
STARTS = 5  # of which the median is told

# One thread a process, for us and for what we are compared with.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
PROGRAM = [sys.executable, "-c", "from onrecord.cli.main import app; app()"]

HEAD = f"{'':34}{'articles/s':>11}{'words/s':>10}{'ms/article':>12}{'peak MB':>9}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="*", help="files or folders of articles; by default the samples")
    parser.add_argument("--articles", type=int, default=ARTICLES, help="how many are timed")
    parser.add_argument("--growth", action=argparse.BooleanOptionalAction, default=True)
    asked = parser.parse_intermixed_args()
    print(f"{cores()} cores; {asked.articles} articles of {', '.join(asked.texts) or 'samples/'}\n\n{HEAD}")
    alone = _reading("one process", "articles", asked.articles, 1, asked.texts)
    _reading("two processes", "articles", asked.articles, 2, asked.texts)
    _spacy(alone, asked.articles, asked.texts)
    _starts(asked.texts)
    _growth(GROWTH if asked.growth else GROWTH[:-1], asked.texts)


def _reading(name: str, what: str, count: int, workers: int, texts: Sequence[str]) -> Measured:
    measured = _measured(what, "--count", str(count), "--workers", str(workers), *texts)
    print(line(name, measured), flush=True)
    return measured


def _spacy(ours: Measured, count: int, texts: Sequence[str]) -> None:
    try:
        theirs = _measured("spacy", "--count", str(count), *texts)
    except subprocess.CalledProcessError:
        print("spaCy is not installed, so there is nothing to compare with. Run: scripts/setup.sh bench")
        return
    ratio = (ours.articles / ours.seconds) / (theirs.articles / theirs.seconds)
    print(line("a spaCy small-model parse, alone", theirs))
    print(f"{'one process / spaCy':34}{ratio:11.2f}", flush=True)


def _starts(texts: Sequence[str]) -> None:
    """How long a person waits: for the help, and for the first result of one article."""
    item = article_inputs(texts, 1)[0]
    first = [*PROGRAM, "read", item.file or "-", "--format", "jsonl"]
    print()
    print(f"{'onrecord --help':34}{_median_wait([*PROGRAM, '--help'], b''):11.2f} s")
    print(f"{'first result from a cold start':34}{_median_wait(first, item.data or b''):11.2f} s", flush=True)


def _growth(steps: Sequence[int], texts: Sequence[str]) -> None:
    """Short articles: the time for each must stay flat, and the memory bounded."""
    print(f"\nshort articles, two processes\n{HEAD}")
    for count in steps:
        _reading(f"{count:,}", "short", count, 2, texts)


def line(name: str, measured: Measured) -> str:
    """A line of the table."""
    seconds = max(measured.seconds, 1e-9)
    failed = f"  {measured.failed} failed" if measured.failed else ""
    return (
        f"{name:34}{measured.articles / seconds:11.2f}{measured.words / seconds:10,.0f}"
        f"{1000 * seconds / max(measured.articles, 1):12.1f}{measured.peak_mb:9,.0f}{failed}"
    )


def _measured(*arguments: str) -> Measured:
    command = [sys.executable, "-m", "benchmarks.measure", *arguments]
    messages = subprocess.DEVNULL if arguments[0] == "spacy" else None
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=messages, env=_environment(), check=True)
    return Measured(**json.loads(done.stdout))


def _median_wait(command: Sequence[str], stdin: bytes) -> float:
    return statistics.median(_wait(command, stdin) for _ in range(STARTS))


def _wait(command: Sequence[str], stdin: bytes) -> float:
    """Seconds from the start of a program to its first output."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment()
    ) as running:
        assert running.stdin
        assert running.stdout
        running.stdin.write(stdin)
        running.stdin.close()
        found = running.stdout.readline()
        seconds = time.perf_counter() - started
        running.stdout.read()
    if not found:
        raise SystemExit(f"{' '.join(command)} printed nothing")
    return seconds


def _environment() -> dict[str, str]:
    return os.environ | ONE_THREAD


if __name__ == "__main__":
    main()
