"""How `onrecord serve` stands in the network: where it listens, who may come in, by which names.

In: what was typed. Out: a socket that listens, a guard, and the site's reach; or `StopRun`, when the site
would be open to people whom nobody let in. Whether an address is this machine's own is judged by what is
listened at, not by its name.
"""

from __future__ import annotations

import errno
import ipaddress
import signal
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import typer

from onrecord.cli.records import DEFAULT
from onrecord.cli.users import is_on_server, users_path
from onrecord.errors import Cause, StopRun

if TYPE_CHECKING:
    from fastapi import FastAPI

    from onrecord.web.access.guard import Guard
    from onrecord.web.access.reach import Reach

ROOM = 1_000_000  # bytes that a form takes besides the article in it
BACKLOG = 128  # connections that wait until they are taken up
PATIENCE = 5  # seconds for answers under way when the site is ended
PROXIES = "127.0.0.0/8,::1"  # whose word on where requests come from is taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where the site stands: where it listens, its address for people, and whether a proxy is before it."""

    host: str
    port: int
    base_url: str | None = None
    behind_proxy: bool = False

    def __post_init__(self) -> None:
        """Refuse what could not work, before anything begins."""
        if self.is_https and not self.behind_proxy:
            raise StopRun(
                Cause.SETTINGS,
                "onrecord itself does not speak https: a proxy before it does (see docs/deployment.md). "
                "Give --behind-proxy too, or a --base-url that begins with http://.",
            )
        if self.behind_proxy and self.base_url is None:
            raise StopRun(
                Cause.SETTINGS,
                "--behind-proxy needs the address that people type, as --base-url https://record.example.org.",
            )

    @property
    def is_https(self) -> bool:
        """Whether people reach it by an encrypted way."""
        return self.base_url is not None and self.base_url.startswith("https:")

    @property
    def name(self) -> str | None:
        """The name in the address for people, where one is given."""
        return None if self.base_url is None else urlsplit(self.base_url).hostname

    @property
    def address(self) -> str:
        """What to type into a browser."""
        own = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)
        return self.base_url or f"http://{f'[{own}]' if ':' in own else own}:{self.port}/"


def parse_base_url(typed: str) -> str:
    """An address without a path, such as https://record.example.org."""
    try:
        parts = urlsplit(typed)
        name = parts.hostname if parts.port != 0 else None  # .port itself refuses what is no number
    except ValueError:
        name = None
    if not name or parts.scheme not in ("http", "https") or parts.path + parts.query not in ("", "/"):
        raise typer.BadParameter(
            f"{typed!r} is no address without a path, such as https://record.example.org."
        )
    return f"{parts.scheme}://{parts.netloc.casefold()}/"


def listen(stand: Stand) -> socket.socket:
    """A socket that listens. Raises `StopRun` where it can't, and says what to do."""
    try:
        found = socket.getaddrinfo(stand.host, stand.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise StopRun(
            Cause.SETTINGS, f"{stand.host!r} is no address of this machine. Give another by --host."
        ) from None
    # A name that has addresses of both kinds gets the older one, at which every browser looks.
    family, kind, protocol, _, place = min(found, key=lambda one: one[0] != socket.AF_INET)
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(place)
        made.listen(BACKLOG)
    except OSError as error:
        made.close()
        raise StopRun(Cause.SETTINGS, _why_not(stand, error)) from None
    return made


def is_loopback(listening: socket.socket) -> bool:
    """Whether only this machine itself reaches a socket."""
    return ipaddress.ip_address(listening.getsockname()[0].partition("%")[0]).is_loopback


def guard_of(stand: Stand, listening: socket.socket, record: str, users: Path | None) -> Guard:
    """Who may come in. Raises `StopRun` where others could reach the site and nobody is named."""
    from onrecord.web.access.guard import Guard
    from onrecord.web.access.password_guard import PasswordGuard
    from onrecord.web.access.users import UsersFile

    if users is not None or not is_on_server(record):
        path = users_path(record, users)
        if UsersFile(path).read():
            return PasswordGuard(UsersFile(path))
        if users is not None:
            raise StopRun(Cause.INPUT, f"There are no users in {path}. Name one: {_how(record, users)}.")
    if is_loopback(listening) and stand.base_url is None:
        return Guard()
    raise StopRun(
        Cause.SETTINGS,
        f"Others could reach the site at {stand.base_url or stand.host}, and it has no users: anybody could "
        f"change the record. Say first who may come in: {_how(record, users)}. "
        "Or leave out --host and --base-url: then the site is for this machine alone.",
    )


def reach_of(stand: Stand, listening: socket.socket, *, max_bytes: int) -> Reach:
    """By which names the site is reached, and how much may be sent to it."""
    from onrecord.web.access.reach import Reach

    if stand.name is not None:
        names = {stand.name}
    else:
        names = set() if is_loopback(listening) else {stand.host.casefold(), socket.gethostname().casefold()}
    return Reach(
        names=frozenset(names),
        by_address=stand.name is None and not is_loopback(listening),
        is_https=stand.is_https,
        upload=max_bytes + ROOM,
    )


def run(app: FastAPI, stand: Stand, listening: socket.socket) -> None:
    """Answers until Ctrl-C or a request to end; what is under way is answered still."""
    import uvicorn

    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        proxy_headers=stand.behind_proxy,
        forwarded_allow_ips=PROXIES,
        timeout_graceful_shutdown=PATIENCE,
    )
    # A service manager ends the site as Ctrl-C does, so that the record is closed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        return


def _why_not(stand: Stand, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        other = stand.port + 1 if stand.port < 65_535 else stand.port - 1
        return f"Port {stand.port} is in use, perhaps by another onrecord. Give another: --port {other}."
    if error.errno == errno.EACCES:
        return f"Port {stand.port} is not for everybody on this system. Give one of 1024 or more by --port."
    return f"{stand.host!r} is no address of this machine. Give another by --host."


def _how(record: str, users: Path | None) -> str:
    """The command that names somebody. A server's address is left out: it may hold a password."""
    if users is not None or is_on_server(record):
        place = f" --users {users or 'FILE'}"
    else:
        place = "" if record == DEFAULT else f" --record {record}"
    return f"`onrecord users add NAME --role admin{place}`"
