"""The ground on which hostile inputs are tried: a folder, a network that leads nowhere, and eyes on both.

`Yard.try_out` adds a hostile input to a record by the program itself, with a good document beside it, and
says what became of it, or what went wrong: the run crashed, the good document is missing, somebody was asked
who must not be, or something was written outside the record. Nothing leaves the machine: names and
connections are ours, and what passes for the open web is a server on loopback.
"""

from __future__ import annotations

import functools
import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from onrecord.cli.main import app
from onrecord.ingest import Fetcher
from onrecord.ingest.files import printable
from onrecord.record import open_record
from tests import stub
from tests.hostile.eyes import Eyes
from tests.ingest.serve import Site, raw, serving

MAX_BYTES = 3_000_000  # of one document; so that what has no end is left soon
SECONDS = 0.8  # for one address
SECRET = "the vault opens at seven"  # stands in files that must not be read
OPEN, OTHER = "93.184.215.14", "93.184.215.15"  # pass for machines of the open web; nobody is asked there

# Names of the made-up network and the numbers to which they lead, one list after the other, then the last
# again.
NAMES: dict[str, list[list[str]]] = {
    "open.example": [[OPEN]],
    "raw.example": [[OTHER]],
    "inside.example": [["127.0.0.1"]],
    "inside6.example": [["::1"]],
    "both.example": [[OPEN, "127.0.0.1"]],
    "metadata.example": [["169.254.169.254"]],
    "lan.example": [["192.168.1.1"]],
    "rebind.example": [[OPEN], ["127.0.0.1"]],
    "mapped.example": [["::ffff:127.0.0.1"]],
    "many.example": [[OPEN] * 5000 + ["10.0.0.1"]],
}


@dataclass
class Ground:
    """One hostile input's ground.

    `folder` is where it lies, `open` what passes for the open web, `canary` a server to be let alone.
    """

    root: Path
    open: Site
    canary: Site
    raw_port: int = 0
    strayed: list[str] = field(default_factory=list)
    stack: ExitStack = field(default_factory=ExitStack)

    @property
    def folder(self) -> Path:
        return self.root / "in"

    @property
    def port(self) -> str:
        """The canary's port."""
        return self.canary.address.rpartition(":")[2]

    @property
    def secret(self) -> Path:
        """A file that lies outside, and is named by those who want it."""
        return self.root / "outside" / "secret.txt"

    def put(self, name: str | bytes, data: bytes | str = b"Lee said: it rained") -> str:
        """Put a file there; gives its path."""
        path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(data.encode() if isinstance(data, str) else data)
        return os.fsdecode(path)

    def page(self, path: str, body: bytes | str = b"", **known: Any) -> str:
        """Put a page on what passes for the open web; gives its address."""
        self.open.put(path, body, **known)
        return f"http://open.example{path}"

    def served(self, answer: Callable[[socket.socket], None]) -> str:
        """A server that does with each connection what `answer` says; gives an address on it."""

        def serve(connection: socket.socket) -> None:
            asked = connection.recv(10_000)
            if asked.startswith(b"GET /robots.txt"):
                connection.sendall(b"HTTP/1.1 404 None\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            else:
                answer(connection)

        self.raw_port = int(self.stack.enter_context(raw(serve)).rpartition(":")[2])
        return "http://raw.example/a"

    def lookup(self, host: Any, port: Any, *_: object, **known: Any) -> list[Any]:
        """Stands in for the system's look-up of names."""
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name == "slow.example":
            threading.Event().wait(SECONDS * 2)
        known_as = name.rstrip(".").lower()
        if known_as in NAMES:
            numbers = (
                self._names[known_as].pop(0) if len(self._names[known_as]) > 1 else self._names[known_as][0]
            )
            return [
                (socket.AF_INET6 if ":" in one else socket.AF_INET, 1, 6, "", (one, port)) for one in numbers
            ]
        if known_as != "localhost":
            known["flags"] = socket.AI_NUMERICHOST  # what is no number is not asked for
        return _getaddrinfo(host, port, **known)

    def connect(self, address: tuple[str, int], *arguments: Any, **known: Any) -> socket.socket:
        """Stands in for the system's way to connect."""
        host, port = address[:2]
        if host == OPEN and port == 80:
            return _connect(("127.0.0.1", int(self.open.address.rpartition(":")[2])), *arguments, **known)
        if host == OTHER and self.raw_port:
            return _connect(("127.0.0.1", self.raw_port), *arguments, **known)
        if host not in (OPEN, OTHER):
            self.strayed.append(f"{host}:{port}")
        raise ConnectionRefusedError("nobody is there")

    def __post_init__(self) -> None:
        self._names = {name: list(lists) for name, lists in NAMES.items()}


_getaddrinfo, _connect = socket.getaddrinfo, socket.create_connection


@dataclass(frozen=True)
class Ending:
    """How it ended: "read", "refused", "passed over", or several of these; `faults` should be none."""

    how: str
    faults: tuple[str, ...]
    told: str


class Yard:
    """Where grounds are made: the servers, the empty record and the eyes are made once."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.stack = ExitStack()
        self.empty = folder / "empty"
        self.empty.mkdir()
        with open_record(self.empty / "onrecord.db"):
            pass
        self.sites = [self.stack.enter_context(serving()) for _ in range(2)]
        self.eyes = Eyes()
        patch.setattr("onrecord.cli.read.load_reader", stub.load_stub)
        patch.setattr("onrecord.cli.add.reader_info", lambda settings: stub.INFO)
        patch.setattr("onrecord.ingest.fetch.ROBOTS_SECONDS", SECONDS)
        patch.setattr("onrecord.ingest.sitemaps.MOST_SITEMAPS", 50)
        patch.setattr(
            "typer.testing._get_command", functools.cache(typer.main.get_command)
        )  # once, not each time
        quick = functools.partial(Fetcher, pause=0.0, seconds=SECONDS, longest_pause=1.0)
        patch.setattr("onrecord.ingest.Fetcher", quick)

    def ground(self, root: Path) -> Ground:
        """A fresh ground."""
        for site in self.sites:
            site.pages.clear()
            site.asked.clear()
        for name in ("in", "outside", "work"):
            (root / name).mkdir()
        shutil.copytree(self.empty, root / "record")
        ground = Ground(root, self.sites[0], self.sites[1])
        ground.secret.write_text(f"Spy said: {SECRET}")
        (root / "work" / "good.txt").write_text("Ann Witness came.\n\nWitness said: the bridge held")
        return ground

    def try_out(self, ground: Ground, arguments: Iterable[str], patch: pytest.MonkeyPatch) -> Ending:
        """Add what was planted, and look at everything."""
        given = list(arguments)
        patch.chdir(ground.root / "work")
        patch.setattr(socket, "getaddrinfo", ground.lookup)
        patch.setattr(socket, "create_connection", ground.connect)
        before = _tree(ground.root)
        command = ["add", "--record", str(ground.root / "record" / "onrecord.db"), "--workers", "1"]
        self.eyes.allowed = os.path.realpath(ground.root / "record")
        self.eyes.secret = os.path.realpath(ground.secret)
        seen: list[str] = []
        self.eyes.seen = seen
        try:
            result = CliRunner().invoke(
                app, [*command, "--max-bytes", str(MAX_BYTES), "--", *given, "good.txt"]
            )
        finally:
            self.eyes.seen = None
            ground.stack.close()
        faults = [*seen, *(f"{place} was asked" for place in ground.strayed)]
        faults += [f"the canary was asked for {path}" for path, _ in ground.canary.asked]
        faults += [f"{path} is not as it was" for path in _changed(before, _tree(ground.root))]
        faults += _faults_of(result)
        how, wrong = _looked_into(ground)
        return Ending(how, (*faults, *wrong), result.stderr)


def _faults_of(result: Result) -> Iterator[str]:
    if result.exit_code not in (0, 1, 126):
        yield f"the exit status is {result.exit_code}: {result.stderr[-500:]}"
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        yield f"it crashed: {result.exception!r}"
    if "bug" in result.stderr:
        yield f"it tells of a bug: {result.stderr[-1000:]}"
    for line in result.stderr.splitlines():
        if not line.startswith("onrecord: ") or printable(line) != line:
            yield f"a line of its own was not written: {line[:200]!r}"


def _looked_into(ground: Ground) -> tuple[str, list[str]]:
    """How it ended by what is in the record, and what is wrong with that."""
    with open_record(ground.root / "record" / "onrecord.db") as record:
        documents = record.questions.documents(limit=100_000)
        faults = [f"{fault.where}: {fault.what}" for fault in record.verify()] if len(documents) > 1 else []
        problems = record.questions.problems()
        texts = [record.questions.text(row.key) or "" for row in (*documents[:50], *documents[-1:])]
    if not any("the bridge held" in text for text in texts):
        faults.append("the good document was not added")
    if any(SECRET in text for text in texts):
        faults.append("a file outside was read")
    for path, kind, why in problems:
        if not why.strip() or printable(path + kind + why) != path + kind + why:
            faults.append(f"the problem is not clear: {path[:200]!r} {kind!r} {why[:200]!r}")
    for row in documents:
        words = "".join(filter(None, (row.id, row.path, row.title, row.outlet)))
        if printable(words) != words:
            faults.append(f"names are not fit to be shown: {words[:300]!r}")
    ends = ["read"] if len(documents) > 1 else []
    ends += ["refused"] if problems else []
    return " and ".join(ends) or "passed over", faults


def _tree(root: Path) -> dict[bytes, tuple[int, int, int]]:
    """Everything in a folder but the record, with what would show that it was altered."""
    found: dict[bytes, tuple[int, int, int]] = {}
    todo = [os.fsencode(root)]
    while todo:
        for entry in os.scandir(todo.pop()):
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError:  # its path is longer than the system allows
                continue
            if entry.path.startswith(os.fsencode(root / "record")):
                if entry.is_dir(follow_symlinks=False):
                    todo.append(entry.path)
                elif not entry.name.startswith((b"onrecord.db", b"onrecord-originals.db")):
                    found[entry.path] = (0, 0, 0)
                continue
            found[entry.path] = (status.st_mode, status.st_size, status.st_mtime_ns)
            if entry.is_dir(follow_symlinks=False):
                todo.append(entry.path)
    return found


def _changed(before: dict[bytes, Any], after: dict[bytes, Any]) -> Iterator[str]:
    for path in sorted({*before, *after}):
        if before.get(path) != after.get(path):
            yield os.fsdecode(path).encode("utf-8", "replace").decode()
