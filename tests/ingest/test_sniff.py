from __future__ import annotations

import time

import pytest

from onrecord.ingest.sniff import binary_kind, has_words, is_surely_json, looks_like_html, may_be_json


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>x",
        b"\xef\xbb\xbf\n <html lang=en>",
        b"<!-- saved -->\n<!-- twice --><head>",
        b'<?xml version="1.0"?><!DOCTYPE html>',
        b"<p class=a>Lee said no.</p>",
    ],
)
def test_pages_are_known(data: bytes) -> None:
    assert looks_like_html(data)


@pytest.mark.parametrize("data", [b"Lee said <p>", b"<pardon>", b"<3", b"", b"<!-- x"])
def test_other_text_is_no_page(data: bytes) -> None:
    assert not looks_like_html(data)


def test_looking_at_a_page_of_comments_takes_no_time() -> None:
    start = time.perf_counter()
    assert not looks_like_html(b"<!---->" * 1000)
    assert time.perf_counter() - start < 1


def test_json_is_told_from_text_in_brackets() -> None:
    assert is_surely_json(b' {"text": 1}')
    assert is_surely_json(b'[\n {"text": 1}]')
    assert may_be_json(b"[Editor's note]")
    assert not is_surely_json(b"[Editor's note]")
    assert not may_be_json(b"Lee said {no}")


def test_binary_kinds_are_named() -> None:
    assert binary_kind(b"\x1f\x8b\x08") == "a compressed file (gzip)"
    assert binary_kind(b"Lee said no.") is None


@pytest.mark.parametrize(
    ("text", "words"), [("a", True), ("é", True), ("7", True), ("…“”_ \n", False), ("", False)]
)
def test_words(text: str, words: bool) -> None:
    assert has_words(text) is words
