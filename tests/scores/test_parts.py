"""Scores of small cases, worked out by hand."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from onrecord.errors import StopRun
from onrecord.model import Form, Span
from onrecord.scores import PARTS, Count, Marked, Scores, marked_in, need_scipy, score
from tests.stub import read_marked

#       0123456789012345678901234567890123456789
TEXT = "Lee said it rained hard, and Kim agreed."

LEE, KIM, SAID = (0, 3), (29, 32), (4, 8)
RAINED = (9, 23)  # "it rained hard", 14 characters


def at(source: tuple[int, int] | None, *content: tuple[int, int], cue: tuple[int, int] = SAID) -> Marked:
    return Marked((Span(*source),) if source else (), (Span(*cue),), tuple(Span(*span) for span in content))


GOLD = at(LEE, RAINED)


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (at(LEE, RAINED), ["content50", "statement", "exact"]),
        (at(LEE, (8, 24)), ["content50", "statement", "exact"]),  # a space and a comma more: 14/16
        (at(LEE, (12, 23)), ["content50"]),  # 11/14 = 0.786
        (at(LEE, (11, 23)), ["content50", "statement"]),  # 12/14 = 0.857
        (at(LEE, (16, 23)), ["content50"]),  # 7/14 is just half
        (at(LEE, (17, 23)), []),  # 6/14
        (at(KIM, RAINED), ["content50"]),
        (at(None, RAINED), ["content50"]),
        (at((0, 8), RAINED), ["content50", "statement"]),  # the sources touch, but are not the same
        (at(LEE, (9, 11), (12, 23)), ["content50", "statement", "exact"]),  # split at a space
    ],
)
def test_a_pair_is_right_in_three_degrees(found: Marked, right: list[str]) -> None:
    scores = score(TEXT, [GOLD], [found])
    assert [part for part in ("content50", "statement", "exact") if scores[part].hit] == right


def test_without_sources_on_either_side_they_agree() -> None:
    assert score(TEXT, [at(None, RAINED)], [at(None, RAINED)])["statement"].f1 == 1.0


def test_precision_and_recall_are_shares() -> None:
    scores = score(TEXT, [GOLD, at(KIM, (33, 39))], [GOLD, at(KIM, (24, 28)), at(KIM, (0, 3))])
    count = scores["statement"]
    assert (count.hit, count.gold, count.found) == (1, 2, 3)
    assert (count.precision, count.recall) == (1 / 3, 1 / 2)
    assert count.f1 == pytest.approx(0.4)


def test_pairs_are_chosen_for_the_greatest_sum() -> None:
    # The first found one overlaps both; taking its best partner would leave the second alone.
    gold = [at(LEE, (9, 15)), at(LEE, (16, 23))]
    found = [at(LEE, (9, 23)), at(LEE, (9, 15))]
    assert score(TEXT, gold, found)["content50"].hit == 2  # 1 + 7/14


def test_the_same_content_goes_to_the_statement_with_the_same_cue() -> None:
    gold = [at(LEE, RAINED), at(KIM, RAINED, cue=(33, 39))]
    assert score(TEXT, gold, list(reversed(gold)))["exact"].hit == 2


def test_words_are_counted_whatever_they_are_linked_to() -> None:
    scores = score(TEXT, [GOLD], [at(KIM, (9, 18)), at(KIM, (9, 11))])  # "it rained", "it"
    assert scores["tokens_content"] == Count(hit=2, gold=3, found=2)
    assert scores["tokens_source"] == Count(hit=0, gold=1, found=1)
    assert scores["tokens_cue"] == Count(hit=1, gold=1, found=1)


def direct(marked: str) -> tuple[str, list[Marked]]:
    reading = read_marked(marked)
    return reading.document.text, [Marked.of(stmt) for stmt in reading.statements]


@pytest.mark.parametrize(
    ("marked", "form"),
    [
        ("[S Lee] [C said]: [Q “it rained”].", Form.DIRECT),
        ('[S Lee] [C said]: [Q "it rained,"]', Form.DIRECT),
        ("[S Lee] [C said]: [Q «it rained»].", Form.DIRECT),
        ("[S Lee] [C said]: [Q „it rained“].", Form.DIRECT),
        ('[S Lee] [C said]: [Q “it rained"].', Form.DIRECT),
        ("[S Lee] [C said] [Q it “rained”].", Form.MIXED),
        ("[S Lee] [C said] [Q it rained].", Form.INDIRECT),
        ("[S Lee] [C said]: [Q “it rained].\n\nSo.", Form.DIRECT),  # open to the end of its paragraph
        ("[S Lee] [C said]: [Q “it rained].", Form.INDIRECT),  # open to the end of the text
        ("“A\n\n[S Lee] [C said]: [Q it rained].”", Form.INDIRECT),
    ],
)
def test_the_form_follows_from_quotation_marks(marked: str, form: Form) -> None:
    text, gold = direct(marked)
    scores = score(text, gold, gold)
    assert scores.of_form(form, "exact") == Count(1, 1, 1)
    assert scores["exact_direct"] == (Count(1, 1, 1) if form is Form.DIRECT else Count())


def test_a_pair_is_direct_when_either_side_is() -> None:
    text, (gold,) = direct("[S Lee] [C said]: [Q “it rained hard”] so.")
    longer = at(LEE, (gold.content[0].start, gold.content[0].end + 3))
    for one, other in ((gold, longer), (longer, gold)):
        assert score(text, [one], [other])["statement_direct"] == Count(1, 1, 1)


def test_by_form_pairs_count_with_the_form_that_was_marked() -> None:
    text, gold = direct("[S1 Lee] [C1 said]: [Q1 “it rained hard”] so. [S2 Kim] [C2 said] [Q2 no].")
    longer = at(LEE, (gold[0].content[0].start, gold[0].content[0].end + 3))
    scores = score(text, gold, [longer])
    assert scores.of_form(Form.DIRECT, "statement") == Count(1, 1, 1)
    assert scores.of_form(Form.MIXED, "statement") == Count(0, 0, 0)
    assert scores.of_form(Form.INDIRECT, "statement") == Count(0, 1, 0)


def test_scores_of_texts_add_up() -> None:
    total = sum([score(TEXT, [GOLD], [GOLD]), score(TEXT, [GOLD], []), score(TEXT, [], [GOLD])], Scores())
    assert total["exact"] == Count(1, 2, 2)
    assert total.of_form(Form.INDIRECT, "exact") == Count(1, 2, 2)


def test_nothing_scores_nothing() -> None:
    scores = score(TEXT, [], [])
    assert {scores[part] for part in PARTS} == {Count()}
    assert Count().f1 == 0.0


def test_lines_of_json_are_understood() -> None:
    stmt: dict[str, Any] = {"source": [[0, 3]], "cue": [], "content": [[9, 23]], "within": None}
    nested = stmt | {"within": "s1"}
    empty = stmt | {"content": []}
    row = {"statements": [stmt, nested, empty]}
    assert marked_in(row) == [Marked((Span(0, 3),), (), (Span(9, 23),))] * 2
    assert len(marked_in(row, top=True)) == 1
    assert len(marked_in({"attributions": [stmt]})) == 1
    assert marked_in({}) == []


def test_missing_scipy_is_named_with_the_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(StopRun, match=r"pip install \"onrecord\[evaluate\]\""):
        need_scipy()
