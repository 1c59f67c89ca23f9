from __future__ import annotations

import json

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.json_document import read_json
from onrecord.model import Document, RegionKind

OWN = {
    "id": "a",
    "document_text": "Rain\n\nLee said no.",
    "title": "Rain",
    "agency": "CP",
    "captured": "2020-02-04",
    "language": "en",
    "digest": "sha256:0",
    "original_digest": "sha256:" + "1" * 64,
    "reader": {"name": "onrecord", "extractor": "trafilatura 2.3"},
    "regions": [{"span": [0, 4], "kind": "title"}],
    "statements": [],
    "error": None,
}


def read(**stated: object) -> Document:
    return read_json(json.dumps(stated).encode(), id="a", path="n.jsonl", where="Line 3")


def refused(data: bytes) -> SkipDocument:
    with pytest.raises(SkipDocument) as caught:
        read_json(data, id="a", path="n.jsonl", where="Line 3")
    return caught.value


def test_a_text_alone_is_enough() -> None:
    doc = read(text="Rain\n\nLee said no.\r\n")
    assert (doc.id, doc.path, doc.text, doc.title) == ("a", "n.jsonl", "Rain\n\nLee said no.\r\n", "Rain")


def test_what_is_stated_is_kept() -> None:
    doc = read(
        text="Lee said no.",
        title="Rain",
        outlet="C",
        published="26 July 2018",
        address="http://c",
        byline="M",
    )
    assert (doc.title, doc.outlet, doc.published, doc.address, doc.byline) == (
        "Rain",
        "C",
        "2018-07-26",
        "http://c",
        "M",
    )


def test_what_is_stated_empty_is_not_stated() -> None:
    doc = read(text="Lee said no.", title="", outlet="", published="")
    assert (doc.title, doc.outlet, doc.published) == (None, None, None)


def test_other_keys_are_passed_over() -> None:
    assert read(text="Lee said no.", language={"a": 1}, regions="x", error=3, tags=[]).regions == ()


def test_own_output_is_read_as_it_was() -> None:
    doc = read(**OWN)
    assert (doc.agency, doc.captured, doc.language, doc.original_digest) == (
        "CP",
        "2020-02-04",
        "en",
        "sha256:" + "1" * 64,
    )
    assert doc.extractor == "trafilatura 2.3"
    assert [(region.kind, region.span) for region in doc.regions] == [(RegionKind.TITLE, (0, 4))]


@pytest.mark.parametrize(
    "regions",
    [
        [{"span": [0, 4], "kind": "headline"}],
        [{"span": [0, 99], "kind": "title"}],
        [{"span": [0, 4], "kind": "title"}, {"span": [3, 5], "kind": "caption"}],
        [{"span": [0], "kind": "title"}],
    ],
)
def test_regions_that_do_not_fit_are_refused(regions: object) -> None:
    assert refused(json.dumps(OWN | {"regions": regions}).encode()).reason == Reason.MALFORMED_JSON


def test_an_error_of_an_earlier_run_is_met_again() -> None:
    failed = OWN | {"document_text": None, "error": {"kind": "no_article", "message": "There was none."}}
    error = refused(json.dumps(failed).encode())
    assert (error.reason, str(error)) == (Reason.NO_ARTICLE, "There was none.")


def test_output_without_text_says_why_it_cannot_be_read() -> None:
    error = refused(json.dumps(OWN | {"document_text": None}).encode())
    assert error.reason == Reason.MALFORMED_JSON
    assert "--no-text" in str(error)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"text": 3}', "malformed_json"),
        (b'{"text": "x", "byline": ["a"]}', "malformed_json"),
        (b"[1]", "malformed_json"),
        (b'{"text"', "malformed_json"),
        (b'{"text": "\\ud800 x"}', "malformed_json"),
        (b'{"text": "caf\xe9"}', "undecodable"),
        (b'{"text": "a\\u0000b"}', "binary"),
        (b'{"text": " \\n"}', "empty"),
        (b"[" * 100_000, "malformed_json"),
    ],
)
def test_what_cannot_be_read(data: bytes, reason: str) -> None:
    assert refused(data).reason == reason


def test_a_text_under_another_name_is_pointed_at() -> None:
    assert str(refused(b'{"headline": "Rain", "body": "Lee said no."}')).endswith(
        'It has "body": name that "text".'
    )
    assert "name that" not in str(refused(b'{"headline": "Rain", "body": 1}'))


def test_a_refusal_says_where() -> None:
    assert str(refused(b'{"text": 3}')).startswith("Line 3 is not a JSON object")
