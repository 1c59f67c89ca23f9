"""Finishes statements: form, kind, status, act, stance, ids, and which stands within which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.cues import describe_cue
from onrecord.analysis.drafts import Draft
from onrecord.analysis.quotation import Quotation, outermost
from onrecord.analysis.sentences import sentence_at
from onrecord.analysis.status import statement_status
from onrecord.model.span import Span, Spans, holder, merge, overlapping, subtract, trim
from onrecord.model.statement import Form, Statement, Status, statement_id, words_at

FAR = 1000  # code points; a text without full stops is one endless sentence


def finish(
    drafts: Sequence[Draft], text: str, digest: str, quotations: Sequence[Quotation], sentences: list[Span]
) -> list[Statement]:
    """Statements from drafts, in order of their first content; drafts without content are dropped."""
    quoted = merge(quotation.span for quotation in outermost(quotations))
    finished: dict[str, Statement] = {}
    for draft in drafts:
        content = tuple(
            span for span in (trim(s, text) for s in merge(draft.content)) if span.start < span.end
        )
        if not content:
            continue
        stmt = _statement(draft, content, text, digest, quoted, sentences)
        finished.setdefault(stmt.id, stmt)
    ordered = sorted(
        finished.values(), key=lambda stmt: (stmt.content[0].start, -stmt.content[0].end, stmt.hull)
    )
    return _nested(ordered)


def _statement(
    draft: Draft, content: Spans, text: str, digest: str, quoted: Sequence[Span], sentences: list[Span]
) -> Statement:
    words = words_at(text, draft.source, draft.cue, content)
    sense = describe_cue(" ".join(words.cue), " ".join(words.source))
    place = draft.cue[0].start if draft.cue else content[0].start
    return Statement(
        id=statement_id(digest, sense.kind, draft.source, draft.cue, content),
        form=form_of(content, text, quoted),
        kind=sense.kind,
        status=_status(draft, content, text, _near(sentences, place)),
        act=sense.act,
        stance=sense.stance,
        confidence=round(draft.confidence, 4),
        source=draft.source,
        cue=draft.cue,
        content=content,
        text=words,
    )


def _near(sentences: list[Span], place: int) -> Span:
    """The sentence around a place, no farther than a sentence of news reaches."""
    sentence = sentence_at(sentences, place)
    return Span(max(sentence.start, place - FAR), min(sentence.end, place + FAR))


def _status(draft: Draft, content: Spans, text: str, sentence: Span) -> Status:
    """The status of a draft, told from its sentence alone: work must not grow with the text."""

    def local(spans: Spans) -> Spans:
        inside = (Span(max(s.start, sentence.start), min(s.end, sentence.end)) for s in spans)
        return tuple(
            Span(s.start - sentence.start, s.end - sentence.start) for s in inside if s.start < s.end
        )

    words, whole = sentence.slice(text), Span(0, sentence.end - sentence.start)
    return statement_status(words, local(draft.source), local(draft.cue), local(content), whole)


def form_of(content: Spans, text: str, quoted: Sequence[Span]) -> Form:
    """Whether a content stands in quotation marks wholly, partly or not at all; `quoted` is in order."""
    marked = [overlapping(quoted, span) for span in content]
    if not any(marked):
        return Form.INDIRECT
    bare = (
        rest.slice(text)
        for span, marks in zip(content, marked, strict=True)
        for rest in subtract(span, marks)
    )
    return Form.MIXED if any(char.isalnum() for words in bare for char in words) else Form.DIRECT


def _nested(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with `within` set to the smallest one whose content holds their cue and content."""
    size = {stmt.id: sum(span.end - span.start for span in stmt.content) for stmt in statements}
    openings = sorted(
        ((span, stmt) for stmt in statements for span in stmt.content), key=lambda pair: pair[0]
    )
    linked: list[Statement] = []
    active: list[tuple[Span, Statement]] = []
    k = 0
    for stmt in statements:
        place = stmt.content[0].start
        while k < len(openings) and openings[k][0].start <= place:
            active.append(openings[k])
            k += 1
        active = [(span, other) for span, other in active if span.end > place]
        holders = [other for _, other in active if other is not stmt and _holds(other, stmt)]
        outer = min(holders, key=lambda other: size[other.id], default=None)
        linked.append(replace(stmt, within=outer.id) if outer else stmt)
    return linked


def _holds(outer: Statement, inner: Statement) -> bool:
    """Whether an outer statement's content holds an inner one's cue and content, and more."""
    spans = inner.cue + inner.content
    return inner.content != outer.content and all(holder(outer.content, span) is not None for span in spans)
