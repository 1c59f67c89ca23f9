"""Edits from another program become judgements once, and are taken back together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.errors import StopRun
from onrecord.model import Form, Kind, Reading, Span, Status
from onrecord.model.edited import EditedDocument, EditedStatement, Exported, as_exported
from onrecord.record import Filter, Record
from onrecord.record.asking.reading_back import ReadingsBack
from onrecord.record.judging.editing import Taken, take_edits
from tests.record.made import flood, talks


@pytest.fixture
def kept(record: Record) -> Record:
    record.writer.add(talks())
    return record


def reading(record: Record) -> Reading:
    made = ReadingsBack(record.engine).reading(record.questions.documents()[0].key)
    assert made is not None
    return made


def went(record: Record) -> Exported:
    made = reading(record)
    return Exported(
        key=record.questions.documents()[0].key, digest=made.document.digest, statements=as_exported(made)
    )


def take(record: Record, *statements: EditedStatement, **options: object) -> Taken:
    edited = EditedDocument(text=reading(record).document.text, statements=statements)
    known = {"by": "ada", "file": "talks.ann", "exported": went(record)} | options
    return take_edits(record.engine, edited, **known)  # type: ignore[arg-type]


def place(record: Record, words: str) -> tuple[Span]:
    start = reading(record).document.text.index(words)
    return (Span(start, start + len(words)),)


def actions(taken: Taken) -> list[str]:
    return [step.action for step in taken.steps]


def test_what_nobody_touched_is_no_judgement(kept: Record) -> None:
    taken = take(kept, *went(kept).statements)
    assert (taken.steps, taken.number, taken.untouched) == ((), None, 3)
    assert kept.judgements.entries() == []


def test_a_person_may_accept_what_he_left(kept: Record) -> None:
    for expected in (["accept"] * 3, []):
        assert actions(take(kept, *went(kept).statements, accept_untouched=True)) == expected
    assert kept.questions.who("Hanno Pell")[0].verdict == "accepted"


def test_changes_removals_and_additions_are_taken_once_and_undone_together(kept: Record) -> None:
    first, second, third = went(kept).statements
    new = EditedStatement(id=None, source=(), cue=(), content=place(kept, "Edda Lorne"), speaker="Oskar Wind")
    edits = (replace(first, speaker="Pell", content=place(kept, "would stay shut")), second, new)
    assert sorted(actions(take(kept, *edits))) == ["add", "change", "reject"]
    assert actions(take(kept, *edits)) == []
    row = kept.questions.statement(first.id or "")[0]
    assert (row.speaker_name, row.content_words) == ("Hanno Pell", "would stay shut")
    assert kept.questions.statement(third.id or "")[0].verdict == "rejected"
    assert [one.content_words for one in kept.questions.who("Oskar Wind")] == ["Edda Lorne"]
    assert kept.verify() == []
    (whole,) = [entry for entry in kept.judgements.entries() if entry.part_of is None]
    assert (whole.action, dict(whole.detail)) == ("import", {"file": "talks.ann"})
    kept.judgements.undo(whole.number, by="ada")
    assert kept.questions.who("Oskar Wind") == []
    assert kept.questions.statement(third.id or "")[0].verdict is None
    assert sorted(actions(take(kept, *edits))) == ["add", "change", "reject"]


def test_on_trial_nothing_is_written(kept: Record) -> None:
    taken = take(kept, *went(kept).statements[1:], dry_run=True)
    assert (actions(taken), taken.number) == (["reject"], None)
    assert kept.judgements.entries() == []


def test_what_others_decided_meanwhile_stands(kept: Record) -> None:
    exported = went(kept)
    id = exported.statements[0].id or ""
    kept.judgements.change(id, by="bo", speaker="Hanno Pell")
    kept.judgements.reject(exported.statements[2].id or "", by="bo")
    assert actions(take(kept, *exported.statements, exported=exported)) == []
    assert kept.questions.statement(id)[0].speaker_name == "Hanno Pell"


def test_without_what_was_exported_nothing_is_taken_for_removed(kept: Record) -> None:
    first, second, _ = went(kept).statements
    taken = take(kept, replace(first, speaker="Hanno Pell"), second, exported=None)
    assert actions(taken) == ["change"]
    assert "1 statements of the record are not in it" in taken.left[0]


def test_a_speaker_who_is_taken_away_is_unnamed(kept: Record) -> None:
    first, *others = went(kept).statements
    edits = (replace(first, speaker=None), *others)
    assert actions(take(kept, *edits)) == ["change"]
    row = kept.questions.statement(first.id or "")[0]
    assert (row.speaker_name, row.speaker_type) == ("Edda Lorne", "anonymous")
    assert actions(take(kept, *edits)) == []


def test_another_kind_is_another_claim(kept: Record) -> None:
    *others, last = went(kept).statements
    edits = (*others, replace(last, kind=Kind.THOUGHT))
    assert actions(take(kept, *edits)) == ["reject", "add"]
    assert [row.kind for row in kept.questions.who("Hanno Pell", Filter(status=None))] == ["thought"]
    assert actions(take(kept, *edits)) == []


def test_what_can_not_be_kept_is_told(kept: Record) -> None:
    first, second, third = went(kept).statements
    taken = take(kept, replace(first, form=Form.DIRECT), replace(second, cue=()), third)
    assert taken.steps == ()
    assert "a changed form (direct) can't be kept" in taken.left[0]
    assert "not taken away" in taken.left[1]


def test_another_status_is_set_right(kept: Record) -> None:
    first, *others = went(kept).statements
    edits = (replace(first, status=Status.NEGATED), *others)
    assert actions(take(kept, *edits)) == ["change"]
    row = kept.questions.statement(first.id or "")[0]
    assert (row.status, row.changed) == ("negated", ("status",))
    assert actions(take(kept, *edits)) == []


def test_what_was_read_and_rejected_is_back_when_somebody_draws_it(kept: Record) -> None:
    last = went(kept).statements[2]
    kept.judgements.reject(last.id or "", by="bo")
    exported = replace(went(kept), statements=went(kept).statements[:2])
    edits = (*exported.statements, replace(last, id=None))
    assert actions(take(kept, *edits, exported=exported)) == ["accept"]


def test_a_text_that_no_document_has_is_refused(kept: Record) -> None:
    with pytest.raises(StopRun, match="No document in the record has its text"):
        take_edits(kept.engine, EditedDocument(text="else", statements=()), by="ada", file="x")


def test_characters_that_a_format_can_not_carry_make_no_other_text(record: Record) -> None:
    made = flood()
    text = made.document.text + " \x01"
    record.writer.add(replace(made, document=replace(made.document, text=text), voices=()))
    edited = EditedDocument(text=text.replace("\x01", "\ufffd"), statements=went(record).statements[1:])
    taken = take_edits(record.engine, edited, by="ada", file="x", exported=went(record))
    assert actions(taken) == ["reject"]


def test_a_claim_that_two_documents_have_is_added_to_both(kept: Record) -> None:
    kept.writer.add(talks(outlet="Dale Post"))
    new = EditedStatement(id=None, source=(), cue=(), content=place(kept, "Edda Lorne"))
    taken = take(kept, *went(kept).statements, new, exported=None)
    assert len(taken.documents) == 2
    assert len(kept.questions.statement(taken.steps[0].statement)) == 2
    assert kept.verify() == []
