"""Brings a record to today's tables, one step of `migrations/versions` after the other.

A record that is of today is known by its number alone: alembic, which takes half a second to load, is asked
only where there is something to do.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from onrecord.errors import Cause, StopRun

FOLDER = Path(__file__).with_name("migrations")
HEAD = "0001"  # the last step


def bring_up_to_date(engine: Engine) -> None:
    """Makes the tables of a new record, or takes an older one to today's; `StopRun` for a newer one."""
    with engine.connect() as connection:
        now = _step(connection)
    if now == HEAD:
        return
    if now is not None and now not in _steps():
        raise StopRun(
            Cause.INPUT, f"The record is of a newer onrecord (tables {now}). Update onrecord to open it."
        )
    with engine.begin() as connection:
        _upgrade(connection)


def _step(connection: Connection) -> str | None:
    """The step that a record is at; None for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _steps() -> set[str]:
    from alembic.script import ScriptDirectory

    return {step.revision for step in ScriptDirectory(str(FOLDER)).walk_revisions()}


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
