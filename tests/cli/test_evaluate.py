"""`onrecord evaluate`: figures by part, form and outlet, of texts read now or before."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def row(id: str, *, outlet: str, statements: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": id, "outlet": outlet, "text": "Lee said: it rained", "statements": statements}


def statement(start: int = 10, within: str | None = None) -> dict[str, Any]:
    return {"source": [[0, 3]], "cue": [[4, 8]], "content": [[start, 19]], "within": within}


def write(path: str, *rows: dict[str, Any]) -> str:
    Path(path).write_text("".join(json.dumps(line) + "\n" for line in rows))
    return path


@pytest.fixture
def gold(onrecord: Run) -> str:
    return write(
        "gold.jsonl",
        row("a", outlet="The Post", statements=[statement()]),
        row("b", outlet="The Herald", statements=[statement(), statement(13)]),
    )


def parts(onrecord: Run, *arguments: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = json.loads(
        onrecord("evaluate", *arguments, "--format", "json").stdout
    )["parts"]
    return found


def test_texts_are_read_now(onrecord: Run, gold: str) -> None:
    assert parts(onrecord, gold)["exact"] == {
        "marked": 3,
        "found": 2,
        "right": 2,
        "precision": 1.0,
        "recall": 0.6667,
        "f1": 0.8,
    }


def test_texts_read_before_are_compared(onrecord: Run, gold: str) -> None:
    found = write("found.jsonl", row("a", outlet="", statements=[statement(), statement(13, within="s1")]))
    result = onrecord("evaluate", gold, "--found", found)
    assert result.exit_code == 0
    assert "1 of 2 texts were not read" in result.stderr
    assert parts(onrecord, gold, "--found", found)["exact"]["found"] == 2
    assert parts(onrecord, gold, "--found", found, "--top")["exact"]["found"] == 1


def test_a_table_tells_parts_forms_and_outlets(onrecord: Run, gold: str) -> None:
    lines = onrecord("evaluate", gold).stdout.splitlines()
    assert lines[0] == "2 texts, 3 statements marked"
    assert "exact                          3       2   1.000   0.667   0.800" in lines
    assert "indirect                       3      0.800      0.800      0.800" in lines
    assert [line.split("  ")[0] for line in lines[-2:]] == ["The Herald", "The Post"]


def test_forms_and_outlets_are_in_the_json(onrecord: Run, gold: str) -> None:
    scores = json.loads(onrecord("evaluate", gold, "--format", "json").stdout)
    assert (scores["texts"], scores["unread"]) == (2, 0)
    assert scores["forms"]["indirect"]["exact"]["f1"] == 0.8
    assert scores["outlets"]["The Post"]["exact"]["f1"] == 1.0


DETAILS: dict[str, Any] = {"kind": "speech", "status": "asserted", "addressee": [], "when": None}
TOLD: dict[str, Any] = {"speaker": "Lee", "anonymous": False, "addressee_name": None, "time": []}
SPEAKER = {"entity": "e1", "name": "Lee", "mention": [0, 3]}


def found_row(statements: list[dict[str, Any]]) -> dict[str, Any]:
    entities = [{"id": "e1", "name": "Lee", "names": ["Lee"], "members": [], "anonymous": None}]
    return row("a", outlet="", statements=statements) | {"entities": entities, "labels": []}


def test_details_are_told_where_people_told_them(onrecord: Run) -> None:
    unmarked = row("b", outlet="", statements=[statement()])  # says nothing of details, so none are judged
    gold = write("told.jsonl", row("a", outlet="", statements=[statement() | DETAILS | TOLD]), unmarked)
    found = write("found.jsonl", found_row([statement() | DETAILS | {"speaker": SPEAKER}]), unmarked)
    lines = onrecord("evaluate", gold, "--found", found).stdout.splitlines()
    assert lines.index("detail                    marked   found       P       R      F1") > lines.index(
        "part                      marked   found       P       R      F1"
    )
    assert "speaker                        1       1   1.000" in lines
    assert "when_spurious (-)              1       0   0.000" in lines
    assert "speaker_she                    0       0       -" in lines
    scores = json.loads(onrecord("evaluate", gold, "--found", found, "--format", "json").stdout)
    assert scores["details"]["speaker_named"] == {"of": 1, "so": 1, "share": 1.0}
    assert scores["details"]["speaker_she"]["share"] is None
    assert scores["details"]["nested"]["marked"] == 0


def test_details_of_texts_read_now(onrecord: Run) -> None:
    gold = write("told.jsonl", row("a", outlet="", statements=[statement() | DETAILS | TOLD]))
    scores = json.loads(onrecord("evaluate", gold, "--format", "json").stdout)
    assert scores["details"]["found"] == {"of": 1, "so": 1, "share": 1.0}
    assert scores["details"]["speaker_given"]["so"] == 0  # the stand-in resolves nobody


def test_nested_ones_that_are_left_out_are_left_out_of_details_too(onrecord: Run) -> None:
    inner = statement(13) | DETAILS | {"within": "1", "speaker": None}
    gold = write("told.jsonl", row("a", outlet="", statements=[statement() | DETAILS | TOLD, inner | TOLD]))
    found = write("found.jsonl", found_row([inner]))
    for more, number in (((), 1), (("--top",), 0)):
        shown = onrecord("evaluate", gold, "--found", found, "--format", "json", *more).stdout
        assert json.loads(shown)["details"]["nested"]["found"] == number


def test_without_details_none_are_told(onrecord: Run, gold: str) -> None:
    assert "details" not in json.loads(onrecord("evaluate", gold, "--format", "json").stdout)
    assert "speaker" not in onrecord("evaluate", gold).stdout


def test_details_that_are_none_are_named(onrecord: Run) -> None:
    gold = write("told.jsonl", row("a", outlet="", statements=[statement() | {"speaker": "Lee"}]))
    result = onrecord("evaluate", gold)
    assert result.exit_code == 2
    assert "The details of 'a' in told.jsonl" in result.stderr


def test_a_text_that_fails_counts_as_without_statements(onrecord: Run) -> None:
    gold = write(
        "gold.jsonl", row("a", outlet="", statements=[statement()]) | {"text": "ARABIC said: it rained"}
    )
    result = onrecord("evaluate", gold)
    assert result.exit_code == 1
    assert "onrecord: a: It is not in English" in result.stderr
    assert "1 of 1 texts were not read" in result.stderr


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "gold.jsonl can't be opened: No such file"),
        ("{}\n", 'A line of gold.jsonl has no "id"'),
        ('{"id": "a", "text": "x"}\n[]\n', "Line 2 of gold.jsonl is not a JSON object"),
        ('{"id": "a", "text": 1}\n', "'a' of gold.jsonl has no \"text\""),
        (
            '{"id": "a", "text": "x", "statements": [{"content": [3]}]}\n',
            "The statements of 'a' in gold.jsonl",
        ),
        (
            '{"id": "a", "text": "x", "statements": [{"content": [[3]]}]}\n',
            "The statements of 'a' in gold.jsonl",
        ),
        ('{"id": "a", "text": "x", "statements": 5}\n', "The statements of 'a' in gold.jsonl"),
    ],
)
def test_a_mistake_in_the_file_is_named(onrecord: Run, content: str | None, message: str) -> None:
    if content is not None:
        Path("gold.jsonl").write_text(content)
    result = onrecord("evaluate", "gold.jsonl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_missing_scipy_is_named(onrecord: Run, gold: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    result = onrecord("evaluate", gold)
    assert result.exit_code == 2
    assert "onrecord[evaluate]" in result.stderr


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(onrecord: Run) -> None:
    os.mkfifo("pipe")
    result = onrecord("evaluate", "pipe")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "onrecord: pipe is a named pipe or a device. Give a file of JSON lines." in result.stderr
