"""A machine's name → its numbers, within a time, however slowly the system answers.

The system's own look-up can't be told to stop, and a hostile name server can keep it waiting. So it is done
by a thread that nobody waits for longer than is left. Nothing is checked here, and nobody is spoken to but
the system.
"""

from __future__ import annotations

import socket
import threading
import time

import httpcore

# Names that may be looked up at one time. One that takes too long is looked up on, unheard, until the system
# gives up, which takes half a minute or so; so these can't pile up.
MOST_LOOKUPS = 50

_lookups = threading.BoundedSemaphore(MOST_LOOKUPS)


def resolve(host: str, port: int, *, seconds: float) -> list[str]:
    """The numbers of a machine's name, each once, looked up within so many seconds.

    Raises `httpcore.ConnectError` when it has none, and `httpcore.ConnectTimeout` when that can't be told in
    time.
    """
    until = time.monotonic() + seconds
    found: list[list[str] | Exception] = []

    def look_up() -> None:
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.append(list(dict.fromkeys(str(entry[4][0]) for entry in entries)))
        except (OSError, ValueError, OverflowError) as error:
            found.append(error)
        finally:
            turns.release()

    turns = _lookups
    if not turns.acquire(timeout=seconds):
        raise httpcore.ConnectTimeout("too many names are being looked up")
    # A thread that the program does not wait for at its end.
    looking = threading.Thread(target=look_up, daemon=True, name="onrecord-name")
    looking.start()
    looking.join(max(0.0, until - time.monotonic()))
    if not found:
        raise httpcore.ConnectTimeout("its name could not be looked up in time")
    if isinstance(found[0], Exception):
        raise httpcore.ConnectError(f"its name has no address ({found[0]})")
    return found[0]
