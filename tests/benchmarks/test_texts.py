"""What the benchmarks read, and how they tell it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measure import Clock, Measured
from benchmarks.speed import line
from benchmarks.texts import SHORT, article_inputs, short_inputs, texts_of

LONG = "It rained in the valley, in the hills and on the town all through the long night."


def folder(path: Path) -> list[str]:
    for name in ("a", "b"):
        (path / f"{name}.txt").write_text("\n\n".join(f"{name} {i}. {LONG}" for i in range(4)))
    return [str(path)]


def test_articles_are_repeated_until_there_are_enough(tmp_path: Path) -> None:
    inputs = article_inputs(folder(tmp_path), 5)
    assert [item.id for item in inputs] == ["a#0", "b#1", "a#2", "b#3", "a#4"]
    assert texts_of(inputs)[0].startswith("a 0. It rained")


def test_the_samples_are_the_default() -> None:
    assert len(texts_of(article_inputs([], 3))) == 3


def test_short_articles_are_all_different(tmp_path: Path) -> None:
    texts = texts_of(list(short_inputs(folder(tmp_path), 50)))
    assert len(set(texts)) == 50
    assert {text.count("\n\n") for text in texts} == {SHORT}


def test_the_clock_starts_after_the_warm_up(tmp_path: Path) -> None:
    clock = Clock(article_inputs(folder(tmp_path), 3), warm_up=2)
    before = clock.started
    coming = iter(clock)
    next(coming)
    next(coming)
    assert clock.started == before
    next(coming)
    assert clock.started > before


def test_a_line_tells_speed_and_memory() -> None:
    told = line("one process", Measured(articles=60, words=46_200, seconds=20.0, peak_mb=412.3, failed=1))
    assert told.split() == ["one", "process", "3.00", "2,310", "333.3", "412", "1", "failed"]
