"""The program as a process: pipes that close, Ctrl-C, kill -9, and what its start loads."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import onrecord as package
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-c", "from tests.stub import run_program; run_program()"]
HEAVY = {
    "numpy",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "resiliparse",
    "lxml",
    "msgspec",
    "rich",
    "sqlalchemy",
    "alembic",
    "httpx",
    "scipy",
}

COMMANDS = ("read", "add", "search", "judge", "export", "evaluate")

LIST_MODULES = """
import sys
from onrecord.cli.main import app
try:
    app()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def _heed_interrupts() -> None:
    """A shell's background jobs ignore Ctrl-C, and so would what they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    command = [*PROGRAM, *arguments]
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=pipe,
        stderr=pipe,
        start_new_session=True,
        preexec_fn=_heed_interrupts,
    )


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for i in range(200):
        (tmp_path / f"{i:03}.txt").write_text(f"SLOW\nLee said: {i} {'drops ' * 2000}")
    return tmp_path


def living(group: int) -> list[str]:
    """What is left of a group of processes; a dead one that nobody has asked for does not count."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, leader = path.read_text().rpartition(")")[2].split()[:3]
            if int(leader) == group and state != "Z":
                found.append(path.parent.name)
    return found


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not (path.exists() and path.read_bytes().count(b"\n")):
        assert time.monotonic() < deadline, "nothing was written"
        time.sleep(0.05)


def test_a_closed_pipe_ends_quietly(news: Path) -> None:
    with start(news, "read", ".", "--format", "jsonl", "--workers", "1") as run:
        assert run.stdout
        assert run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 141


def test_ctrl_c_stops_all_processes_quietly(news: Path) -> None:
    with start(news, "read", ".", "--out", "o.jsonl", "--workers", "2") as run:
        wait_for(news / "o.jsonl")
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to every process of the run
        _, messages = run.communicate(timeout=60)
    assert (run.returncode, messages) == (130, b"onrecord: stopped\n")
    deadline = time.monotonic() + 20
    while living(run.pid):
        assert time.monotonic() < deadline, living(run.pid)
        time.sleep(0.05)


def test_a_killed_run_can_be_gone_on_with(news: Path) -> None:
    for path in sorted(news.iterdir())[5:]:
        path.unlink()
    with start(news, "read", ".", "--out", "../o.jsonl", "--workers", "1") as run:
        wait_for(news.parent / "o.jsonl")
        run.kill()
    with start(news, "read", ".", "--out", "../o.jsonl", "--resume") as run:
        _, messages = run.communicate(timeout=60)
    assert run.returncode == 0
    assert b"5 read, 5 statements" in messages
    lines = (news.parent / "o.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["id"] for line in lines] == [f"{i:03}" for i in range(5)]


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS), ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", LIST_MODULES, *arguments], capture_output=True, text=True)
    assert done.returncode == 0
    assert {name.split(".")[0] for name in done.stderr.split()} & HEAVY == set()


def test_the_version_is_told(onrecord: Run) -> None:
    assert onrecord("--version").stdout == f"onrecord {package.__version__}\n"


def test_no_command_shows_the_help(onrecord: Run) -> None:
    assert "Usage: " in onrecord().output
