"""The pages of speakers: the list, all of one speaker, and who is decided to be one with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from fastapi.testclient import TestClient

from onrecord.record import Record
from onrecord.web import make_app, urls
from onrecord.web.access.guard import Guard, Role, Visitor
from tests.record.profiled import harbour
from tests.web.conftest import post, site_of

EDDA, HANNO = "per:edda lorne", "per:hanno pell"


@dataclass(frozen=True, slots=True)
class Alike:
    """Two who may be one."""

    keys: tuple[str, str]
    names: tuple[str, str]
    statements: tuple[int, int] = (4, 1)
    reasons: tuple[str, ...] = ("both are of Port Mole",)


class ReadersOnly(Guard):
    """Lets everybody in to look."""

    def visitor(self, session: str | None) -> Visitor | None:
        return Visitor("Visitor", Role.READER)


@pytest.fixture
def client(record: Record) -> TestClient:
    record.writer.add(harbour())

    def suggest(name: str) -> Sequence[Alike]:
        assert name == "Edda Lorne"
        return [
            Alike((EDDA, HANNO), ("Edda Lorne", "Hanno Pell")),
            Alike(("per:x", "per:y"), ("Xenia", "Ypsi")),
        ]

    site = replace(site_of(record), suggest=suggest)
    return TestClient(make_app(site), base_url="http://127.0.0.1:8484")


def reader(record: Record) -> TestClient:
    app = make_app(replace(site_of(record), guard=ReadersOnly()))
    return TestClient(app, base_url="http://127.0.0.1:8484")


def test_speakers_are_listed_those_with_most_statements_first(client: TestClient) -> None:
    page = client.get("/speakers").text
    assert 0 < page.index(">Edda Lorne<") < page.index(">Hanno Pell<")
    assert "4 statements in 3 articles" in page


def test_speakers_are_found_by_name(client: TestClient) -> None:
    page = client.get(urls.speakers(q="pell")).text
    assert ">Hanno Pell<" in page
    assert ">Edda Lorne<" not in page
    assert "called “Zoltan”" in client.get(urls.speakers(q="Zoltan")).text


def test_the_list_goes_on_where_a_page_ends(client: TestClient) -> None:
    page = client.get(urls.speakers(after="1")).text
    assert ">Edda Lorne<" not in page
    assert ">Hanno Pell<" in page
    assert client.get("/speakers?after=-1").status_code == 422


def test_a_speaker_is_shown_with_counts_that_lead_on(client: TestClient) -> None:
    page = client.get(urls.speaker(EDDA)).text
    assert "4 statements</a> in 3 articles" in page
    assert "Called a woman by 1 article" in page
    assert urls.search(speaker=EDDA, outlet="Dale Post").replace("&", "&amp;") in page
    assert urls.search(speaker=EDDA, since="2023-11", until="2023-11").replace("&", "&amp;") in page
    assert f'href="{urls.about(HANNO)}"' in page
    assert "The water came at night" in page


def test_nothing_is_said_of_whether_somebody_is_a_man_or_woman_where_no_text_tells(
    client: TestClient,
) -> None:
    assert "Called" not in client.get(urls.speaker(HANNO)).text


def test_quotations_go_on_where_a_page_ends(client: TestClient) -> None:
    page = client.get(urls.speaker(EDDA, after="1")).text
    assert page.count('<li class="answer">') == 3


def test_a_key_with_a_slash_is_an_address(client: TestClient, record: Record) -> None:
    first = record.questions.who(EDDA)[0]
    record.judgements.change(first.id, by="Ann", speaker="Radio 1/2")
    page = client.get("/speakers").text
    address = next(part.split('"')[0] for part in page.split('href="') if "radio" in part.lower())
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("path", ["/speakers/per%3Anobody", "/speakers/outlet"])
def test_who_is_not_there_is_told(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is no speaker" in answer.text


def test_others_are_suggested_only_when_asked(client: TestClient) -> None:
    assert "both are of Port Mole" not in client.get(urls.speaker(EDDA)).text
    page = client.get(urls.speaker(EDDA, suggest="yes")).text
    assert "both are of Port Mole" in page
    assert "Xenia" not in page


def test_a_merge_is_decided_shown_and_undone(client: TestClient, record: Record) -> None:
    done = post(client, urls.speaker_form("merge"), key=HANNO, into=EDDA)
    assert (done.status_code, done.headers["location"]) == (303, urls.speaker(EDDA))
    page = client.get(urls.speaker(HANNO)).text
    assert "People decided that these are one" in page
    assert "5 statements</a>" in page
    entry = record.judgements.entries()[-1]
    wrong = post(client, urls.speaker_form("undo"), key=HANNO, number=str(entry.number + 1))
    assert wrong.status_code == 400
    done = post(client, urls.speaker_form("undo"), key=HANNO, number=str(entry.number))
    assert done.status_code == 303
    assert "People decided" not in client.get(urls.speaker(HANNO)).text


def test_that_two_are_not_one_is_kept(client: TestClient, record: Record) -> None:
    done = post(client, urls.speaker_form("apart"), key=EDDA, other=HANNO)
    assert done.headers["location"] == urls.speaker(EDDA, suggest="yes")
    assert record.judgements.entries()[-1].action == "apart"


def test_one_who_is_two_is_split_by_outlet(client: TestClient) -> None:
    done = post(
        client, urls.speaker_form("split"), key=EDDA, outlet="Dale Post", name="Edda Lorne", word="judge"
    )
    assert done.status_code == 303
    page = client.get(done.headers["location"]).text
    assert "Edda Lorne (judge)" in page
    assert "1 statement</a> in 1 article" in page
    assert "3 statements</a> in 2 articles" in client.get(urls.speaker(EDDA)).text


def test_what_cannot_be_decided_is_told(client: TestClient) -> None:
    answer = post(client, urls.speaker_form("merge"), key=EDDA, into=EDDA)
    assert answer.status_code == 400
    assert "with itself" in answer.text
    assert post(client, urls.speaker_form("merge"), key="per:nobody", into=EDDA).status_code == 400
    assert post(client, urls.speaker_form("merge"), key="\0", into=EDDA).status_code == 422
    nameless = post(client, urls.speaker_form("split"), key=EDDA, outlet="Dale Post", name=" ")
    assert nameless.status_code in (400, 422)


@pytest.mark.parametrize("action", ["merge", "apart", "split", "undo"])
def test_who_may_only_look_decides_nothing(record: Record, action: str) -> None:
    client = reader(record)
    fields = {"key": EDDA, "into": HANNO, "other": HANNO, "outlet": "Dale Post", "name": "B", "number": "1"}
    assert post(client, urls.speaker_form(action), **fields).status_code == 403
    assert record.judgements.entries() == []
    assert "<form method=" not in client.get(urls.speaker(EDDA)).text


@pytest.mark.parametrize("action", ["merge", "apart", "split", "undo"])
def test_a_form_of_another_page_decides_nothing(client: TestClient, record: Record, action: str) -> None:
    fields = {"key": EDDA, "into": HANNO, "other": HANNO, "outlet": "Dale Post", "name": "B", "number": "1"}
    answer = client.post(urls.speaker_form(action), data={"token": "another"} | fields)
    assert answer.status_code == 403
    assert record.judgements.entries() == []


def test_anybody_can_be_said_to_be_somebody_else_here(client: TestClient, record: Record) -> None:
    keys = {row.name: row.key for row in record.questions.speakers()}
    answer = post(client, "/speakers/same", key=keys["Hanno Pell"], name="Edda Lorne")
    assert answer.status_code == 303
    assert "Hanno Pell" not in {row.name for row in record.questions.speakers()}
    again = post(client, "/speakers/same", key=keys["Hanno Pell"], name="Nobody Here")
    assert again.status_code == 400
    assert "may be: nobody" in again.text
