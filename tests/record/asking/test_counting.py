"""Counts over a whole record, and copies of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import StopRun
from onrecord.record import Record, open_record
from onrecord.record.asking.counting import Counting, VoiceRow
from onrecord.record.keeping.backing_up import back_up, unsound
from tests.record.asking.test_reading_back import TEXT, read


def test_an_empty_record_counts_nothing(record: Record) -> None:
    totals = Counting(record.engine).totals()
    assert (totals.documents, totals.words, totals.statements, totals.anonymous_share) == (0, 0, 0, None)
    assert Counting(record.engine).by_outlet_and_month() == []


def test_only_what_counts_is_counted(record: Record) -> None:
    first = read(outlet="The Post", published="2018-07-26")
    record.writer.add(first)
    record.writer.add(read(outlet="The Post", published="2018-07-01T10:00:00Z", address="http://a.b"))
    record.writer.add(read("Lee said: “it snowed again”\n"))
    totals = Counting(record.engine).totals()
    assert (totals.documents, totals.near_copies, totals.statements, totals.speakers) == (3, 0, 3, 1)
    assert totals.words == 2 * len(TEXT.split()) + 5
    unknown, july = Counting(record.engine).by_outlet_and_month()
    assert unknown == VoiceRow(
        outlet=None, month=None, documents=1, statements=1, anonymous=0, women=0, men=0, own_words=2,
        quoted_words=3, reworded_words=0,
    )  # fmt: skip
    assert (july.outlet, july.month, july.documents, july.statements) == ("The Post", "2018-07", 2, 2)
    record.judgements.reject(first.statements[0].id, by="Ann")
    assert Counting(record.engine).totals().statements == 1
    assert Counting(record.engine).totals().judgements == 1


def test_a_copy_is_whole_and_overwrites_nothing(record: Record, tmp_path: Path) -> None:
    record.writer.add(read(), b"bytes")
    target = tmp_path / "copy.db"
    if record.engine.dialect.name == "postgresql":
        with pytest.raises(StopRun, match="pg_dump"):
            back_up(record, target)
        return
    assert back_up(record, target) == [target, tmp_path / "copy-originals.db"]
    with open_record(target, create=False) as copy:
        assert copy.verify() == []
        assert copy.originals
        assert copy.originals.get("sha256:0") == b"bytes"
    with pytest.raises(StopRun, match="is there already"):
        back_up(record, target)
    with pytest.raises(StopRun, match="can't be written"):
        back_up(record, tmp_path / "no" / "copy.db")


def test_a_sound_file_has_no_faults(record: Record) -> None:
    assert unsound(record.engine) == []
