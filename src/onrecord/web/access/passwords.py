"""Passwords: kept only as what scrypt makes of them, which takes time and memory to guess from.

In: a password. Out: a `Secret` to keep, and whether another password is the same. The effort is kept with
each secret, so that later ones can take more without spoiling those that are there.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass

SHORTEST = 10  # characters
LONGEST = 1_000  # characters: nobody types more, and nobody shall keep the machine busy with a book
SALT = 16  # bytes
LENGTH = 32  # bytes of what scrypt makes
MOST_MEMORY = 2**30  # bytes
MOST_TIMES = 16


@dataclass(frozen=True, slots=True)
class Effort:
    """What one guess costs: `n` rounds over blocks of 128·r bytes, `p` times. Memory is 128·n·r bytes.

    n = 2^15 with r = 8 takes 32 MiB and 0.1 to 0.3 seconds of one core.
    """

    n: int = 2**15
    r: int = 8
    p: int = 1

    @property
    def memory(self) -> int:
        """Bytes that scrypt may use: what it needs, and as much again for its own book-keeping."""
        return 2 * 128 * self.r * (self.n + self.p)

    @property
    def is_possible(self) -> bool:
        """Whether scrypt can be asked for it, and this machine bear it: a damaged file may say anything."""
        is_power = self.n > 1 and self.n & (self.n - 1) == 0
        return is_power and self.r > 0 and 0 < self.p <= MOST_TIMES and self.memory <= MOST_MEMORY


USUAL = Effort()


@dataclass(frozen=True, slots=True)
class Secret:
    """What is kept of a password."""

    salt: bytes
    made: bytes
    effort: Effort

    def is_of(self, password: str) -> bool:
        """Whether it was made of this password. Takes as long for a wrong one."""
        return hmac.compare_digest(_made_of(password, self.salt, self.effort), self.made)


def secret_of(password: str, effort: Effort = USUAL) -> Secret:
    """What to keep of a password."""
    salt = secrets.token_bytes(SALT)
    return Secret(salt, _made_of(password, salt, effort), effort)


def fault_of(password: str) -> str:
    """What is wrong with a new password; empty where nothing is."""
    if len(password) < SHORTEST:
        return f"The password has {len(password)} characters; it needs {SHORTEST} or more. Take three words."
    if len(password) > LONGEST:
        return f"The password has {len(password):,} characters; {LONGEST:,} are the most."
    return ""


def _made_of(password: str, salt: bytes, effort: Effort) -> bytes:
    # The same letters typed on another system may be other characters; NFC makes them one.
    typed = unicodedata.normalize("NFC", password[:LONGEST]).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(
        typed, salt=salt, n=effort.n, r=effort.r, p=effort.p, maxmem=effort.memory, dklen=LENGTH
    )
