"""The likeliest pairs come first, with examples; who never said anything is not asked about."""

from __future__ import annotations

from pathlib import Path

from onrecord.jobs.suggesting import propose
from onrecord.record import open_record
from tests.record.likeness.test_likely import full, short


def test_pairs_come_with_examples(tmp_path: Path) -> None:
    with open_record(tmp_path / "onrecord.db") as record:
        for reading in (full(), full("Ilir Dowan"), short(), full("Ilir Dovan", outlet="Dale Post")):
            record.writer.add(reading)
        found = propose(record)
        assert [one.suggestion.one.name for one in found] == ["Dovan", "Ilir Dovan"]
        assert found[1].statements == (2, 1)
        assert all(record.questions.statement(id or "") for one in found for id in one.examples)
        assert len(propose(record, limit=1)) == 1
        assert [one.suggestion.other.name for one in propose(record, "Ilir Dowan")] == ["Ilir Dowan"]
        record.judgements.apart("per:ilir dovan", "per:ilir dowan", by="ada")
        assert len(propose(record)) == 1
