"""How far a run has come is told on stderr, in the way that suits it."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli import progress as told
from onrecord.cli.progress import counted, how_far, progress
from onrecord.ingest import Input


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def screen_of(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A terminal in the place of stderr. No fixture: pytest sets stderr anew after those."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    return screen


def files(count: int, data: bytes | None = None, reader: str = "text") -> Iterator[Input]:
    return (Input(id=str(i), path=str(i), max_bytes=1, data=data, reader=reader) for i in range(count))


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
    coming = counted(files(3))
    assert ([item.id for item in coming.inputs], coming.total, coming.only) == (["0", "1", "2"], 3, None)
    monkeypatch.setattr(told, "COUNTED", 2)
    coming = counted(files(3))
    assert ([item.id for item in coming.inputs], coming.total) == (["0", "1", "2"], None)


@pytest.mark.parametrize(("reader", "taken"), [("json", ["0"]), ("text", ["0", "1"])])
def test_inputs_that_hold_their_bytes_are_not_gathered(reader: str, taken: list[str]) -> None:
    inputs = files(9, b"x", reader)
    coming = counted(inputs)
    assert coming.total is None
    assert len(list(inputs)) == 9 - len(taken)
    assert [item.id for item in coming.inputs] == taken


@pytest.mark.parametrize("data", [None, b"x"])
def test_the_only_input_is_told(data: bytes | None) -> None:
    coming = counted(files(1, data))
    assert coming.only is not None
    assert (coming.only.id, coming.total) == ("0", 1)


def test_a_large_document_is_seen_to_be_read_until_its_page_is_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    screen = screen_of(monkeypatch)
    (tmp_path / "a.txt").write_bytes(b"x" * 1_260_000)
    only = Input(id="a", path="[b]\x1b[2Ja.txt", max_bytes=1, file=str(tmp_path / "a.txt"))
    with progress(1, screen_is_taken=True, only=only) as run:
        time.sleep(0.3)
        assert "reading [b]\ufffd[2Ja.txt, 1.3 MB" in screen.getvalue()
        run.advance()
        shown = screen.getvalue()
        time.sleep(0.3)
        assert screen.getvalue() == shown
        run.note("a.txt: gone")
    assert screen.getvalue().endswith("onrecord: a.txt: gone\n")


@pytest.mark.parametrize("data", [b"x" * 50_000, None])
def test_of_a_short_document_and_one_that_is_not_there_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch, data: bytes | None
) -> None:
    screen = screen_of(monkeypatch)
    with progress(1, screen_is_taken=False, only=Input(id="a", path="\0", max_bytes=1, data=data)) as run:
        run.advance()
    assert screen.getvalue() == ""


def test_of_a_large_document_nothing_is_told_in_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(1, screen_is_taken=False, only=next(files(1, b"x" * 99_999))) as run:
        run.advance()
    assert capsys.readouterr().err == ""


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
    screen = screen_of(monkeypatch)
    with progress(2, screen_is_taken=False) as run:
        run.advance()
        run.note("a.txt: \x1b[2Jno [bold]file")
    assert "onrecord: a.txt: \ufffd[2Jno [bold]file" in screen.getvalue()
    assert "1/2" in screen.getvalue()


@pytest.mark.parametrize(("total", "taken"), [(1, False), (9, True)])
def test_nothing_is_told_of_one_document_or_over_documents(
    monkeypatch: pytest.MonkeyPatch, total: int, taken: bool
) -> None:
    screen = screen_of(monkeypatch)
    with progress(total, screen_is_taken=taken) as run:
        run.advance()
        assert screen.getvalue() == ""
        run.note("a.txt: gone")
    assert screen.getvalue() == "onrecord: a.txt: gone\n"
