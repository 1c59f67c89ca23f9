from __future__ import annotations

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import document_of
from onrecord.ingest.text import read_text
from onrecord.model.document import digest_of


def test_the_text_is_the_decoded_characters() -> None:
    data = "\ufeffRain\r\n\r\nLee said “no”.\r\n ".encode()
    doc = read_text(data, id="a", path="a.txt")
    assert doc.text.encode() == data
    assert doc.original_digest == doc.digest == digest_of(data)


def test_a_text_of_another_encoding_has_two_digests() -> None:
    doc = read_text("Lee said “no”.".encode("cp1252"), id="a", path="a.txt")
    assert doc.text == "Lee said “no”."
    assert doc.original_digest != doc.digest


def test_what_the_lines_show_is_told() -> None:
    doc = document_of("Rain at last\n\nBy Mara Ilves\n\nORSK (AP) — Lee said no.")
    assert (doc.title, doc.byline, doc.agency) == ("Rain at last", "Mara Ilves", "AP")
    assert [span.slice(doc.text) for span in doc.body()] == [
        "Rain at last\n\n",
        "\n\nORSK (AP) — Lee said no.",
    ]


def test_a_title_that_is_known_is_kept() -> None:
    assert document_of("Lee said no.\nPark said yes.", title="Rain").title == "Rain"


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "empty"), ("\ufeff \n", "empty"), ("…“”", "empty"), ("a\0", "binary"), ("a\ud800", "undecodable")],
)
def test_what_is_no_text(text: str, reason: str) -> None:
    with pytest.raises(SkipDocument) as caught:
        document_of(text)
    assert caught.value.reason == Reason(reason)
