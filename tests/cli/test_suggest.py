"""`onrecord suggest` tells who may be one and why, until people decide."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.kept import TEXTS, keep


@pytest.fixture
def kept(onrecord: Run, tmp_path: Path) -> Run:
    """A record in which somebody is written in two ways."""
    keep(onrecord, tmp_path)
    text = TEXTS["rain"].replace("Bob Kim", "Bob Kymm").replace("Ann Lee", "Anne Lee").replace("Kim", "Kymm")
    (tmp_path / "hail.txt").write_text(text.replace("Anne Lee", "Ann Leed").replace("Lee said", "Leed said"))
    other = TEXTS["rain"].replace("Bob Kim", "Bob Kamm").replace("Kim", "Kamm")
    (tmp_path / "frost.txt").write_text(other)
    for name in ("hail", "frost"):
        assert onrecord("add", f"{name}.txt", "--published", "2018-07-27").exit_code == 0
    return onrecord


def pairs(onrecord: Run, *arguments: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(onrecord("suggest", *arguments, "--format", "json").stdout)
    return rows


def test_pairs_have_reasons_and_examples(kept: Run) -> None:
    (row,) = pairs(kept)
    assert {row["key"], row["other_key"]} == {"per:bob kamm", "per:bob kymm"}
    assert row["reasons"] == ["“Bob Kamm” and “Bob Kymm” may be two ways to write one name"]
    assert row["score"] == 0.5
    assert kept("show", str(row["example"])).exit_code == 0
    table = kept("suggest").stdout
    assert "Bob Kamm" in table
    assert "0.50" in table


def test_two_who_are_apart_are_not_suggested_again(kept: Run) -> None:
    assert kept("judge", "apart", "per:bob kamm", "per:bob kymm").stderr == (
        "onrecord: two, not one; this is judgement 1\n"
    )
    assert kept("suggest").stdout == "No two speakers may be one.\n"
    assert "apart" in kept("judge", "list").stdout
    kept("judge", "undo", "1")
    assert len(pairs(kept)) == 1


def test_two_who_are_merged_are_not_suggested_again(kept: Run) -> None:
    kept("judge", "merge", "per:bob kamm", "per:bob kymm")
    assert pairs(kept) == []
    assert "were merged" in kept("judge", "apart", "per:bob kamm", "per:bob kymm").stderr


def test_a_name_is_asked_about(kept: Run) -> None:
    assert len(pairs(kept, "Kymm")) == 1
    assert "Nobody who may be one with 'Ann Lee'" in kept("suggest", "Ann Lee").stdout
    assert kept("suggest", "Ann Lee", "--format", "csv").stdout.startswith(
        "score,key,name,statements,example,"
    )
