"""`import onrecord` gives the nouns, `read` and `load`."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord import Document, SkipDocument, Span, StopRun
from tests import stub


@pytest.fixture(autouse=True)
def _stub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord._reader", stub.StubReader())


def test_a_text_is_read() -> None:
    reading = onrecord.read("Lee said: it rained\n", published="2018-07-26", outlet="The Post", title="Rain")
    assert [stmt.content_words for stmt in reading.statements] == ["it rained"]
    doc = reading.document
    assert (doc.id, doc.published, doc.outlet, doc.title) == ("-", "2018-07-26", "The Post", "Rain")
    assert doc.text == "Lee said: it rained\n"


def test_a_document_is_read_and_what_is_said_of_it_wins() -> None:
    doc = Document(id="a", text="Lee said: no", outlet="The Post", title="Rain")
    read = onrecord.read(doc, outlet="The Herald").document
    assert (read.id, read.outlet, read.title) == ("a", "The Herald", "Rain")


@pytest.mark.parametrize(
    ("text", "kind"), [("", "empty"), ("…", "empty"), ("a\0b", "binary"), ("ARABIC", "language")]
)
def test_what_can_not_be_read_is_refused(text: str, kind: str) -> None:
    with pytest.raises(SkipDocument) as caught:
        onrecord.read(text)
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    ("given", "iso"), [("26 July 2018", "2018-07-26"), ("2018-07-26T10:00:00Z", "2018-07-26T10:00:00Z")]
)
def test_a_date_may_be_in_words_or_have_a_time(given: str, iso: str) -> None:
    assert onrecord.read("Lee said: no", published=given).document.published == iso


@pytest.mark.parametrize("published", ["soon", "", "4/7/2017", "2018-13-01"])
def test_what_is_no_date_is_named_with_what_is_allowed(published: str) -> None:
    with pytest.raises(
        StopRun, match=r"published is .* not a date .*YYYY-MM-DD, such as 2018-07-26"
    ) as caught:
        onrecord.read("Lee said: no", published=published)
    assert repr(published) in caught.value.message


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (None, r"takes a text \(str\) or a Document, not None\."),
        (b"", r"not bytes \(b''\): decode it first"),
        (Path("a.txt"), r"not \w+ \(\w+\('a.txt'\)\); of a file give its words"),
        (["x" * 99], r"not list \(\['x+…\)"),
    ],
)
def test_what_is_neither_text_nor_document_is_named(given: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        onrecord.read(given)


@pytest.mark.parametrize("known", [{"published": date(2018, 7, 26)}, {"outlet": 7}, {"title": b"Rain"}])
def test_what_is_said_of_a_document_is_text(known: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=f"{next(iter(known))} must be a str or None, not "):
        onrecord.read("Lee said: no", **known)


def test_a_record_is_opened_and_asked(tmp_path: Path) -> None:
    with onrecord.open_record(tmp_path / "a.db") as record:
        record.writer.add(onrecord.read("Ann Lee came.\n\nLee said: it rained\n", outlet="The Post"))
        (found,) = record.questions.who("Ann Lee")
    assert (found.content_words, found.outlet) == ("it rained", "The Post")
    with pytest.raises(StopRun, match="There is no record at"):
        onrecord.open_record(tmp_path / "b.db", create=False)


def test_the_reader_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = [stub.StubReader()]
    monkeypatch.setattr("onrecord._reader", None)
    monkeypatch.setattr("onrecord.loading.load", loaded.pop)
    assert onrecord.load() is onrecord.load()


def test_every_name_that_is_promised_is_there() -> None:
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    assert onrecord.Span is Span
    assert onrecord.__version__ == version("onrecord")


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match="readd"):
        onrecord.readd  # type: ignore[attr-defined]  # noqa: B018
