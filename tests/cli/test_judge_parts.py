"""`judge split`, `split-statement`, `merge-statements`, `complete` and `lost`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.kept import TEXTS, ids, keep


@pytest.fixture
def kept(onrecord: Run, tmp_path: Path) -> Run:
    keep(onrecord, tmp_path)
    return onrecord


def test_a_namesake_is_split_off_and_the_step_undone(kept: Run) -> None:
    result = kept(
        "judge", "split", "per:ann lee", "--document", "snow", "--into", "Ann Lee", "--word", "judge"
    )
    told = "onrecord: split: per:ann lee~judge has 1 of the statements now; this is judgement 1\n"
    assert (result.exit_code, result.stderr) == (0, told)
    assert ids(kept, "--speaker", "per:ann lee~judge") == ids(kept, "snowed")
    assert "Ann Lee (judge) (per:ann lee~judge), statements: 1" in kept("who", "Ann Lee").stdout
    assert "(part of 1)" in kept("judge", "list").stdout
    assert "Judgement 2 is part of 1" in kept("judge", "undo", "2").stderr
    kept("judge", "undo", "1")
    assert len(ids(kept, "--speaker", "per:ann lee")) == 2


def test_a_statement_is_cut_by_words_or_place_and_joined_again(kept: Run) -> None:
    (id,) = ids(kept, "rained")
    result = kept("judge", "split-statement", id[:8], "--at", "all day")
    assert result.exit_code == 0, result.stderr
    (rest,) = ids(kept, '"all day"')
    assert (rest in result.stderr, rest != id) == (True, True)
    assert kept("judge", "merge-statements", id, rest).exit_code == 0
    (told,) = json.loads(kept("show", id, "--format", "json").stdout)
    assert told["content_words"] == "it rained … all day"
    assert ids(kept, "day") == [id]
    kept("judge", "undo", "4")
    kept("judge", "undo", "1")
    start = TEXTS["rain"].index("all day")
    assert kept("judge", "split-statement", id, "--at", str(start)).exit_code == 0
    assert ids(kept, '"all day"') == [rest]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("split", "per:ann lee", "--into", "X Y"), "Which statements are another's?"),
        (("split", "per:ann lee", "--into", "X Y", "--document", "hail"), "There is no document 'hail'"),
        (("split-statement", "{}", "--at", "snow"), "do not stand in the content"),
        (("split-statement", "{}", "--at", "a"), "stand in the content more than once"),
        (("split-statement", "{}", "--at", "0"), "can't be split at 0"),
        (("merge-statements", "{}"), "two statements or more"),
        (("complete", "1"), "There is no sample 1."),
    ],
)
def test_a_mistake_is_named(kept: Run, arguments: tuple[str, ...], message: str) -> None:
    (id,) = ids(kept, "rained")
    result = kept("judge", *(argument.format(id) for argument in arguments))
    assert result.exit_code == 2
    assert message in result.stderr


def test_nothing_is_lost(kept: Run) -> None:
    assert kept("judge", "lost").stdout == "No judgement was lost.\n"


def test_unnamed_people_are_set_right(kept: Run) -> None:
    (id,) = ids(kept, "river")
    kept("judge", "change", id, "--unnamed")
    assert ids(kept, "--anonymous") == [id]
    kept("judge", "add", "rain", "--content", "Bob Kim came", "--speaker", "two guards", "--unnamed")
    assert len(ids(kept, "--anonymous")) == 2
