"""`onrecord remove` and `redact` ask first, do it for good, and tell what they can't reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.kept import keep


@pytest.fixture
def kept(onrecord: Run, tmp_path: Path) -> Run:
    keep(onrecord, tmp_path)
    return onrecord


def texts(run: Run) -> str:
    run("export", "--out", "all.jsonl", "--status", "all", "--force")
    return Path("all.jsonl").read_text(encoding="utf-8")


def test_nothing_goes_unasked(kept: Run) -> None:
    result = kept("remove", "rain")
    assert result.exit_code == 2
    assert "can't be undone. Give --yes if that is meant" in result.stderr
    assert "rain" in texts(kept)


def test_a_document_is_removed_and_stays_out(kept: Run, tmp_path: Path) -> None:
    result = kept("remove", "rain", "--yes", "--by", "Bo", "--why", "asked for")
    assert result.exit_code == 0, result.stderr
    assert "is removed" in result.stderr
    assert "the files that documents were added from" in result.stderr
    assert '"rain"' not in texts(kept)
    assert kept("verify").exit_code == 0


def test_words_are_blanked_out_wherever_they_stand(kept: Run) -> None:
    result = kept("redact", "rain", "river", "--yes")
    assert result.exit_code == 0, result.stderr
    assert "with blanks" in result.stderr
    assert "river" not in texts(kept)
    assert "█████" in texts(kept)
    assert kept("verify").exit_code == 0


def test_copies_are_told_of(kept: Run) -> None:
    kept("backup", "copy.db")
    result = kept("redact", "rain", "river", "--yes")
    assert "copies of this record that still hold all of it" in result.stderr
    assert "copy.db" in result.stderr


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["remove", "--yes"], "Name a document, or somebody by --speaker"),
        (["redact", "rain", "--yes"], "Tell which words"),
        (["redact", "rain", "no such words", "--yes"], "does not hold the words"),
        (["remove", "--speaker", "Nobody", "--yes"], "nobody called"),
    ],
)
def test_mistakes_are_told(kept: Run, typed: list[str], told: str) -> None:
    result = kept(*typed)
    assert result.exit_code == 2
    assert told in result.stderr
