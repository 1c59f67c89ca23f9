"""What was found can be taken away as a file, in which it stands as people decided it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from fastapi.testclient import TestClient

from onrecord.exports import FORMATS
from onrecord.record import Record


def test_the_answers_to_a_question_are_taken_and_no_others(client: TestClient) -> None:
    answer = client.get("/take?q=quay&format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="quay.csv"'
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert row["content"] == "that the quays of Port Mole would stay shut"


def test_an_article_is_taken_as_it_was_decided(client: TestClient, record: Record) -> None:
    key = record.questions.documents()[0].key
    first, second, third = record.questions.in_document(key)
    record.judgements.reject(first.id, by="Ann")
    record.judgements.change(third.id, by="Ann", speaker="Oskar Wind")
    line = json.loads(client.get(f"/take?document={key}&format=jsonl").text)
    assert [stmt["id"] for stmt in line["statements"]] == [second.id, third.id]
    assert line["statements"][1]["speaker"]["name"] == "Oskar Wind"


def test_one_statement_is_taken(client: TestClient, record: Record) -> None:
    one = record.questions.search("dam")[0]
    answer = client.get(f"/take?statement={one.id}&format=jsonl")
    assert [stmt["id"] for stmt in json.loads(answer.text)["statements"]] == [one.id]
    assert one.id in answer.headers["content-disposition"]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_can_be_taken(client: TestClient, format: str) -> None:
    answer = client.get(f"/take?format={format}")
    assert answer.status_code == 200
    assert answer.content
    assert FORMATS[format].suffix in answer.headers["content-disposition"]


def test_every_format_is_offered(client: TestClient) -> None:
    page = client.get("/search").text
    assert all(f'<option value="{format}">' in page for format in FORMATS)


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("format=word", 400, "it can be jsonl, csv"),
        ("q=nothing", 404, "no statement fits"),
        ("document=none", 404, ""),
    ],
)
def test_what_can_not_be_taken_is_told(client: TestClient, query: str, status: int, told: str) -> None:
    answer = client.get(f"/take?{query}")
    assert answer.status_code == status
    assert told in answer.text
