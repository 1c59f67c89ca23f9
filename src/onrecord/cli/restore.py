"""`onrecord restore`: put a copy of a record back in its place.

`restore_command` is what is typed; the work is done, and every danger met, in
`onrecord.record.keeping.restoring`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.edge import edge, harmless, say
from onrecord.cli.records import DEFAULT, RecordOption


def restore(copy: Path, address: str, *, force: bool) -> None:
    """Put a copy back, and tell what was put where."""
    from onrecord.record.keeping.restoring import restore as put_back

    done = put_back(copy, address, force=force)
    for path in done.files:
        say(harmless(f"{path} is as it was in the copy"))
    for path in done.aside:
        say(harmless(f"what was there is kept in {path}"))
    if done.came_back:
        say(
            f"{done.came_back:,} documents that were removed or redacted since the copy was made are back as "
            "they were: take them out again by `onrecord remove` or `redact`"
        )


def restore_command(
    copy: Annotated[Path, typer.Argument(metavar="COPY", help="A copy that `onrecord backup` made.")],
    record: RecordOption = DEFAULT,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the record that is there, and keep it aside.")
    ] = False,
) -> None:
    """Put a copy of a record back, with its originals.

    The copy is checked first, as by `onrecord verify`, and is only read. A record that is there is never
    lost: --force replaces it at one stroke, also while it is in use, and keeps what was there beside it.
    For PostgreSQL use its own pg_restore.

    \b
    Examples:
      onrecord restore onrecord-2018-07-26.db
      onrecord restore onrecord-2018-07-26.db --force
      onrecord restore onrecord-2018-07-26.db --record war.db
    """
    with edge():
        restore(copy, record, force=force)
