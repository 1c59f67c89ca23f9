"""Search: answers with counts that narrow, and clear words for what can't be asked."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from onrecord.web.asking import Asked


def shown(page: str) -> list[str]:
    """The words of the answers on a page."""
    return [
        re.sub("<[^>]+>", "", found).strip()
        for found in re.findall(r"<blockquote.*?</blockquote>", page, re.DOTALL)
    ]


def test_words_are_found_with_what_narrows_them(client: TestClient) -> None:
    page = client.get("/search?q=quay").text
    assert shown(page) == ["that the quays of Port Mole would stay shut"]
    every = client.get("/search").text
    assert len(shown(every)) == 4
    assert "Dale Post" in every
    assert len(shown(client.get("/search?outlet=Dale+Post").text)) == 2


def test_a_count_is_the_number_of_answers_behind_its_link(client: TestClient) -> None:
    page = client.get("/search").text
    side = page.partition('<nav aria-label="Narrow')[2].partition("</nav>")[0]
    links = re.findall(r'<a href="([^"]+)".*?</a> <span class="count">([\d,]+)', side)
    assert links
    for address, count in links:
        assert len(shown(client.get(address.replace("&amp;", "&")).text)) == int(count), address


def test_what_is_chosen_can_be_taken_away(client: TestClient) -> None:
    page = client.get("/search?form=direct").text
    assert re.search(r'<a href="/search" aria-current="true" class="chosen"', page)


def test_unnamed_people_can_be_asked_for(client: TestClient) -> None:
    assert shown(client.get("/search?unnamed=yes").text) == ["that the dam had leaked"]


def test_what_was_not_said_is_found_only_when_asked_for(client: TestClient) -> None:
    assert shown(client.get("/search?q=asked").text) == []
    assert shown(client.get("/search?q=asked&status=negated").text) == ["who had asked for it"]
    assert "not said" in client.get("/search?status=negated").text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("form=loud", "it can be direct, mixed, indirect"),
        ("since=yesterday", "give a day as 2018-07-26"),
        ("sure=120", "from 0 to 100"),
        ("unnamed=maybe", "it can be yes, no"),
        ("after=-1", "after"),
    ],
)
def test_what_cannot_be_asked_is_told(client: TestClient, query: str, told: str) -> None:
    answer = client.get(f"/search?{query}")
    assert answer.status_code in (400, 422)
    assert told in answer.text


@pytest.mark.parametrize(
    "words", ["“", '"x', "C++", "-x", "a" * 400, "\ud800".encode("utf-8", "replace").decode()]
)
def test_no_words_are_a_mistake(client: TestClient, words: str) -> None:
    assert client.get("/search", params={"q": words}).status_code == 200


def test_a_year_takes_in_its_last_day() -> None:
    assert Asked(until="2018").filter.until == "2018-12-31"
    assert Asked(until="2018-02").filter.until == "2018-02-31"
    assert Asked(until="2018-02-03").filter.until == "2018-02-03"


def test_a_question_is_told_in_words() -> None:
    asked = Asked(q="dam", speaker="per:edda lorne", since="2018", until="2018")
    assert asked.words == "“dam”, said by edda lorne, 2018"
    assert Asked().words == "All statements"
