"""Who a visitor is: the person at this machine where no users are set up, else whoever has signed in.

In: the cookies of a request. Out: a `Visitor` or nobody. Forms carry a token that only this site's pages
know, so that no other page in the same browser can send one.
"""

from __future__ import annotations

import getpass
import hmac
import secrets
from dataclasses import dataclass
from enum import IntEnum

COOKIE = "onrecord"  # the session of who has signed in
FORM_COOKIE = "onrecord-form"  # what forms must repeat


class Role(IntEnum):
    """What somebody may do; each role may do what those before it may."""

    READER = 1  # look
    REVIEWER = 2  # judge
    ADMIN = 3  # add


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who may come in, under the name that his judgements carry."""

    name: str
    role: Role


class Guard:
    """The guard of a site without users: whoever reaches it is the person at this machine."""

    is_open = True

    def visitor(self, session: str | None) -> Visitor | None:
        """Whose session it is; here everybody's."""
        return Visitor(local_name(), Role.ADMIN)


def local_name() -> str:
    """The login name of who runs the site, or a word for it where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "local"


def new_token() -> str:
    """A token for the forms of one browser."""
    return secrets.token_urlsafe(18)


def is_token(sent: str | None, kept: str | None) -> bool:
    """Whether a form repeats the token of its browser."""
    return bool(sent and kept) and hmac.compare_digest(str(sent).encode(), str(kept).encode())
