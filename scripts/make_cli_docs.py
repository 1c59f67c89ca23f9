#!/usr/bin/env python3
"""Writes docs/cli.md from what `onrecord --help` and each command's --help print.

python scripts/make_cli_docs.py           write it
python scripts/make_cli_docs.py --check   say whether it is as it should be (status 1 if not)
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs" / "cli.md"
COMMANDS = (
    *("", "read", "add", "follow", "problems", "search", "who", "about", "show", "stats"),
    *("versions", "suggest", "serve", "users", "users add", "users list", "users password", "users remove"),
    *("judge", "judge accept", "judge reject", "judge change", "judge add", "judge merge", "judge undo"),
    *("judge list", "judge split", "judge split-statement", "judge merge-statements", "judge complete"),
    *("judge lost", "judge apart", "sample", "agreement", "export", "import", "remove", "redact"),
    *("verify", "backup", "restore", "doctor", "evaluate"),
)
WIDTH = "80"  # columns

HEAD = """# The command line

Made from the program's own `--help` by `scripts/make_cli_docs.py`; do not edit.
How to do what with it is told in [reading](reading.md) and [the record](record.md).
"""


@cache
def cli_docs() -> str:
    """The page, from the program as it is now."""
    return "\n".join([HEAD, *(_section(command) for command in COMMANDS)])


def _section(command: str) -> str:
    name = f"onrecord {command}".strip()
    return f"## {name}\n\n```text\n{_help(command).strip()}\n```\n"


def _help(command: str) -> str:
    """What a command's --help prints, at the same width everywhere."""
    code = "from onrecord.cli.main import app; app(prog_name='onrecord')"
    arguments = [sys.executable, "-c", code, *command.split(), "--help"]
    environment = os.environ | {"COLUMNS": WIDTH, "NO_COLOR": "1"}
    done = subprocess.run(arguments, capture_output=True, encoding="utf-8", env=environment, check=True)
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def main() -> int:
    """Write or check the page."""
    page = cli_docs()
    if "--check" in sys.argv[1:]:
        same = DOCS.exists() and DOCS.read_text(encoding="utf-8") == page
        print(f"{DOCS} is {'up to date' if same else 'old: run scripts/make_cli_docs.py'}")
        return 0 if same else 1
    DOCS.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
