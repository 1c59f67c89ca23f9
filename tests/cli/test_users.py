"""`onrecord users …`: who may come in is typed, and what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import users as command
from onrecord.cli.users import users_path
from onrecord.errors import StopRun
from onrecord.web.access.passwords import Effort
from onrecord.web.access.users import UsersFile
from tests.cli.conftest import Run

PASSWORD = "three small words\n"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that cost next to nothing."""

    def file(record: str, typed: Path | None) -> UsersFile:
        return UsersFile(users_path(record, typed), effort=Effort(n=2))

    monkeypatch.setattr(command, "users_file", file)


def entries(path: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(path.read_text())["users"]
    return found


def test_who_is_added_is_listed(onrecord: Run, tmp_path: Path) -> None:
    added = onrecord("users", "add", "Mira", "--role", "reviewer", stdin=PASSWORD)
    assert added.exit_code == 0
    assert "Mira may come in, to look and judge" in added.stderr
    onrecord("users", "add", "Rea", stdin=PASSWORD)
    listed = onrecord("users", "list", "--format", "json")
    assert [(row["name"], row["role"]) for row in json.loads(listed.stdout)] == [
        ("Mira", "reviewer"),
        ("Rea", "reader"),
    ]
    assert (
        "three small words"
        not in added.output + listed.output + (tmp_path / "onrecord-users.json").read_text()
    )


def test_the_file_is_beside_the_record_or_where_it_is_said(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    onrecord("users", "add", "Mira", "--record", "news/war.db", stdin=PASSWORD)
    onrecord("users", "add", "Ana", "--record", "news/war.db", "--users", "all.json", stdin=PASSWORD)
    assert [user["name"] for user in entries(tmp_path / "news" / "war-users.json")] == ["Mira"]
    assert [user["name"] for user in entries(tmp_path / "all.json")] == ["Ana"]


def test_a_record_on_a_server_needs_a_file_by_name(onrecord: Run) -> None:
    told = onrecord("users", "list", "--record", "postgresql://ana:secret@host/news")
    assert told.exit_code == 2
    assert "by --users" in told.stderr
    assert "secret" not in told.output
    with pytest.raises(StopRun):
        users_path("postgres://host/news", None)


@pytest.mark.parametrize(
    ("arguments", "stdin", "told"),
    [
        (("add", "Mira"), "short\n", "has 5 characters; it needs 10 or more"),
        (("add", "Mira"), "", "has 0 characters"),
        (("add", "Mira", "--role", "king"), PASSWORD, "is not a role; there are: reader, reviewer, admin"),
        (("remove", "Mira"), "", "Mira is no user in onrecord-users.json; there is: nobody"),
        (("password", "Mira"), PASSWORD, "Mira is no user"),
    ],
)  # fmt: skip
def test_what_can_not_be_is_told_and_makes_no_file(
    onrecord: Run, tmp_path: Path, arguments: tuple[str, ...], stdin: str, told: str
) -> None:
    done = onrecord("users", *arguments, stdin=stdin)
    assert done.exit_code == 2
    assert told in " ".join(done.stderr.split())
    assert not (tmp_path / "onrecord-users.json").exists()


def test_another_password_is_another_entry(onrecord: Run, tmp_path: Path) -> None:
    onrecord("users", "add", "Mira", stdin=PASSWORD)
    before = entries(tmp_path / "onrecord-users.json")
    done = onrecord("users", "password", "mira", stdin="another password\n")
    assert "Mira has another password" in done.stderr
    after = entries(tmp_path / "onrecord-users.json")
    assert after[0]["name"] == "Mira"
    assert after[0]["scrypt"] != before[0]["scrypt"]


def test_when_the_last_is_removed_it_is_said_what_that_means(onrecord: Run) -> None:
    onrecord("users", "add", "Mira", stdin=PASSWORD)
    onrecord("users", "add", "Ana", stdin=PASSWORD)
    assert "this machine alone" not in onrecord("users", "remove", "Ana").stderr
    assert "this machine alone" in onrecord("users", "remove", "Mira").stderr
    assert "There are no users" in onrecord("users", "list").output


def type_in(monkeypatch: pytest.MonkeyPatch, *typed: str) -> list[str]:
    """Has a terminal at which this is typed; gives what it asked."""
    asked, answers = list[str](), iter(typed)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return next(answers)

    monkeypatch.setattr("getpass.getpass", ask)
    return asked


def test_at_a_terminal_it_is_typed_twice_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = type_in(monkeypatch, "three small words", "three small words")
    assert command.ask_password() == "three small words"
    assert len(asked) == 2


def test_two_that_differ_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, "three small words", "three small word")
    with pytest.raises(StopRun, match="not the same"):
        command.ask_password()
