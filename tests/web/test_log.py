"""The log of what people decided, and how far two of them agree."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from onrecord.record import Found, Record
from onrecord.web.pages import log as log_page
from tests.web.conftest import post


@pytest.fixture
def found(record: Record) -> list[Found]:
    """The statements of the first report."""
    return record.questions.in_document(record.questions.documents()[0].key)


def numbers(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'<li id="j-(\d+)"', page)]


def test_the_latest_comes_first_with_its_statement(
    client: TestClient, record: Record, found: list[Found]
) -> None:
    record.judgements.accept(found[0].id, by="Ann")
    record.judgements.change(found[1].id, by="Bo", speaker="per:hanno pell")
    page = client.get("/log").text
    assert numbers(page) == [2, 1]
    assert "speaker: hanno pell" in page
    assert f'href="/statements/{found[0].id}"' in page


def test_the_log_is_filtered_by_person_and_action(
    client: TestClient, record: Record, found: list[Found]
) -> None:
    record.judgements.accept(found[0].id, by="Ann")
    record.judgements.reject(found[1].id, by="Ann")
    record.judgements.reject(found[2].id, by="Bo")
    assert numbers(client.get("/log?by=Ann").text) == [2, 1]
    assert numbers(client.get("/log?action=reject").text) == [3, 2]
    assert numbers(client.get("/log?by=Bo&action=accept").text) == []


def test_the_log_is_paged(
    client: TestClient, record: Record, found: list[Found], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_page, "A_PAGE", 2)
    for _ in range(3):
        record.judgements.accept(found[0].id, by="Ann & Co")
    page = client.get("/log?by=Ann %26 Co").text
    assert numbers(page) == [3, 2]
    further = re.search(r'rel="next" href="([^"]+)"', page)
    assert further is not None
    last = client.get(further[1].replace("&amp;", "&")).text
    assert numbers(last) == [1]
    assert 'rel="next"' not in last


def test_a_judgement_is_taken_back_in_the_log(client: TestClient, record: Record, found: list[Found]) -> None:
    record.judgements.accept(found[0].id, by="Ann")
    answer = post(client, "/log/1/undo?by=Ann")
    assert answer.headers["location"] == "/log?by=Ann"
    assert record.questions.statement(found[0].id)[0].verdict is None
    page = client.get("/log").text
    assert '<li id="j-1" class="undone"' in page
    assert "/undo" not in page
    assert post(client, "/log/9/undo").status_code == 400


def test_an_empty_log_says_so(client: TestClient) -> None:
    assert "Nobody has judged anything yet" in client.get("/log").text


def test_agreement_needs_two(client: TestClient, record: Record, found: list[Found]) -> None:
    assert "Nobody has judged here yet" in client.get("/review/agreement").text
    record.judgements.accept(found[0].id, by="Ann")
    assert "Only Ann has judged here" in client.get("/review/agreement").text


def test_two_reviewers_are_compared(client: TestClient, record: Record, found: list[Found]) -> None:
    pytest.importorskip("scipy")
    for one in found:
        record.judgements.accept(one.id, by="Ann")
    record.judgements.accept(found[0].id, by="Bo")
    record.judgements.reject(found[1].id, by="Bo")
    record.judgements.change(found[2].id, by="Bo", speaker="Edda Lorne")
    page = client.get("/review/agreement").text
    assert "both judged 3 statements in 1 article" in page
    assert "2 of 3" in page
    assert "1 of 2" in page
    assert "2 differences" in page
    assert f"/review/{found[1].id}?queue=disputed" in page


def test_a_stranger_can_not_be_compared(client: TestClient, record: Record, found: list[Found]) -> None:
    record.judgements.accept(found[0].id, by="Ann")
    answer = client.get("/review/agreement?one=Ann&other=Zed")
    assert answer.status_code == 400
    assert "Zed" in answer.text
