"""Saved searches as feeds, read as a feed reader reads them."""

from __future__ import annotations

from typing import Any

import feedparser  # type: ignore[import-untyped]
from fastapi.testclient import TestClient

from onrecord.record import Record
from tests.stub import read_marked


def feed(client: TestClient, query: str = "") -> Any:
    """A feed as feedparser understands it."""
    answer = client.get(f"/search.atom?{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(answer.content)
    assert not found.bozo
    assert found.version == "atom10"
    return found


def test_a_feed_has_the_answers_to_its_question(client: TestClient) -> None:
    found = feed(client, "q=quays")
    assert found.feed.title == "“quays” · onrecord"
    (entry,) = found.entries
    assert entry.title == "Edda Lorne: that the quays of Port Mole would stay shut"
    assert entry.author == "The Courier"
    assert "4 Mar 2024" in entry.content[0].value
    statement = client.get(entry.link.removeprefix("http://127.0.0.1:8484"))
    assert "quays of Port Mole" in statement.text


def test_what_came_last_comes_first_whenever_it_was_said(client: TestClient, record: Record) -> None:
    marked = '[S1 Mira Sol] [C1 said] [Q1 it rained].\n---\n1: speaker="Mira Sol"\n'
    marked = f"published: 1999-01-01\noutlet: Old Post\n---\n{marked}"
    record.writer.add(read_marked(marked, id="old", path="old.txt"))
    found = feed(client)
    assert found.entries[0].author == "Old Post"
    assert found.entries[0].updated_parsed.tm_year >= 2024
    assert found.feed.updated == max(entry.updated for entry in found.entries)
    assert len({entry.id for entry in found.entries}) == len(found.entries) == 5


def test_a_feed_is_narrowed_like_the_search_page(client: TestClient) -> None:
    assert {entry.author for entry in feed(client, "outlet=Dale+Post&unnamed=yes").entries} == {"Dale Post"}
    assert len(feed(client, "unnamed=yes").entries) == 1
    assert feed(client, "q=zebra").entries == []


def test_a_feed_is_known_by_its_question(client: TestClient) -> None:
    assert feed(client, "q=a").feed.id != feed(client, "q=b").feed.id
    assert feed(client, "q=a").feed.id == feed(client, "q=a").feed.id


def test_what_xml_forbids_is_replaced(client: TestClient, record: Record) -> None:
    marked = '[S1 Mira Sol] [C1 said] [Q1 that \x07 rang & <b>].\n---\n1: speaker="Mira Sol"\n'
    record.writer.add(read_marked(marked, id="bell", path="bell.txt"))
    assert "that \ufffd rang & <b>" in feed(client, "q=rang").entries[0].content[0].value


def test_what_can_t_be_asked_is_told(client: TestClient) -> None:
    assert client.get("/search.atom?form=loud").status_code == 400
