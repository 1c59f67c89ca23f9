"""The form of a content follows from its quotation marks."""

from __future__ import annotations

import pytest

from onrecord.model import Form, Span
from onrecord.model.quoted import form_of, quotations


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("“It rained,”", Form.DIRECT),
        ("“It rained”, “hard”.", Form.DIRECT),
        ("that “it rained” hard", Form.MIXED),
        ("that it rained", Form.INDIRECT),
        ('"It rained"', Form.DIRECT),
        ("“ ” it rained", Form.INDIRECT),
    ],
)
def test_form_is_told_by_marks(content: str, form: Form) -> None:
    text = f"Lee said {content}\n\nKim left."
    assert form_of((Span(9, 9 + len(content)),), text) is form


def test_a_mark_that_is_not_closed_ends_with_its_paragraph() -> None:
    text = "“One.\n\nTwo. “Three"
    assert [span.slice(text) for span in quotations(text)] == ["“One."]
