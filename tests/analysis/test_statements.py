"""Drafts become statements: with form, id and place within each other."""

from __future__ import annotations

import pytest

from onrecord.analysis.drafts import Draft
from onrecord.analysis.quotation import find_quotations, outermost
from onrecord.analysis.sentences import find_sentences
from onrecord.analysis.statements import finish, form_of
from onrecord.model.span import Span
from onrecord.model.statement import Form, Statement, Status
from tests.analysis.made import board_of


def finished(marked: str) -> list[Statement]:
    board, text = board_of(marked)
    return finish(board.drafts, text, "sha256:0", find_quotations(text), find_sentences(text))


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("“It rained.”", Form.DIRECT),
        ("“It,” “rained”.", Form.DIRECT),
        ("it “rained”", Form.MIXED),
        ("“it” rained", Form.MIXED),
        ("it rained", Form.INDIRECT),
        ("…", Form.INDIRECT),
        ("‘It rained’", Form.DIRECT),
        ("“It rained", Form.DIRECT),
    ],
)
def test_form(content: str, form: Form) -> None:
    quoted = [quotation.span for quotation in outermost(find_quotations(content))]
    assert form_of((Span(0, len(content)),), content, quoted) is form


def test_a_content_of_two_forms_is_mixed() -> None:
    text = "“It rained” and poured"
    assert form_of((Span(0, 11), Span(12, 22)), text, [Span(0, 11)]) is Form.MIXED


def test_statements_come_in_the_order_of_their_content() -> None:
    found = finished("[Q1 “Rain,”] [S1 she] [C1 said]. [S2 Park] [C2 denied] [Q2 snow]. [Q1 “And wind.”]")
    assert [stmt.content_words for stmt in found] == ["“Rain,” … “And wind.”", "snow"]
    assert [(stmt.source_words, stmt.cue_words) for stmt in found] == [("she", "said"), ("Park", "denied")]
    assert len({stmt.id for stmt in found}) == 2


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("[S Lee] [C said] [Q it rained].", Status.ASSERTED),
        ("It snowed. [S Lee] [C did not say] [Q it rained].", Status.NEGATED),
        ("It snowed. [S Lee] [C will say] [Q it rained].", Status.FUTURE),
        ("It did not snow. [S Lee] [C said] [Q it rained].", Status.ASSERTED),
        ("[S Lee][C :] [Q it rained].", Status.ASSERTED),
    ],
)
def test_status_is_told_from_the_cue_s_sentence(marked: str, status: Status) -> None:
    (stmt,) = finished(marked)
    assert stmt.status is status


@pytest.mark.parametrize(
    ("marked", "within"),
    [
        ("[S1 Lee] [C1 says] [Q1 [S2 Park] [C2 claims] [Q2 rain]].", [None, 0]),
        ("[S1 Lee] [C1 says] [Q1 [S2 Park] [C2 claims] [Q2 [S3 Kim] [C3 fears] [Q3 rain]]].", [None, 0, 1]),
        ("[S1 Lee][C1 :] [Q1 [S2 Park] [C2 says] [Q2 yes]] or [Q1 [S3 he] [C3 says] [Q3 no].]", [None, 0, 0]),
        ("[S1 Lee] [C1 says] [Q1 rain] and [S2 Park] [C2 claims] [Q2 snow].", [None, None]),
        ("[Q1 “Rain,”] [S1 Lee] [C1 says]. [S2 He] [C2 fears] [Q2 snow]. [Q1 “And hail.”]", [None, None]),
    ],
)  # fmt: skip
def test_the_innermost_holder_of_a_statement(marked: str, within: list[int | None]) -> None:
    found = finished(marked)
    assert [stmt.within for stmt in found] == [None if i is None else found[i].id for i in within]


def test_statements_of_one_content_stand_in_neither() -> None:
    text = "Lee says rain falls"
    drafts = [Draft((), (Span(a, b),), [Span(9, 19)]) for a, b in [(4, 8), (9, 13)]]
    assert [stmt.within for stmt in finish(drafts, text, "sha256:0", [], find_sentences(text))] == [
        None,
        None,
    ]


@pytest.mark.parametrize("content", [[], [Span(3, 4)]])
def test_a_draft_without_words_is_dropped(content: list[Span]) -> None:
    assert finish([Draft((), (Span(0, 3),), content)], "Lee says", "sha256:0", [], [Span(0, 8)]) == []


def test_a_draft_that_comes_twice_is_one_statement() -> None:
    drafts = [Draft((), (Span(4, 8),), [Span(9, 13)]) for _ in range(2)]
    assert len(finish(drafts, "Lee says rain", "sha256:0", [], [Span(0, 13)])) == 1
