"""What is to be judged next, queue by queue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Reading, Span
from onrecord.record import Record
from onrecord.record.judging.queue import Ahead, Queue, Queues
from onrecord.record.sampling.samples import Samples
from tests.record.asking.test_reading_back import read
from tests.record.made import flood, having, long_text, talks


@pytest.fixture
def queues(record: Record) -> Queues:
    """Three statements in one article, and two in another."""
    record.writer.add(talks())
    record.writer.add(flood())
    return Queues(record.engine)


def sure(reading: Reading, *confidences: float) -> Reading:
    """The reading with its statements so sure."""
    pairs = zip(reading.statements, confidences, strict=True)
    return having(reading, *(replace(stmt, confidence=confidence) for stmt, confidence in pairs))


def key(record: Record, id: str) -> str:
    return next(row.key for row in record.questions.documents() if row.id == id)


def ids(record: Record, id: str) -> list[str]:
    return [one.id for one in record.questions.in_document(key(record, id))]


def test_the_least_sure_come_first(record: Record) -> None:
    record.writer.add(sure(talks(), 0.9, 0.3, 0.6))
    record.writer.add(sure(flood(), 0.5, 0.3))
    (a, b, c), (d, e) = ids(record, "talks"), ids(record, "flood")
    queues = Queues(record.engine)
    assert queues.ids(Queue.UNSURE) == [b, e, d, c, a]
    assert queues.ids(Queue.UNSURE, after=e, limit=2) == [d, c]
    record.judgements.accept(d, by="Ann")
    record.judgements.change(b, by="Ann", addressee="Pell")
    assert queues.ids(Queue.UNSURE) == [e, c, a]
    assert queues.ids(Queue.UNSURE, after=d) == [c, a]


def test_what_nobody_judged_comes_in_the_order_of_articles(record: Record, queues: Queues) -> None:
    every = [*ids(record, "talks"), *ids(record, "flood")]
    assert sorted(queues.ids(Queue.UNJUDGED)) == sorted(every)
    first = queues.ids(Queue.UNJUDGED)
    record.judgements.reject(first[0], by="Ann")
    assert queues.ids(Queue.UNJUDGED) == first[1:]
    assert queues.ids(Queue.UNJUDGED, after=first[1], limit=2) == first[2:4]
    assert (queues.count(Queue.UNJUDGED), queues.count(Queue.UNSURE)) == (4, 4)


def test_copies_and_earlier_versions_are_not_judged(record: Record) -> None:
    record.writer.add(read(long_text(80), outlet="A"))
    record.writer.add(read(long_text(80, change=3), outlet="B"))
    (left,) = Queues(record.engine).ids(Queue.UNJUDGED)
    assert record.questions.statement(left)[0].outlet == "A"
    assert Queues(record.engine).ids(Queue.UNSURE) == [left]


def test_an_article_is_judged_in_its_order(record: Record, queues: Queues) -> None:
    document, mine = key(record, "talks"), ids(record, "talks")
    assert queues.ids(Queue.DOCUMENT, document=document) == mine
    record.judgements.accept(mine[0], by="Ann")
    assert queues.first_unjudged(document) == mine[1]
    assert queues.ids(Queue.DOCUMENT, document=document, after=mine[0]) == mine[1:]
    assert queues.first_unjudged("none") is None


def test_two_who_differ_are_found_until_a_third_decides(record: Record, queues: Queues) -> None:
    one, two, _ = ids(record, "talks")
    for by in ("Ann", "Bo"):
        record.judgements.accept(one, by=by)
    assert queues.ids(Queue.DISPUTED) == []
    record.judgements.reject(two, by="Ann")
    record.judgements.accept(two, by="Bo")
    assert queues.ids(Queue.DISPUTED) == [two]
    record.judgements.change(one, by="Ann", content=[Span(0, 4)])
    assert (queues.ids(Queue.DISPUTED), queues.count(Queue.DISPUTED)) == ([two, one], 2)
    assert queues.ids(Queue.DISPUTED, after=two) == [one]
    record.judgements.reject(two, by="Cy")
    assert queues.ids(Queue.DISPUTED) == [one]


def test_two_who_set_the_same_right_agree(record: Record, queues: Queues) -> None:
    one = ids(record, "talks")[0]
    record.judgements.change(one, by="Ann", speaker="Hanno Pell")
    record.judgements.change(one, by="Bo", speaker="per:hanno pell")
    assert queues.ids(Queue.DISPUTED) == []
    record.judgements.undo(record.judgements.reject(one, by="Bo"), by="Bo")
    assert queues.ids(Queue.DISPUTED) == []


def test_drawn_paragraphs_wait_until_they_are_complete(record: Record, queues: Queues) -> None:
    samples = Samples(record.engine)
    assert (queues.next_paragraph(), queues.count(Queue.SAMPLE)) == (None, 0)
    samples.draw(9, by="Ann", seed=1)
    first, *others = [one.number for one in samples.paragraphs()]
    assert queues.next_paragraph() == first
    assert queues.next_paragraph(first) == others[0]
    samples.complete(first, by="Ann")
    assert queues.next_paragraph() == others[0]
    assert queues.count(Queue.SAMPLE) == len(others)
    assert queues.next_paragraph(others[-1]) is None


def test_a_drawn_paragraph_tells_what_is_left(record: Record, queues: Queues) -> None:
    samples = Samples(record.engine)
    samples.draw(9, by="Ann", seed=1)
    number = samples.paragraphs()[0].number
    mine = ids(record, "talks")[:2]
    record.judgements.accept(mine[0], by="Ann")
    drawn = queues.paragraph(number, by="Ann")
    assert drawn is not None
    assert (list(drawn.begun), drawn.left, drawn.complete) == (mine, (mine[1],), ())
    other = queues.paragraph(number, by="Bo")
    assert other is not None
    assert list(other.left) == mine
    samples.complete(number, by="Bo")
    done = queues.paragraph(number, by="Bo")
    assert done is not None
    assert (done.left, done.complete) == ((), ("Bo",))
    assert queues.paragraph(999, by="Ann") is None


def test_what_comes_next_is_looked_up_a_few_at_a_time(record: Record, queues: Queues) -> None:
    every = queues.ids(Queue.UNJUDGED)
    ahead = Ahead(queues)
    at = ahead.next(Queue.UNJUDGED, by="Ann")
    went = [at]
    while at is not None:
        record.judgements.accept(at, by="Ann")
        at = ahead.next(Queue.UNJUDGED, by="Ann", after=at)
        went.append(at)
    assert went == [*every, None]
