"""Articles come in by the site, or are read without being kept."""

from __future__ import annotations

import time
from pathlib import Path

from fastapi.testclient import TestClient

from onrecord.record import Record, open_record
from onrecord.web import make_app
from onrecord.web.pages.add import name_of
from tests.web.conftest import post, site_of

TEXT = "The ferry stays\n\nBrook said: the ferry stays in port\n"


def test_a_pasted_text_is_kept_and_shown(client: TestClient, record: Record) -> None:
    answer = post(client, "/add", text=TEXT)
    assert answer.status_code == 303
    job = answer.headers["location"]
    for _ in range(100):
        page = client.get(job, follow_redirects=False)
        if page.status_code == 303:
            break
        assert page.headers["refresh"]
        time.sleep(0.02)
    article = client.get(page.headers["location"])
    assert "the ferry stays in port" in article.text
    assert 'class="said' in article.text
    assert record.questions.documents()[-1].path == "the-ferry-stays-brook-said-the-ferry.txt"


def test_files_are_kept(client: TestClient, record: Record) -> None:
    client.get("/")
    token = client.cookies.get("onrecord-form") or ""
    files = [("files", (f"{name}.txt", f"Brook said: {name}\n".encode())) for name in ("one", "two")]
    answer = client.post("/add", data={"token": token}, files=files, follow_redirects=False)
    assert answer.status_code == 303
    for _ in range(100):
        page = client.get(answer.headers["location"]).text
        if "<h1>Done" in page:
            break
        time.sleep(0.02)
    assert "one.txt" in page
    assert "two.txt" in page
    assert len(record.questions.documents()) == 4


def test_what_can_not_be_added_is_told_and_nothing_typed_is_lost(client: TestClient) -> None:
    for fields, told in (
        ({}, "Nothing was given"),
        ({"text": "Words", "published": "yesterday"}, "&#39;yesterday&#39; is no day"),
        ({"address": "ftp://a.b", "text": "Words"}, "is no web address"),
    ):
        answer = post(client, "/add", **fields)
        assert answer.status_code == 400
        assert told in answer.text
        assert fields.get("text", "") in answer.text


def test_a_form_from_elsewhere_adds_nothing(client: TestClient, record: Record) -> None:
    client.get("/")
    assert client.post("/add", data={"text": TEXT}).status_code == 403
    assert client.post("/add", data={"text": TEXT, "token": "guess"}).status_code == 403
    assert len(record.questions.documents()) == 2


def test_a_text_that_is_tried_is_not_kept(client: TestClient, record: Record) -> None:
    answer = post(client, "/read", text=TEXT)
    assert answer.status_code == 200
    assert 'class="said' in answer.text
    assert "was read and not kept" in answer.text
    assert len(record.questions.documents()) == 2


def test_work_that_is_forgotten_is_told(client: TestClient) -> None:
    answer = client.get("/add/none")
    assert answer.status_code == 404
    assert "no longer remembered" in answer.text


def test_a_pasted_text_gets_a_name_from_its_words() -> None:
    assert (
        name_of("The ferry: stays, in Port Mole until Monday, she said")
        == "the-ferry-stays-in-port-mole-until.txt"
    )
    assert name_of("…") == "pasted.txt"


def test_an_empty_record_begins_with_a_place_to_paste(tmp_path: Path) -> None:
    with open_record(tmp_path / "empty.db") as empty:
        client = TestClient(make_app(site_of(empty)), base_url="http://127.0.0.1:8484")
        assert '<textarea id="first" name="text"' in client.get("/").text
        assert post(client, "/add", text=TEXT).status_code == 303
