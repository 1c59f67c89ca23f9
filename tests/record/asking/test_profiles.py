"""What a record knows of a speaker: what counts, decided before read, those who are one together."""

from __future__ import annotations

import pytest

from onrecord.record import Filter, Record
from onrecord.record.asking.profiles import Profile, Profiles
from tests.record.made import flood, talks
from tests.record.profiled import harbour

EDDA, HANNO = "per:edda lorne", "per:hanno pell"


@pytest.fixture
def filled(record: Record) -> Record:
    for reading in (talks(), flood(), harbour()):
        record.writer.add(reading)
    return record


def profile(record: Record, key: str = EDDA) -> Profile:
    found = Profiles(record.engine).profile(key)
    assert found is not None
    return found


def pairs(counted: object) -> list[tuple[str, int]]:
    return [(one.name, one.count) for one in counted]  # type: ignore[attr-defined]


def test_a_speaker_is_counted_by_month_outlet_and_form(filled: Record) -> None:
    found = profile(filled)
    # What she did not say is not counted.
    assert (found.who.name, found.statements, found.articles, found.copies) == ("Edda Lorne", 4, 3, 0)
    assert found.months == (("2023-11", 2), ("2024-03", 1), ("2024-05", 1))
    assert pairs(found.outlets) == [("The Courier", 3), ("Dale Post", 1)]
    assert found.forms == {"direct": 2, "indirect": 2}
    assert found.statements == filled.questions.count(which=Filter(speaker=EDDA))


def test_it_is_told_about_whom_and_to_whom(filled: Record) -> None:
    found = profile(filled)
    assert [(one.key, one.count) for one in found.about] == [(HANNO, 2)]
    assert dict(pairs(found.addressees)) == {"Ann Vey": 1, "reporters": 1}
    assert profile(filled, HANNO).said_about == 3


def test_those_of_one_name_and_one_document_each_are_told_together(filled: Record) -> None:
    filled.writer.add(talks(outlet="Dale Post", address="http://elsewhere.example/2"))
    found = {one.name: one for one in profile(filled).addressees}
    assert (found["reporters"].count, found["reporters"].key) == (2, None)
    assert found["Ann Vey"].key == "per:ann vey"


def test_an_addressee_that_people_decided_stands_for_the_one_that_was_read(filled: Record) -> None:
    told = next(one for one in filled.questions.who(EDDA) if one.addressee == ("reporters",))
    filled.judgements.change(told.id, by="Ann", addressee="Ann Vey")
    assert pairs(profile(filled).addressees) == [("Ann Vey", 2)]


def test_names_are_counted_by_articles(filled: Record) -> None:
    found = profile(filled)
    assert pairs(found.called) == [("Edda Lorne", 3), ("Lorne", 1)]
    assert (found.looked_at, found.also) == (3, ())


def test_a_word_tells_that_somebody_is_a_woman_and_nothing_else_does(filled: Record) -> None:
    assert (profile(filled).women, profile(filled).men) == (1, 0)
    assert (profile(filled, HANNO).women, profile(filled, HANNO).men) == (0, 0)


def test_what_was_rejected_or_decided_to_be_anothers_is_not_counted(filled: Record) -> None:
    first, second, *_ = filled.questions.who(EDDA)
    filled.judgements.reject(first.id, by="Ann")
    filled.judgements.change(second.id, by="Ann", speaker="Hanno Pell")
    assert profile(filled).statements == 2
    assert profile(filled, HANNO).statements == 2


def test_those_who_are_one_have_one_profile_under_each_of_their_keys(filled: Record) -> None:
    number = filled.judgements.merge(EDDA, HANNO, by="Ann")
    for key in (EDDA, HANNO):
        found = profile(filled, key)
        assert (found.who.key, [one.key for one in found.others], found.statements) == (HANNO, [EDDA], 5)
        assert [(one.number, one.key, one.into, one.by) for one in found.merges] == [
            (number, EDDA, HANNO, "Ann")
        ]
        assert pairs(found.about) == [("Hanno Pell", 2)]
    filled.judgements.undo(number, by="Ann")
    found = profile(filled)
    assert (found.who.key, found.others, found.merges, found.statements) == (EDDA, (), (), 4)


def test_nearly_equal_articles_count_and_are_told(filled: Record) -> None:
    before = profile(filled)
    filled.writer.add(harbour(id="again", path="again.txt", address="http://elsewhere.example/1"))
    after = profile(filled)
    assert (after.statements, after.copies) == (before.statements + 2, 2)


@pytest.mark.parametrize("key", ["per:nobody at all", "", "outlet"])
def test_there_is_no_profile_of_nobody_and_none_of_the_records_own(filled: Record, key: str) -> None:
    assert Profiles(filled.engine).profile(key) is None
