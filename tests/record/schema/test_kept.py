"""Values are kept small, and come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import StopRun
from onrecord.model import Span
from onrecord.record.schema.kept import Day, Id, OneOf, Places, ids_from


@pytest.mark.parametrize("day", ["2018-07-26", "2018-07", "2018", "0999-01-01", None])
def test_days_come_back(day: str | None) -> None:
    assert Day().process_result_value(Day().process_bind_param(day, None), None) == day


def test_days_sort_as_they_should() -> None:
    days = ["2017-12-31", "2018", "2018-07", "2018-07-01", "2018-11-05"]
    kept = [Day().process_bind_param(day, None) for day in days]
    assert kept == sorted(kept, key=lambda number: number or 0)


@pytest.mark.parametrize("wrong", ["yesterday", "2018-7-1", "2018-07-26T10:00", ""])
def test_what_is_no_day_is_told(wrong: str) -> None:
    with pytest.raises(StopRun, match="is no day"):
        Day().process_bind_param(wrong, None)


@pytest.mark.parametrize("id", ["00ff" * 4, "f" * 16, None])
def test_ids_come_back(id: str | None) -> None:
    assert Id().process_result_value(Id().process_bind_param(id, None), None) == id


@pytest.mark.parametrize(
    ("begun", "ends"),
    [("3F9", ("3f90000000000000", "3f9fffffffffffff")), ("a" * 16, ("a" * 16,) * 2), ("x", None), ("", None)],
)
def test_how_an_id_begins(begun: str, ends: tuple[str, str] | None) -> None:
    assert ids_from(begun) == ends


@given(
    st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**5)).map(lambda x: Span(x[0], x[0] + x[1])))
)
def test_places_come_back(spans: list[Span]) -> None:
    kept = Places().process_bind_param(tuple(spans), None)
    assert Places().process_result_value(kept, None) == tuple(spans)


def test_places_are_few_bytes_and_damage_is_told() -> None:
    kept = Places().process_bind_param((Span(2617, 2630), Span(2640, 2650)), None)
    assert kept is not None
    assert len(kept) == 5
    with pytest.raises(ValueError, match="damaged"):
        Places().process_result_value(kept[:-1], None)


def test_words_of_which_there_are_few() -> None:
    kind = OneOf("speech", "thought")
    assert [kind.process_bind_param(word, None) for word in ("speech", "thought", None)] == [0, 1, None]
    assert kind.process_result_value(1, None) == "thought"
    with pytest.raises(ValueError, match="guess"):
        kind.process_bind_param("guess", None)
