"""Speakers, counts and judgements by the API, and what every answer of it has."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from onrecord.record import Record
from tests.web.api.asking import asked, through


def test_speakers_come_by_their_statements(client: TestClient) -> None:
    rows = through(client, "/api/v1/speakers?limit=1")
    assert [(row["name"], row["statements"]) for row in rows][:1] == [("Edda Lorne", 2)]
    assert [row["key"] for row in asked(client, "/api/v1/speakers?q=pell")["items"]] == ["per:hanno pell"]


def test_a_speaker_comes_by_the_key(client: TestClient) -> None:
    row = asked(client, "/api/v1/speakers/per:edda%20lorne")
    assert (row["name"], row["statements"], row["documents"]) == ("Edda Lorne", 2, 2)
    assert "Lorne" in row["aliases"]
    assert client.get("/api/v1/speakers/per:nobody").status_code == 404


def test_stats_have_the_totals_and_each_outlet_s_month(client: TestClient) -> None:
    stats = asked(client, "/api/v1/stats")
    assert (stats["totals"]["documents"], stats["totals"]["statements"]) == (2, 4)
    assert [(row["outlet"], row["month"], row["statements"]) for row in stats["voices"]] == [
        ("Dale Post", "2024-05", 2), ("The Courier", "2024-03", 2),
    ]  # fmt: skip


def test_judgements_come_the_last_one_first(client: TestClient, record: Record) -> None:
    ids = [row["id"] for row in asked(client, "/api/v1/statements")["items"]]
    numbers = [record.judgements.accept(id, by="Ann") for id in ids]
    record.judgements.undo(numbers[0], by="Ben")
    rows = through(client, "/api/v1/judgements?limit=2")
    assert [row["number"] for row in rows] == [numbers[-1] + 1, *reversed(numbers)]
    assert (rows[0]["action"], rows[0]["by"], rows[-1]["undone"]) == ("undo", "Ben", True)


def test_the_first_address_tells_all_others(client: TestClient) -> None:
    start = asked(client, "/api/v1")
    paths = asked(client, start["openapi"])["paths"]
    assert [one["address"] for one in start["addresses"]] == list(paths)
    assert all(path.startswith("/api/v1") for path in paths)


@pytest.mark.parametrize(
    "address", ["/api/v1", "/api/v1/stats", "/api/v1/statements", "/api/v1/openapi.json"]
)
def test_an_answer_that_is_known_is_not_sent_again(client: TestClient, address: str) -> None:
    first = client.get(address)
    tag = first.headers["etag"]
    for known in (tag, f'"other", {tag}', tag.removeprefix("W/"), "*"):
        again = client.get(address, headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(address, headers={"If-None-Match": '"other"'}).content == first.content


def test_an_answer_that_changed_is_sent(client: TestClient, record: Record) -> None:
    first = client.get("/api/v1/statements")
    record.judgements.accept(first.json()["items"][0]["id"], by="Ann")
    again = client.get("/api/v1/statements", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 200


@pytest.mark.parametrize(
    ("method", "address", "status", "kind"),
    [
        ("GET", "/api/v1/nothing", 404, "not_found"),
        ("GET", "/api/v2", 404, "not_found"),
        ("POST", "/api/v1/stats", 405, "method"),
        ("GET", "/api/v1/statements?limit=501", 422, "bad_request"),
        ("GET", "/api/v1/statements?limit=999999999999999999999", 422, "bad_request"),
        ("GET", "/api/v1/statements?speker=Lorne", 422, "bad_request"),
        ("GET", "/api/v1/statements?form=loud", 422, "bad_request"),
        ("GET", "/api/v1/statements?since=soon", 422, "bad_request"),
        ("GET", "/api/v1/statements?min_confidence=nan", 422, "bad_request"),
        ("GET", "/api/v1/statements?q=" + "a" * 501, 422, "bad_request"),
        ("GET", "/api/v1/statements?q=a%00b", 400, "bad_request"),
        ("GET", "/api/v1/speakers/a%00b", 400, "bad_request"),
        ("GET", "/api/v1/statements/zz", 404, "not_found"),
    ],
)
def test_every_failure_has_one_body(
    client: TestClient, method: str, address: str, status: int, kind: str
) -> None:
    answer = client.request(method, address)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["kind"] == kind
    assert error["message"].endswith(".")


def test_what_is_allowed_is_told_with_what_is_not(client: TestClient) -> None:
    assert client.delete("/api/v1/stats").headers["allow"] == "GET"


def test_the_page_tells_every_address_and_parameter(client: TestClient) -> None:
    page = client.get("/api")
    assert page.status_code == 200
    for path, told in asked(client, "/api/v1/openapi.json")["paths"].items():
        assert f'id="{told["get"]["operationId"]}"' in page.text, path
        for parameter in told["get"].get("parameters", ()):
            assert parameter.get("description") or parameter["in"] == "path", parameter["name"]
            assert parameter["in"] == "path" or f"<code>{parameter['name']}</code>" in page.text


@pytest.mark.parametrize("address", ["/documents/a%00b", "/search?q=a%00b", "/search.atom?q=a%00b"])
def test_pages_refuse_what_no_text_has(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert "U+0000" in answer.text
