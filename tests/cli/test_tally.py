"""Outcomes are counted, summed up in a line, and decide the exit status."""

from __future__ import annotations

import pytest

from onrecord.cli.tally import Tally
from onrecord.model import Failure


def tally(*kinds: str | None) -> Tally:
    found = Tally()
    for kind in kinds:
        found.add(Failure(kind, "Why.") if kind else None, statements=2)
    return found


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        ([], 0),
        ([None], 0),
        ([None, "language", "empty"], 0),
        (["language"], 0),
        ([None, "missing"], 1),
        ([None, None, "missing"], 1),
        ([None, "missing", "died"], 126),
        (["crashed"], 126),
    ],
)
def test_the_exit_status_says_how_many_failed(kinds: list[str | None], status: int) -> None:
    assert tally(*kinds).exit_status == status


def test_the_run_is_summed_up_in_a_line() -> None:
    found = tally(*[None] * 600, "language", "language", "empty", "missing")
    assert (
        found.sentence() == "600 read, 1,200 statements; skipped 3: 2 language, 1 empty; failed 1: 1 missing"
    )


def test_one_is_singular() -> None:
    found = Tally()
    found.add(None, statements=1)
    assert found.sentence() == "1 read, 1 statement"
