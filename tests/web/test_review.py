"""The review without a script: forms that judge, and what they answer."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

import pytest
from fastapi.testclient import TestClient

from onrecord.record import Found, Record
from onrecord.record.sampling.samples import Samples
from onrecord.web import make_app
from onrecord.web.access.guard import Guard, Role, Visitor
from tests.web.conftest import post, site_of


@pytest.fixture
def found(record: Record) -> list[Found]:
    """The statements of the first report."""
    return record.questions.in_document(record.questions.documents()[0].key)


def now(record: Record, one: Found) -> Found:
    return record.questions.statement(one.id)[0]


def test_the_queues_are_offered_with_counts(client: TestClient, record: Record) -> None:
    page = client.get("/review").text
    assert re.findall(r'class="count">([^<]+)<', page) == ["5", "0", "0", "5"]
    assert 'href="/review?queue=unsure"' in page
    assert 'href="/review?queue=disputed"' not in page


def test_a_queue_leads_to_its_first_statement(client: TestClient, found: list[Found]) -> None:
    answer = client.get(f"/review?document={found[0].document}", follow_redirects=False)
    where = f"/review/{found[0].id}?queue=document&document={found[0].document}"
    assert (answer.status_code, answer.headers["location"]) == (303, where)
    page = client.get(where).text
    assert all(f'class="w is-{role}"' in page for role in ("content", "source", "cue"))
    assert "Edda Lorne" in page


def test_accept_and_reject_go_on_until_nothing_is_left(
    client: TestClient, record: Record, found: list[Found]
) -> None:
    query = f"queue=document&document={found[0].document}"
    answer = post(client, f"/review/{found[0].id}/accept?{query}")
    assert answer.headers["location"] == f"/review/{found[1].id}?{query}&did=accepted"
    assert "Accepted." in client.get(answer.headers["location"]).text
    answer = post(client, f"/review/{found[2].id}/reject?{query}")
    assert "All done here" in client.get(answer.headers["location"]).text
    assert [now(record, one).verdict for one in found] == ["accepted", None, "rejected"]


def test_next_leaves_a_statement_as_it_is(client: TestClient, record: Record, found: list[Found]) -> None:
    query = f"queue=document&document={found[0].document}"
    answer = client.get(f"/review/{found[0].id}/next?{query}", follow_redirects=False)
    assert answer.headers["location"] == f"/review/{found[1].id}?{query}"
    assert record.judgements.entries() == []


def test_words_are_set_right(client: TestClient, record: Record, found: list[Found]) -> None:
    one = found[0]
    fields = {"content": "the quays … stay shut", "source": "Edda Lorne", "cue": "told"}
    post(client, f"/review/{one.id}/words", **fields)
    assert now(record, one).content_words == "the quays … stay shut"
    assert record.judgements.entries()[0].detail.keys() == {"content"}
    post(client, f"/review/{one.id}/words", **fields)
    assert len(record.judgements.entries()) == 1


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("the <keys>", "does not hold the words “the &lt;keys&gt;”"),
        ("or", "stand in the text 3 times"),
        ("3-9999", "is no stretch of the text"),
        ("7-3", "is no stretch of the text"),
        ("", "can&#39;t be left out"),
    ],
)
def test_bad_places_are_told_and_nothing_typed_is_lost(
    client: TestClient, record: Record, found: list[Found], typed: str, why: str
) -> None:
    answer = post(client, f"/review/{found[0].id}/words", content=typed, source="Edda", cue="told")
    assert answer.status_code == 422
    assert why in answer.text
    assert f'name="content" value="{escape(typed)}"' in answer.text
    assert 'name="source" value="Edda"' in answer.text
    assert record.judgements.entries() == []


def test_the_speaker_is_named_by_key_name_or_not_at_all(
    client: TestClient, record: Record, found: list[Found]
) -> None:
    one = found[0]
    post(client, f"/review/{one.id}/speaker", speaker="Pell", speaker_key="per:hanno pell")
    assert now(record, one).speaker_name == "Hanno Pell"
    post(client, f"/review/{one.id}/speaker", speaker="Ines Toll")
    assert now(record, one).speaker == "per:ines toll"
    post(client, f"/review/{one.id}/speaker", speaker="two clerks", unnamed="true")
    assert (now(record, one).speaker_name, now(record, one).speaker_type) == ("two clerks", "anonymous")
    assert post(client, f"/review/{one.id}/speaker", speaker=" ").status_code == 422


def test_addressee_day_and_status_are_set_right(
    client: TestClient, record: Record, found: list[Found]
) -> None:
    one = found[2]
    post(client, f"/review/{one.id}/addressee", addressee="the board")
    post(client, f"/review/{one.id}/day", when_start="2024-03-01", when_end="2024-03-02")
    post(client, f"/review/{one.id}/status", status="possible")
    right = now(record, one)
    assert (right.addressee, right.when_start, right.when_end) == (("the board",), "2024-03-01", "2024-03-02")
    assert right.status == "possible"


@pytest.mark.parametrize("fields", [("soon", ""), ("2024-02-30", ""), ("2024-03-02", "2024-03-01"), ("", "")])
def test_no_day_is_told(
    client: TestClient, record: Record, found: list[Found], fields: tuple[str, str]
) -> None:
    answer = post(client, f"/review/{found[0].id}/day", when_start=fields[0], when_end=fields[1])
    assert answer.status_code == 422
    assert f'name="when_start" value="{fields[0]}"' in answer.text
    assert record.judgements.entries() == []


def test_an_unknown_status_is_refused(client: TestClient, record: Record, found: list[Found]) -> None:
    answer = post(client, f"/review/{found[0].id}/status", status="shouted")
    assert answer.status_code == 422
    assert "asserted" in answer.text
    assert record.judgements.entries() == []


def test_what_was_missed_is_added(client: TestClient, record: Record, found: list[Found]) -> None:
    fields = {"document": found[0].document, "statement": found[0].id, "source": "Lorne"}
    answer = post(client, "/review/add", **fields, content="")
    assert answer.status_code == 422
    assert "needs content" in answer.text
    assert 'name="source" value="Lorne"' in answer.text
    answer = post(client, "/review/add", **fields, content="would stay shut", speaker="Edda Lorne")
    assert answer.headers["location"].startswith(f"/review/{found[0].id}?")
    added = next(row for row in record.questions.in_document(found[0].document) if row.origin == "added")
    assert (added.content_words, added.speaker) == ("would stay shut", "per:edda lorne")


def test_undo_takes_back_the_reviewers_last_and_leads_there(
    client: TestClient, record: Record, found: list[Found]
) -> None:
    post(client, f"/review/{found[0].id}/accept")
    post(client, f"/review/{found[1].id}/reject")
    record.judgements.accept(found[2].id, by="somebody else")
    answer = post(client, "/review/undo")
    assert answer.headers["location"].startswith(f"/review/{found[1].id}?")
    post(client, "/review/undo")
    assert [now(record, one).verdict for one in found] == [None, None, "accepted"]
    answer = post(client, "/review/undo", at="//evil.example/review")
    assert answer.headers["location"] == "/review?queue=unsure&did=nothing"


def test_a_drawn_paragraph_is_judged_to_its_end(client: TestClient, record: Record) -> None:
    samples = Samples(record.engine)
    samples.draw(9, by="Ann", seed=1)
    first, second = samples.paragraphs()[:2]
    answer = client.get("/review?queue=sample", follow_redirects=False)
    assert answer.headers["location"] == f"/review/{first.begun[0]}?queue=sample&paragraph={first.number}"
    answer = post(client, f"/review/{first.begun[0]}/accept?queue=sample&paragraph={first.number}")
    assert answer.headers["location"].startswith(f"/review/{first.begun[1]}?queue=sample")
    answer = post(client, f"/review/{first.begun[1]}/reject?queue=sample&paragraph={first.number}")
    assert answer.headers["location"] == f"/review/paragraph/{first.number}?did=rejected"
    assert "2 statements here" in client.get(answer.headers["location"]).text
    answer = post(client, f"/review/paragraph/{first.number}/complete")
    assert answer.headers["location"].startswith(f"/review/{second.begun[0]}?")
    assert first.number not in [one.number for one in samples.paragraphs(open_only=True)]
    answer = post(client, "/review/undo")
    assert answer.headers["location"] == f"/review/paragraph/{first.number}?did=undone"
    assert first.number in [one.number for one in samples.paragraphs(open_only=True)]


def test_a_paragraph_without_a_statement_can_be_judged(client: TestClient, record: Record) -> None:
    from tests.record.asking.test_reading_back import read

    record.writer.add(read("Ines Toll was there. Go home, she told them.\n"))
    samples = Samples(record.engine)
    samples.draw(9, by="Ann", seed=1)
    one = next(it for it in samples.paragraphs() if not it.begun)
    page = client.get(f"/review/paragraph/{one.number}").text
    assert "The reader found none" in page
    asked = f"/review/add?queue=sample&paragraph={one.number}"
    post(client, asked, document=one.document, content="Go home", source="she", cue="told")
    assert "Go home" in re.sub(r"<[^>]+>", "", client.get(f"/review/paragraph/{one.number}").text)
    post(client, f"/review/paragraph/{one.number}/complete")
    assert next(it for it in samples.paragraphs() if it.number == one.number).complete


def test_names_are_suggested_as_json(client: TestClient) -> None:
    rows = client.get("/review/speakers?q=lorne").json()
    assert rows[0] == {"key": "per:edda lorne", "name": "Edda Lorne", "statements": 2, "type": "person"}
    assert client.get("/review/speakers?q=").json() == []


@pytest.mark.parametrize("path", ["/review/ffff", "/review/paragraph/99"])
def test_what_is_not_there_is_told(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_form_from_elsewhere_is_refused(client: TestClient, record: Record, found: list[Found]) -> None:
    client.get("/")
    answer = client.post(f"/review/{found[0].id}/accept", data={"token": "guessed"})
    assert answer.status_code == 403
    assert record.judgements.entries() == []


class Readers(Guard):
    """Lets everybody look."""

    def visitor(self, session: str | None) -> Visitor:
        return Visitor("Rea", Role.READER)


def test_a_reader_may_look_and_not_judge(record: Record, found: list[Found]) -> None:
    site = replace(site_of(record), guard=Readers())
    with TestClient(make_app(site), base_url="http://127.0.0.1:8484") as reader:
        page = reader.get(f"/review/{found[0].id}")
        assert page.status_code == 200
        assert 'method="post"' not in page.text
        assert post(reader, f"/review/{found[0].id}/accept").status_code == 403
        assert post(reader, "/log/1/undo").status_code == 403
    assert record.judgements.entries() == []
