"""A site with three users, a clock that tests set, and passwords that cost next to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from onrecord.record import Record
from onrecord.web import make_app
from onrecord.web.access.attempts import Attempts
from onrecord.web.access.guard import Role
from onrecord.web.access.password_guard import PasswordGuard
from onrecord.web.access.passwords import Effort
from onrecord.web.access.reach import Reach
from onrecord.web.access.sessions import Sessions
from onrecord.web.access.users import UsersFile
from tests.web.conftest import post, site_of

CHEAP = Effort(n=2)
PASSWORD = "three small words"
HERE = "http://127.0.0.1:8484"


@dataclass
class Clock:
    """A clock that stands until it is told to go on, in seconds."""

    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def users(tmp_path: Path) -> UsersFile:
    """A file with a reader, a reviewer and an admin, all with one password."""
    file = UsersFile(tmp_path / "onrecord-users.json", effort=CHEAP)
    for name, role in (("Rea", Role.READER), ("Mira", Role.REVIEWER), ("Ana", Role.ADMIN)):
        file.add(name, role, PASSWORD)
    return file


@pytest.fixture
def guard(users: UsersFile, clock: Clock) -> PasswordGuard:
    return PasswordGuard(users, sessions=Sessions(clock), attempts=Attempts(clock), effort=CHEAP)


@pytest.fixture
def app(record: Record, guard: PasswordGuard) -> FastAPI:
    return make_app(replace(site_of(record), guard=guard))


@contextmanager
def browser(app: FastAPI, base_url: str = HERE) -> Iterator[TestClient]:
    """A browser at a site, which does not follow where it is sent."""
    with TestClient(app, base_url=base_url, follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def stranger(app: FastAPI) -> Iterator[TestClient]:
    with browser(app) as opened:
        yield opened


def sign_in(client: TestClient, name: str, password: str = PASSWORD, next: str = "") -> Response:
    """Sends the form of the page for signing in."""
    client.get("/sign-in")
    return post(client, "/sign-in", name=name, password=password, next=next)


def reached_as(app: FastAPI, reach: Reach) -> FastAPI:
    """The site, reached in another way."""
    app.state.reach = reach
    return app
