"""Eyes on this process: what it opens, writes and runs, as Python itself tells of it (audit events).

What the libraries of other languages do is not seen here: they are watched by what they leave behind, and by
the server that must not be asked.
"""

from __future__ import annotations

import os
import sys
from typing import Any

# What the program may not do, by the names under which Python tells of it.
_WRITES = {
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.truncate",
}
_RUNS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pty.spawn"}


class Eyes:
    """Sees what this process opens, writes and runs, while it is asked to. It can't be taken away again."""

    def __init__(self) -> None:
        self.seen: list[str] | None = None
        self.allowed = ""
        self.secret = ""
        sys.addaudithook(self._see)

    def _see(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.seen is None:
            return
        if event == "open":
            self._opened(*arguments[:3])
        elif event in _RUNS:
            self.seen.append(f"it ran {arguments!r}")
        elif event in _WRITES and not self._may_write(arguments[0]):
            self.seen.append(f"{event} {arguments!r}")

    def _opened(self, path: object, mode: object, flags: int) -> None:
        assert self.seen is not None
        if isinstance(path, int):
            return
        name = os.path.realpath(os.fspath(path))  # type: ignore[call-overload]
        if name == self.secret:
            self.seen.append(f"it read {name}")
        is_written = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        if is_written and not self._may_write(name):
            self.seen.append(f"it wrote {name}")

    def _may_write(self, path: object) -> bool:
        name = os.path.realpath(os.fspath(path))  # type: ignore[call-overload]
        return name == os.devnull or name.startswith(self.allowed + os.sep) or "__pycache__" in name
