"""What was put into a record comes back as it was, and with what people decided where that is asked for."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Document, Reading, Span
from onrecord.record import Filter, Record
from onrecord.record.asking.reading_back import ReadingsBack
from tests.stub import StubReader

TEXT = "Ann Lee and Bob Kim came.\n\nLee said: it rained\n\nKim did not say: why\n"


def read(text: str = TEXT, **known: str) -> Reading:
    document = Document(id="a", path="a.txt", text=text, original_digest="sha256:0", **known)  # type: ignore[arg-type]
    return StubReader().read(document)


def test_a_reading_comes_back_as_it_was(record: Record) -> None:
    reading = read(outlet="The Post", published="2018-07-26", title="Rain")
    key = record.writer.add(reading).key
    assert key
    back = ReadingsBack(record.engine)
    assert back.reading(key) == reading
    assert back.document(key) == reading.document
    assert (back.reading("none"), back.document("none")) == (None, None)
    assert [back.find(name) for name in ("a", "a.txt", key, "b")] == [[key], [key], [key], []]


def test_readings_come_with_the_ids_of_what_counts(record: Record) -> None:
    for i in range(120):  # more than are fetched together
        record.writer.add(read(f"{TEXT}{i}"))
    back = ReadingsBack(record.engine)
    every = list(back.readings())
    assert len(every) == 120
    assert {len(ids) for _, ids in every} == {2}
    assert {len(ids) for _, ids in back.readings(Filter())} == {1}
    assert list(back.readings(Filter(speaker="Zoe"))) == []
    assert len(list(back.readings(Filter(speaker="Lee")))) == 120


def test_what_was_rejected_does_not_count(record: Record) -> None:
    reading = read()
    record.writer.add(reading)
    first, second = (stmt.id for stmt in reading.statements)
    record.judgements.reject(first, by="Ann")
    back = ReadingsBack(record.engine)
    assert [ids for _, ids in back.readings()] == [{second}]
    assert [ids for _, ids in back.readings(Filter(status=None, rejected=True))] == [{first, second}]


def test_decisions_stand_in_place_of_what_was_read(record: Record) -> None:
    reading = read()
    key = record.writer.add(reading).key
    assert key
    first = reading.statements[0]
    start = TEXT.index("rained")
    content = (Span(start, start + 6),)
    record.judgements.change(first.id, by="Ann", speaker="Bob Kim", content=content, when_start="2018-07-25")
    added = record.judgements.add(key, by="Ann", content=[Span(0, 7)], speaker="Zoe Park")
    back = ReadingsBack(record.engine)
    assert back.reading(key) == reading
    decided = back.reading(key, decided=True)
    assert decided
    found = {stmt.id: stmt for stmt in decided.statements}
    changed = found[first.id]
    assert changed.speaker
    assert (changed.speaker.name, changed.content_words) == ("Bob Kim", "rained")
    assert changed.speaker.entity in {entity.id for entity in reading.entities}
    assert changed.when
    assert (changed.when.start, changed.when.end) == ("2018-07-25", "2018-07-25")
    assert (found[added].content_words, found[added].source) == ("Ann Lee", ())
    assert "Zoe Park" in {entity.name for entity in decided.entities}
    replace(decided, voices=reading.voices).check()
