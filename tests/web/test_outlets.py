"""The outlets page: whose words are printed, with how sure that is; and the page of one outlet."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from onrecord.record import Record
from onrecord.web import urls
from tests.record.made import flood
from tests.record.profiled import harbour


@pytest.fixture(autouse=True)
def printed(record: Record) -> None:
    record.writer.add(harbour())


def test_outlets_come_by_their_statements(client: TestClient) -> None:
    page = client.get("/outlets").text
    assert 0 < page.index(">The Courier</a>") < page.index(">Dale Post</a>")
    assert "5 statements in " in page
    assert (
        "50\N{NO-BREAK SPACE}%</b> of statements" in page
    )  # one of two in the Dale Post is by unnamed people


def test_what_no_text_tells_is_shown_as_not_told(client: TestClient) -> None:
    page = client.get("/outlets").text
    assert "women 40 %; not told 60 %" in page
    assert "No article tells it" in page


def test_intervals_are_given_where_there_are_articles_enough(client: TestClient, record: Record) -> None:
    assert "–" not in client.get(urls.outlets(outlet="Dale Post")).text.partition("of statements")[2][:80]
    for number in range(5):
        record.writer.add(flood(outlet="Port Daily", address=f"http://port.example/{number}"))
    told = client.get(urls.outlets(outlet="Port Daily")).text.partition("of statements")[2][:80]
    assert "–" in told


def test_an_article_without_an_outlet_has_a_row(client: TestClient, record: Record) -> None:
    record.writer.add(flood(outlet="", address="http://a.example/"))
    assert "Outlet not told" in client.get("/outlets").text


def test_one_outlet_has_its_speakers_and_months(client: TestClient) -> None:
    page = client.get(urls.outlets(outlet="The Courier")).text
    assert ">Edda Lorne<" in page
    assert urls.search(speaker="per:edda lorne", outlet="The Courier").replace("&", "&amp;") in page
    assert '<th scope="row">Nov 2023</th>' in page
    assert '<th scope="row">Mar 2024</th>' in page
    assert '<th scope="row">Dec 2023</th>' not in page


def test_an_outlet_that_is_not_there_is_told(client: TestClient) -> None:
    answer = client.get(urls.outlets(outlet="No <b>Such</b> Outlet"))
    assert answer.status_code == 404
    assert "No &lt;b&gt;Such&lt;/b&gt; Outlet" in answer.text


def test_the_list_goes_on_where_a_page_ends(client: TestClient) -> None:
    page = client.get(urls.outlets(after="1")).text
    assert ">The Courier</a>" not in page
    assert ">Dale Post</a>" in page
