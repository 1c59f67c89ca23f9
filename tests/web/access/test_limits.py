"""By which names the site is reached, what other sites may send to it, and how much."""

from __future__ import annotations

from collections.abc import Iterator

import anyio
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import Message

from onrecord.record import Record
from onrecord.web import make_app
from onrecord.web.access.reach import Reach
from tests.web.access.conftest import HERE, browser, reached_as
from tests.web.conftest import post, site_of

SMALL = Reach(form=2_000, upload=5_000)
FAR = Reach(names=frozenset({"record.example.org"}))
OPEN = Reach(names=frozenset({"desk"}), by_address=True)


@pytest.fixture
def open_app(record: Record) -> FastAPI:
    """A site without users."""
    return make_app(site_of(record))


@pytest.fixture
def visitor(open_app: FastAPI) -> Iterator[TestClient]:
    with browser(open_app) as opened:
        yield opened


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:9000", "127.0.0.1:8484", "127.8.8.8", "[::1]:8484", "localhost."]
)
def test_the_names_of_this_machine_itself_are_its_own(host: str) -> None:
    assert Reach().allows(host)
    assert FAR.allows(host)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8484", "127.0.0.1.evil.example", "localhost.evil.example", "192.0.2.1",
     "0.0.0.0", "2130706433", "[::1", "", ":8484", "127.0.0.1@evil.example", "record.example.org"],
)  # fmt: skip
def test_no_other_name_is(host: str) -> None:
    assert not Reach().allows(host)


@pytest.mark.parametrize(
    ("reach", "host", "allowed"),
    [
        (FAR, "record.example.org", True),
        (FAR, "Record.Example.ORG:443", True),
        (FAR, "192.0.2.1", False),
        (FAR, "x.record.example.org", False),
        (OPEN, "192.0.2.1:8484", True),
        (OPEN, "[2001:db8::1]:8484", True),
        (OPEN, "desk:8484", True),
        (OPEN, "evil.example", False),
    ],
)
def test_a_site_for_others_goes_by_its_own_name(reach: Reach, host: str, allowed: bool) -> None:
    assert reach.allows(host) is allowed


def test_another_name_is_refused_as_plain_text(visitor: TestClient) -> None:
    assert visitor.get("/", headers={"host": "localhost:8484"}).status_code == 200
    answer = visitor.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")
    assert "--base-url" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "set-cookie" not in answer.headers


def test_two_names_are_refused(visitor: TestClient) -> None:
    answer = visitor.get("/", headers=[("host", "localhost"), ("host", "evil.example")])
    assert answer.status_code == 400


def send(client: TestClient, **headers: str) -> int:
    """Sends a form as a page of the site would, with what a browser says of where it comes from."""
    client.get("/")
    token = client.cookies["onrecord-form"]
    data = {"token": token, "text": "Lee said: it rained."}
    return client.post(
        "/read", data=data, headers={name.replace("_", "-"): value for name, value in headers.items()}
    ).status_code


def test_what_a_page_of_this_site_sends_is_taken(visitor: TestClient) -> None:
    assert send(visitor) == 200
    assert send(visitor, origin=HERE) == 200
    assert send(visitor, origin=HERE, sec_fetch_site="same-origin") == 200
    assert send(visitor, sec_fetch_site="none") == 200


SAID_BY_OTHERS = (
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": ""},
    {"origin": "http://127.0.0.1:9999"},
    {"origin": "http://127.0.0.1:8484.evil.example"},
    {"sec_fetch_site": "cross-site"},
    {"sec_fetch_site": "same-site"},
    {"origin": HERE, "sec_fetch_site": "cross-site"},
)


def test_what_another_site_sends_is_refused_even_with_the_right_token(visitor: TestClient) -> None:
    for said in SAID_BY_OTHERS:
        assert send(visitor, **said) == 403, said


def test_links_of_other_sites_lead_in(visitor: TestClient) -> None:
    assert visitor.get("/", headers={"sec-fetch-site": "cross-site", "origin": "null"}).status_code == 200


def test_behind_a_proxy_that_changes_the_name_the_address_for_people_counts(open_app: FastAPI) -> None:
    with browser(reached_as(open_app, FAR)) as client:
        assert send(client, origin="https://record.example.org") == 200
        assert send(client, origin="https://evil.example.org") == 403


@pytest.fixture
def small(open_app: FastAPI) -> Iterator[TestClient]:
    with browser(reached_as(open_app, SMALL)) as opened:
        yield opened


def test_a_form_that_is_too_long_is_refused_before_it_is_read(small: TestClient) -> None:
    def never() -> Iterator[bytes]:
        raise AssertionError("it was read")
        yield b""

    answer = small.post("/sign-in", content=never(), headers={"content-length": "2001"})
    assert answer.status_code == 413
    assert "0.0 MB" in answer.text


def test_what_does_not_tell_its_length_is_counted(open_app: FastAPI) -> None:
    taken, answered = 0, list[Message]()

    async def receive() -> Message:
        nonlocal taken
        taken += 1_000
        assert taken < 100_000, "it is read on and on"
        return {"type": "http.request", "body": b"a" * 1_000, "more_body": True}

    async def send(message: Message) -> None:
        answered.append(message)

    headers = [(b"host", b"localhost"), (b"content-type", b"application/x-www-form-urlencoded")]
    scope = {
        "type": "http", "http_version": "1.1", "method": "POST", "path": "/read", "raw_path": b"/read",
        "query_string": b"", "headers": headers, "scheme": "http", "server": ("localhost", 80),
        "client": ("192.0.2.7", 9), "root_path": "", "state": {},
    }  # fmt: skip
    anyio.run(reached_as(open_app, SMALL), scope, receive, send)
    assert answered[0]["status"] == 413
    assert b"content-security-policy" in dict(answered[0]["headers"])
    assert taken == SMALL.upload + 1_000


def test_articles_may_be_longer_than_other_forms(small: TestClient) -> None:
    assert post(small, "/read", text="Lee said: it rained. " * 150).status_code == 200
    assert post(small, "/sign-out", text="Lee said: it rained. " * 150).status_code == 413
    assert post(small, "/read", text="Lee said: it rained. " * 300).status_code == 413


def test_a_fault_of_ours_carries_what_all_answers_carry(
    record: Record, caplog: pytest.LogCaptureFixture
) -> None:
    app = make_app(site_of(record))

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("secret")

    with TestClient(app, base_url=HERE) as client:
        answer = client.get("/broken")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "secret" in caplog.text
    for name in ("content-security-policy", "x-content-type-options", "referrer-policy"):
        assert name in answer.headers


@pytest.mark.parametrize(
    ("path", "expected"), [("/nowhere", 404), ("/documents?after=x", 422), ("/sign-out", 405)]
)
def test_all_failures_carry_it(visitor: TestClient, path: str, expected: int) -> None:
    answer = visitor.get(path)
    assert answer.status_code == expected
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]


def test_files_that_others_may_keep_carry_nobodys_token(visitor: TestClient) -> None:
    answer = visitor.get("/static/base.css?v=1")
    assert answer.status_code == 200
    assert "public" in answer.headers["cache-control"]
    assert "set-cookie" not in answer.headers
