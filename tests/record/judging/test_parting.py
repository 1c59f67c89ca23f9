"""Two people with one name are parted, and statements are cut and joined: each in one step, undone as one."""

from __future__ import annotations

import pytest

from onrecord.errors import StopRun
from onrecord.record import Filter, Record
from tests.record.made import flood, talks

LORNE = "per:edda lorne"


@pytest.fixture
def two(record: Record) -> Record:
    """Edda Lorne speaks in The Courier (once, and did not say another thing) and in Dale Post (once)."""
    record.writer.add(talks())
    record.writer.add(flood())
    return record


def ids(record: Record, name: str, which: Filter | None = None) -> list[str]:
    return [row.id for row in record.questions.who(name, which)]


def test_a_namesake_gets_a_key_of_his_own(two: Record) -> None:
    (document,) = {row.document for row in two.questions.who(LORNE) if row.outlet == "Dale Post"}
    number, key, count = two.judgements.split(LORNE, "Edda Lorne", by="ada", documents=[document])
    assert (key, count) == ("per:edda lorne~2", 1)
    assert [row.outlet for row in two.questions.who(LORNE)] == ["The Courier"]
    assert [row.outlet for row in two.questions.who(key)] == ["Dale Post"]
    assert len(ids(two, "Edda Lorne")) == 2  # the name is of both
    entries = two.judgements.entries()
    assert [(e.action, e.part_of) for e in entries] == [("split", None), ("change", number)]
    assert two.verify() == []


def test_a_split_is_undone_as_one_and_again_done(two: Record) -> None:
    number, key, _ = two.judgements.split(LORNE, "Edda Lorne", by="ada", word="engineer", outlet="dale post")
    assert key == "per:edda lorne~engineer"
    assert two.questions.who(key)[0].speaker_name == "Edda Lorne (engineer)"
    part = two.judgements.entries()[-1].number
    with pytest.raises(StopRun, match=f"Judgement {part} is part of {number}"):
        two.judgements.undo(part, by="ada")
    back = two.judgements.undo(number, by="ada")
    assert (len(ids(two, LORNE)), ids(two, key)) == (2, [])
    assert [entry.undone for entry in two.judgements.entries()] == [True, True, False]
    two.judgements.undo(back, by="ada")
    assert len(ids(two, key)) == 1


def test_what_was_not_said_goes_too_and_more_can_follow(two: Record) -> None:
    _, key, count = two.judgements.split(LORNE, "Edda Lorne", by="ada", outlet="The Courier")
    assert count == 2
    assert len(ids(two, key, Filter(status="negated"))) == 1
    _, same, _ = two.judgements.split(LORNE, key, by="ada", statements=ids(two, LORNE))
    assert (same, ids(two, LORNE), len(ids(two, key))) == (key, [], 2)


def test_a_split_that_tells_nothing_is_refused(two: Record) -> None:
    for key, into, which, told in (
        ("per:nobody", "X Y", {"outlet": "Dale Post"}, "no speaker per:nobody"),
        (LORNE, "X Y", {}, "Which statements"),
        (LORNE, "X Y", {"outlet": "The Moon"}, "None of these statements"),
        (LORNE, LORNE, {"outlet": "Dale Post"}, "same speaker"),
        (LORNE, "…", {"outlet": "Dale Post"}, "no name"),
    ):
        with pytest.raises(StopRun, match=told):
            two.judgements.split(key, into, by="ada", **which)
    assert two.judgements.entries() == []


def test_a_statement_is_cut_in_two(two: Record) -> None:
    (pell,) = two.questions.who("Hanno Pell")
    at = pell.content[0].start + len("the plan ")
    number, made = two.judgements.split_statement(pell.id, [at], by="ada")
    assert made[0] == pell.id
    assert [row.content_words for row in two.questions.who("Hanno Pell")] == ["the plan", "“a café trick”"]
    added = two.questions.statement(made[1])[0]
    assert (added.origin, added.form, added.source_words, added.said) == (
        "added", "direct", "Hanno Pell", pell.said,
    )  # fmt: skip
    assert [row.id for row in two.questions.search("trick")] == [made[1]]
    assert two.verify() == []
    two.judgements.undo(number, by="ada")
    assert [row.content_words for row in two.questions.who("Hanno Pell")] == [pell.content_words]
    assert [row.id for row in two.questions.search("trick")] == [pell.id]


def test_a_cut_must_leave_words_on_both_sides(two: Record) -> None:
    (pell,) = two.questions.who("Hanno Pell")
    start, end = pell.content[0]
    for places in ([], [start], [end], [0], [start + 3, end + 9]):
        with pytest.raises(StopRun, match="can't be split"):
            two.judgements.split_statement(pell.id, places, by="ada")


def test_statements_become_one(two: Record) -> None:
    first, second = (row.id for row in two.questions.search("", Filter(outlet="The Courier")))
    number = two.judgements.merge_statements([first, second], by="ada")
    (one,) = two.questions.search("", Filter(outlet="The Courier"))
    assert (one.id, len(one.content)) == (first, 2)
    assert {row.id for row in two.questions.search("trick quays")} == {first}
    two.judgements.undo(number, by="ada")
    assert {row.id for row in two.questions.search("", Filter(outlet="The Courier"))} == {first, second}


def test_only_statements_of_one_text_become_one(two: Record) -> None:
    pell, lorne = ids(two, "Hanno Pell")[0], ids(two, LORNE, Filter(outlet="Dale Post"))[0]
    with pytest.raises(StopRun, match="different texts"):
        two.judgements.merge_statements([pell, lorne], by="ada")
    with pytest.raises(StopRun, match="two statements or more"):
        two.judgements.merge_statements([pell, pell], by="ada")


def test_an_unnamed_speaker_stays_unnamed(two: Record) -> None:
    (pell,) = two.questions.who("Hanno Pell")
    two.judgements.change(pell.id, by="ada", speaker="an old hand", unnamed=True)
    found = two.questions.statement(pell.id)[0]
    assert (found.speaker_name, found.speaker_type) == ("an old hand", "anonymous")
    assert found.speaker == f"{pell.document}:an old hand"
    made = two.judgements.add(
        pell.document, by="ada", content=[pell.cue[0]], source=[pell.source[0]], unnamed=True
    )
    assert two.questions.statement(made)[0].speaker_name == "Hanno Pell"
    assert len(two.questions.search("", Filter(anonymous=True, outlet="The Courier"))) == 2
    with pytest.raises(StopRun, match="No words stand"):
        two.judgements.add(pell.document, by="ada", content=[pell.content[0]], unnamed=True)
