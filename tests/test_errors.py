"""The two kinds of failure: one document is left out, or the run ends."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from onrecord.errors import BrokenReading, Cause, OnrecordError, Reason, SkipDocument, StopRun

DOCS = Path(__file__).parents[1] / "docs"
ERRORS = [
    OnrecordError("other", "Something else."),
    SkipDocument(Reason.EMPTY),
    SkipDocument(Reason.TOO_LARGE, "a.txt has 30 bytes; allowed are 20."),
    BrokenReading("statement s1 has a span outside its text"),
    StopRun(Cause.WEIGHTS, "The weights are damaged. Install onrecord anew."),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_survives_the_way_back_from_a_worker(error: OnrecordError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert (copy.kind, copy.message, copy.exit_status) == (error.kind, error.message, error.exit_status)
    assert vars(copy) == vars(error)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_prints_as_its_message(error: OnrecordError) -> None:
    assert str(error) == error.message


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    assert reason.sentence.endswith(".")
    assert SkipDocument(reason).message == reason.sentence


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_in_the_documentation(reason: Reason) -> None:
    assert f"\n| `{reason}` |" in (DOCS / "format.md").read_text(encoding="utf-8")


def test_only_empty_and_foreign_documents_count_as_skipped() -> None:
    assert {reason for reason in Reason if reason.skipped} == {Reason.EMPTY, Reason.LANGUAGE}


def test_a_reason_may_be_given_by_its_word() -> None:
    error = SkipDocument("too_large", "It has 30 bytes; allowed are 20.")
    assert error.reason is Reason.TOO_LARGE
    assert (error.kind, error.message) == ("too_large", "It has 30 bytes; allowed are 20.")


def test_an_unknown_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="dull"):
        SkipDocument("dull")


def test_a_broken_reading_skips_one_document_and_counts_as_failed() -> None:
    error = BrokenReading("the voices of document a do not cover its body once")
    assert isinstance(error, SkipDocument)
    assert error.reason is Reason.BROKEN_READING
    assert not error.reason.skipped


def test_a_stopped_run_has_an_exit_status_of_its_own() -> None:
    assert StopRun("input", "There is no folder x.").exit_status == 2
    assert SkipDocument(Reason.MISSING).exit_status == 1
