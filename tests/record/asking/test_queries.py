"""Questions find what was said, by whom and about whom; what was not made is left out unless asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.record import Filter, Record
from tests.record.made import flood, talks


@pytest.fixture
def filled(record: Record) -> Record:
    record.writer.add(talks())
    record.writer.add(flood())
    return record


def contents(record: Record, words: str = "", which: Filter | None = None) -> list[str]:
    return [row.content_words for row in record.questions.search(words, which)]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("quays", 1),
        ("quay", 1),  # stemmed
        ("CAFE", 1),  # accents folded
        ("café trick", 1),
        ('"café trick"', 1),
        ('"trick café"', 0),
        ("quays trick", 0),
        ("who had asked", 0),  # not made
        ('C++ -x "', 0),
        ("*", 0),
        ("'; DROP TABLE statements; --", 0),
        ("", 4),
    ],
)
def test_search_by_words(filled: Record, words: str, count: int) -> None:
    assert len(contents(filled, words)) == count


@pytest.mark.parametrize(
    ("which", "count"),
    [
        ({"speaker": "Edda Lorne"}, 2),
        ({"speaker": "edda lorne", "outlet": "dale post"}, 1),
        ({"speaker": "Lorne"}, 2),
        ({"speaker": "Nobody At All"}, 0),
        ({"status": None}, 5),
        ({"status": "negated"}, 1),
        ({"form": "direct"}, 1),
        ({"anonymous": True}, 1),
        ({"anonymous": False}, 3),
        ({"since": "2024-04-01"}, 2),
        ({"until": "2024-03-04"}, 1),
        ({"min_confidence": 0.95}, 0),
    ],
)
def test_filters(filled: Record, which: dict[str, object], count: int) -> None:
    chosen = Filter(**which)  # type: ignore[arg-type]
    assert len(contents(filled, which=chosen)) == count
    assert filled.questions.count(which=chosen) == count


def test_who_said_what_in_order_of_days(filled: Record) -> None:
    found = filled.questions.who("Edda Lorne")
    assert [row.said for row in found] == ["2024-03-04", "2024-05-01"]
    assert {row.outlet for row in found} == {"The Courier", "Dale Post"}


def test_who_speaks_most_comes_first(filled: Record) -> None:
    first = filled.questions.speakers()[0]
    assert (first.name, first.statements, first.documents) == ("Edda Lorne", 2, 2)
    assert "Lorne" in first.aliases


def test_a_statement_by_the_beginning_of_its_id(filled: Record) -> None:
    whole = filled.questions.who("Hanno Pell")[0]
    assert [row.id for row in filled.questions.statement(whole.id[:6])] == [whole.id]
    assert filled.questions.statement("%") == []


def test_spans_are_slices_of_the_stored_text(filled: Record) -> None:
    for row in filled.questions.search(which=Filter(status=None)):
        text = filled.questions.text(row.document)
        assert text is not None
        assert " … ".join(span.slice(text) for span in row.content) == row.content_words


def test_pages(filled: Record) -> None:
    every = [row.id for row in filled.questions.search()]
    paged = [row.id for after in range(4) for row in filled.questions.search(limit=1, after=after)]
    assert paged == every


def test_answers_become_a_table(filled: Record) -> None:
    table = filled.questions.who("Edda Lorne").to_pandas()
    assert list(table["speaker_name"]) == ["Edda Lorne", "Edda Lorne"]
    assert list(filled.questions.search("nothing like it").to_pandas().columns) == list(table.columns)


def test_those_without_a_day_come_last(record: Record) -> None:
    record.writer.add(talks())
    record.writer.add(flood())
    undated = flood(id="undated")
    document = replace(undated.document, published=None, address="http://a.example/")
    record.writer.add(replace(undated, document=document))
    every = record.questions.search(which=Filter(status=None))
    days = [row.said for row in every]
    assert days[-1] is None
    assert days == sorted((day for day in days if day), reverse=True) + [None] * days.count(None)
    for i in range(len(every) + 1):
        assert record.questions.search(which=Filter(status=None), limit=1, after=i) == every[i : i + 1]


def test_words_that_are_in_no_index_take_nothing_away(record: Record) -> None:
    record.writer.add(talks())
    assert len(record.questions.search("the quays")) == len(record.questions.search("quays")) == 1


def test_those_without_a_name_are_found_by_that(record: Record) -> None:
    record.writer.add(flood())
    (row,) = record.questions.search(which=Filter(anonymous=True))
    assert row.speaker_name == "Two officials"
    record.judgements.change(row.id, by="ada", speaker="Edda Lorne")
    assert record.questions.search(which=Filter(anonymous=True)) == []


def test_a_word_that_stands_nearly_everywhere_is_found_alike(
    filled: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    rare = [filled.questions.search(words) for words in ("lorne", "quays", "the dam")]
    monkeypatch.setattr("onrecord.record.asking.searching.FREQUENT", 0)
    assert [filled.questions.search(words) for words in ("lorne", "quays", "the dam")] == rare
    assert filled.questions.count("quays") == 1


def test_an_outlet_is_found_by_its_name_whatever_its_letters(record: Record) -> None:
    made = flood(address="http://a.example/")
    record.writer.add(replace(made, document=replace(made.document, outlet="Österreich Élan")))
    assert len(record.questions.search(which=Filter(outlet="Österreich Élan"))) == 2


def test_the_state_is_another_after_everything_that_happens(record: Record) -> None:
    seen = {record.questions.state()}
    key = record.writer.add(talks()).key
    seen.add(record.questions.state())
    number = record.judgements.reject(record.questions.search()[0].id, by="ada")
    seen.add(record.questions.state())
    record.judgements.undo(number, by="ada")
    seen.add(record.questions.state())
    assert key
    record.removing.document(key, by="ada")
    seen.add(record.questions.state())
    assert len(seen) == 5


def test_a_day_that_a_person_set_alone_is_that_day(record: Record) -> None:
    record.writer.add(talks())
    (row,) = record.questions.who("Hanno Pell")
    assert row.days == ""
    record.judgements.change(row.id, by="ada", when_start="2024-03-01")
    assert record.questions.who("Hanno Pell")[0].days == "1 Mar 2024"
    assert record.questions.search("quays")[0].days == "4 Mar 2024"
