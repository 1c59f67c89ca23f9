"""A reading that breaks one of the two laws is refused."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from onrecord.errors import BrokenReading
from onrecord.model import Document, Failure, Reading, Region, RegionKind, Span, Statement, Voice, Words
from tests.stub import INFO, read_marked

READING = read_marked("[S Lee] [C said] [Q it rained].")
STATEMENT = READING.statements[0]


def test_a_sound_reading_passes() -> None:
    READING.check()


@pytest.mark.parametrize(
    "stmt",
    [
        replace(STATEMENT, text=Words(("Kim",), ("said",), ("it rained",))),
        replace(STATEMENT, text=Words((), ("said",), ("it rained",))),
        replace(STATEMENT, content=(Span(10, 99),)),
        replace(STATEMENT, content=(Span(10, 10),)),
        replace(STATEMENT, cue=(Span(-4, -1),)),
    ],
    ids=["other words", "words missing", "beyond the text", "empty", "before the text"],
)
def test_words_must_be_the_texts(stmt: Statement) -> None:
    with pytest.raises(BrokenReading, match=STATEMENT.id):
        replace(READING, statements=(stmt,)).check()


@pytest.mark.parametrize(
    "spans",
    [[(0, 18)], [(0, 9), (9, 17)], [(0, 12), (9, 19)], []],
    ids=["one short", "end missing", "twice", "none"],
)
def test_voices_must_cover_the_body_once(spans: list[tuple[int, int]]) -> None:
    voices = tuple(Voice(Span(*span), (), None, None) for span in spans)
    assert len(READING.document.text) == 19
    with pytest.raises(BrokenReading, match="do not cover its body once"):
        replace(READING, voices=voices).check()


def test_voices_leave_out_what_is_not_the_body() -> None:
    doc = replace(READING.document, regions=(Region(Span(18, 19), RegionKind.CAPTION),))
    with pytest.raises(BrokenReading, match="body"):
        replace(READING, document=doc).check()


def test_a_document_that_was_not_read_needs_no_voices() -> None:
    Reading(Document(id="a", text="وقال"), INFO, error=Failure("language", "Not English.")).check()


def test_a_reading_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(READING)) == READING
