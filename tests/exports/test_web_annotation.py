"""pyld understands every name of the page, and each pair of selectors finds the same words."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given

from onrecord.model import Reading
from tests.exports.linked_data import expanded, kept_values, values
from tests.exports.made import ADDRESS, everything, pieces, readings, written
from tests.stub import read_marked

OA = "http://www.w3.org/ns/oa#"


def page(*found: Reading) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(written("web-annotation", *found))
    return made


def body(annotation: dict[str, Any], type: str) -> list[dict[str, Any]]:
    return [body for body in annotation["body"] if body["type"] == type]


def test_no_name_is_unknown_to_a_reader_of_linked_data() -> None:
    data = written("web-annotation", everything())
    (found,) = expanded(data)
    assert kept_values(found) == values(json.loads(data))
    assert found["@type"] == ["http://www.w3.org/ns/activitystreams#OrderedCollectionPage"]
    (items,) = found["http://www.w3.org/ns/activitystreams#items"]
    assert [node["@type"] for node in items["@list"]] == [[f"{OA}Annotation"]] * 6
    motives = {motive["@id"] for motive in items["@list"][0][f"{OA}motivatedBy"]}
    assert motives == {f"{OA}identifying", f"{OA}classifying"}


def test_an_annotation_names_its_speaker_and_finds_its_words() -> None:
    first = page(everything())["items"][0]
    texts = [(text["purpose"], text["value"]) for text in body(first, "TextualBody")]
    assert texts == [
        ("identifying", "Ann Lee"),
        ("tagging", "direct"),
        ("tagging", "speech"),
        ("tagging", "asserted"),
    ]
    assert [target["source"] for target in first["target"]] == [ADDRESS] * 3
    assert first["target"][1]["selector"][1] == {
        "type": "TextQuoteSelector",
        "exact": "“A lot.”",
        "prefix": " Lee told reporters on Tuesday. ",
        "suffix": "\n\n“And more.”\n\nShe said that “th",
    }
    assert first["creator"]["name"] == "onrecord 0.0, model stub"


def test_what_was_not_said_is_nobody_s_without_a_word_on_it() -> None:
    negated = page(everything())["items"][3]
    assert body(negated, "TextualBody")[0]["value"] == "Bo Kim (not said)"
    assert body(negated, "onrecord:Statement")[0]["onrecord:status"] == "negated"


def test_a_statement_in_another_and_one_by_unnamed_people() -> None:
    found = page(everything())["items"]
    outer, inner = (body(node, "onrecord:Statement")[0] for node in found[1:3])
    assert inner["onrecord:within"] == {"id": outer["id"]}
    (officials,) = body(found[4], "onrecord:Statement")[0]["onrecord:speaker"]
    assert officials == {"name": "Two officials", "onrecord:type": "anonymous"}
    names = [one["name"] for one in body(found[5], "onrecord:Statement")[0]["onrecord:speaker"]]
    assert names == ["Bo Kim", "Cy Dee"]


def test_without_an_address_the_source_is_the_text() -> None:
    reading = read_marked("[S Lee] [C said] [Q no].")
    (node,) = page(reading)["items"]
    assert node["target"][0]["source"] == "urn:" + reading.document.digest


def test_pages_have_different_names() -> None:
    assert page()["id"] != page(everything())["id"] == page(everything())["id"]


@given(readings())
def test_each_span_is_its_words(reading: Reading) -> None:
    text, found = reading.document.text, page(reading)["items"]
    spans = []
    for stmt, node in zip(reading.statements, found, strict=True):
        for target in node["target"]:
            place, quote = target["selector"]
            assert quote["exact"] == text[place["start"] : place["end"]]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert around == text[max(0, place["start"] - 32) : place["end"] + 32]
        (whole,) = body(node, "onrecord:Statement")
        places = {"content": [target["selector"][0] for target in node["target"]]}
        places |= {role: whole.get(f"onrecord:{role}", []) for role in ("source", "cue")}
        for role in ("source", "cue", "content"):
            if places[role]:
                spans.append((stmt.id, role, tuple((p["start"], p["end"]) for p in places[role])))
            for one in places[role]:
                assert one.get("exact", text[one["start"] : one["end"]]) == text[one["start"] : one["end"]]
    assert spans == pieces(reading)
