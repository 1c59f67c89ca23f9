"""The file of users: what is kept, for whom, and what is refused."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from onrecord.errors import StopRun
from onrecord.web.access.guard import Role
from onrecord.web.access.passwords import USUAL, Effort, secret_of
from onrecord.web.access.users import UsersFile
from tests.web.access.conftest import CHEAP, PASSWORD


def test_who_was_added_is_there_with_role_and_password(users: UsersFile) -> None:
    mira = users.named("mira ")
    assert (mira.name, mira.role) == ("Mira", Role.REVIEWER)
    assert mira.secret.is_of(PASSWORD)
    assert not mira.secret.is_of(PASSWORD + " ")


def test_the_password_is_not_in_the_file_and_salts_differ(users: UsersFile) -> None:
    words = users.path.read_text()
    assert PASSWORD not in words
    salts = {entry["scrypt"]["salt"] for entry in json.loads(words)["users"]}
    assert len(salts) == 3


def test_only_its_owner_may_read_it_whatever_the_habit(users: UsersFile) -> None:
    old = os.umask(0)
    try:
        users.remove("Rea")
    finally:
        os.umask(old)
    assert users.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in users.path.parent.glob("*users*")] == [users.path.name]


def test_a_change_moves_a_whole_file_into_place(users: UsersFile) -> None:
    before, stamp = users.path.read_bytes(), users.stamp()
    with users.path.open("rb") as still_open:
        users.remove("Rea")
        assert still_open.read() == before
    assert users.stamp() != stamp


def test_a_file_that_is_linked_to_is_changed_where_it_lies(users: UsersFile, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(users.path)
    UsersFile(link, effort=CHEAP).remove("Rea")
    assert link.is_symlink()
    assert "rea" not in users.read()


def test_the_usual_effort_is_kept_with_the_password_and_can_be_raised(users: UsersFile) -> None:
    assert Effort(n=2**15, r=8, p=1) == USUAL
    later = UsersFile(users.path, effort=Effort(n=4))
    later.set_password("Mira", "another password")
    assert later.named("Mira").secret.effort == Effort(n=4)
    assert later.named("Ana").secret.effort == CHEAP
    assert later.named("Ana").secret.is_of(PASSWORD)


def test_letters_that_look_alike_are_the_same_password() -> None:
    assert secret_of("Zo\u00eb and the sea", CHEAP).is_of("Zoe\u0308 and the sea")


@pytest.mark.parametrize(
    ("name", "password", "told"),
    [
        ("MIRA", PASSWORD, "Mira is a user already"),
        ("", PASSWORD, "can't be a user's name"),
        ("a\x1b[2J", PASSWORD, "can't be a user's name"),
        ("n" * 61, PASSWORD, "1 to 60"),
        ("Bea", "nine char", "has 9 characters; it needs 10"),
        ("Bea", "p" * 1_001, "1,000 are the most"),
    ],
)
def test_what_can_not_be_is_refused_and_changes_nothing(
    users: UsersFile, name: str, password: str, told: str
) -> None:
    before = users.path.read_bytes()
    with pytest.raises(StopRun, match=told):
        users.add(name, Role.READER, password)
    assert users.path.read_bytes() == before


def test_who_is_not_there_is_told_who_is(users: UsersFile) -> None:
    with pytest.raises(StopRun, match=r"Bea is no user in .*; there is: Rea, Mira, Ana"):
        users.remove("Bea")


def test_no_file_is_no_users(tmp_path: Path) -> None:
    assert UsersFile(tmp_path / "none.json").read() == {}


HUGE = '{"n": 1073741824, "r": 8, "p": 1, "salt": "AAAA", "hash": "AAAA"}'
ODD = '{"n": 3, "r": 8, "p": 1, "salt": "AAAA", "hash": "AAAA"}'


@pytest.mark.parametrize(
    "words",
    [
        "",
        "[]",
        '{"version": 2, "users": []}',
        '{"version": 1, "users": [{"name": "a", "role": "king", "scrypt": {}}]}',
        f'{{"version": 1, "users": [{{"name": "a", "role": "admin", "scrypt": {HUGE}}}]}}',
        f'{{"version": 1, "users": [{{"name": "a", "role": "admin", "scrypt": {ODD}}}]}}',
    ],
)
def test_a_damaged_file_stops_and_is_left_as_it_is(tmp_path: Path, words: str) -> None:
    file = UsersFile(tmp_path / "users.json", effort=CHEAP)
    file.path.write_text(words)
    with pytest.raises(StopRun, match="is no file of users, or is damaged"):
        file.add("Bea", Role.READER, PASSWORD)
    assert file.path.read_text() == words
