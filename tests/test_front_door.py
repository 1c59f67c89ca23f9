"""`import onrecord` gives the nouns, `read` and `load`."""

from __future__ import annotations

from importlib.metadata import version

import pytest

import onrecord
from onrecord import Document, SkipDocument, Span
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
