"""A record is made where there is none, and what is no record is refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from onrecord.errors import StopRun
from onrecord.record import open_record
from onrecord.record.schema.migrating import FOLDER, HEAD
from onrecord.record.schema.tables import metadata


def test_a_new_record_has_todays_tables_and_opens_again(address: str) -> None:
    for _ in range(2):
        with open_record(address) as record:
            tables = set(inspect(record.engine).get_table_names())
        assert set(metadata.tables) <= tables


def test_a_newer_record_is_refused(address: str) -> None:
    with open_record(address) as record, record.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StopRun, match="of a newer onrecord"):
        open_record(address)


def test_what_is_no_record(tmp_path: Path) -> None:
    other = tmp_path / "a.db"
    other.write_bytes(b"no database " * 100)
    with pytest.raises(StopRun, match="is no record"):
        open_record(other)
    with pytest.raises(StopRun, match="no record at"):
        open_record(tmp_path / "none.db", create=False)
    with pytest.raises(StopRun, match="no folder"):
        open_record(tmp_path / "none" / "a.db")
    with pytest.raises(StopRun, match="is no address"):
        open_record("mysql://localhost/a")


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(StopRun, match="can't be opened") as told:
        open_record("postgresql://ada:secret@127.0.0.1:1/a")
    assert "secret" not in told.value.message


def test_the_last_step_is_the_one_that_records_are_told_by() -> None:
    assert ScriptDirectory(str(FOLDER)).get_current_head() == HEAD
