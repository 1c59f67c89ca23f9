"""Keeps datelines out of drafts: in "ORVESK (Reuters) - The mayor, Ana Lee, said …" nobody is Orvesk.

In: drafts, the text and its paragraphs. Out: the same drafts, their spans cut where they begin inside a
dateline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.drafts import Draft
from onrecord.model.span import Span, Spans, holder

_CAPITALS = r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_WHERE = rf"(?:, (?:{_DAY}|[A-Z][\w.]+(?: [A-Z][\w.]+)?))*"
_AGENCY = r"(?: ?\([A-Z][^()\n]{1,40}\))"
_DASH = r"(?: ?(?:—|–|--) | - )"  # with a space: "US–China talks" is none
LONGEST = 120  # code points
# Capitals before a dash, or any place before an agency in brackets or a day.
DATELINE = re.compile(
    rf"(?:{_CAPITALS}{_WHERE}{_AGENCY}?|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}}{_WHERE}{_AGENCY}"
    rf"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}}, {_DAY}){_DASH}(?=[\"“‘']?[A-Z0-9])"
)


def without_datelines(drafts: Sequence[Draft], text: str, paragraphs: Sequence[Span]) -> list[Draft]:
    """The drafts in order, none of which has words of a dateline."""
    heads = [DATELINE.match(text, p.start, min(p.end, p.start + LONGEST)) for p in paragraphs]
    ends = {paragraph.start: head.end() for paragraph, head in zip(paragraphs, heads, strict=True) if head}
    if not ends:
        return list(drafts)
    return [
        replace(
            draft,
            source=_behind(draft.source, paragraphs, ends),
            content=list(_behind(draft.content, paragraphs, ends)) or draft.content,
        )
        for draft in drafts
    ]


def _behind(spans: Sequence[Span], paragraphs: Sequence[Span], ends: dict[int, int]) -> Spans:
    """The spans, those cut that begin in a dateline."""
    cut = []
    for span in spans:
        at = holder(paragraphs, Span(span.start, span.start + 1))
        start = max(span.start, ends.get(paragraphs[at].start, 0)) if at is not None else span.start
        if start < span.end:
            cut.append(Span(start, span.end))
    return tuple(cut)
