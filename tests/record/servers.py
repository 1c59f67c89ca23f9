"""A throw-away PostgreSQL server on a socket in a folder of its own, for as long as the tests run.

As root it runs as the user postgres, since the server refuses to be root. Where PostgreSQL is not installed
the tests that need it are skipped with a line that says so; in CI they fail.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/bin", "/usr/bin", "/opt/homebrew/bin")


def programs() -> Path | None:
    """The folder with initdb and pg_ctl, where PostgreSQL is installed."""
    for pattern in PLACES:
        for folder in sorted(Path("/").glob(pattern.lstrip("/")), reverse=True):
            if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
                return folder
    return None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """A running server; its address, to which the name of a database is to be added."""
    data, socket = folder / "data", Path(tempfile.mkdtemp(prefix="onrecord-pg-"))
    user = _hand_over(folder, socket)
    _run(user, folder, "initdb", "-D", str(data), "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--no-sync")
    quick = f"-k {socket} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
    _run(user, folder, "pg_ctl", "-D", str(data), "-o", quick, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql://onrecord@/{{name}}?host={socket}"
    finally:
        _run(user, folder, "pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(socket, ignore_errors=True)


def _hand_over(*folders: Path) -> str | None:
    """As root gives folders to the user postgres; else nobody has to be somebody else."""
    if os.geteuid() != 0:
        return None
    owner = pwd.getpwnam("postgres")
    for folder in folders:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        for parent in folder.parents:
            if str(parent).startswith(tempfile.gettempdir()) and str(parent) != tempfile.gettempdir():
                parent.chmod(parent.stat().st_mode | 0o011)
    return "postgres"


def _run(user: str | None, folder: Path, program: str, *arguments: str) -> None:
    where = programs()
    assert where is not None
    command = [str(where / program), *arguments]
    if user is not None:
        command = ["setpriv", f"--reuid={user}", f"--regid={user}", "--init-groups", *command]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise RuntimeError(f"{program} failed: {done.stderr or done.stdout}")
