"""Output to a file: never overwritten unasked, gone on with after an interruption."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli.output import Output, to_new_file, to_stdout
from onrecord.errors import StopRun
from tests.cli.conftest import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name in "abcd":
        (folder / f"{name}.txt").write_text(f"Lee said: {name}")
    return folder


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_bytes().splitlines()]


@pytest.mark.parametrize(
    ("name", "start"), [("o.jsonl", b'{"id":'), ("o.csv", b'"document",'), ("o.txt", b"")]
)
def test_the_name_of_the_file_says_the_format(onrecord: Run, folder: Path, name: str, start: bytes) -> None:
    result = onrecord("read", folder, "--out", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path(name).read_bytes().startswith(start)
    assert Path(name).stat().st_size > 100


def test_a_file_is_not_overwritten_unasked(onrecord: Run, folder: Path) -> None:
    Path("o.jsonl").write_text("mine")
    result = onrecord("read", folder, "--out", "o.jsonl")
    assert result.exit_code == 2
    assert "o.jsonl is there already. Go on with it by --resume, or overwrite it by --force." in result.stderr
    assert Path("o.jsonl").read_text() == "mine"
    assert onrecord("read", folder, "--out", "o.jsonl", "--force").exit_code == 0
    assert ids(Path("o.jsonl")) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("torn", [b"", b'{"id": "b", "path', b'{"id": "b"}', b"{"])
def test_a_torn_file_is_gone_on_with(onrecord: Run, folder: Path, torn: bytes) -> None:
    onrecord("read", folder, "--out", "whole.jsonl")
    whole = Path("whole.jsonl").read_bytes()
    first = whole[: whole.index(b"\n") + 1]
    Path("o.jsonl").write_bytes(first + torn)
    result = onrecord("read", folder, "--out", "o.jsonl", "--resume")
    assert result.exit_code == 0
    assert Path("o.jsonl").read_bytes() == whole
    assert "4 read, 4 statements; 1 of these had been done before" in result.stderr


def test_a_whole_file_stays_as_it_is(onrecord: Run, folder: Path) -> None:
    onrecord("read", folder, "--out", "o.jsonl")
    before = Path("o.jsonl").read_bytes()
    assert onrecord("read", folder, "--out", "o.jsonl", "--resume").exit_code == 0
    assert Path("o.jsonl").read_bytes() == before


def test_going_on_with_nothing_begins(onrecord: Run, folder: Path) -> None:
    assert onrecord("read", folder, "--out", "o.jsonl", "--resume").exit_code == 0
    assert ids(Path("o.jsonl")) == ["a", "b", "c", "d"]


def test_failures_of_before_count(onrecord: Run, folder: Path) -> None:
    onrecord("read", "gone.txt", folder, "--out", "o.jsonl")
    result = onrecord("read", "gone.txt", folder, "--out", "o.jsonl", "--resume")
    assert result.exit_code == 1
    assert "failed 1: 1 missing" in result.stderr


def test_somebody_elses_file_is_not_spoiled(onrecord: Run, folder: Path) -> None:
    Path("o.jsonl").write_text('{"id": "a"}\nmine\n')
    result = onrecord("read", folder, "--out", "o.jsonl", "--resume")
    assert result.exit_code == 2
    assert "Line 1 of o.jsonl is not onrecord's" in result.stderr
    assert Path("o.jsonl").read_text() == '{"id": "a"}\nmine\n'


def test_a_folder_that_is_not_there_is_named(onrecord: Run, folder: Path) -> None:
    result = onrecord("read", folder, "--out", "nowhere/o.jsonl")
    assert result.exit_code == 2
    assert "nowhere/o.jsonl can't be written: No such file or directory" in result.stderr


def test_a_full_disk_stops_the_run() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with full.open("wb", buffering=0) as stream, pytest.raises(StopRun, match="No space left"):
        Output(stream, full).write(b"line\n")


def test_each_document_is_written_at_once(tmp_path: Path) -> None:
    path = tmp_path / "o.jsonl"
    with to_new_file(path, force=False) as output:
        output.write(b"one\n")
        assert path.read_bytes() == b"one\n"


def test_the_output_of_a_test_is_no_terminal() -> None:
    assert not to_stdout().is_terminal
