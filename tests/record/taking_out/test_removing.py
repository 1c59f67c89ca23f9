"""What people take out is gone from text, index, names, log and files; the rest is still a sound record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import StopRun
from onrecord.model import Reading, Span
from onrecord.record import Filter, Record, open_record
from onrecord.record.sampling.samples import Samples
from onrecord.record.writing.writer import Became
from tests.record.made import flood, talks
from tests.stub import read_marked

ALL = Filter(status=None, versions=True)
WITNESS = """published: 2024-06-01
outlet: Dale Post
---
[Q1 “They came through Zwillikmoor at night,”] [S1 Quirina Zappel] [C1 told] [A1 the court].
[S2 Zappel] [C2 said] [Q2 the Xylomarch bridge burned first].

[S3 Hanno Pell] [C3 said] [Q3 Zappel was right].
---
1: speaker="Quirina Zappel" addressee="the court"
2: speaker="Quirina Zappel"
3: speaker="Hanno Pell"
"""


def witness(**known: str) -> Reading:
    return read_marked(WITNESS, **({"id": "witness", "path": "witness.txt"} | known))


@pytest.fixture
def filled(record: Record) -> Record:
    record.writer.add(talks(original_digest="sha256:" + "1" * 64), b"<p>talks</p>")
    record.writer.add(witness(original_digest="sha256:" + "2" * 64), b"<p>witness</p>")
    return record


def key_of(record: Record, id: str) -> str:
    return next(row.key for row in record.questions.documents() if row.id == id)


def test_a_document_is_removed_with_all_that_was_read_in_it(filled: Record) -> None:
    key = key_of(filled, "witness")
    statement = filled.questions.who("Quirina Zappel")[0].id
    filled.judgements.change(statement, by="ada", speaker="Quirina Zappel")
    done = filled.removing.document(key, by="bo", reason="a court order")
    assert done.documents == (key,)
    assert [row.id for row in filled.questions.documents()] == ["talks"]
    assert filled.questions.search("bridge", ALL) == filled.questions.who("Zappel", ALL) == []
    assert filled.questions.speakers("Quirina Zappel") == []
    assert len(filled.questions.who("Hanno Pell")) == 1  # who is in another document stays
    assert filled.originals is not None
    assert filled.originals.get("sha256:" + "2" * 64) is None
    assert filled.originals.get("sha256:" + "1" * 64) is not None
    log = [
        (entry.by, entry.action, entry.statement, dict(entry.detail)) for entry in filled.judgements.entries()
    ]
    assert log == [
        ("ada", "removed", None, {}), ("bo", "remove", None, {"documents": 1, "reason": "a court order"}),
    ]  # fmt: skip
    assert filled.verify() == []


def test_what_was_removed_comes_in_again_only_when_it_is_allowed(filled: Record) -> None:
    filled.removing.document(key_of(filled, "witness"), by="bo")
    outcome = filled.writer.add(witness())
    assert outcome.became is Became.FAILED
    assert filled.questions.problems()[0][:2] == ("witness.txt", "withheld")
    assert "onrecord remove --allow 'witness.txt'" in filled.questions.problems()[0][2]
    assert filled.removing.allow("witness.txt")
    assert filled.writer.add(witness()).became is Became.ADDED
    assert filled.questions.problems() == []


def test_a_stretch_is_blanked_out_and_the_rest_stays(filled: Record) -> None:
    key = key_of(filled, "witness")
    text = filled.questions.text(key) or ""
    start = text.index("Zwillikmoor")
    said, rest = (row.id for row in filled.questions.who("Quirina Zappel"))
    filled.judgements.accept(rest, by="ada")
    filled.judgements.reject(said, by="ada")
    added = filled.judgements.add(key, by="ada", content=[Span(start, start + 20)], speaker="Hanno Pell")
    [(old, new)] = filled.removing.spans(key, [Span(start, start + 11)], by="bo").blanked
    assert old == key
    assert filled.questions.text(old) is None
    left = filled.questions.text(new) or ""
    assert len(left) == len(text)
    assert left[start : start + 14] == "███████████ at"
    assert [row.verdict for row in filled.questions.who("Quirina Zappel", replace(ALL, rejected=True))] == [
        "rejected", "accepted",
    ]  # fmt: skip
    assert filled.questions.statement(said) == filled.questions.statement(added) == []
    assert [
        row.content_words
        for row in filled.questions.search(which=replace(ALL, speaker="Hanno Pell"))
        if row.origin == "added"
    ] == ["███████████ at night"]
    assert filled.questions.search("Zwillikmoor", ALL) == []
    assert filled.originals is not None
    assert filled.originals.get("sha256:" + "2" * 64) is None
    assert filled.verify() == []
    assert filled.writer.add(witness()).became is Became.FAILED


def test_a_paragraph_that_was_judged_completely_stays_so(filled: Record) -> None:
    samples = Samples(filled.engine)
    draw = samples.draw(1, by="ada", seed=1)
    [before] = samples.paragraphs(draw)
    samples.complete(before.number, by="ada")
    [(_, new)] = filled.removing.spans(before.document, [Span(*before.span)], by="bo").blanked
    [after] = samples.paragraphs(draw)
    assert (after.document, after.span, after.complete) == (new, before.span, ("ada",))
    assert filled.verify() == []


@pytest.mark.parametrize("words", [True, False])
def test_a_speaker_is_blanked_out_everywhere(filled: Record, words: bool) -> None:
    other = filled.questions.who("Hanno Pell")[0].id
    filled.judgements.change(other, by="ada", speaker="Quirina Zappel")
    filled.removing.speaker("Quirina Zappel", by="bo", words=words)
    texts = "".join(filled.questions.text(row.key) or "" for row in filled.questions.documents())
    assert "Zappel" not in texts
    assert "quays" in texts
    assert ("Xylomarch" in texts) is not words
    assert filled.questions.who("Zappel", ALL) == filled.questions.search("Zappel", ALL) == []
    assert len(filled.questions.search("bridge", ALL)) == (0 if words else 1)
    assert "Zappel" not in repr(filled.judgements.entries())
    assert filled.verify() == []


def test_no_file_holds_the_words_any_more(tmp_path: Path) -> None:
    held = b"quirina", b"Quirina", b"zwillikmoor", b"xylomarch"

    def there() -> set[bytes]:
        files = [path.read_bytes() for path in tmp_path.iterdir()]
        return {word for word in held if any(word in data for data in files)}

    with open_record(tmp_path / "onrecord.db") as record:
        record.writer.add(talks())
        record.writer.add(witness())
        assert there() >= {b"Quirina", b"xylomarch"}
        record.removing.speaker("Quirina Zappel", by="bo", words=True)
        assert there() == set()


def test_copies_and_versions_close_up(record: Record) -> None:
    first = record.writer.add(talks(address="https://courier.test/a")).key
    second = record.writer.add(flood(address="https://courier.test/a")).key
    third = record.writer.add(witness(address="https://courier.test/a")).key
    assert first
    assert second
    assert third
    record.removing.document(second, by="bo")
    rows = {row.key: row for row in record.questions.documents()}
    assert (rows[first].next, rows[third].previous) == (third, first)
    assert record.verify() == []


def test_mistakes_are_told(filled: Record) -> None:
    with pytest.raises(StopRun, match="no document nowhere"):
        filled.removing.document("nowhere", by="bo")
    with pytest.raises(StopRun, match="nobody called 'Nobody'"):
        filled.removing.speaker("Nobody", by="bo", words=False)
    with pytest.raises(StopRun, match="no stretch"):
        filled.removing.spans(key_of(filled, "talks"), [Span(5, 10_000)], by="bo")
    with pytest.raises(StopRun, match="who makes it"):
        filled.removing.document(key_of(filled, "talks"), by=" ")
    assert len(filled.questions.documents()) == 2
