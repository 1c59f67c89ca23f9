"""A fresh record for each test, on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from onrecord.record import Record, open_record
from tests.record.servers import programs, server

_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a running server, with {name} for a database.

    Not in pytest's own folder: another pytest that starts meanwhile closes that to the server's user.
    """
    if programs() is None:
        missing = "PostgreSQL is not installed: apt-get install postgresql"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with (
        tempfile.TemporaryDirectory(prefix="onrecord-postgresql-") as folder,
        server(Path(folder)) as address,
    ):
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record is to be that isn't there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "onrecord.db")
    template: str = request.getfixturevalue("postgresql")
    name = f"record{next(_numbers)}"
    main = template.format(name="postgres").replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(main, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return template.format(name=name)


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    """An open, empty record."""
    with open_record(address) as opened:
        yield opened
