"""Documents by the API: the text and the reading are the very ones."""

from __future__ import annotations

from fastapi.testclient import TestClient

from onrecord.exports.jsonl import json_line
from onrecord.record import Record
from tests.record.made import talks
from tests.stub import read_marked
from tests.web.api.asking import asked, through
from tests.web.conftest import QUAYS, with_original


def key_of(record: Record, id: str) -> str:
    return next(row.key for row in record.questions.documents() if row.id == id)


def test_documents_come_the_last_one_first(client: TestClient) -> None:
    assert [row["id"] for row in through(client, "/api/v1/documents?limit=1")] == ["flood", "talks"]
    assert [row["id"] for row in asked(client, "/api/v1/documents?outlet=Dale+Post")["items"]] == ["flood"]


def test_a_document_tells_what_is_known_of_it(client: TestClient, record: Record) -> None:
    row = asked(client, f"/api/v1/documents/{key_of(record, 'talks')}")
    assert (row["outlet"], row["title"]) == ("The Courier", "The quays stay shut")
    assert row["digest"] == talks().document.digest


def test_a_reading_is_the_line_that_read_prints(client: TestClient, record: Record) -> None:
    record.judgements.reject(asked(client, "/api/v1/statements?q=quays")["items"][0]["id"], by="Ann")
    answer = client.get(f"/api/v1/documents/{key_of(record, 'talks')}/reading")
    assert answer.content == json_line(with_original(talks(title="The quays stay shut"), QUAYS))


def test_a_reading_can_come_as_people_decided(client: TestClient, record: Record) -> None:
    id = asked(client, "/api/v1/statements?q=quays")["items"][0]["id"]
    record.judgements.change(id, by="Ann", speaker="Hanno Pell")
    line = asked(client, f"/api/v1/documents/{key_of(record, 'talks')}/reading?decided=true")
    assert next(one for one in line["statements"] if one["id"] == id)["speaker"]["name"] == "Hanno Pell"


def test_a_text_comes_as_it_is(client: TestClient, record: Record) -> None:
    answer = client.get(f"/api/v1/documents/{key_of(record, 'talks')}/text")
    assert answer.text == talks().document.text
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_half_a_character_harms_nothing(client: TestClient, record: Record) -> None:
    key = record.writer.add(
        read_marked("[S1 Mira Sol] [C1 said] [Q1 so]. \ud83d\n", id="half", path="half")
    ).key
    assert client.get(f"/api/v1/documents/{key}/text").text == "Mira Sol said so. \ufffd\n"
    assert asked(client, f"/api/v1/documents/{key}/reading")["document_text"] == "Mira Sol said so. \ud83d\n"


def test_of_an_unknown_key_there_is_nothing(client: TestClient) -> None:
    for rest in ("", "/reading", "/text"):
        answer = client.get(f"/api/v1/documents/none{rest}")
        assert answer.status_code == 404
        message = "There is no document none in the record."
        assert answer.json() == {"error": {"kind": "not_found", "message": message}}
