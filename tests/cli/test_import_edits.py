"""What is exported for brat or INCEpTION, edited and imported comes to judgements, once."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.kept import ids, keep


@pytest.fixture
def kept(onrecord: Run, tmp_path: Path) -> Run:
    keep(onrecord, tmp_path)
    return onrecord


@pytest.fixture
def edited(kept: Run, tmp_path: Path) -> Path:
    """A folder with an export for brat."""
    assert kept("export", "--format", "brat", "--out", "all.brat.zip").exit_code == 0
    with zipfile.ZipFile("all.brat.zip") as archive:
        archive.extractall(tmp_path / "edited")
    return tmp_path / "edited"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def entries(onrecord: Run) -> list[tuple[str, int | None]]:
    rows = json.loads(onrecord("judge", "list", "--format", "json").stdout)
    return [(row["action"], row["part_of"]) for row in rows]


def test_what_nobody_touched_changes_nothing(kept: Run, edited: Path) -> None:
    result = kept("import", "edited")
    assert result.exit_code == 0, result.output
    assert result.stderr == "onrecord: 2 files: nothing new\n"
    assert entries(kept) == []


def test_edits_in_brat_are_taken_once(kept: Run, edited: Path) -> None:
    edit(edited / "rain.ann", "AnnotatorNotes E1\tAnn Lee", "AnnotatorNotes E1\tBob Kim")
    (river,) = ids(kept, "river")
    first = (edited / "rain.ann").read_text(encoding="utf-8").partition("T4\t")[0]
    (edited / "rain.ann").write_text(first, encoding="utf-8")
    trial = kept("import", "edited", "--dry-run")
    assert trial.stderr == "onrecord: 2 files: 1 changed, 1 rejected (nothing was written)\n"
    assert entries(kept) == []
    result = kept("import", "edited/rain.ann", "--by", "Ann")
    assert f"  reject {river}\n" in result.stdout
    assert entries(kept) == [("import", None), ("change", 1), ("reject", 1)]
    assert kept("import", "edited").stderr == "onrecord: 2 files: nothing new\n"
    assert len(ids(kept, "--speaker", "Bob Kim")) == 1


def test_a_zip_is_read_as_it_is(kept: Run, edited: Path) -> None:
    assert kept("import", "all.brat.zip", "--accept-unchanged").stderr == "onrecord: 2 files: 3 accepted\n"


def test_edits_in_inception_are_told_beside_the_export(kept: Run, tmp_path: Path) -> None:
    kept("export", "--format", "inception", "--out", "all.inception.zip")
    with zipfile.ZipFile("all.inception.zip") as archive:
        xmi = archive.read("snow.xmi").decode()
    (tmp_path / "admin.xmi").write_text(xmi.replace('speaker="Ann Lee"', 'speaker="Bob Kim"'))
    result = kept("import", "admin.xmi", "--exported", "all.inception.zip", "--by", "Ann")
    assert result.exit_code == 0, result.output
    assert result.stderr == "onrecord: 1 files: 1 changed\n"


def test_what_is_wrong_with_a_file_is_told_and_the_others_go_on(kept: Run, edited: Path) -> None:
    edit(edited / "rain.txt", "it rained all day", "it snowed all day")
    edit(edited / "snow.ann", "AnnotatorNotes E1\tAnn Lee", "AnnotatorNotes E1\tBob Kim")
    result = kept("import", "edited")
    assert result.exit_code == 1
    assert "edited/rain.ann: line 1: the words" in result.stderr
    assert "2 files, 1 failed: 1 changed" in result.stderr


def test_a_text_that_the_record_does_not_have_is_told(kept: Run, edited: Path) -> None:
    for name in ("rain.txt", "rain.ann"):
        edit(edited / name, "Lee", "Loe")
    result = kept("import", "edited/rain.ann")
    assert result.exit_code == 1
    assert "No document in the record has its text" in result.stderr


def test_without_what_was_exported_removals_are_told_not_taken(kept: Run, edited: Path) -> None:
    (edited / "rain.onrecord.json").unlink()
    (edited / "rain.ann").write_text("")
    result = kept("import", "edited/rain.ann")
    assert result.stderr == "onrecord: 1 files: nothing new\n"
    assert "2 statements of the record are not in it" in result.stdout


@pytest.mark.parametrize(
    ("make", "arguments", "message"),
    [
        ("", ("gone.zip",), "There is no file or folder gone.zip"),
        ("x.zip", ("x.zip",), "is no folder, no zip"),
        ("empty/x.csv", ("empty",), "holds no .ann and no .xmi"),
        ("a/x.ann", ("a",), "x.txt is not beside it"),
        ("a/x.xmi", ("a",), "no well-formed XML"),
        ("empty/x.csv", ("a.ann", "--exported", "empty"), "holds no .onrecord.json"),
        ("a/x.onrecord.json", ("a.ann", "--exported", "a"), "is no *.onrecord.json of an export"),
    ],
)
def test_mistakes_are_named(
    kept: Run, tmp_path: Path, make: str, arguments: tuple[str, ...], message: str
) -> None:
    if make:
        (tmp_path / make).parent.mkdir(exist_ok=True)
        (tmp_path / make).write_text("x")
    result = kept("import", *arguments)
    assert result.exit_code in (1, 2)
    assert message in result.stderr
