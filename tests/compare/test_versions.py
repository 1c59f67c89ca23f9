"""What stayed, went, came and changed between two versions is told as a reader would."""

from __future__ import annotations

import pytest

from onrecord.compare.versions import Piece, Step, pieces, step_between
from tests.stub import read_marked

BEFORE = """[S1 Lorne] [C1 said] [Q1 that the quays would stay shut until May].

[S2 Pell] [C2 said] [Q2 the plan was a trick]. [S3 Lorne] [C3 said] [Q3 “nobody asked us”].
---
1: speaker="Lorne"
2: speaker="Pell"
3: speaker="Lorne"
"""


def step(after: str, before: str = BEFORE) -> Step:
    return step_between(read_marked(before), read_marked(after))


def counts(made: Step) -> tuple[int, int, int, int]:
    return len(made.kept), len(made.changed), len(made.gone), len(made.new)


def test_the_same_text_keeps_all() -> None:
    assert counts(step(BEFORE)) == (3, 0, 0, 0)


def test_what_moved_and_got_other_marks_is_kept() -> None:
    after = BEFORE.replace("[S1", "New lead.\n\n[S1").replace("“nobody asked us”", '"Nobody asked us"')
    assert counts(step(after)) == (3, 0, 0, 0)


def test_what_went_and_came_is_told() -> None:
    after = BEFORE.replace("the plan was a trick", "trains run again")
    made = step(after)
    assert counts(made) == (2, 0, 1, 1)
    assert (made.gone[0].content_words, made.new[0].content_words) == (
        "the plan was a trick",
        "trains run again",
    )


def test_other_words_of_the_same_speaker_are_a_change() -> None:
    made = step(BEFORE.replace("stay shut until May", "stay shut until late June"))
    assert counts(made) == (2, 1, 0, 0)
    assert made.changed[0].what == ("words",)
    assert made.changed[0].pieces[-2:] == (Piece("gone", "May"), Piece("new", "late June"))


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("[S2 Pell] [C2 said]", "[S2 Wind] [C2 said]", ("speaker", "source")),
        ('2: speaker="Pell"', '2: speaker="Pell" status=negated', ("status",)),
        ("[Q2 the plan was a trick]", "[Q2 “the plan was a trick”]", ("form",)),
        ("[S1 Lorne]", "[S1 Edda Lorne]", ("source",)),
    ],
)
def test_what_differs_is_named(old: str, new: str, what: tuple[str, ...]) -> None:
    after = BEFORE.replace(old, new)
    after = after.replace('2: speaker="Pell"', '2: speaker="Wind"') if "Wind" in new else after
    made = step(after)
    assert [one.what for one in made.changed] == [what]
    assert counts(made) == (2, 1, 0, 0)


def test_alike_words_of_somebody_else_are_not_a_change() -> None:
    after = BEFORE.replace(
        "[S2 Pell] [C2 said] [Q2 the plan was a trick]", "[S2 Wind] [C2 said] [Q2 the plan was a gift]"
    )
    assert counts(step(after.replace('2: speaker="Pell"', '2: speaker="Wind"'))) == (2, 1, 0, 0)
    after = BEFORE.replace(
        "[S2 Pell] [C2 said] [Q2 the plan was a trick]",
        "[S2 Wind] [C2 said] [Q2 the plan is no trick at all]",
    )
    assert counts(step(after.replace('2: speaker="Pell"', '2: speaker="Wind"'))) == (2, 0, 1, 1)


def test_a_sentence_that_is_said_twice_stays_twice() -> None:
    twice = BEFORE.replace("“nobody asked us”", "the plan was a trick").replace("[S3 Lorne]", "[S3 Pell]")
    twice = twice.replace('3: speaker="Lorne"', '3: speaker="Pell"')
    assert counts(step(twice, twice)) == (3, 0, 0, 0)


def test_words_one_after_the_other() -> None:
    assert pieces("a b c", "a x c d") == (
        Piece("same", "a"), Piece("gone", "b"), Piece("new", "x"), Piece("same", "c"), Piece("new", "d"),
    )  # fmt: skip
    assert pieces("", "") == ()
