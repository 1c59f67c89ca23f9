"""What answers come to: counts that fit the answers, on both engines."""

from __future__ import annotations

import pytest

from onrecord.record import Filter, Record
from onrecord.record.asking import facets as counting
from tests.record.made import flood, talks


def test_answers_come_with_what_they_come_to(record: Record) -> None:
    record.writer.add(talks())
    record.writer.add(flood())
    rows, facets = record.questions.sorted_out(which=Filter(status=None))
    assert len(rows) == facets.counted == 5
    assert not facets.more
    assert {one.value: one.count for one in facets.outlets} == {"The Courier": 3, "Dale Post": 2}
    assert facets.speakers[0].words == "Edda Lorne"
    assert facets.speakers[0].count == 3
    assert sum(one.count for one in facets.forms) == sum(one.count for one in facets.kinds) == 5
    assert [one.value for one in facets.years] == ["2024"]
    assert facets.unnamed == 1
    assert rows == record.questions.search(which=Filter(status=None))


def test_no_word_finds_nothing(record: Record) -> None:
    record.writer.add(talks())
    rows, facets = record.questions.sorted_out('"')
    assert rows == []
    assert facets.counted == 0


def test_of_very_many_the_latest_are_counted(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    record.writer.add(talks())
    record.writer.add(flood())
    for module in ("facets", "queries"):
        monkeypatch.setattr(f"onrecord.record.asking.{module}.COUNTED", 2)
    rows, facets = record.questions.sorted_out(limit=2, after=2)
    assert (facets.counted, facets.more) == (2, True)
    assert rows == record.questions.search(limit=2, after=2)
    assert counting.COUNTED == 2
