"""What the package brings along is loaded: first names and leaders."""

from __future__ import annotations

from onrecord.loading import load_first_names, load_tables, program_version


def test_first_names() -> None:
    names = load_first_names()
    assert len(names.table) > 10_000
    assert names.gender("Mary") == "female"
    assert names.gender("John") == "male"
    assert "Orvesk" not in names
    assert set(names.table.values()) == {"m", "f", "u"}


def test_tables() -> None:
    tables = load_tables()
    assert tables.first_names == load_first_names()
    assert tables.leaders != type(tables.leaders)()


def test_a_version_is_always_told() -> None:
    assert program_version()
