"""Only what people judged completely is gold, as they left it."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.record import Record
from onrecord.record.sampling.gold import gold
from onrecord.record.sampling.samples import Samples, Scope
from tests.record.made import flood, talks


def test_complete_paragraphs_are_gold(record: Record) -> None:
    for reading in (talks(), flood()):
        record.writer.add(reading)
    samples = Samples(record.engine)
    samples.draw(9, by="ada", seed=1)
    assert list(gold(record.engine)) == []
    water, officials = record.questions.search("water")[0], record.questions.search("dam")[0]
    record.judgements.change(officials.id, by="ada", content=[Span(0, 5)])
    record.judgements.reject(water.id, by="ada")
    for one in samples.paragraphs():
        if one.outlet == "Dale Post":
            samples.complete(one.number, by="ada")
    (made,) = gold(record.engine)
    assert made.document.id == "flood"
    assert made.complete == (Span(0, len(made.document.text.rstrip())),)
    (stmt,) = made.statements
    assert (stmt.id, stmt.content, stmt.anonymous) == (officials.id, (Span(0, 5),), True)
    assert list(gold(record.engine, Scope(outlet="The Courier"))) == []


def test_other_paragraphs_are_not(record: Record) -> None:
    record.writer.add(talks())
    samples = Samples(record.engine)
    samples.draw(9, by="ada", seed=1)
    (one,) = (it for it in samples.paragraphs() if "quays" in it.words)
    samples.complete(one.number, by="ada")
    (made,) = gold(record.engine)
    assert made.complete == (one.span,)
    assert {stmt.status for stmt in made.statements} == {"asserted", "negated"}
    assert [stmt.speaker for stmt in made.statements] == ["Edda Lorne", "Edda Lorne"]
