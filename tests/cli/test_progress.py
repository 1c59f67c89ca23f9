"""How far a run has come is told on stderr, in the way that suits it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import pytest

from onrecord.cli import progress as told
from onrecord.cli.progress import counted, how_far, progress
from onrecord.ingest import Input


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def files(count: int, data: bytes | None = None) -> Iterator[Input]:
    return (Input(id=str(i), path=str(i), max_bytes=1, data=data) for i in range(count))


@pytest.mark.parametrize(
    ("done", "total", "seconds", "sentence"),
    [
        (1200, 10_000, 150.0, "1,200 of 10,000 documents, 8.0 a second, 18 min left"),
        (10, 20, 10.0, "10 of 20 documents, 1.0 a second, 10 s left"),
        (1, 100_000, 1.0, "1 of 100,000 documents, 1.0 a second, 27.8 h left"),
        (0, 20, 0.0, "0 of 20 documents, 0.0 a second"),
        (1234, None, 100.0, "1,234 documents, 12.3 a second"),
    ],
)
def test_it_is_told_in_a_sentence(done: int, total: int | None, seconds: float, sentence: str) -> None:
    assert how_far(done, total, seconds) == sentence


def test_inputs_are_counted_without_being_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    inputs, total = counted(files(3))
    assert ([item.id for item in inputs], total) == (["0", "1", "2"], 3)
    monkeypatch.setattr(told, "COUNTED", 2)
    inputs, total = counted(files(3))
    assert ([item.id for item in inputs], total) == (["0", "1", "2"], None)


def test_inputs_that_hold_their_bytes_are_not_gathered() -> None:
    coming = files(3, b"x")
    _, total = counted(coming)
    assert total is None
    assert [item.id for item in coming] == ["1", "2"]


def test_a_log_gets_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = iter([0.0, 1.0, 11.0, 12.0, 30.0])
    with told._lines(4, lambda: next(seconds)) as run:
        for _ in range(4):
            run.advance()
    assert capsys.readouterr().err.splitlines() == [
        "onrecord: 2 of 4 documents, 0.2 a second, 11 s left",
        "onrecord: 4 of 4 documents, 0.1 a second, 0 s left",
    ]


def test_a_terminal_gets_a_bar_and_notes_do_not_tear_it(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with progress(2, screen_is_taken=False) as run:
        run.advance()
        run.note("a.txt: \x1b[2Jno [bold]file")
    assert "onrecord: a.txt: \ufffd[2Jno [bold]file" in screen.getvalue()
    assert "1/2" in screen.getvalue()


@pytest.mark.parametrize(("total", "taken"), [(1, False), (9, True)])
def test_nothing_is_told_of_one_document_or_over_documents(
    monkeypatch: pytest.MonkeyPatch, total: int, taken: bool
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress(total, screen_is_taken=taken) as run:
        run.advance()
        assert screen.getvalue() == ""
        run.note("a.txt: gone")
    assert screen.getvalue() == "onrecord: a.txt: gone\n"
