"""Block quotations and embedded posts of web pages: whose they are, by their layout.

A block belongs to the name after a dash at its end, or to the statement that the paragraph before it
ends with, when that leads up to it. Statements found inside an unsigned block stay, within it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.analysis.drafts import Board, Draft
from onrecord.model.document import Region, RegionKind
from onrecord.model.span import Span, overlapping, subtract, trim

DATE = (
    r"(?:[\s,(·|]*"
    r"(?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+\.? \d{4}|\d{4}-\d\d-\d\d)\)?)?"
)
# A dash that opens a line or follows a sentence, and after it what is no sentence itself.
SIGNED = re.compile(
    r"(?:^|[\n.!?…\"”’)])[^\S\n]*(?P<cue>—|–|--|―)\s*"
    rf"(?P<name>[A-ZÀ-Þ@][^\n—–]{{0,119}}?)(?:(?<=[JS]r\.)|(?<![\s.!?…,;:\"”’]))(?:{DATE})\s*$"
)
SIGNATURE = 200  # code points at a block's end in which a signature may stand
MAX_TAIL = 40  # code points between a statement and the end of the paragraph that leads up to a block


def add_blocks(board: Board, regions: Sequence[Region], text: str) -> None:
    """Gives block quotations and posts to their speakers; in place."""
    used = sorted(((part, draft) for draft in board.drafts for part in draft.spans), key=lambda use: use[0])
    for region in regions:
        if region.kind not in (RegionKind.BLOCKQUOTE, RegionKind.POST):
            continue
        span = trim(region.span, text)
        users = (draft for draft in _users(used, span) if draft in board)
        crossing = [draft for draft in users if not all(span.contains(part) for part in draft.spans)]
        signed = SIGNED.search(text, max(span.start, span.end - SIGNATURE), span.end)
        if signed and signed.start("cue") > span.start:
            board.remove_inside(span)
            for draft in crossing:
                board.replace_content(
                    draft, [rest for part in draft.content for rest in subtract(part, [span])]
                )
            content = _parts(Span(span.start, signed.start("cue")), board, text)
            board.add(Draft((Span(*signed.span("name")),), (Span(*signed.span("cue")),), content))
        else:
            _lead_up(span, crossing, board, text)


def _lead_up(span: Span, crossing: Sequence[Draft], board: Board, text: str) -> None:
    """Gives a block to the statement that the paragraph before it ends with, if it leads up to the block."""
    index = board.paragraph(Span(span.start, span.start + 1))
    if not index:
        return
    before = board.paragraphs[index - 1]
    if not before.slice(text).rstrip().endswith((":", ",")):
        return
    draft = board.last_in(index - 1, before.end)
    if draft and before.end - board.end_of(draft) > MAX_TAIL:
        draft = None
    if not draft and len(crossing) == 1 and all(before.contains(cue) for cue in crossing[0].cue):
        draft = crossing[0]
    if draft and all(other is draft for other in crossing):
        board.replace_content(draft, [*draft.content, *_parts(span, board, text)])


def _parts(span: Span, board: Board, text: str) -> list[Span]:
    """What of a span stands in each paragraph of the body."""
    parts = [
        trim(Span(max(span.start, paragraph.start), min(span.end, paragraph.end)), text)
        for paragraph in overlapping(board.paragraphs, span)
    ]
    return [part for part in parts if part.start < part.end]


def _users(used: Sequence[tuple[Span, Draft]], span: Span) -> list[Draft]:
    """The drafts of which a part overlaps a span; `used` is in order, and its parts hardly overlap."""
    first = bisect_left(used, span.start, key=lambda use: use[0].start)
    last = bisect_left(used, span.end, key=lambda use: use[0].start)
    found = [draft for part, draft in used[max(0, first - 1) : last] if part.overlaps(span)]
    return list(dict.fromkeys(found))
