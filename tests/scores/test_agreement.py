"""Agreement of two reviewers, worked out by hand."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.model.review import Opinion, ReviewedDocument
from onrecord.scores.agreement import agreement, kappa

TEXT = "Lee said it rained. Kim said it snowed. Wind said nothing."
RAINED, SNOWED = (9, 18), (29, 38)


def opinion(content: tuple[int, int], *, right: bool = True, speaker: str | None = "lee") -> Opinion:
    return Opinion(
        right=right,
        source=(Span(0, 3),),
        cue=(),
        content=(Span(*content),),
        speaker=speaker,
        speaker_name=speaker,
    )


def work(complete: tuple[Span, ...] = (), **opinions: Opinion) -> dict[str, ReviewedDocument]:
    return {"k": ReviewedDocument(id="a", text=TEXT, opinions=opinions, complete=complete)}


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        # Cohen's form: 20 both yes, 15 both no, 5 and 10 differ: (.7 - .5) / .5
        ([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15, 0.4),
        ([("y", "y"), ("n", "n")], 1.0),
        ([("y", "n"), ("n", "y")], -1.0),
        ([("y", "y")] * 9, None),
        ([], None),
    ],
)
def test_kappa_is_as_worked_out_by_hand(pairs: list[tuple[str, str]], value: float | None) -> None:
    found = kappa(pairs)
    assert found is None if value is None else found == pytest.approx(value)


def test_only_what_both_judged_counts() -> None:
    one = work(x=opinion(RAINED), y=opinion(SNOWED, right=False), z=opinion((45, 57)))
    other = work(x=opinion(RAINED, speaker="kim"), y=opinion(SNOWED, right=False))
    found = agreement(one, other)
    assert (found.documents, found.statements, found.same_verdict, found.verdict_kappa) == (1, 2, 2, 1.0)
    assert (found.both_right, found.same_speaker) == (1, 0)
    assert (found.exact.f1, found.exact.gold, found.exact.found) == (1.0, 1, 1)
    assert [(d.statement, d.what, d.one, d.other) for d in found.differences] == [
        ("x", "speaker", "lee", "kim")
    ]


def test_statements_that_each_added_are_paired_by_their_words() -> None:
    found = agreement(work(x=opinion(RAINED)), work(y=opinion((12, 18))))
    assert (found.statements, found.exact.f1, found.overlap.f1) == (0, 0.0, 1.0)
    assert found.differences == ()


def test_what_one_missed_where_he_judged_everything_is_a_difference() -> None:
    one, other = work(x=opinion(RAINED), y=opinion(SNOWED)), work((Span(20, 39),), x=opinion(RAINED))
    found = agreement(one, other)
    assert (found.exact.gold, found.exact.found, found.exact.hit) == (2, 1, 1)
    assert [(d.what, d.one, d.other) for d in found.differences] == [("found", "it snowed", "")]


def test_verdict_and_places_are_told() -> None:
    one = work(x=opinion(RAINED), y=opinion(SNOWED))
    other = work(x=opinion(RAINED, right=False), y=opinion((32, 38)))
    found = agreement(one, other)
    assert [(d.what, d.one, d.other) for d in found.differences] == [
        ("verdict", "right", "wrong"), ("content", "it snowed", "snowed"),
    ]  # fmt: skip
    assert agreement(one, {}).documents == 0
