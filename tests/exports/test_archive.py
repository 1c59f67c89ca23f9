"""Files in a zip have names that lead nowhere else, and no two have the same."""

from __future__ import annotations

import io
import zipfile

import pytest

from onrecord.exports.archive import Archive


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("a", "a"),
        ("news/a 1", "news--a_1"),
        ("../../etc/passwd", "--..--etc--passwd"),
        ("C:\\a", "C_a"),
        ("..", "document"),
        ("", "document"),
        ("é😀\x00", "document"),
        ("a" * 300, "a" * 80),
    ],
)
def test_a_name_is_plain(id: str, name: str) -> None:
    assert Archive(io.BytesIO()).name(id) == name


def test_no_two_names_are_the_same() -> None:
    archive = Archive(io.BytesIO())
    assert [archive.name(id) for id in ("a", "A", "a", "a-2")] == ["a", "A-2", "a-3", "a-2-2"]


def test_files_come_back() -> None:
    output = io.BytesIO()
    with Archive(output) as archive:
        archive.add("a.txt", b"It rained.")
    with zipfile.ZipFile(output) as found:
        assert found.testzip() is None
        assert found.read("a.txt") == b"It rained."
