"""`onrecord users …`: who may come into the site of a record, and as what.

The `…_command` functions are what is typed; they hand it to the file of users. A site that runs knows of a
change with the next request.
"""

from __future__ import annotations

import getpass
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.edge import edge, say
from onrecord.cli.listing import show
from onrecord.cli.options import one_of
from onrecord.cli.records import DEFAULT, FormatOption, ListFormat, RecordOption
from onrecord.errors import Cause, StopRun

if TYPE_CHECKING:
    from onrecord.web.access.users import UsersFile

users_app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Say who may come into the site of a record.\n\n\b\nExamples:\n"
    "  onrecord users add Mira --role reviewer\n  onrecord users list",
)

HEADS = {"name": "Name", "role": "Role", "may": "May"}


class RoleName(StrEnum):
    """What somebody may do; each may do what those before may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"


MAY = {
    RoleName.READER: "look",
    RoleName.REVIEWER: "look and judge",
    RoleName.ADMIN: "look, judge and add",
}


def _parse_role(typed: str) -> RoleName:
    return one_of(typed, RoleName, "role")


Name = Annotated[str, typer.Argument(metavar="NAME", help="The name that judgements will carry.")]
RoleOption = Annotated[
    Any,
    typer.Option(
        "--role",
        metavar="<reader|reviewer|admin>",
        parser=_parse_role,
        help="A reader looks, a reviewer judges too, an admin adds articles too.",
    ),
]
UsersOption = Annotated[
    Path | None,
    typer.Option("--users", metavar="FILE", help="The file of users; by default beside the record."),
]


def is_on_server(record: str) -> bool:
    """Whether a record is in no file of this machine."""
    from onrecord.record.schema.engines import is_postgresql

    return is_postgresql(record)


def users_path(record: str, typed: Path | None) -> Path:
    """Where the users of a record's site are kept: beside a record in a file, else where it is said."""
    if typed is not None:
        return typed
    from onrecord.record.schema.engines import path_of

    if is_on_server(record):
        raise StopRun(
            Cause.INPUT,
            "The record is on a server, so no file is beside it. Name one for users by --users.",
        )
    path = path_of(record)
    return path.with_name(path.stem + "-users.json")


def users_file(record: str, typed: Path | None) -> UsersFile:
    """The users of a record's site."""
    from onrecord.web.access.users import UsersFile

    return UsersFile(users_path(record, typed))


@users_app.command("add")
def add_command(
    name: Name,
    role: RoleOption = RoleName.READER.value,
    record: RecordOption = DEFAULT,
    users: UsersOption = None,
) -> None:
    """Let somebody in, with a password of 10 characters or more.

    It is asked for twice, or is the first line of what is piped in.

    \b
    Examples:
      onrecord users add Mira --role reviewer
      onrecord users add Ilir --role admin --users /etc/onrecord/users.json
    """
    with edge():
        from onrecord.web.access.guard import Role

        file = users_file(record, users)
        file.refuse_new(name)
        user = file.add(name, Role[RoleName(role).name], ask_password())
        say(f"{user.name} may come in, to {MAY[RoleName(role)]}; {file.path} has all users")


@users_app.command("list")
def list_command(
    record: RecordOption = DEFAULT,
    users: UsersOption = None,
    format: FormatOption = ListFormat.TABLE.value,
) -> None:
    """List who may come in.

    \b
    Examples:
      onrecord users list
      onrecord users list --record war.db
    """
    with edge():
        roles = [
            (one.name, RoleName(one.role.name.lower())) for one in users_file(record, users).read().values()
        ]
        rows = [{"name": name, "role": role.value, "may": MAY[role]} for name, role in roles]
        show(rows, HEADS, format, nothing="There are no users: the site is for this machine alone.")


@users_app.command("password")
def password_command(name: Name, record: RecordOption = DEFAULT, users: UsersOption = None) -> None:
    """Give somebody another password. Whoever is signed in by the old one has to sign in again.

    \b
    Examples:
      onrecord users password Mira
    """
    with edge():
        file = users_file(record, users)
        file.named(name)
        say(f"{file.set_password(name, ask_password()).name} has another password")


@users_app.command("remove")
def remove_command(name: Name, record: RecordOption = DEFAULT, users: UsersOption = None) -> None:
    """Let somebody in no longer. What he or she decided stays in the record.

    \b
    Examples:
      onrecord users remove Mira
    """
    with edge():
        file = users_file(record, users)
        say(f"{file.remove(name).name} may come in no longer")
        if not file.read():
            say("there are no users now: from its next start on, the site is for this machine alone")


def ask_password() -> str:
    """A new password: typed twice without being shown, or the first line of what is piped in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != first:
        raise StopRun(Cause.INPUT, "The two are not the same, so nothing was changed. Try again.")
    return first
