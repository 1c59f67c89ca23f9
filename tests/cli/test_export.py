"""`export`, `verify`, `backup` and `doctor`: a record is handed on, proved and copied."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from onrecord.exports import FORMATS
from onrecord.record.schema.packing import Sort, pack, unpack
from tests.cli.conftest import Run
from tests.cli.kept import ids, keep


@pytest.fixture
def kept(onrecord: Run, tmp_path: Path) -> Run:
    keep(onrecord, tmp_path)
    return onrecord


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(kept: Run, tmp_path: Path, name: str) -> None:
    result = kept("export", "--format", name, "--out", "out")
    assert (result.exit_code, result.stderr) == (0, "onrecord: 3 statements are in out\n")
    assert (tmp_path / "out").stat().st_size > 100
    assert not (tmp_path / "out.part").exists()


def test_what_is_exported_can_be_added_again(kept: Run, tmp_path: Path) -> None:
    kept("export", "--out", "all.jsonl", "--status", "all")
    found = sorted(stmt["id"] for line in lines(tmp_path / "all.jsonl") for stmt in line["statements"])
    assert found == sorted(ids(kept, "--status", "all"))
    assert "2 known already" in kept("add", "all.jsonl").stderr


def test_filters_and_decisions_count(kept: Run, tmp_path: Path) -> None:
    (river,) = ids(kept, "river")
    kept("judge", "change", river, "--speaker", "Zoe Park")
    kept("export", "--out", "a.csv", "--outlet", "The Post")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as table:
        assert sorted(row["speaker"] for row in csv.DictReader(table)) == ["Ann Lee", "Zoe Park"]
    kept("judge", "reject", river)
    kept("export", "--out", "b.jsonl", "--outlet", "The Post")
    (line,) = lines(tmp_path / "b.jsonl")
    assert [stmt["id"] for stmt in line["statements"]] == ids(kept, "rained")
    assert river not in str(line["voices"])


def test_a_file_is_not_overwritten_unasked(kept: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("mine")
    result = kept("export", "--out", "a.csv")
    assert result.exit_code == 2
    assert "a.csv is there already" in result.stderr
    assert kept("export", "--out", "a.csv", "--force").exit_code == 0
    assert (tmp_path / "a.csv").read_text() != "mine"


def test_a_format_that_nobody_knows_is_named(kept: Run) -> None:
    assert "doesn't tell the format" in " ".join(kept("export", "--out", "a.xyz").stderr.split())
    assert "'doc' is not a format" in kept("export", "--out", "a", "--format", "doc").stderr


def test_a_sound_record_is_proved(kept: Run) -> None:
    assert (kept("verify").exit_code, kept("verify").stderr) == (0, "onrecord: the record is sound\n")
    assert "statements: 3" in kept("doctor").stdout


def test_a_forged_text_is_found(kept: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "onrecord.db")) as forged, forged:
        (kept_text,) = forged.execute("SELECT text FROM documents WHERE id = 'rain'").fetchone()
        other = pack(unpack(kept_text, Sort.ARTICLE).replace(b"river", b"level"), Sort.ARTICLE)
        forged.execute("UPDATE documents SET text = ? WHERE id = 'rain'", [other])
    result = kept("verify")
    assert result.exit_code == 1
    assert "its text does not have its digest" in result.stdout
    assert "1 fault was found" in result.stderr


def test_a_copy_is_a_record_too(kept: Run, tmp_path: Path) -> None:
    assert kept("backup", "copy.db").exit_code == 0
    assert ids(kept, "--record", "copy.db") == ids(kept)
    assert (tmp_path / "copy-originals.db").exists()
    assert "copy.db is there already" in kept("backup", "copy.db").stderr
