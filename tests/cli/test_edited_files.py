"""Edited files are found in folders and zips, and a hostile one is refused, not unpacked."""

from __future__ import annotations

import zipfile
from contextlib import ExitStack
from pathlib import Path

import pytest

from onrecord.cli import edited_files as module
from onrecord.cli.edited_files import edited_files, shelf_of
from onrecord.exports.edited import BadAnnotation


@pytest.fixture
def bomb(tmp_path: Path) -> Path:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../out.ann", "")
        archive.writestr("../out.txt", "x" * 1000)
    return tmp_path / "x.zip"


def test_names_that_lead_out_lead_nowhere_and_large_files_are_refused(
    bomb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ExitStack() as stack:
        (one,) = edited_files([bomb], stack)
        assert one.document().statements == ()
        monkeypatch.setattr(module, "LARGEST", 10)
        with pytest.raises(BadAnnotation, match="larger than 10 bytes"):
            one.document()
    assert [path.name for path in bomb.parent.iterdir()] == ["x.zip"]


def test_a_damaged_zip_is_told(bomb: Path) -> None:
    data = bytearray(bomb.read_bytes())
    data[60:90] = bytes(30)
    bomb.write_bytes(data)
    with ExitStack() as stack, pytest.raises(BadAnnotation, match="can't be taken out of"):
        shelf_of(bomb, stack).read("../out.txt")


def test_folders_within_folders_are_looked_through(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("a/b/x.ann", "a/y.xmi", "a/z.txt"):
        (tmp_path / name).write_text("")
    with ExitStack() as stack:
        assert [one.file for one in edited_files([tmp_path], stack)] == ["a/b/x.ann", "a/y.xmi"]
        assert [one.file for one in edited_files([tmp_path / "a" / "z.txt"], stack)] == ["z.ann"]


def test_what_is_not_in_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.ann").write_bytes(b"")
    (tmp_path / "x.txt").write_bytes(b"\xff")
    with ExitStack() as stack:
        (one,) = edited_files([tmp_path / "x.ann"], stack)
        with pytest.raises(BadAnnotation, match="not in UTF-8"):
            one.document()
