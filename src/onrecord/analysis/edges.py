"""Sets the edges of contents right where quotation marks tell them.

A content that holds all that stands between two marks takes the marks in; one that holds an opening
mark and ends just before the closing one takes that in too. Nothing else is moved.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.analysis.drafts import Board
from onrecord.analysis.quotation import Quotation
from onrecord.model.span import Span

END_MARKS = re.compile(r"[.,!?…;:\s]*")
NESTED = 3  # quotations that may open, or end, at about one place: the deepest nesting


def snap_to_marks(board: Board, quotations: Sequence[Quotation], text: str) -> None:
    """Moves edges of contents onto quotation marks nearby, never into another statement; in place."""
    opening = [quotation for quotation in quotations if quotation.closed]
    ending = sorted(opening, key=lambda quotation: quotation.span.end)
    starts = [quotation.span.start for quotation in opening]
    ends = [quotation.span.end for quotation in ending]
    for draft in board.drafts:
        content = []
        for span in draft.content:
            after, before = bisect_right(ends, span.end), bisect_right(starts, span.start)
            grown = span
            for quotation in (*ending[after : after + NESTED], *opening[max(0, before - NESTED) : before]):
                grown = _onto(grown, quotation, text)
            added = (Span(grown.start, span.start), Span(span.end, grown.end))
            content.append(grown if all(map(board.is_free, added)) else span)
        if content != draft.content:
            board.replace_content(draft, content)


def _onto(span: Span, quotation: Quotation, text: str) -> Span:
    """The span with its edges moved onto the marks of a quotation that it nearly fills or opens."""
    start, end = span
    outer, inner = quotation.span, quotation.inner
    if end <= inner.start or start >= inner.end:
        return span
    if outer.start <= start <= inner.start:
        start = outer.start
    if start <= inner.start and end < outer.end and END_MARKS.fullmatch(text, end, max(end, inner.end)):
        end = outer.end
    return Span(start, end)
