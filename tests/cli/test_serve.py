"""`onrecord serve`: to whom the site is open, and how it begins and ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import anyio
import pytest
import uvicorn
from fastapi import FastAPI
from starlette.types import Scope
from typer import BadParameter

from onrecord.cli import serving
from onrecord.cli.serving import Stand, is_loopback, listen, parse_base_url
from onrecord.errors import StopRun
from onrecord.web.access.guard import Role
from onrecord.web.access.passwords import Effort
from onrecord.web.access.users import UsersFile
from tests.cli.conftest import Run

WEB = "https://record.example.org"
DEPLOYMENT = Path(__file__).parents[2] / "docs" / "deployment"


@dataclass
class Started:
    """What a command would have begun to answer with."""

    app: FastAPI | None = None
    stand: Stand | None = None


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """Has the command do all but answer."""
    kept = Started()

    def run(app: FastAPI, stand: Stand, listening: socket.socket) -> None:
        kept.app, kept.stand = app, stand

    monkeypatch.setattr("onrecord.cli.serve.run", run)
    return kept


@pytest.fixture
def port() -> int:
    """A port that was free just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        number: int = found.getsockname()[1]
        return number


def name_somebody(path: Path) -> None:
    UsersFile(path, effort=Effort(n=2)).add("Mira", Role.REVIEWER, "three small words")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2"])
def test_on_this_machine_it_is_open(onrecord: Run, started: Started, port: int, host: str) -> None:
    done = onrecord("serve", "--no-browser", "--host", host, "--port", port)
    assert done.exit_code == 0, done.output
    assert started.app
    assert started.app.state.site.guard.is_open
    assert f"http://{host}:{port}/" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--host", "0.0.0.0"), ("--behind-proxy", "--base-url", WEB), ("--base-url", "http://desk:8484")],
)
def test_for_others_it_refuses_without_users(
    onrecord: Run, started: Started, tmp_path: Path, port: int, arguments: tuple[str, ...]
) -> None:
    done = onrecord("serve", "--no-browser", "--port", port, *arguments)
    assert done.exit_code == 2
    assert started.app is None
    assert "`onrecord users add NAME --role admin`" in done.stderr
    assert "this machine alone" in done.stderr
    assert not (tmp_path / "onrecord.db").exists()


def test_a_record_on_a_server_is_told_of_the_file(onrecord: Run, started: Started, port: int) -> None:
    done = onrecord(
        "serve", "--no-browser", "--host", "0.0.0.0", "--port", port, "--record", "postgresql://a:secret@h/n"
    )
    assert done.exit_code == 2
    assert "users add NAME --role admin --users FILE" in done.stderr
    assert "secret" not in done.output


def test_with_users_it_asks_for_passwords_everywhere(
    onrecord: Run, started: Started, tmp_path: Path, port: int
) -> None:
    name_somebody(tmp_path / "onrecord-users.json")
    for host in ("127.0.0.1", "0.0.0.0"):
        done = onrecord("serve", "--no-browser", "--host", host, "--port", port)
        assert done.exit_code == 0, done.output
        assert started.app
        assert not started.app.state.site.guard.is_open
        assert ("passwords too" in done.stderr) is (host == "0.0.0.0")


def test_users_that_are_named_must_be_there(onrecord: Run, started: Started, port: int) -> None:
    done = onrecord("serve", "--no-browser", "--port", port, "--users", "none.json")
    assert done.exit_code == 2
    assert "There are no users in none.json" in done.stderr
    assert started.app is None


def test_behind_a_proxy_it_goes_by_the_name_for_people(
    onrecord: Run, started: Started, tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_MAX_BYTES", "5000000")
    name_somebody(tmp_path / "all.json")
    done = onrecord(
        "serve", "--no-browser", "--port", port, "--users", "all.json", "--behind-proxy", "--base-url", WEB
    )
    assert done.exit_code == 0, done.output
    assert f"{WEB}/" in done.stderr
    assert started.app
    reach = started.app.state.reach
    assert reach.allows("record.example.org")
    assert not reach.allows("192.0.2.1")
    assert reach.is_https
    assert reach.upload == 6_000_000


def test_elsewhere_any_address_will_do_but_no_other_name(
    onrecord: Run, started: Started, tmp_path: Path, port: int
) -> None:
    name_somebody(tmp_path / "onrecord-users.json")
    onrecord("serve", "--no-browser", "--host", "0.0.0.0", "--port", port)
    assert started.app
    reach = started.app.state.reach
    assert reach.allows(f"192.0.2.1:{port}")
    assert reach.allows(socket.gethostname())
    assert not reach.allows("evil.example")


@pytest.mark.parametrize(
    ("behind_proxy", "base_url", "told"), [(True, None, "--base-url https"), (False, WEB, "--behind-proxy")]
)
def test_what_could_not_work_is_refused(behind_proxy: bool, base_url: str | None, told: str) -> None:
    with pytest.raises(StopRun, match=told):
        Stand(host="127.0.0.1", port=8484, behind_proxy=behind_proxy, base_url=base_url)


@pytest.mark.parametrize(("typed", "meant"), [(WEB, f"{WEB}/"), ("HTTP://Desk:80/", "http://desk:80/")])
def test_an_address_for_people(typed: str, meant: str) -> None:
    assert parse_base_url(typed) == meant


@pytest.mark.parametrize(
    "typed", ["record.example.org", "ftp://a.example", "https://", f"{WEB}/path", f"{WEB}?a=b", "http://a:b"]
)
def test_no_address_for_people(typed: str) -> None:
    with pytest.raises(BadParameter, match="no address without a path"):
        parse_base_url(typed)


@pytest.mark.parametrize(
    ("bound", "is_ours"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("0.0.0.0", False), ("::", False),
     ("192.0.2.1", False), ("fe80::1%eth0", False), ("::ffff:192.0.2.1", False)],
)  # fmt: skip
def test_what_is_this_machine_alone_is_judged_by_what_is_listened_at(bound: str, is_ours: bool) -> None:
    assert is_loopback(SimpleNamespace(getsockname=lambda: (bound, 1))) is is_ours  # type: ignore[arg-type]


def test_a_port_in_use_is_named_with_what_to_do(onrecord: Run, port: int) -> None:
    with listen(Stand(host="127.0.0.1", port=port)):
        done = onrecord("serve", "--no-browser", "--port", port)
    assert done.exit_code == 2
    assert f"Port {port} is in use" in done.stderr
    assert f"--port {port + 1}" in done.stderr


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.name.invalid", ""])
def test_an_address_of_another_machine_is_refused(host: str, port: int) -> None:
    with pytest.raises(StopRun, match="--host"):
        listen(Stand(host=host, port=port))


def ask(address: str) -> tuple[int, str]:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return answer.status, answer.read().decode()


def wait_until_it_answers(address: str, process: subprocess.Popen[bytes]) -> tuple[int, str]:
    deadline = time.monotonic() + 60
    while True:
        try:
            return ask(address)
        except urllib.error.URLError:
            assert process.poll() is None, "it has ended"
            assert time.monotonic() < deadline, "it does not answer"
            time.sleep(0.05)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_site_answers_and_ends_when_it_is_told_to(tmp_path: Path, port: int, how: signal.Signals) -> None:
    command = [sys.executable, "-m", "onrecord.cli.main", "serve", "--no-browser", "--port", str(port)]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env=os.environ,
        stderr=subprocess.PIPE,
        # A shell's background jobs ignore Ctrl-C, and so would what they start.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        status, page = wait_until_it_answers(f"http://127.0.0.1:{port}/", process)
        process.send_signal(how)
        _, messages = process.communicate(timeout=60)
    assert status == 200
    assert "Who said what" in page
    assert process.returncode == 0
    assert messages.decode().splitlines() == [
        f"onrecord: the record is at http://127.0.0.1:{port}/ until Ctrl-C",
        "onrecord: stopped",
    ]
    assert not list(tmp_path.glob("*-wal")), "the record was not closed"


def seen_by(monkeypatch: pytest.MonkeyPatch, stand: Stand, sender: str) -> tuple[str, str]:
    """From where, and by which scheme, a site takes a request to come that a sender hands on."""
    configs: list[uvicorn.Config] = []
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: configs.append(self.config))
    monkeypatch.setattr("signal.signal", lambda *_: None)
    seen: list[Scope] = []

    async def app(scope: Scope, receive: object, send: object) -> None:
        seen.append(scope)

    with socket.socket() as listening:
        serving.run(app, stand, listening)  # type: ignore[arg-type]
    configs[0].load()
    headers = [(b"x-forwarded-for", b"127.0.0.1, 198.51.100.9"), (b"x-forwarded-proto", b"https")]
    scope = {"type": "http", "client": (sender, 1), "scheme": "http", "headers": headers}
    anyio.run(configs[0].loaded_app, scope, None, None)
    return seen[0]["client"][0], seen[0]["scheme"]


def test_only_a_proxy_on_this_machine_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    behind = Stand(host="127.0.0.1", port=8484, behind_proxy=True, base_url=WEB)
    alone = Stand(host="127.0.0.1", port=8484)
    assert seen_by(monkeypatch, behind, "127.0.0.1") == ("198.51.100.9", "https")
    assert seen_by(monkeypatch, behind, "::1") == ("198.51.100.9", "https")
    assert seen_by(monkeypatch, behind, "192.0.2.1") == ("192.0.2.1", "http")
    assert seen_by(monkeypatch, alone, "127.0.0.1") == ("127.0.0.1", "http")


@pytest.mark.parametrize("file", sorted(DEPLOYMENT.iterdir()), ids=lambda path: path.name)
def test_the_manual_shows_its_files_as_they_are(file: Path) -> None:
    page = DEPLOYMENT.with_suffix(".md").read_text()
    assert f"```text\n{file.read_text()}```\n" in page
    assert f"(deployment/{file.name})" in page


def test_the_manual_starts_the_site_in_a_way_that_works() -> None:
    shown = [
        (DEPLOYMENT / "onrecord.service").read_text().partition("ExecStart=")[2].splitlines()[0],
        (DEPLOYMENT / "compose.yaml").read_text().partition("command: ")[2].splitlines()[0],
    ]
    for line in shown:
        words = line.partition("serve ")[2].split()
        assert words == ["--no-browser", "--behind-proxy", "--base-url", WEB]
