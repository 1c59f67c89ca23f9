"""What was exported of a document is kept beside it, and comes back the same."""

from __future__ import annotations

import pytest

from onrecord.exports.characters import whole
from onrecord.exports.edited import BadAnnotation
from onrecord.exports.exported import exported_json, parse_exported
from onrecord.model.document import digest_of
from onrecord.model.edited import as_exported
from tests.exports.made import everything


def test_it_comes_back_the_same() -> None:
    made = everything()
    found = parse_exported(exported_json(made, whole))
    assert found.statements == as_exported(made)
    assert found.digest == made.document.digest


def test_it_tells_of_the_text_as_it_was_written() -> None:
    made = everything()
    found = parse_exported(exported_json(made, str.upper))
    assert found.digest == digest_of(made.document.text.upper().encode())
    assert found.statements[0].speaker == "ANN LEE"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{}", "missing required field"),
        (b"\xff", "is no"),
        (b'{"onrecord":2,"document":"","digest":"","statements":[]}', "of version 2"),
    ],
)
def test_what_it_is_not_is_told(data: bytes, told: str) -> None:
    with pytest.raises(BadAnnotation, match=told):
        parse_exported(data)
