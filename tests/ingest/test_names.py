from __future__ import annotations

from onrecord.ingest.names import Names


def given(*names: str) -> list[str]:
    ids = Names()
    return [ids.give(name) for name in names]


def test_repeats_are_numbered() -> None:
    assert given("a", "b", "a", "a") == ["a", "b", "a~2", "a~3"]


def test_a_number_that_is_taken_is_passed_over() -> None:
    assert given("a~2", "a", "a", "a~2", "a") == ["a~2", "a", "a~3", "a~2~2", "a~4"]
