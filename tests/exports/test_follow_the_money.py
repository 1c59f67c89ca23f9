"""followthemoney's own model takes every entity as it is."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from followthemoney import model
from hypothesis import given

from onrecord.exports.characters import whole
from onrecord.model import Reading
from tests.exports.made import everything, readings, written

Node = dict[str, Any]


def nodes(*found: Reading) -> list[Node]:
    return [json.loads(line) for line in written("follow-the-money", *found).split(b"\n")[:-1]]


def of(schema: str, found: list[Node]) -> list[Node]:
    return [node for node in found if node["schema"] == schema]


def told(node: Node, *keys: str) -> list[Any]:
    return [node["properties"].get(key) for key in keys]


def test_the_model_takes_every_value_as_it_is() -> None:
    for node in nodes(everything()):
        proxy = model.get_proxy(node, cleaned=False)
        model[node["schema"]].validate(node)
        kept = {key: sorted(proxy.get(key)) for key in proxy.properties}
        assert kept == {key: sorted(set(values)) for key, values in node["properties"].items()}


def test_links_lead_to_entities_of_the_right_kind() -> None:
    found = {node["id"]: node for node in nodes(everything())}
    for node in found.values():
        for name, values in node["properties"].items():
            prop = model[node["schema"]].properties[name]
            if prop.range is not None:
                assert all(model[found[value]["schema"]].is_a(prop.range) for value in values)


def test_the_article() -> None:
    (article,) = of("Article", nodes(everything()))
    assert told(article, "title", "publisher", "author", "publishedAt", "language") == [
        ["Rain in Tarn"],
        ["The Post"],
        ["Di Fox"],
        ["2021-03-17"],
        ["eng"],
    ]
    assert told(article, "bodyText") == [[everything().document.text]]


def test_people_and_bodies_that_are_named() -> None:
    found = nodes(everything())
    names = {node["schema"]: [] for node in found} | {
        schema: [node["properties"]["name"][0] for node in of(schema, found)]
        for schema in ("Person", "Organization", "Mention")
    }
    assert names["Person"] == ["Ann Lee", "Bo Kim", "Cy Dee"]
    assert names["Organization"] == ["reporters", "the army"]
    assert "Two officials" not in names["Mention"]


def test_a_statement_is_a_note_on_its_speaker_and_a_link() -> None:
    found = nodes(everything())
    (lee, *_) = of("Person", found)
    note = of("Note", found)[0]
    assert told(note, "description", "summary", "entity") == [
        ["“It 🌧 rained,” … “A lot.” … “And more.”"],
        ["Ann Lee: direct"],
        [lee["id"]],
    ]
    links = [node for node in of("Documentation", found) if told(node, "entity") == [[lee["id"]]]]
    assert told(links[0], "role", "status", "startDate", "endDate") == [
        ["speaker"],
        ["asserted"],
        ["2021-03-01"],
        ["2021-03-31"],
    ]


def test_what_was_not_said_is_on_the_article_alone() -> None:
    reading = everything()
    found = nodes(replace(reading, statements=(reading.statements[3],)))
    (note,) = of("Note", found)
    assert told(note, "entity") == [[of("Article", found)[0]["id"]]]
    assert told(note, "summary") == [["Bo Kim: indirect, not said"]]
    assert of("Documentation", found) == []


def test_ids_are_stable_and_no_two_are_the_same() -> None:
    ids = [node["id"] for node in nodes(everything())]
    assert ids == [node["id"] for node in nodes(everything())]
    assert len(set(ids)) == len(ids)


@given(readings())
def test_the_words_are_the_statements(reading: Reading) -> None:
    found = nodes(reading)
    for node in found:
        model[node["schema"]].validate(node)
    for stmt, node in zip(reading.statements, of("Note", found), strict=True):
        words = " … ".join(reading.document.text[slice(*span)] for span in stmt.content)
        assert node["properties"]["description"] == [whole(words)]
