"""`onrecord read`: what goes in comes out, in every format, and what fails is told."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from tests.cli.conftest import Run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "rain.txt"
    path.write_text("The rain came.\n\nLee said: it rained\n\nKim did not say: why\n", encoding="utf-8")
    return path


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def words(line: dict[str, Any]) -> list[str]:
    return [" … ".join(stmt["text"]["content"]) for stmt in line["statements"]]


def test_a_file_is_shown_to_people(onrecord: Run, article: Path) -> None:
    result = onrecord("read", article)
    assert result.exit_code == 0
    assert "Lee said: it rained [1]" in result.stdout
    assert "Kim did not say: why [2: not said]" in result.stdout
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


def test_a_file_is_a_line_of_json(onrecord: Run, article: Path) -> None:
    (line,) = lines(onrecord("read", article, "--format", "jsonl"))
    assert (line["id"], line["path"], line["language"]) == ("rain", str(article), "en")
    assert line["document_text"] == article.read_text(encoding="utf-8")
    assert words(line) == ["it rained", "why"]


def test_a_table_has_only_what_was_said_unless_asked(onrecord: Run, article: Path) -> None:
    def rows(*options: str) -> list[dict[str, str]]:
        table = onrecord("read", article, "--format", "csv", *options).stdout
        return list(csv.DictReader(io.StringIO(table)))

    assert [row["status"] for row in rows()] == ["asserted"]
    assert [row["status"] for row in rows("--statuses", "all")] == ["asserted", "negated"]
    assert [row["status"] for row in rows("--statuses", "negated")] == ["negated"]


def test_a_speaker_is_told_in_every_format(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann Lee came.\n\nLee said: it rained\n", encoding="utf-8")
    page = onrecord("read", "a.txt").stdout
    assert "Ann Lee (“Lee”)" in page
    assert "Ann Lee" in page.split("Whose words")[1]
    (line,) = lines(onrecord("read", "a.txt", "--format", "jsonl"))
    assert line["statements"][0]["speaker"]["entity"] == line["entities"][0]["id"]
    table = onrecord("read", "a.txt", "--format", "csv").stdout
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["speaker"], row["speaker_type"], row["because"]) == ("Ann Lee", "person", "same surname")


def test_its_own_lines_are_read_again(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann Lee came.\n\nLee said: it rained\n", encoding="utf-8")
    onrecord("read", "a.txt", "--out", "a.jsonl")
    (first,) = map(json.loads, (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines())
    (again,) = lines(onrecord("read", "a.jsonl", "--format", "jsonl"))
    assert again == first | {"path": "a.jsonl"}


def test_standard_input_is_read(onrecord: Run) -> None:
    (line,) = lines(onrecord("read", "-", "--format", "jsonl", stdin="Lee said: no\n"))
    assert (line["id"], line["path"], words(line)) == ("-", "-", ["no"])


def test_a_folder_is_read_in_order_side_by_side(onrecord: Run, tmp_path: Path) -> None:
    for i in range(12):
        (tmp_path / f"{i:02}.txt").write_text(f"Lee said: {i} drops")
    result = onrecord("read", tmp_path, "--format", "jsonl", "--workers", "2")
    assert [line["id"] for line in lines(result)] == [f"{i:02}" for i in range(12)]
    assert result.stderr == "onrecord: 12 read, 12 statements\n"


def test_what_is_known_fills_gaps(onrecord: Run, article: Path) -> None:
    options = ("--published", "2018-07-26", "--outlet", "The Post")
    (line,) = lines(onrecord("read", article, "--format", "jsonl", *options))
    assert (line["published"], line["outlet"]) == ("2018-07-26", "The Post")


def test_text_can_be_left_out(onrecord: Run, article: Path) -> None:
    (line,) = lines(onrecord("read", article, "--format", "jsonl", "--no-text"))
    assert "document_text" not in line


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (("--kinds", "speech"), 2),
        (("--kinds", "thought, decree"), 0),
        (("--min-confidence", "0.9"), 2),
        (("--min-confidence", "0.95"), 0),
        (("--statuses", "asserted"), 1),
    ],
)
def test_statements_are_left_out_as_asked(
    onrecord: Run, article: Path, options: tuple[str, str], kept: int
) -> None:
    (line,) = lines(onrecord("read", article, "--format", "jsonl", *options))
    assert len(line["statements"]) == kept
    named = {id for voice in line["voices"] for id in voice["statements"]}
    assert named == {stmt["id"] for stmt in line["statements"]}


def test_a_failure_is_told_and_the_others_are_read(onrecord: Run, article: Path) -> None:
    result = onrecord("read", "gone.txt", article, "--format", "jsonl")
    assert result.exit_code == 1
    assert [line["error"] and line["error"]["kind"] for line in lines(result)] == ["missing", None]
    assert "onrecord: gone.txt: There is no such file or folder." in result.stderr
    assert "onrecord: 1 read, 2 statements; failed 1: 1 missing" in result.stderr


def test_a_line_that_fails_is_told_by_its_id(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text(
        '{"id": "a", "text": "Lee said: no"}\n{"id": "b", "text": "CRASH"}\n'
    )
    assert "onrecord: news.jsonl, b: ZeroDivisionError" in onrecord("read", "news.jsonl").stderr


def test_most_failed_has_a_status_of_its_own(onrecord: Run, article: Path) -> None:
    assert onrecord("read", "gone.txt", "lost.txt", article).exit_code == 126


def test_what_is_skipped_for_a_listed_reason_is_no_failure(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "foreign.txt").write_text("ARABIC")
    result = onrecord("read", "empty.txt", "foreign.txt")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "0 read, 0 statements; skipped 2: 1 empty, 1 language" in result.stderr


def test_a_limit_is_kept(onrecord: Run, article: Path) -> None:
    result = onrecord("read", article, "--max-bytes", "20", "--format", "jsonl")
    assert lines(result)[0]["error"]["kind"] == "too_large"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--published", "26.7.2018"), "'26.7.2018' is not a day as YYYY-MM-DD"),
        (("--published", "2018-13-01"), "month must be in 1..12"),
        (("--min-confidence", "1.5"), "1.5 is not a confidence; give a number from 0 to 1"),
        (("--min-confidence", "nan"), "nan is not a confidence"),
        (("--min-confidence", "high"), "high is not a confidence"),
        (("--kinds", "speech,dream"), "'dream' is not a kind; there are: speech, thought, decree"),
        (("--kinds", ","), "no kind is named"),
        (("--statuses", "said"), "'said' is not a status; there are: asserted, negated,"),
        (("--format", "xml"), "'--format': 'xml' is not a format; there are: text, jsonl, csv."),
        (("--workers", "0"), "Invalid value for '--workers'"),
        (("--resume",), "--resume needs --out FILE"),
        (("--resume", "--force", "--out", "a.jsonl"), "give one of them"),
        (("--resume", "--out", "a.csv"), "--resume works with JSON lines only"),
    ],
)
def test_a_mistake_is_named(onrecord: Run, article: Path, options: tuple[str, ...], message: str) -> None:
    result = onrecord("read", article, *options)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_a_wrong_setting_is_named(onrecord: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_MAX_BYTES", "much")
    result = onrecord("read", article)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "onrecord: ONRECORD_MAX_BYTES is 'much'" in result.stderr


def test_missing_weights_stop_the_run(onrecord: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.cli.read.load_reader", lambda settings: _no_weights())
    result = onrecord("read", article)
    assert (result.exit_code, result.stderr) == (2, "onrecord: The weights are missing.\n")


def _no_weights() -> None:
    from tests.stub import load_nothing

    load_nothing()


def test_an_interrupt_stops_quietly(onrecord: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(settings: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.cli.read.load_reader", interrupt)
    result = onrecord("read", article)
    assert (result.exit_code, result.stderr) == (130, "onrecord: stopped\n")


def test_a_name_can_not_steer_the_terminal(onrecord: Run) -> None:
    assert "\x1b" not in onrecord("read", "\x1b[2Jgone.txt").stderr
