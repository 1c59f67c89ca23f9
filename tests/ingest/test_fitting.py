"""What documents say of themselves is made fit to be kept and shown; what is fit stays as it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from onrecord.ingest import Input, load
from onrecord.ingest.fitting import LONGEST_ADDRESS, LONGEST_WORDS, fit, fit_address, fit_words, is_digest
from onrecord.model import Document
from onrecord.model.document import digest_of

DOC = Document(
    id="a",
    path="a.txt",
    text="Lee said no.\x1b[2J",
    title="Rain\xa0at last – “No”",
    outlet="The Post",
    byline="Ann Lee",
    address="https://post.example/a?b=c",
    captured="2018-07-26T08:00:00Z",
    published="2018-07-26",
    language="en",
)


def test_what_is_fit_stays_as_it_is() -> None:
    assert fit(DOC) == DOC


@pytest.mark.parametrize(
    ("words", "fitted"),
    [
        ("a\nb\t c", "a b c"),
        ("\x1b[31mRain\u202e\0", "\ufffd[31mRain\ufffd\ufffd"),
        ("\ud800Rain", "?Rain"),
        (" \n ", None),
        ("", None),
        (None, None),
    ],
)
def test_words_are_made_fit(words: str | None, fitted: str | None) -> None:
    assert fit_words(words) == fitted


def test_words_without_end_are_cut() -> None:
    assert fit_words("Rain " * 200_000) == ("Rain " * 200)[:LONGEST_WORDS].strip()


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " JavaScript :alert(1)", "data:text/html,x", "https://a.example/" + "x" * 2000],
)
def test_addresses_that_can_not_be_kept_are_left_out(address: str) -> None:
    assert fit_address(address) is None


def test_an_address_of_the_greatest_length_is_kept_whole() -> None:
    address = "https://a.example/".ljust(LONGEST_ADDRESS, "x")
    assert fit_address(address) == address


def test_dates_and_languages_that_are_none_are_left_out() -> None:
    doc = fit(replace(DOC, captured="2" * 100, published="2018\n", language="en" * 20))
    assert (doc.captured, doc.published, doc.language) == (None, None, None)


def test_a_text_is_never_altered() -> None:
    assert fit(replace(DOC, title="\0" * 9)).text == DOC.text


def test_what_onrecords_own_lines_state_is_made_fit_too() -> None:
    known = {
        "document_text": "Lee said no.",
        "original_digest": "sha256:x",
        "agency": "\x1b",
        "captured": "soon",
    }
    data = json.dumps(known | {"id": "a\n\x1b[2J"}).encode()
    doc = load(Input(id="a", path="a", max_bytes=1000, reader="json", data=data))
    assert (doc.original_digest, doc.agency, doc.captured) == (digest_of(data), "\ufffd", None)
    assert is_digest(doc.original_digest)
