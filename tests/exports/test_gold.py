"""Gold lines hold what `onrecord evaluate` and training ask for."""

from __future__ import annotations

import io
import json

from onrecord.exports.gold import write_gold
from onrecord.model import Document, Kind, Span, Status
from onrecord.model.gold import Gold, GoldStatement

STMT = GoldStatement(
    id="s1", kind=Kind.SPEECH, status=Status.ASSERTED, source=(Span(0, 3),), cue=(Span(4, 8),),
    content=(Span(9, 18),), speaker="Ann Lee", anonymous=False, within=None,
)  # fmt: skip


def test_a_line_a_document_each_with_a_name_of_its_own() -> None:
    document = Document(id="a", text="Lee said it rained.")
    gold = Gold(document=document, complete=(Span(0, 19),), statements=(STMT,))
    out = io.BytesIO()
    assert write_gold([gold, gold, gold], out) == 3
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line["id"] for line in lines] == ["a", "a~2", "a~3"]
    assert (lines[0]["text"], lines[0]["outlet"], lines[0]["complete"]) == (document.text, "", [[0, 19]])
    (told,) = lines[0]["attributions"]
    assert (told["source"], told["cue"], told["content"]) == ([[0, 3]], [[4, 8]], [[9, 18]])
    assert (told["speaker"], told["status"]) == ("Ann Lee", "asserted")
