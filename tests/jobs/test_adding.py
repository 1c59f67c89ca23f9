"""Documents are added once, whole or not at all, whatever ends the run and however often it is begun."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import Defaults, Input, open_inputs
from onrecord.jobs import Added, Task, add_inputs
from onrecord.model import Document, ReaderInfo, Reading
from onrecord.model.document import digest_of
from onrecord.record import Record, open_record
from tests import stub

ROOT = Path(__file__).parents[2]


class Counted(stub.StubReader):
    """Counts what it reads."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def read(self, document: Document) -> Reading:
        self.texts.append(document.text)
        return replace(super().read(document), reader=self.info)


@pytest.fixture
def reader() -> Counted:
    return Counted()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "onrecord.db") as opened:
        yield opened


def inputs(*texts: str, **known: str) -> Iterator[Input]:
    for i, text in enumerate(texts):
        yield Input(id=f"d{i}", path=f"d{i}.txt", max_bytes=1000, data=text.encode(), **known)  # type: ignore[arg-type]


def add(items: Iterable[Input], record: Record, reader: stub.StubReader, **known: object) -> list[Added]:
    task = Task(load_reader=lambda: reader, workers=1, info=stub.INFO, **known)  # type: ignore[arg-type]
    return list(add_inputs(items, record, task))


def became(outcomes: Iterable[Added]) -> list[str]:
    return [one.became for one in outcomes]


def test_what_was_added_is_known_without_being_read(record: Record, reader: Counted) -> None:
    texts = ["Lee said: it rained", "Kim said: it snowed"]
    first = add(inputs(*texts), record, reader)
    assert [(one.became, one.statements) for one in first] == [("added", 1), ("added", 1)]
    again = add(inputs(texts[0], "Ann said: no", texts[1]), record, reader)
    assert became(again) == ["known", "added", "known"]
    assert [one.key for one in again if one.became == "known"] == [one.key for one in first]
    assert reader.texts == [*texts, "Ann said: no"]
    assert record.questions.count() == 3


def test_side_by_side_outcomes_keep_the_order_of_the_inputs(record: Record) -> None:
    texts = [f"Lee said: {i} drops" for i in range(30)]
    task = Task(load_reader=stub.load_stub, workers=2, info=stub.INFO)
    list(add_inputs(inputs(*texts[::3]), record, task))
    outcomes = list(add_inputs(inputs(*texts), record, task))
    assert [one.id for one in outcomes] == [f"d{i}" for i in range(30)]
    assert became(outcomes) == ["added" if i % 3 else "known" for i in range(30)]


def test_the_same_text_of_another_outlet_or_address_is_another_document(
    record: Record, reader: Counted
) -> None:
    text = "Lee said: it rained"
    places: list[dict[str, str]] = [
        {"outlet": "The Post"},
        {"outlet": "The Herald"},
        {"address": "http://a.b/c"},
    ]
    for place in places:
        assert became(add(inputs(text, **place), record, reader)) == ["added"]
    for place in places:
        assert became(add(inputs(text, **place), record, reader)) == ["known"]
    assert became(add(inputs(text), record, reader, defaults=Defaults(outlet="The Sun"))) == ["added"]
    assert len(reader.texts) == 4


def test_another_model_reads_again(record: Record, reader: Counted) -> None:
    add(inputs("Lee said: it rained"), record, reader)
    reader.info = ReaderInfo("onrecord", "0.0", "better", "sha256:1")
    task = Task(load_reader=lambda: reader, workers=1, info=reader.info)
    assert became(add_inputs(inputs("Lee said: it rained"), record, task)) == ["reread"]


def test_json_lines_are_known_and_so_are_the_programs_own(
    record: Record, reader: Counted, tmp_path: Path
) -> None:
    from onrecord.exports.jsonl import json_line
    from onrecord.ingest import load

    given = tmp_path / "a.jsonl"
    given.write_text('{"id": "a", "text": "Lee said: no", "outlet": "The Post"}\n')
    (item,) = open_inputs([given], max_bytes=1000)
    own = tmp_path / "own.jsonl"
    own.write_bytes(json_line(stub.StubReader().read(load(item))))
    assert became(add(open_inputs([given], max_bytes=1000), record, reader)) == ["added"]
    for path in (given, own):
        assert became(add(open_inputs([path], max_bytes=9000), record, reader)) == ["known"]
    assert len(reader.texts) == 1


def test_failures_become_problems_until_they_are_read(
    record: Record, reader: Counted, tmp_path: Path
) -> None:
    missing = Input(id="m", path="m.txt", max_bytes=9, failure=SkipDocument(Reason.MISSING))
    outcomes = add([missing, *inputs("ARABIC", "Lee said: no", "CRASH")], record, reader)
    assert became(outcomes) == ["failed", "failed", "added", "failed"]
    kinds = {path: kind for path, kind, _ in record.questions.problems()}
    assert kinds == {"m.txt": "missing", "d0.txt": "language", "d2.txt": "crashed"}
    assert became(add(inputs("Lee said: yes"), record, reader)) == ["added"]
    assert {path for path, _, _ in record.questions.problems()} == {"m.txt", "d2.txt"}


def test_each_line_that_fails_is_a_problem_of_its_own(
    record: Record, reader: Counted, tmp_path: Path
) -> None:
    lines = tmp_path / "s.jsonl"
    lines.write_text('{"id": "x", "text": "CRASH"}\n{"text": "ARABIC"}\n{"text": "Lee said: no"}\n')
    add(open_inputs([lines], max_bytes=1000), record, reader)
    assert [path for path, _, _ in record.questions.problems()] == [f"{lines}, x", f"{lines}:2"]


def test_a_file_that_can_not_be_opened_or_is_too_large_fails(
    record: Record, reader: Counted, tmp_path: Path
) -> None:
    large = tmp_path / "large.txt"
    large.write_text("Lee said: no")
    gone = Input(id="gone", path="gone.txt", max_bytes=9, file=str(tmp_path / "gone.txt"))
    outcomes = add([gone, *open_inputs([large], max_bytes=5)], record, reader)
    assert [one.failure and one.failure.kind for one in outcomes] == ["missing", "too_large"]


def test_originals_are_kept_unless_not_wanted(record: Record, reader: Counted) -> None:
    task = Task(load_reader=lambda: reader, workers=1)
    list(add_inputs(inputs("Lee said: yes"), record, task))
    list(add_inputs(inputs("Lee said: no"), record, task, keep_originals=False))
    assert record.originals is not None
    kept = [record.originals.get(digest_of(text)) for text in (b"Lee said: yes", b"Lee said: no")]
    assert kept == [b"Lee said: yes", None]


def test_near_copies_are_told(record: Record, reader: Counted) -> None:
    story = " ".join(f"word{i} of the story" for i in range(60))
    first, second = add(inputs(f"Lee said: {story}", f"Lee said: {story} today"), record, reader)
    assert (first.near, second.near) == (None, first.key)


KILLED = """
from onrecord.ingest import open_inputs
from onrecord.jobs import Task, add_inputs
from onrecord.record import open_record
from tests import stub

if __name__ == "__main__":
    with open_record("../killed.db") as record:
        task = Task(load_reader=stub.load_stub, workers=2, info=stub.INFO)
        for one in add_inputs(open_inputs(["."], max_bytes=10000), record, task):
            print(one.became, one.id, one.key, flush=True)
"""


def test_a_run_that_is_killed_is_gone_on_with(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for i in range(40):
        (news / f"{i:02}.txt").write_text(f"Ann Lee came.\n\nLee said: {i} drops fell\n")
    (tmp_path / "run.py").write_text(KILLED)
    told: dict[str, str] = {}
    for wait in (1, 7):
        with _start(tmp_path / "run.py", news) as run:
            assert run.stdout
            for _ in range(len(told) + wait):
                became, id, key = run.stdout.readline().split()
                assert became == "known" or id not in told
                told[id] = key
            os.kill(run.pid, signal.SIGKILL)
            told |= {line.split()[1]: line.split()[2] for line in run.stdout if len(line.split()) == 3}
    with _start(tmp_path / "run.py", news) as run:
        last = [line.split() for line in run.communicate(timeout=120)[0].splitlines()]
    assert run.returncode == 0
    assert [id for _, id, _ in last] == [f"{i:02}" for i in range(40)]
    assert {id: (became, key) for became, id, key in last if id in told} == {
        id: ("known", key) for id, key in told.items()
    }
    with open_record(tmp_path / "killed.db") as record:
        assert record.verify() == []
        assert sorted(row.id for row in record.questions.documents(limit=99)) == [
            f"{i:02}" for i in range(40)
        ]
        assert record.questions.count() == 40


def _start(script: Path, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(script)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
