"""pyld understands every name of the graph; only what was said in quotation marks is a quotation."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from onrecord.model import EntityType, Form, Reading, Span, Status, When
from tests.exports.linked_data import expanded, kept_values, values
from tests.exports.made import ADDRESS, everything, readings, written


def graph(*found: Reading) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(written("schema-org", *found))["@graph"]
    return made


def names(agents: list[dict[str, Any]]) -> list[tuple[str, str | None]]:
    return [(agent["@type"], agent.get("name")) for agent in agents]


def test_no_name_is_unknown_to_a_reader_of_linked_data() -> None:
    data = written("schema-org", everything())
    found = expanded(data)
    assert kept_values(found) == values(json.loads(data))
    assert found[0]["@type"] == ["http://schema.org/Quotation"]


def test_a_quotation_has_text_speaker_and_article() -> None:
    first = graph(everything())[0]
    assert first["@type"] == "Quotation"
    assert first["text"] == "“It 🌧 rained,” … “A lot.” … “And more.”"
    assert names(first["spokenByCharacter"]) == names(first["creator"]) == [("Person", "Ann Lee")]
    assert (first["dateCreated"], first["genre"]) == ("2021-03", "speech")
    assert first["isPartOf"] == [
        {
            "@type": "NewsArticle",
            "@id": ADDRESS,
            "url": ADDRESS,
            "headline": "Rain in Tarn",
            "publisher": {"@type": "Organization", "name": "The Post"},
            "datePublished": "2021-03-17",
            "creditText": "Di Fox",
            "inLanguage": "en",
            "identifier": everything().document.digest,
        }
    ]


def test_reworded_content_is_an_abstract_of_what_was_said() -> None:
    found = graph(everything())
    thought = found[2]
    assert (thought["@type"], thought["abstract"]) == ("CreativeWork", "it was over")
    assert "text" not in thought
    assert names(thought["creator"]) == [("Organization", "the army")]
    assert thought["isPartOf"][1] == {"@id": found[1]["@id"]}


def test_mixed_content_is_a_quotation() -> None:
    mixed = graph(everything())[1]
    assert mixed["@type"] == "Quotation"
    assert mixed["text"].startswith("that “the rats” had left")


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ASSERTED])
@pytest.mark.parametrize("form", Form)
def test_what_was_not_said_is_nobody_s(status: Status, form: Form) -> None:
    reading = everything()
    changed = tuple(replace(stmt, status=status, form=form) for stmt in reading.statements)
    for node in graph(replace(reading, statements=changed)):
        assert (node["@type"], node["creativeWorkStatus"]) == ("CreativeWork", status.value)
        assert not {"text", "creator", "spokenByCharacter", "creditText"} & set(node)
        assert node["mentions"]


def test_people_without_names_get_none() -> None:
    (officials,) = graph(everything())[4]["creator"]
    assert (officials["@type"], officials["description"]) == ("Person", "Two officials")
    assert "name" not in officials


def test_a_group_is_its_members_and_a_report_is_nobody() -> None:
    reading = everything()
    assert names(graph(reading)[5]["creator"]) == [("Person", "Bo Kim"), ("Person", "Cy Dee")]
    paper = tuple(replace(entity, type=EntityType.DOCUMENT) for entity in reading.entities)
    node = graph(replace(reading, entities=paper))[0]
    assert "creator" not in node
    assert node["creditText"] == "Ann Lee"


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        ("2021-03-16", "2021-03-16", "day", {"dateCreated": "2021-03-16"}),
        ("2021-01-01", "2021-12-31", "year", {"dateCreated": "2021"}),
        ("2021-03-08", "2021-03-14", "week", {"temporal": "2021-03-08/2021-03-14"}),
        (None, None, "range", {}),
    ],
)
def test_days(start: str | None, end: str | None, precision: str, told: dict[str, str]) -> None:
    reading = everything()
    when = When(Span(0, 4), start, end, precision)
    node = graph(replace(reading, statements=(replace(reading.statements[0], when=when),)))[0]
    assert {key: node[key] for key in ("dateCreated", "temporal") if key in node} == told


@given(readings())
def test_the_words_are_the_statements(reading: Reading) -> None:
    for stmt, node in zip(reading.statements, graph(reading), strict=True):
        words = node.get("text") or node.get("abstract")
        assert words == " … ".join(reading.document.text[slice(*span)] for span in stmt.content)
        is_quotation = stmt.status is Status.ASSERTED and stmt.form is not Form.INDIRECT
        assert ("text" in node) == is_quotation == (node["@type"] == "Quotation")
