"""`onrecord problems` lists what could not be read by reason, the commonest first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def unread(onrecord: Run, tmp_path: Path) -> Run:
    for name, text in {"a": "", "b": "ARABIC x", "c": "ARABIC y"}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    onrecord("add", "a.txt", "b.txt", "c.txt")
    return onrecord


def test_reasons_are_counted_and_paths_stand_below(unread: Run) -> None:
    page = unread("problems").stdout
    assert page.startswith("3 could not be read: 2 language, 1 empty\n")
    assert page.index("b.txt") < page.index("c.txt") < page.index("a.txt")


def test_programs_get_a_row_for_each(unread: Run) -> None:
    rows = json.loads(unread("problems", "--format", "json").stdout)
    assert [(row["kind"], row["path"]) for row in rows] == [
        ("language", "b.txt"), ("language", "c.txt"), ("empty", "a.txt"),
    ]  # fmt: skip
