"""Statements by the API: the words of the record's filter, pages, and answers of one shape."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from onrecord.record import Record
from tests.web.api.asking import asked, through

ALL = "/api/v1/statements?status=any&limit=2"


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("", ["2024-05-01", "2024-05-01", "2024-03-05", "2024-03-04"]),
        ("q=quays", ["2024-03-04"]),
        ("q=%3F", []),
        ("speaker=Lorne", ["2024-05-01", "2024-03-04"]),
        ("speaker=per%3Ahanno+pell", ["2024-03-05"]),
        ("outlet=dale+post", ["2024-05-01", "2024-05-01"]),
        ("form=direct", ["2024-05-01"]),
        ("kind=decree", []),
        ("status=negated", ["2024-03-05"]),
        ("since=2024-04", ["2024-05-01", "2024-05-01"]),
        ("until=2024-03", ["2024-03-05", "2024-03-04"]),
        ("until=2023", []),
        ("anonymous=true", ["2024-05-01"]),
        ("anonymous=false&since=2024-04", ["2024-05-01"]),
        ("min_confidence=0.9&q=quays", ["2024-03-04"]),
        ("min_confidence=0.91", []),
    ],
)
def test_the_filter_s_words_narrow_the_answers(client: TestClient, question: str, days: list[str]) -> None:
    found = asked(client, f"/api/v1/statements?{question}")
    assert [one["said"] for one in found["items"]] == days


def test_rejected_statements_come_only_when_asked_for(client: TestClient, record: Record) -> None:
    id = asked(client, "/api/v1/statements?q=quays")["items"][0]["id"]
    record.judgements.reject(id, by="Ann")
    assert asked(client, "/api/v1/statements?q=quays")["items"] == []
    again = asked(client, "/api/v1/statements?q=quays&rejected=true")["items"]
    assert [(one["id"], one["verdict"]) for one in again] == [(id, "rejected")]


def test_a_row_has_every_key_and_the_words_at_its_places(client: TestClient, record: Record) -> None:
    row = asked(client, "/api/v1/statements?q=quays")["items"][0]
    text = client.get(f"/api/v1/documents/{row['document']}/text").text
    assert row["content_words"] == " … ".join(text[start:end] for start, end in row["content"])
    assert (row["speaker"], row["addressee"], row["verdict"]) == ("per:edda lorne", ["reporters"], None)


def test_pages_hold_every_statement_once(client: TestClient) -> None:
    rows = through(client, ALL)
    assert len(rows) == len({row["id"] for row in rows}) == 5


def test_the_link_of_a_page_leads_to_the_next(client: TestClient) -> None:
    first = client.get(ALL)
    address = first.headers["link"].partition(">")[0].removeprefix("<")
    second = asked(client, address)
    assert second["items"] == asked(client, f"{ALL}&after={first.json()['next']}")["items"]
    assert "link" not in client.get("/api/v1/statements?limit=500").headers


def cursor(*values: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


@pytest.mark.parametrize(
    "after",
    [
        *("x", "é", "W10", cursor(), cursor(1), cursor("2024", 2**31), cursor("2024", -1)),
        *(cursor("20240-1-1", 1), cursor("2024", True), cursor("2024\0", 1), cursor({}, 1), "[" * 200),
        cursor(7, 7),
    ],
)
def test_what_is_no_cursor_is_refused(client: TestClient, after: str) -> None:
    answer = client.get("/api/v1/statements", params={"after": after})
    assert answer.status_code == 400
    assert answer.json()["error"]["kind"] == "bad_request"
    assert "leave it out" in answer.json()["error"]["message"]


def test_a_statement_comes_by_its_id_or_a_beginning_of_it(client: TestClient) -> None:
    row = asked(client, "/api/v1/statements?q=quays")["items"][0]
    whole = asked(client, f"/api/v1/statements/{row['id']}")
    assert whole["statement"] == row
    assert whole["also_in"] == []
    assert row["id"] in whole["citation"]
    assert asked(client, f"/api/v1/statements/{row['id'][:12]}") == whole


def test_statements_of_and_about_somebody(client: TestClient) -> None:
    said = asked(client, "/api/v1/speakers/per:edda%20lorne/statements")["items"]
    assert [one["said"] for one in said] == ["2024-05-01", "2024-03-04"]
    assert asked(client, "/api/v1/speakers/per:edda%20lorne/statements?q=quays")["items"] == said[1:]
    assert asked(client, "/api/v1/about/per:edda%20lorne/statements")["items"] == []


@pytest.mark.parametrize("room", ["speakers", "about"])
def test_of_an_unknown_key_there_is_nothing(client: TestClient, room: str) -> None:
    assert client.get(f"/api/v1/{room}/per:nobody/statements").status_code == 404
