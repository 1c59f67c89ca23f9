from __future__ import annotations

import dataclasses
import gzip
from pathlib import Path

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import SUFFIXES, Defaults, Input, load
from onrecord.ingest.readers import MANY, READERS, reader_for

ITEM = Input(id="a", path="a.txt", max_bytes=100, data=b"Lee said no.")


def test_every_suffix_has_a_reader() -> None:
    assert set(SUFFIXES.values()) <= {*READERS, *MANY}


def test_bytes_at_hand_are_read() -> None:
    doc = load(ITEM)
    assert (doc.id, doc.path, doc.text) == ("a", "a.txt", "Lee said no.")


def test_a_file_is_read_when_it_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    item = Input(id="b", path="b.txt", max_bytes=100, file=str(path))
    with pytest.raises(SkipDocument) as caught:
        load(item)
    assert caught.value.reason == Reason.MISSING
    path.write_text("Lee said yes.")
    assert load(item).text == "Lee said yes."


def test_defaults_fill_gaps_only() -> None:
    data = b'{"text": "Lee said no.", "outlet": "Courier"}'
    item = dataclasses.replace(ITEM, reader="json", data=data)
    doc = load(item, defaults=Defaults(outlet="Post", published="2018-07-26"))
    assert (doc.outlet, doc.published) == ("Courier", "2018-07-26")


def test_a_known_failure_is_raised() -> None:
    item = Input(id="a", path="a", max_bytes=0, failure=SkipDocument(Reason.MISSING))
    with pytest.raises(SkipDocument) as caught:
        load(item)
    assert caught.value.reason == Reason.MISSING


def test_the_reader_of_unknown_bytes() -> None:
    assert reader_for(b"Lee said no.") == "text"
    assert reader_for(b"<html>") == "html"
    assert reader_for(b"%PDF-1.4") == "pdf"
    assert reader_for(b"PK\x03\x04") == "zip"
    assert reader_for(b"WARC/1.1\r\n") == reader_for(gzip.compress(b"WARC/1.0\r\n")) == "warc"
    with pytest.raises(SkipDocument, match="a compressed file"):
        reader_for(gzip.compress(b"Lee said no."))
    with pytest.raises(SkipDocument, match="a picture"):
        reader_for(b"\x89PNG\r\n")


def test_what_is_known_of_an_input_fills_what_the_document_does_not_say() -> None:
    item = dataclasses.replace(
        ITEM, address="https://post.example/a", captured="2018-07-27", outlet="Post", published="2018-07-26"
    )
    doc = load(item)
    assert (doc.address, doc.captured) == ("https://post.example/a", "2018-07-27")
    assert (doc.outlet, doc.published) == ("Post", "2018-07-26")
