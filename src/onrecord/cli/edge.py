"""Where the program meets its user: errors become lines on stderr and an exit status.

Nothing but messages is written to stderr here, and nothing to stdout.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import typer

from onrecord.errors import OnrecordError

INTERRUPTED = 130  # as shells say it of Ctrl-C
CLOSED_PIPE = 141  # as shells say it of a program whose reader has gone

# Characters that would move the cursor, change colours or ring; an article or a file's name may hold any.
_CONTROLS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {ord("\n"), ord("\t")}, "\ufffd")


def harmless(text: str) -> str:
    """A text without the characters that a terminal would obey instead of showing them."""
    return text.translate(_CONTROLS)


def line_of(message: str) -> str:
    """A message as one line, with the program's name before it."""
    return "onrecord: " + " ".join(harmless(message).split())


def say(message: str) -> None:
    """Tell the user something, on one line of stderr."""
    print(line_of(message), file=sys.stderr, flush=True)  # noqa: T201


@contextmanager
def edge() -> Iterator[None]:
    """Run a command; what ends it becomes a message and the right exit status."""
    try:
        yield
    except OnrecordError as error:
        say(error.message)
        raise typer.Exit(error.exit_status) from None
    except KeyboardInterrupt:
        say("stopped")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _let_go_of_stdout()
        raise typer.Exit(CLOSED_PIPE) from None


def _let_go_of_stdout() -> None:
    """Point stdout at nothing: else Python would try to flush it at its end, and complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
