"""Who has signed in: sessions, kept in memory for as long as the site runs.

In: a user who has shown his password. Out: a token for his browser, and later whose token it is. Only what
SHA-256 makes of a token is kept: who reads the memory of the site can't come in with it.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.web.access.users import User, Users, key_of

IDLE = 12 * 3600  # seconds without a request after which a session ends
LONGEST = 7 * 86_400  # seconds after which it ends in any case
TOKEN = 32  # bytes of chance


@dataclass(slots=True)
class _Session:
    """A session: of whom, as he was when it began, since when, and when it was last used."""

    user: User
    began: float
    used: float


class Sessions:
    """The sessions of a site."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._sessions: dict[bytes, _Session] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """How many are remembered."""
        return len(self._sessions)

    def begin(self, user: User) -> str:
        """A session for somebody; gives its token, which is kept nowhere else."""
        token = secrets.token_urlsafe(TOKEN)
        now = self._clock()
        with self._lock:
            self._sessions = {key: one for key, one in self._sessions.items() if not _is_over(one, now)}
            self._sessions[_key(token)] = _Session(user, began=now, used=now)
        return token

    def user(self, token: str, users: Users) -> User | None:
        """Whose session it is, as he is among the users now; nobody's when it has ended.

        A session ends with the password that it began with, and with the user.
        """
        now = self._clock()
        with self._lock:
            session = self._sessions.get(_key(token))
            if session is None:
                return None
            user = users.get(key_of(session.user.name))
            if _is_over(session, now) or user is None or user.secret != session.user.secret:
                del self._sessions[_key(token)]
                return None
            session.used = now
            return user

    def end(self, token: str) -> None:
        """Ends a session, if it is one."""
        with self._lock:
            self._sessions.pop(_key(token), None)


def _is_over(session: _Session, now: float) -> bool:
    return now - session.used > IDLE or now - session.began > LONGEST


def _key(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
