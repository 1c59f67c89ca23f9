"""The users of a site: who may come in, with which role. A file beside the record, for its owner's eyes only.

In: a path. Out: `User`s by name, and changes to the file, which is written whole and then moved into place,
so that whoever reads it meets the old one or the new one. Passwords are not in it (see `passwords`).
"""

from __future__ import annotations

import json
import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.errors import Cause, StopRun
from onrecord.web.access.guard import Role
from onrecord.web.access.passwords import USUAL, Effort, Secret, fault_of, secret_of

VERSION = 1  # of the file's form
LONGEST_NAME = 60  # characters


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in. The name is what his judgements carry."""

    name: str
    role: Role
    secret: Secret


Users = Mapping[str, User]  # by `key_of` the name


def key_of(name: str) -> str:
    """What a name is looked up by: capitals and spaces around it don't count."""
    return name.strip().casefold()[:LONGEST_NAME]


class UsersFile:
    """A file of users. Reading and changing raise `StopRun` where it can't be done, and say why."""

    def __init__(self, path: Path, *, effort: Effort = USUAL) -> None:
        self.path = path
        self._effort = effort

    def read(self) -> Users:
        """Everybody who is in it, in the order in which they came; nobody where there is no file."""
        try:
            words = self.path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise StopRun(
                Cause.INPUT, f"{self.path} can't be read: {error.strerror or error}. Check who may read it."
            ) from None
        try:
            return {key_of(user.name): user for user in map(_user, _entries(words))}
        except (ValueError, KeyError, TypeError, AttributeError):
            raise StopRun(
                Cause.INPUT,
                f"{self.path} is no file of users, or is damaged. Put a copy of it back, "
                "or move it away and name everybody anew with `onrecord users add`.",
            ) from None

    def stamp(self) -> tuple[int, int, int]:
        """What changes when the file does; zeros where there is none."""
        try:
            found = self.path.stat()
        except OSError:
            return (0, 0, 0)
        return (found.st_mtime_ns, found.st_ctime_ns, found.st_ino)  # the second: who may read it

    def refuse_new(self, name: str) -> None:
        """Raises `StopRun` where nobody new can have this name, before a password is asked for."""
        name = name.strip()
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            raise StopRun(
                Cause.INPUT,
                f"{name!r} can't be a user's name; give 1 to {LONGEST_NAME} letters, digits or signs.",
            )
        if there := self.read().get(key_of(name)):
            raise StopRun(
                Cause.INPUT,
                f"{there.name} is a user already. "
                "`onrecord users password` changes the password; to change the role, remove and add again.",
            )

    def add(self, name: str, role: Role, password: str) -> User:
        """Lets somebody in from now on."""
        self.refuse_new(name)
        user = User(name.strip(), role, self._secret(password))
        self._write({**self.read(), key_of(name): user})
        return user

    def remove(self, name: str) -> User:
        """Lets somebody in no longer. What he decided stays in the record."""
        users = dict(self.read())
        gone = self._named(users, name)
        del users[key_of(name)]
        self._write(users)
        return gone

    def set_password(self, name: str, password: str) -> User:
        """Gives somebody another password."""
        users = dict(self.read())
        changed = replace(self._named(users, name), secret=self._secret(password))
        self._write(users | {key_of(name): changed})
        return changed

    def named(self, name: str) -> User:
        """Somebody by name."""
        return self._named(self.read(), name)

    def _named(self, users: Users, name: str) -> User:
        if key_of(name) not in users:
            known = ", ".join(user.name for user in users.values()) or "nobody"
            raise StopRun(Cause.INPUT, f"{name} is no user in {self.path}; there is: {known}.")
        return users[key_of(name)]

    def _secret(self, password: str) -> Secret:
        if fault := fault_of(password):
            raise StopRun(Cause.INPUT, fault)
        return secret_of(password, self._effort)

    def _write(self, users: Users) -> None:
        target = self.path.resolve()  # a link stays a link
        half = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        body = {"version": VERSION, "users": [_entry(user) for user in users.values()]}
        words = json.dumps(body, ensure_ascii=False, indent=1) + "\n"
        try:
            # Nobody else may read it, not even while it is written.
            with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
                stream.write(words.encode())
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(half, target)
        except OSError as error:
            half.unlink(missing_ok=True)
            raise StopRun(Cause.OUTPUT, f"{self.path} can't be written: {error.strerror or error}.") from None


def _entries(words: bytes) -> list[dict[str, Any]]:
    body = json.loads(words)
    if body["version"] != VERSION:
        raise ValueError(body["version"])
    entries: list[dict[str, Any]] = body["users"]
    return entries


def _user(entry: dict[str, Any]) -> User:
    scrypt = entry["scrypt"]
    effort = Effort(*(int(scrypt[name]) for name in "nrp"))
    if not effort.is_possible:
        raise ValueError(effort)
    secret = Secret(
        b64decode(scrypt["salt"], validate=True), b64decode(scrypt["hash"], validate=True), effort
    )
    return User(str(entry["name"]), Role[str(entry["role"]).upper()], secret)


def _entry(user: User) -> dict[str, Any]:
    effort = user.secret.effort
    scrypt = {
        "n": effort.n, "r": effort.r, "p": effort.p,
        "salt": b64encode(user.secret.salt).decode(), "hash": b64encode(user.secret.made).decode(),
    }  # fmt: skip
    return {"name": user.name, "role": user.role.name.lower(), "scrypt": scrypt}
