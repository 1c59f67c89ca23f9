"""The guard of a site with users: lets in whoever shows the password of one of them.

In: a file of users. Out: tokens for who signs in, and visitors by their tokens. A name that there is not
costs as much time as a wrong password, and is answered alike.
"""

from __future__ import annotations

import logging
import threading

import anyio.to_thread

from onrecord.errors import StopRun
from onrecord.web.access.attempts import Attempts
from onrecord.web.access.guard import Guard, Visitor
from onrecord.web.access.passwords import USUAL, Effort, secret_of
from onrecord.web.access.sessions import Sessions
from onrecord.web.access.users import Users, UsersFile, key_of

AT_ONCE = 2  # passwords that are looked at side by side: each takes a core and 32 MiB
WAITING = 20  # people who may wait for it; more are asked to come back
FULL = 5.0  # seconds after which they may

log = logging.getLogger("onrecord.web")


class TooOften(Exception):
    """Somebody must wait before the next attempt: this many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class PasswordGuard(Guard):
    """The guard of a site with users. `effort` is what is spent on a name that there is not."""

    is_open = False

    def __init__(
        self,
        file: UsersFile,
        *,
        sessions: Sessions | None = None,
        attempts: Attempts | None = None,
        effort: Effort = USUAL,
    ) -> None:
        self._file = file
        self._sessions = Sessions() if sessions is None else sessions
        self._attempts = Attempts() if attempts is None else attempts
        self._nobody = secret_of("", effort)
        self._turns = anyio.CapacityLimiter(AT_ONCE)
        self._under_way = 0
        self._lock = threading.Lock()
        self._stamp: tuple[int, int, int] | None = None
        self._known: Users = {}

    def visitor(self, session: str | None) -> Visitor | None:
        """Whose session it is, if it is one that lasts."""
        user = self._sessions.user(session, self._users()) if session else None
        return Visitor(user.name, user.role) if user else None

    def sign_in(self, name: str, password: str, address: str) -> str | None:
        """A new session's token; None where name or password is wrong. Raises `TooOften`. Takes a while."""
        key = key_of(name)
        if wait := self._attempts.begin(key, address):
            raise TooOften(wait)
        user = self._users().get(key)
        is_right = (user.secret if user else self._nobody).is_of(password)
        if user is None or not is_right:
            # The name is not told: people type their password there by mistake.
            log.warning("somebody at %.60s could not sign in", address)
            return None
        self._attempts.succeed(key, address)
        return self._sessions.begin(user)

    async def sign_in_in_turn(self, name: str, password: str, address: str) -> str | None:
        """`sign_in` in a thread, a few at a time; all other pages are answered meanwhile."""
        if self._under_way >= AT_ONCE + WAITING:
            raise TooOften(FULL)
        self._under_way += 1
        try:
            return await anyio.to_thread.run_sync(self.sign_in, name, password, address, limiter=self._turns)
        finally:
            self._under_way -= 1

    def sign_out(self, session: str | None) -> None:
        """Ends a session."""
        if session:
            self._sessions.end(session)

    def _users(self) -> Users:
        """Who is in the file now. Nobody, where it has become unreadable: what is in doubt stays shut."""
        stamp = self._file.stamp()
        with self._lock:
            if stamp != self._stamp:
                try:
                    self._known = self._file.read()
                except StopRun as stop:
                    log.error("nobody can sign in: %s", stop.message)
                    self._known = {}
                self._stamp = stamp
            return self._known
