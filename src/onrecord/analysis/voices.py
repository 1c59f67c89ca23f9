"""Divides the body of a document once over: whose words each stretch is.

A stretch belongs to the innermost statement whose content holds it, if the one credited answers for it, or
else to the document's own voice. Quoted and reworded stretches of a statement are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.analysis.cue_lexicon import Act
from onrecord.analysis.quotation import Quotation
from onrecord.model.document import Document
from onrecord.model.reading import OwnVoice, Voice
from onrecord.model.span import Span, holder, merge, overlapping, subtract
from onrecord.model.statement import Form, Kind, Statement, Status

OPINION = r"(?:opinions?|op-eds?|editorials?|columns?|columnists?|commentary|comment|commentisfree)"
# As a label before or behind a title, or as a folder of an address; "declines to comment" is neither.
LABELLED = re.compile(rf"^\W*{OPINION}\s*[:|–—-]|[:|–—(-]\s*{OPINION}\W*$", re.IGNORECASE)
FILED = re.compile(rf"/{OPINION}/", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(I|my|me)\b")
TOLD_OF = frozenset((Act.WISH, Act.PLAN, Act.FEELING, Act.PERCEPTION))
MIN_FIRST_PERSON = 3  # in the document's own words, that make a signed piece its author's


def divide(
    document: Document, statements: Sequence[Statement], quotations: Sequence[Quotation], own: OwnVoice,
    hedges: Sequence[Span] = (),
) -> list[Voice]:  # fmt: skip
    """The voices of a document; they cover its body exactly once, in order.

    `own` is who answers where no statement holds the words; `hedges`, in order, are given to such stretches.
    """
    body = document.body()
    quoted = merge(quotation.span for quotation in quotations if quotation.depth == 1)
    answering = [stmt for stmt in statements if answers(stmt)]
    held = sorted(((span, stmt) for stmt in answering for span in stmt.content), key=lambda pair: pair[0])
    said = merge(span for span, _ in held)
    cuts = {edge for span in body for edge in span} | {edge for span, _ in held for edge in span}
    cuts |= {edge for span in quoted for edge in span if holder(said, Span(edge, edge + 1)) is not None}
    stretches = [Span(a, b) for a, b in pairwise(sorted(cuts)) if holder(body, Span(a, b)) is not None]
    voices = _attribute(stretches, held, _holders(statements), quoted)
    joined = _joined([v if v.statements else Voice(v.span, (), None, own) for v in voices])
    return [v if v.statements else replace(v, hedges=_inside(hedges, v.span)) for v in joined]


def answers(stmt: Statement) -> bool:
    """Whether the one credited answers for the words of a content, and not the document that tells of it.

    What nobody said ("did not say whether", "is expected to announce") and what somebody is told to want,
    plan, feel or see ("the army wants to crush the rebels") are the document's words, but for what stands in
    quotation marks.
    """
    if stmt.form is not Form.INDIRECT:
        return True
    told = stmt.kind is Kind.THOUGHT and stmt.act in TOLD_OF
    return stmt.status is Status.ASSERTED and not told


def _inside(hedges: Sequence[Span], place: Span) -> tuple[Span, ...]:
    return tuple(hedge for hedge in overlapping(hedges, place) if place.contains(hedge))


def _attribute(
    stretches: Sequence[Span],
    held: Sequence[tuple[Span, Statement]],
    holders: Mapping[str, Sequence[str]],
    quoted: Sequence[Span],
) -> list[Voice]:
    """The innermost statements of each stretch; `held` is in order of its spans."""
    voices, active, k = [], [], 0
    for span in stretches:
        while k < len(held) and held[k][0].start <= span.start:
            active.append(held[k])
            k += 1
        active = [(part, stmt) for part, stmt in active if part.end > span.start]
        around = {outer for _, stmt in active for outer in holders[stmt.id]}
        ids = tuple(dict.fromkeys(stmt.id for _, stmt in active if stmt.id not in around))
        form = Form.DIRECT if holder(quoted, span) is not None else Form.INDIRECT
        voices.append(Voice(span, ids, form if ids else None, None))
    return voices


def _holders(statements: Sequence[Statement]) -> dict[str, list[str]]:
    """The statements that each one stands within, from the innermost."""
    parent = {stmt.id: stmt.within for stmt in statements}
    holders: dict[str, list[str]] = {}
    for stmt in statements:
        outer, chain = stmt.within, []
        while outer is not None:
            chain.append(outer)
            outer = parent[outer]
        holders[stmt.id] = chain
    return holders


def own_voice(document: Document, statements: Sequence[Statement]) -> OwnVoice:
    """Whose the words are that no statement holds: the agency's, an author's, or the outlet's."""
    if document.agency:
        return OwnVoice.AGENCY
    said = merge(span for stmt in statements for span in stmt.content)
    own = " ".join(rest.slice(document.text) for span in document.body() for rest in subtract(span, said))
    opinion = LABELLED.search(document.title or "") or FILED.search(document.address or "")
    if document.byline and (opinion or len(FIRST_PERSON.findall(own)) >= MIN_FIRST_PERSON):
        return OwnVoice.AUTHOR
    return OwnVoice.OUTLET


def _joined(voices: Sequence[Voice]) -> list[Voice]:
    """Neighbouring stretches of one voice as one."""
    joined: list[Voice] = []
    for voice in voices:
        last = joined[-1] if joined else None
        same = last and (last.statements, last.form, last.own) == (voice.statements, voice.form, voice.own)
        if last and same and last.span.end == voice.span.start:
            joined[-1] = Voice(Span(last.span.start, voice.span.end), voice.statements, voice.form, voice.own)
        else:
            joined.append(voice)
    return joined
