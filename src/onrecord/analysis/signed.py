"""Quotations with their speaker's name on the line below, as "quotes of the week" and pull quotes have them.

In: the drafts of a text on their board, its quotations, the parse. Out: the same board, each such quotation
with whom the line below it names. The line is a person's name alone, or the name, a comma and what is said of
its bearer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.drafts import Board, Draft
from onrecord.analysis.quotation import Quotation, outermost
from onrecord.analysis.syntax import Parse
from onrecord.model.span import Span, subtract, trim

_NAME = r"(?:[A-Z][\w.’'-]+|(?:al|bin|de|del|la|van|von)\b)"
SIGNATURE = re.compile(
    rf"(?P<name>[A-Z][\w.’'-]+(?: {_NAME}){{1,4}})(?:, [^\n.?!:;\"“”]{{2,100}})?[^\S\n]*(?:\n|$)"
)
SIGNED_CONFIDENCE = 0.8  # by hand
LEAST = 4  # words of a quotation


def add_signed(board: Board, quotations: Sequence[Quotation], parse: Parse) -> None:
    """Gives quotations to those whose names stand on the line below; in place."""
    text = parse.text
    for quotation in outermost(quotations):
        index = board.paragraph(quotation.span)
        if not quotation.closed or index is None or index + 1 == len(board.paragraphs):
            continue
        span, below = quotation.span, trim(board.paragraphs[index + 1], text)
        alone = trim(board.paragraphs[index], text) == span and len(span.slice(text).split()) >= LEAST
        if not alone or text[span.end : below.start].strip(" \t") != "\n":
            continue
        signature = SIGNATURE.match(text, below.start)
        if signature and text[signature.end() : signature.end() + 1] in ("", "\n", "\r", *'"“'):
            name = Span(*signature.span("name"))
            if parse.named(parse.range_of(name)[-1]) == "person":  # no heading
                _sign(board, quotation.span, name)


def _sign(board: Board, span: Span, name: Span) -> None:
    """Takes a quotation and its signature from whom they were given to, and gives it to who signed."""
    board.remove_inside(Span(span.start, name.end))
    for draft in () if board.is_free(span) else board.drafts:
        left = [rest for part in draft.content for rest in subtract(part, [span])]
        if left and left != draft.content:
            board.replace_content(draft, left)
    if board.is_free(span):
        board.add(Draft((name,), (), [span], SIGNED_CONFIDENCE))
