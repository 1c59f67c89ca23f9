"""`onrecord judge …`: decisions count at once, can be undone, and leave what was read as it is."""

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


def test_what_is_rejected_counts_no_more_until_undone(kept: Run) -> None:
    (id,) = ids(kept, "river")
    assert (
        kept("judge", "reject", id[:8], "--by", "Ann").stderr == "onrecord: rejected; this is judgement 1\n"
    )
    assert ids(kept, "river") == []
    assert ids(kept, "river", "--rejected") == [id]
    assert "Decided:  rejected" in kept("show", id).stdout
    kept("judge", "undo", "1", "--by", "Ann")
    assert ids(kept, "river") == [id]
    rows = json.loads(kept("judge", "list", "--format", "json").stdout)
    assert [(row["by"], row["action"], row["undone"]) for row in rows] == [
        ("Ann", "reject", True),
        ("Ann", "undo", False),
    ]
    assert "(undone)" in kept("judge", "list").stdout


def test_a_speaker_is_set_right_and_what_was_read_is_told(kept: Run) -> None:
    (id,) = ids(kept, "river")
    assert kept("judge", "change", id, "--speaker", "Ann Lee", "--when", "2018-07-25").exit_code == 0
    assert id in ids(kept, "--speaker", "Ann Lee")
    page = kept("show", id).stdout
    assert "Who:      Ann Lee (“Kim”)" in page
    assert "Read:     Bob Kim" in page
    assert "Said:     2018-07-25" in page


def test_content_is_set_right_by_words_or_places(kept: Run) -> None:
    (id,) = ids(kept, "river")
    start = TEXTS["rain"].index("river rose")
    for place in ("river rose", f"{start}-{start + 10}"):
        assert kept("judge", "change", id, "--content", place).exit_code == 0
        (told,) = json.loads(kept("show", id, "--format", "json").stdout)
        assert told["content"] == [[start, start + 10]]


def test_a_missed_statement_is_added(kept: Run) -> None:
    result = kept("judge", "add", "rain", "--content", "Bob Kim came", "--speaker", "Ann Lee")
    assert result.exit_code == 0, result.output
    id = result.stderr.split()[-1]
    assert ids(kept, "came") == [id]
    assert "added by a person" in kept("show", id).stdout


def test_speakers_are_merged(kept: Run) -> None:
    assert kept("judge", "merge", "per:bob kim", "per:ann lee").exit_code == 0
    assert len(ids(kept, "--speaker", "Ann Lee")) == 3


def test_accepted_is_shown(kept: Run) -> None:
    (id,) = ids(kept, "river")
    kept("judge", "accept", id)
    assert "[accepted] the river rose" in kept("search", "river").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("accept", "0000"), "There is no statement '0000'"),
        (("undo", "7"), "There is no judgement 7."),
        (("merge", "per:x", "per:y"), "There is no speaker per:x"),
        (("add", "nowhere", "--content", "x"), "There is no document 'nowhere'"),
        (("add", "rain", "--content", "volcano"), "does not hold the words 'volcano'"),
        (("add", "rain", "--content", "said"), "stand in the text more than once"),
        (("add", "rain", "--content", "5-9999"), "is no stretch of the text"),
    ],
)
def test_a_mistake_is_named(kept: Run, arguments: tuple[str, ...], message: str) -> None:
    result = kept("judge", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_nothing_to_change_is_named(kept: Run) -> None:
    (id,) = ids(kept, "river")
    assert "Nothing is named to set right." in kept("judge", "change", id).stderr
