"""The page of a subject: who says what about it, and in whose voice it is named."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from onrecord.record import Record
from onrecord.web import urls
from tests.record.profiled import harbour

EDDA, HANNO = "per:edda lorne", "per:hanno pell"


@pytest.fixture(autouse=True)
def spoken_of(record: Record) -> None:
    record.writer.add(harbour())
    record.writer.add(harbour(outlet="Dale Post", published="2024-02-01"))


def test_who_says_most_has_the_first_card(client: TestClient) -> None:
    page = client.get(urls.about(HANNO)).text
    assert "6 statements</a> by 1 speaker and by people without a name." in page
    cards = page.partition('class="plain cards"')[2]
    assert 0 < cards.index(">Edda Lorne<") < cards.index(">people without a name<")
    assert "that Hanno Pell was a liar" in cards
    assert urls.search(about=HANNO, speaker=EDDA).replace("&", "&amp;") in cards
    assert urls.search(about=HANNO, unnamed="yes").replace("&", "&amp;") in cards


def test_names_are_told_by_voice(client: TestClient) -> None:
    page = client.get(urls.about(HANNO)).text
    rows = {
        words: re.sub(r"<[^>]+>|\s+", " ", row)
        for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
        for words in ("quay rats", "liar")
        if f">{words}<" in row and "<th" in row
    }
    assert "The Courier" in rows["quay rats"]
    assert "Edda Lorne" not in rows["quay rats"]
    assert "Edda Lorne" in rows["liar"]
    assert "The Courier" not in rows["liar"]


def test_statements_are_drawn_over_time(client: TestClient) -> None:
    page = client.get(urls.about(HANNO)).text
    assert urls.search(about=HANNO, since="2024-02", until="2024-02").replace("&", "&amp;") in page
    assert "Feb 2024: 3 statements" in page


def test_nothing_said_and_nobody_there_are_told_apart(client: TestClient) -> None:
    assert "Nothing in this record is said about Edda Lorne." in client.get(urls.about(EDDA)).text
    answer = client.get(urls.about("per:nobody"))
    assert answer.status_code == 404
    assert "per:nobody" in answer.text
