"""`onrecord restore`: a copy goes back, and what was there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.kept import ids, keep


@pytest.fixture
def kept(onrecord: Run, tmp_path: Path) -> Run:
    keep(onrecord, tmp_path)
    onrecord("backup", "copy.db")
    return onrecord


def test_a_copy_is_put_back_by_force(kept: Run) -> None:
    (id,) = ids(kept, "river")
    kept("judge", "reject", id)
    refused = kept("restore", "copy.db")
    assert (refused.exit_code, ids(kept, "river")) == (2, [])
    assert "is there already. Replace it by --force" in refused.stderr
    result = kept("restore", "copy.db", "--force")
    assert result.exit_code == 0, result.output
    assert "onrecord.db is as it was in the copy" in result.stderr
    assert "what was there is kept in onrecord-before-" in result.stderr
    assert ids(kept, "river") == [id]


def test_what_was_taken_out_since_is_told(kept: Run) -> None:
    assert kept("remove", "rain", "--yes").exit_code == 0
    result = kept("restore", "copy.db", "--force")
    assert "take them out again by `onrecord remove`" in result.stderr


def test_a_copy_goes_to_a_new_record(kept: Run, tmp_path: Path) -> None:
    assert kept("restore", "copy.db", "--record", "new.db").exit_code == 0
    assert {path.name for path in tmp_path.glob("new*.db")} == {"new.db", "new-originals.db"}
    assert kept("verify", "--record", "new.db").exit_code == 0
