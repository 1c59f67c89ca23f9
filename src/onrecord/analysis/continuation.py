"""Gives quotations without a cue of their own to the speaker who goes on.

“Rain,” she said. “And wind.” is one statement: the second quotation has no cue. The network links most
of them; this stage adds those that it left over, where layout leaves no doubt: a quoted sentence right
after a statement of its paragraph that quotes, and a paragraph that is all quotation right after one that
ends in a statement. Where a statement has some sentences of a quotation and nobody else has the others,
it has them all: one pair of marks, one speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.drafts import Board, Draft
from onrecord.analysis.quotation import Quotation, outermost
from onrecord.model.span import Span, overlapping, subtract, trim
from onrecord.neural.words import STOPS

MIN_WORDS = 3  # of a quoted sentence; shorter ones may be titles or scare quotes
OPENING = re.compile(r"[\"'“‘«„`\s]*[A-Z(\[…]")
ENDING = re.compile(r"[.!?…,—–-][\"'”’»“\s]*$")
WORDS = re.compile(r"\w")
CONTINUED_LESS = 0.9  # a continuation makes its statement a little less sure


def add_continuations(board: Board, quotations: Sequence[Quotation], text: str) -> None:
    """Adds left-over quoted sentences to the statement that they go on; in place."""
    outer = outermost(quotations)
    quoted = [quotation.span for quotation in outer]
    for speaking in board.drafts:
        _add_other_sentences(speaking, quoted, board, text)
    for quotation in outer:
        span = quotation.span
        if not board.is_free(span) or not _is_sentence(quotation, text):
            continue
        draft = _speaking_before(span, board, text)
        if draft is None or not (_quotes(draft, quoted) or _fills_paragraph(span, board, text)):
            continue
        if quotation.closed or _goes_on(span, board, text):
            board.extend(draft, span)
            draft.confidence *= CONTINUED_LESS


def _add_other_sentences(draft: Draft, quoted: Sequence[Span], board: Board, text: str) -> None:
    """Gives a draft the sentences beside its own in quotations that its cue is not part of."""
    for part in tuple(draft.content):
        for quotation in overlapping(quoted, part):
            left = [rest for rest in subtract(quotation, draft.content) if _has_words(text, *rest)]
            if not left or any(quotation.contains(span) for span in draft.cue):
                continue
            if all(board.is_free(rest) and _is_apart(rest, quotation, text) for rest in left):
                board.replace_content(draft, [*draft.content, quotation])
                draft.confidence *= CONTINUED_LESS


def _is_apart(rest: Span, quotation: Span, text: str) -> bool:
    """Whether a stretch of a quotation begins and ends where its sentences do."""
    edges = (edge for edge in rest if quotation.start < edge < quotation.end)
    return all(text[quotation.start : edge].rstrip()[-1:] in STOPS for edge in edges)


def _is_sentence(quotation: Quotation, text: str) -> bool:
    words = quotation.span.slice(text)
    if not WORDS.search(words):
        return False
    ended = not quotation.closed or ENDING.search(words[-8:])
    return len(words.split(maxsplit=MIN_WORDS)) >= MIN_WORDS and bool(OPENING.match(words) and ended)


def _speaking_before(span: Span, board: Board, text: str) -> Draft | None:
    """The statement from which nothing but marks parts a quotation, if layout tells that it goes on."""
    index = board.paragraph(span)
    if index is None:
        return None
    place = span.start
    draft = board.last_in(index, place)
    if draft is None:
        # A paragraph that is all quotation goes on with the one before, if that ends in one or in its cue.
        if index == 0 or not _fills_paragraph(span, board, text):
            return None
        place = board.paragraphs[index - 1].end
        draft = board.last_in(index - 1, place)
    return draft if draft and not _has_words(text, board.end_of(draft), place) else None


def _fills_paragraph(span: Span, board: Board, text: str) -> bool:
    """Whether a quotation is all of its paragraph, so that it goes on with what was told before it."""
    index = board.paragraph(span)
    paragraph = None if index is None else board.paragraphs[index]
    return paragraph is not None and not (
        _has_words(text, paragraph.start, span.start) or _has_words(text, span.end, paragraph.end)
    )


def _goes_on(span: Span, board: Board, text: str) -> bool:
    """Whether the paragraph after an unclosed quotation opens with its mark; if not, one was forgotten."""
    index = board.paragraph(span)
    if index is None or index + 1 == len(board.paragraphs):
        return False
    return trim(board.paragraphs[index + 1], text).slice(text).startswith(text[span.start])


def _quotes(draft: Draft, quoted: Sequence[Span]) -> bool:
    # The latest part first: it is quoted where a draft was extended, so that many parts cost no more.
    return any(overlapping(quoted, part) for part in reversed(draft.content))


def _has_words(text: str, start: int, end: int) -> bool:
    return WORDS.search(text, start, end) is not None
