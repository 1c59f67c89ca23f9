"""The article page: the words of the text and no others, each stretch marked with who answers for it."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from onrecord.model.document import digest_of
from onrecord.record import Record
from tests.record.asking.test_reading_back import read
from tests.web.conftest import QUAYS


def document(record: Record, id: str) -> str:
    """The key of a document by its id."""
    return next(row.key for row in record.questions.documents() if row.id == id)


def test_an_article_is_shown_with_all_its_words(client: TestClient, record: Record) -> None:
    key = document(record, "talks")
    page = client.get(f"/documents/{key}")
    assert page.status_code == 200
    body = page.text.partition("<article")[2].partition("</article>")[0]
    shown = " ".join(re.sub(r'<a class="no.*?</a>|<[^>]+>', "", body).split())
    text = record.questions.text(key) or ""
    assert " ".join(text.split()) in shown.replace("&#39;", "'").partition(">")[2]
    assert 'class="said' in body


def test_what_was_rejected_is_not_marked(client: TestClient, record: Record) -> None:
    key = document(record, "talks")
    first = record.questions.in_document(key)[0]
    record.judgements.reject(first.id, by="Ann")
    page = client.get(f"/documents/{key}").text
    assert f'id="s-{first.id}"' not in page
    assert "Rejected" in page


def test_the_original_is_shown_in_a_seal(client: TestClient, record: Record) -> None:
    key = document(record, "talks")
    answer = client.get(f"/documents/{key}/original")
    assert answer.content == QUAYS
    assert answer.headers["content-type"].startswith("text/html")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert f'src="/documents/{key}/original"' in client.get(f"/documents/{key}?original=true").text
    other = document(record, "flood")
    assert client.get(f"/documents/{other}/original").status_code == 404
    assert "<iframe" not in client.get(f"/documents/{other}?original=true").text


def test_markup_in_a_text_is_shown_as_words(client: TestClient, record: Record) -> None:
    key = record.writer.add(read("Lee said: <script>alert(1)</script> & more\n")).key
    page = client.get(f"/documents/{key}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_nothing_is_at_an_unknown_key(client: TestClient) -> None:
    answer = client.get("/documents/none")
    assert answer.status_code == 404
    assert "There is no document none" in answer.text


def test_an_article_tells_the_digest_of_its_bytes(client: TestClient, record: Record) -> None:
    page = client.get(f"/documents/{document(record, 'talks')}").text
    assert digest_of(QUAYS) in page
    assert "not kept" not in page


def test_what_is_missing_under_static_is_not_kept(client: TestClient) -> None:
    assert "immutable" in client.get("/static/base.css?v=1").headers["cache-control"]
    assert client.get("/static/none.css?v=1").headers["cache-control"] == "no-cache, private"


def test_lines_of_a_text_without_blank_lines_are_paragraphs(client: TestClient, record: Record) -> None:
    key = record.writer.add(read("Rain in Dale\nThe river rose.\nLee said: it rained\nNobody came.\n")).key
    assert key
    page = client.get(f"/documents/{key}").text
    assert page.partition("<article")[2].partition("</article>")[0].count("<p ") == 4
    statement = record.questions.in_document(key)[0]
    passage = client.get(f"/statements/{statement.id}").text.partition('class="text passage"')[2]
    shown = passage.partition("</div>")[0]
    assert "it rained" in shown
    assert "Nobody came" not in shown
