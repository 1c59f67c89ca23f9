"""Brings a record to today's tables, one step of `migrations/versions` after the other."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from onrecord.errors import Cause, StopRun

FOLDER = Path(__file__).with_name("migrations")


def bring_up_to_date(engine: Engine) -> None:
    """Makes the tables of a new record, or takes an older one to today's; `StopRun` for a newer one."""
    script = ScriptDirectory(str(FOLDER))
    head = script.get_current_head()
    with engine.connect() as connection:
        now = MigrationContext.configure(connection).get_current_revision()
    if now == head:
        return
    if now is not None and now not in {step.revision for step in script.walk_revisions()}:
        raise StopRun(
            Cause.INPUT,
            f"The record is of a newer onrecord (tables {now}). Update onrecord to open it.",
        )
    with engine.begin() as connection:
        _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
