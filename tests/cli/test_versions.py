"""`onrecord versions`: what became of an article's statements, for people and programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.kept import TEXTS, keep


@pytest.fixture
def kept(onrecord: Run, tmp_path: Path) -> Run:
    """A record with two versions of an article."""
    keep(onrecord, tmp_path)
    texts = (
        TEXTS["rain"],
        TEXTS["rain"].replace("rained all day", "rained all night").replace("river", "lake"),
    )
    for number, text in enumerate(texts, start=1):
        line = {"id": f"v{number}", "text": text, "address": "https://post.example/rain", "title": "Rain"}
        (tmp_path / f"v{number}.jsonl").write_text(json.dumps(line))
        assert onrecord("add", f"v{number}.jsonl").exit_code == 0
    return onrecord


def test_the_page_marks_what_changed(kept: Run) -> None:
    page = kept("versions", "https://post.example/rain").stdout
    assert "Version 1 of 2: document " in page
    assert "From version 1 to 2: 0 kept, 2 changed, 0 gone, 0 new" in page
    assert "(words): Ann Lee: it rained all [-day-] {+night+}" in page


def test_json_has_versions_and_steps(kept: Run) -> None:
    told = json.loads(kept("versions", "v2", "--format", "json").stdout)
    assert [version["id"] for version in told["versions"]] == ["v1", "v2"]
    (step,) = told["steps"]
    assert [change["what"] for change in step["changed"]] == [["words"], ["words"]]
    assert step["changed"][0]["pieces"][-1] == ["new", "night"]


def test_csv_has_a_row_for_each_statement(kept: Run) -> None:
    lines = kept("versions", "v2", "--format", "csv").stdout.splitlines()
    assert lines[0] == "before,after,became,id_before,id_after,what,words"
    assert len(lines) == 3


def test_one_version_is_told(kept: Run) -> None:
    assert "There is no other version of it." in kept("versions", "snow").stdout
    assert "no document 'nowhere'" in kept("versions", "nowhere").stderr
