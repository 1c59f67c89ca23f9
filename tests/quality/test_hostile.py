"""Hard input gives an answer or a clear error, in bounded time, and never stops the others."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
LIMIT = 900  # seconds; only to end a test that hangs, no measure of speed


def read(*paths: Path) -> tuple[int, list[dict[str, object]]]:
    command = [sys.executable, "-m", "onrecord.cli.main", "read", "--format", "jsonl", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def report() -> str:
    return (SAMPLES / "council.txt").read_text(encoding="utf-8")


def test_a_megabyte_in_one_file(tmp_path: Path, report: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text(report * (1_000_000 // len(report) + 1), encoding="utf-8")
    status, (row,) = read(path)
    assert status == 0
    assert len(row["statements"]) > 1000  # type: ignore[arg-type]


def test_a_megabyte_without_marks_or_breaks(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("the mayor said the bridge was closed and " * 5000, encoding="utf-8")
    status, (row,) = read(path)
    assert status == 0
    assert row["error"] is None


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("empty", b"", "empty"),
        ("white", b" \n\n \t", "empty"),
        ("random", random.Random(7).randbytes(100_000), "binary"),
        ("nul", b"He said\x00 it.", "binary"),
        ("arabic", ("قال الرئيس يوم الخميس إن الجسر سيبقى مغلقا حتى الصيف. " * 20).encode(), "language"),
        (
            "german",
            ("Der Bürgermeister sagte am Montag, die Brücke bleibe gesperrt. " * 20).encode(),
            "language",
        ),
    ],
)
def test_what_can_t_be_read_says_why_and_the_rest_is_read(
    tmp_path: Path, report: str, name: str, data: bytes, kind: str
) -> None:
    bad, good = tmp_path / f"{name}.txt", tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text(report, encoding="utf-8")
    status, (first, second) = read(bad, good)
    assert first["error"]["kind"] == kind  # type: ignore[index]
    assert second["error"] is None
    assert status == (0 if kind in ("empty", "language") else 1)


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "«", "“‘"])
def test_ten_thousand_unbalanced_marks(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "marks.txt"
    path.write_text(f"The clerk said {mark}no. " * 2_000 + mark * 8_000, encoding="utf-8")
    status, (row,) = read(path)
    assert status == 0
    assert row["error"] is None
