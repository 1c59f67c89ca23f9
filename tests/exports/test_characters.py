"""What a format can't carry is replaced one for one; all else stays."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onrecord.exports.characters import json_bytes, whole, xml_text


@given(st.text(st.characters(codec=None, categories=["C", "Z", "L", "P"])))
def test_places_stay_the_same(text: str) -> None:
    assert len(whole(text)) == len(xml_text(text)) == len(text)
    whole(text).encode()
    element = etree.Element("a")
    element.text = xml_text(text)
    assert (etree.fromstring(etree.tostring(element)).text or "") == xml_text(text)


def test_what_can_be_carried_is_not_altered() -> None:
    assert whole("a😀\x01\ufffe") == "a😀\x01\ufffe"
    assert xml_text("a😀\t\r\n\x85\u2028\ufeff") == "a😀\t\r\n\x85\u2028\ufeff"


def test_what_can_not_is_one_sign() -> None:
    assert whole("a\ud83db") == "a\ufffdb"
    assert xml_text("\x0b\x1d\ufffe\ud83d") == "\ufffd" * 4


def test_half_a_character_is_an_escape_in_json() -> None:
    assert json_bytes({"a": "\ud83d"}) == b'{"a": "\\ud83d"}'
    assert json.loads(json_bytes({"a": "é\n"})) == {"a": "é\n"}
