"""Signing in and out, and what each role may do, as a browser meets it."""

from __future__ import annotations

from collections.abc import Iterator

import anyio
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from onrecord.record import Record
from onrecord.web.access import password_guard
from onrecord.web.access.attempts import FREE
from onrecord.web.access.guard import COOKIE, FORM_COOKIE
from onrecord.web.access.password_guard import PasswordGuard, TooOften
from onrecord.web.access.reach import Reach
from onrecord.web.access.users import UsersFile
from onrecord.web.pages.sign_in import WRONG, local
from tests.web.access.conftest import PASSWORD, Clock, browser, reached_as, sign_in
from tests.web.conftest import post

FOR_EVERYBODY = {"/sign-in", "/sign-out", "/read"}  # what anybody who came in may send


def test_a_stranger_is_asked_who_he_is_and_then_is_where_he_wanted(stranger: TestClient) -> None:
    asked = stranger.get("/documents?outlet=Dale%20Post")
    assert asked.status_code == 303
    form = stranger.get(asked.headers["location"])
    assert 'name="next" value="/documents?outlet=Dale%20Post"' in form.text
    done = sign_in(stranger, "Mira", next="/documents?outlet=Dale%20Post")
    assert (done.status_code, done.headers["location"]) == (303, "/documents?outlet=Dale%20Post")
    page = stranger.get("/documents")
    assert page.status_code == 200
    assert "Sign out Mira" in page.text


def test_nothing_but_the_form_and_its_files_is_for_strangers(stranger: TestClient) -> None:
    assert stranger.get("/static/base.css").status_code == 200
    for path in ("/", "/sign-in/x", "/sign-inside", "/add", "/nowhere", "/api/"):
        assert stranger.get(path).headers["location"].startswith("/sign-in"), path
    told = stranger.get("/api/v1/statements")
    assert (told.status_code, told.json()["error"]["kind"]) == (401, "sign_in")


def test_what_a_stranger_sends_is_not_looked_at(stranger: TestClient, record: Record) -> None:
    before = len(record.questions.documents(limit=10))
    answer = post(stranger, "/add", text="Lee said: it rained.")
    assert answer.headers["location"] == "/sign-in"
    assert len(record.questions.documents(limit=10)) == before


def test_the_cookies_are_for_this_site_alone(stranger: TestClient) -> None:
    sent = [stranger.get("/sign-in").headers["set-cookie"], sign_in(stranger, "Mira").headers["set-cookie"]]
    assert [cookie.partition("=")[0] for cookie in sent] == [FORM_COOKIE, COOKIE]
    assert ["HttpOnly" in cookie for cookie in sent] == [True, True]
    assert ["Secure" in cookie for cookie in sent] == [False, False]
    assert "SameSite=lax" in sent[0]
    assert "SameSite=lax" in sent[1]


@pytest.mark.parametrize("address", ["https://127.0.0.1:8484", "http://record.example"])
def test_cookies_keep_to_encrypted_ways_where_there_are(app: FastAPI, address: str) -> None:
    reached_as(app, Reach(names=frozenset({"record.example"}), is_https=address.startswith("http:")))
    with browser(app, address) as client:
        cookie = client.get("/sign-in").headers["set-cookie"]
        assert "Secure" in cookie
        token = cookie.partition("=")[2].partition(";")[0]
        done = client.post(
            "/sign-in",
            data={"name": "Mira", "password": PASSWORD, "token": token},
            headers={"cookie": f"{FORM_COOKIE}={token}"},
        )
        assert done.status_code == 303
        assert "Secure" in done.headers["set-cookie"]


def test_which_of_name_and_password_was_wrong_is_not_told(stranger: TestClient) -> None:
    wrong = sign_in(stranger, "Mira", "wrong wrong wrong")
    unknown = sign_in(stranger, "Kira", "wrong wrong wrong")
    assert wrong.status_code == unknown.status_code == 401
    assert WRONG.replace("'", "&#39;") in wrong.text
    assert wrong.text == unknown.text.replace("Kira", "Mira")
    assert "wrong wrong" not in wrong.text
    assert COOKIE not in stranger.cookies


def test_too_many_failures_have_to_wait(stranger: TestClient, clock: Clock) -> None:
    for _ in range(FREE):
        assert sign_in(stranger, "Mira", "wrong wrong wrong").status_code == 401
    told = sign_in(stranger, "Mira")
    assert (told.status_code, told.headers["retry-after"]) == (429, "30")
    assert "Wait 30 seconds" in told.text
    clock.now += 30
    assert sign_in(stranger, "Mira").status_code == 303


def test_a_form_of_another_page_signs_nobody_in(stranger: TestClient) -> None:
    stranger.get("/sign-in")
    answer = stranger.post("/sign-in", data={"name": "Mira", "password": PASSWORD, "token": "made-up"})
    assert answer.status_code == 403
    assert COOKIE not in stranger.cookies


def test_signing_in_anew_ends_the_session_before(stranger: TestClient, guard: PasswordGuard) -> None:
    sign_in(stranger, "Mira")
    first = stranger.cookies[COOKIE]
    answer = post(stranger, "/sign-in", name="Ana", password=PASSWORD)
    assert answer.status_code == 303
    assert stranger.cookies[COOKIE] != first
    assert guard.visitor(first) is None


def test_signing_out_ends_the_session_itself(stranger: TestClient, guard: PasswordGuard) -> None:
    sign_in(stranger, "Mira")
    token = stranger.cookies[COOKIE]
    assert stranger.get("/sign-out").status_code == 405
    assert stranger.post("/sign-out", data={"token": "made-up"}).status_code == 403
    assert guard.visitor(token)
    answer = post(stranger, "/sign-out")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert COOKIE not in stranger.cookies
    assert guard.visitor(token) is None


def test_a_user_who_is_removed_is_a_stranger_at_once(stranger: TestClient, users: UsersFile) -> None:
    sign_in(stranger, "Mira")
    assert stranger.get("/").status_code == 200
    users.remove("Mira")
    assert stranger.get("/").status_code == 303


def test_who_has_signed_in_is_not_asked_again(stranger: TestClient) -> None:
    sign_in(stranger, "Mira")
    assert stranger.get("/sign-in?next=/documents").headers["location"] == "/documents"


def test_a_site_without_users_asks_nobody(client: TestClient) -> None:
    assert client.get("/sign-in", follow_redirects=False).headers["location"] == "/"
    assert post(client, "/sign-in", name="Mira", password=PASSWORD).status_code == 404
    assert "Sign out" not in client.get("/").text


@pytest.mark.parametrize("path", ["/", "/documents?outlet=a%20b&after=50", "/speakers/per:lee", "/a//b"])
def test_a_path_of_this_site_is_gone_on_to(path: str) -> None:
    assert local(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "", "documents", "https://evil.example/", "//evil.example", "///evil.example", "/\\evil.example",
        "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil.example", " //evil.example",
        "javascript:alert(1)", "/a\\..\\\\evil.example", "/\x00/evil.example", "/sign-in?next=/", "/sign-out",
    ],
)  # fmt: skip
def test_nothing_else_is(path: str) -> None:
    assert local(path) == "/"


def test_the_form_itself_holds_no_way_out(stranger: TestClient) -> None:
    assert "evil" not in stranger.get("/sign-in?next=//evil.example").text
    assert sign_in(stranger, "Mira", next="//evil.example").headers["location"] == "/"


def posts_of(app: FastAPI) -> Iterator[str]:
    """Every path that takes what is sent."""
    for path, ways in app.openapi()["paths"].items():
        if "post" in ways:
            yield path.replace("{", "").replace("}", "")


def test_a_reader_may_send_nothing_that_changes_the_record(app: FastAPI, stranger: TestClient) -> None:
    sign_in(stranger, "Rea")
    paths = set(posts_of(app)) - FOR_EVERYBODY
    assert "/add" in paths
    for path in paths:
        answer = post(stranger, path)
        assert answer.status_code == 403, f"{path} answers a reader with {answer.status_code}"
        assert "yours is reader" in answer.text, path


def test_a_reviewer_may_not_add(stranger: TestClient) -> None:
    sign_in(stranger, "Mira")
    answer = post(stranger, "/add", text="Lee said: it rained.")
    assert answer.status_code == 403
    assert "<h1>Not for you</h1>" in answer.text
    assert "needs the role admin; yours is reviewer" in answer.text
    assert 'href="/add"' not in answer.text


def test_an_admin_may_add(stranger: TestClient) -> None:
    sign_in(stranger, "Ana")
    assert 'href="/add"' in stranger.get("/").text
    answer = post(stranger, "/add", text="Lee said: it rained.")
    assert answer.headers["location"].startswith("/add/")


def test_passwords_are_looked_at_a_few_at_a_time(
    guard: PasswordGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(password_guard, "WAITING", 3)
    turned_away = []

    async def one() -> None:
        try:
            await guard.sign_in_in_turn("Mira", PASSWORD, "192.0.2.7")
        except TooOften as error:
            turned_away.append(error.seconds)

    async def all_at_once() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(10):
                group.start_soon(one)

    anyio.run(all_at_once)
    assert turned_away == [password_guard.FULL] * 5  # two are looked at, three wait
