"""What a person did is told from what went out and what came back, however programs part their spans."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Kind, Span, Status
from onrecord.model.edited import EditedStatement
from onrecord.record.judging.edits import edits_between, same_place

TEXT = "Lorne said: it rained\nall day. Pell said: it snowed."
RAIN = EditedStatement(
    id="a", source=(Span(0, 5),), cue=(Span(6, 10),), content=(Span(12, 29),), speaker="Edda Lorne",
    kind=Kind.SPEECH, status=Status.ASSERTED,
)  # fmt: skip
SNOW = EditedStatement(id="b", source=(Span(31, 35),), cue=(Span(36, 40),), content=(Span(42, 51),))


def test_what_came_back_as_it_went_is_untouched() -> None:
    edits = edits_between(TEXT, [RAIN, SNOW], [SNOW, RAIN])
    assert (edits.untouched, edits.changed, edits.removed, edits.added) == (("a", "b"), (), (), ())


@pytest.mark.parametrize(
    ("after", "fields"),
    [
        (replace(RAIN, content=(Span(12, 21),)), ("content",)),
        (replace(RAIN, speaker=None, source=()), ("source", "speaker")),
        (replace(RAIN, kind=Kind.THOUGHT), ("kind",)),
        (replace(RAIN, status=None, kind=None), ()),
        (replace(RAIN, content=(Span(12, 21), Span(22, 29))), ()),
    ],
)
def test_what_differs_is_named(after: EditedStatement, fields: tuple[str, ...]) -> None:
    edits = edits_between(TEXT, [RAIN], [after])
    assert [change.fields for change in edits.changed] == ([fields] if fields else [])


def test_what_is_not_there_any_more_was_removed() -> None:
    assert edits_between(TEXT, [RAIN, SNOW], [SNOW]).removed == ("a",)


def test_what_has_no_id_or_a_strange_one_or_a_copied_one_was_added() -> None:
    other = replace(SNOW, content=(Span(45, 51),))
    after = [RAIN, replace(other, id=None), replace(other, id="z"), replace(other, id="a")]
    edits = edits_between(TEXT, [RAIN], after)
    assert edits.untouched == ("a",)
    assert edits.added == (replace(other, id=None),) * 3


def test_what_was_drawn_anew_is_a_change() -> None:
    edits = edits_between(TEXT, [RAIN], [replace(RAIN, id=None, speaker="Hanno Pell")])
    assert [(change.after.id, change.fields) for change in edits.changed] == [("a", ("speaker",))]
    assert (edits.removed, edits.added) == ((), ())


def test_white_space_makes_no_other_place() -> None:
    assert same_place(TEXT, (Span(12, 29),), (Span(12, 22), Span(22, 29)))
    assert not same_place(TEXT, (Span(12, 29),), (Span(12, 28),))
