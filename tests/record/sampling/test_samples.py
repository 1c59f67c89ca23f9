"""Paragraphs are drawn by chance, kept, and judged completely."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.errors import StopRun
from onrecord.record import Record
from onrecord.record.sampling.completing import Place
from onrecord.record.sampling.samples import Samples, Scope
from tests.record.asking.test_reading_back import read
from tests.record.made import by_model, flood, long_text, talks


@pytest.fixture
def samples(record: Record) -> Samples:
    """Two documents with two paragraphs each, and one with none that holds words."""
    for reading in (talks(), flood(), read("* * *\n")):
        record.writer.add(reading)
    return Samples(record.engine)


def places(samples: Samples, draw: int) -> set[Place]:
    return {Place(one.document, *one.span) for one in samples.paragraphs(draw)}


def test_a_seed_draws_the_same_and_more_of_the_same(samples: Samples) -> None:
    one, same, more, every = (
        places(samples, samples.draw(count, by="ada", seed=3)) for count in (2, 2, 3, 99)
    )
    assert one == same < more < every
    assert len(every) == 4
    assert any(places(samples, samples.draw(2, by="ada", seed=seed)) != one for seed in range(4, 9))


def test_each_paragraph_has_the_same_chance(record: Record) -> None:
    text = "\n\n".join(f"Nobody was in house {i}." for i in range(20))
    record.writer.add(read(text))
    samples = Samples(record.engine)
    drawn = [
        one.words for seed in range(40) for one in samples.paragraphs(samples.draw(5, by="a", seed=seed))
    ]
    counts = [drawn.count(f"Nobody was in house {i}.") for i in range(20)]
    assert len(drawn) == 200
    assert min(counts) >= 3  # of 10 that are meant
    assert max(counts) <= 19


def test_fresh_ones_were_never_drawn(samples: Samples) -> None:
    first, second = (samples.draw(2, by="ada", seed=3, fresh=True) for _ in range(2))
    assert not places(samples, first) & places(samples, second)
    with pytest.raises(StopRun, match="wasn't drawn before"):
        samples.draw(1, by="ada", seed=3, fresh=True)


def test_versions_and_copies_are_drawn_from_once(record: Record) -> None:
    record.writer.add(read(long_text(80), outlet="A"))
    record.writer.add(read(long_text(80, change=3), outlet="B"))
    record.writer.add(read("Old words.", address="http://a.example/1"))
    record.writer.add(read("New words.", address="http://a.example/1"))
    samples = Samples(record.engine)
    found = samples.paragraphs(samples.draw(99, by="ada", seed=0))
    assert {one.words for one in found} == {long_text(80), "New words."}


def test_a_part_is_drawn_from(samples: Samples) -> None:
    draw = samples.draw(9, by="ada", seed=1, scope=Scope(outlet="dale post", since="2024-05-01"))
    assert {one.outlet for one in samples.paragraphs(draw)} == {"Dale Post"}
    with pytest.raises(StopRun, match=r"no paragraph to draw\."):
        samples.draw(9, by="ada", seed=1, scope=Scope(until="2020-01-01"))


@pytest.mark.parametrize(
    ("drawn", "asked", "covers"),
    [
        (Scope(), Scope(outlet="A"), True),
        (Scope(outlet="A"), Scope(), False),
        (Scope(outlet="A"), Scope(outlet="a", since="2024-01-01"), True),
        (Scope(since="2024-01-01"), Scope(since="2024-02-01"), True),
        (Scope(since="2024-01-01"), Scope(since="2023-12-31"), False),
        (Scope(until="2024-01-01"), Scope(until="2024-01-01"), True),
        (Scope(until="2024-01-01"), Scope(since="2023-01-01"), False),
    ],
)
def test_a_draw_tells_of_what_it_was_drawn_from(drawn: Scope, asked: Scope, covers: bool) -> None:
    assert drawn.covers(asked) is covers


def test_completing_accepts_what_is_left_and_is_undone_as_one(record: Record, samples: Samples) -> None:
    draw = samples.draw(9, by="ada", seed=1)
    (first,) = (one for one in samples.paragraphs(draw) if "quays" in one.words)
    assert len(first.begun) == 2
    record.judgements.reject(first.begun[1], by="ada")
    number, accepted = samples.complete(first.number, by="ada")
    assert accepted == 1
    assert [record.questions.statement(id)[0].verdict for id in first.begun] == ["accepted", "rejected"]
    assert [(one.drawn, one.complete) for one in samples.draws()] == [(4, 1)]
    assert len(samples.paragraphs(open_only=True)) == 3
    record.judgements.undo(number, by="ada")
    assert record.questions.statement(first.begun[0])[0].verdict is None
    assert [one.complete for one in samples.draws()] == [0]


def test_a_second_reviewer_lets_stand_what_stands(record: Record, samples: Samples) -> None:
    samples.draw(9, by="ada", seed=1)
    (one,) = (one for one in samples.paragraphs() if "café" in one.words)
    record.judgements.reject(one.begun[0], by="ada")
    number, accepted = samples.complete(one.number, by="bo")
    assert accepted == 0
    assert [e.action for e in record.judgements.entries() if e.part_of == number] == ["reject"]
    (shown,) = (it for it in samples.paragraphs() if it.number == one.number)
    assert shown.complete == ("bo",)


def test_a_paragraph_is_open_again_when_another_statement_is_read_in_it(
    record: Record, samples: Samples
) -> None:
    samples.draw(9, by="ada", seed=1)
    (one,) = (one for one in samples.paragraphs() if "dam" in one.words)
    samples.complete(one.number, by="ada")
    reading = flood()
    more = replace(reading.statements[1], id="0123456789abcdef", content=reading.statements[1].cue)
    record.writer.add(by_model(replace(reading, statements=(*reading.statements, more)), "newer"))
    (again,) = (it for it in samples.paragraphs(open_only=True) if it.number == one.number)
    assert (again.reopened, again.complete) == (True, ())


def test_mistakes_are_told(samples: Samples) -> None:
    with pytest.raises(StopRun, match="no sample 7"):
        samples.complete(7, by="ada")
    with pytest.raises(StopRun, match="no draw 7"):
        samples.paragraphs(7)
