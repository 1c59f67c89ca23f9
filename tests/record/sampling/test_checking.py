"""What complete paragraphs tell of the reader: what it found, what was there, and of which sort."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.record import Record
from onrecord.record.sampling.checking import Check, Checked, Sort, check
from onrecord.record.sampling.samples import Samples, Scope
from tests.record.asking.test_reading_back import read
from tests.record.made import by_model, flood, talks

LORNE = Sort("named", "direct", "Dale Post")
OFFICIALS = Sort("unnamed", "indirect", "Dale Post")


@pytest.fixture
def drawn(record: Record) -> Samples:
    """The Dale Post's two paragraphs, drawn from it alone, and the four of both outlets."""
    record.writer.add(talks())
    record.writer.add(flood())
    samples = Samples(record.engine)
    samples.draw(9, by="ada", seed=1, scope=Scope(outlet="Dale Post"))
    samples.draw(9, by="ada", seed=1)
    return samples


def complete(samples: Samples, word: str) -> None:
    for one in samples.paragraphs(2, open_only=True):
        if word in one.words:
            samples.complete(one.number, by="ada")


def found(record: Record, scope: Scope | None = None) -> Check:
    return check(record.engine, scope or Scope())


def test_nothing_is_known_before_somebody_judges(record: Record, drawn: Samples) -> None:
    made = found(record)
    assert (made.drawn, made.complete, made.statements) == (4, 0, ())
    assert made.read[LORNE] == made.read[OFFICIALS] == 1
    assert sum(made.read.values()) == 4


def test_right_wrong_and_missed_ones_are_told(record: Record, drawn: Samples) -> None:
    lorne, officials = record.questions.search("water")[0], record.questions.search("dam")[0]
    record.judgements.reject(officials.id, by="ada")
    record.judgements.add(
        officials.document, by="ada", content=officials.cue, source=officials.source, unnamed=True
    )
    for word in ("water", "dam"):
        complete(drawn, word)
    made = found(record)
    assert set(made.statements) == {
        Checked(lorne.document, LORNE, LORNE),
        Checked(lorne.document, OFFICIALS, None),
        Checked(lorne.document, None, OFFICIALS),
    }
    assert (made.complete, made.documents) == (2, (lorne.document, lorne.document))


def test_what_was_set_right_is_of_another_sort(record: Record, drawn: Samples) -> None:
    lorne = record.questions.search("water")[0]
    start, end = lorne.content[0]
    record.judgements.change(
        lorne.id, by="ada", unnamed=True, content=[Span(start + 1, end + len(lorne.source[0]))]
    )
    complete(drawn, "water")
    (one,) = found(record).statements
    assert (one.read, one.true) == (LORNE, Sort("unnamed", "mixed", "Dale Post"))


def test_what_was_not_said_does_not_count(record: Record, drawn: Samples) -> None:
    complete(drawn, "quays")
    assert [one.read for one in found(record).statements] == [Sort("named", "indirect", "The Courier")]


def test_a_narrower_draw_tells_nothing_of_the_whole(record: Record) -> None:
    record.writer.add(talks())
    samples = Samples(record.engine)
    samples.draw(9, by="ada", seed=1, scope=Scope(outlet="The Courier"))
    samples.complete(1, by="ada")
    assert (found(record).complete, found(record).narrower) == (0, 1)
    assert found(record, Scope(outlet="the courier")).complete == 1
    assert found(record, Scope(outlet="Dale Post")).drawn == 0


def test_what_a_later_reading_lost_is_missed_by_it(record: Record) -> None:
    text = "Nobody came.\n\nLee said: it rained\n"
    record.writer.add(read(text))
    samples = Samples(record.engine)
    samples.draw(9, by="ada", seed=1)
    for one in samples.paragraphs():
        samples.complete(one.number, by="ada")
    record.writer.add(by_model(read(text), "same"))
    assert [one.read is not None for one in found(record).statements] == [True]
    empty = by_model(read(text), "newer")
    object.__setattr__(empty, "statements", ())
    object.__setattr__(empty, "voices", ())
    record.writer.add(empty)
    (lost,) = found(record).statements
    assert (lost.read, lost.true) == (None, Sort("nobody", "indirect", None))
