"""The line of JSON has every key, in order, and can be read again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.exports.jsonl import json_line
from onrecord.ingest import load, open_inputs
from onrecord.model import (
    Anonymity,
    Document,
    Entity,
    EntityType,
    Failure,
    Gender,
    Label,
    Medium,
    Reading,
    Reference,
    Region,
    RegionKind,
    Span,
    Speaker,
    When,
)
from onrecord.model.entity import Knowledge
from tests.stub import INFO, read_marked

KEYS = (
    "id path document_text title outlet agency byline address captured published language digest "
    "original_digest reader entities statements voices labels regions error"
).split()
STATEMENT_KEYS = (
    "id form kind status act stance confidence source cue content text speaker addressee about when medium "
    "translated within"
).split()

READING = read_marked("[Q “It rained,”] [S Lee] [C said]. It did.", title="Rain", outlet="The Post")


def line(reading: Reading, *, with_text: bool = True) -> dict[str, Any]:
    data = json_line(reading, with_text=with_text)
    assert data.endswith(b"\n")
    assert data.count(b"\n") == 1
    found: dict[str, Any] = json.loads(data)
    return found


def test_every_key_is_there_in_order() -> None:
    assert list(line(READING)) == KEYS
    assert list(line(READING)["statements"][0]) == STATEMENT_KEYS


def test_spans_are_pairs_and_words_are_parallel_to_them() -> None:
    (stmt,) = line(READING)["statements"]
    assert (stmt["source"], stmt["cue"], stmt["content"]) == ([[13, 16]], [[17, 21]], [[0, 12]])
    assert stmt["text"] == {"source": ["Lee"], "cue": ["said"], "content": ["“It rained,”"]}
    assert (stmt["form"], stmt["kind"], stmt["status"]) == ("direct", "speech", "asserted")


def test_absent_values_are_null_and_absent_lists_are_empty() -> None:
    (stmt,) = line(READING)["statements"]
    assert [stmt[key] for key in ("speaker", "when", "medium", "translated", "within")] == [None] * 5
    assert [stmt["addressee"], stmt["about"]] == [[], []]
    assert [line(READING)[key] for key in ("entities", "labels", "regions")] == [[], [], []]


def test_voices_say_who_answers() -> None:
    id = READING.statements[0].id
    assert line(READING)["voices"] == [
        {"span": [0, 12], "statements": [id], "form": "direct", "own": None, "hedges": []},
        {"span": [12, 30], "statements": [], "form": None, "own": "outlet", "hedges": []},
    ]


def test_hedges_are_places() -> None:
    reading = read_marked("It reportedly rained.")
    assert [voice["hedges"] for voice in line(reading)["voices"]] == [[[3, 13]]]


def test_resolved_parts_are_written_as_the_format_says() -> None:
    stmt = replace(
        READING.statements[0],
        speaker=Speaker("e1", "Ann Lee", Span(13, 16), "same name", 0.987654),
        addressee=(Reference("e2", Span(0, 3)),),
        when=When(Span(22, 30), "2018-07-26", "2018-07-26", "day"),
        medium=Medium(Span(17, 21), "interview"),
    )
    entity = Entity(
        id="e1",
        name="Ann Lee",
        type=EntityType.ANONYMOUS,
        mentions=(Span(13, 16),),
        gender=Gender("female", "she"),
        anonymous=Anonymity("two", "army", None),
    )
    label = Label(Span(0, 3), "so-called", "e1", "outlet", None)
    found = line(replace(READING, statements=(stmt,), entities=(entity,), labels=(label,)))
    assert found["statements"][0]["speaker"] == {
        "entity": "e1",
        "name": "Ann Lee",
        "mention": [13, 16],
        "because": "same name",
        "confidence": 0.9877,
    }
    assert found["statements"][0]["addressee"] == [{"entity": "e2", "span": [0, 3]}]
    assert found["statements"][0]["when"] == {
        "span": [22, 30],
        "start": "2018-07-26",
        "end": "2018-07-26",
        "precision": "day",
    }
    assert found["statements"][0]["medium"] == {"span": [17, 21], "name": "interview"}
    assert found["entities"][0] == {
        "id": "e1",
        "name": "Ann Lee",
        "type": "anonymous",
        "names": [],
        "mentions": [[13, 16]],
        "members": [],
        "gender": {"value": "female", "because": "she"},
        "anonymous": {"count": "two", "of": "army", "why": None},
        "knowledge": None,
    }
    assert found["labels"] == [
        {"span": [0, 3], "words": "so-called", "target": "e1", "user": "outlet", "statement": None}
    ]


def test_knowledge_is_an_object() -> None:
    known = Knowledge("Ann Lee", "mayor", "2017-05", None, "a table")
    entity = Entity(id="e1", name="the mayor", type=EntityType.PERSON, knowledge=known)
    (found,) = line(replace(READING, entities=(entity,)))["entities"]
    assert list(found["knowledge"]) == ["name", "office", "since", "until", "source"]
    assert found["knowledge"] == {
        "name": "Ann Lee",
        "office": "mayor",
        "since": "2017-05",
        "until": None,
        "source": "a table",
    }


def test_no_text_leaves_only_the_text_out() -> None:
    assert list(line(READING, with_text=False)) == [key for key in KEYS if key != "document_text"]


def test_a_line_with_an_error_has_the_same_keys() -> None:
    failure = Failure("missing", "There is no such file.")
    found = line(Reading(Document(id="a", path="a.txt", text=""), INFO, error=failure))
    assert list(found) == KEYS
    assert found["error"] == {"kind": "missing", "message": "There is no such file."}
    assert (found["document_text"], found["digest"]) == (None, None)
    assert [found[key] for key in ("entities", "statements", "voices", "labels", "regions")] == [[]] * 5


def test_a_skipped_text_is_kept() -> None:
    doc = Document(id="a", path="a.txt", text="وقال")
    found = line(Reading(doc, INFO, error=Failure("language", "Not English.")))
    assert (found["document_text"], found["digest"]) == ("وقال", doc.digest)


def test_the_extractor_is_the_documents() -> None:
    doc = replace(READING.document, extractor="trafilatura 2")
    assert line(replace(READING, document=doc))["reader"]["extractor"] == "trafilatura 2"


def test_half_a_character_is_written_as_an_escape() -> None:
    doc = replace(READING.document, title="\ud83d")
    assert line(replace(READING, document=doc))["title"] == "\ud83d"


def test_a_full_line_can_be_read_again(tmp_path: Path) -> None:
    marked = """Ann Lee reportedly came. [S1 She] [C1 told] [A1 us] [T1 today] [Q1 that [L1 rats] left].
---
1: speaker="Ann Lee" addressee="us" when=2021-03-16
L1: user=unclear target=none
"""
    reading = read_marked(marked, original_digest="sha256:" + "1" * 64)
    path = tmp_path / "out.jsonl"
    path.write_bytes(json_line(reading))
    (item,) = open_inputs([path], max_bytes=10_000)
    assert load(item) == replace(reading.document, path=str(path))


def test_a_line_can_be_read_again(tmp_path: Path) -> None:
    doc = replace(
        READING.document,
        agency="Corran Press",
        byline="Ann Lee",
        address="https://a.example/1",
        published="2018-07-26",
        original_digest="sha256:" + "1" * 64,
        regions=(Region(Span(22, 30), RegionKind.CAPTION),),
    )
    path = tmp_path / "out.jsonl"
    path.write_bytes(json_line(replace(READING, document=doc)))
    (item,) = open_inputs([path], max_bytes=10_000)
    assert load(item) == replace(doc, path=str(path))
