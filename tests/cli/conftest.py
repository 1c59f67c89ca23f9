"""The program in this process, with a stand-in for the reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli.main import app
from tests import stub

Run = Callable[..., Result]


@pytest.fixture
def onrecord(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Calls the program, in an empty folder, as `onrecord("read", "a.txt")`."""
    monkeypatch.setattr("onrecord.cli.read.load_reader", stub.load_stub)
    monkeypatch.setattr("onrecord.cli.add.reader_info", lambda settings: stub.INFO)
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return runner.invoke(app, [str(argument) for argument in arguments], input=stdin)

    return run
