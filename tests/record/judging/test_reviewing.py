"""One reviewer's work, told apart from that of others."""

from __future__ import annotations

import pytest

from onrecord.errors import StopRun
from onrecord.model import Span
from onrecord.model.review import Opinion
from onrecord.record import Record
from onrecord.record.judging.reviewing import review
from onrecord.record.sampling.samples import Samples
from tests.record.made import flood, talks


@pytest.fixture
def two(record: Record) -> Record:
    record.writer.add(talks())
    record.writer.add(flood())
    return record


def opinions(record: Record, by: str) -> dict[str, Opinion]:
    return {id: it for doc in review(record.engine, by).values() for id, it in doc.opinions.items()}


def test_each_has_his_own_last_word(two: Record) -> None:
    pell = two.questions.who("Hanno Pell")[0]
    two.judgements.reject(pell.id, by="ada")
    two.judgements.accept(pell.id, by="ada")
    two.judgements.reject(pell.id, by="bo")
    two.judgements.change(pell.id, by="bo", speaker="Edda Lorne")
    assert (opinions(two, "ada")[pell.id].right, opinions(two, "bo")[pell.id].right) == (True, False)
    assert opinions(two, "ada")[pell.id].speaker == "per:hanno pell"
    assert opinions(two, "bo")[pell.id].speaker == "per:edda lorne"


def test_what_was_let_stand_is_as_it_stood(two: Record) -> None:
    pell = two.questions.who("Hanno Pell")[0]
    two.judgements.change(pell.id, by="ada", content=[Span(0, 10)])
    two.judgements.accept(pell.id, by="bo")
    two.judgements.change(pell.id, by="ada", content=[Span(0, 4)])
    assert opinions(two, "bo")[pell.id].content == (Span(0, 10),)
    assert opinions(two, "ada")[pell.id].content == (Span(0, 4),)
    assert opinions(two, "ada")[pell.id].right


def test_what_was_undone_does_not_count(two: Record) -> None:
    pell = two.questions.who("Hanno Pell")[0]
    two.judgements.undo(two.judgements.reject(pell.id, by="ada"), by="ada")
    with pytest.raises(StopRun, match="'ada' has judged nothing"):
        review(two.engine, "ada")


def test_merged_speakers_are_one(two: Record) -> None:
    pell = two.questions.who("Hanno Pell")[0]
    two.judgements.accept(pell.id, by="ada")
    two.judgements.merge("per:hanno pell", "per:edda lorne", by="bo")
    assert opinions(two, "ada")[pell.id].speaker == "per:edda lorne"


def test_complete_paragraphs_are_told(two: Record) -> None:
    samples = Samples(two.engine)
    samples.draw(9, by="ada", seed=1)
    (one,) = (it for it in samples.paragraphs() if "café" in it.words)
    samples.complete(one.number, by="bo")
    (doc,) = review(two.engine, "bo").values()
    assert (doc.id, doc.complete, set(doc.opinions)) == ("talks", (one.span,), set(one.begun))
